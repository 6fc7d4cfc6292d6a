package article

import "github.com/verbatim-news/verbatim/internal/lexicon"

// The names of organisations go on where those of persons end: "the Department of
// Justice", "the Food and Drug Administration".

// joinsOrgan reports whether token i is the "and" within the name of one
// organisation that begins at token first: "the Food and Drug Administration".
func (a *Article) joinsOrgan(i, first int) bool {
	if !a.Cased || a.Fold(i) != "and" || a.Fold(first-1) != "the" || i-first > 2 {
		return false
	}
	last := i + 1
	for last < len(a.Tokens) && last-i <= 3 && !a.BreaksPhrase(last) && a.CanName(last) {
		last++
	}
	return last > i+2 && lexicon.RoleOf(a.Fold(last-1)) == lexicon.OrganRole
}

// goesOnOrgan reports whether the name of an organisation that begins at token first
// goes on at token i: "the Department | of Justice", "the Royal Society | for | the
// Protection of Birds", "the House Committee | on Energy | and Commerce".
func (a *Article) goesOnOrgan(i, first int) bool {
	switch word := a.Fold(i); word {
	case "of", "for", "on":
		if !lexicon.HeadsOrgan(a.Fold(i-1)) && (word != "of" || a.organJoint(i, first) < 0) || !a.IsNameWord(i-1) || i+2 >= len(a.Tokens) || a.BreaksPhrase(i+1) {
			return false
		}
		if word != "of" && (a.namesPerson(i+1) || lexicon.Governs(a.Fold(i-1))) {
			return false // "the White House for Jane Roe"
		}
		return a.CanName(i+1) && (a.Cased || word != "on" || lexicon.SitsOnTopics(a.Fold(i-1))) || a.Fold(i+1) == "the" && a.CanName(i+2) && !a.BreaksPhrase(i+2)
	case "the":
		return i-2 >= first && lexicon.HeadsOrgan(a.Fold(i-2)) && a.goesOnOrgan(i-1, first)
	case "and":
		k := a.organJoint(i, first)
		return k > 0 && a.Fold(k) == "on" && i+1 < len(a.Tokens) && a.CanName(i+1) && !a.BreaksPhrase(i+1) && !a.namesPerson(i+1)
	}
	return false
}

// namesPerson reports whether the name of a person may begin at token i.
func (a *Article) namesPerson(i int) bool {
	return lexicon.IsGivenName(a.Fold(i)) || lexicon.IsTitle(a.Fold(i))
}

// organJoint returns the token before i with which the name of an organisation that
// begins at token first has gone on, or -1.
func (a *Article) organJoint(i, first int) int {
	for k := i - 1; k > first; k-- {
		switch word := a.Fold(k); word {
		case "of", "for", "on":
			if lexicon.HeadsOrgan(a.Fold(k - 1)) {
				return k
			}
		}
	}
	return -1
}
