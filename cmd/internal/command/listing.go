package command

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// listingWidth is how many characters a line of the listing has at most, unless
// one word is longer.
const listingWidth = 80

// printListing writes what was said for people to read: a line with
// time, speaker, recipient, stance and channel, as far as they are known, then the
// words, and what decided the line above them, where that is known. Marks stand
// around words that are the speaker's own throughout.
func printListing(w io.Writer, text string, doc *verbatim.Document) error {
	var b strings.Builder
	if doc.ID != "" {
		b.WriteString("# " + printable(doc.ID) + "\n")
	}
	if doc.Published != nil && doc.Published.Value != "" {
		b.WriteString("# published " + printable(doc.Published.Value) + "\n")
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	for _, m := range doc.Messages {
		b.WriteString(printable(heading(m)) + "\n")
		words := m.Text
		if m.Form == verbatim.FormDirect {
			words = "“" + words + "”"
		}
		wrap(&b, words)
		explain(&b, text, m.Why)
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// heading is the line above the words: "2016-10-12  WikiLeaks → Donald Trump
// Jr, message". What the speaker does not assert is marked beside the name, so
// that a denial is not read as a statement: "Bell [denied]".
func heading(m verbatim.Message) string {
	when, who, channel := "", "unknown", ""
	if m.Sent != nil && m.Sent.Value != "" {
		when = m.Sent.Value + "  "
	}
	if m.Speaker != nil {
		who = m.Speaker.Name
	}
	if m.Recipient != nil {
		who += " → " + m.Recipient.Name
	}
	if m.Stance != verbatim.StanceAsserted {
		who += " [" + m.Stance.String() + "]"
	}
	if m.Channel != "" {
		channel = ", " + strings.ReplaceAll(string(m.Channel), "_", " ")
	}
	return when + who + channel
}

// explain writes a line for each field that reasons speak for: "why channel:
// beside “interview”, message 3".
func explain(b *strings.Builder, text string, why []verbatim.Reason) {
	for n := 0; n < len(why); {
		line := "why " + string(why[n].Field) + ":"
		for field := why[n].Field; n < len(why) && why[n].Field == field; n++ {
			line += " " + strings.ReplaceAll(string(why[n].Kind), "_", " ")
			if span := why[n].Span; span != nil {
				line += " “" + span.In(text) + "”"
			}
			if message := why[n].Message; message != nil {
				line += fmt.Sprintf(" (message %d)", *message)
			}
			line += ","
		}
		wrap(b, strings.TrimSuffix(line, ","))
	}
}

// wrap writes words in lines of at most listingWidth characters, indented.
func wrap(b *strings.Builder, words string) {
	const indent = "    "
	width := 0
	for word := range strings.FieldsSeq(words) {
		word = printable(word)
		size := utf8.RuneCountInString(word)
		switch {
		case width == 0:
			b.WriteString(indent)
			width = len(indent)
		case width+1+size > listingWidth:
			b.WriteString("\n" + indent)
			width = len(indent)
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += size
	}
	b.WriteByte('\n')
}
