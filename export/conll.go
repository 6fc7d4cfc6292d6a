package export

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// conllHead names the columns, as CoNLL-U Plus has it.
const conllHead = "# global.columns = ID FORM VERBATIM:START VERBATIM:END VERBATIM:QUOTE VERBATIM:MESSAGE VERBATIM:STANCE VERBATIM:SPEAKER VERBATIM:TIME VERBATIM:ADDRESS\n"

// conllRecord makes the token lines of an article. What BIO cannot hold stands
// above them in comments, as JSON: one for each speaker, time, address and
// message.
func conllRecord(a *article) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("# newdoc")
	if id := Visible(a.ID); id != "" {
		out.WriteString(" id = " + id)
	}
	out.WriteByte('\n')
	if err := a.conllComments(&out); err != nil {
		return nil, err
	}
	a.conllTokens(&out)
	return out.Bytes(), nil
}

func (a *article) conllComments(out *bytes.Buffer) error {
	// Readers such as Python's conllu keep one comment of a name.
	add := func(name string, n int, value any) error {
		content, err := encoded(value, "")
		fmt.Fprintf(out, "# verbatim_%s_%d = ", name, n)
		out.Write(content)
		return err
	}
	var all []error
	for n := range a.Speakers {
		all = append(all, add("speaker", n, speakerNoteOf(&a.Speakers[n], n)))
	}
	for n := range a.Timestamps {
		all = append(all, add("timestamp", n, timeNoteOf(&a.Timestamps[n], n)))
	}
	for n := range a.URLs {
		all = append(all, add("url", n, addressNoteOf(&a.URLs[n], n)))
	}
	for n := range a.Messages {
		all = append(all, add("message", n, messageNoteOf(&a.Messages[n], n)))
	}
	return errors.Join(all...)
}

// A label is one span of a column with what stands there for it.
type label struct {
	verbatim.Span
	tag, message, stance string
}

// A column gives each token the labels that cover it.
type column struct {
	labels []label // by beginning, the longer first
	next   int
	open   []label // those that have begun, as they began
}

func newColumn(labels []label) *column {
	slices.SortStableFunc(labels, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return &column{labels: labels}
}

// at returns the labels of the token that covers s, each with B- or I-, the
// outermost first.
func (c *column) at(s verbatim.Span) []label {
	c.open = slices.DeleteFunc(c.open, func(l label) bool { return l.End <= s.Start })
	var covering []label
	for _, l := range c.open {
		l.tag = "I-" + l.tag
		covering = append(covering, l)
	}
	for ; c.next < len(c.labels) && c.labels[c.next].Start < s.End; c.next++ {
		l := c.labels[c.next]
		if l.End <= s.Start {
			continue
		}
		c.open = append(c.open, l)
		l.tag = "B-" + l.tag
		covering = append(covering, l)
	}
	return covering
}

// conllTokens writes the token lines, with an empty line after each paragraph.
func (a *article) conllTokens(out *bytes.Buffer) {
	quotes, speakers, times, addresses := newColumn(a.quoteLabels()), newColumn(a.speakerLabels()), newColumn(a.timeLabels()), newColumn(a.addressLabels())
	number := 0
	for t := range tokens(a.text, a.Document) {
		if number > 0 && t.paragraph && len(quotes.open) == 0 && len(speakers.open) == 0 && len(times.open) == 0 && len(addresses.open) == 0 {
			out.WriteByte('\n')
			number = 0
		}
		number++
		at := a.count(t.Span)
		form := Visible(t.In(a.text))
		if form == "" {
			form = "\uFFFD"
		}
		quoted := quotes.at(t.Span)
		cells := []string{
			strconv.Itoa(number), form, strconv.Itoa(at.Start), strconv.Itoa(at.End),
			cell(quoted, "O", func(l label) string { return l.tag }),
			cell(quoted, "_", func(l label) string { return l.message }),
			cell(quoted, "_", func(l label) string { return l.stance }),
			cell(speakers.at(t.Span), "O", func(l label) string { return l.tag }),
			cell(times.at(t.Span), "O", func(l label) string { return l.tag }),
			cell(addresses.at(t.Span), "O", func(l label) string { return l.tag }),
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
		quotes.close(t.End)
		speakers.close(t.End)
		times.close(t.End)
		addresses.close(t.End)
	}
	out.WriteByte('\n')
}

// close forgets the labels that end at byte end.
func (c *column) close(end int) {
	c.open = slices.DeleteFunc(c.open, func(l label) bool { return l.End <= end })
}

// cell joins what stands for the labels, none for none of them.
func cell(labels []label, none string, of func(label) string) string {
	if len(labels) == 0 {
		return none
	}
	parts := make([]string, len(labels))
	for n, l := range labels {
		parts[n] = of(l)
	}
	return strings.Join(parts, "|")
}

// quoteLabels has the contents, the speaker's own words, the cues and the sources.
func (a *article) quoteLabels() []label {
	var labels []label
	for n := range a.Messages {
		m := &a.Messages[n]
		message, stance := strconv.Itoa(n), Visible(m.Stance.String())
		add := func(tag string, spans ...verbatim.Span) {
			for _, s := range spans {
				labels = append(labels, label{s, tag, message, stance})
			}
		}
		add("content", m.Content...)
		add("verbatim", m.Verbatim...)
		add("cue", m.Cue...)
		if m.Source != nil {
			add("source", *m.Source)
		}
	}
	return labels
}

func (a *article) speakerLabels() []label {
	var labels []label
	for n := range a.Speakers {
		for _, s := range a.Speakers[n].Mentions {
			labels = append(labels, label{Span: s, tag: strconv.Itoa(n)})
		}
	}
	return labels
}

func (a *article) timeLabels() []label {
	labels := make([]label, len(a.Timestamps))
	for n := range a.Timestamps {
		t := &a.Timestamps[n]
		labels[n] = label{Span: t.Span, tag: bratType(t.Type)}
	}
	return labels
}

func (a *article) addressLabels() []label {
	labels := make([]label, len(a.URLs))
	for n := range a.URLs {
		u := &a.URLs[n]
		labels[n] = label{Span: u.Span, tag: bratType(u.Kind)}
	}
	return labels
}
