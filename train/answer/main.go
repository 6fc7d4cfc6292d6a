// Answer reads articles and writes their attributions in the form that the
// project's scorer reads, so that the tagger can be measured alone:
//
//	score.py quotes --data polnear-dev.jsonl.gz --input flat --cmd 'go run ./train/answer'
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type message struct {
	Form       string  `json:"form"`
	Content    []span  `json:"content"`
	Verbatim   []span  `json:"verbatim,omitempty"`
	Source     *span   `json:"source,omitempty"`
	Cue        []span  `json:"cue,omitempty"`
	Confidence float64 `json:"confidence"`
}

var (
	all     = flag.Bool("all", false, "also attributions of which the content was not found")
	weights = flag.String("weights", "", "a file of weights, instead of the embedded ones")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "answer:", err)
		os.Exit(1)
	}
}

func run() error {
	model, err := load()
	if err != nil {
		return err
	}
	in, out := json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(os.Stdout)
	for in.More() {
		var article struct{ ID, Text string }
		if err := in.Decode(&article); err != nil {
			return err
		}
		if err := out.Encode(map[string]any{"id": article.ID, "messages": answer(model, article.Text)}); err != nil {
			return err
		}
	}
	return nil
}

func load() (*tagger.Model, error) {
	if *weights == "" {
		return tagger.Load()
	}
	file, err := os.ReadFile(*weights)
	if err != nil {
		return nil, err
	}
	return tagger.Decode(file)
}

func answer(model *tagger.Model, text string) []message {
	words, spans, quotes := read(text)
	of := func(s tagger.Span) span { return span{spans[s.First].Start, spans[s.Last-1].End} }
	each := func(list []tagger.Span) (out []span) {
		for _, s := range list {
			out = append(out, of(s))
		}
		return out
	}
	messages := []message{}
	for _, a := range model.Read(words, quotes).Attributions {
		if len(a.Content) == 0 && !*all {
			continue
		}
		m := message{Content: each(a.Content), Verbatim: each(a.Verbatim), Cue: each(a.Cue), Confidence: a.Confidence}
		m.Form = [...]string{tagger.Indirect: "indirect", tagger.Mixed: "mixed", tagger.Direct: "direct"}[a.Form]
		if !a.Source.Empty() {
			s := of(a.Source)
			m.Source = &s
		}
		messages = append(messages, m)
	}
	return messages
}

// read cuts a text into words; quotes is nil if it has no quotation marks.
func read(text string) (words []tagger.Word, spans []span, quotes []tagger.Run) {
	cased := strings.ToLower(text) != text
	marked := strings.ContainsFunc(text, func(r rune) bool { return r != ' ' && !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	gap := 0
	for at := 0; at < len(text); {
		end := at
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
				break
			}
			end += size
		}
		if end == at {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		w := tagger.Word{Form: strings.ToLower(text[at:end]), Before: tagger.Unknown}
		if cased {
			w.Shape = tagger.ShapeOf(text[at:end])
		}
		if marked {
			w.Before = tagger.MarksBetween(text[gap:at], len(words) == 0)
		}
		words, spans = append(words, w), append(spans, span{at, end})
		at, gap = end, end
	}
	if strings.ContainsAny(text, "\"“”") {
		quotes = findQuotes(text, spans)
	}
	return words, spans, quotes
}

// findQuotes finds the runs of words in quotation marks; a quotation left open
// runs to its paragraph's end.
func findQuotes(text string, spans []span) []tagger.Run {
	quotes := []tagger.Run{}
	open, word := -1, 0
	for at, r := range text {
		for word < len(spans) && spans[word].End <= at {
			word++
		}
		switch {
		case r == '“' || r == '"' && open < 0:
			open = word
		case (r == '”' || r == '"' || r == '\n') && open >= 0:
			if r != '\n' || word-open > 3 {
				quotes = append(quotes, tagger.Run{First: open, Last: word})
			}
			open = -1
		}
	}
	if open >= 0 && len(spans)-open > 3 {
		quotes = append(quotes, tagger.Run{First: open, Last: len(spans)})
	}
	return quotes
}
