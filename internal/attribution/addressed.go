package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// joinAddressed gives the quotation before a clause its source and cue where the
// tagger has taken the one addressed for what is said: “Is it for sale?” Roe asked
// the agent, “It is,” Roe was told by the agent.
func (r *ruleReader) joinAddressed() {
	var of []int // which attribution each token is a content of, once asked
	joined := make([]bool, len(r.found))
	for n := range r.found {
		x := &r.found[n]
		if len(x.Verbatim) > 0 || len(x.Content) != 1 || len(x.Cue) != 1 || !r.isAddressedAlone(*x) {
			continue
		}
		first := min(x.extent().First, x.Content[0].First)
		if first == 0 || r.RunOf[first-1] == 0 || r.IsSentenceStart(first) && !r.Gap(first).Has(token.GapQuestion) {
			continue
		}
		run := r.Runs[r.RunOf[first-1]-1].Range
		if of == nil {
			of = r.attributionsOf()
		}
		switch before := of[first-1] - 1; {
		case before < 0:
			x.Content, x.Verbatim = []token.Range{run}, []token.Range{run}
		case before != n && len(r.found[before].Cue) == 0 && r.found[before].Source.Empty():
			y := &r.found[before]
			y.Source, y.Cue, y.Mode, y.Confidence = x.Source, x.Cue, x.Mode, max(x.Confidence, y.Confidence)
			joined[n] = true
		case r.found[before].Source == x.Source:
			if y := &r.found[before]; len(y.Cue) == 0 {
				y.Cue, y.Confidence = x.Cue, max(x.Confidence, y.Confidence)
			}
			joined[n] = true
		}
	}
	r.leaveOut(joined)
}

// isAddressedAlone reports whether the content of an attribution is nothing but the one
// whom its cue addresses.
func (r *ruleReader) isAddressedAlone(x Attribution) bool {
	w, verb := x.Content[0], x.Cue[0].Last-1
	if !isToldVerb(r.Fold(verb)) {
		return false
	}
	if w.Last == x.Cue[0].First {
		return isBe(r.Article, verb-1) && subjectBefore(r.Article, x.Cue[0].First) == w
	}
	if w.First != verb+1 || isUtteranceNoun(r.Fold(w.Last-1)) || !r.IsSentenceStart(w.Last) {
		return false
	}
	phrase := r.NounPhraseAt(w.First, w)
	return phrase.Last == w.Last && (lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Determiner|lexicon.Possessive) || r.IsNameWord(w.First) || arePeople(r.Fold(w.First)))
}

// arePeople reports whether a noun has the form of one for several people: "survivors".
func arePeople(word string) bool {
	one, many := strings.CutSuffix(word, "s")
	return many && (lexicon.RoleOf(word) == lexicon.GroupRole || lexicon.RoleOf(one) == lexicon.PersonRole || lexicon.IsAgent(one) || lexicon.IsCrowd(word))
}

// isClauseSubject reports whether a pronoun can only be the subject of a clause: "told
// magistrates | it was hers".
func isClauseSubject(word string) bool {
	switch word {
	case "it", "he", "she", "they", "we", "i", "there":
		return true
	}
	return false
}

// dropAddressed leaves out of a content the one whom its cue addresses before "that":
// "Roe promised voters that …".
func dropAddressed(a *article.Article, x *Attribution) {
	if len(x.Cue) == 0 || len(x.Content) == 0 {
		return
	}
	if verb := a.Fold(x.LastCue().Last - 1); !isToldVerb(verb) && verb != "tell" {
		return
	}
	w := &x.Content[0]
	apposed := a.Gap(w.First).Has(token.GapComma) && w.First > x.LastCue().Last // "told her rival, the farmer Roe, that"
	if w.First != x.LastCue().Last && !apposed || a.RunOf[w.First] > 0 {
		return
	}
	phrase := a.NounPhraseAt(w.First, *w)
	leads := phrase.Last+1 < w.Last && (a.Fold(phrase.Last) == "that" || a.Marked && phrase.Len() < 3 && !isQuestionWord(a.Fold(w.First)) && isClauseSubject(a.Fold(phrase.Last)))
	if !phrase.Empty() && leads && (!apposed || a.Gap(phrase.Last).Has(token.GapComma)) {
		x.Verbatim = without(x.Verbatim, phrase)
		w.First = phrase.Last
	}
}
