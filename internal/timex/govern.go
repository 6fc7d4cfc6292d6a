package timex

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// verbReach is how many words before a date its verb may stand.
const verbReach = 14

// eventReach is how many words before its date "after a fire in the port" begins.
const eventReach = 8

// monthReach is how many words before a month a past verb may stand that puts it
// behind.
const monthReach = 4

// verbNear is how many words away a verb is that one behind the date does not
// outdo.
const verbNear = 5

// A governor looks back from a date for the verb that governs it.
type governor struct {
	*scanner
	date, end  int  // the tokens of the date
	weekday    bool // it is a weekday
	season     bool // it is a season
	infinitive bool // "to" and a verb have been passed
}

// governed gives the direction that the verb beside the date e gives it: "plans
// to vote on", "opens on", "was held on". The nearest verb decides, with its
// auxiliaries; cueNone if none is near or it is open.
func (p *scanner) governed(e *Expression) directionCue {
	first, last := e.First, e.Last
	if p.is(last, "s") || e.day != 0 && p.isBefore(first, "the") { // friday s vote, the may 4 vote
		return cueNone
	}
	if p.isBefore(first, "through") && oneOf(p.before(first, 2), "year", "months", "quarter", "period", "weeks") {
		return cuePast // "sales this year through august"
	}
	g := governor{scanner: p, date: first, end: last, weekday: e.means == meansWeekday, season: e.season != seasonNone}
	cue, distance := g.verbBefore()
	if next := p.governedAfter(first, last, distance > verbNear || cue == cueNone); next != cueNone {
		return next
	}
	if cue == cuePast && !g.isSurelyPast(distance) || cue >= cueFuture && g.opensNextSentence() {
		return cueNone
	}
	return cue
}

// opensNextSentence reports whether the date may open a sentence that flattening
// has joined to the one before: "... for the same goals on sunday the mayor
// signed".
func (g *governor) opensNextSentence() bool {
	if !g.isBefore(g.date, "on", "in", "by", "late", "early") {
		return false
	}
	for i := g.end; i < min(len(g.words), g.end+verbNear); i++ {
		if g.words[i].has(bitWall) || !g.gapAt(i).Bare() {
			return false
		}
		switch g.verbAt(i) {
		case verbPast:
			return !g.is(i, "said", "told", "added", "wrote", "according")
		case verbWas:
			return i > g.end
		case verbNone, verbArticle:
			if g.is(i, "after", "before", "when", "if", "and", "or", "with", "in", "at", "for", "by", "as", "that", "who", "which", "while", "where") {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// isSurelyPast reports whether a past verb so far before the date puts it behind.
// Of a month or of "until" it tells little, as news tells in the past tense of
// what was agreed for later.
func (g *governor) isSurelyPast(distance int) bool {
	if g.weekday {
		return !g.isBefore(g.date, "until", "till", "through")
	}
	return distance == 1 || distance <= monthReach && !g.infinitive && g.isBefore(g.date, "on", "in", "at")
}

// governedAfter gives the direction by a verb right behind the date, whose
// subject stands before it: "the court on friday rejected". alone tells that no
// verb near before it does.
func (p *scanner) governedAfter(first, last int, alone bool) directionCue {
	if first == 0 || last >= len(p.words) || p.words[last].has(bitWall) || p.gapAt(last).Has(token.GapComma) {
		return cueNone
	}
	switch p.verbAt(last) {
	case verbPast:
		speech := p.is(last, "said", "told", "asked", "added", "wrote")
		if !p.isBefore(first, "by", "until", "till", "for", "to") && !(speech && (!alone || p.isBefore(first, "on", "in", "at"))) {
			return cuePast
		}
	case verbWill:
		if alone {
			return cueSurelyFuture
		}
	}
	return cueNone
}

// verbBefore looks back for the verb and how far it stands.
func (g *governor) verbBefore() (cue directionCue, distance int) {
	for i := g.date - 1; i >= 0 && g.date-i <= verbReach && !g.words[i+1].has(bitWall); i-- {
		part := g.verbAt(i)
		if part == verbNone && g.opensClause(i) {
			return cueNone, 0
		}
		if part == verbNone || part == verbArticle || g.isAttribute(i, part) {
			continue
		}
		if cue, decided := g.direction(i, part); decided {
			return cue, g.date - i
		}
	}
	return cueNone, 0
}

// opensClause reports whether the word at token i joins a clause that begins
// with the date, so that what stands before it tells nothing.
func (g *governor) opensClause(i int) bool {
	switch g.tokens[i].Fold {
	case "but", "although", "though", "because", "while", "whereas":
		return true
	case "that":
		return g.date-i == 2
	case "and":
		return g.date-i <= 2 && (i == 0 || g.words[i-1].class == wordNone)
	}
	return false
}

// isAttribute reports whether the form at token i, which stands behind an
// article, is an adjective or noun and no verb: "the injured man".
func (g *governor) isAttribute(i int, part verbPart) bool {
	return (part == verbPast || part == verbTaken || part == verbPlans || part == verbPostponed) && !g.is(i+1, "to", "for", "until") &&
		g.verbAt(g.beforeAdverbs(i)) == verbArticle
}

// direction gives what the word at token i decides. decided is false where what
// stands before it must be seen first.
func (g *governor) direction(i int, part verbPart) (cue directionCue, decided bool) {
	switch part {
	case verbWill:
		return cueSurelyFuture, true
	case verbWould:
		return g.conditional(i), true
	case verbWas, verbHas:
		return g.auxiliary(i, part)
	case verbIs:
		return g.present(i)
	case verbTo:
		g.infinitive = g.infinitive || i+1 < g.date && !isAddressed(g.tokens[i+1].Fold)
	case verbDue:
		return g.due(i)
	case verbPlans:
		switch {
		case g.is(i, "set") && (g.is(i+1, "for") || i+1 == g.date && g.is(g.end, "for", "as")), g.infinitive && g.is(i+1, "to"):
			return cueFuture, true
		case g.is(i, "set"):
			return g.past(i)
		}
	case verbPostponed:
		if g.isBefore(g.date, "until", "till", "to", "for") {
			return cueSurelyFuture, true
		}
		return g.past(i)
	case verbPast, verbTaken:
		return g.past(i)
	case verbOpens:
		if g.is(i, "gets") && !g.is(i+1, "under", "underway") || g.is(i, "falls") && i+2 != g.date {
			return cueNone, false
		}
		return cueFuture, g.verbAt(i-1) != verbArticle && !g.beforeWord(i).isNumber() && !g.isPaired(i) && !g.infinitive
	case verbOpen:
		return cueFuture, (g.isSubject(i-1) || g.isBefore(i, "can", "cannot")) && !g.infinitive
	case verbLasts:
		if g.infinitive { // "continues to insist"
			return cueNone, true
		}
		return cueFuture, g.isBefore(g.date, "until", "till", "through") || g.is(i, "continues", "continue") && g.date-i <= 2
	case verbOpening:
		if g.verbAt(g.beforeAdverbs(i)) == verbIs {
			return cueFuture, true
		}
	case verbAfter:
		return cuePast, g.weekday && !g.infinitive && g.date-i <= eventReach
	case verbFrom:
		return cuePast, g.isBefore(i, "up", "down") && g.date-i <= eventReach
	case verbDone:
		return cuePast, g.weekday && g.date-i <= 2
	}
	return cueNone, false
}

// conditional decides by would, could, might at token i: what someone would not
// say and could not be asked is over.
func (g *governor) conditional(i int) directionCue {
	verb := i + 1
	denied := g.is(verb, "not", "t", "never")
	if denied {
		verb++
	}
	switch {
	case g.is(verb, "have"), denied && g.is(i, "could", "couldn"),
		denied && g.is(verb, "say", "comment", "discuss", "elaborate", "confirm", "identify", "disclose", "speak", "reveal"),
		g.is(verb, "be") && g.is(verb+1, "reached", "located", "seen", "heard", "found"):
		return cuePast
	}
	return cueFuture
}

// auxiliary decides by was, had, has at token i.
func (g *governor) auxiliary(i int, part verbPart) (directionCue, bool) {
	switch {
	case g.infinitive && g.is(i+1, "to"):
		if g.is(i, "had") {
			return cuePast, true
		}
		return cueFuture, true // "was to", "has to"
	case part == verbHas:
		if g.isBefore(g.date, "until", "till") && g.date-i <= 3 {
			return cueFuture, true
		}
		return cueNone, false
	}
	return cuePast, true
}

// present decides by is or are at token i.
func (g *governor) present(i int) (directionCue, bool) {
	switch {
	case g.infinitive && g.is(i+1, "to"):
		return cueSurelyFuture, true
	case g.infinitive:
		return cueNone, true
	case g.season, g.isBefore(g.date, "the"), g.verbAt(i+1) == verbNone && strings.HasSuffix(g.text(i+1), "ing"):
		return cueNone, true
	case g.date-i <= 4, g.isBefore(g.date, "until", "till"):
		return cueFuture, true
	}
	return cueNone, true
}

// due decides by scheduled, due, expected at token i.
func (g *governor) due(i int) (directionCue, bool) {
	switch {
	case g.is(i, "due") && g.is(i+1, "to") && g.verbAt(i+2) != verbOpen && !g.is(i+2, "be", "speak", "give", "make", "testify", "stand", "rule", "publish", "report"),
		oneOf(g.tokens[g.beforeAdverbs(i)].Fold, "than", "as"):
		return cueNone, false
	case g.isBefore(i, "been", "had", "originally", "initially"):
		return cuePast, true
	}
	return cueSurelyFuture, true
}

// past decides by a past form at token i and the auxiliary that it hangs on.
func (g *governor) past(i int) (directionCue, bool) {
	if g.isBefore(i, "and", "or") && g.verbAt(i-2) == verbPast { // will be drafted and signed
		return cueNone, false
	}
	switch g.verbAt(g.beforeAdverbs(i)) {
	case verbBe, verbWill, verbWould, verbTo, verbLasts:
		return cueNone, false
	case verbIs:
		if g.isBefore(g.date, "until", "till", "through") || g.is(i, "held", "staged", "launched", "opened", "released", "published") {
			return cueFuture, true
		}
		return cueNone, true
	}
	return cuePast, true
}

// isPaired reports whether the word at token i is the second of two nouns: "twists
// and turns".
func (g *governor) isPaired(i int) bool {
	return g.is(i, "turns", "starts", "ends", "votes", "plays") && g.isBefore(i, "and", "or") && strings.HasSuffix(g.before(i, 2), "s")
}

// isSubject reports whether the word at token i can be the subject of a verb in
// the plural.
func (g *governor) isSubject(i int) bool {
	if i < 0 || g.words[i+1].has(bitWall) {
		return false
	}
	word := g.tokens[i].Fold
	n := len(word)
	return oneOf(word, "they", "we", "you", "i", "people", "police", "children", "men", "women", "both", "team", "side") ||
		n > 3 && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u' && word[n-2] != 'i'
}
