package verbatim_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// sentOn returns a message of a day of March 2025, or without a time.
func sentOn(day int) verbatim.Message {
	if day == 0 {
		return verbatim.Message{}
	}
	from := time.Date(2025, time.March, day, 0, 0, 0, 0, time.UTC)
	return verbatim.Message{Sent: &verbatim.MessageTime{Value: from.Format(time.DateOnly), From: from, To: from.AddDate(0, 0, 1)}}
}

func TestTimeline(t *testing.T) {
	repeated := 1
	again := sentOn(2)
	again.Repeats = &repeated
	tests := []struct {
		name     string
		messages []verbatim.Message
		want     []int
	}{
		{"nothing was said", nil, []int{}},
		{"no time is known", []verbatim.Message{sentOn(0), sentOn(0)}, []int{0, 1}},
		{"an earlier day is told later", []verbatim.Message{sentOn(9), sentOn(3), sentOn(6)}, []int{1, 2, 0}},
		{"an unknown time stays with what it follows", []verbatim.Message{sentOn(9), sentOn(0), sentOn(3), sentOn(0)}, []int{2, 3, 0, 1}},
		{"what comes before any time comes first", []verbatim.Message{sentOn(0), sentOn(9), sentOn(3)}, []int{0, 2, 1}},
		{"one day keeps the order of the text", []verbatim.Message{sentOn(4), sentOn(4), sentOn(4)}, []int{0, 1, 2}},
		{"what is said again is left out", []verbatim.Message{again, sentOn(2), sentOn(1)}, []int{2, 1}},
		{"a time outside the calendar is none", []verbatim.Message{sentOn(5), {Sent: &verbatim.MessageTime{Value: "PAST_REF"}}, sentOn(2)}, []int{2, 0, 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			document := verbatim.Document{Messages: test.messages}
			got := []int{}
			for n, m := range document.Timeline() {
				if m != &document.Messages[n] {
					t.Errorf("message %d comes with another one", n)
				}
				got = append(got, n)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Timeline (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRepeats(t *testing.T) {
	const (
		again = `“We counted every goose twice before the gates were shut,” Ottoline Marsh told the Fenwick Courier.

“Nobody has ever asked me,” said Piet Gorse, who sweeps the yard.

A notice at the gate says: “We counted every goose twice before the gates were shut.”
`
		headline = `‘Every goose was counted twice,’ says warden

By Una Blake

The warden of a flooded reserve says that nobody was careless. “Every goose was counted twice before the gates were shut,” Ottoline Marsh told the Fenwick Courier on Tuesday.
`
		short = `“We are very glad,” said Ottoline Marsh. “We are very glad,” said Piet Gorse.`
	)
	tests := []struct {
		name, text string
		want       []int // for each message the one that it repeats, or -1
	}{
		{"further down", again, []int{-1, -1, 0}},
		{"a headline's words in the body", headline, []int{2, -1, -1}},
		{"too few to be the same words", short, []int{-1, -1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := []int{}
			for _, m := range verbatim.Parse(test.text).Messages {
				if m.Repeats == nil {
					got = append(got, -1)
				} else {
					got = append(got, *m.Repeats)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Repeats (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentBetween(t *testing.T) {
	month := verbatim.Message{Sent: &verbatim.MessageTime{
		Value: "2025-03", From: time.Date(2025, time.March, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2025, time.April, 1, 0, 0, 0, 0, time.UTC),
	}}
	doc := &verbatim.Document{Messages: []verbatim.Message{sentOn(9), sentOn(3), month, sentOn(0), sentOn(5), sentOn(6)}}
	day := func(n int) time.Time { return time.Date(2025, time.March, n, 0, 0, 0, 0, time.UTC) }
	tests := []struct {
		name     string
		from, to time.Time
		want     []int
	}{
		{"days within, in their order", day(3), day(6), []int{1, 4}},
		{"part of a day is not the day", day(3).Add(time.Hour), day(6).Add(time.Hour), []int{4}},
		{"a month within a year", day(-90), day(300), []int{2, 1, 4, 5, 0}},
		{"nothing", day(20), day(10), nil},
	}
	for _, test := range tests {
		var got []int
		for n := range doc.SentBetween(test.from, test.to) {
			got = append(got, n)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	for range doc.SentBetween(day(-90), day(300)) {
		break // leaving early is no fault
	}
}
