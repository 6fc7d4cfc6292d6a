package verbatim

import (
	"cmp"
	"iter"
	"slices"
	"time"
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

// SentBetween goes through the messages of Timeline that were certainly sent from
// one time on and before another: the whole of [Message.Sent] lies between them. One
// of "2016" is none of March 2016, and one whose time is unknown of no time at all.
// Sent is in UTC where the text gives a zone, and else the clock of the text
// written as UTC: so are from and to to be.
func (d *Document) SentBetween(from, to time.Time) iter.Seq2[int, *Message] {
	return func(yield func(int, *Message) bool) {
		for n, m := range d.Timeline() {
			if m.isDated() && !m.Sent.From.Before(from) && !m.Sent.To.After(to) && !yield(n, m) {
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
