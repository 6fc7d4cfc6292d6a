package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// cueAround reads which way the words around tokens [first, last) point. The
// nearer a word, the more it counts; words of another sentence do not count
// where marks tell.
func (p *timeScanner) cueAround(first, last int, weekday bool) directionCue {
	score := 0
	for k := 1; k <= 8 && first-k >= 0 && !p.words[first-k+1].wall; k++ {
		if word := p.tokens[first-k].Fold; word != "to" || k > 1 && p.words[first-k+1].class == wordNone && !isHearer(p.tokens[first-k+1].Fold) {
			score += cueOf(word, k) * (10 - k)
		}
	}
	for k := 0; k < 4 && last+k < len(p.tokens) && !p.words[last+k].wall; k++ {
		score += cueOf(p.tokens[last+k].Fold, 9) * (6 - k)
	}
	threshold := 6
	if weekday { // nine of ten bare weekdays of news lie behind it
		threshold = 14
	}
	switch {
	case score >= 14:
		return cueSurelyFuture
	case score >= threshold:
		return cueFuture
	case score <= -6:
		return cuePast
	}
	return cueNone
}

// isHearer reports whether a word after "to" is one who is spoken or written
// to, and no verb: "to nurses", "to parliament".
func isHearer(word string) bool {
	switch word {
	case "staff", "parliament", "congress", "police", "people", "her", "him", "them", "us", "me", "the", "a", "an", "his", "their", "its", "my", "our":
		return true
	}
	n := len(word)
	return n > 3 && word[n-1] == 's' && word[n-2] != 's'
}

// cueOf weighs one word that stands distance tokens before the expression.
func cueOf(word string, distance int) int {
	switch word {
	case "will", "ll":
		return 3
	case "shall", "upcoming", "scheduled", "due", "expected", "expire", "expires", "payable", "deadline", "until", "till", "planned", "planning", "soon":
		return 2
	case "by", "effective", "plans", "plan", "early", "begins", "starts", "starting", "would", "could", "should", "set", "slated", "resume",
		"beginning", "through", "expects", "intends", "can", "when", "if", "meet", "matures", "maturing", "record":
		if distance > 6 && word != "would" {
			return 0
		}
		return 1
	case "to":
		if distance <= 5 {
			return 1
		}
	case "was", "were", "had", "did", "since", "said", "ended", "told", "came", "began", "held", "took", "found", "fell", "rose", "after", "made",
		"went", "left", "won", "lost", "met", "got", "saw", "became", "gave", "ago", "been", "during", "killed":
		return -2
	}
	if n := len(word); n > 4 && word[n-2:] == "ed" {
		return -1
	}
	return 0
}

// zoneSpells says what the zone of a clock tells of the order of day and month.
func zoneSpells(e *Expression) int8 {
	if !e.zone.given || e.numeric {
		return 0
	}
	switch zone := timeZones[e.zone.index]; {
	case zone.name == "bst" || zone.name == "cet" || zone.name == "cest":
		return 1
	case zone.rule == daylightAmerican || zone.minutes <= -240:
		return -1
	}
	return 0
}

// link joins the expression before e to e if they share the year that e names:
// "between 20 september and 12 october 2016", "january to march 2015".
func (p *timeScanner) link(e *Expression) {
	if len(p.found) == 0 || !e.hasYear || e.month == 0 && e.season == seasonNone {
		return
	}
	before := &p.found[len(p.found)-1]
	if before.means != meansCalendar || before.hasYear || (before.month == 0) != (e.month == 0) || (before.season == seasonNone) != (e.season == seasonNone) || before.steps || before.from != fromItself {
		return
	}
	switch first := e.First; first - before.Last {
	case 0:
		if g := p.tokens[first].Gap; g.Has(token.GapHyphen|token.GapDash|token.GapComma|token.GapSlash) || g.Bare() && (before.day == 0) == (e.day == 0) {
			before.links = 1
		}
	case 1:
		if oneOf(p.tokens[before.Last].Fold, "and", "to", "until", "till", "through", "or") {
			before.links = 1
		}
	}
}
