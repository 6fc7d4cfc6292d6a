package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Words given again must be this many in a row to be taken for the same words:
// in a headline, which is short and stands for the article, fewer than elsewhere.
const (
	repeatedWords         = 6
	repeatedHeadlineWords = 2
)

// maxRepeats is how many places that begin alike are compared with one message.
// It keeps a text that says one thing all over from taking quadratic time.
const maxRepeats = 16

// A passage is a run of quoted words of a message.
type passage struct {
	token.Range
	message int
}

// A repeater finds words given again. There is an attribution for each message.
type repeater struct {
	*article.Article
	attributions []attribution.Attribution
	given        []int // for each message one that it gives again; itself if none
}

// markRepeats finds the messages whose quoted words stand in another message:
// those of a headline in the body, else the later in the earlier. The repeating
// one takes over what it does not tell itself.
func markRepeats(messages []Message, a *article.Article, attributions []attribution.Attribution) {
	r := repeater{Article: a, attributions: attributions, given: make([]int, len(messages))}
	for n := range r.given {
		r.given[n] = n
	}
	passages := r.quotedPassages()
	places := r.placesOf(passages)
	for _, p := range passages {
		if messages[p.message].Repeats != nil {
			continue
		}
		known := places[r.opening(p.First)]
		for _, at := range known[:min(len(known), maxRepeats)] {
			if r.mayRepeat(p, at) && r.SameWords(p.Range, at.First) && r.originalOf(at.message) != p.message {
				r.given[p.message] = at.message
				messages[p.message].repeat(at.message, &messages[at.message])
				break
			}
		}
	}
}

// originalOf returns the message that message n gives again in the end, or n. A
// headline may repeat the body, and a part of the body the headline: one of the
// two stands for itself. The way is made shorter as it is gone: one that leads
// through every message would otherwise be gone for each of them.
func (r *repeater) originalOf(n int) int {
	for r.given[n] != n {
		r.given[n] = r.given[r.given[n]]
		n = r.given[n]
	}
	return n
}

// mayRepeat reports whether passage p can be given after what begins at place at.
func (r *repeater) mayRepeat(p, at passage) bool {
	switch {
	case at.message == p.message || at.Len() < p.Len() || r.Headline.Contains(at.First):
		return false
	case r.Headline.Contains(p.First):
		return true
	}
	return at.message < p.message
}

// quotedPassages returns the quoted runs of all messages that are long enough.
func (r *repeater) quotedPassages() []passage {
	var passages []passage
	for n, a := range r.attributions {
		for _, w := range a.Verbatim {
			if w.Len() >= repeatedWords || w.Len() >= repeatedHeadlineWords && r.Headline.Contains(w.First) {
				passages = append(passages, passage{w, n})
			}
		}
	}
	return passages
}

// An opening is the first words of a passage.
type opening [repeatedHeadlineWords]string

// placesOf returns for the opening of every passage the places within quoted
// words that begin so, each with what follows it there.
func (r *repeater) placesOf(passages []passage) map[opening][]passage {
	places := make(map[opening][]passage, len(passages))
	for _, p := range passages {
		places[r.opening(p.First)] = nil
	}
	for n, a := range r.attributions {
		for _, w := range a.Verbatim {
			for i := w.First; i+repeatedHeadlineWords <= w.Last; i++ {
				o := r.opening(i)
				if found, ok := places[o]; ok {
					places[o] = append(found, passage{token.Range{First: i, Last: w.Last}, n})
				}
			}
		}
	}
	return places
}

func (r *repeater) opening(i int) (o opening) {
	for k := range o {
		o[k] = r.Fold(i + k)
	}
	return o
}

// repeat notes that the message gives the words of the one numbered n, and takes
// over what only that one tells.
func (m *Message) repeat(n int, original *Message) {
	m.Repeats = &n
	toSender := m.Recipient != nil && original.Speaker != nil && m.Recipient.ID == original.Speaker.ID
	if m.Speaker == nil && !toSender { // nobody speaks to themselves
		m.Speaker = copied(original.Speaker)
	}
	if m.Speaker == nil || original.Speaker == nil || m.Speaker.ID != original.Speaker.ID {
		return
	}
	if m.Recipient == nil {
		m.Recipient = copied(original.Recipient)
	}
	if m.Channel == "" {
		m.Channel, m.Mode = original.Channel, original.Mode
	}
	if m.Sent == nil && original.Sent != nil {
		m.Sent = copied(original.Sent)
		m.Sent.Timestamp = copied(m.Sent.Timestamp)
	}
}

// copied returns a copy, so that no two messages share what a caller may change.
func copied[T any](value *T) *T {
	if value == nil {
		return nil
	}
	c := *value
	return &c
}
