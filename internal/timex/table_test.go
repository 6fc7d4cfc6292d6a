package timex

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A timeCase is one sentence of testdata/timestamps.
type timeCase struct {
	file      string
	line      int
	text      string
	published time.Time
	want      []markedTime
	wrong     bool // known to come out wrong
}

// A markedTime is an expression as the case marks it, in either form of text.
type markedTime struct {
	Text  string // its words, flattened
	Type  Kind
	Value string
}

// readTimeCases reads a file of testdata/timestamps; its README has the format.
func readTimeCases(t testing.TB, name string) (cases []timeCase) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "timestamps", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	published := time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		day, directive := strings.CutPrefix(line, "@ ")
		switch {
		case line == "" || line[0] == '#':
		case directive && day == "none":
			published = time.Time{}
		case directive:
			if published, err = time.Parse(time.DateOnly, day); err != nil {
				t.Fatal(err)
			}
		default:
			c := parseTimeCase(t, line)
			c.file, c.line, c.published = name, n, published
			cases = append(cases, c)
		}
	}
	return cases
}

func parseTimeCase(t testing.TB, line string) (c timeCase) {
	line, c.wrong = strings.CutPrefix(line, "~")
	for {
		before, rest, more := strings.Cut(line, "{")
		c.text += before
		if !more {
			return c
		}
		marked, after, ok := strings.Cut(rest, "}")
		words, reading, ok2 := strings.Cut(marked, "=")
		if !ok || !ok2 {
			t.Fatalf("no {expression=value} in %q", line)
		}
		kind, value, typed := strings.Cut(reading, " ")
		if !typed {
			kind, value = "DATE", reading
		}
		flat, _ := token.Flatten(words)
		c.want = append(c.want, markedTime{flat, Kind(kind), value})
		c.text += words
		line = after
	}
}

func markedTimes(text string, published time.Time) (got []markedTime) {
	for _, ts := range read(text, published) {
		flat, _ := token.Flatten(ts.In(text))
		got = append(got, markedTime{flat, ts.Type(), ts.Value})
	}
	return got
}

// TestTimes reads every sentence of testdata/timestamps in both forms.
func TestTimes(t *testing.T) {
	expressions, silent := 0, 0
	for _, file := range []string{"calendar.txt", "relative.txt", "amounts.txt", "clocks.txt", "stamps.txt", "traps.txt"} {
		for _, c := range readTimeCases(t, file) {
			expressions += len(c.want)
			if len(c.want) == 0 {
				silent++
			}
			flat, _ := token.Flatten(c.text)
			right := true
			for _, text := range []string{c.text, flat} {
				diff := cmp.Diff(c.want, markedTimes(text, c.published))
				right = right && diff == ""
				if diff != "" && !c.wrong {
					t.Errorf("%s:%d: %s\n(-want +got)\n%s", c.file, c.line, text, diff)
				}
			}
			if right && c.wrong {
				t.Errorf("%s:%d comes out right: remove its ~", c.file, c.line)
			}
		}
	}
	if expressions < 300 || silent < 60 {
		t.Errorf("the table has %d expressions and %d sentences without one; it promises 300 and 60", expressions, silent)
	}
}
