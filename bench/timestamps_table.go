package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
)

// An expression is a time expression as a sentence of the table marks it.
type expression struct {
	start, end  int // bytes of the sentence
	kind, value string
}

// A sentence is one line of ../internal/timex/testdata/timestamps; the README there has the format.
type sentence struct {
	text        string
	published   time.Time
	expressions []expression
}

var tableFiles = []string{"calendar.txt", "relative.txt", "amounts.txt", "clocks.txt", "stamps.txt", "traps.txt"}

// readTable reads the whole table. Sentences that are known to come out wrong
// count like all others.
func readTable(dir string) (table []sentence, err error) {
	for _, name := range tableFiles {
		f, err := os.Open(filepath.Join(dir, "timestamps", name))
		if err != nil {
			return nil, err
		}
		published := time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)
		for lines := bufio.NewScanner(f); lines.Scan(); {
			line := strings.TrimSpace(lines.Text())
			if day, ok := strings.CutPrefix(line, "@ "); ok {
				published, _ = time.Parse(time.DateOnly, day) // "none" is the zero time
			} else if line != "" && line[0] != '#' {
				table = append(table, parseSentence(strings.TrimPrefix(line, "~"), published))
			}
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
	return table, nil
}

func parseSentence(line string, published time.Time) sentence {
	s := sentence{published: published}
	for {
		before, rest, more := strings.Cut(line, "{")
		s.text += before
		if !more {
			return s
		}
		marked, after, _ := strings.Cut(rest, "}")
		words, reading, _ := strings.Cut(marked, "=")
		kind, value, typed := strings.Cut(reading, " ")
		if !typed {
			kind, value = "DATE", reading
		}
		s.expressions = append(s.expressions, expression{len(s.text), len(s.text) + len(words), kind, value})
		s.text += words
		line = after
	}
}

// flattened gives the sentence as a search index holds it.
func (s sentence) flattened() sentence {
	flat := verbatim.Flatten(s.text)
	out := sentence{text: flat.Text, published: s.published}
	for _, e := range s.expressions {
		out.expressions = append(out.expressions, expression{kind: e.kind, value: e.value, start: -1})
	}
	at := 0
	for word := range strings.SplitSeq(flat.Text, " ") {
		span := verbatim.Span{Start: at, End: at + len(word)}
		at = span.End + 1
		published := flat.Original(span).Start
		for n, e := range s.expressions {
			if published < e.start || published >= e.end {
				continue
			}
			f := &out.expressions[n]
			if f.start < 0 {
				f.start = span.Start
			}
			f.end = span.End
		}
	}
	return out
}

// newsText builds at least size bytes of news, a paragraph a line: six
// sentences of prose, then one of the table.
func newsText(dir string, table []sentence, size int) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(dir, "prose.txt"))
	if err != nil {
		return nil, err
	}
	prose := strings.Split(strings.TrimSpace(string(data)), "\n")
	var paragraphs []string
	for n, total := 0, 0; total < size; n++ {
		paragraph := ""
		for k := range 6 {
			paragraph += prose[(6*n+k)%len(prose)] + " "
		}
		paragraph += table[n%len(table)].text
		paragraphs = append(paragraphs, paragraph)
		total += len(paragraph) + 1
	}
	return paragraphs, nil
}
