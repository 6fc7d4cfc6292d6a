package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/verbatim-news/verbatim"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(nil, 1<<26)
	enc := json.NewEncoder(os.Stdout)
	for sc.Scan() {
		var in struct{ ID, Text, Published string }
		json.Unmarshal(sc.Bytes(), &in)
		d := verbatim.Parse(in.Text)
		d.ID = in.ID
		if err := enc.Encode(d); err != nil {
			panic(err)
		}
	}
}
