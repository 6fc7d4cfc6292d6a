package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// doubtful is the confidence below which words that nobody is named for, that
// no cue announces and no marks bound, are not taken for a message.
const doubtful = 0.3

// kindsOfNothing tell, each of its kind, that an attribution is no message.
var kindsOfNothing = [...]func(*article.Article, Attribution) bool{
	isNobodysClaim, isOneTold, isEpithet, isThatSaid, isOnlyExpected, isOnlyCalled, isOnlySent, isDuty, isOneself, isFarewell, isOfGame, isPriced,
}

// saysNothing reports whether an attribution is none that a reader would call
// a message: a refusal "to comment", what "is expected" by nobody, a name that
// something "is known as" or is given in marks, or words with nothing to show for them.
func saysNothing(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 && x.Source.Empty() && x.Confidence < doubtful && (!a.Marked || x.Form() == Indirect) {
		return true
	}
	return len(x.Cue) > 0 && x.Form() != Direct && isRefusal(a, x) || slices.ContainsFunc(kindsOfNothing[:], func(isOf func(*article.Article, Attribution) bool) bool { return isOf(a, x) })
}

// isThatSaid reports whether the cue of an attribution is that of "That said, …" or
// "having said that", with which the writer goes on.
func isThatSaid(a *article.Article, x Attribution) bool {
	if len(x.Cue) != 1 || a.Fold(x.Cue[0].Last-1) != "said" {
		return false
	}
	i := x.Cue[0].Last - 1
	switch a.Fold(i - 1) {
	case "that", "being":
		return a.IsSentenceStart(i-1) || a.Fold(i-2) == "that" && a.IsSentenceStart(i-2)
	case "having":
		return a.Fold(i+1) == "that" || a.Fold(i+1) == "all"
	}
	return false
}

// isOnlyExpected reports whether an attribution is nobody's, of what one is expected to
// do: "Roe is expected to speak on Friday". Of one who is expected to say something it is
// told what.
func isOnlyExpected(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 {
		return false
	}
	end := x.LastCue().Last
	if !x.Source.Empty() {
		return end > 2 && a.Fold(end-1) == "speak" && a.Fold(end-2) == "to" && a.Fold(end-3) == "expected" && x.Form() == Indirect && a.Fold(x.Content[0].First) != "about"
	}
	if a.Fold(end-1) == "to" {
		end--
	}
	switch a.Fold(end - 1) {
	case "expected", "scheduled", "due":
	default:
		return false
	}
	if a.Fold(end) != "to" {
		return false
	}
	switch verb := a.Fold(end + 1); verb {
	case "speak", "testify", "report", "comment", "answer", "respond", "apologize", "apologise":
		return a.Fold(end+2) != "that"
	default:
		return !lexicon.IsSaying(verb)
	}
}

// isOnlyCalled reports whether an attribution is nobody's, of what somebody or something
// is called: "once known as “the Palace”".
func isOnlyCalled(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 {
		return false
	}
	known := x.LastCue().First
	for known < x.LastCue().Last && a.Fold(known) != "known" {
		known++
	}
	if known == x.LastCue().Last || !x.Source.Empty() && !a.Gap(known).Has(token.GapComma) {
		return false
	}
	as := known + 1
	if a.Fold(as) == "to" {
		as = toAs(a, as) // "known to friends as"
	}
	return a.Fold(as) == "as"
}

// toAs returns the token "as" a few words after token i, or 0.
func toAs(a *article.Article, i int) int {
	const reach = 6
	for k := i + 1; k < i+reach; k++ {
		if a.Fold(k) == "as" {
			return k
		}
	}
	return 0
}

// isOneTold reports whether the content of a passive is nothing but who was told
// or asked something: "The baker was questioned by the police on Friday".
func isOneTold(a *article.Article, x Attribution) bool {
	if !x.Passive || x.Form() != Indirect || len(x.Content) != 1 || x.Content[0].Last != x.Cue[0].First {
		return false
	}
	verb := passiveVerb(a, x)
	return verb >= 0 && isToldVerb(a.Fold(verb)) && subjectBefore(a, x.Cue[0].First) == x.Content[0]
}

// isBareAddress reports whether nobody is named for the words of an attribution
// and those that stand in marks are nothing but addresses, as in "visit
// 'www.example.com' for more".
func isBareAddress(a *article.Article, x Attribution, addresses []address.Address) bool {
	if len(addresses) == 0 || len(x.Cue) > 0 || !x.Source.Empty() {
		return false
	}
	words := x.Verbatim
	if len(words) == 0 {
		words = x.Content
	}
	for _, w := range words {
		for i := w.First; i < w.Last; i++ {
			if !isWithin(a.Tokens[i].Span(), addresses) {
				return false
			}
		}
	}
	return true
}

// isWithin reports whether span lies in one of the addresses, which are in order.
func isWithin(span token.Span, addresses []address.Address) bool {
	n, _ := slices.BinarySearchFunc(addresses, span.Start, func(u address.Address, at int) int { return cmp.Compare(u.End, at+1) })
	return n < len(addresses) && addresses[n].Start <= span.Start && span.End <= addresses[n].End
}

// isRefusal reports whether the content of an attribution is nothing but a
// request for comment, or one not to be named.
func isRefusal(a *article.Article, x Attribution) bool {
	tells := false
	for _, w := range x.Content {
		for i := w.First; i < w.Last; i++ {
			switch a.Fold(i) {
			case "comment", "comments", "request", "requests", "named", "identified", "anonymity", "anonymous", "inquiries", "interviewed", "interview":
				tells = true
			case "to", "a", "an", "the", "for", "further", "seeking", "immediately", "messages", "message", "emails", "emailed", "phone", "calls", "call", "several",
				"multiple", "repeated", "and", "or", "be", "not", "by", "name", "publicly", "remain", "stay", "on", "of", "condition", "from", "return", "respond", "left",
				"its", "his", "her", "their", "this", "story", "article", "reporters", "media", "press", "requesting", "asking", "questions", "immediate", "made", "sent":
			case "while", "until", "because", "as", "when", "pending", "before", "after", "citing":
				return tells && i > w.First
			default:
				return false
			}
		}
	}
	return tells
}

// isNobodysClaim reports whether a cue tells what is expected or known without
// anybody who does so: "the work is expected to begin", "he is known as".
func isNobodysClaim(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 {
		return false
	}
	last := x.LastCue()
	for i := last.First; i < last.Last; i++ {
		if !isBe(a, i-1) && (!isBe(a, i-2) || !isAdverb(a.Fold(i-1)) && a.Fold(i-1) != "not") {
			continue
		}
		next := a.Fold(i + 1)
		switch a.Fold(i) {
		case "expected", "forecast", "likely", "projected", "set", "due", "scheduled", "planned":
			return next != "by" && (next != "to" || !lexicon.IsTelling(a.Fold(i+2)))
		case "accused":
			return x.Passive && x.Source.Empty() && x.Form() == Indirect // in court, of a crime
		case "known":
			return next == "as"
		case "called", "dubbed", "nicknamed", "named", "titled":
			return next != "by" && next != "for" && next != "on" && (x.Source.Empty() || len(x.Verbatim) == 0)
		}
	}
	return false
}

// isOfGame reports whether a verb of saying tells what happened in a game or is to happen
// by itself: "claimed all three points", "denied the visitors a goal", "the match promises
// to be close".
func isOfGame(a *article.Article, x Attribution) bool {
	if len(x.Cue) != 1 || x.Form() != Indirect || len(x.Content) != 1 {
		return false
	}
	w, cue := x.Content[0], x.Cue[0]
	if w.First != cue.Last {
		return false
	}
	switch a.Fold(cue.Last - 1) {
	case "claimed", "claim", "claims":
		return isWon(a, w)
	case "denied", "denies":
		return isGoalDenied(a, w)
	case "promises", "promise":
		head := a.Fold(x.Source.Last - 1)
		return a.Fold(w.First) == "to" && a.Fold(w.First+1) == "be" && (head == "it" || lexicon.ClassOf(head) == 0 && lexicon.RoleOf(head) == lexicon.NoRole && !a.IsNameWord(x.Source.Last-1))
	}
	return false
}

// longestWon is how many words may stand before what is won: "all three", "a third
// consecutive".
const longestWon = 5

// isWon reports whether words begin with what can be won, and no clause.
func isWon(a *article.Article, w token.Range) bool {
	for i := w.First; i < min(w.Last, w.First+longestWon); i++ {
		switch a.Fold(i) {
		case "points", "title", "titles", "gold", "silver", "bronze", "medal", "medals", "trophy", "wicket", "wickets", "championship", "lives":
			return true
		}
		if lexicon.ClassOf(a.Fold(i)).Has(lexicon.Auxiliary | lexicon.Complementizer | lexicon.Preposition) {
			return false
		}
	}
	return false
}

// isGoalDenied reports whether words tell whom somebody kept from what: "the visitors a
// late equaliser", "Roe from close range".
func isGoalDenied(a *article.Article, w token.Range) bool {
	phrase := a.NounPhraseAt(w.First, w)
	if phrase.Empty() || phrase.Last >= w.Last || a.Fold(phrase.Last-1) == "such" {
		return false
	}
	switch a.Fold(phrase.Last) {
	case "a", "an", "another", "from", "twice":
		return true
	}
	return false
}

// isPriced reports whether an attribution is nobody's, of what something is "said to be
// worth".
func isPriced(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 || !isHearsay(a.Fold(x.LastCue().Last-1)) && a.Fold(x.LastCue().Last-1) != "estimated" {
		return false
	}
	i := x.LastCue().Last
	return a.Fold(i) == "to" && a.Fold(i+1) == "be" && (a.Fold(i+2) == "worth" || a.Fold(i+2) == "valued")
}

// isDuty reports whether an attribution is nobody's, of what a law or a rule has somebody
// tell: "firms must tell staff how".
func isDuty(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 || x.Form() == Direct {
		return false
	}
	cue := x.Cue[0]
	if a.Fold(cue.First) != "must" && (a.Fold(cue.First-1) != "must" || x.Source.Last == cue.First) {
		return false
	}
	switch a.Fold(x.LastCue().Last - 1) {
	case "tell", "inform", "report", "disclose", "declare", "notify", "explain", "state", "specify", "show", "prove":
		return true
	}
	return x.AnyCueWord(func(i int) bool { return a.Fold(i) == "tell" || a.Fold(i) == "inform" })
}

// isFarewell reports whether somebody only says goodbye to something: "said goodbye to their
// title hopes".
func isFarewell(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 || x.Form() != Indirect {
		return false
	}
	word := a.Fold(x.Content[0].First)
	return (word == "goodbye" || word == "farewell") && a.Fold(x.Content[0].First+1) == "to" || a.Fold(x.LastCue().Last-1) == "goodbye"
}

// isOneself reports whether the content is nothing but the one who speaks: "asks | herself".
func isOneself(a *article.Article, x Attribution) bool {
	return len(x.Content) == 1 && x.Content[0].Len() == 1 && x.Form() == Indirect && lexicon.IsReflexive(a.Fold(x.Content[0].First))
}

// isOnlySent reports whether the content of an attribution is nothing but whom something
// was sent to: "had sent a note to | the judge".
func isOnlySent(a *article.Article, x Attribution) bool {
	if len(x.Cue) != 1 || x.Form() != Indirect || len(x.Content) != 1 || x.Cue[0].Len() < 3 || a.Fold(x.Cue[0].Last-1) != "to" {
		return false
	}
	if phrase := a.NounPhraseAt(x.Content[0].First, x.Content[0]); phrase != x.Content[0] {
		return false
	}
	return x.AnyCueWord(func(i int) bool {
		switch a.Fold(i) {
		case "note", "letter", "email", "message", "text", "memo":
			return true
		}
		return false
	})
}
