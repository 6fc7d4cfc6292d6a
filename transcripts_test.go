package verbatim_test

import (
	"os"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// A marked transcript is a text of testdata/transcripts.txt without its marks, and
// the pieces that were marked.
type markedTranscript struct {
	name, text string
	pieces     []markedPiece
}

// A markedPiece is a label with the name of the speaker, or words that nobody says.
type markedPiece struct {
	verbatim.Span
	speaker string // "" if nobody is named
	label   bool
}

// TestTranscripts reads every transcript as published and flattened. Nearly every
// turn must have its speaker, and no label may stand within what is said.
func TestTranscripts(t *testing.T) {
	cases := readTranscripts(t)
	for _, form := range []struct {
		name  string
		least int // labels in a hundred
		of    func(markedTranscript) markedTranscript
	}{
		{"published", 98, func(m markedTranscript) markedTranscript { return m }},
		{"flattened", 85, flattenedTranscript},
	} {
		t.Run(form.name, func(t *testing.T) {
			right, all := 0, 0
			for _, c := range cases {
				c = form.of(c)
				wrong := wrongTurns(c, form.name == "published")
				labels := 0
				for _, p := range c.pieces {
					if p.label {
						labels++
					}
				}
				right, all = right+labels-len(wrong), all+labels
				for _, w := range wrong {
					t.Logf("%s: %s", c.name, w)
				}
			}
			t.Logf("%d of %d labels are right", right, all)
			if 100*right < form.least*all {
				t.Errorf("%d of %d labels are right, fewer than %d in a hundred", right, all, form.least)
			}
		})
	}
}

// readTranscripts reads testdata/transcripts.txt.
func readTranscripts(t *testing.T) (cases []markedTranscript) {
	file, err := os.ReadFile("testdata/transcripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(file), "\n== ") {
		name, rest, found := strings.Cut(block, "\n")
		if !found || strings.HasPrefix(block, "#") {
			continue
		}
		c := markedTranscript{name: name}
		var b strings.Builder
		for rest != "" {
			before, after, marked := strings.Cut(rest, "{")
			b.WriteString(before)
			if !marked {
				break
			}
			mark, after, _ := strings.Cut(after, "}")
			words, speaker, _ := strings.Cut(mark, "|")
			p := markedPiece{Span: verbatim.Span{Start: b.Len()}, speaker: speaker, label: speaker != "-"}
			b.WriteString(words)
			p.End = b.Len()
			c.pieces = append(c.pieces, p)
			rest = after
		}
		c.text = b.String()
		cases = append(cases, c)
	}
	return cases
}

// flattenedTranscript flattens a transcript.
func flattenedTranscript(c markedTranscript) markedTranscript {
	flat := verbatim.Flatten(c.text)
	f := markedTranscript{name: c.name, text: flat.Text}
	for _, p := range c.pieces {
		p.Span = flattenedSpan(flat, p.Span)
		f.pieces = append(f.pieces, p)
	}
	return f
}

// flattenedSpan returns the span of the flattened text whose words were made of
// those of a span of the published one.
func flattenedSpan(flat verbatim.FlatText, s verbatim.Span) verbatim.Span {
	var found verbatim.Span
	at := 0
	for word := range strings.FieldsSeq(flat.Text) {
		w := verbatim.Span{Start: at, End: at + len(word)}
		at = w.End + 1
		if original := flat.Original(w); original.Start >= s.Start && original.End <= s.End {
			if found.End == 0 {
				found.Start = w.Start
			}
			found.End = w.End
		} else if found.End == 0 && original.Start >= s.End {
			return verbatim.Span{Start: w.Start, End: w.Start} // a mark alone, of which nothing is left
		}
	}
	return found
}

// wrongTurns describes what is wrong with each turn of a transcript. directions
// says that what nobody says must be left out too.
func wrongTurns(c markedTranscript, directions bool) (wrong []string) {
	doc := verbatim.Parse(c.text)
	for _, p := range c.pieces {
		if !p.label {
			continue
		}
		first := wordAfter(c, p.End)
		m := turnAt(doc, first)
		label := p.In(c.text) + " …" + c.text[p.End:min(len(c.text), p.End+20)]
		switch {
		case m == nil:
			wrong = append(wrong, label+" is no message")
			continue
		case !strings.EqualFold(partyName(m.Speaker), p.speaker):
			wrong = append(wrong, label+" is said by "+partyName(m.Speaker))
			continue
		}
		for _, q := range c.pieces {
			if (q.label || directions) && q.Len() > 0 && overlapsAny(q.Span, m.Content) {
				wrong = append(wrong, label+" goes on over "+q.In(c.text))
				break
			}
		}
	}
	return wrong
}

// wordAfter returns the byte at which the first word at or after byte at stands
// that is not marked.
func wordAfter(c markedTranscript, at int) int {
	for _, p := range c.pieces {
		if !p.label && strings.TrimSpace(c.text[min(at, p.Start):p.Start]) == "" && p.Start >= at {
			at = p.End
		}
	}
	for at < len(c.text) && !isWordByte(c.text[at]) {
		at++
	}
	return at
}

func isWordByte(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b >= 0x80
}

// turnAt returns the message whose content holds a byte.
func turnAt(doc *verbatim.Document, at int) *verbatim.Message {
	for n := range doc.Messages {
		if overlapsAny(verbatim.Span{Start: at, End: at + 1}, doc.Messages[n].Content) {
			return &doc.Messages[n]
		}
	}
	return nil
}

func overlapsAny(s verbatim.Span, others []verbatim.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}
