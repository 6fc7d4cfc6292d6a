package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// offices part the names of an article from the offices that stand before them
// with a capital.
type offices struct {
	*article.Article
	names []article.Name
	ends  map[string]bool // the last words of names that hold no office; nil until asked for
}

// namesOf returns the names of an article outside its addresses, whose words are
// linked, without what their bearers are: "Senate Minority Leader Jane Roe" is Jane
// Roe, with that title.
func namesOf(a *article.Article, linked []token.Range) []article.Name {
	o := offices{Article: a, names: outside(a.FindNames(), linked)}
	for k := range o.names {
		n := &o.names[k]
		if o.opensCompany(*n) || o.isOrgan(*n) {
			n.First, n.Titles = n.First-1, token.Range{First: n.First - 1, Last: n.First - 1}
		}
		first, at := withTitles(*n), o.nameAfterOffice(n.Range)
		if office, given := o.officeOf(n.Range); n.Titles.Empty() && office < first {
			first, at = office, given
		}
		if first < at {
			n.Titles, n.First = token.Range{First: first, Last: at}, at
		}
		o.dropPlace(n)
		if last := n.Last - 1; (n.Len() > 2 || n.Len() == 2 && !n.Titles.Empty()) && isHonour(o.Article, n.First, last) {
			n.Last = last
		}
	}
	return o.names
}

// isHonour reports whether token i is one of the letters that stand behind the names of
// persons, such as begin at token first: "Jane Roe KC", "Jane Roe MP", but "the Selby MP".
func isHonour(a *article.Article, first, i int) bool {
	if a.Cased && a.Tokens[i].Shape != token.ShapeUpper && a.Fold(i) != "phd" {
		return false
	}
	switch a.Fold(i) {
	case "kc", "qc", "obe", "mbe", "cbe", "kbe", "dbe", "msp", "mep", "mla", "mlc", "phd":
		return true
	case "sc", "mp", "td", "md", "jp", "frs", "rn", "esq", "ms":
		return a.Cased && lexicon.IsGivenName(a.Fold(first))
	}
	return false
}

// opensCompany reports whether the name of a company lacks its first word because a
// sentence of a text without capitals begins with it: "brandvik | cranes ltd said".
func (o *offices) opensCompany(n article.Name) bool {
	first := n.First - 1
	if o.Cased || o.Restored == nil || first < 0 || !n.Titles.Empty() || !isCompanyForm(o.Fold(n.Last-1)) || o.BreaksPhrase(n.First) {
		return false
	}
	word := o.Fold(first)
	return o.IsSentenceStart(first) && o.IsCapital(first) && lexicon.ClassOf(word) == 0 && lexicon.RoleOf(word) == lexicon.NoRole
}

// outside leaves out the names that stand within one of ranges, which are in order.
func outside(names []article.Name, ranges []token.Range) []article.Name {
	kept := names[:0]
	for _, n := range names {
		for len(ranges) > 0 && ranges[0].Last <= n.First {
			ranges = ranges[1:]
		}
		if len(ranges) == 0 || !ranges[0].Contains(n.First) || !ranges[0].Contains(n.Last-1) {
			kept = append(kept, n)
		}
	}
	return kept
}

// dropPlace leaves out of the name of one with a title the place that he or she
// is from: "Rep. Jane Roe of Ohio".
func (o *offices) dropPlace(n *article.Name) {
	if n.Titles.Empty() {
		return
	}
	for i := n.First + 1; i < n.Last; i++ {
		if o.Fold(i) == "of" {
			n.Last = i
			return
		}
	}
}

// isOrgan reports whether a name was read without the word that begins it, as if
// that were a title: "Justice Department", "General Assembly".
func (o *offices) isOrgan(n article.Name) bool {
	if n.Titles.Len() != 1 {
		return false
	}
	switch title, word := o.Fold(n.Titles.First), o.Fold(n.First); title {
	case "justice":
		return n.Len() == 1 && lexicon.RoleOf(word) == lexicon.OrganRole
	case "general":
		return isGeneral(word)
	}
	return false
}

// isGeneral reports whether a word makes with "general" before it the name of an
// organisation.
func isGeneral(word string) bool {
	switch word {
	case "assembly", "motors", "electric", "mills", "dynamics", "counsel", "council", "conference", "hospital", "synod", "election", "partners":
		return true
	}
	return false
}

// maxOfWords is how many words may stand between "of" and a name in an office:
// "Director of National Intelligence Jane Roe".
const maxOfWords = 3

// officeOf returns the token at which an office with "of" begins whose last words
// are the first of a name or stand right before it, "Secretary of State Jane Roe",
// and the one at which the name proper does; else the end of the text.
func (o *offices) officeOf(w token.Range) (office, given int) {
	for given = w.First; given < w.Last && !lexicon.IsGivenName(o.Fold(given)); {
		given++
	}
	if given == w.Last {
		return len(o.Tokens), given
	}
	for i := given - 1; i > 0 && given-i <= maxOfWords+1 && !o.BreaksPhrase(i+1); i-- {
		word := o.Fold(i)
		if word == "of" {
			if i+1 < given && !o.BreaksPhrase(i) && (lexicon.IsTitle(o.Fold(i-1)) || o.Cased && isOffice(o.Fold(i-1))) {
				return i - 1, given
			}
			break
		}
		if lexicon.ClassOf(word) != 0 {
			break
		}
	}
	return len(o.Tokens), given
}

// nameAfterOffice returns the token at which the name proper begins among the
// words of a name: its first if no office stands before it.
func (o *offices) nameAfterOffice(w token.Range) int {
	if lexicon.IsGivenName(o.Fold(w.First)) {
		return w.First
	}
	for i := w.Last - 2; i >= w.First; i-- {
		if !isOffice(o.Fold(i)) {
			if i == w.Last-2 && i == w.First && lexicon.IsAgent(o.Fold(i)) && o.isSurname(i+1, i) {
				return i + 1 // "Conservationist Roe", who is Jane Roe
			}
			continue
		}
		at := i + 1
		if o.Fold(at) == "of" {
			at = o.givenNameAfter(at+1, w.Last) // "Secretary of State"
		}
		if lexicon.IsGivenName(o.Fold(at)) || at == w.Last-1 && o.isSurname(at, i) || at < w.Last-1 && o.isRareFullName(token.Range{First: at, Last: w.Last}, i) {
			return at
		}
		return w.First
	}
	return w.First
}

// givenNameAfter returns the first given name a few words after token i and before
// token last, or i.
func (o *offices) givenNameAfter(i, last int) int {
	for at := i + 1; at < min(last, i+1+maxOfWords); at++ {
		if lexicon.IsGivenName(o.Fold(at)) {
			return at
		}
	}
	return i
}

// isOffice reports whether a word tells what a person is.
func isOffice(word string) bool {
	return lexicon.IsTitle(word) || lexicon.RoleOf(word) == lexicon.PersonRole
}

// isRareFullName reports whether the words after the office at token office are
// given name and surname though they are not known as such: "Majority Leader Orla
// Kvist".
func (o *offices) isRareFullName(w token.Range, office int) bool {
	if w.Len() > 3 || isAdherent(o.Fold(office)) || !o.IsRare(w.First) && !o.IsRare(w.Last-1) {
		return false
	}
	for i := w.First; i < w.Last; i++ {
		if lexicon.RoleOf(o.Fold(i)) != lexicon.NoRole || isOfficeWord(o.Fold(i)) || lexicon.IsNameJoint(o.Fold(i)) && i == w.First {
			return false
		}
	}
	return true
}

// isSurname reports whether the word at token i, after the office at token
// office, is one that ends another name of the article: "House Speaker Roe",
// who is Jane Roe, but not "Republican Party".
func (o *offices) isSurname(i, office int) bool {
	if isAdherent(o.Fold(office)) || lexicon.RoleOf(o.Fold(i)) != lexicon.NoRole {
		return false
	}
	if o.ends == nil {
		o.ends = make(map[string]bool)
		for _, n := range o.names {
			if n.Len() > 1 && lexicon.IsGivenName(o.Fold(n.First)) {
				o.ends[o.Fold(n.Core().Last-1)] = true
			}
		}
	}
	return o.ends[o.Fold(i)]
}
