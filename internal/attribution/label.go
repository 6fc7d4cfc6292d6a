package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
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

// maxLabel is how many words may name the speaker of a turn.
const maxLabel = 5

// readTurns reads a transcript, paragraphs that begin with a name and a colon.
// One such paragraph may be anything; two are a transcript.
func (r *ruleReader) readTurns() {
	var turns []Attribution
	for n, paragraph := range r.Paragraphs {
		label := r.labelOf(paragraph)
		if label.Empty() {
			continue
		}
		content := r.Paragraphs[n]
		content.First = label.Last
		if content.Empty() {
			continue
		}
		turns = append(turns, Attribution{Source: label, Content: []token.Range{content}, Verbatim: []token.Range{content}, Mode: Speech, Confidence: 0.85})
	}
	if len(turns) < 2 {
		return
	}
	for _, turn := range turns {
		r.takeRuns(&Attribution{}, turn.Content[0])
		r.claimed = append(r.claimed, token.Range{First: turn.Source.First, Last: turn.Content[0].Last})
	}
	r.found = append(r.found, turns...)
}

// labelOf returns the name that a colon follows at the head of a paragraph.
func (r *ruleReader) labelOf(paragraph token.Range) token.Range {
	for i := paragraph.First; i < min(paragraph.Last, paragraph.First+maxLabel); i++ {
		if i > paragraph.First && r.BreaksPhrase(i) && !(r.Gap(i).Has(token.GapComma) && r.Tokens[i-1].Shape == token.ShapeUpper) {
			return token.Range{} // but "JANE ROE, HOST:"
		}
		letter := len(r.Fold(i)) == 1 && r.Tokens[i].Shape == token.ShapeTitle // "Q:", "A:"
		if lexicon.IsFunctionWord(r.Fold(i)) && !letter || r.Cased && !r.IsNameWord(i) {
			return token.Range{}
		}
		if i+1 < paragraph.Last && r.Gap(i+1).Has(token.GapColon) && r.Gap(i+1).Has(token.GapSpace) {
			return token.Range{First: paragraph.First, Last: i + 1}
		}
	}
	return token.Range{}
}

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
