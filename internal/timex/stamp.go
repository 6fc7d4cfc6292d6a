package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// headTokens is how far into a text a stamp without a word of its own may
// stand: headline, standfirst and byline come before it.
const headTokens = 90

// markStamps finds the expressions that are furniture of the article: those
// that "published" or "updated" introduces, and full dates at its head.
func (p *scanner) markStamps() {
	for n := range p.found {
		e := &p.found[n]
		if !e.fullDay() && !e.timeOnly() {
			continue
		}
		e.governed = p.governedBySentence(e)
		if role := p.roleBefore(e); role != RoleNone {
			e.Role = role
			continue
		}
		if e.fullDay() && p.bareStamp(e) {
			e.Role = RoleBare
		}
	}
}

// roleBefore reads the words before a date: first published on, last modified
// on, posted, updated at. A verb or noun before them makes them prose.
func (p *scanner) roleBefore(e *Expression) StampRole {
	at := e.First - 1
	for at > 0 && e.First-at < 4 && oneOf(p.tokens[at].Fold, "on", "at", "date", "time", "the", "gmt") {
		at--
	}
	if at < 0 || p.words[at].class != wordStamp {
		return RoleNone
	}
	role := StampRole(p.words[at].value)
	before := ""
	if at > 0 && !p.tokens[at].Gap.Has(token.GapLine|token.GapParagraph|token.GapFullStop|token.GapQuestion|token.GapOther) {
		before = p.tokens[at-1].Fold
	}
	if oneOf(before, "first", "last", "originally", "story", "article") {
		return role
	}
	if !e.hasClock && oneOf(p.tokens[at].Fold, "issued", "created", "edited", "revised") {
		return RoleNone
	}
	if e.hasClock && !oneOf(before, "was", "were", "been", "be", "had") {
		return role
	}
	// Without a clock only the head of the article tells a stamp from prose.
	if e.First < headTokens && p.endsClause(e) && !proseBeforeStamp(before) {
		return role
	}
	return RoleNone
}

// proseBeforeStamp reports whether the word makes "published" a part of a sentence.
func proseBeforeStamp(word string) bool {
	return oneOf(word, "was", "were", "is", "are", "been", "be", "being", "report", "study", "book", "article", "statement", "letter",
		"figures", "data", "and", "had", "has", "have", "a", "the", "it", "he", "she", "they", "we", "research", "paper", "interview", "survey", "poll",
		"video", "photo", "results", "message", "tweet", "analysis", "review", "that", "who", "which", "story", "column", "opinion", "newly", "memo",
		"post", "photos", "images", "picture", "documents", "numbers", "statistics", "findings", "blog", "essay", "account")
}

// endsClause reports whether the words after a stamp do not go on with it.
func (p *scanner) endsClause(e *Expression) bool {
	if e.Last >= len(p.tokens) || p.words[e.Last].has(bitWall) || p.tokens[e.Last].Gap.Has(token.GapLine) {
		return true
	}
	return !oneOf(p.tokens[e.Last].Fold, "by", "in", "and", "that", "showed", "said", "says", "found", "which", "as", "to", "for", "of")
}

// governedBySentence reports whether a preposition or verb before an expression
// makes it part of a sentence.
func (p *scanner) governedBySentence(e *Expression) bool {
	return e.First > 0 && !p.tokens[e.First].Gap.Has(token.GapLine) && oneOf(p.tokens[e.First-1].Fold, "on", "in", "by", "since", "from", "until", "of", "the", "before", "after", "to", "between", "and", "till",
		"through", "for", "that", "dated", "late", "early", "around", "about", "this", "was", "is", "at", "during", "a", "an", "as", "or", "due", "ended", "ending", "born", "when")
}

// bareStamp reports whether an expression is a stamp although no word says so:
// a full date at the head of the text, with a clock and a zone or on a line of
// its own, that no preposition ties to a sentence.
func (p *scanner) bareStamp(e *Expression) bool {
	if e.First > headTokens || e.part != partNone || e.unit != unitNone {
		return false
	}
	if e.governed {
		return e.hasClock && e.zone.given && e.First > 0 && p.tokens[e.First-1].Fold == "at"
	}
	if e.hasClock && (e.zone.given || e.hasSecond) || e.First <= 2 || p.stampFollows(e.Last) {
		return true
	}
	if e.First > headTokens/2 {
		return false
	}
	alone := p.tokens[e.First].Gap.Has(token.GapLine|token.GapStart|token.GapOther|token.GapDash) &&
		(e.Last >= len(p.tokens) || p.tokens[e.Last].Gap.Has(token.GapLine|token.GapOther|token.GapDash))
	if alone || e.hasClock && e.weekday != 0 {
		return true
	}
	flat := e.First == 0 || p.tokens[e.First].Gap == token.GapSpace
	// "tuesday 14 november 2017" is a stamp of British outlets; the American
	// "tuesday nov 14 2017" is as often the end of a caption.
	return flat && e.weekday != 0 && e.spells > 0 && p.flatText()
}

// stampFollows reports whether the next words begin another stamp, or are the
// zone that some outlets print after the bare day.
func (p *scanner) stampFollows(i int) bool {
	if i+1 >= len(p.tokens) || p.tokens[i].Gap.Has(token.GapParagraph|token.GapFullStop) {
		return false
	}
	next := i
	if oneOf(p.tokens[i].Fold, "last", "first", "story") {
		next++
	}
	return p.words[next].class == wordStamp && next+1 < len(p.tokens) &&
		(p.words[next+1].class != wordNone || oneOf(p.tokens[next+1].Fold, "on", "at")) || oneOf(p.tokens[i].Fold, "gmt", "utc")
}

// flatText reports whether the text shows no mark up to the end of its head.
func (p *scanner) flatText() bool {
	for i := range min(len(p.tokens), headTokens) {
		if p.tokens[i].Gap&^(token.GapSpace|token.GapStart|token.GapLine|token.GapParagraph) != 0 {
			return false
		}
	}
	return true
}
