package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// consult has the tagger read the article, and lets its opinion stand in for the
// marks that a text has lost.
func (a *Article) consult(reader Tagger) {
	var reading tagger.Reading
	if h := a.heard(); h != nil {
		reading = a.spread(h, reader.Read(h.words(a.taggerWords()), nil))
	} else {
		reading = reader.Read(a.taggerWords(), a.taggerQuotes())
	}
	a.Restored, a.Tagged, a.Gists = reading.Restored, reading.Attributions, reading.Gists
	if a.Marked {
		return
	}
	for i := 1; i < len(a.Tokens); i++ {
		a.Starts[i] = a.Restored[i-1].EndChance > 0.5 && lexicon.AbbreviationOf(a.Fold(i-1)) == lexicon.AbbreviationNone
	}
	a.Sentences = splitWords(a.Tokens, a.IsSentenceStart)
	a.named = a.vote()
}

// taggerWords gives the tokens the form that the tagger was trained on.
func (a *Article) taggerWords() []tagger.Word {
	list := make([]tagger.Word, len(a.Tokens))
	end := 0
	for i, t := range a.Tokens {
		w := tagger.Word{Form: t.Fold, Before: tagger.Unknown, Shape: tagger.NoCase}
		if a.Marked {
			w.Before = withQuotationMarks(tagger.MarksBetween(a.Text[end:t.Start], i == 0), t.Gap)
		}
		if a.Cased {
			w.Shape = tagger.ShapeOf(a.Text[t.Start:t.End])
		}
		list[i], end = w, t.End
	}
	for _, run := range a.Runs {
		if run.dashed {
			list[run.First].Before |= tagger.OpenDouble
			if run.Last < len(list) {
				list[run.Last].Before |= tagger.CloseDouble
			}
		}
	}
	return list
}

// withQuotationMarks returns marks with the double quotation marks of gap, which
// may be written as two apostrophes.
func withQuotationMarks(marks tagger.Marks, gap token.Gap) tagger.Marks {
	if !gap.Has(token.GapDoubleOpen | token.GapDoubleClose) {
		return marks
	}
	marks &^= tagger.OpenDouble | tagger.CloseDouble | tagger.Straight
	if !gap.Has(token.GapSingleOpen | token.GapSingleClose) {
		marks &^= tagger.OpenSingle | tagger.CloseSingle
	}
	if gap.Has(token.GapDoubleOpen) {
		marks |= tagger.OpenDouble
	}
	if gap.Has(token.GapDoubleClose) {
		marks |= tagger.CloseDouble
	}
	return marks
}

// taggerQuotes returns the quoted runs that may be speech, or nil if the text
// has lost its marks.
func (a *Article) taggerQuotes() []tagger.Run {
	if !a.Marked {
		return nil
	}
	runs := make([]tagger.Run, 0, len(a.Runs))
	for _, run := range a.Runs {
		if !a.IsWorkTitle(run.Range) {
			runs = append(runs, tagger.Run{First: run.First, Last: run.Last})
		}
	}
	return runs
}

// A word that the tagger would write with a capital in at least this share of
// its places in an article is a name in all of them.
const nameShare = 0.4

// vote returns the words that the tagger would mostly write with a capital. In
// one place it may fail to see a name that the rest of the article makes plain.
func (a *Article) vote() map[string]bool {
	type poll struct {
		chance float32
		places int
	}
	polls := make(map[string]poll)
	starting := make(map[string]bool)
	for i, t := range a.Tokens {
		if a.Starts[i] {
			starting[t.Fold] = true
		}
		if a.Starts[i] || t.Shape == token.ShapeNumber || lexicon.ClassOf(t.Fold) != 0 || lexicon.RoleOf(t.Fold) != lexicon.NoRole {
			continue
		}
		p := polls[t.Fold]
		p.places++
		if r := a.Restored[i]; r.Case == tagger.CaseLower {
			p.chance += 1 - r.CaseChance
		} else {
			p.chance += r.CaseChance
		}
		polls[t.Fold] = p
	}
	named := make(map[string]bool)
	for i := 1; i < len(a.Tokens); i++ {
		if lexicon.AbbreviationOf(a.Fold(i-1)) == lexicon.AbbreviationBefore && lexicon.IsTitle(a.Fold(i-1)) && lexicon.ClassOf(a.Fold(i)) == 0 {
			named[a.Fold(i)] = true // "ms okonjo"
		}
	}
	for word, p := range polls {
		if (p.places > 1 || starting[word] && p.chance > 0.8) && p.chance >= nameShare*float32(p.places) {
			named[word] = true
		}
	}
	return named
}
