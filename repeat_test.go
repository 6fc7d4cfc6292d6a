package verbatim

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/lineartest"
)

// TestRepeatTakesOver checks what a message that repeats another is given of it:
// nothing that it tells itself, nothing of somebody else's, and nothing shared.
func TestRepeatTakesOver(t *testing.T) {
	original := Message{
		Speaker: &Party{ID: 1, Name: "Ottoline Marsh"}, Recipient: &Party{ID: 2, Name: "Fenwick Courier"},
		Channel: ChannelInterview, Sent: &MessageTime{Value: "2025-03-04", Timestamp: new(int)},
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
			if got.Recipient != nil && got.Recipient == original.Recipient || got.Sent != nil && (got.Sent == original.Sent || got.Sent.Timestamp == original.Sent.Timestamp) {
				t.Error("the two messages share what a caller may change")
			}
		})
	}
}

// TestOriginalOf follows repetitions to the message that gives words of its own.
func TestOriginalOf(t *testing.T) {
	r := repeater{given: []int{0, 0, 1, 3}}
	for n, want := range []int{0, 0, 0, 3} {
		if got := r.originalOf(n); got != want {
			t.Errorf("message %d gives again %d; want %d", n, got, want)
		}
	}
}

// TestOriginalOfIsLinear makes every message give again the one before it.
func TestOriginalOfIsLinear(t *testing.T) {
	lineartest.Check(t, 1<<14, func(size int) int { return size }, func(size int) {
		r := repeater{given: make([]int, size)}
		for n := 1; n < size; n++ {
			if r.given[n] = n - 1; r.originalOf(n) != 0 {
				t.Fatalf("message %d does not lead to the first", n)
			}
		}
	})
}
