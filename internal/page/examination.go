package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// examinations tell whose the questions and answers of a transcript are that
// letters stand for: "DEPOSITION OF JANE ROE", "EXAMINATION BY MR. DOE:", and
// "BY MS. POE:" where another goes on.
type examinations struct {
	*finder
	at            int         // the next token to read
	asks, answers token.Range // the names; empty where nothing tells them
}

// readUntil reads the words before token end.
func (e *examinations) readUntil(end int) {
	for ; e.at < end; e.at++ {
		i := e.at
		switch e.fold(i) {
		case "deposition", "testimony", "examination", "interview", "questioning":
			e.read(i + 1)
		case "witness":
			if w := e.nameOf(i + 1); e.gap(i+1).Has(token.GapColon) && !w.Empty() {
				e.answers = w
			}
		case "by":
			if e.startsExamination(i) {
				e.asks = e.nameOf(i + 1)
			}
		}
	}
}

// read reads what follows the word for an examination: "of JANE ROE by MR. DOE".
func (e *examinations) read(i int) {
	for range 2 {
		switch e.fold(i) {
		case "of", "with":
			if w := e.nameOf(i + 1); !w.Empty() {
				e.answers, i = w, w.Last
			}
		case "by":
			if w := e.nameOf(i + 1); !w.Empty() {
				e.asks, i = w, w.Last
			}
		}
	}
}

// startsExamination reports whether token i begins a line "BY MR. DOE:".
func (f *finder) startsExamination(i int) bool {
	if f.fold(i) != "by" || i > 0 && !f.words.StartsParagraph(i) {
		return false
	}
	w := f.nameOf(i + 1)
	return !w.Empty() && f.gap(w.Last).Has(token.GapColon)
}

// nameOf returns the name with its titles that begins at token i.
func (f *finder) nameOf(i int) token.Range {
	w := token.Range{First: i, Last: i}
	for w.Last < len(f.tokens) && w.Len() < maxLabelName {
		t := f.tokens[w.Last]
		if w.Len() > 0 && (!t.Gap.BareBut(token.GapFullStop|token.GapHyphen|token.GapApostrophe) || t.Gap.Has(token.GapLine) ||
			t.Gap.Has(token.GapFullStop) && !f.isDotted(w.Last-1)) {
			break
		}
		if t.Shape == token.ShapeLower || t.Shape == token.ShapeNumber || lexicon.IsFunctionWord(t.Fold) || lexicon.IsMonth(t.Fold) {
			break
		}
		w.Last++
	}
	return w
}
