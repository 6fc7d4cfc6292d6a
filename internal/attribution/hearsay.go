package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readHearsay sets right what is told of somebody by nobody who is named: "Roe is alleged
// to have hidden the letters" is not Roe's. Of one who "is said to have told friends
// that", it is the one's own.
func readHearsay(a *article.Article, x *Attribution) {
	if len(x.Cue) != 1 || x.Source.Empty() || x.Source.Last > x.Cue[0].First {
		return
	}
	cue := x.Cue[0]
	to := cue.First + 1
	for to <= cue.Last && a.Fold(to) != "to" {
		to++
	}
	if a.Fold(to) != "to" || !isHearsay(a.Fold(to-1)) || beBefore(a, to-1) < 0 {
		return
	}
	verb := to + 1
	for a.Fold(verb) == "have" || a.Fold(verb) == "be" || a.Fold(verb) == "been" || isAdverb(a.Fold(verb)) {
		verb++
	}
	if _, says := lexicon.LookupCue(a.Fold(verb)); !says && !lexicon.IsSaying(a.Fold(verb)) {
		x.Source = token.Range{}
		return
	}
	takeToldOf(a, x, verb)
}

// takeToldOf makes the verb of saying of a hearsay part of the cue, with whom it was said
// to, where the content begins with them: "is said | to have told friends | that".
func takeToldOf(a *article.Article, x *Attribution, verb int) {
	content := x.Content[0]
	if !content.Contains(verb) {
		return
	}
	after := a.NounPhraseAfter(verb+1, token.Range{First: verb + 1, Last: content.Last}).Last
	if a.Fold(verb+1) == "that" {
		after = verb + 1
	}
	if after == 0 || a.Fold(after) != "that" || content.Last-after < shortestReport {
		return
	}
	x.Cue[0].Last, x.Content[0].First = verb+1, after
	x.Verbatim = intersect(x.Verbatim, token.Range{First: after, Last: len(a.Tokens)})
}

// isHearsay reports whether a participle tells that something is said or thought of
// somebody.
func isHearsay(word string) bool {
	switch word {
	case "alleged", "said", "reported", "believed", "thought", "understood", "rumored", "rumoured", "claimed", "reputed":
		return true
	}
	return false
}
