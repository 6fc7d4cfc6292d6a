// Command names reads an article with people whom the newsroom knows: they settle
// whom an office or a surname means where the article leaves it open.
package main

import (
	"fmt"
	"os"

	"github.com/verbatim-news/verbatim"
)

const article = "the mayor denied that she had seen the letter reyes said he had sent it twice"

func main() {
	names, err := verbatim.NewNames([]verbatim.KnownName{
		{Name: "Greta Holm", Roles: []string{"mayor"}, Gender: verbatim.GenderFemale, Kind: verbatim.SpeakerPerson},
		{Name: "Tomas Reyes", Aliases: []string{"Reyes"}, Gender: verbatim.GenderMale, Kind: verbatim.SpeakerPerson},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
	parser := verbatim.Parser{Names: names}
	for _, m := range parser.Parse(article).Messages {
		if m.Speaker != nil {
			fmt.Printf("%s (%s): %s\n", m.Speaker.Name, m.Stance, m.Text)
		}
	}
}
