package verbatim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRepeatTakesOver checks what a message that repeats another is given of it:
// nothing that it tells itself, nothing of somebody else's, and nothing shared.
func TestRepeatTakesOver(t *testing.T) {
	original := Message{
		Speaker: &Party{ID: 1, Name: "Ottoline Marsh"}, Recipient: &Party{ID: 2, Name: "Fenwick Courier"},
		Channel: ChannelInterview, Sent: &MessageTime{Value: "2025-03-04"},
	}
	index := 3
	tests := []struct {
		name          string
		message, want Message
	}{
		{"who and how is not told", Message{}, Message{
			Repeats: &index, Speaker: original.Speaker, Recipient: original.Recipient, Channel: ChannelInterview, Sent: original.Sent,
		}},
		{"another channel is told", Message{Speaker: original.Speaker, Channel: ChannelPost}, Message{
			Repeats: &index, Speaker: original.Speaker, Recipient: original.Recipient, Channel: ChannelPost, Sent: original.Sent,
		}},
		{"the one who says it is spoken to", Message{Recipient: &Party{ID: 1, Name: "Ottoline Marsh"}}, Message{
			Repeats: &index, Recipient: &Party{ID: 1, Name: "Ottoline Marsh"},
		}},
		{"somebody else says it", Message{Speaker: &Party{ID: 7, Name: "Piet Gorse"}}, Message{
			Repeats: &index, Speaker: &Party{ID: 7, Name: "Piet Gorse"},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := test.message
			got.repeat(index, &original)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("repeat (-want +got):\n%s", diff)
			}
			if got.Recipient != nil && got.Recipient == original.Recipient || got.Sent != nil && got.Sent == original.Sent {
				t.Error("the two messages share what a caller may change")
			}
		})
	}
}

// TestOriginalOf follows repetitions to the message that gives words of its own.
func TestOriginalOf(t *testing.T) {
	first, second := 0, 1
	messages := []Message{{}, {Repeats: &first}, {Repeats: &second}, {}}
	for n, want := range []int{0, 0, 0, 3} {
		if got := originalOf(messages, n); got != want {
			t.Errorf("message %d gives again %d; want %d", n, got, want)
		}
	}
}
