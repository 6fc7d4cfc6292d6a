package htmlview

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// A card is a message as the page lists it. Numbers count from 1.
type card struct {
	Number     int
	Speaker    *voice
	Recipient  *voice // nil where the record has none
	Stance     stance
	Manner     string // channel, form and mode, in words
	When       *moment
	Words      string
	Quoted     bool // the words are the speaker's own throughout
	Confidence int  // in per cent
	Repeats    int  // number of the message whose words it gives again; 0 if none
	Links      []link
	Why        []reason

	// The pieces of the article that belong to the message, as numbers: "3-5 9".
	ContentPieces, SourcePieces, CuePieces, TimePieces, LinkPieces string
}

// Doubtful reports whether the record is about as likely wrong as right.
func (c *card) Doubtful() bool { return c.Confidence < 50 }

// cardsOf returns the messages in the order of the document.
func cardsOf(text string, doc *verbatim.Document, voices []voice, c *cutting) []card {
	cards := make([]card, len(doc.Messages))
	for n := range doc.Messages {
		m := &doc.Messages[n]
		cards[n] = card{
			Number: n + 1, Speaker: voiceOf(voices, m.Speaker), Stance: stanceOf(m.Stance), Manner: mannerOf(m),
			Words: shown(m.Text), Quoted: m.Form == verbatim.FormDirect, Confidence: int(100*m.Confidence + 0.5), Why: reasonsOf(text, m.Why),
		}
		if m.Recipient != nil {
			cards[n].Recipient = &voices[m.Recipient.ID]
		}
		if m.Sent != nil {
			when := newMoment(m.Sent.Value)
			cards[n].When = &when
		}
		if m.Repeats != nil {
			cards[n].Repeats = *m.Repeats + 1
		}
		for _, u := range m.URLs {
			cards[n].Links = append(cards[n].Links, newLink(doc.URLs[u], doc.URLs[u].In(text)))
		}
	}
	placePieces(cards, doc, c.marks)
	return cards
}

// placePieces tells every card which pieces are its message's.
func placePieces(cards []card, doc *verbatim.Document, marks []cutMark) {
	times, links := make([]string, len(doc.Timestamps)), make([]string, len(doc.URLs))
	for _, m := range marks {
		switch m.kind {
		case content:
			addPieces(&cards[m.of].ContentPieces, m)
		case source:
			addPieces(&cards[m.of].SourcePieces, m)
		case cue:
			addPieces(&cards[m.of].CuePieces, m)
		case timestamp:
			addPieces(&times[m.of], m)
		case address:
			addPieces(&links[m.of], m)
		}
	}
	for n := range doc.Messages {
		if sent := doc.Messages[n].Sent; sent != nil && sent.Timestamp != nil {
			cards[n].TimePieces = times[*sent.Timestamp]
		}
		var all []string
		for _, u := range doc.Messages[n].URLs {
			all = append(all, links[u])
		}
		cards[n].LinkPieces = strings.Join(all, " ")
	}
}

// addPieces adds the pieces of a mark to a list of ranges.
func addPieces(list *string, m cutMark) {
	if m.first == m.end {
		return
	}
	if *list != "" {
		*list += " "
	}
	*list += strconv.Itoa(m.first)
	if last := m.end - 1; last > m.first {
		*list += "-" + strconv.Itoa(last)
	}
}

// mannerOf says how a message came, and in whose words it is given.
func mannerOf(m *verbatim.Message) string {
	words := []string{"channel not told"}
	if m.Channel != "" {
		words = []string{strings.ReplaceAll(string(m.Channel), "_", " ")}
	}
	switch m.Mode {
	case verbatim.ModeWriting:
		words = append(words, "in writing")
	case verbatim.ModeThought:
		words = append(words, "thought")
	}
	switch m.Form {
	case verbatim.FormIndirect:
		words = append(words, "in the writer’s words")
	case verbatim.FormMixed:
		words = append(words, "partly word for word")
	case verbatim.FormDirect:
		words = append(words, "word for word")
	}
	return strings.Join(words, ", ")
}

// A stance is what a speaker does with a message, as the page says it.
type stance struct {
	Value string // as in the record, "asserted" included
	Label string // empty for asserted
	About string
}

var stances = []stance{
	{"asserted", "", "put forward as so"},
	{"denied", "Denied", "said not to be so"},
	{"asked", "Asked", "put as a question"},
	{"requested", "Requested", "somebody is to do it, or not to"},
	{"promised", "Promised", "a promise, a threat or an offer"},
	{"conditional", "Not yet said", "expected, or said only if something happens"},
	{"withheld", "Not told", "the speaker expressly did not say"},
}

func stanceOf(s verbatim.Stance) stance {
	for _, known := range stances {
		if known.Value == s.String() {
			return known
		}
	}
	return stance{string(s), shown(string(s)), ""} // a document that holds it is not valid
}

// A reason says what decided one field of a message.
type reason struct {
	Field string
	Told  []told
}

// A told is one thing that spoke for a field.
type told struct {
	By      string
	Words   string
	Message int // number of another message; 0 for none
}

// reasonsOf puts the reasons of each field together.
func reasonsOf(text string, why []verbatim.Reason) []reason {
	var reasons []reason
	for _, r := range why {
		field := string(r.Field)
		if r.Field == verbatim.ReasonForSent {
			field = "time"
		}
		if len(reasons) == 0 || reasons[len(reasons)-1].Field != field {
			reasons = append(reasons, reason{Field: field})
		}
		t := told{By: strings.ReplaceAll(string(r.Kind), "_", " ")}
		if r.Span != nil {
			t.Words = shown(r.Span.In(text))
		}
		if r.Message != nil {
			t.Message = *r.Message + 1
		}
		last := &reasons[len(reasons)-1]
		last.Told = append(last.Told, t)
	}
	return reasons
}

// inOrder returns the cards as they were sent, each followed by those that give
// its words again.
func inOrder(cards []card, doc *verbatim.Document) []*card {
	originals := originalsOf(doc)
	repeating := make([][]int, len(cards))
	for n := range doc.Messages {
		if doc.Messages[n].Repeats != nil {
			repeating[originals[n]] = append(repeating[originals[n]], n)
		}
	}
	ordered := make([]*card, 0, len(cards))
	for n := range doc.Timeline() {
		ordered = append(ordered, &cards[n])
		for _, r := range repeating[n] {
			ordered = append(ordered, &cards[r])
		}
	}
	return ordered
}

// originalsOf returns for every message the one that its words come from in the
// end. The way there is made shorter as it is gone.
func originalsOf(doc *verbatim.Document) []int {
	to := make([]int, len(doc.Messages))
	for n := range to {
		to[n] = n
		if r := doc.Messages[n].Repeats; r != nil {
			to[n] = *r
		}
	}
	for n := range to {
		at := n
		for to[at] != at {
			to[at] = to[to[at]]
			at = to[at]
		}
		to[n] = at
	}
	return to
}
