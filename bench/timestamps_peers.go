package main

import (
	"strings"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	"github.com/olebedev/when/rules/en"
	"github.com/verbatim-news/verbatim"
)

// A hit is a time expression that a package found. value is empty for packages
// that give an instant instead.
type hit struct {
	start, end int
	value      string
	at         time.Time
}

// A finder finds the time expressions of a text.
type finder struct {
	name string
	find func(text string, published time.Time) []hit
	size int // how much of the megabyte to time it on
}

// finders lists the packages, configured for English news as their
// documentation tells: dates before the publication are preferred.
func finders() []finder {
	return []finder{
		{"verbatim", findVerbatim, 1 << 20},
		{"olebedev/when v1.1.0, called until it finds no more", findWhen(), 1 << 20},
		{"go-dateparser v1.4.7, split", findDateparser("split"), 1 << 18},
		{"go-dateparser v1.4.7, ngram", findDateparser("ngram"), 1 << 12},
	}
}

func findVerbatim(text string, published time.Time) (hits []hit) {
	for _, t := range (&verbatim.Parser{Published: published}).FindTimestamps(text) {
		hits = append(hits, hit{start: t.Start, end: t.End, value: t.Value})
	}
	return hits
}

func findWhen() func(string, time.Time) []hit {
	w := when.New(nil)
	w.Add(en.All...)
	w.Add(common.All...)
	return func(text string, published time.Time) (hits []hit) {
		for at := 0; at < len(text); {
			r, err := w.Parse(text[at:], published)
			if err != nil || r == nil || r.Text == "" {
				break
			}
			hits = append(hits, hit{start: at + r.Index, end: at + r.Index + len(r.Text), at: r.Time})
			at += r.Index + len(r.Text)
		}
		return hits
	}
}

func findDateparser(strategy string) func(string, time.Time) []hit {
	parser := &dateparser.Parser{}
	return func(text string, published time.Time) (hits []hit) {
		cfg := &dateparser.Configuration{Languages: []string{"en"}, CurrentTime: published,
			PreferredDateSource: dateparser.Past, SearchStrategy: strategy}
		found, err := parser.SearchWithLanguage(cfg, "en", text)
		if err != nil {
			return nil
		}
		at := 0
		for _, r := range found { // it gives the words, not where they stand
			i := strings.Index(text[at:], r.Text)
			if i < 0 {
				continue
			}
			hits = append(hits, hit{start: at + i, end: at + i + len(r.Text), at: r.Date.Time})
			at += i + len(r.Text)
		}
		return hits
	}
}
