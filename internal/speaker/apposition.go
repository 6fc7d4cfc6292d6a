package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxApposition is how many words a description beside a name may have.
const maxApposition = 14

// closes are the marks that end a description beside a name.
const closes = token.GapComma | token.GapFullStop | token.GapQuestion | token.GapSemicolon | token.GapDash | token.GapBracketClose | token.GapParagraph

// opens are the marks that a description does not run over.
const opens = token.GapBracketOpen | token.GapDoubleOpen | token.GapSingleOpen | token.GapColon

// appositionAfter returns the description that stands between commas after a
// name: "Jane Roe, a lawyer for the family, said".
func (d describer) appositionAfter(name article.Name) token.Range {
	at := name.Last
	if !d.Marked || !d.Gap(at).Has(token.GapComma) || !d.Gap(at).BareBut(token.GapComma) {
		return token.Range{}
	}
	for i := at; i-at < maxApposition; i++ {
		if i > at && (d.Gap(i).Has(closes) && !d.isDotted(i) || d.Fold(i) == "who" || d.Fold(i) == "whose") {
			return d.personal(token.Range{First: at, Last: i})
		}
		if i == len(d.Tokens) || i > at && d.Gap(i).Has(opens) || d.endsDescription(i) {
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
	for lexicon.ClassOf(d.Fold(w.Last - 1)).Has(lexicon.Conjunction | lexicon.Preposition | lexicon.Determiner) {
		w.Last--
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
	if !lexicon.ClassOf(d.Fold(first)).Has(lexicon.Determiner) || d.Fold(first) == "the" && end-first < 3 {
		return token.Range{}
	}
	return d.personal(token.Range{First: first, Last: end})
}
