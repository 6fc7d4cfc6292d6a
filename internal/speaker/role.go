package speaker

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// describe notes what stands beside the names of those in the list: titles and
// roles before them, "Sen.", "spokesman", and roles in apposition.
func (l *List) describe() {
	for k, name := range l.names.names {
		id, listed := l.ids[Party{bearer: l.names.of[k] + 1}]
		if !listed {
			continue
		}
		e, d := &l.entries[id], describer{l.names.article, l.names}
		if office := d.officeBefore(name); !office.Empty() {
			if d.isTitle(office) {
				e.titles.add(d.title(office))
			} else if role := d.role(office); role != "" {
				e.roles.add(role)
			}
			e.isPerson = true
		}
		if l.names.quoted[name.First] {
			continue
		}
		for _, w := range []token.Range{d.appositionAfter(name), d.appositionBefore(name)} {
			if !w.Empty() {
				e.roles.add(d.role(w))
				e.isPerson = true
			}
		}
	}
}

// phrases are kept once each, whatever the capitals, in the order in which they
// first occur.
type phrases []string

// maxPhrases is how many titles or roles of one speaker are told apart.
const maxPhrases = 16

func (p *phrases) add(phrase string) {
	if phrase == "" || len(*p) == maxPhrases {
		return
	}
	for _, known := range *p {
		if strings.EqualFold(known, phrase) {
			return
		}
	}
	*p = append(*p, phrase)
}

// A describer reads what stands beside a name.
type describer struct {
	*article.Article
	*Names
}

// maxOffice is how many words may stand before a name that tell what its bearer
// is.
const maxOffice = 6

// officeBefore returns the words right before a name that tell what its bearer
// is: "Senate Minority Leader", "former Ferrybank spokesman".
func (d describer) officeBefore(name article.Name) token.Range {
	first := withTitles(name)
	if first == name.First && !(isOffice(d.Fold(first-1)) && !d.BreaksPhrase(first)) {
		return token.Range{}
	}
	for first > 0 && name.First-first < maxOffice && d.belongsToOffice(first-1) && !d.BreaksPhrase(first) {
		first--
	}
	for first < name.First && d.isPlaceBefore(first) {
		first++ // "in Ohio spokesman"
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
	if !d.Cased || d.Tokens[i].Shape == token.ShapeLower || !d.CanName(i) {
		return false
	}
	_, known := lexicon.LookupName(word)
	return known || !d.IsSentenceStart(i)
}

// isPlaceBefore reports whether the capitalised word at token i is what a
// preposition of place stands before.
func (d describer) isPlaceBefore(i int) bool {
	word := d.Fold(i)
	if isOffice(word) || lexicon.RoleOf(word) == lexicon.OrganRole || isOfficeWord(word) {
		return false
	}
	switch d.Fold(i - 1) {
	case "in", "at", "on", "near", "outside", "across":
		return true
	}
	return false
}

// isOfficeWord reports whether a word stands within the names of offices.
func isOfficeWord(word string) bool {
	switch word {
	case "former", "then", "ex", "acting", "interim", "deputy", "vice", "prime", "assistant", "associate", "senior", "chief",
		"first", "majority", "minority", "state", "foreign", "defense", "defence", "press", "home", "finance", "attorney",
		"general", "national", "federal", "executive", "supreme", "presidential", "gubernatorial", "congressional",
		"democratic", "republican", "lieutenant", "major", "managing", "sports", "political", "legal":
		return true
	}
	return false
}

// isTitle reports whether words before a name are a title: their noun is one, or
// they are written with a capital that no sentence gives them.
func (d describer) isTitle(office token.Range) bool {
	head := office.Last - 1
	switch d.Fold(head) {
	case "republican", "democrat", "conservative":
		return false
	}
	if lexicon.IsTitle(d.Fold(head)) {
		return true
	}
	if d.Cased {
		return d.Tokens[head].Shape != token.ShapeLower && !(head == office.First && d.IsSentenceStart(head))
	}
	return office.Len() > 1 && isCapital(d.Written(token.Range{First: head, Last: head + 1}, false))
}

// title returns words before a name as they stand there; where flattening took
// the full stops of abbreviations, they have them again.
func (d describer) title(office token.Range) string {
	if d.Cased {
		title := d.written(office, false)
		if d.Gap(office.Last).Has(token.GapFullStop) && lexicon.AbbreviationOf(d.Fold(office.Last-1)) != lexicon.AbbreviationNone {
			title += "."
		}
		return title
	}
	words := make([]string, 0, office.Len())
	for i := office.First; i < office.Last; i++ {
		word := d.Written(token.Range{First: i, Last: i + 1}, false)
		if lexicon.AbbreviationOf(d.Fold(i)) == lexicon.AbbreviationBefore {
			word = lexicon.Capital(word) + "."
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// role returns a description as it stands within a sentence; "" if that only
// tells whose relative somebody is, without telling whose.
func (d describer) role(w token.Range) string {
	if w.Len() == 1 && isRelative(d.Fold(w.First)) {
		return ""
	}
	role := d.written(w, false)
	_, known := lexicon.LookupName(d.Fold(w.First))
	if d.Cased && d.IsSentenceStart(w.First) && !known && d.Tokens[w.First].Shape == token.ShapeTitle {
		r, size := utf8.DecodeRuneInString(role)
		return string(unicode.ToLower(r)) + role[size:]
	}
	return role
}

func isRelative(word string) bool {
	switch word {
	case "father", "mother", "son", "daughter", "brother", "sister", "wife", "husband", "widow", "rival", "speaker":
		return true
	}
	return false
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// maxApposition is how many words a description beside a name may have.
const maxApposition = 14

// closes are the marks that end a description beside a name.
const closes = token.GapComma | token.GapFullStop | token.GapQuestion | token.GapSemicolon | token.GapDash | token.GapBracketClose | token.GapParagraph

// appositionAfter returns the description that stands between commas after a
// name: "Jane Roe, a lawyer for the family, said".
func (d describer) appositionAfter(name article.Name) token.Range {
	at := name.Last
	if !d.Marked || !d.Gap(at).Has(token.GapComma) || !d.Gap(at).BareBut(token.GapComma) {
		return token.Range{}
	}
	for i := at; i < len(d.Tokens) && i-at < maxApposition; i++ {
		if i > at && (d.Gap(i).Has(closes) && !d.isDotted(i) || d.Fold(i) == "who" || d.Fold(i) == "whose") {
			return d.personal(token.Range{First: at, Last: i})
		}
		if d.endsDescription(i) {
			return token.Range{}
		}
	}
	return token.Range{}
}

// isDotted reports whether the full stop before token i is that of an
// abbreviation or an initial.
func (d describer) isDotted(i int) bool {
	return d.Gap(i).BareBut(token.GapFullStop) && !d.IsSentenceStart(i)
}

// endsDescription reports whether the word at token i does not stand within a
// description: a verb or a pronoun.
func (d describer) endsDescription(i int) bool {
	word := d.Fold(i)
	if lexicon.ClassOf(word).Has(lexicon.Auxiliary | lexicon.Complementizer | lexicon.FirstPerson | lexicon.SecondPerson) {
		return true
	}
	if class := lexicon.ClassOf(word); class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner) {
		return true
	}
	cue, ok := lexicon.LookupCue(word)
	return ok && cue.Weight >= 0.5
}

// personal returns a description if its noun is one of a person and it begins as
// descriptions do, with an article or with what somebody is.
func (d describer) personal(w token.Range) token.Range {
	bare := d.withoutArticle(w)
	if bare.Empty() || bare.First == w.First && !isOffice(d.Fold(w.First)) && !isOfficeWord(d.Fold(w.First)) {
		return token.Range{}
	}
	if lexicon.RoleOf(d.Fold(d.headOf(bare))) != lexicon.PersonRole {
		return token.Range{}
	}
	return w
}

// appositionBefore returns the description before a name that stands between
// commas: "A lawyer for the family, Jane Roe, said".
func (d describer) appositionBefore(name article.Name) token.Range {
	end := withTitles(name)
	if !d.Marked || end == 0 || name.Last >= len(d.Tokens) || !d.Gap(end).Has(token.GapComma) || !d.Gap(end).BareBut(token.GapComma) || !d.Gap(name.Last).Has(closes) {
		return token.Range{}
	}
	if d.Fold(name.Last) == "and" || d.Fold(name.Last) == "or" {
		return token.Range{} // one of several
	}
	first := d.PhraseStart(end, token.Range{First: max(0, end-maxApposition), Last: end})
	if first == end || !lexicon.ClassOf(d.Fold(first)).Has(lexicon.Determiner) || d.Fold(first) == "the" && !d.tellsOne(token.Range{First: first, Last: end}) {
		return token.Range{}
	}
	return d.personal(token.Range{First: first, Last: end})
}

// tellsOne reports whether a description with an article tells more than a noun,
// as that of somebody who has not been spoken of before does.
func (d describer) tellsOne(w token.Range) bool { return w.Len() > 2 }
