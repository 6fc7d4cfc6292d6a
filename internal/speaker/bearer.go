package speaker

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A bearer is one who bears names of the article.
type bearer struct {
	fullest token.Range // the longest form of the name
	core    []string    // its words, folded, without a generation's suffix
	suffix  string      // "jr", "sr" or none
	gender  lexicon.Gender
	person  bool
	account bool          // has an account, a site or a campaign called after it, as "the roe account"
	titles  []string      // the words that stood before the name: "president"
	known   *roster.Entry // what the caller knows of the one, or nil
	full    int           // how many places give two words of the name or more
	places  int           // how many places name it
	located int           // how many of these stand after a preposition of place
	things  int           // how many of these stand after an article, as persons seldom do
}

// isPlace reports whether the name never stands but as that of a place does: "in
// Selby", "the Selby hall".
func (b *bearer) isPlace() bool {
	return !b.person && b.located > 0 && b.located+b.things == b.places
}

// isOneWord reports whether the bearer is known by a single word.
func (b *bearer) isOneWord() bool { return len(b.core) == 1 }

// surname returns the last word of the name.
func (b *bearer) surname() string { return b.core[len(b.core)-1] }

// isOrgan reports whether a word of the name is one of those that name
// organisations, "university" or "of", or the name is an acronym or one that
// accounts are called after.
func (b *bearer) isOrgan() bool {
	if len(b.core) == 1 && lexicon.UsualCase(b.core[0]) == lexicon.UpperCase {
		return true
	}
	if b.account || !b.person && (2*b.things > b.places || endsAsOrgan(b.core)) {
		return true
	}
	for _, word := range b.core {
		if role := lexicon.RoleOf(word); role != lexicon.NoRole && role != lexicon.PersonRole || word == "of" || lexicon.IsPlaceNoun(word) || lexicon.SitsInSession(word) {
			return true
		}
	}
	return false
}

// endsAsOrgan reports whether the last of several words of a name is one by which
// companies, newspapers, broadcasters and houses are called, "Selby Media", "Orrin
// Tribune", or one behind the first tells the form of a company.
func endsAsOrgan(core []string) bool {
	if len(core) < 2 {
		return false
	}
	for _, word := range core[1:] {
		switch word {
		case "inc", "corp", "corporation", "ltd", "plc", "llc":
			return true
		}
	}
	switch last := core[len(core)-1]; last {
	case "news", "media", "journalism", "show", "channel", "system", "concepts", "olympics", "radio", "tv", "television", "twitter", "facebook", "project", "service", "services",
		"lines", "treasury", "ministry", "fund", "initiative", "cup", "act", "bill", "manor", "inn", "cafe", "restaurant", "farm", "farms", "plant":
		return true
	default:
		return isCompanyForm(last) || lexicon.IsPaperNoun(last)
	}
}

// isPlaceOrPeople reports whether a name, folded, is that of a place or of a people,
// a faith or a party, as nobody's alone is.
func isPlaceOrPeople(name string) bool { return lexicon.IsPlaceName(name) || lexicon.IsPeople(name) }

// A form is one way in which the article writes a name.
type form struct {
	words
	core  []string // folded, without accents
	names []int    // indexes into Names.names
	short int      // 1 where another form as long comes first: shortness
}

// words are those of a form, folded, and the suffix of a generation apart.
type words struct{ all, suffix string }

// A sorter gives the places of names to bearers.
type sorter struct {
	*article.Article
	*Names
	byWord   map[string]namesakes // the bearers whose names begin or end with a word
	next     [][2]int32           // for each bearer the next one whose name has the same last word, and the same first word
	initials map[string]int
	alike    map[end][]int // persons whose names are longer than the form at hand, by the ends of their surnames; nil until asked for
}

// namesakes are the bearers whose names have a word in common: the first and the
// last of a chain, and how many there are.
type namesakes struct{ first, last, all int32 }

// Which word of a name a chain is of.
const (
	byLast = iota
	byFirst
)

// namesakesOf goes through the bearers whose names begin or end with a word, in
// the order in which they were introduced.
func (s *sorter) namesakesOf(word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		chain := s.byWord[word]
		for k, n := chain.first, chain.all; n > 0 && yield(int(k)); n-- {
			k = s.next[k][s.chainOf(int(k), word)]
		}
	}
}

// chainOf tells in which of its chains bearer k is a namesake by a word.
func (s *sorter) chainOf(k int, word string) int {
	if s.bearers[k].surname() == word {
		return byLast
	}
	return byFirst
}

// join makes bearer k a namesake of those before it whose names have the word.
func (s *sorter) join(k int, word string) {
	chain := s.byWord[word]
	switch {
	case chain.all == maxNamesakes:
		return
	case chain.all == 0:
		chain.first = int32(k)
	default:
		s.next[chain.last][s.chainOf(int(chain.last), word)] = int32(k)
	}
	chain.last, chain.all = int32(k), chain.all+1
	s.byWord[word] = chain
}

// sort gives every form its bearer, or each of its places one.
func (s *sorter) sort() {
	length := 0
	for _, f := range s.forms() {
		if len(f.core) != length {
			length, s.alike = len(f.core), nil
		}
		candidates := s.bearersOf(f)
		if len(candidates) == 0 {
			if k, ok := s.misspelling(f); ok {
				candidates = []int{k}
			}
		}
		switch len(candidates) {
		case 0:
			s.called[f.words] = s.introduce(f)
		case 1:
			s.called[f.words] = s.assignOnly(f, candidates[0])
		default:
			s.called[f.words] = s.assignAmbiguous(f, candidates)
		}
	}
}

// maxNamesakes is how many bearers of one word are told apart. It keeps a list
// of names from taking quadratic time.
const maxNamesakes = 64

// forms groups the names by their words, longest first, of those as long the ones
// that others may be fuller forms of last, then in the order of the text.
func (s *sorter) forms() []form {
	index := s.called
	of, counts := make([]int32, len(s.names)), []int32{} // for each name its form, and how many names each form has
	for i, n := range s.names {
		key := words{s.Joined(n.Core()), n.Suffix}
		k, ok := index[key]
		if !ok {
			k = len(counts)
			index[key] = k
			counts = append(counts, 0)
		}
		of[i] = int32(k)
		counts[k]++
	}
	forms, places := make([]form, len(counts)), make([]int, len(s.names))
	for key, k := range index {
		forms[k].words = key
	}
	for i, k := range of {
		f := &forms[k]
		if f.names == nil {
			f.core = s.folds(s.names[i].Core())
			f.names, places = places[:0:counts[k]], places[counts[k]:]
		}
		f.names = append(f.names, i)
	}
	for k := range forms {
		forms[k].short = s.shortness(forms[k])
	}
	slices.SortStableFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(len(b.core), len(a.core)), cmp.Compare(a.short, b.short))
	})
	return forms
}

// shortness is 1 for a form of several words that begins with a short given name or
// that only those use who are quoted, else 0: Michael Roe is the name of Mike Roe,
// unless the writer never calls him so.
func (s *sorter) shortness(f form) int {
	if len(f.core) < 2 {
		return 0
	}
	isOwn := func(name int) bool { return !s.quoted[s.names[name].First] }
	if lexicon.IsShortName(f.core[0]) || !slices.ContainsFunc(f.names, isOwn) {
		return 1
	}
	return 0
}

func (s *sorter) folds(w token.Range) []string {
	folds := make([]string, 0, w.Len())
	for i := w.First; i < w.Last; i++ {
		folds = append(folds, withoutAccents(s.Fold(i)))
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
func (s *sorter) bearersOf(f form) []int {
	if len(f.core) == 1 {
		if k, ok := s.initials[f.core[0]]; ok && (!s.Cased || s.Tokens[s.names[f.names[0]].First].Shape == token.ShapeUpper) {
			return []int{k}
		}
	}
	var candidates []int
	for _, word := range []string{f.core[len(f.core)-1], f.core[0]} {
		for k := range s.namesakesOf(word) {
			if !slices.Contains(candidates, k) && s.bearers[k].answersTo(f) && !s.bearers[k].isOfficeOf(f) && !s.isCalledAfter(k, f) {
				candidates = append(candidates, k)
			}
		}
		if len(candidates) > 0 {
			break // a surname counts for more than a given name
		}
	}
	if len(f.core) == 1 && len(candidates) > 1 {
		surnames := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return s.bearers[k].surname() != f.core[0] })
		if len(surnames) > 0 {
			candidates = surnames
		}
	}
	return s.sameGeneration(candidates, f)
}

// isOfficeOf reports whether a name is that of an office in the body that form f names:
// "FBI Director" is not the FBI.
func (b *bearer) isOfficeOf(f form) bool {
	return !b.person && len(b.core) > len(f.core) && isOffice(b.surname()) && f.core[len(f.core)-1] != b.surname()
}

// isCalledAfter reports whether bearer k is a thing whose name begins with that of the
// person whom a form names, at one place at least with a title: "Roe Tower" is not
// "President Roe", and the headline "Roe Skips Dinner" neither.
func (s *sorter) isCalledAfter(k int, f form) bool {
	b := &s.bearers[k]
	if len(f.core) > 1 || b.person || b.isOneWord() || b.surname() == f.core[0] || !b.isThing() {
		return false
	}
	return slices.ContainsFunc(f.names, func(i int) bool { return !s.names[i].Titles.Empty() })
}

// isThing reports whether a word of a name of several is one that things are called by,
// or the verb of a headline.
func (b *bearer) isThing() bool {
	if b.things > 0 || b.isOrgan() {
		return true
	}
	return slices.ContainsFunc(b.core[1:], func(word string) bool {
		return lexicon.IsPlaceNoun(word) || strings.HasSuffix(word, "s") && !lexicon.HasCapital(word)
	})
}

// isHeadline reports whether a verb of saying stands in a name: "Roe Says".
func (b *bearer) isHeadline() bool {
	return slices.ContainsFunc(b.core[1:], func(word string) bool {
		_, isCue := lexicon.LookupCue(word)
		return isCue
	})
}

// sameGeneration leaves out the junior where the form names no generation and
// the elder is known.
func (s *sorter) sameGeneration(candidates []int, f form) []int {
	if f.suffix != "" || len(candidates) < 2 {
		return candidates
	}
	elders := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return s.bearers[k].suffix == "jr" })
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
	case n < m && slices.Equal(f.core, b.core[m-n:]) && (len(f.core[0]) > 1 || len(b.core[m-n-1]) > 1), n < m && !b.person && slices.Equal(f.core, b.core[:n]):
		return true // but "W. Roe" is not "H.W. Roe"
	}
	return n <= m && f.core[n-1] == b.core[m-1] && (f.core[0] == b.core[0] || isShortFor(f.core[0], b.core[0]) || isShortFor(b.core[0], f.core[0]))
}

// isShortFor reports whether one given name stands for another, longer one: it is
// known to, "Mike" for "Michael", or is the beginning of one that the same gender may
// bear: "Gio" and "Giovanni".
func isShortFor(short, long string) bool {
	if lexicon.IsShortNameFor(short, long) {
		return true
	}
	if len(short) < 3 || len(short) >= len(long) || !strings.HasPrefix(long, short) {
		return false
	}
	one, known := lexicon.GivenName(short)
	other, too := lexicon.GivenName(long)
	return known && too && (one == other || one == lexicon.UnknownGender || other == lexicon.UnknownGender)
}

// introduce adds a new bearer and returns it.
func (s *sorter) introduce(f form) int {
	k := len(s.bearers)
	first := s.names[f.names[0]]
	b := bearer{fullest: first.Range, core: f.core, suffix: f.suffix}
	if gender, ok := lexicon.GivenName(f.core[0]); ok && (len(f.core) > 1 || f.suffix != "") {
		b.gender, b.person = gender, true
	}
	if f.suffix != "" {
		b.person = true
	}
	s.bearers = append(s.bearers, b)
	s.next = append(s.next, [2]int32{})
	s.join(k, b.surname())
	if f.core[0] != b.surname() {
		s.join(k, f.core[0])
	}
	if len(f.core) > 2 || s.Cased && len(f.core) == 2 && !b.person {
		s.initials[initialsOf(f.core)] = k
	}
	return s.assign(f, k)
}

func initialsOf(core []string) string {
	var b strings.Builder
	for _, word := range core {
		if word != "" && !lexicon.IsNameJoint(word) {
			b.WriteByte(word[0])
		}
	}
	return b.String()
}

// assign gives every place of a form to bearer k, which it returns.
func (s *sorter) assign(f form, k int) int {
	for _, i := range f.names {
		s.assignName(i, k)
	}
	return k
}

func (s *sorter) assignName(i, k int) {
	s.of[i] = k
	b := &s.bearers[k]
	b.places++
	switch before := s.Fold(s.names[i].First - 1); {
	case isArticle(before), isWorkNoun(before):
		b.things++
	case isPlacePreposition(before) && s.Fold(s.names[i].Last) != "s":
		b.located++
	}
	if s.names[i].Core().Len() > 1 {
		b.full++
	}
	if at := s.names[i].Last; lexicon.RoleOf(s.Fold(at)) == lexicon.AccountRole && !s.BreaksPhrase(at) {
		b.account = true
	}
	for t := s.names[i].Titles.First; t < s.names[i].Titles.Last; t++ {
		title := s.Fold(t)
		b.person = true
		if gender := lexicon.GenderOf(title); gender != lexicon.UnknownGender {
			b.gender = gender
		}
		if !slices.Contains(b.titles, title) {
			b.titles = append(b.titles, title)
		}
	}
}

// assignOnly gives a form to the only one whose name it can be, unless it is a
// surname with the titles of the other gender: "Mr. Roe" is not Jane Roe, and has
// not been named in full.
func (s *sorter) assignOnly(f form, k int) int {
	gender := s.bearers[k].gender
	if len(f.core) > 1 || gender == lexicon.UnknownGender {
		return s.assign(f, k)
	}
	own := slices.DeleteFunc(slices.Clone(f.names), func(i int) bool { return s.titleGender(i) != gender })
	others := slices.DeleteFunc(slices.Clone(f.names), func(i int) bool { return s.titleGender(i) == gender })
	if !slices.ContainsFunc(others, func(i int) bool { return s.titleGender(i) != lexicon.UnknownGender }) {
		return s.assign(f, k)
	}
	s.assign(form{words: f.words, core: f.core, names: own}, k)
	return s.introduce(form{words: f.words, core: f.core, names: others})
}

// titleGender returns the gender that the titles before a name tell.
func (s *sorter) titleGender(name int) lexicon.Gender {
	titles := s.names[name].Titles
	for t := titles.First; t < titles.Last; t++ {
		if gender := lexicon.GenderOf(s.Fold(t)); gender != lexicon.UnknownGender {
			return gender
		}
	}
	return lexicon.UnknownGender
}

// assignAmbiguous gives a surname that several bear to the one who is named in
// full more often than all the others together, else to the one who is named
// first: the spouse and the brother are introduced later, and keep their given
// names. It returns the one, or -1 where titles tell several apart.
func (s *sorter) assignAmbiguous(f form, candidates []int) int {
	if alone := slices.DeleteFunc(slices.Clone(candidates), s.isCompound); len(alone) > 0 {
		candidates = alone
	}
	all, most, leader := 0, 0, 0
	for _, k := range candidates {
		n := s.bearers[k].full
		all += n
		if n > most {
			most, leader = n, k
		}
	}
	if 2*most > all && most > 1 {
		return s.assign(f, leader)
	}
	first := slices.MinFunc(candidates, func(j, k int) int {
		return cmp.Compare(s.bearers[j].fullest.First, s.bearers[k].fullest.First)
	})
	only := s.titled(f.names[0], candidates, first)
	for _, i := range f.names {
		k := s.titled(i, candidates, first)
		s.assignName(i, k)
		if k != only {
			only = -1
		}
	}
	return only
}

// titled returns the one of the candidates whom the title before the name
// numbered i alone fits: who was named in full with it, "chief", or is not of
// the other gender, "ms"; else the given one.
func (s *sorter) titled(i int, candidates []int, otherwise int) int {
	for t := s.names[i].Titles.First; t < s.names[i].Titles.Last; t++ {
		title := s.Fold(t)
		fitting := slices.DeleteFunc(slices.Clone(candidates), func(k int) bool { return !slices.Contains(s.bearers[k].titles, title) })
		if gender := lexicon.GenderOf(title); gender != lexicon.UnknownGender {
			fitting = slices.DeleteFunc(slices.Clone(candidates), func(k int) bool {
				return s.bearers[k].gender != lexicon.UnknownGender && s.bearers[k].gender != gender
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
func (s *sorter) isCompound(k int) bool {
	return s.Gap(s.bearers[k].fullest.Last - 1).Has(token.GapHyphen)
}

// isArticle reports whether a word is an article.
func isArticle(word string) bool { return word == "the" || isIndefinite(word) }

// isWorkNoun reports whether a word is a noun for a work, behind which its title may
// stand: "her memoir, Wet Boots".
func isWorkNoun(word string) bool {
	switch word {
	case "memoir", "memoirs", "autobiography", "biography", "novel", "book", "album", "film", "documentary", "play", "podcast", "single", "song", "series", "magazine", "newspaper", "website":
		return true
	}
	return false
}

// isPlacePreposition reports whether a word stands before the names of places more than
// before those of others.
func isPlacePreposition(word string) bool {
	switch word {
	case "in", "at", "near", "across", "outside", "around", "inside":
		return true
	}
	return false
}
