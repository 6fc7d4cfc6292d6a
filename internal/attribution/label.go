package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Some texts name the speaker beside the words instead of in a clause: a
// transcript before each turn, a list of reactions after each of them.

// readLabels reads both.
func (r *ruleReader) readLabels() {
	r.readTurns()
	r.readSigned()
	slices.SortFunc(r.claimed, func(a, b token.Range) int { return cmp.Compare(a.First, b.First) })
}

// claims reports whether an attribution overlaps what labels have claimed.
func (r *ruleReader) claims(a Attribution) bool {
	for _, content := range a.Content {
		if r.isClaimed(content) {
			return true
		}
	}
	return false
}

// readTurns attributes the turns of a transcript.
func (r *ruleReader) readTurns() {
	for _, turn := range r.Turns {
		x := Attribution{Source: turn.Label, Voice: turn.Voice, Content: turn.Words, Verbatim: turn.Words, Mode: Speech, Turn: true, Confidence: turnConfidence}
		for _, w := range turn.Words {
			r.takeRuns(&Attribution{}, w)
		}
		r.claimed = append(r.claimed, token.Range{First: turn.Label.First, Last: x.End()})
		r.found = append(r.found, x)
	}
}

// turnConfidence is that of a turn of a transcript.
const turnConfidence = 0.85

// readSigned attributes the runs that a dash and a name follow: “…” — Jane Roe.
// Runs before them in the same paragraph are the same speaker's.
func (r *ruleReader) readSigned() {
	for n, run := range r.Runs {
		if r.taken[n] || run.Last >= len(r.Tokens) || !r.Gap(run.Last).Has(token.GapDash) || run.Len() < 3 {
			continue
		}
		source := r.signature(run.Last)
		if source.Empty() {
			continue
		}
		first := n
		for first > 0 && !r.taken[first-1] && !r.hasParagraphBetween(r.Runs[first-1].First, run.First) {
			first--
		}
		signed := Attribution{Source: source, Mode: Speech, Confidence: 0.85}
		for k := first; k <= n; k++ {
			r.taken[k] = true
			signed.Content = append(signed.Content, r.Runs[k].Range)
		}
		signed.Verbatim = signed.Content
		r.claimed = append(r.claimed, token.Range{First: r.Runs[first].First, Last: source.Last})
		r.found = append(r.found, signed)
	}
}

// signature returns the name that stands by itself at token i.
func (r *ruleReader) signature(i int) token.Range {
	source := token.Range{First: i, Last: i}
	limit := min(len(r.Tokens), i+article.MaxSource)
	for source.Last < limit && r.CanName(source.Last) && (source.Empty() || !r.BreaksPhrase(source.Last)) {
		source.Last++
	}
	if !r.IsSentenceStart(source.Last) && !r.Gap(source.Last).Has(token.GapComma|token.GapBracketOpen|token.GapLine) {
		return token.Range{}
	}
	return source
}
