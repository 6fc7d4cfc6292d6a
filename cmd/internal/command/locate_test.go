package command

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

const harbourArticle = "“We will not close the harbour,” Tomas Reyes said. “We go at noon,” said Greta Holm. They go at noon."

func TestLocate(t *testing.T) {
	article := writeFile(t, "article.txt", harbourArticle)
	quotations := writeFile(t, "quotations.txt", "we go at noon\n\n  We will close the harbor  \n")
	const goes = "form, bytes 58–71\n    “We go at noon”\n\n"
	const closes = "altered, bytes 3–32\n    “We will not close the harbour”\n    omitted: “not”, a negation\n    spelled: “harbour” as “harbor”\n\n"
	tests := []struct {
		name   string
		args   []string
		stdin  string
		status int
		want   string
	}{
		{"an argument", []string{article, "We will not close the harbour"}, "", 0, "exact, bytes 3–32\n    “We will not close the harbour”\n\n"},
		{"two arguments", []string{article, "we go at noon", "Nobody closes \x1b[2J it"}, "", 1, goes + "not in the article\n    “Nobody closes �[2J it”\n\n"},
		{"a file of them", []string{"-quotations", quotations, article}, "", 1, goes + closes},
		{"the article piped", []string{"-", "we go at noon"}, harbourArticle, 0, goes},
		{"quotations piped", []string{"-quotations", "-", article}, "we go at noon\r\n", 0, goes},
		{"words twice", []string{article, "go at noon"}, "", 0, "exact, bytes 61–71, and 1 more\n    “go at noon”\n\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := runWith(test.stdin, append([]string{"locate"}, test.args...)...)
			if diff := cmp.Diff(test.want, got.Stdout); diff != "" || got.Status != test.status || got.Stderr != "" {
				t.Errorf("status %d, reported %q; output (-want +got):\n%s", got.Status, got.Stderr, diff)
			}
		})
	}
}

func TestLocateJSON(t *testing.T) {
	got := runWith(harbourArticle, "locate", "-format", "json", "-", "We will close the harbour", "nobody knows")
	if got.Status != 1 {
		t.Errorf("status %d, reported %q", got.Status, got.Stderr)
	}
	var records []map[string]any
	for decoder := json.NewDecoder(strings.NewReader(got.Stdout)); decoder.More(); {
		var record map[string]any
		if err := decoder.Decode(&record); err != nil {
			t.Fatalf("decoding %q: %v", got.Stdout, err)
		}
		records = append(records, record)
	}
	span := func(start, end float64) any { return map[string]any{"start": start, "end": end} }
	want := []map[string]any{
		{
			"quotation": "We will close the harbour", "found": true, "start": 3.0, "end": 32.0, "pieces": []any{span(3, 32)},
			"match": string(verbatim.MatchAltered), "agreement": 10.0 / 11,
			"differences": []any{map[string]any{"kind": "omitted", "text": span(11, 14), "quotation": span(7, 7), "negation": true}},
		},
		{"quotation": "nobody knows", "found": false},
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLocateMisused(t *testing.T) {
	article := writeFile(t, "article.txt", harbourArticle)
	for want, args := range map[string][]string{
		"no file": nil, "no quotation": {article}, "both on standard input": {"-quotations", "-", "-"}, "neither text nor json": {"-format", "xml", article, "a"},
	} {
		got := runWith("", append([]string{"locate"}, args...)...)
		if got.Status != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, want) {
			t.Errorf("verbatim locate %q: status %d, output %q, reported %q; want %q", args, got.Status, got.Stdout, got.Stderr, want)
		}
	}
	for _, args := range [][]string{{"absent.txt", "words"}, {"-quotations", "absent.txt", article}} {
		if got := runWith("", append([]string{"locate"}, args...)...); got.Status != 1 || !strings.Contains(got.Stderr, "absent.txt") {
			t.Errorf("verbatim locate %q: status %d, reported %q", args, got.Status, got.Stderr)
		}
	}
}
