// Command locate measures how quotations are found in the articles that they were
// taken from: written otherwise, altered by one word, and in articles that do not
// have them.
//
//	go run ./locate                 the table of docs/accuracy.md
//	go run ./locate -failures 20    lists what was not found or not reported
//
// It reads news.jsonl.gz, or any file of JSON lines with a "text" as published.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("locate: ")
	file := flag.String("articles", "../../shared/corpora/news.jsonl.gz", "JSON lines with the texts, gzipped")
	count := flag.Int("quotations", 5000, "how many quotations to take")
	failures := flag.Int("failures", 0, "how many failures of each kind to list")
	flag.Parse()
	articles, err := readTexts(*file)
	if err != nil {
		log.Fatal(err)
	}
	random := rand.New(rand.NewPCG(17, 5000))
	cut := cutQuotations(articles, *count, random)
	if len(cut) < *count {
		log.Printf("only %d quotations in %s", len(cut), *file)
	}
	m := measure{quotations: cut, random: random, failures: *failures}
	m.written()
	m.altered()
	m.elsewhere()
	m.speed(articles)
}

// readTexts reads the texts of articles, each once.
func readTexts(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var texts []string
	known := make(map[string]bool)
	for decoder := json.NewDecoder(bufio.NewReader(unzipped)); ; {
		var article struct{ Text string }
		switch err := decoder.Decode(&article); {
		case err == io.EOF:
			return texts, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if !known[article.Text] {
			known[article.Text] = true
			texts = append(texts, article.Text)
		}
	}
}

// A cut is a quotation as it stands in its article.
type cut struct {
	article int
	text    string // the article
	start   int    // of the first word
	words   string // from the first word to the last
	other   string // an article that is another one
}

// shortest is how many words a quotation has at least, longest how many bytes at
// most.
const (
	shortest = 5
	longest  = 2000
)

// cutQuotations takes one quotation of each of count articles.
func cutQuotations(articles []string, count int, random *rand.Rand) []cut {
	var cuts []cut
	for _, n := range random.Perm(len(articles)) {
		if len(cuts) == count {
			break
		}
		var all []cut
		for at, paragraph := range paragraphs(articles[n]) {
			for _, span := range marked(paragraph) {
				words := paragraph[span[0]:span[1]]
				start := strings.IndexFunc(words, isWordRune)
				end := strings.LastIndexFunc(words, isWordRune)
				if start < 0 || end-start > longest {
					continue
				}
				words = words[start : end+len(lastRune(words, end))]
				if len(strings.Fields(words)) >= shortest {
					all = append(all, cut{article: n, text: articles[n], start: at + span[0] + start, words: words})
				}
			}
		}
		if len(all) > 0 {
			chosen := all[random.IntN(len(all))]
			chosen.other = articles[random.IntN(len(articles))]
			if chosen.other != chosen.text {
				cuts = append(cuts, chosen)
			}
		}
	}
	return cuts
}

// paragraphs goes through the lines of a text, each with the byte it begins with.
func paragraphs(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for line := range strings.Lines(text) {
			if !yield(at, line) {
				return
			}
			at += len(line)
		}
	}
}

// marked returns the bytes within pairs of double marks: curly ones, or straight ones
// where a paragraph has an even number.
func marked(paragraph string) (spans [][2]int) {
	for at := 0; ; {
		open := strings.Index(paragraph[at:], "“")
		if open < 0 {
			break
		}
		open += at + len("“")
		end := strings.Index(paragraph[open:], "”")
		if end < 0 {
			break
		}
		if !strings.Contains(paragraph[open:open+end], "“") {
			spans = append(spans, [2]int{open, open + end})
		}
		at = open + end
	}
	if strings.Count(paragraph, `"`)%2 == 1 {
		return spans
	}
	for at := 0; ; {
		open := strings.IndexByte(paragraph[at:], '"')
		if open < 0 {
			return spans
		}
		open += at + 1
		end := open + strings.IndexByte(paragraph[open:], '"')
		spans = append(spans, [2]int{open, end})
		at = end + 1
	}
}
