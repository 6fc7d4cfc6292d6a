package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readMissedFlat adds the sentences of flattened text in which the tagger has found
// nothing and that end in who said so, and when or where: "the bridge will close in may
// the council said on friday".
func (r *ruleReader) readMissedFlat() {
	used := make([]bool, len(r.Tokens))
	for _, x := range r.found {
		if len(x.Cue) > 0 || !x.Source.Empty() {
			token.Mark(used, x.Content)
			token.Mark(used, x.Cue)
		}
	}
	isFree := func(w token.Range) bool { return !r.StandsAside(w) && !slices.Contains(used[w.First:w.Last], true) }
	var missed []cueClause
	var contents []token.Range
	for n, sentence := range r.Sentences {
		if !isFree(sentence) {
			continue
		}
		clause, ok := r.trailingFlat(sentence, sentence)
		if !ok && n > 0 && len(r.Sentences) <= fewSentences && isFree(r.Sentences[n-1]) {
			sentence.First = r.Sentences[n-1].First // the comma before who said so was taken for a stop
			clause, ok = r.trailingFlat(sentence, r.Sentences[n])
		}
		if ok {
			missed = append(missed, clause)
			contents = append(contents, token.Range{First: sentence.First, Last: clause.extent().First})
		}
	}
	if len(missed) == 0 {
		return
	}
	told := make([]bool, len(r.Tokens))
	token.Mark(told, contents)
	r.found = slices.DeleteFunc(r.found, func(x Attribution) bool { return told[x.Content[0].First] })
	for n, clause := range missed {
		r.add(clause, contents[n])
	}
}

// fewSentences is how many sentences a text has at the most in which the tagger, with
// so little around, is not asked whether a comma stood before who said so, nor the words
// whether they hold a verb.
const fewSentences = 3

// trailingFlat returns the clause that ends a sentence without marks, behind words that
// are a clause of their own. It stands in limits, the end of the sentence.
func (r *ruleReader) trailingFlat(sentence, limits token.Range) (cueClause, bool) {
	if clause, ok := r.invertedFlat(sentence, limits); ok {
		return clause, true
	}
	cue := limits.Last - 1
	for cue > limits.First && !r.endsFlat(cue, limits) {
		if limits.Last-cue > maxOccasion {
			return cueClause{}, false
		}
		cue--
	}
	clause, ok := clauseAt(r.Article, cue, limits)
	if !ok || clause.inverted || clause.source.Empty() || isBe(r.Article, cue-1) {
		return cueClause{}, false
	}
	clause.source.First = r.descriptionBefore(clause.source, limits)
	content := token.Range{First: sentence.First, Last: clause.extent().First}
	if content.Len() < shortestReport || content.Len() > maxFlatContent || sentence.First < limits.First && content.Last > limits.First {
		return cueClause{}, false
	}
	const leads = lexicon.Preposition | lexicon.Conjunction
	if lexicon.ClassOf(r.Fold(content.First)).Has(leads) || lexicon.ClassOf(r.Fold(content.Last-1)).Has(leads|lexicon.Determiner|lexicon.Complementizer|lexicon.Auxiliary) {
		return cueClause{}, false
	}
	if len(r.Sentences) <= fewSentences {
		return clause, true
	}
	// In a longer text the tagger has had its reasons, unless the occasion stands behind.
	isSet := cue+1 < limits.Last && r.Fold(cue) != "told"
	return clause, isSet && r.Restored[content.Last-1].Follow == tagger.FollowPause && r.hasVerb(content)
}

// invertedFlat returns the clause that ends a short text's sentence with "said" and who said
// it: "polling was peaceful said the chief election officer jane roe".
func (r *ruleReader) invertedFlat(sentence, limits token.Range) (cueClause, bool) {
	if len(r.Sentences) > fewSentences {
		return cueClause{}, false
	}
	for i := max(limits.First, limits.Last-article.MaxSource); i+1 < limits.Last; i++ {
		if r.Fold(i) != "said" && r.Fold(i) != "says" || i-sentence.First < shortestReport {
			continue
		}
		source := token.Range{First: i + 1, Last: limits.Last}
		content := token.Range{First: sentence.First, Last: i}
		if !isNounPhrase(r.Article, source) || !r.canReport(source) || !r.hasVerb(content) || r.IsNameWord(i-1) || lexicon.RoleOf(r.Fold(i-1)) == lexicon.PersonRole {
			return cueClause{}, false
		}
		lexeme, _ := lexicon.LookupCue("said")
		return cueClause{source: source, cue: token.Range{First: i, Last: i + 1}, lexeme: lexeme, inverted: true}, true
	}
	return cueClause{}, false
}

// descriptionBefore returns the first token of a source with what describes it before a
// name, "selby bank economist | jane roe", or before whom the one speaks for, "a spokesman
// for | the council".
func (r *ruleReader) descriptionBefore(source, limits token.Range) int {
	first := source.First
	if r.Fold(first-1) == "for" && lexicon.RoleOf(r.Fold(first-2)) == lexicon.PersonRole {
		for first -= 2; first > limits.First && !lexicon.ClassOf(r.Fold(first)).Has(lexicon.Determiner); first-- {
		}
		return first
	}
	if !r.IsNameWord(first) || source.Len() < 2 {
		return first
	}
	for first > limits.First && (lexicon.RoleOf(r.Fold(first-1)) == lexicon.PersonRole || lexicon.IsTitle(r.Fold(first-1)) || first < source.First && r.CanName(first-1)) {
		first--
	}
	if first < source.First && first > limits.First && lexicon.ClassOf(r.Fold(first-1)).Has(lexicon.Determiner|lexicon.Possessive) {
		first--
	}
	return first
}

// endsFlat reports whether a verb of saying stands at token i and nothing behind it in
// its sentence but who was told, and when or where it was said.
func (r *ruleReader) endsFlat(i int, sentence token.Range) bool {
	after := i + 1
	switch {
	case r.Fold(i) == "told":
		if after = r.NounPhraseAfter(after, sentence).Last; after == 0 {
			return false
		}
	case !r.isPlainCue(i) && !endsReport(r.Fold(i)):
		return false
	}
	return after == sentence.Last || r.opensOccasion(after)
}

// endsReport reports whether a verb in another form than those of saying ends a sentence of
// what somebody wrote, found or foresees.
func endsReport(word string) bool {
	switch word {
	case "wrote", "writes", "found", "finds", "shows", "predict", "predicts", "warns", "believe", "believes", "claims", "argues", "insists", "suggests":
		return true
	}
	return false
}
