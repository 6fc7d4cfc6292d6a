package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// setsOff are the marks between a description and the name beside it: "the port's
// lawyer -- Jane Roe".
const setsOff = token.GapComma | token.GapHyphen | token.GapDash

// setOff returns the token at which the name n begins with what stands before it,
// titles or an office, if a mark parts it from a description in w: "her
// interviewer, | radio reporter Jane Roe". Else it returns -1.
func (r *resolver) setOff(n article.Name, w token.Range) int {
	first := withTitles(n)
	for i := first; i > w.First && first-i <= maxDescription; i-- {
		if r.BreaksPhrase(i) {
			if r.Gap(i).BareBut(setsOff) {
				return i
			}
			return -1
		}
		word := r.Fold(i - 1)
		if i == first && word == "the" && r.BreaksPhrase(i-1) && r.Gap(i-1).BareBut(setsOff) {
			return i - 1 // "a fans' group, | the Selby Army"
		}
		if i == first && !isOffice(word) && !isOfficeWord(word) || lexicon.IsFunctionWord(word) {
			return -1
		}
	}
	return -1
}

// isPersonAlone reports whether the name numbered i is a person's by itself, in full
// or with a title, and not an office with a capital: "Chief Superintendent".
func (r *resolver) isPersonAlone(i int) bool {
	n := r.names[i]
	if isOffice(r.Fold(n.Last-1)) && !lexicon.IsGivenName(r.Fold(n.First)) {
		return false
	}
	return (n.Len() > 1 || !n.Titles.Empty()) && r.isPerson(r.of[i], r.said)
}

// endsApposition reports whether nothing but a relative clause or another mark
// follows a name in w.
func (r *resolver) endsApposition(n article.Name, w token.Range) bool {
	return n.Last == w.Last || r.BreaksPhrase(n.Last) || r.Fold(n.Last) == "who"
}

// mayBePerson reports whether the noun of a description can be that of one person,
// so that a person's name after a comma is the name of the one described.
func (r *resolver) mayBePerson(head int) bool {
	word := r.Fold(head)
	switch lexicon.RoleOf(word) {
	case lexicon.PersonRole:
		return true
	case lexicon.NoRole:
		return lexicon.IsTitle(word) || !strings.HasSuffix(word, "s") && !isSent(word)
	}
	return false
}

// severalSetOff returns the names of the persons whom a description of several
// stands for, and who are named behind it: "two senior surveyors, Jane Roe of
// Selby and union secretary Desmond Pryce". It is "" if there are none.
func (r *resolver) severalSetOff(w token.Range, head, first, last int) string {
	if !r.meansSeveral(head) {
		return ""
	}
	var together []int
	for i := first; i < last; i++ {
		n := r.names[i]
		joined := len(together) > 0 && r.joinedBefore(n, head)
		isPerson := r.isPersonAlone(i) || joined && n.Len() > 1 && !r.bearers[r.of[i]].isOrgan()
		if n.First <= head || !isPerson || r.Fold(n.Last) == "s" || r.isBeforeOffice(n) {
			continue
		}
		if joined != (r.setOff(n, w) < 0) {
			return ""
		}
		together = append(together, i)
		if joined && r.endsSeveral(n, w) {
			return r.namedEach(together)
		}
	}
	return ""
}

// isBeforeOffice reports whether a name only tells whose office the next word is:
// "Jane Roe aide".
func (r *resolver) isBeforeOffice(n article.Name) bool {
	return !r.BreaksPhrase(n.Last) && isOffice(r.Fold(n.Last))
}

// meansSeveral reports whether a noun is one of several persons.
func (r *resolver) meansSeveral(head int) bool {
	word := r.Fold(head)
	one, many := strings.CutSuffix(word, "s")
	return lexicon.RoleOf(word) == lexicon.GroupRole || many && !r.IsNameWord(head) && lexicon.RoleOf(word) == lexicon.NoRole && lexicon.RoleOf(one) != lexicon.OrganRole && !isSent(one)
}

// joinedBefore reports whether "and" stands before a name and its office.
func (r *resolver) joinedBefore(n article.Name, head int) bool {
	first := withTitles(n)
	for i := first - 1; i > head && first-i <= article.MaxSource && !r.BreaksPhrase(i+1); i-- {
		word := r.Fold(i)
		if word == "and" {
			return i == first-1 || isOffice(r.Fold(n.First-1))
		}
		if lexicon.IsFunctionWord(word) {
			return false
		}
	}
	return false
}

// endsSeveral reports whether the last of several names ends w, but for where its
// bearer is from.
func (r *resolver) endsSeveral(n article.Name, w token.Range) bool {
	if r.endsApposition(n, w) {
		return true
	}
	_, after := r.namesIn(token.Range{First: n.Last, Last: w.Last})
	return r.Fold(n.Last) == "of" && after > 0 && r.names[after-1].Last == w.Last && r.names[after-1].First == n.Last+1
}

// selfNamed returns the bearer of the name that one without a name gives: "a caller who
// identified herself as Jane Roe".
func (r *resolver) selfNamed(w token.Range, first, last int) (int, bool) {
	for i := first; i < last; i++ {
		n := r.names[i]
		as := withTitles(n) - 1
		if !r.endsApposition(n, w) || r.Fold(as) != "as" || as-2 <= w.First {
			continue
		}
		switch verb, object := r.Fold(as-2), r.Fold(as-1); {
		case lexicon.IsReflexive(object) && (verb == "identified" || verb == "introduced"),
			object == "name" && lexicon.ClassOf(verb).Has(lexicon.Possessive),
			object == "only" && lexicon.IsReflexive(verb) && r.Fold(as-3) == "identified",
			object == "identified" && verb != "not":
			return r.of[i], true
		}
	}
	return 0, false
}

// relativeClause returns the token with which a relative clause begins in w, or its
// end.
func (n *Names) relativeClause(w token.Range) int {
	for i := w.First + 1; i < w.Last; i++ {
		switch n.article.Fold(i) {
		case "who", "whose", "which":
			return i
		}
	}
	return w.Last
}
