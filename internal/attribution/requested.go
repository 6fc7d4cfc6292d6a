package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// requestedConfidence is that of what somebody asks of others where the tagger has passed
// it over.
const requestedConfidence = 0.45

// readRequested adds what somebody asks of others by a verb of asking with whom it asks for
// its object, where the tagger has found nothing: "Roe begged the driver to stop", "The
// hospital appealed to patients to stay away", "Officers appealed for witnesses".
func (r *ruleReader) readRequested() {
	var used []bool
	for verb := 1; verb+2 < len(r.Tokens); verb++ {
		if !isRequesting(r.Fold(verb)) || r.RunOf[verb] > 0 || r.BreaksPhrase(verb+1) || r.IsAside(verb) || r.Headline.Contains(verb) {
			continue
		}
		x, ok := r.requestAt(verb)
		if !ok {
			continue
		}
		if used == nil {
			used = r.usedWords()
		}
		first, last := min(x.Source.First, x.Cue[0].First), x.End()
		if slices.Contains(used[first:last], true) {
			continue
		}
		r.takeRuns(&x, x.Content[0])
		r.found = append(r.found, x)
	}
}

// isRequesting reports whether a verb in the past has for its object, or behind a
// preposition, whom somebody asks to do something.
func isRequesting(word string) bool {
	switch word {
	case "begged", "urged", "implored", "appealed", "pleaded", "advised", "ordered", "called":
		return true
	}
	return false
}

// requestAt reads the request whose verb stands at a token.
func (r *ruleReader) requestAt(verb int) (Attribution, bool) {
	sentence := r.Sentences[r.SentenceOf(verb)]
	group := groupStart(r.Article, verb)
	source := subjectBefore(r.Article, group)
	if isBe(r.Article, verb-1) || source.Empty() || source.First != sentence.First || !r.canReport(source) {
		return Attribution{}, false
	}
	first := verb + 1
	switch word := r.Fold(verb); r.Fold(first) {
	case "to", "with":
		if word != "appealed" && word != "pleaded" {
			return Attribution{}, false
		}
		first++
	case "on":
		if word != "called" {
			return Attribution{}, false
		}
		first++
	case "for":
		if word != "appealed" {
			return Attribution{}, false
		}
		return r.request(source, group, first+1, first+1, sentence)
	default:
		if word == "appealed" || word == "pleaded" || word == "called" {
			return Attribution{}, false
		}
	}
	told := r.NounPhraseAfter(first, token.Range{First: first, Last: min(sentence.Last, first+article.MaxSource)})
	to := told.Last
	if r.Fold(to) == "not" {
		to++
	}
	if told.Empty() || to+1 >= sentence.Last || r.Fold(to) != "to" || lexicon.ClassOf(r.Fold(to+1)) != 0 {
		return Attribution{}, false
	}
	return r.request(source, group, first, told.Last, sentence)
}

// request returns what source asks for from token content on, with a cue from token group up
// to token last.
func (r *ruleReader) request(source token.Range, group, last, content int, sentence token.Range) (Attribution, bool) {
	w := token.Range{First: content, Last: content}
	for w.Last < sentence.Last && w.Len() < maxFlatContent && (w.Empty() || !r.Marked || !r.BreaksPhrase(w.Last) || r.Gap(w.Last).BareBut(token.GapHyphen)) {
		w.Last++
	}
	if w.Len() < 2 {
		return Attribution{}, false
	}
	x := Attribution{Source: source, Cue: []token.Range{{First: group, Last: last}}, Content: []token.Range{w}, Mode: Speech, Confidence: requestedConfidence}
	if last < content {
		x.Addressed = token.Range{First: last, Last: content}
	}
	return x, true
}
