package article

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Name is one place where the article names somebody or something.
type Name struct {
	token.Range             // without titles before it
	Titles      token.Range // such as "president" or "mr"
	Suffix      string      // "jr" or "sr"
}

// Core returns the words that tell one bearer from another, without the
// suffix of a generation.
func (n Name) Core() token.Range {
	if n.Suffix != "" && n.Len() > 1 {
		return token.Range{First: n.First, Last: n.Last - 1}
	}
	return n.Range
}

// MaxName is how many words a name may have.
const MaxName = 7

// FindNames returns the names of the article in order.
func (a *Article) FindNames() []Name {
	var names []Name
	for i := 0; i < len(a.Tokens); {
		if a.IsAside(i) || a.Cased && a.Headline.Contains(i) {
			i++
			continue
		}
		n, next := a.nameAt(i)
		if !n.Empty() {
			names = append(names, n)
		}
		i = max(next, i+1)
	}
	return a.splitNames(names)
}

// Joined returns folded words with a space between.
func (a *Article) Joined(w token.Range) string {
	if w.Len() == 1 {
		return a.Fold(w.First)
	}
	size := max(0, w.Len()-1)
	for i := w.First; i < w.Last; i++ {
		size += len(a.Fold(i))
	}
	var b strings.Builder
	b.Grow(size)
	for i := w.First; i < w.Last; i++ {
		if i > w.First {
			b.WriteByte(' ')
		}
		b.WriteString(a.Fold(i))
	}
	return b.String()
}

// nameAt reads the name that begins at token i, if one does, and returns the
// token after it.
func (a *Article) nameAt(i int) (n Name, next int) {
	first := i
	for i < len(a.Tokens) && (lexicon.IsTitle(a.Fold(i)) || a.isShortRank(i) || a.isRoleBeforeName(i)) && (i == first || !a.BreaksPhrase(i)) {
		i++
	}
	last := i
	for last < len(a.Tokens) && last-i < MaxName && (last == first || !a.BreaksPhrase(last)) {
		if last > i && a.endsPluralOwner(last) && (lexicon.HasCapital(a.Fold(last-1)) || lexicon.IsGivenName(a.Fold(last))) {
			break // "Fox News’ Jane Roe", but "Farmers’ League"
		}
		if a.Gap(last).Has(token.GapSlash|token.GapApostrophe) && last > i && a.Fold(last) == "s" {
			break
		}
		if !a.Cased && last > i && (a.Fold(last) == a.Fold(i) || last > i+1 && a.Fold(last) == a.Fold(last-1)) {
			break // "thank you jane | jane roe", "jane roe | roe"
		}
		if a.JoinsNames(last, i) {
			last++
			continue
		}
		if !a.CanName(last) {
			break
		}
		last++
		if last-1 > i && last < len(a.Tokens) && !a.BreaksPhrase(last) && a.CanName(last) && (lexicon.IsTitle(a.Fold(last-1)) || a.isOfficeWithin(last-1)) {
			first, i = last-1, last // "state senator jane roe": what stands before the title is an office
		}
	}
	if last-i > 1 && last-i < MaxName && a.isGenerationBehindComma(last) {
		last++
	}
	for last > i && lexicon.IsNameJoint(a.Fold(last-1)) {
		last--
	}
	if last-i > 2 && a.endsOfficeBeforeName(i) {
		first, i = i+1, i+1
	}
	if last == i || a.Cased && a.isSentenceOnly(i, last) {
		return Name{}, max(last, i)
	}
	n = Name{Range: token.Range{First: i, Last: last}, Titles: token.Range{First: first, Last: i}}
	if a.isLetters(n.Range) {
		return Name{}, last
	}
	n.Suffix = a.generationOf(n.Range)
	return n, last
}

// isGenerationBehindComma reports whether token i is the "Jr." or "Sr." of "Roe, Jr.".
func (a *Article) isGenerationBehindComma(i int) bool {
	if !a.Cased || i <= 0 || i >= len(a.Tokens) || !a.Gap(i).Has(token.GapComma) || !a.Gap(i).BareBut(token.GapComma|token.GapFullStop) {
		return false
	}
	return lexicon.IsNameSuffix(a.Fold(i)) && !lexicon.IsNumeral(a.Fold(i)) && a.IsNameWord(i) && a.IsNameWord(i-1)
}

// maxNickname is how many words a nickname in marks may have.
const maxNickname = 3

// isBesideNickname reports whether the marks before token i open or close a nickname
// between given name and surname: "Tommy “Moose” Roe".
func (a *Article) isBesideNickname(i int) bool {
	if !a.Cased || i < 1 || i >= len(a.Tokens) {
		return false
	}
	run := a.RunOf[i]
	if run == 0 || a.Runs[run-1].First != i {
		run = a.RunOf[i-1]
	}
	if run == 0 {
		return false
	}
	w := a.Runs[run-1].Range
	if i != w.First && i != w.Last || w.Len() > maxNickname || w.First == 0 || w.Last >= len(a.Tokens) {
		return false
	}
	const opens, closes = token.GapDoubleOpen | token.GapSingleOpen, token.GapDoubleClose | token.GapSingleClose
	if !a.Gap(w.First).BareBut(opens) || !a.Gap(w.Last).BareBut(closes) {
		return false
	}
	for k := w.First - 1; k <= w.Last; k++ {
		if a.Tokens[k].Shape != token.ShapeTitle && a.Tokens[k].Shape != token.ShapeMixed || lexicon.IsFunctionWord(a.Fold(k)) {
			return false
		}
	}
	return lexicon.IsGivenName(a.Fold(w.First - 1))
}

// isOfficeWithin reports whether token i, of a run of capitals, is a noun that tells
// what the person is whose given name and surname follow: "Plains Bank Chair Jane Roe".
func (a *Article) isOfficeWithin(i int) bool {
	if !a.Cased || !isOccupation(a.Fold(i)) || i+2 >= len(a.Tokens) {
		return false
	}
	return lexicon.IsGivenName(a.Fold(i+1)) && lexicon.ClassOf(a.Fold(i+1)) == 0 && !a.BreaksPhrase(i+2) && a.CanName(i+2)
}

// endsOfficeBeforeName reports whether token i of flattened text, a plural behind "of", is
// what somebody holds an office of whose given name follows: "director of services jane
// roe".
func (a *Article) endsOfficeBeforeName(i int) bool {
	word := a.Fold(i)
	return !a.Cased && a.Fold(i-1) == "of" && lexicon.RoleOf(a.Fold(i-2)) == lexicon.PersonRole && strings.HasSuffix(word, "s") && !lexicon.HasCapital(word) && !lexicon.IsGivenName(word) && lexicon.IsGivenName(a.Fold(i+1))
}

// isRoleBeforeName reports whether token i is a noun that tells what the person is whose
// given name follows: "attorney jane roe".
func (a *Article) isRoleBeforeName(i int) bool {
	if !isOccupation(a.Fold(i)) || i+1 >= len(a.Tokens) || !a.CanName(i) {
		return false
	}
	return lexicon.IsGivenName(a.Fold(i + 1))
}

// isOccupation reports whether a word tells what a person is or does.
func isOccupation(word string) bool {
	return lexicon.RoleOf(word) == lexicon.PersonRole || lexicon.IsAgent(word)
}

// isShortRank reports whether token i is a rank or a form of address that is written as a
// word of another meaning is, and stands before a person's name: "DI Roe", "Cr Roe". What
// companies' names begin with, too, needs a given name behind it.
func (a *Article) isShortRank(i int) bool {
	if !a.Cased || !a.IsNameWord(i) || !a.IsNameWord(i+1) || a.BreaksPhrase(i+1) && !a.Gap(i+1).BareBut(token.GapFullStop) {
		return false
	}
	switch a.Fold(i) {
	case "di", "cr", "fr":
		return !a.IsNameWord(i-1) || a.BreaksPhrase(i)
	case "ds", "dc", "pc", "adv", "hon", "garda":
		return lexicon.IsGivenName(a.Fold(i + 1))
	}
	return false
}

// generationOf returns the suffix of a person's name that tells namesakes
// apart: "jr", "sr", "ii", "iii".
func (a *Article) generationOf(w token.Range) string {
	word := a.Fold(w.Last - 1)
	if lexicon.IsNumeral(word) && (w.Len() < 3 || !lexicon.IsGivenName(a.Fold(w.First))) {
		return "" // of a war or a pope
	}
	return lexicon.Generation(word)
}

// isLetters reports whether words without capitals are single letters alone, which
// name no person: "n y".
func (a *Article) isLetters(w token.Range) bool {
	if a.Cased {
		return false
	}
	for i := w.First; i < w.Last; i++ {
		if len(a.Fold(i)) > 1 {
			return false
		}
	}
	return true
}

// JoinsNames reports whether token i ties two words of one name together:
// "Bank of England", "Ursula von der Leyen".
func (a *Article) JoinsNames(i, first int) bool {
	word := a.Fold(i)
	if i > first && (a.endsPaper(i) || a.joinsOrgan(i, first) || a.goesOnOrgan(i, first)) {
		return true
	}
	if i == first || !lexicon.IsNameJoint(word) || word == "and" || i+1 >= len(a.Tokens) || a.BreaksPhrase(i+1) {
		return false
	}
	if !a.Cased && (word == "of" || word == "for" || word == "la" && a.Fold(i-1) != "de" || word == "da") {
		return false
	}
	if word == "of" && i-first > 1 && a.isPersonal(token.Range{First: first, Last: i}) {
		return false // "Jane Roe of Selby Steel"
	}
	if !a.CanName(i-1) && !lexicon.IsNameJoint(a.Fold(i-1)) {
		return false
	}
	return a.CanName(i+1) || lexicon.IsNameJoint(a.Fold(i+1)) && i+2 < len(a.Tokens) && a.CanName(i+2)
}

// isPersonal reports whether words begin with a given name and hold none by which
// bodies and places are called: they name a person.
func (a *Article) isPersonal(w token.Range) bool {
	if !lexicon.IsGivenName(a.Fold(w.First)) {
		return false
	}
	for i := w.First + 1; i < w.Last; i++ {
		if word := a.Fold(i); lexicon.RoleOf(word) != lexicon.NoRole || lexicon.IsPlaceNoun(word) || lexicon.HeadsOrgan(word) || word == "of" || word == "and" {
			return false
		}
	}
	return true
}

// CanName reports whether token i can be a word of a name.
func (a *Article) CanName(i int) bool {
	t := a.Tokens[i]
	if a.Cased && !a.IsNameWord(i) {
		return false
	}
	if a.IsAside(i) || t.Shape == token.ShapeNumber || a.isOfParty(i) || (lexicon.IsDayWord(t.Fold) || lexicon.IsSureWeekday(t.Fold)) && !a.startsPaper(i) && !a.endsPaper(i-1) || a.isMonthAt(i) {
		return false
	}
	if !a.Cased && a.IsOfInitials(i) {
		return true
	}
	if !a.Cased && isNoFlatName(t.Fold) {
		return false
	}
	if lexicon.IsFunctionWord(t.Fold) && !(a.Cased && t.Shape == token.ShapeUpper && len(t.Fold) > 1) {
		return a.isInitial(i) || a.IsHomograph(i)
	}
	return a.IsNameWord(i)
}

// isNoFlatName reports whether a word is taken for no name in text without capitals,
// though the tagger may give it one: that of a sentence's beginning.
func isNoFlatName(word string) bool {
	switch word {
	case "more", "many", "some", "few", "most", "all", "how", "said", "says":
		return true
	}
	return false
}

// isInitial reports whether token i is the initial of a name: "Julie A. Roe".
func (a *Article) isInitial(i int) bool {
	t := a.Tokens[i]
	if !a.Cased {
		return a.isFlatInitial(i)
	}
	return a.isDottedLetter(i) && t.Gap.BareBut(token.GapFullStop)
}

// isDottedLetter reports whether token i is a capital with a full stop.
func (a *Article) isDottedLetter(i int) bool {
	return a.Cased && len(a.Fold(i)) == 1 && a.Tokens[i].Shape == token.ShapeTitle && a.Gap(i+1).Has(token.GapFullStop)
}

// isFlatInitial reports whether token i of a text without capitals is the
// initial of a name: "julie a roe", "j desmond pryce".
func (a *Article) isFlatInitial(i int) bool {
	if i+1 >= len(a.Tokens) || len(a.Fold(i+1)) < 2 || !a.IsNameWord(i+1) || lexicon.ClassOf(a.Fold(i+1)) != 0 {
		return false
	}
	return a.isMiddleInitial(i) || a.isLeadingInitial(i)
}

// isLeadingInitial reports whether token i is a single letter before a given
// name, and neither a word nor what an apostrophe left.
func (a *Article) isLeadingInitial(i int) bool {
	word := a.Fold(i)
	if len(word) != 1 || word == "a" || word == "i" || lexicon.ClassOf(word) != 0 || a.Tokens[i].Shape == token.ShapeNumber {
		return false
	}
	return lexicon.IsGivenName(a.Fold(i+1)) || a.IsRare(i+1) && i > 0 && lexicon.RoleOf(a.Fold(i-1)) == lexicon.PersonRole // "engineer r brandvik"
}

// isMiddleInitial reports whether token i is a single letter after a given
// name. An "s" is what an apostrophe left, unless the tagger gives it a capital and
// a full stop, "mikhail s gorbachev".
func (a *Article) isMiddleInitial(i int) bool {
	if i <= 0 || !isLetter(a.Fold(i)) || !lexicon.IsGivenName(a.Fold(i-1)) {
		return false
	}
	if a.Fold(i) != "s" {
		return true
	}
	return a.Restored != nil && a.Restored[i].Case == tagger.CaseTitle && a.Restored[i].EndChance > likelyEnd && !lexicon.IsClitic(a.Fold(i+1))
}

// isMonthAt reports whether token i is a month. Those that are names and verbs
// too need a neighbour that dates have: "in march", "may 4".
func (a *Article) isMonthAt(i int) bool {
	word := a.Fold(i)
	switch {
	case !lexicon.IsMonth(word):
		return false
	case lexicon.IsSureMonth(word), i+1 < len(a.Tokens) && a.Tokens[i+1].Shape == token.ShapeNumber:
		return true
	}
	switch a.Fold(i - 1) {
	case "in", "since", "until", "till", "last", "next", "this", "of", "from", "by", "late", "early", "mid", "during", "to":
		return true
	}
	return i > 0 && a.Tokens[i-1].Shape == token.ShapeNumber
}

// isSentenceOnly reports whether the single word at token i is capitalised
// only because its sentence begins there.
func (a *Article) isSentenceOnly(i, last int) bool {
	if last-i > 1 || !a.IsSentenceStart(i) && !a.Gap(i).Has(token.GapDoubleOpen|token.GapSingleOpen|token.GapColon) {
		return false
	}
	t := a.Tokens[i]
	if t.Shape != token.ShapeTitle {
		return false
	}
	return !lexicon.HasCapital(t.Fold) && !a.capitalised[t.Fold]
}

// capitalisedWithin returns the words that stand with a capital in the middle of
// a sentence of the article.
func (a *Article) capitalisedWithin() map[string]bool {
	words := make(map[string]bool)
	for i, t := range a.Tokens {
		if t.Shape == token.ShapeTitle && !a.IsSentenceStart(i) && t.Gap.Bare() {
			words[t.Fold] = true
		}
	}
	return words
}

// Written returns words as they would stand in a sentence: as the text has
// them where it has capitals, else with the capitals of common usage.
func (a *Article) Written(w token.Range, everyName bool) string {
	if w.Empty() {
		return ""
	}
	if a.Cased {
		return strings.TrimSpace(w.Span(a.Tokens).In(a.Text))
	}
	var b strings.Builder
	joined := true // to what is written already
	for i := w.First; i < w.Last; i++ {
		if w.Len() > 1 && !a.Marked && isFiller(a.Fold(i)) {
			continue
		}
		if word := a.Fold(i); lexicon.IsClitic(word) && !a.isFlatInitial(i) && !a.IsOfInitials(i) {
			b.WriteByte('\'')
			b.WriteString(word)
			joined = false
			continue
		}
		switch {
		case joined:
		case a.Gap(i).Has(token.GapHyphen):
			b.WriteByte('-')
		default:
			b.WriteByte(' ')
		}
		var word string
		word, joined = a.writtenWord(i, everyName, i+1 == w.Last)
		b.WriteString(word)
	}
	return b.String()
}

// writtenWord returns token i of a text without capitals as it would usually be
// written, and whether the next one is joined to it. isName says that it is known
// to be part of a name, and last that the name ends with it.
func (a *Article) writtenWord(i int, isName, last bool) (word string, joins bool) {
	word = a.Fold(i)
	if a.IsOfInitials(i) {
		return lexicon.Upper(word) + ".", a.JoinsInitials(i)
	}
	within := isName && !last
	if prefix := lexicon.SurnamePrefix(word, a.Fold(i+1)); within && prefix != "" {
		return prefix, true
	}
	if within && isSmallWithin(word, a.Fold(i-1)) {
		return word, false
	}
	word = lexicon.WriteIn(word, a.LikelyCase(i, isName))
	if a.isNumero(i) {
		word = "No"
	}
	if within && a.isFlatInitial(i) || !last && a.isAbbreviatedWithin(i) {
		word += "."
	}
	return word, false
}

// isSmallWithin reports whether a word within a name, behind another, has no capital:
// "Maria de | la Cruz", "Council | on Foreign Relations", "Court of | the Crown".
func isSmallWithin(word, before string) bool {
	switch word {
	case "la", "los", "las":
		return before == "de"
	case "on":
		return lexicon.SitsOnTopics(before)
	case "the":
		return before == "on" || lexicon.IsNameJoint(before)
	}
	return false
}

// isAbbreviatedWithin reports whether token i, before another, is an abbreviation
// that the tagger gives its full stop, "St. Ives", or the "no" of a number. That of
// a title is left out, as half the papers do.
func (a *Article) isAbbreviatedWithin(i int) bool {
	if a.isNumero(i) {
		return true
	}
	return a.Restored != nil && a.Restored[i].EndChance >= likelyEnd && lexicon.AbbreviationOf(a.Fold(i)) == lexicon.AbbreviationBefore && !lexicon.IsTitle(a.Fold(i))
}

// isNumero reports whether tokens i and i+1 are "No. 10".
func (a *Article) isNumero(i int) bool {
	return i >= 0 && i+1 < len(a.Tokens) && a.Fold(i) == "no" && a.Tokens[i+1].Shape == token.ShapeNumber
}

// NameOf returns a name as a reader would write it. tokens are the words
// of the name.
func NameOf(text string, tokens []token.Token) string {
	cased := false
	for _, t := range tokens {
		cased = cased || t.Shape == token.ShapeTitle && t.End-t.Start > 1 || t.Shape == token.ShapeMixed
	}
	if cased {
		return strings.Join(strings.Fields(text[tokens[0].Start:tokens[len(tokens)-1].End]), " ")
	}
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Fold
	}
	return lexicon.CapitalName(words)
}

// IsCapital reports whether token k is written with a capital, or would be as it
// stands.
func (a *Article) IsCapital(k int) bool {
	if !a.Cased && a.Restored != nil {
		return a.Restored[k].Case != tagger.CaseLower
	}
	return a.IsNameWord(k)
}
