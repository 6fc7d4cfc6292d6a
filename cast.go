package verbatim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A cast is everybody and everything that an article names, with the places
// that name them.
type cast struct {
	*article
	names   []name
	of      []int // for each name its bearer, or -1
	bearers []bearer
}

// A bearer is one who bears names of the article.
type bearer struct {
	fullest words    // the longest form of the name
	core    []string // its words, folded, without a generation's suffix
	suffix  string   // "jr", "sr" or none
	gender  lexicon.Gender
	person  bool
	account bool     // has an account, a site or a campaign called after it, as "the roe account"
	titles  []string // the words that stood before the name: "president"
	full    int      // how many places give two words of the name or more
}

// A form is one way in which the article writes a name.
type form struct {
	core   []string
	suffix string
	names  []int // indexes into cast.names
}

// newCast finds the names of an article and tells which of them are one.
// Longer forms come first; a shorter one joins the bearer whose name it is part
// of. Namesakes of two generations, and two who share a surname, stay apart.
func newCast(a *article) *cast {
	c := &cast{article: a, names: a.findNames()}
	c.of = make([]int, len(c.names))
	byWord := make(map[string][]int) // bearers by the first and last words of their names
	initials := make(map[string]int)
	for _, f := range c.forms() {
		candidates := c.bearersOf(f, byWord, initials)
		switch len(candidates) {
		case 0:
			c.introduce(f, byWord, initials)
		case 1:
			c.assign(f, candidates[0])
		default:
			c.assignAmbiguous(f, candidates)
		}
	}
	return c
}

// maxNamesakes is how many bearers of one word are told apart. It keeps a list
// of names from taking quadratic time.
const maxNamesakes = 64

// forms groups the names by their words, longest first, then in the order of
// the text.
func (c *cast) forms() []form {
	index := make(map[string]int)
	var forms []form
	for i, n := range c.names {
		core := c.folds(n.core())
		key := c.joined(n.core()) + "|" + n.suffix
		k, ok := index[key]
		if !ok {
			k = len(forms)
			index[key] = k
			forms = append(forms, form{core: core, suffix: n.suffix})
		}
		forms[k].names = append(forms[k].names, i)
	}
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.core), len(a.core)) })
	return forms
}

func (c *cast) folds(w words) []string {
	folds := make([]string, 0, w.len())
	for i := w.first; i < w.last; i++ {
		folds = append(folds, withoutAccents(c.fold(i)))
	}
	return folds
}

// withoutAccents returns a folded word as those write it who leave its accents
// out.
func withoutAccents(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(word))
		}
	}
	return word
}

// bearersOf returns those known so far whose name the form can be.
func (c *cast) bearersOf(f form, byWord map[string][]int, initials map[string]int) []int {
	if len(f.core) == 1 {
		if k, ok := initials[f.core[0]]; ok && (!c.cased || c.tokens[c.names[f.names[0]].first].shape == shapeUpper) {
			return []int{k}
		}
	}
	var candidates []int
	for _, word := range []string{f.core[len(f.core)-1], f.core[0]} {
		for _, k := range byWord[word] {
			if !slices.Contains(candidates, k) && c.bearers[k].answersTo(f) {
				candidates = append(candidates, k)
			}
		}
		if len(candidates) > 0 {
			break // a surname counts for more than a given name
		}
	}
	if len(f.core) == 1 && len(candidates) > 1 {
		surnames := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool {
			core := c.bearers[k].core
			return core[len(core)-1] != f.core[0]
		})
		if len(surnames) > 0 {
			candidates = surnames
		}
	}
	return c.sameGeneration(candidates, f)
}

// sameGeneration leaves out the junior where the form names no generation and
// the elder is known.
func (c *cast) sameGeneration(candidates []int, f form) []int {
	if f.suffix != "" || len(candidates) < 2 {
		return candidates
	}
	elders := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return c.bearers[k].suffix == "jr" })
	if len(elders) > 0 {
		return elders
	}
	return candidates
}

// answersTo reports whether form f can be a shorter name of b.
func (b *bearer) answersTo(f form) bool {
	if f.suffix != "" && f.suffix != b.suffix {
		return false
	}
	if f.suffix == "" && b.suffix == "jr" && len(f.core) > 1 {
		return false // "Ann Lee" is not "Ann Lee Jr"
	}
	n, m := len(f.core), len(b.core)
	switch {
	case n == 1:
		return f.core[0] == b.core[m-1] || f.core[0] == b.core[0]
	case n < m && slices.Equal(f.core, b.core[m-n:]), n < m && !b.person && slices.Equal(f.core, b.core[:n]):
		return true
	}
	return n <= m && f.core[n-1] == b.core[m-1] && (f.core[0] == b.core[0] || isShortFor(f.core[0], b.core[0]) || isShortFor(b.core[0], f.core[0]))
}

// isShortFor reports whether one given name is the beginning of another that is
// borne by the same gender: "Ken" and "Kenneth".
func isShortFor(short, long string) bool {
	if len(short) < 3 || len(short) >= len(long) || !strings.HasPrefix(long, short) {
		return false
	}
	one, known := lexicon.GivenName(short)
	other, too := lexicon.GivenName(long)
	return known && too && one == other
}

// introduce adds a new bearer.
func (c *cast) introduce(f form, byWord map[string][]int, initials map[string]int) {
	k := len(c.bearers)
	first := c.names[f.names[0]]
	b := bearer{fullest: first.words, core: f.core, suffix: f.suffix}
	if gender, ok := lexicon.GivenName(f.core[0]); ok && (len(f.core) > 1 || f.suffix != "") {
		b.gender, b.person = gender, true
	}
	if f.suffix != "" {
		b.person = true
	}
	c.bearers = append(c.bearers, b)
	last := f.core[len(f.core)-1]
	for _, word := range []string{last, f.core[0]} {
		if known := byWord[word]; len(known) < maxNamesakes && (word == last || f.core[0] != last) {
			byWord[word] = append(known, k)
		}
	}
	if len(f.core) > 2 || c.cased && len(f.core) == 2 && !b.person {
		initials[initialsOf(f.core)] = k
	}
	c.assign(f, k)
}

func initialsOf(core []string) string {
	var b strings.Builder
	for _, word := range core {
		if !isNameJoint(word) {
			b.WriteByte(word[0])
		}
	}
	return b.String()
}

// assign gives every place of a form to bearer k.
func (c *cast) assign(f form, k int) {
	for _, i := range f.names {
		c.assignName(i, k)
	}
}

func (c *cast) assignName(i, k int) {
	c.of[i] = k
	b := &c.bearers[k]
	if c.names[i].core().len() > 1 {
		b.full++
	}
	if at := c.names[i].last; lexicon.RoleOf(c.fold(at)) == lexicon.AccountRole && !c.breaksPhrase(at) {
		b.account = true
	}
	for t := c.names[i].titles.first; t < c.names[i].titles.last; t++ {
		title := c.fold(t)
		b.person = true
		if gender := lexicon.GenderOf(title); gender != lexicon.UnknownGender {
			b.gender = gender
		}
		if !slices.Contains(b.titles, title) {
			b.titles = append(b.titles, title)
		}
	}
}

// assignAmbiguous gives a surname that several bear to the one who is named in
// full more often than all the others together, else to the one who is named
// first: the spouse and the brother are introduced later, and keep their given
// names.
func (c *cast) assignAmbiguous(f form, candidates []int) {
	if alone := slices.DeleteFunc(slices.Clone(candidates), c.isCompound); len(alone) > 0 {
		candidates = alone
	}
	all, most, leader := 0, 0, 0
	for _, k := range candidates {
		n := c.bearers[k].full
		all += n
		if n > most {
			most, leader = n, k
		}
	}
	if 2*most > all && most > 1 {
		c.assign(f, leader)
		return
	}
	first := slices.MinFunc(candidates, func(j, k int) int {
		return cmp.Compare(c.bearers[j].fullest.first, c.bearers[k].fullest.first)
	})
	for _, i := range f.names {
		c.assignName(i, c.titled(i, candidates, first))
	}
}

// titled returns the one of the candidates whom the title before the name
// numbered i alone fits: who was named in full with it, "chief", or is not of
// the other gender, "ms"; else the given one.
func (c *cast) titled(i int, candidates []int, otherwise int) int {
	for t := c.names[i].titles.first; t < c.names[i].titles.last; t++ {
		title := c.fold(t)
		fitting := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return !slices.Contains(c.bearers[k].titles, title) })
		if gender := lexicon.GenderOf(title); gender != lexicon.UnknownGender {
			fitting = slices.DeleteFunc(slices.Clone(candidates), func(k int) bool {
				return c.bearers[k].gender != lexicon.UnknownGender && c.bearers[k].gender != gender
			})
		}
		if len(fitting) == 1 {
			return fitting[0]
		}
		if len(fitting) > 1 && !slices.Contains(fitting, otherwise) {
			return fitting[0]
		}
	}
	return otherwise
}

// isCompound reports whether the name of bearer k ends in two words joined by a
// hyphen: the Roe-Pryce bill is neither of the two.
func (c *cast) isCompound(k int) bool { return c.gap(c.bearers[k].fullest.last - 1).has(gapHyphen) }

// nameOf returns bearer k's fullest name as it should be written.
func (c *cast) nameOf(k int) string {
	w := c.bearers[k].fullest
	for i := w.first; i < w.last; i++ {
		if c.tokens[i].shape != shapeUpper || w.len() == 1 {
			return c.written(w, true)
		}
	}
	return writtenName(c.text, c.tokens[w.first:w.last]) // the label of a transcript: "JANE ROE"
}

// namesIn returns the indexes [first, last) of the names that lie within w.
func (c *cast) namesIn(w words) (first, last int) {
	first, _ = slices.BinarySearchFunc(c.names, w.first, func(n name, at int) int { return cmp.Compare(n.first, at) })
	last = first
	for last < len(c.names) && c.names[last].last <= w.last {
		last++
	}
	return first, last
}
