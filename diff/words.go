package diff

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
)

// Words shown of a text that is longer: those that differ with some on either
// side, and those that tell which message it is.
const (
	besideChange = 3
	shownWhole   = 12
	shownOfName  = 8
)

// cutToChange returns two texts cut to the words in which they differ, with a few
// on either side; both are whole if they are short.
func cutToChange(before, after string) (from, to string) {
	a, b := strings.Fields(before), strings.Fields(after)
	if len(a) <= shownWhole && len(b) <= shownWhole {
		return before, after
	}
	first := 0
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	last := 0 // words that are equal at the end
	for last < min(len(a), len(b))-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	if first == len(a) && first == len(b) {
		return before, after // only the spaces differ
	}
	first, last = max(0, first-besideChange), max(0, last-besideChange)
	return cut(a, first, len(a)-last), cut(b, first, len(b)-last)
}

// cut returns some of the words, with dots for the others.
func cut(words []string, first, last int) string {
	text := strings.Join(words[first:last], " ")
	if first > 0 {
		text = "… " + text
	}
	if last < len(words) {
		text += " …"
	}
	return text
}

// beginning returns the first words of a text.
func beginning(text string) string {
	words := strings.Fields(text)
	if len(words) <= shownOfName {
		return strings.Join(words, " ")
	}
	return cut(words, 0, shownOfName)
}

// offsets writes spans as "@3-40 @45-51".
func offsets(spans []verbatim.Span) string {
	list := make([]string, len(spans))
	for n, s := range spans {
		list[n] = fmt.Sprintf("@%d-%d", s.Start, s.End)
	}
	return strings.Join(list, " ")
}

func offsetOf(span *verbatim.Span) []verbatim.Span {
	if span == nil {
		return nil
	}
	return []verbatim.Span{*span}
}

// list writes several values in a line.
func list(values []string) string { return strings.Join(values, "; ") }

func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// instant writes a time; a midnight without its clock.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strings.TrimSuffix(t.Format(time.RFC3339Nano), "T00:00:00Z")
}

func yesOrNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
