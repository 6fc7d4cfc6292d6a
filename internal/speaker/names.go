package speaker

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Names is everybody and everything that an article names, with the places
// that name them.
type Names struct {
	*article.Article
	quoted  []bool // for each token whether it is somebody's own word
	names   []article.Name
	Of      []int // for each name its bearer, or -1
	Bearers []bearer
}

// A bearer is one who bears names of the article.
type bearer struct {
	fullest token.Range // the longest form of the name
	Core    []string    // its words, folded, without a generation's suffix
	suffix  string      // "jr", "sr" or none
	gender  lexicon.Gender
	Person  bool
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

// Read finds the names of an article and tells which of them are one.
// Longer forms come first; a shorter one joins the bearer whose name it is part
// of. Namesakes of two generations, and two who share a surname, stay apart.
func Read(a *article.Article, reading *attribution.Reading) *Names {
	c := &Names{Article: a, quoted: reading.Quoted, names: a.FindNames()}
	c.Of = make([]int, len(c.names))
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
func (c *Names) forms() []form {
	index := make(map[string]int)
	var forms []form
	for i, n := range c.names {
		core := c.folds(n.Core())
		key := c.Joined(n.Core()) + "|" + n.Suffix
		k, ok := index[key]
		if !ok {
			k = len(forms)
			index[key] = k
			forms = append(forms, form{core: core, suffix: n.Suffix})
		}
		forms[k].names = append(forms[k].names, i)
	}
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.core), len(a.core)) })
	return forms
}

func (c *Names) folds(w token.Range) []string {
	folds := make([]string, 0, w.Len())
	for i := w.First; i < w.Last; i++ {
		folds = append(folds, withoutAccents(c.Fold(i)))
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
func (c *Names) bearersOf(f form, byWord map[string][]int, initials map[string]int) []int {
	if len(f.core) == 1 {
		if k, ok := initials[f.core[0]]; ok && (!c.Cased || c.Tokens[c.names[f.names[0]].First].Shape == token.ShapeUpper) {
			return []int{k}
		}
	}
	var candidates []int
	for _, word := range []string{f.core[len(f.core)-1], f.core[0]} {
		for _, k := range byWord[word] {
			if !slices.Contains(candidates, k) && c.Bearers[k].answersTo(f) {
				candidates = append(candidates, k)
			}
		}
		if len(candidates) > 0 {
			break // a surname counts for more than a given name
		}
	}
	if len(f.core) == 1 && len(candidates) > 1 {
		surnames := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool {
			core := c.Bearers[k].Core
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
func (c *Names) sameGeneration(candidates []int, f form) []int {
	if f.suffix != "" || len(candidates) < 2 {
		return candidates
	}
	elders := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return c.Bearers[k].suffix == "jr" })
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
	n, m := len(f.core), len(b.Core)
	switch {
	case n == 1:
		return f.core[0] == b.Core[m-1] || f.core[0] == b.Core[0]
	case n < m && slices.Equal(f.core, b.Core[m-n:]), n < m && !b.Person && slices.Equal(f.core, b.Core[:n]):
		return true
	}
	return n <= m && f.core[n-1] == b.Core[m-1] && (f.core[0] == b.Core[0] || isShortFor(f.core[0], b.Core[0]) || isShortFor(b.Core[0], f.core[0]))
}

// isShortFor reports whether one given name is the beginning of another that the
// same gender may bear: "Ken" and "Kenneth".
func isShortFor(short, long string) bool {
	if len(short) < 3 || len(short) >= len(long) || !strings.HasPrefix(long, short) {
		return false
	}
	one, known := lexicon.GivenName(short)
	other, too := lexicon.GivenName(long)
	return known && too && (one == other || one == lexicon.UnknownGender || other == lexicon.UnknownGender)
}

// introduce adds a new bearer.
func (c *Names) introduce(f form, byWord map[string][]int, initials map[string]int) {
	k := len(c.Bearers)
	first := c.names[f.names[0]]
	b := bearer{fullest: first.Range, Core: f.core, suffix: f.suffix}
	if gender, ok := lexicon.GivenName(f.core[0]); ok && (len(f.core) > 1 || f.suffix != "") {
		b.gender, b.Person = gender, true
	}
	if f.suffix != "" {
		b.Person = true
	}
	c.Bearers = append(c.Bearers, b)
	last := f.core[len(f.core)-1]
	for _, word := range []string{last, f.core[0]} {
		if known := byWord[word]; len(known) < maxNamesakes && (word == last || f.core[0] != last) {
			byWord[word] = append(known, k)
		}
	}
	if len(f.core) > 2 || c.Cased && len(f.core) == 2 && !b.Person {
		initials[initialsOf(f.core)] = k
	}
	c.assign(f, k)
}

func initialsOf(core []string) string {
	var b strings.Builder
	for _, word := range core {
		if !lexicon.IsNameJoint(word) {
			b.WriteByte(word[0])
		}
	}
	return b.String()
}

// assign gives every place of a form to bearer k.
func (c *Names) assign(f form, k int) {
	for _, i := range f.names {
		c.assignName(i, k)
	}
}

func (c *Names) assignName(i, k int) {
	c.Of[i] = k
	b := &c.Bearers[k]
	if c.names[i].Core().Len() > 1 {
		b.full++
	}
	if at := c.names[i].Last; lexicon.RoleOf(c.Fold(at)) == lexicon.AccountRole && !c.BreaksPhrase(at) {
		b.account = true
	}
	for t := c.names[i].Titles.First; t < c.names[i].Titles.Last; t++ {
		title := c.Fold(t)
		b.Person = true
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
func (c *Names) assignAmbiguous(f form, candidates []int) {
	if alone := slices.DeleteFunc(slices.Clone(candidates), c.isCompound); len(alone) > 0 {
		candidates = alone
	}
	all, most, leader := 0, 0, 0
	for _, k := range candidates {
		n := c.Bearers[k].full
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
		return cmp.Compare(c.Bearers[j].fullest.First, c.Bearers[k].fullest.First)
	})
	for _, i := range f.names {
		c.assignName(i, c.titled(i, candidates, first))
	}
}

// titled returns the one of the candidates whom the title before the name
// numbered i alone fits: who was named in full with it, "chief", or is not of
// the other gender, "ms"; else the given one.
func (c *Names) titled(i int, candidates []int, otherwise int) int {
	for t := c.names[i].Titles.First; t < c.names[i].Titles.Last; t++ {
		title := c.Fold(t)
		fitting := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return !slices.Contains(c.Bearers[k].titles, title) })
		if gender := lexicon.GenderOf(title); gender != lexicon.UnknownGender {
			fitting = slices.DeleteFunc(slices.Clone(candidates), func(k int) bool {
				return c.Bearers[k].gender != lexicon.UnknownGender && c.Bearers[k].gender != gender
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
func (c *Names) isCompound(k int) bool {
	return c.Gap(c.Bearers[k].fullest.Last - 1).Has(token.GapHyphen)
}

// nameOf returns bearer k's fullest name as it should be written.
func (c *Names) nameOf(k int) string {
	w := c.Bearers[k].fullest
	for i := w.First; i < w.Last; i++ {
		if c.Tokens[i].Shape != token.ShapeUpper || w.Len() == 1 {
			return c.Written(w, true)
		}
	}
	return article.NameOf(c.Text, c.Tokens[w.First:w.Last]) // the label of a transcript: "JANE ROE"
}

// NamesIn returns the indexes [first, last) of the names that lie within w.
func (c *Names) NamesIn(w token.Range) (first, last int) {
	first, _ = slices.BinarySearchFunc(c.names, w.First, func(n article.Name, at int) int { return cmp.Compare(n.First, at) })
	last = first
	for last < len(c.names) && c.names[last].Last <= w.Last {
		last++
	}
	return first, last
}
