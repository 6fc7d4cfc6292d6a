package article

import (
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// ContentSpan returns the bytes of a part of a content. One that holds a quotation
// and more holds the marks of the quotation too, also at its edges: “rigged” and
// worse.
func (a *Article) ContentSpan(w token.Range) token.Span {
	span := w.Span(a.Tokens)
	if run := a.RunOf[w.Last-1]; run > 0 && a.Runs[run-1].Last == w.Last && a.Runs[run-1].First > w.First {
		span.End = a.afterMark(span.End)
	}
	if run := a.RunOf[w.First]; run > 0 && a.Runs[run-1].First == w.First && a.Runs[run-1].Last < w.Last {
		span.Start = a.beforeMark(span.Start)
	}
	return span
}

// quotationMarks are those that can bound a quotation.
const quotationMarks = "\"'`“”‘’«»‹›„‚"

// afterMark returns the byte after the closing mark that follows byte at, with
// at most the marks that end a sentence between, or at.
func (a *Article) afterMark(at int) int {
	for i, r := range a.Text[at:] {
		if strings.ContainsRune(quotationMarks, r) {
			return at + i + utf8.RuneLen(r)
		}
		if !strings.ContainsRune(".,!?…", r) {
			break
		}
	}
	return at
}

// beforeMark returns the first byte of the opening mark right before byte at, or
// at.
func (a *Article) beforeMark(at int) int {
	r, size := utf8.DecodeLastRuneInString(a.Text[:at])
	if size > 0 && strings.ContainsRune(quotationMarks, r) {
		return at - size
	}
	return at
}
