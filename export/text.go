package export

import (
	"fmt"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// textRecord lists what was said for people to read: a line with the message's
// index, time, speaker, recipient, stance, channel and confidence, as far as they
// are known, then the words, then the addresses, and what decided the line above
// them, where that is known. Marks stand around words that are the speaker's own
// throughout.
func textRecord(a *article) ([]byte, error) {
	l := &lister{article: a}
	if a.ID != "" {
		l.line(l.bold("# " + Visible(a.ID)))
	}
	if a.Published != nil && a.Published.Value != "" {
		l.line(l.faint("# published " + Visible(timeForPeople(a.Published.Value))))
	}
	if l.Len() > 0 {
		l.line("")
	}
	for n := range a.Messages {
		l.message(n)
	}
	return []byte(l.String()), nil
}

// A lister writes one article.
type lister struct {
	*article
	strings.Builder
}

func (l *lister) line(text string) { l.WriteString(text + "\n") }

func (l *lister) message(n int) {
	m := &l.Messages[n]
	heading := joinedHeading(headingParts(m), func(part headingPart, text string) string {
		switch part {
		case partWho:
			return l.bold(text)
		case partStance:
			return l.alarm(text)
		}
		return text
	})
	l.line(l.faint(fmt.Sprintf("%2d", n)) + "  " + heading + l.faint(fmt.Sprintf(", %.0f %%", 100*m.Confidence)))
	said := m.Text
	if m.Form == verbatim.FormDirect {
		said = "“" + said + "”"
	}
	l.WriteString(Wrap(said))
	for _, url := range m.URLs {
		l.WriteString(Wrap("link " + l.URLs[url].Address + damage(&l.URLs[url])))
	}
	if m.Repeats != nil {
		l.WriteString(Wrap(fmt.Sprintf("said again: message %d", *m.Repeats)))
	}
	l.why(m.Why)
	l.line("")
}

// damage says what an address has lost: " (case lost)".
func damage(u *verbatim.URL) string {
	if len(u.Lossy) == 0 {
		return ""
	}
	return " (" + lossOf(u, " and ", "") + " lost)"
}

// why writes a line for each field that reasons speak for: "why channel: beside
// “interview”, message 3".
func (l *lister) why(why []verbatim.Reason) {
	for n := 0; n < len(why); {
		line := "why " + string(why[n].Field) + ":"
		for field := why[n].Field; n < len(why) && why[n].Field == field; n++ {
			line += " " + words(why[n].Kind)
			if span := why[n].Span; span != nil {
				line += " “" + span.In(l.text) + "”"
			}
			if message := why[n].Message; message != nil {
				line += fmt.Sprintf(" (message %d)", *message)
			}
			line += ","
		}
		l.WriteString(Wrap(strings.TrimSuffix(line, ",")))
	}
}

// bold, faint and alarm are for terminals (ECMA-48, SGR).
func (l *lister) bold(text string) string  { return l.styled("1", text) }
func (l *lister) faint(text string) string { return l.styled("2", text) }
func (l *lister) alarm(text string) string { return l.styled("1;33", text) }

func (l *lister) styled(style, text string) string {
	if !l.options.Color {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}
