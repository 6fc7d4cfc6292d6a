package verbatimtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// An Expectation is what a test expects of a document. Each method reports what is
// not so, with what is there instead, and the test goes on.
type Expectation struct {
	t   testing.TB
	doc *verbatim.Document
}

// Expect begins the expectations of a test:
//
//	verbatimtest.Expect(t, doc).Message("seen the letter").
//		From("Greta Holm").To("Orrin Radio").Via(verbatim.ChannelInterview).Stance(verbatim.StanceDenied)
func Expect(t testing.TB, doc *verbatim.Document) *Expectation {
	if doc == nil {
		doc = new(verbatim.Document)
	}
	return &Expectation{t, doc}
}

// Messages expects that many messages, repetitions included.
func (e *Expectation) Messages(count int) *Expectation {
	e.t.Helper()
	if got := len(e.doc.Messages); got != count {
		e.t.Errorf("%d messages; want %d\n%s", got, count, e.overview())
	}
	return e
}

// NoMessage expects that nobody says these words, which are found as in Message.
func (e *Expectation) NoMessage(words string) *Expectation {
	e.t.Helper()
	if n := e.find(words); n >= 0 {
		e.t.Errorf("a message has the words “%s”; want none:\n%s", words, overviewLine(n, &e.doc.Messages[n]))
	}
	return e
}

// Message expects a message that holds these words next to each other in its
// readable text, whatever their marks and capitals. Of several it is the one that
// repeats no other, then the shortest, then the first.
func (e *Expectation) Message(words string) *ExpectedMessage {
	e.t.Helper()
	n := e.find(words)
	if n < 0 {
		e.t.Errorf("no message has the words “%s”\n%s", words, e.overview())
		return &ExpectedMessage{t: e.t}
	}
	return &ExpectedMessage{e.t, e.doc, &e.doc.Messages[n], n}
}

// find returns the index of the message with these words, or -1.
func (e *Expectation) find(words string) int {
	flat := verbatim.Flatten(words).Text
	best := -1
	for n := range e.doc.Messages {
		m := &e.doc.Messages[n]
		if flat == "" || !strings.Contains(" "+verbatim.Flatten(m.Text).Text+" ", " "+flat+" ") {
			continue
		}
		if best < 0 || better(m, &e.doc.Messages[best]) {
			best = n
		}
	}
	return best
}

// better reports whether m is rather meant than other.
func better(m, other *verbatim.Message) bool {
	if (m.Repeats == nil) != (other.Repeats == nil) {
		return m.Repeats == nil
	}
	return len(m.Text) < len(other.Text)
}

// overviewLines is how many messages a failure lists.
const overviewLines = 12

// overview lists the messages that there are.
func (e *Expectation) overview() string {
	if len(e.doc.Messages) == 0 {
		return "the document has no messages"
	}
	var b strings.Builder
	b.WriteString("the document has these:")
	for n := range e.doc.Messages {
		if n == overviewLines {
			fmt.Fprintf(&b, "\n    … and %d more", len(e.doc.Messages)-n)
			break
		}
		b.WriteString("\n" + overviewLine(n, &e.doc.Messages[n]))
	}
	return b.String()
}

func overviewLine(n int, m *verbatim.Message) string {
	return fmt.Sprintf("    %d %s (%s): %s", n, plain(nameOf(m.Speaker)), m.Stance, plain(beginning(m.Text, 16)))
}

func nameOf(p *verbatim.Party) string {
	if p == nil {
		return "nobody known"
	}
	return p.Name
}

// beginning returns the first words of a text.
func beginning(text string, most int) string {
	words := strings.Fields(text)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most], " ") + " …"
}

// An ExpectedMessage is a message of which something is expected. Where there is
// no such message, that alone has been reported, and all else holds.
type ExpectedMessage struct {
	t       testing.TB
	doc     *verbatim.Document
	message *verbatim.Message // nil where there is none
	index   int
}

// Message goes on with another message of the document.
func (m *ExpectedMessage) Message(words string) *ExpectedMessage {
	m.t.Helper()
	if m.message == nil {
		return m
	}
	return Expect(m.t, m.doc).Message(words)
}

// From expects the speaker by name or alias, whatever the capitals; "" that nobody
// is known to have said it.
func (m *ExpectedMessage) From(name string) *ExpectedMessage {
	m.t.Helper()
	return m.party("speaker", name, func(m *verbatim.Message) *verbatim.Party { return m.Speaker })
}

// To expects the recipient, as From does the speaker.
func (m *ExpectedMessage) To(name string) *ExpectedMessage {
	m.t.Helper()
	return m.party("recipient", name, func(m *verbatim.Message) *verbatim.Party { return m.Recipient })
}

// Via expects the channel; "" that it is unknown.
func (m *ExpectedMessage) Via(channel verbatim.Channel) *ExpectedMessage {
	m.t.Helper()
	return m.word("channel", string(channel), func(m *verbatim.Message) string { return string(m.Channel) })
}

// Stance expects what the speaker does with the content.
func (m *ExpectedMessage) Stance(stance verbatim.Stance) *ExpectedMessage {
	m.t.Helper()
	return m.word("stance", stance.String(), func(m *verbatim.Message) string { return m.Stance.String() })
}

// Form expects how far the content is word for word.
func (m *ExpectedMessage) Form(form verbatim.Form) *ExpectedMessage {
	m.t.Helper()
	return m.word("form", string(form), func(m *verbatim.Message) string { return string(m.Form) })
}

// Mode expects the act by which the content came to be known.
func (m *ExpectedMessage) Mode(mode verbatim.Mode) *ExpectedMessage {
	m.t.Helper()
	return m.word("mode", string(mode), func(m *verbatim.Message) string { return string(m.Mode) })
}

// Sent expects the TIMEX3 value of the time, such as "2016-10-12"; "" that it is
// unknown.
func (m *ExpectedMessage) Sent(value string) *ExpectedMessage {
	m.t.Helper()
	return m.word("time", value, func(m *verbatim.Message) string {
		if m.Sent == nil {
			return ""
		}
		return m.Sent.Value
	})
}

// Text expects the whole readable text, to the letter.
func (m *ExpectedMessage) Text(text string) *ExpectedMessage {
	m.t.Helper()
	return m.word("text", text, func(m *verbatim.Message) string { return m.Text })
}

// URLs expects these addresses in this order; none for no address.
func (m *ExpectedMessage) URLs(addresses ...string) *ExpectedMessage {
	m.t.Helper()
	return m.word("address", strings.Join(addresses, ", "), func(message *verbatim.Message) string {
		var got []string
		for _, n := range message.URLs {
			if n >= 0 && n < len(m.doc.URLs) {
				got = append(got, m.doc.URLs[n].Address)
			}
		}
		return strings.Join(got, ", ")
	})
}

// party compares one end of the message.
func (m *ExpectedMessage) party(field, want string, of func(*verbatim.Message) *verbatim.Party) *ExpectedMessage {
	m.t.Helper()
	if m.message == nil {
		return m
	}
	if got := of(m.message); !m.isCalled(got, want) {
		name := ""
		if got != nil {
			name = got.Name
		}
		m.t.Errorf("%s: %s is %s; want %s", m.place(), field, orNobody(name), orNobody(want))
	}
	return m
}

// isCalled reports whether a party has a name, or another form of it.
func (m *ExpectedMessage) isCalled(p *verbatim.Party, name string) bool {
	if p == nil || name == "" {
		return p == nil && name == ""
	}
	if strings.EqualFold(p.Name, name) {
		return true
	}
	return p.ID >= 0 && p.ID < len(m.doc.Speakers) &&
		slices.ContainsFunc(m.doc.Speakers[p.ID].Aliases, func(alias string) bool { return strings.EqualFold(alias, name) })
}

// word compares a field that is a word.
func (m *ExpectedMessage) word(field, want string, of func(*verbatim.Message) string) *ExpectedMessage {
	m.t.Helper()
	if m.message == nil {
		return m
	}
	if got := of(m.message); got != want {
		m.t.Errorf("%s: %s is %s; want %s", m.place(), field, orUnknown(got), orUnknown(want))
	}
	return m
}

// place says which message it is.
func (m *ExpectedMessage) place() string {
	return fmt.Sprintf("message %d “%s”", m.index, plain(beginning(m.message.Text, 8)))
}

func orNobody(name string) string {
	if name == "" {
		return "nobody"
	}
	return "“" + plain(name) + "”"
}

func orUnknown(value string) string {
	if value == "" {
		return "unknown"
	}
	return "“" + plain(value) + "”"
}
