package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Stance says what the source does with the content. Whether the content
// itself says that something is not so is another matter: who "said he did not
// go" asserts it.
type Stance string

// The terms follow the factuality of FactBank (Saurí and Pustejovsky 2009) and
// the kinds of attribution of PARC.
const (
	Asserted    Stance = ""            // put forward as so
	Denied      Stance = "denied"      // said not to be so
	Asked       Stance = "asked"       // put as a question
	Requested   Stance = "requested"   // somebody is to do it, or not to
	Promised    Stance = "promised"    // a promise, a threat, an offer
	Conditional Stance = "conditional" // nobody has said it yet
	Withheld    Stance = "withheld"    // expressly not told
)

// A cueReader judges the clause of one cue.
type cueReader struct {
	*article.Article
	Attribution
	negated, conditional, withheld bool
	verb                           Stance // what the verb of the cue does
	known                          bool   // the verb is one of saying or thinking
	believes                       bool   // the verb is one of thought, of which the contrary is thought by who does not
	wishes                         bool   // "would like"
	foreseen                       bool   // somebody is expected to say it, whatever else the cue holds
}

// stanceOf judges an attribution by the clause of its cue, and where that is
// plain by words that are nothing but a question or a request.
func stanceOf(a *article.Article, x Attribution) Stance {
	r := cueReader{Article: a, Attribution: x}
	if len(x.Cue) > 0 {
		r.readSource()
		for n, w := range x.Cue {
			if n == 0 {
				w.First = r.clauseStart()
			}
			for i := w.First; i < w.Last; i++ {
				r.readWord(i)
			}
		}
	}
	switch {
	case r.withheld || r.givesNothing():
		return Withheld
	case r.negated && r.believes && !r.questions():
		return Denied
	case r.negated:
		return Withheld
	case r.conditional && r.known && !r.wishes:
		return Conditional
	case r.verb != Asserted:
		return r.verb
	}
	return r.ofWords()
}

// maxAuxiliaries is how many words of a verb group are looked at before a cue.
const maxAuxiliaries = 5

// clauseStart returns the first word of the verb group that the cue ends: a
// cue may have been given without its "did not".
func (r *cueReader) clauseStart() int {
	first := r.Cue[0].First
	for n := 0; n < maxAuxiliaries && first > 0 && !r.Starts[first] && first != r.Source.Last && !r.isContent(first-1); n++ {
		word := r.Fold(first - 1)
		class := lexicon.ClassOf(word)
		if !class.Has(lexicon.Auxiliary|lexicon.Clitic) && !isAdverb(word) && word != "to" && lexicon.StanceOf(word) != lexicon.Foreseeing && lexicon.StanceOf(word) != lexicon.Withholding {
			break
		}
		if class.Has(lexicon.Clitic) && word != "t" && word != "ll" && word != "d" {
			break
		}
		first--
	}
	return first
}

func (r *cueReader) isContent(i int) bool {
	for _, w := range r.Content {
		if w.Contains(i) {
			return true
		}
	}
	return false
}

// readSource sees that "no one" said it, and that it is said "if".
func (r *cueReader) readSource() {
	first := r.Cue[0].First
	if !r.Source.Empty() && r.Source.First < first {
		first = r.Source.First
		switch r.Fold(first) {
		case "no":
			r.negated = r.Tokens[first+1].Shape != token.ShapeNumber // "No 10 said"
		case "not", "nobody", "none", "neither":
			r.negated = true
		}
	}
	if before := r.Fold(first - 1); (before == "if" || before == "unless") && !r.isContent(first-1) {
		r.conditional = true
	}
}

// readWord takes a word of the cue's clause.
func (r *cueReader) readWord(i int) {
	word := r.Fold(i)
	switch word {
	case "not", "never", "cannot", "nobody", "nor":
		r.negated = r.Fold(i+1) != "only"
		return
	case "without":
		r.negated = strings.HasSuffix(r.Fold(i+1), "ing") // "without saying", but "said without a smile"
		return
	case "t":
		r.negated = r.negated || lexicon.TakesNot(r.Fold(i-1))
		return
	case "would":
		r.conditional = !r.looksBack(i) && !(r.Fold(i+1) == "only" && r.Fold(i+2) == "say") // "would only say that"
		return
	case "will", "might", "may", "could", "ll", "should", "shall":
		if r.Fold(i+1) == "be" && isHeardVerb(r.Fold(i+2)) {
			break // "could be heard saying": they did say it
		}
		r.conditional = true
		return
	case "like", "love", "prefer", "rather":
		r.wishes = true
		return
	case "resist", "help":
		r.negated, r.conditional = false, false // "could not resist saying"
		return
	case "comment":
		r.withheld = r.withheld || r.Fold(i-1) == "no" // "had no comment on whether"
		return
	case "yet":
		r.withheld = r.withheld || r.Fold(i+1) == "to" // "has yet to say"
		return
	case "short":
		r.negated = r.negated || r.Fold(i+1) == "of" && (r.Fold(i-1) == "stopped" || r.Fold(i-1) == "stopping" || r.Fold(i-1) == "stops")
		return
	}
	stance := lexicon.StanceOf(word)
	if stance == lexicon.Foreseeing {
		r.foresee(i)
	}
	cue, known := lexicon.LookupCue(word)
	if known = known || lexicon.IsSaying(word); known || !tellsWhen(word) && !r.foreseen {
		r.known = known
	}
	r.believes = cue.Act == lexicon.Thinking && !isKnowing(word) || word == "accept" && r.Fold(i+1) == "that"
	if stance == lexicon.Withholding {
		r.withheld = r.withheld || r.withholds(i)
		return
	}
	if verb := r.ofVerb(i, stance); verb != Asserted {
		r.verb = verb
	}
}

// tellsWhen reports whether a word of a cue only belongs to when something is said: "is
// due to argue on Monday".
func tellsWhen(word string) bool {
	return lexicon.IsDayWord(word) || lexicon.ClassOf(word).Has(lexicon.Preposition) || tellsWhenAlone(word) || word == "next" || word == "later" || word == "this"
}

// givesNothing reports whether the verb of the cue is one of giving and what is
// given is nothing: "offered no proof that", "gave few details of".
func (r *cueReader) givesNothing() bool {
	if len(r.Cue) == 0 {
		return false
	}
	w := r.Cue[len(r.Cue)-1]
	last := w.Last // after the word that may tell how much
	if r.Content[0].First == w.Last {
		last++
	}
	for i := w.First + 1; i < last; i++ {
		verb := r.Fold(i - 1)
		switch r.Fold(i) {
		case "no":
			return lexicon.IsGiving(verb) && !isNothingKept(r.Fold(i+1))
		case "nothing", "little":
			return lexicon.IsGiving(verb) || i < w.Last && (verb == "said" || verb == "says" || verb == "saying")
		case "few":
			return lexicon.IsGiving(verb)
		}
	}
	return false
}

// isNothingKept reports whether a word after "no" makes it another "no" than that
// of what is not told: "made no secret of it", "no one".
func isNothingKept(word string) bool {
	switch word {
	case "one", "longer", "secret", "bones", "mistake", "apology", "apologies":
		return true
	}
	return false
}

// looksBack reports whether "would" at token i tells of what did happen: "would
// later say", "would go on to tell".
func (r *cueReader) looksBack(i int) bool {
	if first := r.Source.First; first > 1 && first < i && (r.Fold(first-1) == "all" || r.Fold(first-2) == "all" && r.Fold(first-1) == "that") {
		return true // "was all that Roe would say"
	}
	switch r.Fold(i + 1) {
	case "later", "eventually", "subsequently", "soon", "repeatedly", "often", "sometimes", "frequently", "always":
		return true
	case "go":
		return r.Fold(i+2) == "on"
	}
	return false
}

// isKnowing reports whether who does not do what a verb of thought says leaves
// the matter open: who does not know. Who does not believe holds the opposite.
func isKnowing(word string) bool {
	switch word {
	case "know", "knows", "knew", "learn", "learned", "learnt", "realize", "realizes", "realized", "realise", "realised":
		return true
	}
	return false
}

// foresee takes "is expected to say" for something that is yet to be said. Who
// "expects" says so now.
func (r *cueReader) foresee(i int) {
	if r.Fold(i+1) == "to" && lexicon.IsSaying(r.Fold(i+2)) {
		r.conditional, r.known = true, true
		r.foreseen = i+2 < r.LastCue().Last
	}
}

// withholds reports whether the word at token i keeps the content back: a
// refusal does, a failure where it is one to tell.
func (r *cueReader) withholds(i int) bool {
	next := r.Fold(i + 1)
	switch word := r.Fold(i); word {
	case "fail", "fails", "failed", "failing", "unable":
		return next == "to" && lexicon.IsTelling(r.Fold(i+2))
	case "avoid", "avoids", "avoided", "avoiding":
		infinitive, ok := strings.CutSuffix(next, "ing")
		return ok && (lexicon.IsTelling(infinitive) || lexicon.IsTelling(infinitive+"e"))
	}
	return true
}

// questions reports whether the content is an indirect question.
func (r *cueReader) questions() bool { return isQuestionWord(r.Fold(r.Content[0].First)) }

func isQuestionWord(word string) bool {
	switch word {
	case "whether", "if", "why", "how", "what", "who", "whom", "whose", "where", "when", "which":
		return true
	}
	return false
}

// longestAddressee is how many words may name whom a request is put to.
const longestAddressee = 9

// directs reports whether the content tells who is to do something: "them to
// leave".
func (r *cueReader) directs() bool {
	w := r.Content[0]
	if w.Last <= r.Cue[0].First || r.questions() || len(r.Verbatim) > 0 && r.Verbatim[0].First == w.First {
		return false
	}
	for i := w.First + 1; i < min(w.Last-1, w.First+1+longestAddressee); i++ {
		switch word := r.Fold(i); {
		case word == "to", word == "not" && r.Fold(i+1) == "to":
			return true
		case lexicon.ClassOf(word).Has(lexicon.Auxiliary|lexicon.Complementizer) || r.BreaksPhrase(i):
			return false
		}
	}
	return false
}

// after returns the word that follows the verb at token i, and the one that leads
// to the content, whoever is named between: "asked | him | to leave".
func (r *cueReader) after(i int) (next, leads string) {
	next = r.Fold(i + 1)
	if first := r.Content[0].First; first > i {
		leads = r.Fold(first)
		if before := r.Fold(first - 1); first > i+1 && (before == "to" || before == "for" || before == "on" || before == "about" || before == "not" && r.Fold(first-2) != "did") {
			leads = before // "asked him to" as a cue
		}
	}
	return next, leads
}

// ofVerb returns what the word at token i does with the content.
func (r *cueReader) ofVerb(i int, stance lexicon.Stance) Stance {
	next, leads := r.after(i)
	word := r.Fold(i)
	switch stance {
	case lexicon.Denying:
		return Denied
	case lexicon.Rejecting:
		if strings.HasPrefix(word, "challenge") && (leads == "to" || r.directs()) {
			return Requested
		}
		return r.ofRejection(i)
	case lexicon.Asking:
		switch {
		case r.Form() == Direct:
		case leads == "to" || leads == "not" || leads == "that" || leads == "for" || next == "for" || next == "that" || r.directs():
			return Requested
		}
		return Asked
	case lexicon.Wondering:
		switch {
		case strings.HasPrefix(word, "question") && !r.questions() && r.Form() != Direct:
			return Asserted // "questioned his honesty"
		}
		return Asked
	case lexicon.Requesting:
		if next == "guilty" || next == "innocent" || next == "not" && r.Fold(i+2) == "guilty" {
			return Asserted // "pleaded guilty"
		}
		if r.Form() == Direct && r.endsAsking(r.lastContent()) {
			return Asked
		}
		if leads == "know" || next == "to" && (r.Fold(i+2) == "know" || r.Fold(i+2) == "hear") || r.questions() && strings.HasPrefix(word, "demand") {
			return Asked
		}
		return Requested
	case lexicon.Directing:
		return r.ofDirective(i, next, leads)
	case lexicon.Promising:
		switch {
		case word == "word" && !r.isGivenWord(i):
			return Asserted
		case strings.HasPrefix(word, "offer") && leads != "to" && next != "to", strings.HasPrefix(word, "commit") && leads != "to" && next != "to":
			return Asserted
		}
		return Promised
	}
	return Asserted
}

// warnsTo reports whether the content names who is to do something, and then what: "warned |
// residents of the valley to leave".
func (r *cueReader) warnsTo() bool {
	w := r.Content[0]
	if w.First < r.Cue[0].First || len(r.Verbatim) > 0 && r.Verbatim[0].First == w.First {
		return false
	}
	told := r.NounPhraseAt(w.First, w)
	to := told.Last
	if r.Fold(to) == "not" {
		to++
	}
	return !told.Empty() && to+1 < w.Last && r.Fold(to) == "to"
}

// isGivenWord reports whether the noun at token i is what somebody gives who promises:
// "gave his word".
func (r *cueReader) isGivenWord(i int) bool {
	return lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Possessive) && lexicon.IsGiving(r.Fold(i-2))
}

// ofRejection tells who rejects something from who dismisses it as something
// else, and "ruled out" from "ruled".
func (r *cueReader) ofRejection(i int) Stance {
	switch r.Fold(i) {
	case "rule", "rules", "ruled", "ruling":
		if r.Fold(i+1) == "out" || r.Fold(r.Content[0].Last) == "out" || r.Fold(r.Content[0].Last-1) == "out" {
			return Denied
		}
		return Asserted
	case "push", "pushes", "pushed", "pushing":
		switch r.Fold(i + 1) {
		case "back":
		case "for":
			return Requested
		default:
			return Asserted
		}
	case "brush", "brushes", "brushed", "brushing", "shrug", "shrugs", "shrugged", "shrugging", "wave", "waves", "waved", "waving", "laughed", "laughs":
		switch r.Fold(i + 1) {
		case "off", "aside", "away":
		default:
			return Asserted
		}
	case "issue", "exception", "offense", "offence", "umbrage":
		switch r.Fold(i - 1) {
		case "take", "takes", "took", "taking", "taken":
		default:
			return Asserted
		}
	}
	if rejects, known := r.rejectsWith(i); known {
		if !rejects {
			return Asserted
		}
		return Denied
	}
	if w := r.Content[0]; w.First > i && isClaim(r.Fold(w.First)) || w.Last <= i && (isClaim(r.Fold(w.First)) || isClaim(r.Fold(w.First-1))) {
		return Denied // "claims that it leaks were dismissed as nonsense"
	}
	for k := i + 1; k < min(i+6, len(r.Tokens)) && !r.Starts[k]; k++ {
		if r.Fold(k) == "as" {
			if k == i+1 && r.namesClaim(k+1) {
				break
			}
			return Asserted // what follows is held to be so
		}
	}
	return Denied
}

// rejectsWith reports whether a verb that rejects only with what follows it does so:
// "played down fears that", "poured cold water on", "quashed suggestions that".
func (r *cueReader) rejectsWith(i int) (rejects, known bool) {
	next := r.Fold(i + 1)
	switch r.Fold(i) {
	case "play", "plays", "played", "playing", "slapped", "slaps":
		return next == "down", true
	case "pour", "pours", "poured", "pouring", "threw", "throws", "throwing":
		return next == "cold" || next == "scorn", true
	case "shot", "shoots", "shooting", "knocked", "knocks", "batted", "bats", "batting", "swatted", "swats", "swatting":
		return (next == "down" || next == "back" || next == "away" || next == "aside") && r.leadsToClaim(i+2, i+4), true
	case "beat", "beats", "beating", "fought":
		return next == "back" && r.leadsToClaim(i+2, i+4), true
	case "hit", "hits", "hitting":
		return next == "back" && r.Fold(i+2) == "at" && r.leadsToClaim(i+3, i+4), true
	case "quashed", "quashes", "quash", "challenged", "challenges", "denounced", "denounces", "denouncing", "ridiculed", "ridicules", "ridiculing",
		"mocked", "mocks", "mocking", "counter", "countered", "counters", "countering", "decried", "decries", "decrying":
		return r.leadsToClaim(i+1, i+2), true
	}
	return false, false
}

// leadsToClaim reports whether what somebody claims is named at one of the tokens from
// first to last.
func (r *cueReader) leadsToClaim(first, last int) bool {
	for i := first; i <= last; i++ {
		if isClaim(r.Fold(i)) {
			return true
		}
	}
	return false
}

// isClaim reports whether a noun is one of what is claimed and may not be so.
func isClaim(noun string) bool {
	switch noun {
	case "suggestions", "claims", "allegations", "reports", "rumours", "rumors", "accusations", "suggestion", "claim", "allegation", "speculation",
		"accusation", "notion", "idea", "rumour", "rumor", "fears", "talk":
		return true
	}
	return false
}

// namesClaim reports whether what is rejected stands right behind what it is held to be:
// "dismissed as “nonsense” suggestions that …".
func (r *cueReader) namesClaim(i int) bool {
	for k := i; k < min(i+6, len(r.Tokens)-1) && !r.Starts[k]; k++ {
		if isClaim(r.Fold(k)) {
			next := r.Fold(k + 1)
			return next == "that" || next == "of"
		}
	}
	return false
}

// ofDirective tells a request from what one is merely told.
func (r *cueReader) ofDirective(i int, next, leads string) Stance {
	switch r.Fold(i) {
	case "call", "calls", "called", "calling":
		if next == "on" || next == "for" || next == "upon" {
			return Requested
		}
		return Asserted
	case "appeal", "appeals", "appealed", "appealing":
		if next == "to" || next == "for" {
			return Requested
		}
		return Asserted
	case "press", "presses", "pressed", "pressing":
		switch {
		case next == "for" || leads == "to" || leads == "for":
			return Requested
		case r.questions() || leads == "about" || leads == "on":
			return Asked
		}
		return Asserted
	case "want", "wants", "wanted", "wanting", "need", "needs", "needed":
		switch {
		case next == "to" && (r.Fold(i+2) == "know" || r.Fold(i+2) == "hear"):
			return Asked
		case strings.HasPrefix(r.Fold(i), "want") && leads != "to" && next != "to":
			return Requested
		}
		return Asserted
	case "warn", "warns", "warned", "warning":
		if leads == "not" || leads == "against" || leads == "to" || next == "against" || r.warnsTo() {
			return Requested
		}
		return Asserted
	}
	if leads == "to" || leads == "not" && r.Fold(r.Content[0].First+1) == "to" || leads != "that" && r.Form() != Direct && r.directs() {
		return Requested
	}
	return Asserted
}

// ofWords judges a direct quotation of one sentence that a plain cue or none
// introduces: a question, or an order.
func (r *cueReader) ofWords() Stance {
	if len(r.Content) != 1 || r.Form() != Direct {
		return Asserted
	}
	w := r.Content[0]
	switch {
	case startWithin(r.Article, w) < w.Last:
		return Asserted
	case r.endsAsking(w):
		return Asked
	case w.Len() <= longestOrder && r.orders(w):
		return Requested
	}
	return Asserted
}

// longestOrder is how many words a quotation that is an order may have.
const longestOrder = 8

// askChance is the chance above which a mark that is gone asked.
const askChance = 0.6

// endsAsking reports whether a question mark ends the words, or surely did.
func (r *cueReader) endsAsking(w token.Range) bool {
	if r.Marked {
		after := len(r.Text)
		if w.Last < len(r.Tokens) {
			after = r.Tokens[w.Last].Start
		}
		return strings.Contains(r.Text[r.Tokens[w.Last-1].End:after], "?")
	}
	if r.Restored == nil {
		return false
	}
	end := r.Restored[w.Last-1]
	word := r.Fold(w.First)
	return end.Follow == tagger.FollowAsk && end.FollowChance >= askChance && (isQuestionWord(word) || lexicon.ClassOf(word).Has(lexicon.Auxiliary))
}

// orders reports whether the words begin as an order does, and hold no verb
// that would make their first word a subject.
func (r *cueReader) orders(w token.Range) bool {
	first := w.First
	switch r.Fold(first) {
	case "please", "leave", "go", "stop", "come", "stay", "wait", "listen", "vote", "lock", "build", "send", "give", "tell", "keep", "get",
		"put", "take", "bring", "let", "make", "pray", "don", "stand", "drop", "show", "hold", "save", "free", "do", "never":
	default:
		return false
	}
	if word := r.Fold(first); word == "let" && r.Fold(first+1) == "s" || word == "never" && r.Fold(first+1) != "let" && r.Fold(first+1) != "give" ||
		word == "do" && r.Fold(first+1) != "not" && r.Fold(first+1) != "it" {
		return false
	}
	for i := first + 1; i < w.Last; i++ {
		switch r.Fold(i) {
		case "is", "are", "was", "were", "has", "have", "will", "would", "can", "could":
			return false
		}
	}
	return true
}
