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
		id, listed := l.idOf(Party{bearer: l.names.of[k] + 1})
		if !listed {
			continue
		}
		e, d := &l.entries[id], describer{l.names.article, l.names}
		if office := d.officeBefore(name, l.names.bearers[l.names.of[k]].person); !office.Empty() {
			role, title := d.parted(office)
			e.roles.add(d.role(role))
			e.titles.add(d.title(title))
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

// isAdjective reports whether a noun for a person says of things what they are,
// too.
func isAdjective(word string) bool {
	return isAdherent(word) || word == "official" || word == "native" || word == "veteran" || word == "expert" || word == "student"
}

// isAdherent reports whether a word says what party somebody is of.
func isAdherent(word string) bool {
	return word == "republican" || word == "democrat" || word == "conservative"
}

// role returns a description as it stands within a sentence; "" if that only
// tells whose relative somebody is, without telling whose.
func (d describer) role(w token.Range) string {
	if w.Empty() || w.Len() == 1 && isRelative(d.Fold(w.First)) {
		return ""
	}
	return d.within(w)
}

// within returns words as they stand, without the capital that only the beginning
// of a sentence gives to a word like "a", "former" or "spokesman".
func (d describer) within(w token.Range) string {
	text := d.written(w, false)
	if !d.Cased || !d.IsSentenceStart(w.First) || !d.isSmall(w) {
		return text
	}
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[size:]
}

// isSmall reports whether the first of some words would have no capital within a
// sentence.
func (d describer) isSmall(w token.Range) bool {
	word := d.Fold(w.First)
	if lexicon.ClassOf(word).Has(lexicon.Determiner) || isPast(word) {
		return true
	}
	if w.Len() > 1 && d.Tokens[w.First+1].Shape != token.ShapeLower || isAdherent(word) || word == "democratic" || lexicon.IsTitle(word) {
		return false // "Attorney General"
	}
	return isOffice(word) || isOfficeWord(word)
}

// isPast reports whether a word says that somebody does not hold an office any
// more, not yet, or for the time being.
func isPast(word string) bool {
	switch word {
	case "former", "then", "ex", "acting", "interim":
		return true
	}
	return false
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
