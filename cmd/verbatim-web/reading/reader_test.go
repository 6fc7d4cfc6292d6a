package reading

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/verbatim-news/verbatim"
)

const text = "Ålesund, 3 February 2024. “We cannot keep this quiet 😶 much longer,” Tomas Reyes wrote in a letter on Monday."

// parse returns the document of a text.
func parse(t *testing.T, r *Reader, text, options string) *verbatim.Document {
	t.Helper()
	record, err := r.Parse(text, options)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(record, "\n") {
		t.Error("the record has more than one line")
	}
	doc := new(verbatim.Document)
	if err := json.Unmarshal([]byte(record), doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestUnits asks for the same article in all units, and for its page in between.
func TestUnits(t *testing.T) {
	var r Reader
	units := utf16.Encode([]rune(text))
	piece := map[string]func(verbatim.Span) string{
		"":      func(s verbatim.Span) string { return string(utf16.Decode(units[s.Start:s.End])) },
		"utf16": func(s verbatim.Span) string { return string(utf16.Decode(units[s.Start:s.End])) },
		"runes": func(s verbatim.Span) string { return string([]rune(text)[s.Start:s.End]) },
		"bytes": func(s verbatim.Span) string { return text[s.Start:s.End] },
	}
	for range 2 {
		for _, name := range []string{"", "utf16", "runes", "bytes"} {
			doc := parse(t, &r, text, `{"units": "`+name+`"}`)
			if len(doc.Messages) != 1 {
				t.Fatalf("units %q: %d messages", name, len(doc.Messages))
			}
			m := doc.Messages[0]
			if got := piece[name](m.Content[0]); got != "We cannot keep this quiet 😶 much longer" {
				t.Errorf("units %q: the content is %q", name, got)
			}
			if got := piece[name](*m.Source); got != "Tomas Reyes" {
				t.Errorf("units %q: the source is %q", name, got)
			}
			page, err := r.Page(text, "")
			if err != nil || !strings.Contains(page, "much longer") {
				t.Errorf("units %q: the page lacks the words (%v)", name, err)
			}
		}
	}
}

// TestOptions checks that each option reaches the parser, though the reader has
// read the same text without it.
func TestOptions(t *testing.T) {
	const article = "On Monday she signed the letter, Ada Holm said on 3/4/2024. “It was me,” Holm said."
	var r Reader
	parse(t, &r, article, "")
	if doc := parse(t, &r, article, `{"id": "a.txt", "published": "2024-04-10"}`); doc.ID != "a.txt" || doc.Timestamps[0].Value != "2024-04-08" {
		t.Errorf("id %q, Monday is %q", doc.ID, doc.Timestamps[0].Value)
	}
	if doc := parse(t, &r, article, `{"published": "2024-04-10", "prefer": "future"}`); doc.ID != "" || doc.Timestamps[0].Value != "2024-04-15" {
		t.Errorf("id %q, with prefer Monday is %q", doc.ID, doc.Timestamps[0].Value)
	}
	last := func(doc *verbatim.Document) string { return doc.Timestamps[len(doc.Timestamps)-1].Value }
	if a, b := last(parse(t, &r, article, "")), last(parse(t, &r, article, `{"dayFirst": true}`)); a != "2024-03-04" || b != "2024-04-03" {
		t.Errorf("3/4/2024 is %q, with the day first %q", a, b)
	}
	if doc := parse(t, &r, article, `{"light": true}`); doc.Provenance.Model != "" {
		t.Error("a light reading has a model")
	}
	if doc := parse(t, &r, article, `{"explain": true}`); len(doc.Messages[0].Why) == 0 {
		t.Error("nothing is explained")
	}
	if doc := parse(t, &r, article, `{"names": [{"name": "Ada Marit Holm", "aliases": ["Ada Holm", "Holm"]}]}`); doc.Speakers[0].Name != "Ada Marit Holm" {
		t.Errorf("the speaker is %q", doc.Speakers[0].Name)
	}
	if page, err := r.Page(article, `{"title": "Letters & <signatures>"}`); err != nil || !strings.Contains(page, "Letters &amp; &lt;signatures&gt;") {
		t.Errorf("the page lacks its title (%v)", err)
	}
}

func TestWrongOptions(t *testing.T) {
	var r Reader
	for options, problem := range map[string]string{
		`{"prefr": "past"}`:      "prefr",
		`{"prefer": "sideways"}`: "past, future and nearest",
		`{"published": "soon"}`:  "YYYY-MM-DD",
		`{"units": "lines"}`:     "utf16, bytes and runes",
		`{"light": "yes"}`:       "light",
		`{"names": [{}]}`:        "known name 0",
		`[1]`:                    "options",
		`{} {}`:                  "more than one",
	} {
		_, err := r.Parse(text, options)
		if wrong := new(OptionError); !errors.As(err, &wrong) || !strings.Contains(err.Error(), problem) {
			t.Errorf("%s: error %v, want an OptionError with %q", options, err, problem)
		}
	}
}

// TestAnyText checks that whatever JavaScript hands over has an answer.
func TestAnyText(t *testing.T) {
	var r Reader
	for _, text := range []string{"", " ", "\x00", "\uFFFD", "<script>alert(1)</script>", strings.Repeat("a", 1e5)} {
		parse(t, &r, text, "")
		if _, err := r.Page(text, ""); err != nil {
			t.Errorf("the page of %.20q: %v", text, err)
		}
	}
	if flat, err := r.Flatten("“Don't,” said Å. Holm."); err != nil || flat != "don t said å holm" {
		t.Errorf("flattened: %q (%v)", flat, err)
	}
	if r.Version() != verbatim.Version {
		t.Errorf("version %q", r.Version())
	}
}
