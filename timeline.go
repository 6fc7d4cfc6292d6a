package verbatim

import (
	"cmp"
	"slices"
)

// Timeline returns the indexes of Messages in the order in which the messages
// were sent. One whose time is unknown stands after the one that it follows in
// the text, and those before any known time come first. Messages that repeat
// another are left out.
func (d *Document) Timeline() []int {
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

// isDated reports whether the message has a time that can be put in order.
func (m *Message) isDated() bool { return m.Sent != nil && !m.Sent.From.IsZero() }
