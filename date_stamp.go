package verbatim

import "time"

// headTokens is how far into a text a stamp without a word of its own may
// stand: headline, standfirst and byline come before it.
const headTokens = 90

// markStamps finds the expressions that are furniture of the article: those
// that "published" or "updated" introduces, and full dates at its head.
func (p *timeScanner) markStamps() {
	for n := range p.found {
		e := &p.found[n]
		if !e.fullDay() && !e.timeOnly() {
			continue
		}
		e.governed = p.governedBySentence(e)
		if role := p.roleBefore(e); role != roleNone {
			e.role = role
			continue
		}
		if e.fullDay() && p.bareStamp(n) {
			e.role = roleBare
		}
	}
}

// timeOnly reports whether the expression is a clock with a zone and no day, as
// in "14 November 2017, last updated at 10:12 GMT".
func (e *timeExpression) timeOnly() bool { return e.hasClock && e.zone.given && !e.hasDate() }

// roleBefore reads the words before a date: first published on, last modified
// on, posted, updated at. A verb or noun before them makes them prose.
func (p *timeScanner) roleBefore(e *timeExpression) stampRole {
	at := e.first - 1
	for at > 0 && e.first-at < 4 && oneOf(p.tokens[at].fold, "on", "at", "date", "time", "the", "gmt") {
		at--
	}
	if at < 0 || p.words[at].class != wordStamp {
		return roleNone
	}
	role := stampRole(p.words[at].value)
	before := ""
	if at > 0 && !p.tokens[at].gap.has(gapLine|gapParagraph|gapFullStop|gapQuestion|gapOther) {
		before = p.tokens[at-1].fold
	}
	if oneOf(before, "first", "last", "originally", "story", "article") {
		return role
	}
	if !e.hasClock && oneOf(p.tokens[at].fold, "issued", "created", "edited", "revised") {
		return roleNone
	}
	if e.hasClock && !oneOf(before, "was", "were", "been", "be", "had") {
		return role
	}
	// Without a clock only the head of the article tells a stamp from prose.
	if e.first < headTokens && p.endsClause(e) && !proseBeforeStamp(before) {
		return role
	}
	return roleNone
}

// proseBeforeStamp reports whether the word makes "published" a part of a sentence.
func proseBeforeStamp(word string) bool {
	return oneOf(word, "was", "were", "is", "are", "been", "be", "being", "report", "study", "book", "article", "statement", "letter",
		"figures", "data", "and", "had", "has", "have", "a", "the", "it", "he", "she", "they", "we", "research", "paper", "interview", "survey", "poll",
		"video", "photo", "results", "message", "tweet", "analysis", "review", "that", "who", "which", "story", "column", "opinion", "newly", "memo",
		"post", "photos", "images", "picture", "documents", "numbers", "statistics", "findings", "blog", "essay", "account")
}

// endsClause reports whether the words after a stamp do not go on with it.
func (p *timeScanner) endsClause(e *timeExpression) bool {
	if e.last >= len(p.tokens) || p.words[e.last].wall || p.tokens[e.last].gap.has(gapLine) {
		return true
	}
	return !oneOf(p.tokens[e.last].fold, "by", "in", "and", "that", "showed", "said", "says", "found", "which", "as", "to", "for", "of")
}

// governedBySentence reports whether a preposition or verb before an expression
// makes it part of a sentence.
func (p *timeScanner) governedBySentence(e *timeExpression) bool {
	return e.first > 0 && !p.tokens[e.first].gap.has(gapLine) && oneOf(p.tokens[e.first-1].fold, "on", "in", "by", "since", "from", "until", "of", "the", "before", "after", "to", "between", "and", "till",
		"through", "for", "that", "dated", "late", "early", "around", "about", "this", "was", "is", "at", "during", "a", "an", "as", "or", "due", "ended", "ending", "born", "when")
}

// bareStamp reports whether expression n is a stamp although no word says so:
// a full date at the head of the text, with a clock and a zone or on a line of
// its own, that no preposition ties to a sentence.
func (p *timeScanner) bareStamp(n int) bool {
	e := &p.found[n]
	if e.first > headTokens || e.part != partNone || e.unit != unitNone {
		return false
	}
	if e.governed {
		return e.hasClock && e.zone.given && e.first > 0 && p.tokens[e.first-1].fold == "at"
	}
	if e.hasClock && (e.zone.given || e.hasSecond) || e.first <= 2 || p.stampFollows(e.last) {
		return true
	}
	if e.first > headTokens/2 {
		return false
	}
	alone := p.tokens[e.first].gap.has(gapLine|gapStart|gapOther|gapDash) &&
		(e.last >= len(p.tokens) || p.tokens[e.last].gap.has(gapLine|gapOther|gapDash))
	if alone || e.hasClock && e.weekday != 0 {
		return true
	}
	flat := e.first == 0 || p.tokens[e.first].gap == gapSpace
	// "tuesday 14 november 2017" is a stamp of British outlets; the American
	// "tuesday nov 14 2017" is as often the end of a caption.
	return flat && e.weekday != 0 && e.spells > 0 && p.flatText()
}

// stampFollows reports whether the next words begin another stamp, or are the
// zone that some outlets print after the bare day.
func (p *timeScanner) stampFollows(i int) bool {
	if i+1 >= len(p.tokens) || p.tokens[i].gap.has(gapParagraph|gapFullStop) {
		return false
	}
	next := i
	if oneOf(p.tokens[i].fold, "last", "first", "story") {
		next++
	}
	return p.words[next].class == wordStamp && next+1 < len(p.tokens) &&
		(p.words[next+1].class != wordNone || oneOf(p.tokens[next+1].fold, "on", "at")) || oneOf(p.tokens[i].fold, "gmt", "utc")
}

// flatText reports whether the text shows no mark up to the end of its head.
func (p *timeScanner) flatText() bool {
	for i := range min(len(p.tokens), headTokens) {
		if p.tokens[i].gap&^(gapSpace|gapStart|gapLine|gapParagraph) != 0 {
			return false
		}
	}
	return true
}

// publication gives the stamps that say when the text was published and when it
// was last updated. Each is the zero Timestamp if the text does not say.
func publication(expressions []timeExpression) (published, updated Timestamp) {
	first, last, bare := -1, -1, -1
	for n := range expressions {
		switch e := &expressions[n]; {
		case e.role == rolePublished && first < 0 && e.fullDay():
			first = n
		case e.role == roleUpdated:
			last = n
		case e.role == roleBare && bare < 0:
			bare = n
		}
	}
	if first < 0 {
		first, bare = bare, -1
	}
	if last < 0 && bare >= 0 && bare < first {
		last = bare // the stamp above "first published on" is that of the last change
	}
	order := dayMonthOrder(expressions)
	if first >= 0 {
		published = stampOf(&expressions[first], order, published)
	}
	if last >= 0 && last != first {
		updated = stampOf(&expressions[last], order, published)
	}
	return published, updated
}

// reckonedFrom chooses the publication that relative expressions count from:
// the stamp of the text, then what the caller knows, then the stamp of the last
// update, then a full date at the head that may or may not be a stamp.
func reckonedFrom(expressions []timeExpression, known time.Time) time.Time {
	published, updated := publication(expressions)
	switch {
	case !published.From.IsZero():
		return published.local()
	case !known.IsZero():
		return known
	case !updated.From.IsZero():
		return updated.local()
	}
	for n := range expressions {
		e := &expressions[n]
		if e.first > headTokens/2 {
			break
		}
		if e.fullDay() && !e.governed {
			return stampOf(e, dayMonthOrder(expressions), Timestamp{}).local()
		}
	}
	return time.Time{}
}

// stampOf resolves one stamp. A clock without a day is one of the day of
// publication.
func stampOf(e *timeExpression, order numericOrder, published Timestamp) Timestamp {
	r := resolver{expressions: []timeExpression{*e}, order: order}
	if !published.From.IsZero() {
		r.published = civilDayAt(published.local())
	}
	stamp := r.resolve()[0]
	stamp.Anchor = Anchor{}
	return stamp
}

// resolveTimes resolves the expressions of a text in one pass. Each becomes the
// timestamp of the same index.
func resolveTimes(expressions []timeExpression, published time.Time, prefer Direction) []Timestamp {
	if len(expressions) == 0 {
		return nil
	}
	r := resolver{expressions: expressions, prefer: prefer, order: dayMonthOrder(expressions)}
	if !published.IsZero() {
		r.published = civilDayAt(published)
	}
	r.narrative = isNarrative(expressions, r.published)
	return r.resolve()
}

// A numericOrder says whether 5/11 is a day and month or a month and day.
type numericOrder uint8

const (
	orderUnknown numericOrder = iota
	orderMonthDay
	orderDayMonth
)

// dayMonthOrder learns from the dates of a text that can be read only one way
// which order its numbers follow: 14/11/17, "14 November" or a British zone
// speak for the day first.
func dayMonthOrder(expressions []timeExpression) numericOrder {
	score := 0
	for n := range expressions {
		score += int(expressions[n].spells)
	}
	switch {
	case score > 0:
		return orderDayMonth
	case score < 0:
		return orderMonthDay
	}
	return orderUnknown
}

// isNarrative reports whether a text tells of years long past rather than of
// its own days: then months and days belong to the last year it named.
func isNarrative(expressions []timeExpression, published civilDay) bool {
	past, near := 0, 0
	for n := range expressions {
		switch e := &expressions[n]; {
		case e.role != roleNone:
		case e.hasYear && (published.zero() || e.year < published.year-2 || e.before):
			past++
		case e.hasYear, e.means == meansWeekday && e.month == 0, e.from == fromPublished, e.means == meansQuarter:
			near++
		}
	}
	return past >= 2 && past > 3*near
}
