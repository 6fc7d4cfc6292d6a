package article

import (
	"strings"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// ContentSpan returns the bytes of a part of a content. One that holds a quotation
// and more holds the marks of the quotation too, also at its edges: “rigged” and
// worse. A bracket that is opened or closed within it has its partner: [W]e went
// (in the end).
func (a *Article) ContentSpan(w token.Range) token.Span {
	span := a.withBrackets(w.Span(a.Tokens))
	if run := a.RunOf[w.Last-1]; run > 0 && a.Runs[run-1].Last == w.Last && a.Runs[run-1].First > w.First && !a.Runs[run-1].open {
		span.End = a.afterMark(span.End)
	}
	if run := a.RunOf[w.First]; run > 0 && a.Runs[run-1].First == w.First && a.Runs[run-1].Last < w.Last {
		span.Start = a.beforeMark(span.Start)
	}
	return span
}

// withBrackets widens a span by the bracket right before or after it whose partner
// it holds.
func (a *Article) withBrackets(span token.Span) token.Span {
	closed, open := 0, 0 // brackets without a partner within
	for i := span.Start; i < span.End; i++ {
		switch a.Text[i] {
		case '(', '[':
			open++
		case ')', ']':
			if open > 0 {
				open--
			} else {
				closed++
			}
		}
	}
	if closed > 0 && span.Start > 0 && strings.IndexByte("([", a.Text[span.Start-1]) >= 0 {
		span.Start--
	}
	if open > 0 {
		for i := span.End; i < len(a.Text) && strings.IndexByte(".?!)]", a.Text[i]) >= 0; i++ {
			if a.Text[i] == ')' || a.Text[i] == ']' {
				span.End = i + 1
				break
			}
		}
	}
	return span
}

// quotationMarks are those that can bound a quotation.
const quotationMarks = "\"'`“”‘’«»‹›„‚"

// afterMark returns the byte after the closing mark that follows byte at, with
// at most the marks that end a sentence and the space of marks set off between,
// or at.
func (a *Article) afterMark(at int) int {
	for i, r := range a.Text[at:] {
		if strings.ContainsRune(quotationMarks, r) {
			end := at + i + utf8.RuneLen(r)
			if r == '\'' && strings.HasPrefix(a.Text[end:], "'") {
				end++ // two for one
			}
			return end
		}
		if !strings.ContainsRune(" .,!?…", r) {
			break
		}
	}
	return at
}

// beforeMark returns the first byte of the opening mark before byte at, or
// at.
func (a *Article) beforeMark(at int) int {
	before := strings.TrimRight(a.Text[:at], " ")
	if r, size := utf8.DecodeLastRuneInString(before); size > 0 && strings.ContainsRune(quotationMarks, r) {
		if r == '`' || r == '\'' {
			before = strings.TrimSuffix(before, string(r)) // two for one
			if strings.HasSuffix(before, string(r)) {
				return len(before) - size
			}
			return len(before)
		}
		return len(before) - size
	}
	return at
}
