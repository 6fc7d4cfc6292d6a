package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// The tagger gives every word one role, so it cannot read an attribution within
// another one, and where two cues stand by one content it links the wrong one at
// times. What it has left is enough to set some of that right.

// repair goes over the attributions found in flattened text. bare are the cues
// with a source for which the tagger found no content.
func (r *ruleReader) repair(bare []attribution) {
	for n := range r.found {
		r.dropOccasion(&r.found[n])
	}
	r.splitBetween(bare)
	r.readInner()
}

// splitBetween gives a bare cue that stands right behind a content, and at the
// end of its sentence, the last part of that content if the first part has a cue
// of its own before it: She said, “…” “…,” he added.
func (r *ruleReader) splitBetween(bare []attribution) {
	endsAt := make(map[int]int, len(r.found))
	for n, x := range r.found {
		endsAt[x.end()] = n
	}
	for _, b := range bare {
		extent := b.extent()
		n, found := endsAt[extent.first]
		if !found || !r.isSentenceStart(extent.last) {
			continue
		}
		x := &r.found[n]
		content := x.lastContent()
		if len(x.cue) == 0 || x.lastCue().last > content.first || len(x.verbatim) == 0 || !r.quotes(b) {
			continue
		}
		at := r.likeliestEnd(content)
		if content.last-at < shortestPart || at-content.first < shortestPart {
			continue
		}
		b.content = []words{{at, content.last}}
		b.verbatim = b.content
		x.content[len(x.content)-1].last = at
		x.verbatim = intersect(x.verbatim, words{0, at})
		r.found = append(r.found, b)
	}
}

// shortestPart is how many words each part of a content has at least.
const shortestPart = 4

// sureEnd is the chance of a sentence's end above which a content is split.
const sureEnd = 0.5

// likeliestEnd returns the word after the likeliest end of a sentence within w,
// or w.last if none is likely.
func (r *ruleReader) likeliestEnd(w words) int {
	at, most := w.last, float32(sureEnd)
	for i := w.first + 1; i < w.last; i++ {
		if chance := r.restored[i-1].EndChance; chance > most && abbreviationOf(r.fold(i-1)) == abbreviationNone {
			at, most = i, chance
		}
	}
	return at
}

// quotes reports whether the cue of an attribution stands with people's words.
func (r *ruleReader) quotes(a attribution) bool {
	return a.anyCueWord(func(i int) bool {
		cue, ok := lexicon.LookupCue(r.fold(i))
		return ok && (quotingVerb(cue) || cue.Frame == lexicon.Listener)
	})
}

// quotingVerb reports whether a cue can stand beside people's very words.
func quotingVerb(cue lexicon.Cue) bool {
	return cue.Frame == lexicon.Clause && cue.Act != lexicon.Thinking
}

// extent returns the words of an attribution without content.
func (a attribution) extent() words {
	w := words{a.cue[0].first, a.lastCue().last}
	if !a.source.empty() {
		w = words{min(w.first, a.source.first), max(w.last, a.source.last)}
	}
	return w
}

func (a attribution) lastContent() words { return a.content[len(a.content)-1] }

// readInner adds the attributions that end a content of "according to": “…,”
// she replied, according to the paper.
func (r *ruleReader) readInner() {
	var inner []attribution
	for _, x := range r.found {
		content := x.lastContent()
		if len(x.cue) != 1 || r.fold(x.cue[0].first) != "according" || x.cue[0].first != content.last {
			continue
		}
		clause, ok := r.clauseAt(content.last-1, content)
		if !ok || clause.source.empty() || clause.inverted || !quotingVerb(clause.lexeme) || r.fold(content.last-1) == "states" {
			continue
		}
		said := words{content.first, clause.extent().first}
		if said.len() < 2 {
			continue
		}
		a := r.newAttribution(clause)
		a.content = []words{said}
		a.verbatim = intersect(x.verbatim, said)
		inner = append(inner, a)
	}
	r.found = append(r.found, inner...)
}

// intersect returns what of ranges stands within w.
func intersect(ranges []words, w words) []words {
	var kept []words
	for _, part := range ranges {
		part = words{max(part.first, w.first), min(part.last, w.last)}
		if !part.empty() {
			kept = append(kept, part)
		}
	}
	return kept
}

// dropOccasion leaves out the words at the head of a content that tell when it
// was said: replied the following morning, “…”
func (r *ruleReader) dropOccasion(x *attribution) {
	if len(x.cue) == 0 {
		return
	}
	content := &x.content[0]
	if x.lastCue().last != content.first {
		return
	}
	first := r.pastOccasion(*content)
	if first == content.first || content.last-first < 3 {
		return
	}
	content.first = first
	x.verbatim = intersect(x.verbatim, words{first, len(r.tokens)})
}

// pastOccasion returns the first word of content after a day or part of it that
// opens it.
func (r *ruleReader) pastOccasion(content words) int {
	i := content.first
	switch {
	case isWeekday(r.fold(i)):
		i++
	case r.fold(i) == "on" && isWeekday(r.fold(i+1)):
		i += 2
	case r.fold(i) == "the" && (r.fold(i+1) == "following" || r.fold(i+1) == "next" || r.fold(i+1) == "same"):
		i += 2
	default:
		return content.first
	}
	switch r.fold(i) {
	case "morning", "afternoon", "evening", "night", "day", "week", "month", "year":
		i++
	default:
		if r.fold(content.first) == "the" {
			return content.first
		}
	}
	if class := lexicon.ClassOf(r.fold(i)); class.Has(lexicon.Auxiliary | lexicon.Clitic) {
		return content.first // "Friday's decision"
	}
	return i
}
