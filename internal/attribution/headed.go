package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// headedReach is how many words a sentence may have before what the one says whom it
// begins with.
const headedReach = 24

// readHeaded names the speakers of what the tagger has found no source for where they are
// the subject that the sentence begins with: "The surveyor had written in March | that …",
// "Justice Roe on Tuesday | asked …".
func (r *ruleReader) readHeaded() {
	for n := range r.found {
		x := &r.found[n]
		if !x.Source.Empty() || !x.Addressed.Empty() || len(x.Content) != 1 {
			continue
		}
		content := x.Content[0]
		if len(x.Cue) == 0 && r.readInTheWordsOf(x) {
			continue
		}
		switch {
		case len(x.Cue) == 0 && (r.Fold(content.First) == "whether" || r.Fold(content.First) == "if"):
			if clause, ok := r.headingClause(content.First); ok && isAsking(r.Fold(clause.cue.Last-1)) {
				x.Source, x.Cue, x.Confidence = clause.source, []token.Range{clause.cue}, max(x.Confidence, clause.lexeme.Weight/2)
			}
		case len(x.Cue) == 0 && r.Fold(content.First) == "that":
			if r.takeConfided(x) {
				continue
			}
			if clause, ok := r.headingClause(content.First); ok {
				x.Source, x.Cue = clause.source, []token.Range{clause.cue}
				x.Mode, x.Confidence = modeOf(r.Article, clause.lexeme.Act, clause.source), max(x.Confidence, clause.lexeme.Weight/2)
			}
		case len(x.Cue) == 1 && x.Cue[0].First < content.First && (r.isFinite(x.Cue[0].First) || r.Fold(x.Cue[0].First) == "told"):
			subject := headingSubject(r.Article, x.Cue[0].First)
			if subject.Empty() {
				subject = r.wholeSubject(x.Cue[0].First)
			}
			if r.canReport(subject) {
				x.Source = subject
			}
		}
	}
}

// takeConfided gives what the sentence tells behind whom somebody said it to its source and
// cue, whatever the verb: "Roe confided to a friend | that …".
func (r *ruleReader) takeConfided(x *Attribution) bool {
	that := x.Content[0].First
	limits := token.Range{First: r.Sentences[r.SentenceOf(that)].First, Last: that}
	if limits.Len() > headedReach {
		return false
	}
	for to := that - 2; to > limits.First+1; to-- {
		if r.BreaksPhrase(to) {
			return false
		}
		if r.Fold(to) != "to" {
			continue
		}
		told := r.NounPhraseAfter(to+1, limits)
		verb := groupStart(r.Article, to-1)
		subject := r.NounPhraseAt(limits.First, token.Range{First: limits.First, Last: verb})
		if subject.Last != verb {
			subject = headingSubject(r.Article, verb)
		}
		if told.Last != that || !r.canReport(told) || !r.canReport(subject) || !isRegularPast(r.Fold(to-1)) && !r.isFinite(to-1) {
			return false
		}
		x.Source, x.Cue, x.Confidence = subject, []token.Range{{First: to - 1, Last: to}}, max(x.Confidence, aroundConfidence)
		return true
	}
	return false
}

// readInTheWordsOf names the speaker of the words behind a comma whose sentence begins with
// "in the words of": "In the words of one farmer, the law is “a joke”".
func (r *ruleReader) readInTheWordsOf(x *Attribution) bool {
	first := x.Content[0].First
	sentence := r.Sentences[r.SentenceOf(first)]
	if !r.saysInTheWordsOf(sentence.First) {
		return false
	}
	cue := token.Range{First: sentence.First, Last: sentence.First + len(inTheWordsOf)}
	source := r.NounPhraseAfter(cue.Last, token.Range{First: cue.Last, Last: sentence.Last})
	if source.Empty() || source.Last != first || !r.Gap(first).Has(token.GapComma) {
		return false
	}
	x.Source, x.Cue, x.Confidence = source, []token.Range{cue}, max(x.Confidence, aroundConfidence)
	return true
}

// headingClause returns the clause of saying that the sentence of token i begins with,
// if no mark stands between its verb and i.
func (r *ruleReader) headingClause(i int) (cueClause, bool) {
	limits := token.Range{First: r.Sentences[r.SentenceOf(i)].First, Last: i}
	if limits.Len() > headedReach || r.RunOf[limits.First] > 0 {
		return cueClause{}, false
	}
	for k := limits.First + 1; k < i; k++ {
		if clause, ok := r.toSay(k, limits); ok {
			return clause, r.canReport(clause.source) && !r.isParted(token.Range{First: k, Last: i})
		}
		clause, ok := clauseAt(r.Article, k, limits)
		if !ok || clause.lexeme.Frame == lexicon.Object {
			continue
		}
		return clause, !clause.inverted && clause.source.First == limits.First && r.canReport(clause.source) && !r.isParted(token.Range{First: k, Last: i})
	}
	return cueClause{}, false
}

// toSay returns the clause of the infinitive of saying at token k, whose subject is that
// of the sentence: "Roe is due to tell the inquest | that", "Roe took to the stage to say".
func (r *ruleReader) toSay(k int, limits token.Range) (cueClause, bool) {
	if r.Fold(k-1) != "to" || !lexicon.IsSaying(r.Fold(k)) {
		return cueClause{}, false
	}
	subject := r.openingSubject(k)
	if subject.Empty() || subject.First != limits.First {
		return cueClause{}, false
	}
	return cueClause{source: subject, cue: token.Range{First: subject.Last, Last: k + 1}, lexeme: infinitive}, true
}

// isParted reports whether a mark that ends a phrase stands within words.
func (r *ruleReader) isParted(w token.Range) bool {
	for i := w.First + 1; i <= w.Last && i < len(r.Tokens); i++ {
		if r.BreaksPhrase(i) {
			return true
		}
	}
	return false
}

// headingSubject returns the noun phrase that the sentence of the verb at token i begins
// with, if nothing but a day stands between.
func headingSubject(a *article.Article, i int) token.Range {
	limits := token.Range{First: a.Sentences[a.SentenceOf(i)].First, Last: i}
	subject := a.NounPhraseAt(limits.First, limits)
	after := subject.Last
	if !a.Marked && a.Fold(after) == "who" && !subject.Empty() && a.IsNameWord(after-1) && i-after < longestApart {
		return subject // "jane roe who signed the bill | said"
	}
	if word := a.Fold(after); !a.Marked && len(word) > 5 && strings.HasSuffix(word, "ing") && !subject.Empty() && subject.Len() > 1 && a.IsNameWord(after-1) && i-after < 4 {
		return subject // "jane roe smiling broadly | said"
	}
	if a.Fold(after) == "on" {
		after++
	}
	if after < i && lexicon.IsDayWord(a.Fold(after)) {
		after++
	}
	if subject.Empty() || tellsWhenAlone(a.Fold(subject.Last-1)) || after != i && !isSetApart(a, token.Range{First: subject.Last, Last: i}) || subject.Last == i {
		return token.Range{}
	}
	return subject
}

// wholeSubject returns the words that the sentence of the verb at token i begins with, if
// they are a noun phrase up to it: "neighbours | described hearing a bang".
func (r *ruleReader) wholeSubject(i int) token.Range {
	limits := token.Range{First: r.Sentences[r.SentenceOf(i)].First, Last: i}
	subject := r.NounPhraseAt(limits.First, limits)
	if subject.Last != i {
		return token.Range{}
	}
	switch role := lexicon.RoleOf(r.Fold(i - 1)); {
	case role == lexicon.PersonRole, role == lexicon.GroupRole, r.IsNameWord(i - 1):
		return subject
	}
	return token.Range{}
}

// tellsWhenAlone reports whether a word ends a phrase that tells when something was: "two
// years ago", "last week".
func tellsWhenAlone(word string) bool {
	switch word {
	case "ago", "week", "weeks", "month", "months", "year", "years", "day", "days", "morning", "afternoon", "evening", "night", "weekend":
		return true
	}
	return lexicon.IsDayWord(word) || lexicon.IsMonth(word)
}

// longestApart is how many words may tell more of a subject between commas.
const longestApart = 20

// isSetApart reports whether words between commas only tell more of the one before them:
// "Jane Roe, 72, who has lived here for years, recalled".
func isSetApart(a *article.Article, w token.Range) bool {
	if w.Empty() || w.Len() > longestApart || !a.Gap(w.First).BareBut(token.GapComma) || !a.Gap(w.First).Has(token.GapComma) || !a.Gap(w.Last).Has(token.GapComma) {
		return false
	}
	for i := w.First; i < w.Last; i++ {
		if a.RunOf[i] > 0 {
			return false
		}
	}
	switch a.Fold(w.First) {
	case "who", "whose", "of", "from", "aged", "a", "an", "the":
		return true
	}
	return a.Tokens[w.First].Shape == token.ShapeNumber
}
