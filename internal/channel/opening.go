package channel

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// openingObject returns whom the participle that the sentence of x opens with has for its
// object, where the one addressed is only a pronoun: "Jailing | Jane Roe | for a year, the
// judge told her".
func (r *reader) openingObject(x attribution.Attribution, recipient token.Range) token.Range {
	if !r.Marked || recipient.Len() != 1 || !lexicon.IsObjectPronoun(r.Fold(recipient.First)) {
		return token.Range{}
	}
	first := r.Sentences[r.SentenceOf(x.Cue[0].First)].First
	if !strings.HasSuffix(r.Fold(first), "ing") || r.RunOf[first] > 0 {
		return token.Range{}
	}
	w := r.NounPhraseAfter(first+1, token.Range{First: first + 1, Last: min(len(r.Tokens), first+1+article.MaxName)})
	for i := w.First + 1; i < w.Last; i++ {
		if lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition) {
			w.Last = i
		}
	}
	if w.Empty() || w.Last > x.Source.First || !r.IsNameWord(w.Last-1) {
		return token.Range{}
	}
	return w
}

// passesSentence reports whether a judge speaks in a sentence that opens with what was
// passed: "Jailing Roe for a year, the judge said".
func (r *reader) passesSentence(x attribution.Attribution) bool {
	i := r.Sentences[r.SentenceOf(x.Cue[0].First)].First
	switch r.Fold(i) {
	case "jailing", "sentencing", "fining", "imprisoning", "convicting", "acquitting":
	case "passing", "handing":
		if next := r.Fold(i + 1); next != "sentence" && next != "down" {
			return false
		}
	default:
		return false
	}
	for k := x.Source.First; k < x.Source.Last; k++ {
		if isJudge(r.Fold(k)) || r.Fold(k) == "justice" || r.Fold(k) == "recorder" || r.Fold(k) == "sheriff" {
			return true
		}
	}
	return x.Source.Len() == 1
}

// isPossessive reports whether "her" at token i says whose the one is who is
// named after it: "her brother", "her older brother".
func (r *reader) isPossessive(i int, limits token.Range) bool {
	if r.Fold(i) != "her" {
		return false
	}
	isWriters := !r.Content[i]
	for k := i + 1; k < min(limits.Last, i+3) && !(isWriters && r.Content[k]) && !r.BreaksPhrase(k); k++ {
		word := r.Fold(k)
		if lexicon.RoleOf(word) != lexicon.NoRole || lexicon.IsPeople(word) {
			return true
		}
		if lexicon.ClassOf(word) != 0 {
			break
		}
	}
	next := r.Fold(i + 1)
	return i+2 < limits.Last && !r.BreaksPhrase(i+1) && lexicon.ClassOf(next) == 0 && !(isWriters && r.Content[i+1]) && !r.IsNameWord(i+1) && !lexicon.IsDayWord(next) && !tellsHow(next)
}

// tellsHow reports whether a word behind "her" goes with the verb and is no noun: "told her
// repeatedly", "told her last week".
func tellsHow(word string) bool {
	switch word {
	case "last", "this", "next", "later", "again", "nothing", "early", "late", "earlier", "how", "why", "what", "never", "good", "goodbye", "hello":
		return true
	}
	return strings.HasSuffix(word, "ly") || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed")
}
