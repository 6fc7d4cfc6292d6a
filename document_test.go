package verbatim_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// TestViews checks that the parts that can be asked for alone are those of the
// whole, in every golden case.
func TestViews(t *testing.T) {
	for _, c := range readCases(t) {
		doc := c.document()
		quotes := make([]verbatim.Quote, len(doc.Messages))
		for n := range doc.Messages {
			quotes[n] = doc.Messages[n].Quote
		}
		for name, views := range map[string][2]any{
			"quotes":     {quotes, c.parser.FindQuotes(c.text)},
			"speakers":   {doc.Speakers, c.parser.FindSpeakers(c.text)},
			"timestamps": {doc.Timestamps, c.parser.FindTimestamps(c.text)},
			"addresses":  {doc.URLs, c.parser.FindURLs(c.text)},
		} {
			if diff := cmp.Diff(views[0], views[1]); diff != "" {
				t.Errorf("%s: the %s alone differ (-Parse +alone):\n%s", c.name, name, diff)
			}
		}
	}
}

const twoVoices = "“We go at noon,” said Ana Lopez. “They told us,” said Ben Okafor. “And we return,” Lopez said."

func TestMessagesBy(t *testing.T) {
	doc := verbatim.Parse(twoVoices)
	lopez, ok := doc.SpeakerNamed("ANA LOPEZ")
	if !ok {
		t.Fatal("no Ana Lopez")
	}
	if again, ok := doc.SpeakerNamed("lopez"); !ok || again != lopez {
		t.Errorf("lopez is %v, %t", again, ok)
	}
	if _, ok := doc.SpeakerNamed("Cara Nwosu"); ok {
		t.Error("there is a Cara Nwosu")
	}
	var got []string
	for n, m := range doc.MessagesBy(lopez.ID) {
		if m != &doc.Messages[n] {
			t.Errorf("message %d comes with another one", n)
		}
		got = append(got, verbatim.Excerpt(twoVoices, m.Verbatim...))
	}
	if diff := cmp.Diff([]string{"We go at noon", "And we return"}, got); diff != "" {
		t.Errorf("what Lopez said (-want +got):\n%s", diff)
	}
	for range doc.MessagesBy(lopez.ID) {
		break // leaving early is no fault
	}
}

// A name comes before the alias of another.
func TestSpeakerNamedPrefersNames(t *testing.T) {
	doc := verbatim.Document{Speakers: []verbatim.Speaker{{ID: 0, Name: "Ana Lopez", Aliases: []string{"Lopez"}}, {ID: 1, Name: "Lopez"}}}
	if s, ok := doc.SpeakerNamed("LOPEZ"); !ok || s.ID != 1 {
		t.Errorf("got %v", s)
	}
}

func TestExcerpt(t *testing.T) {
	const text = "“We go,” she said, “at noon.”"
	spans := []verbatim.Span{{Start: 3, End: 8}, {Start: 26, End: 33}}
	if got := verbatim.Excerpt(text, spans...); got != "We go … at noon" {
		t.Errorf("Excerpt = %q", got)
	}
	if got := verbatim.Excerpt(text); got != "" {
		t.Errorf("Excerpt of nothing = %q", got)
	}
}

// TestAllSpans moves every span of a document by one byte and back: each is met
// once, and the result is the document of the shifted text.
func TestAllSpans(t *testing.T) {
	for _, c := range readCases(t) {
		c.parser.Light = true // whichever reads
		doc := c.parser.Parse(c.text)
		met := make(map[*verbatim.Span]bool)
		for s := range doc.AllSpans() {
			if met[s] {
				t.Fatalf("%s: a span is met twice", c.name)
			}
			met[s] = true
			s.Start++
			s.End++
		}
		if err := doc.Validate(" " + c.text); err != nil {
			t.Errorf("%s: a span is not met: %v", c.name, err)
		}
		for range doc.AllSpans() {
			break
		}
	}
}

func TestMessagesTo(t *testing.T) {
	doc := &verbatim.Document{Messages: []verbatim.Message{
		{Recipient: &verbatim.Party{ID: 1}}, {Speaker: &verbatim.Party{ID: 1}}, {}, {Recipient: &verbatim.Party{ID: 0}}, {Recipient: &verbatim.Party{ID: 1}},
	}}
	var got []int
	for n, m := range doc.MessagesTo(1) {
		if m != &doc.Messages[n] {
			t.Errorf("message %d comes with another one", n)
		}
		got = append(got, n)
	}
	if diff := cmp.Diff([]int{0, 4}, got); diff != "" {
		t.Errorf("what speaker 1 was told (-want +got):\n%s", diff)
	}
	for range doc.MessagesTo(1) {
		break // leaving early is no fault
	}
}
