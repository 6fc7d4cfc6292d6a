package main

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
	"mvdan.cc/xurls/v2"
)

// A finder is one way to find addresses: text to byte ranges.
type finder struct {
	name string
	find func(text string) [][]int
}

func finders() []finder {
	pattern := func(p *regexp.Regexp) func(string) [][]int {
		return func(text string) [][]int { return p.FindAllStringIndex(text, -1) }
	}
	return []finder{
		{"verbatim", func(text string) [][]int {
			var found [][]int
			for _, u := range verbatim.FindURLs(text) {
				found = append(found, []int{u.Start, u.End})
			}
			return found
		}},
		{"xurls relaxed", pattern(xurls.Relaxed())},
		{"xurls strict", pattern(xurls.Strict())},
	}
}

// speedBytes is how much of the measuring articles the speed is measured on.
const speedBytes = 1_000_000

// measure prints one table: accuracy on articles in both forms, speed in both
// forms, and the cases of twitter-text.
func measure(w io.Writer, articles []article, twitter string) error {
	cases, err := twitterCases(twitter)
	if err != nil {
		return err
	}
	flat := make([]string, len(articles))
	for i, a := range articles {
		flat[i] = verbatim.Flatten(a.Text).Text
	}
	fmt.Fprintln(w, "| | published P / R / F1 | flattened P / R / F1 | published MB/s | flattened MB/s | twitter-text urls |")
	fmt.Fprintln(w, "| --- | --- | --- | --- | --- | --- |")
	for _, f := range finders() {
		var published, flattened score
		for i, a := range articles {
			want := gold(a.Text)
			published.add(f.find(a.Text), wordsOf(a.Text), want)
			flattened.add(f.find(flat[i]), wordsOf(flat[i]), want)
		}
		fmt.Fprintf(w, "| %s | %v | %v | %.2f | %.2f | %d of %d |\n", f.name, published, flattened,
			speed(f, articles, func(i int) string { return articles[i].Text }), speed(f, articles, func(i int) string { return flat[i] }),
			right(f, cases), len(cases))
	}
	return nil
}

type score struct{ right, found, wanted int }

func (s *score) add(found [][]int, in words, want map[wordRange]bool) {
	seen := map[wordRange]bool{}
	for _, m := range found {
		if r, ok := in.covered(m[0], m[1]); ok {
			seen[r] = true
		}
	}
	s.found += len(seen)
	s.wanted += len(want)
	for r := range seen {
		if want[r] {
			s.right++
		}
	}
}

func (s score) String() string {
	ratio := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%.1f / %.1f / %.1f", ratio(s.right, s.found), ratio(s.right, s.wanted), ratio(2*s.right, s.found+s.wanted))
}

// speed returns the megabytes a second of the best of three runs over the first
// articles, one after another.
func speed(f finder, articles []article, text func(i int) string) float64 {
	best := 0.0
	for range 3 {
		read := 0
		begin := time.Now()
		for i := 0; i < len(articles) && read < speedBytes; i++ {
			f.find(text(i))
			read += len(text(i))
		}
		best = max(best, float64(read)/1e6/time.Since(begin).Seconds())
	}
	return best
}

// countFalse counts what is found in flattened articles that hold no address.
func countFalse(w io.Writer, articles []article, count int) {
	read, found := 0, 0
	for _, a := range articles {
		if read == count {
			break
		}
		if len(gold(a.Text)) > 0 || anyAddress.MatchString(a.Text) {
			continue
		}
		read++
		flat := verbatim.Flatten(a.Text).Text
		for _, u := range verbatim.FindURLs(flat) {
			found++
			fmt.Fprintf(w, "%s: %s\n", a.ID, u.Address)
		}
	}
	fmt.Fprintf(w, "%d articles without an address, %d found: %.2f in 1,000\n", read, found, 1000*float64(found)/float64(max(read, 1)))
}

// anyAddress are signs of an address that hostPattern does not know.
var anyAddress = regexp.MustCompile(`(?i)://|www\.|@\w+\.\w|\b[\w-]+\.(?:co|tk|io|us|uk|au|biz|eu|de|fm|cn|ru)\b`)

type twitterCase struct {
	text string
	want []string
}

var quotedString = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// twitterCases reads the section urls of twitter-text's conformance cases.
func twitterCases(path string) ([]twitterCase, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	_, section, _ := strings.Cut(string(data), "\n  urls:\n")
	section, _, _ = strings.Cut(section, "\n  urls_with_indices:\n")
	var cases []twitterCase
	for line := range strings.Lines(section) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		var list []string
		for _, quoted := range quotedString.FindAllString(value, -1) {
			s, err := strconv.Unquote(quoted)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", path, quoted, err)
			}
			list = append(list, s)
		}
		switch key {
		case "text":
			cases = append(cases, twitterCase{text: list[0]})
		case "expected":
			cases[len(cases)-1].want = list
		}
	}
	return cases, nil
}

// right counts the cases whose addresses are found, mail addresses left out.
func right(f finder, cases []twitterCase) int {
	n := 0
	for _, c := range cases {
		var got []string
		for _, m := range f.find(c.text) {
			if s := c.text[m[0]:m[1]]; strings.Contains(s, "://") || !strings.Contains(s, "@") {
				got = append(got, s)
			}
		}
		if slices.Equal(got, c.want) {
			n++
		}
	}
	return n
}
