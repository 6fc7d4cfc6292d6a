package verbatim_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// A soak takes as long as one lets it.
var (
	soakFile  = flag.String("soak", "", "read the articles of this file, a JSON object with a text and a date a line, gzipped, as published and flattened")
	soakFrom  = flag.Int("soak-from", 0, "how many articles of the file to leave out first")
	soakCount = flag.Int("soak-count", math.MaxInt, "how many articles to read at most")
	soakLight = flag.Bool("soak-light", false, "read by rules alone")
)

// soakStep is how many articles are read between two reports.
const soakStep = 1000

// TestSoak reads real articles in both forms and checks what holds for any text.
// It prints what is held after every thousand, which does not grow.
func TestSoak(t *testing.T) {
	if *soakFile == "" {
		t.Skip("takes hours: go test -run TestSoak -soak articles.jsonl.gz -v -timeout 0 .")
	}
	file, err := os.Open(*soakFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(plain)
	lines.Buffer(nil, 64<<20)
	articles, messages, read := 0, 0, 0
	for n := 0; lines.Scan() && articles < *soakCount; n++ {
		if n < *soakFrom {
			continue
		}
		var article struct {
			Text string
			Date any // a string, or a number that is none
		}
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		parser := verbatim.Parser{Light: *soakLight, Explain: true}
		parser.Published, _ = time.Parse(time.DateOnly, fmt.Sprint(article.Date))
		for _, text := range []string{article.Text, verbatim.Flatten(article.Text).Text} {
			messages += soakText(t, n+1, parser, text)
			read += len(text)
		}
		if articles++; articles%soakStep == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			fmt.Printf("%d articles, %.1f MB, %d messages, %.1f MB held, %.1f MB of the system\n", articles, float64(read)/1e6, messages, float64(m.HeapAlloc)/1e6, float64(m.Sys)/1e6)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles in both forms, %.1f MB, %d messages", articles, float64(read)/1e6, messages)
}

// soakText reads the text of a line, and returns how many messages it has.
func soakText(t *testing.T, line int, parser verbatim.Parser, text string) int {
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("line %d: panic: %v\n%s", line, fault, debug.Stack())
		}
	}()
	doc := parser.Parse(text)
	for _, problem := range problemsOf(doc, text) {
		t.Errorf("line %d: %s", line, problem)
	}
	if _, err := json.Marshal(doc); err != nil {
		t.Errorf("line %d: %v", line, err)
	}
	return len(doc.Messages)
}
