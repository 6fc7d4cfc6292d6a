package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A flatExamination tells whose the labels of a flattened transcript are that are
// signs for a name: the letters of questions and answers, and initials.
type flatExamination struct {
	*ruleReader
	at            int                    // the next token to read
	asks, answers token.Range            // the names; empty where nothing tells them
	full          map[string]token.Range // the names in full, by surname and initials
}

// voiceOf returns the words that name the speaker of a label.
func (e *flatExamination) voiceOf(labels []flatLabel, n int) token.Range {
	l := labels[n]
	switch l.voice {
	case "q":
		e.readUntil(l.name.First)
		return e.asks
	case "a":
		return e.answers
	}
	short := e.Fold(l.name.Last - 1)
	if l.name.Len() == 1 && !isFlatVoice(short) || l.name.Len() == 2 && lexicon.IsAddress(e.Fold(l.name.First)) {
		if e.full == nil {
			e.findFull(labels)
		}
		if full, ok := e.full[short]; ok {
			return full
		}
	}
	return l.name
}

// findFull notes the surnames and initials of the names that the text gives in
// full, first of those in labels.
func (e *flatExamination) findFull(labels []flatLabel) {
	e.full = make(map[string]token.Range)
	for _, l := range labels {
		if w := l.name; w.Len() > 1 && !lexicon.IsTitle(e.Fold(w.Last-2)) && e.Fold(w.First) != "the" {
			e.noteFull(w)
		}
	}
	for i := 1; i < len(e.Tokens); i++ {
		if lexicon.IsGivenName(e.Fold(i-1)) && e.surnames[e.Fold(i)] {
			e.noteFull(token.Range{First: i - 1, Last: i + 1})
		}
	}
}

func (e *flatExamination) noteFull(w token.Range) {
	given, surname := e.Fold(w.Last-2), e.Fold(w.Last-1)
	for _, short := range [...]string{surname, given[:1] + surname[:1]} {
		if _, known := e.full[short]; !known {
			e.full[short] = w
		}
	}
}

// readUntil reads the words before token end: "deposition of jane roe", "interview
// of jane roe by mr doe", "by ms poe" right before a question.
func (e *flatExamination) readUntil(end int) {
	for ; e.at < end; e.at++ {
		switch e.Fold(e.at) {
		case "deposition", "testimony", "examination", "interview":
			e.read(e.at+1, end)
		}
	}
	if by := e.beforeExaminer(end); by < end {
		e.asks = token.Range{First: by + 1, Last: end}
	}
}

func (e *flatExamination) read(i, end int) {
	for range 2 {
		_, last := e.labelEnds(i + 1)
		if i+1 >= end || last <= i+1 || last > end {
			return
		}
		switch w := (token.Range{First: i + 1, Last: last}); e.Fold(i) {
		case "of", "with":
			e.answers = w
		case "by":
			e.asks = w
		default:
			return
		}
		i = last
	}
}

// beforeExaminer returns the token at which "by mr roe" begins right before token
// end, or end.
func (r *ruleReader) beforeExaminer(end int) int {
	for i := end - 2; i > 0 && i >= end-maxFlatName; i-- {
		if r.Fold(i) == "by" && lexicon.IsAddress(r.Fold(i+1)) {
			if _, last := r.labelEnds(i + 1); last == end {
				return i
			}
		}
	}
	return end
}
