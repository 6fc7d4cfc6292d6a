package verbatim

// Threads returns what two speakers said to each other: for each exchange the
// indexes of its messages in the order in which they were sent, as Timeline has
// it. Threads are in the order of their first messages.
//
// A thread is only what the text tells. Each message of it has one of the two as
// its speaker and the other as its recipient, both say something in it, and all
// went through the same channel, one on which people answer: an interview, posts,
// messages, emails, letters, a call, a debate, a testimony or a conversation. What
// is spoken is of one occasion: messages whose times exclude each other are of two
// threads. A message whose speaker is not that of the one before it answers that
// one, as far as the article tells; that it answers it in substance is not claimed,
// and where the times of the two overlap, as a day and its afternoon do, not even
// which came first.
// Repetitions, thoughts, and what was not said (see [Document.Shares]) are in no
// thread.
func (d *Document) Threads() [][]int {
	var threads []thread
	open := make(map[exchange]int) // the last thread of an exchange
	for n, m := range d.Timeline() {
		between, ok := exchangeOf(m)
		if !ok {
			continue
		}
		at, begun := open[between]
		if !begun || !threads[at].takes(m) {
			at = len(threads)
			open[between] = at
			threads = append(threads, thread{})
		}
		threads[at].add(n, m)
	}
	var answered [][]int
	for _, t := range threads {
		if t.answered {
			answered = append(answered, t.messages)
		}
	}
	return answered
}

// An exchange is who talks to whom, through which channel.
type exchange struct {
	lower, higher int // IDs of the two
	channel       Channel
}

// exchangeOf returns the exchange that a message is part of; ok is false if the
// text does not tell, or if nobody answers on such a channel.
func exchangeOf(m *Message) (between exchange, ok bool) {
	if m.Speaker == nil || m.Recipient == nil || m.Speaker.ID == m.Recipient.ID || !m.wasSaid() {
		return exchange{}, false
	}
	switch m.Channel {
	case ChannelInterview, ChannelPost, ChannelMessage, ChannelEmail, ChannelLetter, ChannelCall, ChannelDebate, ChannelTestimony,
		ChannelConversation:
		a, b := m.Speaker.ID, m.Recipient.ID
		return exchange{min(a, b), max(a, b), m.Channel}, true
	}
	return exchange{}, false
}

// A thread is one on its way.
type thread struct {
	messages []int
	first    int // ID of who began it
	answered bool
	sent     *MessageTime // of the last message whose time is known
}

// takes reports whether the message may be of the same occasion. Letters are
// answered after days, what is spoken at once.
func (t *thread) takes(m *Message) bool {
	switch m.Channel {
	case ChannelPost, ChannelMessage, ChannelEmail, ChannelLetter:
		return true
	}
	return t.sent == nil || !m.isDated() || m.Sent.From.Before(t.sent.To) && t.sent.From.Before(m.Sent.To)
}

func (t *thread) add(n int, m *Message) {
	if len(t.messages) == 0 {
		t.first = m.Speaker.ID
	}
	t.messages = append(t.messages, n)
	t.answered = t.answered || m.Speaker.ID != t.first
	if m.isDated() {
		t.sent = m.Sent
	}
}
