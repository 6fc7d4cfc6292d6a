package locate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/token"
)

// units are the words for the signs that stand beside a number.
var units = map[string][]string{
	"$": {"dollar", "dollars"}, "£": {"pound", "pounds"}, "€": {"euro", "euros"}, "¥": {"yen"}, "₹": {"rupee", "rupees"},
	"%": {"percent", "per cent"},
}

// isUnit reports whether a folded word is one for a sign that may stand beside the
// number before it: "dollars" after "million".
func isUnit(folded, before string) bool {
	if !isNumeric(before) && before != "one" {
		return false
	}
	for _, words := range units {
		if slices.Contains(words, folded) {
			return true
		}
	}
	return false
}

// signBefore returns the bytes of the sign that stands before the number of word i,
// empty if there is none.
func (s *side) signBefore(i int) token.Span {
	start := s.words[i].start
	r, size := utf8.DecodeLastRuneInString(s.text[:start])
	span := token.Span{Start: start - size, End: start}
	switch r {
	case '$', '£', '€', '¥', '₹':
		return span
	case '-', '−', '.':
		if before, n := utf8.DecodeLastRuneInString(s.text[:span.Start]); n == 0 || unicode.IsSpace(before) {
			return span
		}
	}
	return token.Span{Start: start, End: start}
}

// signAfter returns the bytes of the sign that stands after the number of word i.
func (s *side) signAfter(i int) token.Span {
	end := s.words[i].end()
	if strings.HasPrefix(s.text[end:], "%") {
		return token.Span{Start: end, End: end + 1}
	}
	return token.Span{Start: end, End: end}
}

// signs adds what differs in the signs beside a number that is the same. Flattened
// text has none, which tells nothing.
func (r *reporter) signs(st step) {
	first, last := r.text.fold(st.text.First), r.text.fold(st.text.Last-1)
	if isDigit(first[0]) || isDigit(r.quote.fold(st.quote.First)[0]) {
		r.sign(r.text.signBefore(st.text.First), r.quote.signBefore(st.quote.First))
	}
	if isDigit(last[len(last)-1]) || isDigit(r.quote.fold(st.quote.Last - 1)[0]) {
		r.sign(r.text.signAfter(st.text.Last-1), r.quote.signAfter(st.quote.Last-1))
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// sign adds the difference between two signs. A sign that is missing on one side is
// a matter of form, but for a minus and a point, which make another number.
func (r *reporter) sign(text, quote token.Span) {
	if text.In(r.text.text) == quote.In(r.quote.text) || text.Len() == 0 && r.text.flat || quote.Len() == 0 && r.quote.flat {
		return
	}
	d := Difference{Kind: Replaced, Text: text, Quotation: quote, Number: true}
	if text.Len() == 0 || quote.Len() == 0 {
		switch d.Text.In(r.text.text) + d.Quotation.In(r.quote.text) {
		case "-", "−", ".":
		default:
			d.Kind = Spelled
		}
	}
	r.add(d)
}

// withUnits makes one difference of spelling of a sign on one side and its word on
// the other: "$3 million" and "3 million dollars".
func (r *reporter) withUnits(differences []Difference) []Difference {
	kept := differences[:0]
	for n := 0; n < len(differences); n++ {
		d := differences[n]
		for k := n + 1; k < len(differences); k++ { // past a number that is spelled otherwise
			if both, ok := r.unit(d, differences[k]); ok {
				d, n = both, k
				break
			}
			if differences[k].Kind != Spelled {
				break
			}
		}
		kept = append(kept, d)
	}
	return kept
}

// unit returns the difference that two make, one a sign that a side has not and the
// other its word, which the other side has not.
func (r *reporter) unit(a, b Difference) (Difference, bool) {
	if b.Kind != Inserted && b.Kind != Omitted {
		a, b = b, a
	}
	if a.Kind != Spelled || !a.Number || b.Kind != Inserted && b.Kind != Omitted || !slices.Contains(units[r.sides(a)], strings.ToLower(r.sides(b))) {
		return a, false
	}
	return Difference{Kind: Spelled, Text: hull(a.Text, b.Text, r.text.text), Quotation: hull(a.Quotation, b.Quotation, r.quote.text)}, true
}

// hull returns the bytes of text from the first of two spans to the last, without
// space before them.
func hull(a, b token.Span, text string) token.Span {
	all := token.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
	all.Start = all.End - len(strings.TrimLeftFunc(all.In(text), unicode.IsSpace))
	return all
}

// sides returns the words that one side of a difference has and the other has not.
func (r *reporter) sides(d Difference) string {
	return d.Text.In(r.text.text) + d.Quotation.In(r.quote.text)
}

// joints adds two numbers that are the same on both sides but joined otherwise, if
// that makes other numbers of them: "3.5" and "3-5".
func (r *reporter) joints(a, b step) {
	if !isDigit(r.text.fold(a.text.First)[0]) || !isDigit(r.text.fold(b.text.First)[0]) {
		return
	}
	text, quote := joint(r.text.gap(b.text.First)), joint(r.quote.gap(b.quote.First))
	if text == 0 || quote == 0 || text == quote {
		return
	}
	d := r.difference(Replaced, token.Range{First: a.text.First, Last: b.text.Last}, token.Range{First: a.quote.First, Last: b.quote.Last})
	d.Number = true
	r.add(d)
}

// joint returns the mark by which two numbers are joined, one for all that mean the
// same, or 0.
func joint(gap string) rune {
	switch gap {
	case ".", "·", ":":
		return '.'
	case ",", "/":
		return rune(gap[0])
	case "-", "–", "—", "‐", "‑", "−":
		return '-'
	}
	return 0
}
