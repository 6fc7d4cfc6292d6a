package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxQuoted is how many words may stand from "quoted" to "as saying".
const maxQuoted = 14

// readQuoted reads who is quoted by somebody else, or heard: "Roe was quoted by the
// agency as saying that …", “…,” Roe was quoted as saying, "Roe can be heard saying
// …". What the tagger has found around these words has the subject for its source,
// and no other.
func (r *ruleReader) readQuoted() {
	var q quotedReader
	for i := 1; i+2 < len(r.Tokens); i++ {
		if !isQuotedVerb(r.Fold(i)) && !isHeardVerb(r.Fold(i)) || r.RunOf[i] > 0 || r.IsAside(i) {
			continue
		}
		if source, cue := r.quotedAt(i); !source.Empty() {
			if q.ruleReader == nil {
				q = r.newQuotedReader()
			}
			q.attribute(source, cue)
		}
	}
	if q.ruleReader == nil {
		return
	}
	r.leaveOut(q.replaced)
	r.found = append(r.found, q.added...)
}

// A quotedReader gives words to those who are quoted. What it finds is added at the
// end, so that each of them costs the same however many there are.
type quotedReader struct {
	*ruleReader
	contentOf, cueOf []int  // for each token 1 + the attribution of which it is content or cue, or 0
	used             []bool // for each token whether it is of any of these
	replaced         []bool // attributions that are others' now
	added            []Attribution
}

func (r *ruleReader) newQuotedReader() quotedReader {
	cues := r.indexed(func(x *Attribution) []token.Range { return x.Cue })
	return quotedReader{r, r.attributionsOf(), cues, r.usedWords(), make([]bool, len(r.found)), nil}
}

// quotedAt reads the passive whose participle is at token i: who is quoted, and the
// words up to "saying".
func (r *ruleReader) quotedAt(i int) (source, cue token.Range) {
	be := beBefore(r.Article, i)
	if be < 0 {
		return source, cue
	}
	for be > 1 && isBeforeBe(r.Fold(be-1)) {
		be--
	}
	reach := maxQuoted
	if isHeardVerb(r.Fold(i)) {
		reach = maxHeard
	}
	for k := i + 1; k < min(len(r.Tokens), i+reach) && !r.IsSentenceStart(k) && r.RunOf[k] == 0; k++ {
		if word := r.Fold(k); !isParticiple(word) || reach == maxQuoted && (word != "saying" && word != "telling" || r.Fold(k-1) != "as") {
			continue
		}
		source = r.NounPhraseBefore(be, clauseBefore(r.Article, be))
		return source, token.Range{First: be, Last: k + 1}
	}
	return source, cue
}

// maxHeard is how many words after "heard" the participle of saying may stand: "heard
// on tape saying".
const maxHeard = 5

func isQuotedVerb(word string) bool { return word == "quoted" || word == "cited" }

// isHeardVerb reports whether a participle tells that somebody was heard or seen to
// say something.
func isHeardVerb(word string) bool {
	switch word {
	case "heard", "overheard", "seen", "recorded", "filmed", "caught", "captured":
		return true
	}
	return false
}

// isBeforeBe reports whether a word stands before "be" or "been".
func isBeforeBe(word string) bool {
	switch word {
	case "has", "have", "had", "also", "can", "could":
		return true
	}
	return false
}

// attribute gives the words around a cue of this kind to whom it quotes.
func (q *quotedReader) attribute(source, cue token.Range) {
	beside := token.Range{First: min(source.First, cue.First), Last: cue.Last}
	var said, verbatim []token.Range
	take := func(n int) {
		if n < 0 || q.replaced[n] {
			return
		}
		q.replaced[n] = true
		said, verbatim = append(said, without(q.found[n].Content, beside)...), append(verbatim, without(q.found[n].Verbatim, beside)...)
	}
	for i := beside.First; i < beside.Last; i++ {
		if cue.Contains(i) {
			take(q.cueOf[i] - 1)
		}
		if n := q.contentOf[i] - 1; n >= 0 && len(q.found[n].Cue) == 0 {
			take(n)
		}
	}
	if len(said) == 0 {
		free := q.freeBeside(source, cue)
		if free.Len() < shortestReport {
			return
		}
		said = []token.Range{free}
	}
	slices.SortFunc(said, func(a, b token.Range) int { return a.First - b.First })
	token.Mark(q.used, said)
	q.added = append(q.added, Attribution{
		Source: source, Cue: []token.Range{cue}, Content: said, Verbatim: verbatim,
		Mode: modeOf(q.Article, lexicon.Speaking, source), Confidence: aroundConfidence,
	})
}

// freeBeside returns the words of the sentence behind a cue, or before its source where
// nothing but the occasion is told behind, if nobody says them yet.
func (q *quotedReader) freeBeside(source, cue token.Range) token.Range {
	free := token.Range{First: cue.Last, Last: cue.Last}
	for free.Last < len(q.Tokens) && free.Len() < maxFlatContent && !q.IsSentenceStart(free.Last) {
		free.Last++
	}
	if free.Empty() || q.opensOccasion(free.First) {
		sentence := q.Sentences[q.SentenceOf(source.First)]
		free = token.Range{First: max(sentence.First, source.First-maxFlatContent), Last: source.First}
		if q.Marked && !q.Gap(source.First).Has(token.GapComma) {
			return token.Range{}
		}
	}
	if free.Empty() || q.StandsAside(free) || slices.Contains(q.used[free.First:free.Last], true) {
		return token.Range{}
	}
	return free
}
