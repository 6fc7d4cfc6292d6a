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
// rules alone where light is set. urls are its addresses.
func readAttributions(a *article, urls []URL, light bool) []attribution {
	if light || model() == nil {
		return readByRules(a)
	}
	return readByTagger(a, urls, model())
}

// readByTagger has the tagger read the article. Where marks remain they decide
// which words are verbatim, and the labels of a transcript or a list of
// reactions decide who speaks.
func readByTagger(a *article, urls []URL, m *tagger.Model) []attribution {
	reading := m.Read(a.taggerWords(), a.taggerQuotes())
	a.consult(reading.Restored)
	r := &ruleReader{article: a, taken: make([]bool, len(a.runs))}
	if a.marked {
		r.readLabels()
	}
	var bare []attribution // cues without content
	for _, found := range reading.Attributions {
		x := attributionOf(a, found)
		if len(x.content) == 0 && len(x.cue) > 0 {
			bare = append(bare, x)
		}
		x.content = a.withoutAside(x.content)
		if len(x.content) > 0 && !r.claims(x) && !a.saysNothing(x) {
			r.found = append(r.found, x)
		}
	}
	if a.marked {
		r.readMissedRuns()
	} else {
		r.repair(bare)
		r.readPosts(urls)
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
	starting := make(map[string]bool)
	for i, t := range a.tokens {
		if a.starts[i] {
			starting[t.fold] = true
		}
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
	for i := 1; i < len(a.tokens); i++ {
		if abbreviationOf(a.fold(i-1)) == abbreviationBefore && isTitleWord(a.fold(i-1)) && lexicon.ClassOf(a.fold(i)) == 0 {
			named[a.fold(i)] = true // "ms okonjo"
		}
	}
	for word, p := range polls {
		if (p.places > 1 || starting[word] && p.chance > 0.8) && p.chance >= nameShare*float32(p.places) {
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
		x.source = a.sourceWithin(words{found.Source.First, found.Source.Last}, x)
	}
	x.mode = a.modeOf(a.actOf(x.cue), x.source)
	return x
}

// withoutAside leaves out the contents that reach into furniture.
func (a *article) withoutAside(content []words) []words {
	return slices.DeleteFunc(content, a.standsAside)
}

// sourceWithin cuts a source at the ends of sentences and keeps the part that
// stands with the cue. A number before it, such as the clock time of an entry,
// is no part of it.
func (a *article) sourceWithin(source words, x attribution) words {
	before := len(x.cue) > 0 && x.cue[0].first < source.first
	for i := source.first + 1; i < source.last; i++ {
		if !a.starts[i] {
			continue
		}
		if before {
			source.last = i
			break
		}
		source.first = i
	}
	for source.len() > 1 && a.tokens[source.first].shape == shapeNumber && a.starts[source.first] {
		source.first++
	}
	return source
}

// doubtful is the confidence below which words that nobody is named for, that
// no cue announces and no marks bound, are not taken for a message.
const doubtful = 0.3

// saysNothing reports whether an attribution is none that a reader would call
// a message: a refusal "to comment", or words with nothing to show for them.
func (a *article) saysNothing(x attribution) bool {
	if len(x.cue) == 0 && x.source.empty() && x.confidence < doubtful && !a.marked {
		return true
	}
	for _, w := range x.content {
		for i := w.first; i < w.last; i++ {
			if word := a.fold(i); word != "to" && word != "comment" && word != "further" {
				return false
			}
		}
	}
	return true
}

// readMissedRuns gives the quoted runs that the tagger has passed over to the
// cue clauses beside them: where marks stand, a word or two can be a quotation.
func (r *ruleReader) readMissedRuns() {
	used := make([]bool, len(r.tokens))
	for _, x := range r.found {
		set(used, x.content)
		set(used, x.cue)
	}
	for i, run := range r.runOf {
		if used[i] && run > 0 {
			r.taken[run-1] = true
		}
	}
	for n, sentence := range r.sentences {
		if r.isClaimed(sentence) || r.standsAside(sentence) || !r.touchesFreeRun(sentence) {
			continue
		}
		for _, clause := range r.clausesOf(sentence) {
			if clause.lexeme.Frame == lexicon.Object || used[clause.cue.last-1] {
				continue
			}
			if !r.quotedBefore(clause, sentence, n) {
				r.quotedAfter(clause, sentence, n)
			}
		}
	}
}

// touchesFreeRun reports whether a run that belongs to no attribution stands in
// the sentence or at either end of it.
func (r *ruleReader) touchesFreeRun(sentence words) bool {
	for i := max(sentence.first-1, 0); i <= sentence.last && i < len(r.tokens); i++ {
		if run := r.runOf[i]; run > 0 && !r.taken[run-1] {
			return true
		}
	}
	return false
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
