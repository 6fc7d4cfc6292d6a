package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readQuestioned sets right the sentences that begin with a question and go on with
// the one who was asked: "Asked by reporters whether she knew, Roe shrugged". The
// question ends where the one asked is named, and is no part of the answer.
func (r *ruleReader) readQuestioned() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Content) == 0 {
			continue
		}
		verb, asked := r.questionIn(x.Content[0].First)
		if verb < 0 {
			r.readWhenAsked(x)
			continue
		}
		question := token.Range{First: verb + 1, Last: asked.First}
		if x.AnyCueWord(func(i int) bool { return i == verb }) {
			if words := within(x.Content, []token.Range{question}); len(words) > 0 {
				x.Content, x.Verbatim = words, within(x.Verbatim, words)
				x.Addressed = asked
			}
			continue
		}
		if rest := without(x.Content, question); len(rest) > 0 {
			x.Content, x.Verbatim = rest, within(x.Verbatim, rest)
		} else if x.Source == asked {
			x.Source, x.Cue, x.Addressed = token.Range{}, []token.Range{{First: verb, Last: verb + 1}}, asked
		}
	}
}

// readWhenAsked finds who was asked a question that a sentence holds further on: the one
// of whom it tells behind the question, "On Monday, when asked about the leak, Roe said",
// or the one that it begins with, "Roe shrugged when asked about the leak".
func (r *ruleReader) readWhenAsked(x *Attribution) {
	if len(x.Cue) == 0 || !x.Addressed.Empty() {
		return
	}
	verb := -1
	x.AnyCueWord(func(i int) bool {
		if isAsking(r.Fold(i)) && r.Fold(i-1) == "when" {
			verb = i
		}
		return verb >= 0
	})
	if verb < 0 || x.Content[0].First < verb || x.Source.First > verb {
		return
	}
	subject := x.Source
	x.Source = token.Range{}
	if x.Addressed = r.namedBehind(verb, x.Content[0].First+1); !x.Addressed.Empty() {
		return
	}
	if subject.Empty() {
		subject = r.openingSubject(verb - 1)
	}
	x.Addressed = subject
}

// readQuestionedFlat finds who was asked a question that the sentence of flattened text
// begins with: the one who answers right behind it. "asked whether she knew | roe said"
func (r *ruleReader) readQuestionedFlat() {
	answers := make(map[int]token.Range, len(r.found)) // sources by where their clauses begin
	for _, x := range r.found {
		if len(x.Cue) > 0 && !x.Source.Empty() && x.Source.First < x.Cue[0].First {
			answers[x.Source.First] = x.Source
		}
	}
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || !isAsking(r.Fold(x.Cue[0].First)) || x.Content[0].First < x.Cue[0].Last || !x.Source.Empty() && r.Fold(x.Source.First-1) != "by" {
			continue
		}
		x.Addressed = answers[x.End()]
		if verb := x.Cue[0].Last - 1; x.Source.Empty() && r.Fold(verb+1) == "by" && x.Content[0].First > verb+2 {
			limits := token.Range{First: verb + 2, Last: x.Content[0].First}
			if agent := r.NounPhraseAfter(verb+2, limits); agent.Last == limits.Last {
				x.Source = agent // "asked by reporters whether"
			}
		}
	}
}

// questionIn returns the participle that the sentence of token i begins with, "asked"
// or "when asked", and the one asked, who is named behind the comma that ends the
// question; -1 if there is none.
func (r *ruleReader) questionIn(i int) (verb int, asked token.Range) {
	sentence := r.Sentences[r.SentenceOf(i)]
	verb = sentence.First
	if r.Fold(verb) == "when" {
		verb++
	}
	if !isAsking(r.Fold(verb)) || verb+1 >= sentence.Last {
		return -1, token.Range{}
	}
	if asked = r.namedBehind(verb, verb+1); asked.Empty() {
		return -1, asked
	}
	return verb, asked
}

// namedBehind returns the one asked with the participle at token verb who is named behind
// a comma from token first on, if nothing is quoted before.
func (r *ruleReader) namedBehind(verb, first int) token.Range {
	last := r.Sentences[r.SentenceOf(verb)].Last
	for k := first; k < min(last, verb+maxQuestion) && r.RunOf[k] == 0; k++ {
		if r.Gap(k).Has(token.GapComma) {
			if asked := r.subjectOfMain(k, last); !asked.Empty() {
				return asked
			}
		}
	}
	return token.Range{}
}

// maxQuestion is how many words a question may have at the head of the sentence that
// tells the answer.
const maxQuestion = 48

// subjectOfMain returns the words from token i up to the finite verb of which they can
// be the subject.
func (r *ruleReader) subjectOfMain(i, last int) token.Range {
	class := lexicon.ClassOf(r.Fold(i))
	if !class.Has(lexicon.Subject|lexicon.Determiner|lexicon.Possessive) && !r.IsNameWord(i) || class.Has(lexicon.Preposition|lexicon.Complementizer) {
		return token.Range{}
	}
	for k := i + 1; k < min(last, i+article.MaxSource); k++ {
		switch {
		case r.RunOf[k] > 0 || r.BreaksPhrase(k) && !r.Gap(k).Has(token.GapComma):
			return token.Range{}
		case r.BreaksPhrase(k) && r.isFinite(k):
			return r.NounPhraseBefore(k, token.Range{First: i, Last: k}) // "the uncle, Jane Roe, said"
		case r.BreaksPhrase(k):
		case r.isFinite(k), r.Fold(k) == "told", r.isPastBehindName(k):
			for k > i+1 && isAdverb(r.Fold(k-1)) {
				k--
			}
			return token.Range{First: i, Last: k}
		}
	}
	return token.Range{}
}

// isRegularPast reports whether a word can be the past of a verb by its ending.
func isRegularPast(word string) bool { return len(word) > 4 && strings.HasSuffix(word, "ed") }

// isAsking reports whether a participle tells that somebody was asked.
func isAsking(word string) bool {
	switch word {
	case "asked", "pressed", "questioned", "quizzed":
		return true
	}
	return false
}
