package main

import (
	"fmt"
	"strings"
	"time"
)

// timexData has the table of expressions and the prose that news is made of.
const timexData = "../internal/timex/testdata"

// A tally counts what a package made of one form of the table.
type tally struct {
	expressions, found, exact, value int
	silent, falseHits                int
}

// compareTimestamps runs every package over the table of expressions, in both
// forms, and over the same news.
func compareTimestamps() error {
	table, err := readTable(timexData)
	if err != nil {
		return err
	}
	paragraphs, err := newsText(timexData, table, 1<<20)
	if err != nil {
		return err
	}
	fmt.Println("| package | form | found | exact span | value | sentences without a time that got one | MB/s |")
	fmt.Println("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
	for _, f := range finders() {
		for _, form := range []string{"published", "flattened"} {
			t := score(f, table, form == "flattened")
			speed := throughput(f, paragraphs, form == "flattened")
			fmt.Printf("| %s | %s | %d of %d | %d | %d | %d of %d | %.4g |\n",
				f.name, form, t.found, t.expressions, t.exact, t.value, t.falseHits, t.silent, speed)
		}
	}
	return nil
}

func score(f finder, table []sentence, flat bool) (t tally) {
	for _, s := range table {
		if flat {
			s = s.flattened()
		}
		hits := f.find(s.text, s.published)
		if len(s.expressions) == 0 {
			t.silent++
			if len(hits) > 0 {
				t.falseHits++
			}
		}
		for _, e := range s.expressions {
			t.expressions++
			for _, h := range hits {
				h = trimmed(s.text, h)
				if h.start >= e.end || e.start >= h.end {
					continue
				}
				t.found++
				if trimmed(s.text, hit{start: e.start, end: e.end}).sameSpan(h) {
					t.exact++
				}
				if h.says(e.value) {
					t.value++
				}
				break
			}
		}
	}
	return t
}

func (h hit) sameSpan(other hit) bool { return h.start == other.start && h.end == other.end }

// trimmed leaves out prepositions, articles and marks at the edges, so that no
// package is blamed for taking them in or leaving them out.
func trimmed(text string, h hit) hit {
	for changed := true; changed && h.start < h.end; {
		changed = false
		for _, word := range []string{"on ", "at ", "in ", "by ", "of ", "the ", "a ", "an ", "since ", "until ", "from ", " ", ","} {
			if strings.HasPrefix(strings.ToLower(text[h.start:h.end]), word) {
				h.start += len(word)
				changed = true
			}
		}
	}
	for h.start < h.end && strings.ContainsRune(" .,;:'", rune(text[h.end-1])) {
		h.end--
	}
	return h
}

// says reports whether a hit has the value, or its instant lies in it. An
// instant is compared at the granularity of the value; a part of the day
// counts if the day is right. A duration or set can be no instant.
func (h hit) says(value string) bool {
	if h.at.IsZero() {
		return h.value == value
	}
	at := h.at
	day, clock, timed := strings.Cut(value, "T")
	switch {
	case value == "" || value[0] < '0' || value[0] > '9':
		return false
	case timed && len(clock) >= 5:
		for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00"} {
			if want, err := time.Parse(layout, value); err == nil {
				if layout[len(layout)-1] == '0' { // the value gives a zone
					return at.UTC().Truncate(time.Minute).Equal(want.UTC().Truncate(time.Minute))
				}
				return at.Format("2006-01-02T15:04") == want.Format("2006-01-02T15:04")
			}
		}
		return false
	case len(day) == 10:
		return at.Format(time.DateOnly) == day
	case strings.Contains(value, "-W") && len(value) >= 8:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week) == value[:8]
	case strings.Contains(value, "-Q"):
		return fmt.Sprintf("%04d-Q%d", at.Year(), (int(at.Month())-1)/3+1) == value
	case strings.Contains(value, "-H"):
		return fmt.Sprintf("%04d-H%d", at.Year(), (int(at.Month())-1)/6+1) == value
	case len(value) == 7 && value[5] >= 'A':
		return at.Format("2006") == value[:4]
	case len(value) == 9:
		return at.Format("2006") == value[:4] || at.Format("2006") == value[5:]
	}
	return strings.HasPrefix(at.Format("2006-01"), value)
}

// throughput times passes over the news, paragraph by paragraph, and gives the
// best in MB/s: as many passes as fit into two seconds, at least one.
func throughput(f finder, paragraphs []string, flat bool) float64 {
	published := time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)
	var texts []string
	total := 0
	for _, p := range paragraphs {
		if flat {
			p = sentence{text: p}.flattened().text
		}
		if total += len(p); total > f.size && len(texts) > 0 {
			total -= len(p)
			break
		}
		texts = append(texts, p)
	}
	best := time.Duration(0)
	for spent := time.Duration(0); spent < 2*time.Second; {
		start := time.Now()
		for _, text := range texts {
			f.find(text, published)
		}
		took := time.Since(start)
		if spent += took; best == 0 || took < best {
			best = took
		}
	}
	return float64(total) / 1e6 / best.Seconds()
}
