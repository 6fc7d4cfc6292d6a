package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readParticiples names the speakers of participles of saying that the tagger has
// found no source for: they have the subject of their sentence. "Roe wrote to the
// minister warning that …"
func (r *ruleReader) readParticiples() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || !x.Source.Empty() || !isParticiple(r.Fold(x.LastCue().Last-1)) || x.Content[0].First < x.Cue[0].First {
			continue
		}
		verb := x.Cue[0].First
		if lexicon.ClassOf(r.Fold(verb - 1)).Has(lexicon.Preposition | lexicon.Conjunction) {
			continue // "in urging that", "for saying so"
		}
		if subject := r.openingSubject(verb); r.canReport(subject) && !x.isBeside(subject) {
			x.Source = subject
		}
	}
}

// openingSubject returns the noun phrase that the sentence of token i begins with,
// if the first verb before i follows it.
func (r *ruleReader) openingSubject(i int) token.Range {
	sentence := r.Sentences[r.SentenceOf(i)]
	limits := token.Range{First: sentence.First, Last: i}
	if lexicon.ClassOf(r.Fold(limits.First)).Has(lexicon.Conjunction) {
		limits.First++
	}
	for k := limits.First + 1; k < i; k++ {
		switch {
		case r.RunOf[k] > 0:
			return token.Range{}
		case !r.isFinite(k):
			continue
		}
		if subject := r.NounPhraseBefore(k, limits); subject.First == limits.First && !subject.Empty() && !r.hasSubclause(token.Range{First: k, Last: i}) {
			return subject
		}
		return token.Range{}
	}
	return token.Range{}
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
