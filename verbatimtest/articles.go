package verbatimtest

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// An Article is a text to test with, and its document.
type Article struct {
	Name string // such as "letter-flat"
	Text string
	// Document is what Parse gives to Text in this version of the module, but for
	// the Provenance, which it has not.
	Document *verbatim.Document
}

//go:embed articles
var articles embed.FS

// Articles returns short articles that were written for tests, in the order of
// their names, each with its document. People, places and events are invented, and
// the texts have the licence of this module (Apache 2.0), so that other programs
// may keep what they make of them.
//
// Among them are a report with a denial, published and flattened, every stance
// that somebody can take, emails that answer each other, a post with an address,
// an interview and captions with labels. Each document was read beside its text
// and is what a reader would say. The caller owns what is returned.
func Articles() []Article {
	entries, err := articles.ReadDir("articles")
	if err != nil {
		panic(err) // the files are part of the package
	}
	var list []Article
	for _, entry := range entries {
		name, isText := strings.CutSuffix(entry.Name(), ".txt")
		if isText {
			list = append(list, readArticle(name))
		}
	}
	return list
}

// readArticle reads one of the embedded articles.
func readArticle(name string) Article {
	text, err := articles.ReadFile(path.Join("articles", name+".txt"))
	if err != nil {
		panic(err) // as above
	}
	a := Article{Name: name, Text: string(text), Document: new(verbatim.Document)}
	record, err := articles.ReadFile(path.Join("articles", name+".json"))
	if err == nil {
		err = json.Unmarshal(record, a.Document)
	}
	if err != nil {
		panic(fmt.Errorf("verbatimtest: the document of %s: %w", name, err)) // TestArticles reads all of them
	}
	return a
}
