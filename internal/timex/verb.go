package timex

import (
	"strings"
	"sync"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A verbPart says what a word tells, as a verb or beside one, of whether what it
// governs lies behind or ahead.
type verbPart uint8

const (
	verbNone      verbPart = iota
	verbWill               // will, shall, must: what follows lies ahead
	verbWould              // would, could, might: ahead, as seen from a story too
	verbWas                // was, had, did: behind
	verbIs                 // is, are
	verbHas                // has, have
	verbBe                 // be, being, get: the word before decides
	verbTo                 // to
	verbDue                // due, scheduled, slated, planned: ahead whatever stands before
	verbPlans              // plans, hopes, going: ahead if "to" follows
	verbPostponed          // postponed, extended: ahead if the date is where it leads to
	verbPast               // said, went: a past form
	verbTaken              // taken, known: a participle that is no past form
	verbOpen               // open, meet: what is on a programme, in the plural or after "to"
	verbOpens              // opens, meets: the same in the singular
	verbLasts              // lasts, remains, continues: ahead if "until" leads to the date
	verbOpening            // opening, meeting: the same after "is" or "are"
	verbAfter              // after, since, during: behind
	verbFrom               // from: behind, after "up" and "down"
	verbDone               // crash, statement: a noun of what has happened, right before its day
	verbArticle            // the, his, two: a noun or adjective follows
)

// verbRows are the words of each part; what ends in -ed is a past form besides.
var verbRows = [...]struct {
	part  verbPart
	words string
}{
	{verbWill, "will ll shall must"},
	{verbWould, "would could should might couldn wouldn shouldn"},
	{verbWas, "was were had did wasn weren hadn didn"},
	{verbIs, "is are am re isn aren"},
	{verbHas, "has have ve hasn haven"},
	{verbBe, "be being get getting"},
	{verbTo, "to"},
	{verbDue, "due scheduled rescheduled slated expected expects planned planning"},
	{verbPlans, "plans plan hopes hope hoping hoped wants want wanting intends intend intended intending aims aim aiming going set " +
		"likely unlikely supposed poised prepares prepare preparing ready needs need deadline"},
	{verbPostponed, "postponed extended delayed adjourned deferred suspended postpones extends delays adjourns remanded bailed pushed prolonged moved shifted switched"},
	{verbPast, "said told went came began held took found fell rose made left won lost met got saw became gave kept led ran spoke wrote sent " +
		"brought bought sold paid stood sat fought caught taught thought felt knew grew drew flew threw broke chose drove rode shot struck spent " +
		"swore tore wore woke hung built burnt heard laid dealt meant sought rang sang sank shook slid stole swept swam hid forgot froze sprang owed used fled bred shed sued " +
		"hurt died tied lied shut hit put cut quit beat spread cast let burst read"},
	{verbTaken, "been taken given seen known done gone shown born written spoken broken chosen driven stolen beaten fallen drawn worn thrown grown " +
		"flown hidden sworn frozen"},
	{verbOpen, "open close start begin end run meet vote return resume leave arrive travel fly play face launch premiere expire reopen finish " +
		"conclude appear go come gather compete depart lapse convene reconvene restart sail perform kick take hold celebrate marry debut"},
	{verbOpens, "opens closes starts begins ends runs meets votes returns resumes leaves arrives travels flies plays faces launches premieres expires " +
		"reopens lapses convenes reconvenes restarts shuts finishes concludes appears goes comes hosts gathers competes departs sails performs kicks takes holds celebrates marries debuts " +
		"airs matures turns becomes gets falls"},
	{verbLasts, "lasts continues remains stays remain stay continue"},
	{verbOpening, "opening closing starting beginning ending running meeting voting returning resuming leaving arriving travelling traveling flying " +
		"playing facing launching premiering expiring reopening finishing appearing coming hosting gathering competing departing sailing " +
		"performing kicking taking holding celebrating marrying heading visiting moving releasing"},
	{verbAfter, "after following since during compared"},
	{verbFrom, "from"},
	{verbDone, "incident incidents attack attacks crash crashes shooting shootings fire accident killing killings murder murders death deaths arrest " +
		"arrests explosion explosions blast bombing bombings earthquake quake collapse raid raids robbery stabbing assault massacre loss defeat victory " +
		"win outage ruling announcement resignation statement interview post tweet testimony memo affidavit"},
	{verbArticle, "the a an his her their its my our your no some any more two three four five six of"},
}

// verbs are the words of verbRows, built on first use.
var verbs = sync.OnceValue(func() map[string]verbPart {
	parts := make(map[string]verbPart, 512)
	for _, row := range verbRows {
		for word := range strings.FieldsSeq(row.words) {
			parts[word] = row.part
		}
	}
	return parts
})

// verbAt gives the part of the word at token i, whatever it is as a time; none
// outside the text.
func (p *scanner) verbAt(i int) verbPart {
	if i < 0 || i >= len(p.tokens) {
		return verbNone
	}
	word := p.tokens[i].Fold
	if len(word) > longestTimeWord {
		return verbNone
	}
	if part := verbs()[word]; part != verbNone {
		switch {
		case p.isPiece(i):
			return verbNone
		case word == "won" && i+1 < len(p.tokens) && p.tokens[i+1].Fold == "t":
			return verbWill
		}
		return part
	}
	if n := len(word); n > 4 && word[n-2:] == "ed" && !isNoPast(word) && !(word == "called" && i > 0 && p.tokens[i-1].Fold == "so") {
		return verbPast
	}
	return verbNone
}

// isPiece reports whether the word at token i is a piece of another: "would-be",
// "re-election", "post-war".
func (p *scanner) isPiece(i int) bool {
	switch p.tokens[i].Fold {
	case "re":
		return i == 0 || !oneOf(p.tokens[i-1].Fold, "we", "you", "they")
	case "would", "post":
		return i+1 < len(p.tokens) && p.tokens[i+1].Gap.Has(token.GapHyphen)
	}
	return false
}

// isNoPast reports whether a word in -ed is no past form.
func isNoPast(word string) bool {
	switch word {
	case "united", "hundred", "indeed", "preferred", "limited", "alleged", "speed", "exceed", "proceed", "succeed", "sacred", "naked", "wicked", "rugged", "armed", "kindred":
		return true
	}
	return false
}

// beforeAdverbs gives the token before i, over the adverbs that stand between an
// auxiliary and its verb.
func (p *scanner) beforeAdverbs(i int) int {
	for i = max(i-1, 0); i > 0; i-- {
		word := p.tokens[i].Fold
		if n := len(word); !(n > 4 && word[n-2:] == "ly" && word != "july" && word != "likely") && !oneOf(word, "not", "t", "also", "now", "then", "still", "never", "already") {
			break
		}
	}
	return i
}
