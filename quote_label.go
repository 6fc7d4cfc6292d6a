package verbatim

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// Some texts name the speaker beside the words instead of in a clause: a
// transcript before each turn, a list of reactions after each of them.

// readLabels reads both.
func (r *ruleReader) readLabels() {
	r.readTurns()
	r.readSigned()
	slices.SortFunc(r.claimed, func(a, b words) int { return cmp.Compare(a.first, b.first) })
}

// claims reports whether an attribution overlaps what labels have claimed.
func (r *ruleReader) claims(a attribution) bool {
	for _, content := range a.content {
		if r.isClaimed(content) {
			return true
		}
	}
	return false
}

// maxLabel is how many words may name the speaker of a turn.
const maxLabel = 5

// readTurns reads a transcript, paragraphs that begin with a name and a colon.
// One such paragraph may be anything; two are a transcript.
func (r *ruleReader) readTurns() {
	var turns []attribution
	for n, paragraph := range r.paragraphs {
		label := r.labelOf(paragraph)
		if label.empty() {
			continue
		}
		content := r.paragraphs[n]
		content.first = label.last
		if content.empty() {
			continue
		}
		turns = append(turns, attribution{source: label, content: []words{content}, verbatim: []words{content}, mode: Speech, confidence: 0.85})
	}
	if len(turns) < 2 {
		return
	}
	for _, turn := range turns {
		r.takeRuns(&attribution{}, turn.content[0])
		r.claimed = append(r.claimed, words{turn.source.first, turn.content[0].last})
	}
	r.found = append(r.found, turns...)
}

// labelOf returns the name that a colon follows at the head of a paragraph.
func (r *ruleReader) labelOf(paragraph words) words {
	for i := paragraph.first; i < min(paragraph.last, paragraph.first+maxLabel); i++ {
		if i > paragraph.first && r.breaksPhrase(i) && !(r.gap(i).has(gapComma) && r.tokens[i-1].shape == shapeUpper) {
			return words{} // but "JANE ROE, HOST:"
		}
		letter := len(r.fold(i)) == 1 && r.tokens[i].shape == shapeTitle // "Q:", "A:"
		if class := lexicon.ClassOf(r.fold(i)); class&^lexicon.Title != 0 && !letter || r.cased && !r.isNameWord(i) {
			return words{}
		}
		if i+1 < paragraph.last && r.gap(i+1).has(gapColon) && r.gap(i+1).has(gapSpace) {
			return words{paragraph.first, i + 1}
		}
	}
	return words{}
}

// readSigned attributes the runs that a dash and a name follow: “…” — Jane Roe.
// Runs before them in the same paragraph are the same speaker's.
func (r *ruleReader) readSigned() {
	for n, run := range r.runs {
		if r.taken[n] || run.last >= len(r.tokens) || !r.gap(run.last).has(gapDash) || run.len() < 3 {
			continue
		}
		source := r.signature(run.last)
		if source.empty() {
			continue
		}
		first := n
		for first > 0 && !r.taken[first-1] && !r.hasParagraphBetween(r.runs[first-1].first, run.first) {
			first--
		}
		signed := attribution{source: source, mode: Speech, confidence: 0.85}
		for k := first; k <= n; k++ {
			r.taken[k] = true
			signed.content = append(signed.content, r.runs[k].words)
		}
		signed.verbatim = signed.content
		r.claimed = append(r.claimed, words{r.runs[first].first, source.last})
		r.found = append(r.found, signed)
	}
}

// signature returns the name that stands by itself at token i.
func (r *ruleReader) signature(i int) words {
	source := words{i, i}
	limit := min(len(r.tokens), i+maxSource)
	for source.last < limit && r.canName(source.last) && (source.empty() || !r.breaksPhrase(source.last)) {
		source.last++
	}
	if !r.isSentenceStart(source.last) && !r.gap(source.last).has(gapComma|gapBracketOpen|gapLine) {
		return words{}
	}
	return source
}
