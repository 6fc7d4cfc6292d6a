package verbatimtest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// interview has a denial, an answer and the answer again in the headline.
func interview() *verbatim.Document {
	first := 2
	return &verbatim.Document{
		Messages: []verbatim.Message{
			{Quote: verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeSpeech}, Text: "I don’t know", Repeats: &first},
			{
				Quote: verbatim.Quote{Form: verbatim.FormIndirect, Mode: verbatim.ModeSpeech, Stance: verbatim.StanceDenied}, Text: "that she had seen the letter",
				Speaker: &verbatim.Party{ID: 0, Name: "Greta Holm"}, Recipient: &verbatim.Party{ID: 1, Name: "Orrin Radio"},
				Channel: verbatim.ChannelInterview, Sent: &verbatim.MessageTime{Value: "2025-03-10"}, URLs: []int{0},
			},
			{Quote: verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeSpeech}, Text: "No, I don’t know.\nAsk somebody else who was there on that day, please"},
		},
		Speakers: []verbatim.Speaker{{ID: 0, Name: "Greta Holm", Aliases: []string{"Holm"}}, {ID: 1, Name: "Orrin Radio"}},
		URLs:     []verbatim.URL{{Address: "orrin.example/a"}},
	}
}

func TestExpect(t *testing.T) {
	tests := []struct {
		name string
		of   func(e *Expectation)
		want []string
	}{
		{"all that is so", func(e *Expectation) {
			e.Messages(3).NoMessage("the bridge").
				Message("SEEN the letter").From("holm").To("ORRIN RADIO").Via(verbatim.ChannelInterview).Stance(verbatim.StanceDenied).
				Form(verbatim.FormIndirect).Mode(verbatim.ModeSpeech).Sent("2025-03-10").Text("that she had seen the letter").URLs("orrin.example/a").
				Message("i don t know").From("").To("").Via("").Sent("").Stance(verbatim.StanceAsserted).URLs()
		}, nil},
		{"another speaker", func(e *Expectation) { e.Message("seen the letter").From("Tomas Reyes") },
			[]string{"message 1 “that she had seen the letter”: speaker is “Greta Holm”; want “Tomas Reyes”"}},
		{"several at once", func(e *Expectation) { e.Message("seen the letter").From("").Stance("").Sent("2025").URLs() },
			[]string{
				"message 1 “that she had seen the letter”: speaker is “Greta Holm”; want nobody",
				"message 1 “that she had seen the letter”: stance is “denied”; want “asserted”",
				"message 1 “that she had seen the letter”: time is “2025-03-10”; want “2025”",
				"message 1 “that she had seen the letter”: address is “orrin.example/a”; want unknown",
			}},
		{"the one that repeats no other", func(e *Expectation) { e.Message("I don’t know").To("Orrin Radio") },
			[]string{`message 2 “No, I don’t know. Ask somebody else who …”: recipient is nobody; want “Orrin Radio”`}},
		{"no such message, which is told once", func(e *Expectation) {
			e.Message("the bridge").From("Ana Lopez").Stance(verbatim.StanceAsked).URLs("x").Message("nor this")
		}, []string{`no message has the words “the bridge”
the document has these:
    0 nobody known (asserted): I don’t know
    1 Greta Holm (denied): that she had seen the letter
    2 nobody known (asserted): No, I don’t know. Ask somebody else who was there on that day, please`}},
		{"words that are none", func(e *Expectation) { e.Message("…") }, []string{`no message has the words “…”
the document has these:
    0 nobody known (asserted): I don’t know
    1 Greta Holm (denied): that she had seen the letter
    2 nobody known (asserted): No, I don’t know. Ask somebody else who was there on that day, please`}},
		{"half a word", func(e *Expectation) { e.NoMessage("seen the lett") }, nil},
		{"what nobody is to say", func(e *Expectation) { e.NoMessage("seen the letter") },
			[]string{"a message has the words “seen the letter”; want none:\n    1 Greta Holm (denied): that she had seen the letter"}},
	}
	for _, test := range tests {
		r := &recorder{TB: t}
		test.of(Expect(r, interview()))
		if diff := cmp.Diff(test.want, r.failures); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	r := &recorder{TB: t}
	Expect(r, nil).Messages(1)
	if diff := cmp.Diff([]string{"0 messages; want 1\nthe document has no messages"}, r.failures); diff != "" {
		t.Errorf("no document (-want +got):\n%s", diff)
	}
}

// TestExpectOfMany checks that a failure lists some of very many messages.
func TestExpectOfMany(t *testing.T) {
	doc := &verbatim.Document{Messages: make([]verbatim.Message, 500)}
	r := &recorder{TB: t}
	Expect(r, doc).Message("anything")
	if lines := strings.Count(r.failures[0], "\n"); lines > 16 || !strings.Contains(r.failures[0], "and 488 more") {
		t.Errorf("a failure of %d lines:\n%s", lines, r.failures[0])
	}
}

func TestDiff(t *testing.T) {
	changed := interview()
	changed.Provenance.Version = "v9.0.0"
	if got := Diff(interview(), changed); got != "" {
		t.Errorf("another version made it:\n%s", got)
	}
	changed.Messages[1].Confidence = 0.4
	changed.Messages[1].Cue = []verbatim.Span{{Start: 1, End: 2}}
	changed.Messages[1].Why = []verbatim.Reason{{Field: verbatim.ReasonForSpeaker, Kind: verbatim.ReasonName}}
	changed.Speakers[0].ID = 5
	const want = `message 1 “that she had seen the letter”
    confidence  “0” → “0.4”
    cue         nothing → “@1-2”
    why         nothing → “speaker by name”
speaker 0 “Greta Holm”
    id  “0” → “5”
`
	if diff := cmp.Diff(want, Diff(interview(), changed)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Diff(interview(), changed, IgnoreConfidence(), IgnoreOffsets(), IgnoreWhy(), IgnoreIDs()); got != "" {
		t.Errorf("with all of it ignored:\n%s", got)
	}
	if got := Diff(interview(), changed, Only("message.speaker", "stance")); got != "" {
		t.Errorf("with speakers and stances compared alone:\n%s", got)
	}
}
