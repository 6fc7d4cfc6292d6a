package attribution

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Where the tagger has found nothing in a sentence, its form may still tell that
// somebody says so: it ends in a comma and a clause of saying, or it begins with
// one.

// readMissed adds the sentences that end in a comma and who said so, "The bridge
// will close, the council said on Friday", and those that begin with who said so
// and when, "The ministry said on Friday four children were ill".
func (r *ruleReader) readMissed() {
	used := r.usedWords()
	for _, sentence := range r.Sentences {
		for sentence.Len() > 1 && r.IsAside(sentence.First) {
			sentence.First++ // a dateline
		}
		if r.StandsAside(sentence) || r.RunOf[sentence.Last-1] > 0 || slices.Contains(used[sentence.First:sentence.Last], true) {
			continue
		}
		if clause, ok := r.trailing(sentence); ok {
			r.add(clause, token.Range{First: sentence.First, Last: clause.extent().First})
		} else if clause, content, ok := r.leading(sentence); ok {
			r.add(clause, content)
		} else if clause, content, ok := r.per(sentence); ok {
			r.add(clause, content)
		} else if clause, content, ok := r.accordingTo(sentence); ok {
			r.add(clause, content)
		}
	}
}

const (
	shortestReport = 3 // words that a sentence has at least besides who said so
	maxOccasion    = 8 // words that may tell behind a cue when or where it was said
)

// trailing returns the clause that ends a sentence behind a comma, but for what
// tells the occasion and what else happened: "The bridge will close, the council said
// on Friday, as the river rose".
func (r *ruleReader) trailing(sentence token.Range) (cueClause, bool) {
	if clause, ok := r.trailingIn(sentence); ok {
		return clause, true
	}
	comma := sentence.Last - 1
	for comma > sentence.First && (!r.Gap(comma).Has(token.GapComma) || r.RunOf[comma] > 0) {
		comma--
	}
	if comma <= sentence.First || !isMeanwhile(r.Fold(comma)) {
		return cueClause{}, false
	}
	return r.trailingIn(token.Range{First: sentence.First, Last: comma})
}

// trailingIn returns the clause behind a comma that ends the words of a sentence, but
// for whom was told and the occasion.
func (r *ruleReader) trailingIn(sentence token.Range) (cueClause, bool) {
	last := sentence.Last - 1
	for last > sentence.First && sentence.Last-last <= maxOccasion && !r.isPlainCue(last) && !r.isHeardIn(last) && r.Fold(last) != "told" && r.Gap(last).Bare() {
		last--
	}
	after := last + 1
	if r.Fold(last) == "told" {
		if after = r.NounPhraseAfter(after, token.Range{First: after, Last: sentence.Last}).Last; after == 0 {
			return cueClause{}, false
		}
	} else if r.isHeardIn(last) {
		return r.heardClause(last, sentence)
	} else if !r.isPlainCue(last) {
		return cueClause{}, false
	}
	if after < sentence.Last && !r.opensOccasion(after) {
		return cueClause{}, false
	}
	clause, ok := clauseAt(r.Article, last, sentence)
	first := clause.extent().First
	if !ok || clause.inverted || clause.source.Empty() || first-sentence.First < shortestReport || !r.Gap(first).BareBut(token.GapComma) || !r.Gap(first).Has(token.GapComma) {
		return cueClause{}, false
	}
	if lexicon.ClassOf(r.Fold(sentence.First)).Has(lexicon.Preposition) {
		return clause, isReporting(r.Fold(last)) && r.hasVerb(token.Range{First: sentence.First, Last: first}) // "By the time they came it was late, she said"
	}
	return clause, !lexicon.ClassOf(r.Fold(sentence.First)).Has(lexicon.Conjunction)
}

// isHeardIn reports whether token i, which ends a sentence, tells that a court or the like
// has heard what the sentence begins with.
func (r *ruleReader) isHeardIn(i int) bool {
	group := groupStart(r.Article, i)
	return r.Fold(i) == "heard" && group > 0 && lexicon.SitsInSession(r.Fold(group-1))
}

// heardClause returns the clause at the end of a sentence of what was heard in court: "the
// boy was sent home, | an inquest has heard".
func (r *ruleReader) heardClause(heard int, sentence token.Range) (cueClause, bool) {
	group := groupStart(r.Article, heard)
	source := r.NounPhraseBefore(group, token.Range{First: sentence.First, Last: group})
	content := token.Range{First: sentence.First, Last: source.First}
	if heard+1 != sentence.Last || source.Empty() || content.Len() < shortestReport || !r.Gap(source.First).BareBut(token.GapComma) || !r.Gap(source.First).Has(token.GapComma) {
		return cueClause{}, false
	}
	lexeme, _ := lexicon.LookupCue("said")
	return cueClause{source: source, cue: token.Range{First: group, Last: heard + 1}, lexeme: lexeme}, true
}

// isReporting reports whether a verb of saying is one that hardly stands without what is said.
func isReporting(word string) bool {
	switch word {
	case "said", "says", "told", "announced", "reported", "confirmed":
		return true
	}
	return false
}

// isMeanwhile reports whether a word behind a comma begins what happened besides.
func isMeanwhile(word string) bool {
	switch word {
	case "as", "after", "while", "when", "before", "amid", "following", "hours", "days", "weeks", "minutes":
		return true
	}
	return false
}

// isPlainCue reports whether token i is a verb of saying in a form that ends a
// sentence.
func (r *ruleReader) isPlainCue(i int) bool {
	word := r.Fold(i)
	if word != "said" && word != "say" && word != "says" && !strings.HasSuffix(word, "ed") {
		return false
	}
	lexeme, ok := lexicon.LookupCue(word)
	return ok && lexeme.Act == lexicon.Speaking && lexeme.Frame == lexicon.Clause && lexeme.Weight >= 0.5
}

// opensOccasion reports whether the word at token i behind a cue can begin what
// tells when, where or how something was said: "on Friday", "in a statement".
func (r *ruleReader) opensOccasion(i int) bool {
	switch word := r.Fold(i); word {
	case "on", "in", "at", "during", "via", "by", "through", "late", "early", "earlier", "after", "outside":
		return true
	default:
		return lexicon.IsDayWord(word)
	}
}

// leading returns the clause that begins a sentence with a verb of saying and a
// colon, or with "said", and at times the day; and the words behind it, which tell
// what was said.
func (r *ruleReader) leading(sentence token.Range) (cueClause, token.Range, bool) {
	for i := sentence.First + 1; i < min(sentence.Last, sentence.First+maxLead); i++ {
		colon := i+1 < sentence.Last && r.Gap(i+1).Has(token.GapColon)
		if word := r.Fold(i); word != "said" && word != "says" && word != "say" && !(colon && r.isPlainCue(i)) && !isMaintaining(word) {
			continue
		}
		clause, ok := clauseAt(r.Article, i, sentence)
		if !ok || clause.inverted || clause.extent().First != sentence.First || i+1 == sentence.Last {
			return cueClause{}, token.Range{}, false
		}
		content := token.Range{First: i + 1, Last: sentence.Last}
		if colon {
			return clause, content, content.Len() >= shortestReport && r.RunOf[content.First] == 0
		}
		if isMaintaining(r.Fold(i)) && !r.leadsToVerb(token.Range{First: content.First + 1, Last: min(content.Last, content.First+maxOccasion)}) {
			return cueClause{}, token.Range{}, false // "maintains a wide lead"
		}
		content.First = r.pastOccasion(content)
		return clause, content, content.Len() >= shortestReport && r.Gap(content.First).Bare() && r.opensReport(content)
	}
	return cueClause{}, token.Range{}, false
}

// isMaintaining reports whether a verb in the present tells what somebody goes on saying.
func isMaintaining(word string) bool {
	switch word {
	case "maintains", "insists", "argues", "believes", "claims", "reckons", "contends":
		return true
	}
	return false
}

// per returns the source that a sentence begins with behind "per", and what it says:
// "Per the police report, the car hit a pole".
func (r *ruleReader) per(sentence token.Range) (cueClause, token.Range, bool) {
	if r.Fold(sentence.First) != "per" {
		return cueClause{}, token.Range{}, false
	}
	clause, content, ok := r.headedBy(sentence, 1)
	return clause, content, ok && content.Len() >= shortestReport && r.canReport(clause.source)
}

// accordingTo returns the source that a sentence begins with behind "according to", and
// what it says behind a comma: "According to the ministry, however, stores are full".
func (r *ruleReader) accordingTo(sentence token.Range) (cueClause, token.Range, bool) {
	if r.Fold(sentence.First) != "according" || r.Fold(sentence.First+1) != "to" {
		return cueClause{}, token.Range{}, false
	}
	clause, content, ok := r.headedBy(sentence, 2)
	if isAdverb(r.Fold(content.First)) && r.Gap(content.First+1).Has(token.GapComma) {
		content.First++
	}
	return clause, content, ok && content.Len() >= shortestReport
}

// headedBy returns the source that a sentence names up to a comma behind a cue of so
// many words, and the words behind the comma.
func (r *ruleReader) headedBy(sentence token.Range, words int) (cueClause, token.Range, bool) {
	cue := token.Range{First: sentence.First, Last: sentence.First + words}
	source := r.NounPhraseAfter(cue.Last, sentence)
	if source.Empty() || !r.Gap(source.Last).Has(token.GapComma) {
		return cueClause{}, token.Range{}, false
	}
	lexeme, _ := lexicon.LookupCue("said")
	return cueClause{source: source, cue: cue, lexeme: lexeme, prefixed: true}, token.Range{First: source.Last, Last: sentence.Last}, true
}

// canReport reports whether a noun phrase names somebody, or papers.
func (r *ruleReader) canReport(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if r.IsNameWord(i) || lexicon.RoleOf(r.Fold(i)) != lexicon.NoRole || lexicon.IsDocument(r.Fold(i)) {
			return true
		}
	}
	return false
}

// maxLead is how many words may stand before the verb of saying that a sentence
// begins with.
const maxLead = 8

// opensReport reports whether words can be a clause that is reported without
// "that": they begin with what can be a subject and have a verb.
func (r *ruleReader) opensReport(content token.Range) bool {
	first := content.First
	class := lexicon.ClassOf(r.Fold(first))
	if r.Tokens[first].Shape != token.ShapeNumber && !class.Has(lexicon.Determiner|lexicon.Possessive|lexicon.Subject) && !(r.Cased && r.IsNameWord(first)) {
		return false
	}
	return r.hasVerb(content)
}

// hasVerb reports whether a word behind the first of a clause is a verb's.
func (r *ruleReader) hasVerb(clause token.Range) bool {
	for i := clause.First + 1; i < clause.Last; i++ {
		if word := r.Fold(i); lexicon.ClassOf(word).Has(lexicon.Auxiliary) || lexicon.IsPastTense(word) || isRegularPast(word) {
			return true
		}
	}
	return false
}
