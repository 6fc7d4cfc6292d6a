package locate

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// placeOf says what an alignment found.
func (s *searcher) placeOf(steps []step) Place {
	r := reporter{searcher: s, steps: steps}
	r.report()
	place := Place{Pieces: r.pieces, Differences: r.differences, Agreement: agreementOf(steps)}
	place.Match = s.matchOf(steps, place.Differences)
	return place
}

// agreementOf returns the share of words that have a counterpart, of those of both
// sides that were to have one.
func agreementOf(steps []step) float64 {
	same, all := 0, 0
	for _, st := range steps {
		n := st.quote.Len() + st.text.Len()
		switch st.op {
		case opSame, opSpelled:
			same += n
			all += n
		case opReplaced, opInserted, opOmitted:
			all += n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}

// matchOf returns the match of an alignment with such differences.
func (s *searcher) matchOf(steps []step, differences []Difference) Match {
	match := Exact
	for _, d := range differences {
		switch {
		case d.Negation || d.Kind == Replaced || d.Kind == Inserted || d.Kind == Omitted:
			return Altered
		case d.Kind == Spelled:
			if match == Exact {
				match = Form
			}
		default:
			match = Edited
		}
	}
	if match != Exact {
		return match
	}
	first, last := bounds(steps)
	t, q := token.Range{First: first, Last: last}, token.Range{First: 0, Last: len(s.quote.words)}
	if s.text.in(t) != s.quote.in(q) || asks(s.text.gap(last)) != asks(s.quote.gap(q.Last)) {
		return Form
	}
	return Exact
}

// asks reports whether what follows words makes a question of them.
func asks(gap string) bool { return strings.HasPrefix(gap, "?") || strings.HasPrefix(gap, "!?") }

// spanOf returns the bytes of the text that steps cover.
func (s *searcher) spanOf(steps []step) token.Span {
	first, last := bounds(steps)
	return s.text.span(token.Range{First: first, Last: last})
}

// otherOccurrences returns the places besides best where the words stand in a row.
// None overlaps another.
func (s *searcher) otherOccurrences(best finding) []token.Span {
	var spans []token.Span
	bestFirst, bestLast := bounds(best.steps)
	part, free := s.quote.parts[0], 0
	s.occurrences(part, token.Range{First: 0, Last: len(s.text.words)}, func(first int) bool {
		last := first + part.Len()
		if first >= free && (last <= bestFirst || first >= bestLast) {
			spans = append(spans, s.text.span(token.Range{First: first, Last: last}))
			free = last
		}
		return true
	})
	return spans
}

// span returns the bytes of a range of words. That of an empty one is empty and
// stands after the word before it.
func (s *side) span(r token.Range) token.Span {
	switch {
	case !r.Empty():
		return token.Span{Start: s.words[r.First].start, End: s.words[r.Last-1].end()}
	case r.First > 0:
		return token.Span{Start: s.words[r.First-1].end(), End: s.words[r.First-1].end()}
	}
	return token.Span{}
}

// A reporter makes the pieces and differences of an alignment.
type reporter struct {
	*searcher
	steps       []step
	pieces      []token.Span
	differences []Difference
	open        []step // replaced, inserted and omitted words in a row
}

func (r *reporter) report() {
	r.negatedBefore()
	from := 0 // the first step of the piece
	for n, st := range r.steps {
		switch st.op {
		case opReplaced, opInserted, opOmitted:
			r.open = append(r.open, st)
			continue
		}
		r.close()
		switch st.op {
		case opElided, opInterrupted:
			r.piece(r.steps[from:n])
			from = n + 1
			r.apart(st)
		case opBracketed:
			r.add(r.difference(Bracketed, st.text, st.quote))
		case opSpelled, opSame:
			r.same(n)
		}
	}
	r.close()
	r.piece(r.steps[from:])
	r.negatedAfter()
	r.differences = r.withUnits(r.differences)
}

// piece adds the words of the text that steps cover.
func (r *reporter) piece(steps []step) {
	if len(steps) == 0 {
		return
	}
	if first, last := bounds(steps); first < last {
		r.pieces = append(r.pieces, r.text.span(token.Range{First: first, Last: last}))
	}
}

func (r *reporter) add(d Difference) { r.differences = append(r.differences, d) }

// difference returns one of a kind between two ranges.
func (r *reporter) difference(kind Kind, text, quote token.Range) Difference {
	return Difference{
		Kind: kind, Text: r.text.span(text), Quotation: r.quote.span(quote),
		Negation: kind != Spelled && kind != Interrupted && r.text.negations(text.First, text.Last) != r.quote.negations(quote.First, quote.Last),
	}
}

// negatedBefore adds the negation that stands in the text right before the first
// word, if it belongs to it: who quotes "support the plan" from "I do not support
// the plan" has left it out.
func (r *reporter) negatedBefore() {
	first, _ := bounds(r.steps)
	if first == 0 || !r.text.negates(first-1) || r.isParted(first) {
		return
	}
	if r.text.flat && r.text.fold(first-1) == "no" {
		return // it may have been a sentence: "no, we go"
	}
	from := first - 1
	if r.text.fold(from) == "t" {
		from--
	}
	d := r.difference(Omitted, token.Range{First: from, Last: first}, token.Range{})
	d.Negation = true
	r.add(d)
}

// negatedAfter is negatedBefore for the "not" right after the last word: "whether it
// was so or not". In flattened text it may begin what follows, unless the last word
// calls for it.
func (r *reporter) negatedAfter() {
	_, last := bounds(r.steps)
	if last == 0 || last == len(r.text.words) || r.isParted(last) {
		return
	}
	ending := r.text.fold(last - 1)
	switch w := r.text.fold(last); {
	case w == "t" && takesNot(ending):
	case w != "not":
		return
	case r.text.flat && !callsForNot(ending):
		return
	}
	n := len(r.quote.words)
	d := r.difference(Omitted, token.Range{First: last, Last: last + 1}, token.Range{First: n, Last: n})
	d.Negation = true
	r.add(d)
}

// callsForNot reports whether "not" after a folded word usually belongs to it: "is
// not", "or not", "certainly not".
func callsForNot(folded string) bool {
	switch folded {
	case "or", "maybe", "perhaps", "why":
		return true
	}
	return isClitic(folded) || lexicon.ClassOf(folded).Has(lexicon.Auxiliary) || strings.HasSuffix(folded, "ly")
}

// isParted reports whether marks part word i of the text from the one before it.
func (r *reporter) isParted(i int) bool {
	return r.text.border(i) != 0 || strings.ContainsAny(r.text.gap(i), ",;:–—")
}

// apart adds words of the text that stand between two pieces.
func (r *reporter) apart(st step) {
	if st.op == opInterrupted {
		r.add(r.difference(Interrupted, st.text, st.quote))
		return
	}
	d := r.difference(Elided, st.text, st.quote)
	d.Negation = d.Negation && st.text.Len() <= shortElision
	r.add(d)
}

// shortElision is how many words at most an ellipsis stands for that are part of the
// same clause: a negation among them is one of the words around.
const shortElision = 12

// same adds words that are the same if they are spelled otherwise.
func (r *reporter) same(n int) {
	st := r.steps[n]
	r.signs(st)
	if n > 0 && r.steps[n-1].op == opSame && st.op == opSame {
		r.joints(r.steps[n-1], st)
	}
	switch pair := st.text.Len() == 1 && st.quote.Len() == 1; {
	case pair && st.op == opSpelled:
		r.contracted(n)
	case st.op == opSpelled || r.text.fold(st.text.First) != r.quote.fold(st.quote.First):
		r.add(r.difference(Spelled, st.text, st.quote))
	}
}

// contracted adds a word that one side has contracted, with the word before it that
// it is contracted with: "don't" and "do not", "it's" and "it is".
func (r *reporter) contracted(n int) {
	d := r.difference(Spelled, r.steps[n].text, r.steps[n].quote)
	if n > 0 && (isClitic(r.text.fold(r.steps[n].text.First)) || isClitic(r.quote.fold(r.steps[n].quote.First))) {
		before := r.steps[n-1]
		last := len(r.differences) - 1
		switch {
		case before.op == opSpelled && last >= 0 && r.differences[last].Kind == Spelled:
			r.differences[last].Text.End, r.differences[last].Quotation.End = d.Text.End, d.Quotation.End
			return
		case before.op == opSame:
			d.Text.Start, d.Quotation.Start = r.text.span(before.text).Start, r.quote.span(before.quote).Start
		}
	}
	r.add(d)
}

// close adds the words that differ in a row as one difference.
func (r *reporter) close() {
	if len(r.open) == 0 {
		return
	}
	steps := r.open
	r.open = r.open[:0]
	last := steps[len(steps)-1]
	text := token.Range{First: steps[0].text.First, Last: last.text.Last}
	quote := token.Range{First: steps[0].quote.First, Last: last.quote.Last}
	kind := Replaced
	switch {
	case text.Empty():
		kind = Inserted
		if sign, ok := r.ampersand(&r.text.side, text.First, &r.quote.side, quote); ok {
			r.add(Difference{Kind: Spelled, Text: sign, Quotation: r.quote.span(quote)})
			return
		}
		if r.text.flat && quote.Len() == 1 && quote.First > 0 && isUnit(r.quote.fold(quote.First), r.quote.fold(quote.First-1)) {
			r.add(Difference{Kind: Spelled, Text: r.text.span(text), Quotation: r.quote.span(quote), Number: true}) // the sign is lost
			return
		}
	case quote.Empty():
		kind = Omitted
		if text.Len() == 1 && r.text.fold(text.First) == "sic" {
			return
		}
		if sign, ok := r.ampersand(&r.quote.side, quote.First, &r.text.side, text); ok {
			r.add(Difference{Kind: Spelled, Text: r.text.span(text), Quotation: sign})
			return
		}
	}
	d := r.difference(kind, text, quote)
	for _, st := range steps {
		d.Negation = d.Negation || st.op == opReplaced && opposite(r.text.fold(st.text.First), r.quote.fold(st.quote.First))
	}
	d.Number = r.text.hasNumber(text) || r.quote.hasNumber(quote)
	d.Name = r.text.hasName(text) || r.quote.hasName(quote)
	r.add(d)
}

// ampersand reports whether word in of other is "and" where one has "&", and returns
// the bytes of that.
func (r *reporter) ampersand(one *side, at int, other *side, in token.Range) (token.Span, bool) {
	if in.Len() != 1 || other.fold(in.First) != "and" {
		return token.Span{}, false
	}
	k := strings.IndexByte(one.gap(at), '&')
	if k < 0 {
		return token.Span{}, false
	}
	if at > 0 {
		k += one.words[at-1].end()
	}
	return token.Span{Start: k, End: k + 1}, true
}
