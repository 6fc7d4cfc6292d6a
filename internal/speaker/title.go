package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxOffice is how many words may stand before a name that tell what its bearer
// is.
const maxOffice = 6

// officeBefore returns the words right before a name that tell what its bearer,
// who may be known to be a person, is: "Senate Minority Leader", "former Ferrybank
// spokesman".
func (d describer) officeBefore(name article.Name, isPerson bool) token.Range {
	first := withTitles(name)
	if first == name.First && (d.BreaksPhrase(first) || !isOffice(d.Fold(first-1))) {
		return token.Range{}
	}
	for first > 0 && name.First-first < maxOffice && d.belongsToOffice(first-1) && !d.BreaksPhrase(first) {
		if first < name.First && d.Fold(first-1) == d.Fold(name.First-1) {
			break // an office said twice
		}
		first--
	}
	for first < name.First && d.isOfAnother(first) {
		first++
	}
	if !isPerson && isAdjective(d.Fold(name.First-1)) {
		return token.Range{} // "the conservative Ferry Foundation"
	}
	return token.Range{First: first, Last: name.First}
}

// belongsToOffice reports whether the word at token i, before a word that tells
// what somebody is, tells more about that.
func (d describer) belongsToOffice(i int) bool {
	word := d.Fold(i)
	if isOffice(word) || lexicon.RoleOf(word) == lexicon.OrganRole || isOfficeWord(word) {
		return true
	}
	if next := d.Fold(i + 1); word == "first" && (next == "lady" || next == "minister") {
		return true
	}
	if word == "in" && d.Fold(i+1) == "chief" && isOfficeInChief(d.Fold(i-1)) || isOfficeInChief(word) {
		return true
	}
	if !d.Cased || d.Tokens[i].Shape == token.ShapeLower || !d.CanName(i) {
		return false
	}
	next := d.Tokens[i+1].Shape != token.ShapeLower && !isOffice(d.Fold(i+1))
	return lexicon.HasCapital(word) || next || !d.IsSentenceStart(i)
}

func isOfficeInChief(word string) bool { return word == "editor" || word == "commander" }

// isOfAnother reports whether the word at token i, the first of an office, is not
// part of it: a place that a preposition stands before, "in Ohio spokesman", or
// the last word of a name in flattened text, "White House spokesman".
func (d describer) isOfAnother(i int) bool {
	word := d.Fold(i)
	if isOffice(word) || isOfficeWord(word) {
		return false
	}
	if lexicon.RoleOf(word) == lexicon.OrganRole {
		return !d.Cased && !isCommonOrgan(word) && d.IsNameWord(i-1) && !d.BreaksPhrase(i)
	}
	switch d.Fold(i - 1) {
	case "in", "at", "on", "near", "outside", "across":
		return true
	}
	return false
}

// isCommonOrgan reports whether a noun of an organisation tells what somebody is
// without its name: "campaign manager", but not "Council President".
func isCommonOrgan(word string) bool {
	switch word {
	case "campaign", "police", "company", "union", "team", "school", "network", "newspaper", "magazine", "agency", "military", "army":
		return true
	}
	return false
}

// isOfficeWord reports whether a word stands within the names of offices.
func isOfficeWord(word string) bool {
	switch word {
	case "former", "then", "ex", "acting", "interim", "deputy", "vice", "prime", "assistant", "associate", "senior", "chief",
		"majority", "minority", "state", "foreign", "defense", "defence", "press", "home", "finance", "attorney",
		"general", "national", "federal", "executive", "supreme", "presidential", "gubernatorial", "congressional",
		"democratic", "republican", "lieutenant", "major", "managing", "sports", "political", "legal", "county", "city", "district",
		"regional", "local", "junior", "shadow", "opposition", "education", "health", "transport", "culture", "trade", "energy",
		"environment", "interior", "labour", "labor", "communications", "research", "financial", "economic", "medical":
		return true
	}
	return false
}

// parted returns the role and the title that an office is, or holds one after the
// other: "Lions coach Sir".
func (d describer) parted(office token.Range) (role, title token.Range) {
	if !d.isTitle(office) {
		return office, token.Range{}
	}
	for i := office.Last - 1; i > office.First; i-- {
		before := d.Fold(i - 1)
		apart := lexicon.RoleOf(before) == lexicon.PersonRole && !lexicon.IsTitle(before) && !isAdherent(before) && (!d.Cased || d.Tokens[i-1].Shape == token.ShapeLower)
		if apart && lexicon.IsTitle(d.Fold(i)) && d.Fold(i) != "general" {
			return token.Range{First: office.First, Last: i}, token.Range{First: i, Last: office.Last}
		}
	}
	return token.Range{}, office
}

// isTitle reports whether words before a name are a title: their noun is one, or
// they are written with a capital that no sentence gives them.
func (d describer) isTitle(office token.Range) bool {
	head := office.Last - 1
	switch word := d.Fold(head); {
	case isAdherent(word), d.Cased && d.Tokens[head].Shape == token.ShapeLower && (word == "chief" || word == "officer"):
		return false
	}
	if lexicon.IsTitle(d.Fold(head)) || lexicon.IsTitle(d.Fold(office.First)) && d.Fold(office.First+1) == "of" {
		return true // "Gov.", "Secretary of State"
	}
	if d.Cased {
		return d.Tokens[head].Shape != token.ShapeLower && !(head == office.First && d.IsSentenceStart(head))
	}
	return office.Len() > 1 && isCapital(d.Written(token.Range{First: head, Last: head + 1}, false))
}

// title returns words before a name as they stand there; where flattening took
// the full stops of abbreviations, they have them again.
func (d describer) title(office token.Range) string {
	if office.Empty() {
		return ""
	}
	if d.Cased {
		title := d.within(office)
		if d.Gap(office.Last).Has(token.GapFullStop) && lexicon.AbbreviationOf(d.Fold(office.Last-1)) != lexicon.AbbreviationNone {
			title += "."
		}
		return title
	}
	words := make([]string, 0, office.Len())
	capital := isCapital(d.Written(token.Range{First: office.Last - 1, Last: office.Last}, false))
	for i := office.First; i < office.Last; i++ {
		word := d.Written(token.Range{First: i, Last: i + 1}, false)
		switch fold := d.Fold(i); {
		case lexicon.AbbreviationOf(fold) == lexicon.AbbreviationBefore:
			word = lexicon.Capital(word) + "."
		case capital && !isPast(fold) && lexicon.ClassOf(fold)&^lexicon.Title == 0:
			word = lexicon.Capital(word)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}
