package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Whose words a quotation is that stands in a sentence of its own, and where the
// words of one voice end and those of the next begin.

// rejoin gives the quotations that stand in a sentence of their own back to the
// voice before, where the tagger has given them to somebody who only acts in the
// sentence after them, or who is only mentioned beside that voice: “It is safe,”
// Kerr said. “It always was.” Bell shook his head.
func (r *ruleReader) rejoin() {
	var kept []Attribution
	sortAttributions(r.found)
	for _, x := range r.found {
		if !r.standsAlone(x) {
			kept = append(kept, x)
			continue
		}
		if voice := r.voiceBefore(kept, x); voice != nil {
			if voice.Source != x.Source {
				voice.Content, voice.Verbatim = append(voice.Content, x.Content...), append(voice.Verbatim, x.Verbatim...)
				continue
			}
		} else if len(x.Cue) > 0 && x.extent().First >= x.End() && !r.saysAtAll(x) {
			x.Source, x.Cue, x.Confidence = token.Range{}, nil, loneConfidence
		}
		kept = append(kept, x)
	}
	r.found = kept
}

// standsAlone reports whether an attribution is a quotation of whole sentences
// without a verb of saying in its own sentence or right beside it.
func (r *ruleReader) standsAlone(x Attribution) bool {
	first, last := x.Content[0].First, x.End()
	if len(x.Content) != 1 || x.Form() != Direct || x.Source.Empty() && len(x.Cue) == 0 || !r.IsSentenceStart(first) || !r.IsSentenceStart(last) || r.Gap(first).Has(token.GapColon) {
		return false
	}
	if len(x.Cue) == 0 {
		return x.Source.Last <= first
	}
	return x.extent().First >= last && (!r.saysAtAll(x) || r.speaksBelow(x, x.Content[0])) || x.extent().Last <= first && r.isDenied(x)
}

// speaksBelow reports whether source and cue stand in a later paragraph than words of
// the content, which end with no comma: whoever speaks there has words there, too.
func (r *ruleReader) speaksBelow(x Attribution, w token.Range) bool {
	at := x.extent().First
	return at >= w.Last && r.paragraphOf(at) > r.paragraphOf(w.Last-1) && !r.Gap(w.Last).Has(token.GapComma|token.GapColon)
}

// saysAtAll reports whether any word of the cue can be one of saying.
func (r *ruleReader) saysAtAll(x Attribution) bool {
	return x.AnyCueWord(func(i int) bool {
		_, known := lexicon.LookupCue(r.Fold(i))
		return known || lexicon.IsSaying(r.Fold(i))
	})
}

// isDenied reports whether the cue tells that somebody has not spoken.
func (r *ruleReader) isDenied(x Attribution) bool {
	return x.AnyCueWord(func(i int) bool { return r.Fold(i) == "not" || r.Fold(i) == "t" && lexicon.TakesNot(r.Fold(i-1)) })
}

// goesOn reports whether quotation x, which stands alone, goes on with the words
// of a quotation before it in the paragraph: nothing but the sentence that tells
// who spoke stands between.
func (r *ruleReader) goesOn(before, x Attribution) bool {
	if before.Form() != Direct || len(before.Cue) == 0 || !r.saysAtAll(before) || before.End() > x.Content[0].First {
		return false
	}
	from := before.End()
	return r.SentenceOf(max(from, before.extent().Last)-1) == r.SentenceOf(x.Content[0].First-1) && !r.hasParagraphBetween(from, x.Content[0].First)
}

// voiceBefore returns the quotation that x, which stands alone, goes on with: the
// last of those before it, or the one before that where the last is only reported
// in the sentence that tells who spoke.
func (r *ruleReader) voiceBefore(before []Attribution, x Attribution) *Attribution {
	for n := len(before) - 1; n >= max(0, len(before)-2); n-- {
		if r.goesOn(before[n], x) {
			return &before[n]
		}
		if before[n].Form() != Indirect {
			break
		}
	}
	return nil
}

// splitVoices ends a reported content where another one is named with a verb of
// saying of their own: "Roe said the pool would close and Pryce said it would
// stay open".
func (r *ruleReader) splitVoices() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || x.Form() == Direct && r.Marked || !r.quotes(*x) {
			continue
		}
		w := x.lastContent()
		if x.LastCue().Last > w.First {
			continue
		}
		clause, joint := r.nextVoice(w)
		if joint < 0 {
			continue
		}
		said := token.Range{First: r.contentStart(clause), Last: w.Last}
		if said.Len() < 2 {
			continue
		}
		a := r.newAttribution(clause, said)
		a.Verbatim = intersect(x.Verbatim, said)
		x.Content = slices.Clone(x.Content)
		x.Content[len(x.Content)-1].Last = joint
		x.Verbatim = intersect(x.Verbatim, token.Range{First: 0, Last: joint})
		r.found = append(r.found, a)
	}
}

// nextVoice returns the clause within a content that begins another voice, and the
// conjunction before it, or -1.
func (r *ruleReader) nextVoice(w token.Range) (cueClause, int) {
	for i := w.First + shortestVoice; i+shortestVoice < w.Last; i++ {
		switch r.Fold(i) {
		case "and", "but", "while", "whereas":
		default:
			continue
		}
		for k := i + 2; k < min(i+8, w.Last-1); k++ {
			clause, ok := clauseAt(r.Article, k, token.Range{First: i + 1, Last: w.Last})
			if ok && !clause.inverted && clause.source.First == i+1 && r.isVoice(clause) && r.tellsSomething(token.Range{First: w.First, Last: i}) {
				return clause, i
			}
		}
	}
	return cueClause{}, -1
}

// tellsSomething reports whether words before a conjunction are a clause or an
// object, and not the first of two who speak.
func (r *ruleReader) tellsSomething(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		word := r.Fold(i)
		if lexicon.ClassOf(word).Has(lexicon.Auxiliary) || r.isActAt(i) || lexicon.IsClitic(word) || lexicon.ClassOf(word).Has(lexicon.Subject) && !lexicon.ClassOf(word).Has(lexicon.Determiner) {
			return true
		}
	}
	return r.Fold(w.First) == "a" || r.Fold(w.First) == "an" // "asked for a photo and Roe said"
}

// shortestVoice is how many words stand on either side of the conjunction between
// two voices.
const shortestVoice = 2

// isVoice reports whether a clause can begin the words of another one: a plain verb
// of saying in the past tense, of somebody who is no pronoun.
func (r *ruleReader) isVoice(c cueClause) bool {
	verb := r.Fold(c.cue.Last - 1)
	plain := verb == "said" || verb == "told" || len(verb) > 4 && verb[len(verb)-2:] == "ed"
	return plain && c.cue.Len() == 1 && c.lexeme.Act == lexicon.Speaking && c.lexeme.Weight >= 0.8 && c.lexeme.Frame != lexicon.Object &&
		!r.IsSubjectPronoun(c.source) && r.Tokens[c.source.First].Shape != token.ShapeNumber && r.RunOf[c.cue.First] == 0
}
