package occasion

import (
	"cmp"
	"math"
	"slices"

	"github.com/verbatim-news/verbatim/internal/token"
)

// Messages of one occasion have its channel, its time and its recipient in common,
// and an article seldom says for each which occasion it belongs to. So a field is
// decided for all messages together: each has its options, with the chances that
// they have by what is known of the message alone, and in a second round what is
// likely for the messages around it, for those of its speaker and for the whole
// article counts as well. This is one step of mean-field inference.

// An option is a value that a field of a message may have.
type option struct {
	value       int32 // what messages agree on: a channel, a day or a party; noValue for none
	index       int32 // the time expression or the party, of a time or a recipient
	first, last int32 // the words that name it, where they count
	gathering   bool  // a channel that all who speak have in common
	score       float32
	chance      float32
}

func (o *option) words() token.Range {
	return token.Range{First: int(o.first), Last: int(o.last)}
}

// noValue is the value of an option for none.
const noValue = -1

// maxOptions is how many options of a message are kept.
const maxOptions = 4

// What counts in the second round. The order is that of the weights.
const (
	byItself         = iota // the logarithm of its chance
	byNone                  // that it is none
	byMessageBefore         // its chance for the message before
	byMessageAfter          // … the one after
	bySpeakersBefore        // … the speaker's message before
	bySpeakersAfter         // … and after
	bySpeakers              // the mean of its chances for the other messages of the speaker
	byArticle               // … and for all other messages
	agreements
)

// An agreement decides a field of all messages.
type agreement struct {
	options []option // of all messages, in their order
	ends    []int    // for each message where its options end
	round   bool     // there is a second round
}

// of returns the options of message n; of no message none.
func (a *agreement) of(n int) []option {
	if n < 0 || n >= len(a.ends) {
		return nil
	}
	first := 0
	if n > 0 {
		first = a.ends[n-1]
	}
	return a.options[first:a.ends[n]]
}

// reset forgets all messages; those that come are kept if there is a second round.
func (a *agreement) reset(round bool) {
	a.options, a.ends, a.round = a.options[:0], a.ends[:0], round
}

// add adds the next message with its options, of which the likeliest are kept, and
// returns the likeliest.
func (a *agreement) add(options []option) option {
	if !a.round {
		return options[likeliest(len(options), func(k int) float32 { return options[k].score })]
	}
	slices.SortStableFunc(options, func(x, y option) int { return cmp.Compare(y.score, x.score) })
	options = options[:min(len(options), maxOptions)]
	var sum float64
	for k := range options {
		sum += math.Exp(float64(options[k].score - options[0].score))
	}
	for k := range options {
		options[k].chance = float32(math.Exp(float64(options[k].score-options[0].score)) / sum)
	}
	a.options = append(a.options, options...)
	a.ends = append(a.ends, len(a.options))
	return options[0]
}

// chanceOf returns how likely a value is among options.
func chanceOf(options []option, value int32) (chance float32) {
	for k := range options {
		if options[k].value == value {
			chance += options[k].chance
		}
	}
	return chance
}

// settle gives every message that has a choice the option for which most speaks in
// the second round: by weights, of which the second are for what a gathering has in
// common. none counts for no value.
func (s *settling) settle(a *agreement, weights *[2][agreements]float32, none float32, set func(n int, o option)) {
	s.sum(a)
	for n := range a.ends {
		options := a.of(n)
		if len(options) < 2 {
			continue
		}
		best := likeliest(len(options), func(k int) (score float32) {
			o, w := &options[k], &weights[0]
			if o.gathering {
				w = &weights[1]
			}
			if o.value == noValue {
				score = none
			}
			for k, count := range s.counts(n, o) {
				score += float32(w[k] * count)
			}
			return score
		})
		set(n, options[best])
	}
}

// A settling knows what the messages of an article have in common.
type settling struct {
	drafts        []draft
	before, after []int         // for each message the last and the next one of its speaker, or -1
	messages      map[party]int // how many each speaker has

	// Of the field that is settled:
	*agreement
	article  map[int32]float32         // the sum of the chances of each value
	speakers map[speakersValue]float32 // the same for each speaker
}

// A speakersValue is a value that the messages of a speaker may have.
type speakersValue struct {
	from  party
	value int32
}

func newSettling(drafts []draft) *settling {
	s := &settling{
		drafts: drafts, before: make([]int, len(drafts)), after: make([]int, len(drafts)),
		messages: make(map[party]int), article: make(map[int32]float32), speakers: make(map[speakersValue]float32),
	}
	last := make(map[party]int)
	for n := range drafts {
		s.before[n], s.after[n] = -1, -1
		from := drafts[n].from
		if s.messages[from]++; from == nobody {
			continue
		}
		if k, ok := last[from]; ok {
			s.before[n], s.after[k] = k, n
		}
		last[from] = n
	}
	return s
}

// sum adds up the chances of each value of a field.
func (s *settling) sum(a *agreement) {
	s.agreement = a
	clear(s.article)
	clear(s.speakers)
	for n := range a.ends {
		from := s.drafts[n].from
		for _, o := range a.of(n) {
			s.article[o.value] += o.chance
			s.speakers[speakersValue{from, o.value}] += o.chance
		}
	}
}

// counts returns what counts for an option of message n.
func (s *settling) counts(n int, o *option) (counts [agreements]float32) {
	own, from := chanceOf(s.of(n), o.value), s.drafts[n].from
	counts[byItself] = float32(math.Log(float64(max(o.chance, leastChance))))
	if o.value == noValue {
		counts[byNone] = 1
	}
	counts[byMessageBefore], counts[byMessageAfter] = chanceOf(s.of(n-1), o.value), chanceOf(s.of(n+1), o.value)
	if others := len(s.ends) - 1; others > 0 {
		counts[byArticle] = (s.article[o.value] - own) / float32(others)
	}
	if others := s.messages[from] - 1; from != nobody && others > 0 {
		counts[bySpeakersBefore], counts[bySpeakersAfter] = chanceOf(s.of(s.before[n]), o.value), chanceOf(s.of(s.after[n]), o.value)
		counts[bySpeakers] = (s.speakers[speakersValue{from, o.value}] - own) / float32(others)
	}
	return counts
}

// leastChance bounds the logarithm of a chance.
const leastChance = 1e-9
