package verbatim_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// exchanged makes messages of lines like "0>1 email 5 denied": who to whom, the
// channel, the day of March 2025 (0 for none), and the stance. A dash stands for
// nobody.
func exchanged(t *testing.T, lines ...string) *verbatim.Document {
	t.Helper()
	doc := &verbatim.Document{Speakers: make([]verbatim.Speaker, 10)}
	party := func(digit byte) *verbatim.Party {
		if digit == '-' {
			return nil
		}
		return &verbatim.Party{ID: int(digit - '0')}
	}
	for _, line := range lines {
		fields := strings.Fields(line)
		m := sentOn(int(fields[2][0] - '0'))
		m.Speaker, m.Recipient, m.Channel, m.Mode = party(fields[0][0]), party(fields[0][2]), verbatim.Channel(fields[1]), verbatim.ModeSpeech
		if len(fields) > 3 {
			m.Stance = verbatim.Stance(fields[3])
		}
		doc.Messages = append(doc.Messages, m)
	}
	return doc
}

func TestThreads(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  [][]int
	}{
		{"nothing was said", nil, nil},
		{"a question and its answer", []string{"0>1 email 4", "1>0 email 5"}, [][]int{{0, 1}}},
		{"told the other way round", []string{"1>0 email 5", "0>1 email 4"}, [][]int{{1, 0}}},
		{"nobody answers", []string{"0>1 email 4", "0>1 email 5"}, nil},
		{"on another channel", []string{"0>1 email 4", "1>0 letter 5"}, nil},
		{"on a channel without answers", []string{"0>1 speech 4", "1>0 speech 4"}, nil},
		{"whom it was to is not told", []string{"0>1 email 4", "1>- email 5"}, nil},
		{"a third one", []string{"0>1 email 4", "1>2 email 5", "2>1 email 5"}, [][]int{{1, 2}}},
		{"what nobody said", []string{"0>1 email 4", "1>0 email 5 conditional", "1>0 email 5 withheld"}, nil},
		{"a denial answers", []string{"0>1 call 4", "1>0 call 4 denied"}, [][]int{{0, 1}}},
		{"two calls", []string{"0>1 call 4", "1>0 call 4", "0>1 call 0", "1>0 call 7", "0>1 call 7"}, [][]int{{0, 1, 2}, {3, 4}}},
		{"a call back that nobody answers", []string{"0>1 call 4", "1>0 call 7"}, nil},
		{"two at once", []string{"0>1 message 1", "2>3 message 1", "1>0 message 2", "3>2 message 2"}, [][]int{{0, 2}, {1, 3}}},
		{"to oneself", []string{"0>0 post 1", "0>0 post 2"}, nil},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, exchanged(t, test.lines...).Threads()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestThreadsOfCases checks in every golden case what a thread promises.
func TestThreadsOfCases(t *testing.T) {
	found := 0
	for _, c := range readCases(t) {
		doc := c.document()
		for _, thread := range doc.Threads() {
			found++
			first := doc.Messages[thread[0]]
			answered := false
			for _, n := range thread {
				m := doc.Messages[n]
				turned := m.Speaker.ID == first.Recipient.ID && m.Recipient.ID == first.Speaker.ID
				if m.Channel != first.Channel || !turned && (m.Speaker.ID != first.Speaker.ID || m.Recipient.ID != first.Recipient.ID) {
					t.Errorf("%s: message %d is not of the exchange of message %d", c.name, n, thread[0])
				}
				answered = answered || turned
			}
			if !answered {
				t.Errorf("%s: nobody answers message %d", c.name, thread[0])
			}
		}
	}
	if found == 0 {
		t.Error("no case has a thread")
	}
}

// TestRecipientsOfOthers looks whom another speaker has told who goes on after one
// who told an outlet.
func TestRecipientsOfOthers(t *testing.T) {
	doc := verbatim.Parse("Amara Okonjo, the bank’s deputy chair, said in an interview with the Selby Ledger that it would not raise its offer. The largest shareholder, Brevik Capital, said the bid was low.")
	if len(doc.Messages) != 2 {
		t.Fatalf("%d messages, want 2", len(doc.Messages))
	}
	if r := doc.Messages[0].Recipient; r == nil || r.Name != "Selby Ledger" {
		t.Errorf("the first recipient is %v, want the Selby Ledger", r)
	}
	if r := doc.Messages[1].Recipient; r != nil {
		t.Errorf("the second recipient is %q, want none", r.Name)
	}
}

// TestNewScene reads what was said elsewhere than what somebody said before, which has a
// channel.
func TestNewScene(t *testing.T) {
	tests := []struct {
		name, text string
		first      verbatim.Channel
		last       verbatim.Channel
	}{
		{"another day", "In a speech to the harbour union on 3 March 2024, Mr Sefton said the yard would be saved. “Nobody will lose a day’s pay,” he said. On 5 March 2024 he said that nothing had been signed.", verbatim.ChannelSpeech, ""},
		{"the same day", "In a speech to the harbour union on 3 March 2024, Mr Sefton said the yard would be saved. “Nobody will lose a day’s pay,” he said. He said that nothing had been signed.", verbatim.ChannelSpeech, verbatim.ChannelSpeech},
		{"told, not written", "Governor Elise Tran wrote to Congress in January that the dam was sound.\n\nLast week, on a tour of the valley, she told farmers it might not last the winter.", verbatim.ChannelDocument, ""},
		{"a post right before", "In its report, the port said the quay was safe. The mayor welcomed it in a post on Facebook. “The stones may stay,” he wrote.", verbatim.ChannelDocument, verbatim.ChannelPost},
		{"the release", "The port said the quay was safe.\n\n“The stones may stay,” chief executive Ida Pryce said in the release.", "", verbatim.ChannelStatement},
		{"a station by its letters", "In its report, the port said the quay was safe. Ida Pryce told KTVQ that the stones may stay.", verbatim.ChannelDocument, verbatim.ChannelInterview},
	}
	parser := verbatim.Parser{Published: time.Date(2024, 3, 6, 0, 0, 0, 0, time.UTC)}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			messages := parser.Parse(test.text).Messages
			if len(messages) < 2 {
				t.Fatalf("%d messages, want two or more", len(messages))
			}
			if got := messages[0].Channel; got != test.first {
				t.Errorf("the first channel is %q, want %q", got, test.first)
			}
			if got := messages[len(messages)-1].Channel; got != test.last {
				t.Errorf("the last channel is %q, want %q", got, test.last)
			}
		})
	}
}
