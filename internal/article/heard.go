package article

import (
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// The tagger was trained on prose. In flattened text it is not shown what would
// break a sentence in two: the furniture between its words, the sounds of somebody
// who thinks, and words said twice.

// heard are the tokens of a text that the tagger is shown, in order.
type heard []int

// heard returns the tokens that the tagger is shown, or nil for all of them.
func (a *Article) heard() heard {
	if a.Marked {
		return nil
	}
	h := make(heard, 0, len(a.Tokens))
	prose := a.proseStart()
	for i := range a.Tokens {
		if i >= prose && a.IsAside(i) || isFiller(a.Fold(i)) || len(h) > 0 && a.isSaidAgain(h[len(h)-1], i) {
			continue
		}
		h = append(h, i)
	}
	if len(h) == len(a.Tokens) || len(h) == 0 {
		return nil
	}
	return h
}

// proseStart returns the first token behind the head of the article.
func (a *Article) proseStart() int {
	i := a.Headline.Last
	for i < len(a.Tokens) && a.IsAside(i) {
		i++
	}
	return i
}

// isFiller reports whether a word is a sound made while thinking.
func isFiller(word string) bool {
	switch word {
	case "uh", "uhh", "uhm", "um", "umm", "erm":
		return true
	}
	return false
}

// isSaidAgain reports whether token i only repeats token before, behind which
// nothing but fillers stand: "the the mayor", "has uh has said".
func (a *Article) isSaidAgain(before, i int) bool {
	word := a.Fold(i)
	return word == a.Fold(before) && isStutter(word) && i-before <= maxFillers+1 && a.onlyFillers(before+1, i)
}

// isStutter reports whether a word that stands twice is said again. No sentence ends
// with one of these, as one may with the first of "we need it it is late", and none
// is a name.
func isStutter(word string) bool {
	switch word {
	case "the", "a", "an", "i", "he", "she", "we", "they", "and", "to", "of", "was", "has", "have", "said", "says", "told":
		return true
	}
	return false
}

// maxFillers is how many fillers may stand between a word and itself.
const maxFillers = 3

// onlyFillers reports whether no tokens but fillers and the word behind them stand
// in [first, end).
func (a *Article) onlyFillers(first, end int) bool {
	for i := first; i < end; i++ {
		if word := a.Fold(i); !isFiller(word) && word != a.Fold(end) {
			return false
		}
	}
	return true
}

// words returns those of words that are heard, in the place of all.
func (h heard) words(words []tagger.Word) []tagger.Word {
	for n, i := range h { // which is no earlier than n
		words[n] = words[i]
	}
	return words[:len(h)]
}

// spread gives what the tagger made of the words that it was shown to the tokens of
// the article. What was left out belongs to the spans around it, but for furniture.
func (a *Article) spread(h heard, reading tagger.Reading) tagger.Reading {
	restored := make([]tagger.Restored, len(a.Tokens))
	for i := range restored {
		restored[i] = tagger.Restored{Case: tagger.CaseLower, CaseChance: 1}
	}
	for n, i := range h {
		restored[i] = reading.Restored[n]
		if next := i + 1; next < len(a.Tokens) && a.isSaidAgain(i, next) {
			// What follows the word follows where it is said again: "we we're".
			restored[next], restored[i].Follow, restored[i].EndChance = restored[i], tagger.FollowNothing, 0
		}
	}
	for n := range reading.Attributions {
		x := &reading.Attributions[n]
		if !x.Source.Empty() {
			x.Source = h.span(x.Source)
		}
		x.Cue, x.Content, x.Verbatim = a.spreadAll(h, x.Cue), a.spreadAll(h, x.Content), a.spreadAll(h, x.Verbatim)
	}
	reading.Restored = restored
	if reading.Gists != nil {
		gists := make([]tagger.Gist, len(a.Tokens))
		for n, i := range h {
			gists[i] = reading.Gists[n]
		}
		reading.Gists = gists
	}
	return reading
}

// span returns the tokens of a span of heard words.
func (h heard) span(s tagger.Span) tagger.Span {
	s.First, s.Last = h[s.First], h[s.Last-1]+1
	return s
}

// spreadAll returns the tokens of spans of heard words, parted at furniture.
func (a *Article) spreadAll(h heard, spans []tagger.Span) []tagger.Span {
	var all []tagger.Span
	for _, s := range spans {
		if s.Empty() {
			continue
		}
		s = h.span(s)
		for i := s.First; i < s.Last; i++ {
			if !a.IsAside(i) {
				continue
			}
			if part := s; i > s.First {
				part.Last = i
				all = append(all, part)
			}
			for i < s.Last && a.IsAside(i) { // in the head of the article it is heard, and may end the span
				i++
			}
			s.First = i
		}
		if s.Empty() {
			continue
		}
		all = append(all, s)
	}
	return all
}
