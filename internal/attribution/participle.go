package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readParticiples names the speakers of participles of saying that the tagger has
// found no source for, and of verbs behind "and": they have the subject of their
// sentence. "Roe wrote to the minister warning that …"
func (r *ruleReader) readParticiples() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || !x.Source.Empty() || !x.Addressed.Empty() || x.Content[0].First < x.Cue[0].First {
			continue
		}
		verb := x.Cue[0].First
		if isJoint(r.Fold(verb-1)) && r.Fold(verb-1) != "as" && r.isFinite(verb) && !x.AnyCueWord(func(i int) bool { return isBe(r.Article, i) }) {
			verb-- // "Roe turned to the mayor and said"
		} else if !isParticiple(r.Fold(verb)) && !isParticiple(r.Fold(x.LastCue().Last-1)) {
			continue
		}
		if lexicon.ClassOf(r.Fold(verb - 1)).Has(lexicon.Preposition | lexicon.Conjunction) {
			continue // "in urging that", "for saying so"
		}
		if subject := r.openingSubject(verb); r.canReport(subject) && !x.isBeside(subject) {
			x.Source = subject
		}
	}
}

// openingReach is how many words may stand between the head of a sentence and a verb that
// has its subject there.
const openingReach = 64

// openingSubject returns the noun phrase that the sentence of token i begins with,
// if the first verb before i follows it.
func (r *ruleReader) openingSubject(i int) token.Range {
	sentence := r.Sentences[r.SentenceOf(i)]
	limits := token.Range{First: sentence.First, Last: i}
	if lexicon.ClassOf(r.Fold(limits.First)).Has(lexicon.Conjunction) {
		limits.First++
	}
	if limits.Len() > openingReach {
		return token.Range{}
	}
	for k := limits.First + 1; k < i; k++ {
		switch {
		case r.RunOf[k] > 0:
			return token.Range{}
		case !r.isFinite(k) && !r.isPastBehindName(k):
			continue
		}
		if subject := r.NounPhraseBefore(k, limits); subject.First == limits.First && !subject.Empty() && !r.hasSubclause(token.Range{First: k, Last: i}) {
			return subject
		}
		return token.Range{}
	}
	return token.Range{}
}

// isPastBehindName reports whether token i can be the past of a verb whose subject, a
// name or a pronoun, stands right before it.
func (r *ruleReader) isPastBehindName(i int) bool {
	return isRegularPast(r.Fold(i)) && (r.IsNameWord(i-1) || r.IsSubjectPronoun(token.Range{First: i - 1, Last: i}))
}

// hasSubclause reports whether a clause with a subject of its own may begin within
// the words w.
func (r *ruleReader) hasSubclause(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		class := lexicon.ClassOf(r.Fold(i))
		if class.Has(lexicon.Complementizer|lexicon.Conjunction) || class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner) {
			return true
		}
		switch r.Fold(i) {
		case "as", "when", "with", "who", "which", "that", "after", "before", "while":
			return true
		}
	}
	return false
}
