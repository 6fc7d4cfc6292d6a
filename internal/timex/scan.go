package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// A scanner finds the time expressions of one text.
type scanner struct {
	tokens    []token.Token
	addresses []token.Span // those that may still overlap an expression
	words     []lexeme
	start     int // where the expression being read begins
	found     []Expression
}

// Scan finds the time expressions of a text, in order and not overlapping,
// without resolving any. addresses are those of the text, in order; what shares
// a byte with one is a part of it and no time.
func Scan(tokens []token.Token, addresses []token.Span) []Expression {
	p := &scanner{tokens: tokens, addresses: addresses, words: readWords(tokens)}
	for i := 0; i < len(tokens); {
		p.start = i
		if !p.opens(i) {
			i++
			continue
		}
		e, ok := p.phrase(i)
		if !ok || e.Last <= i {
			i++
			continue
		}
		p.keep(e)
		i = e.Last
	}
	p.markStamps()
	return p.found
}

// keep stores the expression that began at the present start, unless it is part
// of an address.
func (p *scanner) keep(e Expression) {
	e.First = p.start
	e.Span = token.Span{Start: p.tokens[e.First].Start, End: p.tokens[e.Last-1].End}
	if p.inAddress(e.Span) {
		return
	}
	e.cue = p.directionOf(&e)
	e.reported = e.means == meansWeekday && p.isReported(&e)
	e.modifier = p.modifierOf(&e)
	p.linkLast(&e)
	p.makeRoom(e.First)
	p.found = append(p.found, e)
}

// makeRoom gets the memory for one more expression, which begins at token i. A
// slice that grows by itself is copied over and over, which texts that are
// nothing but times pay with five times what they need; so it is made as long as
// the text so far lets expect. A dense head may ask for no more than some times
// what it has, as the rest of the text need not be like it.
func (p *scanner) makeRoom(i int) {
	n := len(p.found)
	if n < cap(p.found) {
		return
	}
	expected := max(int(float64(n+1)/float64(i+1)*float64(len(p.tokens)))+8, n+n/2)
	if expected > 16*(n+1) {
		expected = 8 * (n + 1)
	}
	p.found = append(make([]Expression, 0, min(expected, n+len(p.tokens)-i)), p.found...)
}

// inAddress reports whether a piece of the text shares a byte with an address.
// The pieces come in order.
func (p *scanner) inAddress(piece token.Span) bool {
	for len(p.addresses) > 0 && p.addresses[0].End <= piece.Start {
		p.addresses = p.addresses[1:]
	}
	return len(p.addresses) > 0 && p.addresses[0].Overlaps(piece)
}

// at reads the word at token i, or nothing if a wall or the end is before it.
func (p *scanner) at(i int) lexeme {
	if i < 0 || i >= len(p.words) || i > p.start && p.words[i].has(bitWall) {
		return lexeme{}
	}
	return p.words[i]
}

// text is like at and gives the word itself.
func (p *scanner) text(i int) string {
	if i < 0 || i >= len(p.words) || i > p.start && p.words[i].has(bitWall) {
		return ""
	}
	return p.tokens[i].Fold
}

// before gives the word n tokens before the expression that begins at i, or ""
// across a wall.
func (p *scanner) before(i, n int) string {
	for k := range n {
		if i-k < 1 || i-k >= len(p.words) || p.words[i-k].has(bitWall) {
			return ""
		}
	}
	return p.tokens[i-n].Fold
}

// beforeWord gives the reading of the word before token i.
func (p *scanner) beforeWord(i int) lexeme {
	if i < 1 || i >= len(p.words) || p.words[i].has(bitWall) {
		return lexeme{}
	}
	return p.words[i-1]
}

// is reports whether the word at token i is one of those given.
func (p *scanner) is(i int, words ...string) bool { return oneOf(p.text(i), words...) }

// isBefore reports whether the word before token i is one of those given.
func (p *scanner) isBefore(i int, words ...string) bool { return oneOf(p.before(i, 1), words...) }

func oneOf(word string, words ...string) bool {
	if word == "" {
		return false
	}
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// gapAt gives what stood before token i.
func (p *scanner) gapAt(i int) token.Gap {
	if i < len(p.tokens) {
		return p.tokens[i].Gap
	}
	return token.GapSpace
}

// lastFound gives the expression found last if it ends before token i, or nil.
func (p *scanner) lastFound(i int) *Expression {
	if n := len(p.found); n > 0 && p.found[n-1].Last == i {
		return &p.found[n-1]
	}
	return nil
}

// opens reports whether the word at token i can begin an expression. It turns
// nearly all words away at the price of looking at one or two.
func (p *scanner) opens(i int) bool {
	switch p.words[i].class {
	case wordNone, wordLetter, wordZone, wordStamp, wordPeriod, wordAhead:
		return false
	case wordThe, wordThis, wordThat, wordLast, wordNext, wordSame, wordPrevious, wordFollowing, wordComing, wordEarly, wordThese:
		return p.at(i+1).class != wordNone
	case wordArticle:
		c := p.at(i + 1).class
		return c == wordUnit || c == wordQuantity || c == wordNumber || c == wordHalf || c == wordScale
	case wordYet:
		return p.is(i, "right", "semi", "bi")
	case wordHedge:
		return p.hedge(i) > 0
	case wordEdge:
		return p.is(i+1, "of")
	case wordFeast:
		return p.isFeast(i)
	case wordUnit:
		return p.words[i].has(bitPlural) || p.is(i+1, "end", "s", "earlier", "ago", "long") || p.is(i, "quarter") && p.is(i+1, "past", "to", "after")
	}
	return true
}

// phrase reads the longest time expression that begins at token i.
func (p *scanner) phrase(i int) (Expression, bool) {
	if p.isShowTitle(i) {
		return Expression{}, false
	}
	switch p.at(i).class {
	case wordWeekday:
		if p.isPartOfName(i) {
			return Expression{}, false
		}
		return longest(i, p.moment, p.weekdays)
	case wordMonth, wordNoon, wordMeridiem, wordFeast, wordDay, wordCirca:
		if e, ok := p.septemberEleven(i); ok {
			return e, true
		}
		return p.moment(i)
	case wordDigits:
		if p.words[i].value == 9 && p.at(i+1).value == 11 {
			if e, ok := p.nineEleven(i); ok {
				return e, true
			}
		}
		if e, ok := p.sevenSeven(i); ok {
			return e, true
		}
		if e, ok := p.orHourOfDay(i, p.moment, p.amount, p.numbered, p.repeated); ok {
			return e, true
		}
		if e, ok := p.nextDay(i); ok {
			return e, true
		}
		return p.dayRange(i)
	case wordOrdinal:
		if e, ok := longest(i, p.moment, p.numbered, p.repeated); ok {
			return e, true
		}
		return p.dayRange(i)
	case wordNumber:
		return p.orHourOfDay(i, p.amount, p.moment, p.repeated, p.numbered)
	case wordScale, wordQuantity, wordHedge:
		return p.amount(i)
	case wordUnit, wordYet:
		if p.is(i, "quarter") {
			return longest(i, p.bareUnit, p.moment)
		}
		return longest(i, p.bareUnit, p.splitFrequency)
	case wordHalf:
		return longest(i, p.amount, p.moment, p.numbered, p.splitFrequency)
	case wordArticle:
		if p.is(i+1, "quarter") {
			return longest(i, p.amount, p.repeated, p.moment)
		}
		return longest(i, p.amount, p.repeated)
	case wordThis, wordThat, wordLast, wordPast, wordNext, wordComing, wordPrevious, wordFollowing, wordSame, wordCurrent,
		wordLatest, wordRecent, wordThese:
		return longest(i, p.relative, p.moment, p.numbered)
	case wordThe:
		return p.determined(i)
	case wordEarly:
		return p.partly(i)
	case wordEarlier:
		return p.within(i)
	case wordEdge:
		return p.edge(i)
	case wordSeason, wordPart, wordFiscal:
		return longest(i, p.moment, p.numbered)
	case wordDecade:
		return p.decade(i)
	case wordEvery, wordFrequency, wordTimes:
		return p.repeated(i)
	case wordShort:
		return p.shortPeriod(i)
	case wordVague:
		return p.vague(i)
	}
	return Expression{}, false
}

// A reading reads the expression that begins at a token.
type reading func(int) (Expression, bool)

// longest takes the reading that covers most tokens, the earlier one if equal.
func longest(i int, readings ...reading) (best Expression, ok bool) {
	for _, read := range readings {
		if e, found := read(i); found && e.Last > best.Last {
			best, ok = e, true
		}
	}
	return best, ok
}

// determined reads an expression after "the".
func (p *scanner) determined(i int) (Expression, bool) {
	switch p.at(i + 1).class {
	case wordNone, wordThe, wordThis, wordArticle, wordThese:
		return Expression{}, false
	case wordEarly:
		return p.partly(i + 1)
	case wordEdge:
		return p.edge(i + 1)
	case wordDecade:
		return p.decade(i + 1)
	case wordLast, wordPast, wordNext, wordComing, wordPrevious, wordFollowing, wordSame, wordCurrent, wordLatest:
		return longest(i+1, p.relative, p.numbered)
	case wordFiscal:
		if p.is(i+2, "year") && !p.yearAt(i+3) {
			return shifts(shift{from: fromPublished, unit: unitYear, steps: true, definite: true}, i+3), true
		}
		return longest(i+1, p.numbered, p.moment)
	case wordDigits, wordHalf:
		return longest(i+1, p.numbered, p.dayOfMonth, p.seasonOf)
	case wordOrdinal:
		return longest(i+1, p.numbered, p.dayOfMonth, p.seasonOf, p.dayRange)
	case wordNumber:
		return longest(i+1, p.numberedLength, p.numbered, p.dayOfMonth, p.dayRange)
	case wordUnit:
		return p.definiteUnit(i + 1)
	case wordSeason:
		return p.seasonOf(i + 1)
	case wordPart:
		return p.partOf(i + 1)
	case wordFeast:
		return p.feast(i + 1)
	case wordMonth:
		if p.is(i+2, "bank") {
			return p.feast(i + 1)
		}
	}
	return p.theFuture(i + 1)
}
