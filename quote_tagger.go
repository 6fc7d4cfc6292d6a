package verbatim

import (
	"slices"
	"sync"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// model is the embedded tagger, decoded when the first article needs it.
var model = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Load()
	if err != nil {
		// The weights are part of the program and a test reads them: only a
		// build that was tampered with comes here. Rules still answer.
		return nil
	}
	return m
})

// readAttributions finds the attributions of an article: by the tagger, or by
// rules alone where light is set.
func readAttributions(a *article, light bool) []attribution {
	if light || model() == nil {
		return readByRules(a)
	}
	return readByTagger(a, model())
}

// readByTagger has the tagger read the article. Where marks remain they decide
// which words are verbatim, and the labels of a transcript or a list of
// reactions decide who speaks.
func readByTagger(a *article, m *tagger.Model) []attribution {
	reading := m.Read(a.taggerWords(), a.taggerQuotes())
	a.consult(reading.Restored)
	r := &ruleReader{article: a, taken: make([]bool, len(a.runs))}
	if a.marked {
		r.readLabels()
	}
	for _, found := range reading.Attributions {
		x := attributionOf(a, found)
		x.content = a.withoutAside(x.content)
		if len(x.content) > 0 && !r.claims(x) {
			r.found = append(r.found, x)
		}
	}
	sortAttributions(r.found)
	return r.found
}

// taggerWords gives the tokens the form that the tagger was trained on.
func (a *article) taggerWords() []tagger.Word {
	list := make([]tagger.Word, len(a.tokens))
	end := 0
	for i, t := range a.tokens {
		w := tagger.Word{Form: t.fold, Before: tagger.Unknown, Shape: tagger.NoCase}
		if a.marked {
			w.Before = tagger.MarksBetween(a.text[end:t.start], i == 0)
		}
		if a.cased {
			w.Shape = tagger.ShapeOf(a.text[t.start:t.end])
		}
		list[i], end = w, t.end
	}
	return list
}

// taggerQuotes returns the quoted runs that may be speech, or nil if the text
// has lost its marks.
func (a *article) taggerQuotes() []tagger.Run {
	if !a.marked {
		return nil
	}
	runs := make([]tagger.Run, 0, len(a.runs))
	for _, run := range a.runs {
		if !a.isTitle(run.words) {
			runs = append(runs, tagger.Run{First: run.first, Last: run.last})
		}
	}
	return runs
}

// consult lets the tagger's opinion stand in for the marks that a text has
// lost.
func (a *article) consult(restored []tagger.Restored) {
	a.restored = restored
	if a.marked {
		return
	}
	for i := 1; i < len(a.tokens); i++ {
		a.starts[i] = restored[i-1].EndChance > 0.5 && abbreviationOf(a.fold(i-1)) == abbreviationNone
	}
	a.sentences = splitWords(a.tokens, a.isSentenceStart)
	a.named = a.vote()
}

// A word that the tagger would write with a capital in at least this share of
// its places in an article is a name in all of them.
const nameShare = 0.4

// vote returns the words that the tagger would mostly write with a capital. In
// one place it may fail to see a name that the rest of the article makes plain.
func (a *article) vote() map[string]bool {
	type poll struct {
		chance float32
		places int
	}
	polls := make(map[string]poll)
	for i, t := range a.tokens {
		if a.starts[i] || t.shape == shapeNumber || lexicon.ClassOf(t.fold) != 0 || lexicon.RoleOf(t.fold) != lexicon.NoRole {
			continue
		}
		p := polls[t.fold]
		p.places++
		if r := a.restored[i]; r.Case == tagger.CaseLower {
			p.chance += 1 - r.CaseChance
		} else {
			p.chance += r.CaseChance
		}
		polls[t.fold] = p
	}
	named := make(map[string]bool)
	for word, p := range polls {
		if p.places > 1 && p.chance >= nameShare*float32(p.places) {
			named[word] = true
		}
	}
	return named
}

// attributionOf gives what the tagger found its mode.
func attributionOf(a *article, found tagger.Attribution) attribution {
	x := attribution{
		cue: rangesOf(found.Cue), content: rangesOf(found.Content), verbatim: rangesOf(found.Verbatim),
		confidence: found.Confidence,
	}
	if !found.Source.Empty() {
		x.source = words{found.Source.First, found.Source.Last}
	}
	x.mode = a.modeOf(a.actOf(x.cue), x.source)
	return x
}

// withoutAside leaves out the contents that reach into furniture.
func (a *article) withoutAside(content []words) []words {
	return slices.DeleteFunc(content, a.standsAside)
}

func rangesOf(spans []tagger.Span) []words {
	var ranges []words
	for _, s := range spans {
		ranges = append(ranges, words{s.First, s.Last})
	}
	return ranges
}

// actOf returns what the words of a cue say was done; speaking if they do not
// tell.
func (a *article) actOf(cue []words) lexicon.Act {
	for _, w := range cue {
		for i := w.first; i < w.last; i++ {
			if lexeme, ok := lexicon.LookupCue(a.fold(i)); ok {
				return lexeme.Act
			}
		}
	}
	return lexicon.Speaking
}

// modeOf tells speech from writing and thought by the act and by whether the
// source is a document.
func (a *article) modeOf(act lexicon.Act, source words) Mode {
	switch act {
	case lexicon.Thinking:
		return Thought
	case lexicon.Writing:
		return Writing
	}
	for i := source.first; i < source.last; i++ {
		if lexicon.IsDocument(a.fold(i)) {
			return Writing
		}
	}
	return Speech
}
