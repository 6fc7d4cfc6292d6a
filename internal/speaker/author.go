package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// authorWindow is how many words before "the report" may tell whose it is.
const authorWindow = 800

// mostMentions is how many places before it that name a document are asked whose it is.
const mostMentions = 12

// longestKind is how many words before the noun of a document may tell which one it is:
// "the 97-page final report".
const longestKind = 3

// authorOf returns who made the document that a source names only as such, "the report",
// by the last place before it that tells whose it is.
func (r *resolver) authorOf(w token.Range) Meaning {
	if w.Len() < 2 || w.Len() > 2+longestKind {
		return Meaning{}
	}
	switch r.Fold(w.First) {
	case "the", "that", "this":
	default:
		return Meaning{}
	}
	noun := r.Fold(w.Last - 1)
	if first, last := r.namesIn(w); first < last || !isAuthored(noun) || r.IsNameWord(w.Last-1) {
		return Meaning{}
	}
	for i, seen := w.First-1, 0; i >= max(0, w.First-authorWindow) && seen < mostMentions; i-- {
		if r.quoted[i] || !isSameDocument(r.Fold(i), noun) {
			continue
		}
		if m := r.authorAt(i); m.IsNamed() {
			return m
		}
		seen++
	}
	return Meaning{}
}

// makerOf returns the words for who made the document that a phrase names, if it says so:
// "a review published on Tuesday by | Jane Roe". Whoever only came by it is no maker.
func (r *resolver) makerOf(w token.Range) token.Range {
	noun := r.documentIn(w)
	if noun > w.First && r.Fold(noun-1) == "s" {
		return token.Range{} // "Roe's letter, signed by others"
	}
	made := noun + 1
	for i := noun + 1; noun >= 0 && i+1 < w.Last; i++ {
		word := r.Fold(i)
		switch {
		case word == "by" && i-made < byReach:
			maker := r.untilPreposition(token.Range{First: i + 1, Last: w.Last})
			if lexicon.ClassOf(r.Fold(maker.Last-1))&^lexicon.Title != 0 {
				return token.Range{}
			}
			return maker
		case isMade(word) && word != "commissioned", word == "released":
			made = i + 1
		case isDisclosed(word), word == "that", word == "which", word == "who", r.BreaksPhrase(i):
			return token.Range{}
		}
	}
	return token.Range{}
}

// documentIn returns the noun for a document that a phrase is about, with what was done to
// the document behind it or nothing, or -1.
func (r *resolver) documentIn(w token.Range) int {
	for i := w.First; i < w.Last; i++ {
		word := r.Fold(i)
		switch {
		case lexicon.RoleOf(word) == lexicon.DocumentRole || isAuthored(word):
			if i+1 == w.Last || lexicon.ClassOf(r.Fold(i+1)).Has(lexicon.Preposition) || isMade(r.Fold(i+1)) || isDisclosed(r.Fold(i+1)) {
				return i
			}
		case lexicon.ClassOf(word).Has(lexicon.Preposition):
			return -1
		}
	}
	return -1
}

// withoutMaking leaves out of the words for a document when, where and how it came to
// light: "study | published in the journal Orrin Science".
func (r *resolver) withoutMaking(w token.Range) token.Range {
	noun := r.documentIn(w)
	for i := noun + 1; noun >= 0 && i < w.Last; i++ {
		if (isMade(r.Fold(i)) || isDisclosed(r.Fold(i))) && !lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Auxiliary) {
			w.Last = i
		}
	}
	return w
}

// isAuthored reports whether a noun names a document that speaks for whoever made it.
func isAuthored(noun string) bool {
	switch noun {
	case "report", "study", "survey", "poll", "statement", "letter", "memo", "editorial", "article", "book", "petition", "release", "document", "memoir", "op-ed",
		"column", "essay", "review", "audit", "analysis", "filing":
		return true
	}
	return false
}

// isSameDocument reports whether two nouns can name one document.
func isSameDocument(one, other string) bool {
	isPoll := func(noun string) bool { return noun == "poll" || noun == "survey" }
	return one == other || isPoll(one) && isPoll(other)
}

// authorAt returns who made the document named by the noun at token i, if the words
// beside it tell.
func (r *resolver) authorAt(i int) Meaning {
	if m := r.authorBehind(i); m.IsNamed() {
		return m
	}
	if m := r.authorBefore(i); m.IsNamed() {
		return m
	}
	return r.authorInSentence(i)
}

const (
	authorReach = 12 // words behind a document that "by" or "from" may stand in, or the subject
	byReach     = 5  // words between what was done with it and "by": "published on Friday by"
	fromReach   = 8  // words between it and "from": "a letter last week to the board from"
)

// authorBehind returns whom "by" or "from" names behind a document: "the report published
// on Friday by the council".
func (r *resolver) authorBehind(i int) Meaning {
	made := i + 1
	for k := i + 1; k < min(len(r.Tokens)-1, i+authorReach); k++ {
		if r.IsSentenceStart(k) || r.quoted[k] {
			return Meaning{}
		}
		word := r.Fold(k)
		switch {
		case word == "by" && (made == k || made > i+1 && k-made < byReach), word == "from" && k-i < fromReach:
			return r.author(r.resolvePhrase(r.NounPhraseAfter(k+1, token.Range{First: k + 1, Last: min(len(r.Tokens), k+1+article.MaxSource)})))
		case isMade(word):
			made = k + 1
		case word == "that", word == "which", word == "who", r.isCue(k):
			return Meaning{}
		}
	}
	return Meaning{}
}

// authorBefore returns whose name stands right before a document: "the Navy's statement",
// "a Department of Ports report". A month, and a newspaper that reports what another has
// written, are no author of it.
func (r *resolver) authorBefore(i int) Meaning {
	k := r.namesBefore(i) - 1
	if k < 0 || i-r.names[k].Last > maxOwned {
		return Meaning{}
	}
	name := r.names[k]
	owns := r.isOwner(name)
	if last := r.Fold(name.Last - 1); lexicon.IsMonth(last) || lexicon.IsDayWord(last) || lexicon.IsPaperNoun(last) || !owns && (name.Last != i || !r.bearers[r.of[k]].isOrgan()) {
		return Meaning{}
	}
	for between := name.Last; between < i; between++ {
		if word := r.Fold(between); lexicon.ClassOf(word) != 0 && word != "s" || word == "s" && between > name.Last || between > name.Last && r.BreaksPhrase(between) {
			return Meaning{}
		}
	}
	return r.author(r.ofBearer(r.of[k]))
}

// authorInSentence returns who is told to have written a document, or to have said
// something in it: "the council published a report", "the council said in its report",
// "in its report the council said".
func (r *resolver) authorInSentence(i int) Meaning {
	first := r.PhraseStart(i+1, token.Range{First: max(0, i-article.MaxSource), Last: i + 1})
	if first < 2 || r.IsSentenceStart(first) || !lexicon.ClassOf(r.Fold(first)).Has(lexicon.Determiner|lexicon.Possessive) {
		return Meaning{}
	}
	switch noun := r.Fold(i); {
	case noun == "statement" || noun == "letter":
		return Meaning{} // of which an article tells many
	case isMade(r.Fold(first - 1)):
		return r.authorActing(first - 1)
	case r.Fold(first-1) != "in":
		return Meaning{}
	case r.IsSentenceStart(first - 1):
		return r.authorSaying(i)
	case r.isCue(first - 2):
		return r.authorActing(first - 2)
	}
	return r.namedUpTo(first - 1) // "said the council in a report", "the council, in a report,"
}

// authorActing returns whose name stands before the verb at token i.
func (r *resolver) authorActing(i int) Meaning {
	for i > 0 && !r.BreaksPhrase(i) {
		if class := lexicon.ClassOf(r.Fold(i - 1)); !class.Has(lexicon.Auxiliary) && class != lexicon.Adverb {
			break
		}
		i--
	}
	return r.namedUpTo(i)
}

// namedUpTo returns the author whose name ends before token i.
func (r *resolver) namedUpTo(i int) Meaning {
	if k := r.namesBefore(i) - 1; k >= 0 && r.names[k].Last == i {
		return r.author(r.ofBearer(r.of[k]))
	}
	return Meaning{}
}

// authorSaying returns the first whose name stands before a cue behind the document at
// token i, in its sentence.
func (r *resolver) authorSaying(i int) Meaning {
	sentence := r.Sentences[r.SentenceOf(i)]
	first, last := r.namesIn(token.Range{First: i + 1, Last: min(sentence.Last, i+1+authorReach)})
	for k := first; k < last; k++ {
		if r.isCue(r.names[k].Last) {
			return r.author(r.ofBearer(r.of[k]))
		}
	}
	return Meaning{}
}

// isCue reports whether the word at token i is one with which somebody says something.
func (r *resolver) isCue(i int) bool {
	_, cue := lexicon.LookupCue(r.Fold(i))
	return cue
}

// author returns one who is meant, if the one can have made a document: a place has not.
func (r *resolver) author(m Meaning) Meaning {
	if !m.IsNamed() {
		return Meaning{}
	}
	if b := &r.bearers[m.bearer-1]; b.isPlace() || isPlaceOrPeople(b.surname()) {
		return Meaning{}
	}
	return m
}

// isMade reports whether a verb tells that somebody made a document and not that it
// became known.
func isMade(word string) bool {
	switch word {
	case "published", "issued", "conducted", "written", "wrote", "prepared", "produced", "signed", "filed", "sent", "authored", "compiled", "drafted",
		"submitted", "commissioned", "penned":
		return true
	}
	return false
}
