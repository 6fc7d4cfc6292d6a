package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// isPartOfName reports whether the weekday at token i is a part of the name of a
// newspaper or programme, of a club or of what happened on such a day: the Sunday
// Times, the Mail on Sunday, Sheffield Wednesday, the Good Friday Agreement.
func (p *scanner) isPartOfName(i int) bool {
	return p.startsTitle(i) || p.endsTitle(i) || p.namesThing(i)
}

// namesThing reports whether the word before or behind the weekday at token i
// makes of both the name of a thing that has no day of its own.
func (p *scanner) namesThing(i int) bool {
	switch p.text(i) {
	case "monday":
		return p.isBefore(i, "blue", "manic")
	case "tuesday":
		return p.isBefore(i, "ruby")
	case "wednesday":
		return p.isBefore(i, "sheffield") || p.is(i+1, "addams", "fc")
	case "thursday":
		return p.isBefore(i, "throwback")
	case "friday":
		return p.isBefore(i, "good", "casual", "freaky") && !p.is(i+1, "morning", "night", "evening") && p.is(i+1, "agreement", "accord", "accords", "peace", "deal", "fish", "dress")
	case "sunday":
		return p.isBefore(i, "bloody") || p.isBefore(i, "back") && p.before(i, 2) == "taking" ||
			p.is(i+1, "school", "schools", "roast", "roasts", "league", "leagues") && !p.isBefore(i, "on", "last", "next", "this")
	}
	return false
}

// startsTitle reports whether a noun that papers are called by follows the
// weekday. Flattened, the words before must show that a name is there: "on sunday
// people gathered".
func (p *scanner) startsTitle(i int) bool {
	noun, certain := p.isTitleNoun(i + 1)
	switch {
	case !noun:
		return false
	case p.is(i+1, "night"):
		return true
	case p.isBefore(i, "on", "last", "next", "by", "until", "since", "late", "early", "from", "this"):
		return false
	case p.isCapital(i + 1):
		return certain || p.isBefore(i, "the", "a") || i > 0 && p.isCapital(i-1) && p.before(i, 2) == "the" // the Western Sunday Press
	}
	return p.tokens[i].Shape == token.ShapeLower && (p.isBefore(i, "the") || p.before(i, 2) == "the" && p.before(i, 3) == "told" || certain && p.isBefore(i, "a", "told"))
}

// isTitleNoun reports whether papers are called by the words from token i on, and
// whether hardly anything else is behind a weekday.
func (p *scanner) isTitleNoun(i int) (noun, certain bool) {
	switch p.text(i) {
	case "times", "herald", "mirror", "express", "telegraph", "independent", "mercury", "tribune", "chronicle", "gazette", "dispatch", "argus", "courier", "advertiser", "bulletin", "inquirer",
		"sentinel", "ledger", "examiner", "gleaner", "vanguard":
		return true, true
	case "post", "mail", "people", "world", "sun", "star", "record", "sport", "age", "nation", "standard", "review", "guardian", "journal", "observer", "echo":
		return true, false
	case "press", "leader":
		return !p.is(i+1, "conference", "briefing"), false
	case "night":
		return p.is(i+1, "live", "football", "takeaway", "lights"), true
	case "evening", "morning", "business":
		return p.is(i+1, "post", "herald"), true
	}
	return false, false
}

// endsTitle reports whether "mail on" or its kind stands before the weekday.
// Flattened, ballots too arrive "in the mail on sunday".
func (p *scanner) endsTitle(i int) bool {
	if !p.isBefore(i, "on") || !p.is(i, "sunday", "saturday") {
		return false
	}
	switch p.before(i, 2) {
	case "mail", "independent":
	case "sun", "star", "people": // of which more shines or is met on a sunday
		if p.before(i, 3) != "the" {
			return false
		}
	case "scotland", "wales":
		return oneOf(p.before(i, 3), "told", "newspaper") || p.before(i, 3) == "the" && p.isCapital(i-2)
	default:
		return false
	}
	if p.tokens[i].Shape != token.ShapeLower {
		return p.isCapital(i - 2)
	}
	return p.before(i, 3) == "the" && (p.before(i, 4) == "told" || p.is(i+1, "reported", "reports", "revealed", "says", "newspaper", "has", "claimed", "understands"))
}

// isShowTitle reports whether the words from token i on are the title of a programme
// that is called after a day or a week: NBC's Today, the Today programme, ABC's This
// Week.
func (p *scanner) isShowTitle(i int) bool {
	switch {
	case p.is(i, "today", "tonight"):
		return p.is(i+1, "programme", "program", "show", "host", "presenter") && (p.tokens[i].Shape == token.ShapeLower || p.isCapital(i)) ||
			p.isBefore(i, "s") && p.isCapital(i)
	case p.is(i, "this") && p.is(i+1, "week"):
		return p.isBefore(i, "s") && p.isCapital(i) && p.isCapital(i+1)
	}
	return false
}

// isCapital reports whether the word at token i is written with a capital.
func (p *scanner) isCapital(i int) bool {
	shape := p.tokens[i].Shape
	return shape == token.ShapeTitle || shape == token.ShapeUpper
}
