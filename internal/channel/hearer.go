package channel

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Hearer is a noun phrase of the writer's own that names people, a group or an
// outlet: a message beside it may have been for them.
type Hearer struct {
	At    int         // the token where it begins
	Words token.Range // that name them; those before it that "the paper" stands for
}

// hearersOf returns the hearers of an article in the order of the text.
func hearersOf(r *reader) []Hearer {
	hearers := make([]Hearer, 0, len(r.Tokens)/wordsToHearer)
	sentence, n := token.Range{}, 0
	for i := 0; i < len(r.Tokens); i++ {
		if r.Quoted[i] || r.Content[i] || r.IsAside(i) || !r.opensNaming(i) {
			continue
		}
		sentence, n = r.SentenceAround(i, n)
		w := r.freeRecipientAt(i, sentence)
		if w.Empty() || !r.namesHearer(w) || r.isReaderOf(i) || w.Len() == 1 && isPlatform(r.Fold(w.First)) {
			continue
		}
		hearers = append(hearers, Hearer{i, w})
		i = max(i, w.Last-1)
	}
	return hearers
}

// wordsToHearer is how many words of news there are for one such phrase, about.
const wordsToHearer = 16

// opensNaming reports whether a noun phrase that names somebody may begin at token i.
func (r *reader) opensNaming(i int) bool {
	const leads = lexicon.Determiner | lexicon.Possessive
	if lexicon.ClassOf(r.Fold(i)).Has(leads) {
		return true
	}
	isName := r.IsNameWord(i)
	if !isName && !r.isHearerNoun(r.Fold(i)) {
		return false
	}
	return i == 0 || r.BreaksPhrase(i) || !(isName && r.IsNameWord(i-1)) && !lexicon.ClassOf(r.Fold(i-1)).Has(leads)
}

// isHearerNoun reports whether a word is what those are called who may be told.
func (r *reader) isHearerNoun(word string) bool {
	switch lexicon.RoleOf(word) {
	case lexicon.PersonRole, lexicon.GroupRole, lexicon.OrganRole:
		return true
	}
	return lexicon.IsCrowd(word) || isGathered(word) || IsHost(word) || IsOutletNoun(word) || lexicon.SitsInSession(word)
}

// namesHearer reports whether a noun phrase has a name in it, or a noun for people, a
// group or an outlet.
func (r *reader) namesHearer(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if r.IsNameWord(i) || r.isHearerNoun(r.Fold(i)) {
			return true
		}
	}
	return false
}

// isReaderOf reports whether the phrase at token i names whoever came to see what was
// written to another: "a letter seen by the Gazette".
func (r *reader) isReaderOf(i int) bool {
	if r.Fold(i-1) != "by" {
		return false
	}
	switch r.Fold(i - 2) {
	case "seen", "obtained", "viewed", "reviewed", "read", "heard":
		return true
	}
	return false
}
