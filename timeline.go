package verbatim

import (
	"cmp"
	"iter"
	"slices"
)

// Timeline goes through the messages in the order in which they were sent, each
// with its index in Messages. One whose time is unknown stands after the one
// that it follows in the text, and those before any known time come first.
// Messages that repeat another are left out.
func (d *Document) Timeline() iter.Seq2[int, *Message] {
	return func(yield func(int, *Message) bool) {
		for _, n := range d.inOrderSent() {
			if !yield(n, &d.Messages[n]) {
				return
			}
		}
	}
}

func (d *Document) inOrderSent() []int {
	order := make([]int, 0, len(d.Messages))
	leader := make([]int, len(d.Messages)) // the message whose time each one shares
	last := -1
	for n := range d.Messages {
		if d.Messages[n].Repeats != nil {
			continue
		}
		if d.Messages[n].isDated() {
			last = n
		}
		leader[n] = last
		order = append(order, n)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		a, b = leader[a], leader[b]
		switch {
		case a == b:
			return 0
		case a < 0 || b < 0:
			return cmp.Compare(a, b)
		}
		return cmp.Or(d.Messages[a].Sent.From.Compare(d.Messages[b].Sent.From), cmp.Compare(a, b))
	})
	return order
}
