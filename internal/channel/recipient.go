package channel

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// recipientOf returns the words beside the cue that name whom it is addressed
// to: "told X that", "wrote to X", "in an interview with X", "asked by X".
func (r *reader) recipientOf(x attribution.Attribution, near token.Range) token.Range {
	if w, decided := r.recipientOfCue(x); decided {
		return w
	}
	if w := r.sentWriting(x, near); !w.Empty() {
		return w
	}
	cue := x.LastCue()
	at := cue.Last
	for i := cue.First; i < min(len(r.Tokens)-2, at+6); i++ {
		if i > at && (r.BreaksPhrase(i) || r.Content[i]) {
			break
		}
		isWriting := i < at && r.Gap(i+1).Bare() && (r.Fold(i) == "wrote" || r.Fold(i) == "writes" || r.Fold(i) == "written")
		if r.Fold(i) == "interview" && r.Fold(i+1) == "with" || (isWriting || IsCarrier(r.Fold(i))) && r.Fold(i+1) == "to" {
			return r.recipientAt(i+2, token.Range{First: i + 2, Last: min(len(r.Tokens), i+2+article.MaxSource)})
		}
	}
	return r.recipientBeside(x, near)
}

// hearerOfSource returns the outlet that the words of a source say it spoke to: "three
// engineers who spoke to the Selby Gazette", "residents interviewed by the BBC".
func (r *reader) hearerOfSource(source token.Range) token.Range {
	for i := source.First + 1; i+2 < source.Last; i++ {
		at := 0
		if r.isAskedBy(i) || isReached(r.Fold(i)) && r.Fold(i+1) == "by" {
			at = i + 2
		} else if isTalking(r.Fold(i)) {
			at = r.told(i)
		}
		if at > 0 && at < source.Last {
			if w := r.recipientAt(at, token.Range{First: at, Last: source.Last}); r.channelOfTold(w) == Interview {
				return w
			}
		}
	}
	return token.Range{}
}

// recipientOfCue returns whom the words right behind the cue name as its object or behind
// a preposition, and whether they leave no other to look for.
func (r *reader) recipientOfCue(x attribution.Attribution) (w token.Range, decided bool) {
	cue := x.LastCue()
	at, verb := cue.Last, r.Fold(cue.Last-1)
	limits := token.Range{First: at, Last: min(len(r.Tokens), at+article.MaxSource)}
	lexeme, _ := lexicon.LookupCue(verb)
	for i := cue.First; i+1 < cue.Last; i++ {
		word := r.Fold(i)
		if lexeme, _ := lexicon.LookupCue(word); lexeme.Frame == lexicon.Addressee || word == "tell" || i == cue.First && isCallingUp(word) {
			w = r.recipientAt(i+1, token.Range{First: i + 1, Last: cue.Last})
			if i+2 == cue.Last && !w.Empty() && !r.namesHearer(w) {
				continue
			}
			return w, !w.Empty() && r.Fold(w.Last-1) != "times" // "informed the house in a reply"
		}
	}
	if w := r.toldInCue(cue); !w.Empty() {
		return w, true
	}
	switch {
	case lexeme.Frame == lexicon.Addressee, verb == "tell":
		w = r.recipientAt(at, limits)
		return w, !w.Empty()
	case takesRecipient(verb):
		w = r.withoutPurpose(r.recipientAt(at, limits))
		return w, !w.Empty() && !r.isSubject(w) && !r.isUrgedThing(w) && (verb != "ordered" || r.namesHearer(w) || lexicon.IsAgent(r.Fold(w.Last-1)))
	case isPromising(verb):
		w = r.recipientAt(at, limits)
		return w, !w.Empty() && r.opensClause(w.Last)
	case r.Fold(at) == "to" && (!r.Content[at] || speaksTo(verb)) && x.Source.First != at,
		r.Fold(at) == "at" && isShouting(verb) && !r.Content[at]:
		return r.recipientAt(at+1, limits), true
	case r.Fold(cue.Last-2) == "to" && lexicon.IsObjectPronoun(verb) && cue.Len() > 2:
		return token.Range{First: cue.Last - 1, Last: cue.Last}, true // "explained to him that"
	case r.Fold(cue.First+1) == "it" && r.Fold(cue.First+2) == "to" && cue.Len() > 3:
		w = r.recipientAt(cue.First+3, token.Range{First: cue.First + 3, Last: cue.Last})
		return w, !w.Empty() // "put it to the witness that"
	case r.callsOn(x):
		w = r.recipientAt(at, limits)
	case r.Fold(at) == "in" && (verb == "confided" || verb == "confides" || verb == "confiding"):
		w = r.recipientAt(at+1, limits)
		return w, !w.Empty()
	case r.Fold(at) == "on" && isCalling(verb):
		w = r.recipientAt(at+1, limits)
	}
	return w, !w.Empty() && r.leadsToInfinitive(w.Last)
}

// toldInCue returns whom a cue names behind its verb: "confided to a friend".
func (r *reader) toldInCue(cue token.Range) token.Range {
	to := cue.First + 1
	for to+1 < cue.Last && r.Fold(to) != "to" {
		to++
	}
	if to+2 >= cue.Last || !strings.HasSuffix(r.Fold(to-1), "ed") || r.Fold(to-1) == "posted" || !lexicon.ClassOf(r.Fold(to+1)).Has(lexicon.Determiner|lexicon.Possessive) {
		return token.Range{}
	}
	w := r.recipientAt(to+1, token.Range{First: to + 1, Last: cue.Last})
	if w.Last != cue.Last || !r.namesHearer(w) {
		return token.Range{}
	}
	return w
}

// withoutPurpose leaves out what one is asked for: "asked the driver | for help".
func (r *reader) withoutPurpose(w token.Range) token.Range {
	for i := w.First + 1; i < w.Last; i++ {
		if r.Fold(i) == "for" && !r.IsNameWord(i) && !r.IsNameWord(i-1) {
			w.Last = i
		}
	}
	return w
}

// leadsToInfinitive reports whether "to" or "not to" stands at token i, or behind the
// time that stands there: "called on lawmakers Wednesday to vote".
func (r *reader) leadsToInfinitive(i int) bool {
	if first, last := r.timesIn(token.Range{First: i, Last: i + 1}); first < last {
		i = r.Times[first].Last
	}
	return r.Fold(i) == "to" || r.Fold(i) == "not" && r.Fold(i+1) == "to"
}

// recipientBeside returns whom the clauses beside that of the cue name as asking
// or hearing: "asked by X, she said", "he said, speaking to X". The nearest on
// the left comes first.
func (r *reader) recipientBeside(x attribution.Attribution, near token.Range) token.Range {
	cue := x.Cue[0]
	for i := cue.First - 1; i >= near.First; i-- {
		if w := r.addressedAt(x, i, cue.First); !w.Empty() {
			return w
		}
	}
	for i := cue.Last; i < near.Last; i++ {
		if w := r.addressedAt(x, i, near.Last); !w.Empty() {
			return w
		}
	}
	return token.Range{}
}

// addressedAt reads the words at token i, if they are the writer's, as ones that
// tell whom the speaker of x beside them answers or addresses.
func (r *reader) addressedAt(x attribution.Attribution, i, last int) token.Range {
	if r.Content[i] || x.Source.Contains(i) {
		return token.Range{}
	}
	next := r.Fold(i + 1)
	first := i + 2
	switch word := r.Fold(i); {
	case isQuestioned(word) && next == "by":
	case (isAnswering(word) || word == "apologized" || word == "apologised" || word == "apologising" || word == "apologizing") && next == "to":
	case isTalking(word) && (next == "to" || next == "with"):
	case (word == "turned" || word == "turning") && next == "to" && r.Fold(x.Cue[0].First-1) == "and":
	case isMeeting(word) && next == "with" && r.opensAt(i):
	case IsCarrier(word) && next == "to", word == "interview" && next == "with", (word == "writing" || word == "wrote") && next == "to":
	case word == "briefing" && next == "for" && r.opensAt(i):
	case word == "question" || word == "questions":
		if next != "from" && next != "by" {
			return token.Range{}
		}
	case word == "telling", word == "addressing", word == "urging", word == "reminding", word == "assuring", word == "thanking", word == "warning", word == "briefed", word == "reassured":
		first = i + 1
	default:
		return token.Range{}
	}
	limits := token.Range{First: first, Last: min(len(r.Tokens), last+article.MaxSource, first+article.MaxSource)}
	for k := first; k < limits.Last; k++ {
		if r.Content[k] || !r.Marked && k == x.Source.First {
			limits.Last = k
		}
	}
	return r.recipientAt(first, limits)
}

// isMeeting reports whether a word followed by "with" names an occasion on which
// somebody speaks to those whom it names.
func isMeeting(word string) bool {
	switch word {
	case "meeting", "conversation", "briefing", "discussion", "talk", "chat", "session", "exchange", "call":
		return true
	}
	return false
}

// opensAt reports whether the noun phrase of the noun at token i stands after "at",
// "in", "during" or "on", and not after "after".
func (r *reader) opensAt(i int) bool {
	for k := i - 1; k >= max(0, i-5) && !r.BreaksPhrase(k+1); k-- {
		switch r.Fold(k) {
		case "at", "in", "during", "on":
			return true
		}
		if lexicon.ClassOf(r.Fold(k)).Has(lexicon.Preposition) {
			return false
		}
	}
	return false
}

// speaksTo reports whether "to" after a verb leads to a recipient and never to an
// infinitive.
func speaksTo(word string) bool {
	switch word {
	case "apologized", "apologised", "complained", "explained", "confided", "responded", "replied", "admitted", "lied":
		return true
	}
	return false
}

// isShouting reports whether a word followed by "at" tells whom somebody addresses.
func isShouting(word string) bool {
	switch word {
	case "shouted", "shouts", "shouting", "yelled", "yells", "yelling", "screamed", "screams", "screaming", "snapped", "snaps", "barked", "hollered":
		return true
	}
	return false
}

// callsOn reports whether the cue calls on somebody: for all to hear, and not to them
// alone.
func (r *reader) callsOn(x attribution.Attribution) bool {
	last := x.LastCue().Last
	return r.Fold(last-1) == "on" && isCalling(r.Fold(last-2))
}

func isCalling(word string) bool { return word == "called" || word == "calls" || word == "calling" }

// isAnswering reports whether a word followed by "to" tells that somebody
// answers.
func isAnswering(word string) bool {
	switch word {
	case "response", "responding", "responded", "reply", "replying", "replied", "answer":
		return true
	}
	return false
}

// isPromising reports whether a cue may take one as its object, whom something is
// promised, or what is promised.
func isPromising(word string) bool {
	return word == "promised" || word == "promises" || word == "promising"
}

// opensClause reports whether a clause begins at token i: "that …", "he would …".
func (r *reader) opensClause(i int) bool {
	class := lexicon.ClassOf(r.Fold(i))
	return r.Fold(i) == "that" || class.Has(lexicon.Subject) && !class.Has(lexicon.Determiner)
}

// isSubject reports whether a phrase that may name a recipient is the subject of
// what is said instead: "warned the plan would fail".
func (r *reader) isSubject(w token.Range) bool {
	return r.Content[w.First] && r.Fold(w.Last) != "not" && lexicon.ClassOf(r.Fold(w.Last)).Has(lexicon.Auxiliary)
}

// isUrgedThing reports whether a phrase behind "urged" is what is urged and not who is:
// "urged patience", but "urged drivers to wait".
func (r *reader) isUrgedThing(w token.Range) bool {
	switch r.Fold(w.First - 1) {
	case "urged", "urges", "urging", "urge", "challenged", "challenging", "encouraged", "encouraging", "encourages", "exhorted",
		"exhorting", "directed", "directing", "invited", "inviting", "ordered", "ordering":
	case "pressed", "pressing":
		return !lexicon.ClassOf(r.Fold(w.Last)).Has(lexicon.Preposition | lexicon.Complementizer)
	default:
		return false
	}
	for i := w.Last; i < min(len(r.Tokens), w.Last+article.MaxName) && !r.IsSentenceStart(i); i++ {
		if word := r.Fold(i); word == "to" || word == "that" && i == w.Last {
			return false
		}
	}
	return w.Len() > 1 || !lexicon.IsObjectPronoun(r.Fold(w.First))
}

// takesRecipient reports whether a cue other than tell takes whom it is addressed
// to as its object.
func takesRecipient(word string) bool {
	switch word {
	case "asked", "asks", "asking", "urged", "urges", "urging", "thanked", "thanking", "warned", "warning", "texted", "texting",
		"emailed", "emailing", "messaged", "messaging", "advised", "advising", "begged", "begging", "implored", "imploring",
		"alerted", "alerting", "cautioned", "cautioning", "chided", "chiding", "scolded",
		"challenged", "challenging", "instructed", "instructing", "urge", "encouraged", "encouraging", "encourages", "exhorted", "exhorting",
		"directed", "directing", "invited", "inviting", "ordered", "ordering", "pressed", "pressing", "congratulated", "congratulating":
		return true
	}
	return false
}

// recipientAt reads the noun phrase at token i as a recipient.
func (r *reader) recipientAt(i int, limits token.Range) token.Range {
	if i >= limits.Last {
		return token.Range{}
	}
	if n := r.RunOf[i]; n > 0 {
		run := r.Runs[n-1]
		switch {
		case run.First != i || !r.IsWorkTitle(run.Range):
			return token.Range{}
		case IsHost(r.Fold(run.Last)) && r.IsNameWord(run.Last+1) && !r.BreaksPhrase(run.Last+1):
			return token.Range{First: run.Last + 1, Last: r.titleEnd(run.Last+1, limits)} // "“Today” host Jane Roe"
		}
		return run.Range
	}
	if lexicon.IsReflexive(r.Fold(i)) {
		return token.Range{} // who tells himself something thinks it
	}
	if lexicon.IsObjectPronoun(r.Fold(i)) && !r.isPossessive(i, limits) {
		return token.Range{First: i, Last: i + 1}
	}
	if show := r.showAt(i, limits); !show.Empty() {
		return show
	}
	w := r.trimRecipient(r.NounPhraseAfter(i, limits))
	if r.isSpan(w) {
		return token.Range{}
	}
	if !w.Empty() {
		w = r.widenRecipient(w, limits)
	}
	if w.Empty() || lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Subject) && !lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Determiner) || r.isNoOne(w) {
		return token.Range{}
	}
	if name := r.apposedTo(w, limits); !name.Empty() {
		return name
	}
	return r.standIn(w)
}

// apposedTo returns the name between commas behind a description of one who is told:
// "told the council's lawyer, Jane Roe, that", "her rival, the farmer Jane Roe".
func (r *reader) apposedTo(w, limits token.Range) token.Range {
	at := w.Last
	if !r.Marked || at >= limits.Last || !r.Gap(at).BareBut(token.GapComma) || !r.Gap(at).Has(token.GapComma) || r.IsNameWord(at-1) {
		return token.Range{}
	}
	if !lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Determiner|lexicon.Possessive) && !r.IsNameWord(w.First) {
		return token.Range{}
	}
	name := r.NounPhraseAt(at, limits)
	first := name.First
	for first < name.Last && !r.IsNameWord(first) {
		first++
	}
	for i := first; i < name.Last; i++ {
		if r.Content[i] || !r.CanName(i) {
			return token.Range{}
		}
	}
	if name.Last-first < 2 || name.Last < len(r.Tokens) && (!r.BreaksPhrase(name.Last) || r.Cue[name.Last]) {
		return token.Range{}
	}
	return token.Range{First: first, Last: name.Last}
}

// isNoOne reports whether a noun phrase names what was said or done,
// and nobody who hears: "in response to criticism".
func (r *reader) isNoOne(w token.Range) bool {
	head := w.First
	for head+1 < w.Last && !lexicon.ClassOf(r.Fold(head+1)).Has(lexicon.Preposition) {
		head++
	}
	if r.IsNameWord(head) {
		return false
	}
	switch r.Fold(head) {
	case "question", "questions", "criticism", "applause", "cheers", "laughter", "request", "requests", "response", "story", "report", "reports", "survey",
		"joke", "tale", "life", "ad", "filings", "call", "calls", "camera", "allegations", "accusations", "claims", "concerns", "comments", "remarks":
		return true
	}
	return false
}

// isNewsConference reports whether words that name whom somebody told name the
// occasion: "told a news conference".
func (r *reader) isNewsConference(w token.Range) bool {
	for i := w.First + 1; i < w.Last && !lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition); i++ {
		if r.Fold(i) == "conference" || r.Fold(i) == "briefing" {
			switch r.Fold(i - 1) {
			case "news", "press", "media":
				return true
			}
		}
	}
	return false
}

// isSpan reports whether a noun phrase tells when: "last year".
func (r *reader) isSpan(w token.Range) bool {
	if w.Empty() {
		return false
	}
	switch r.Fold(w.First) {
	case "last", "next", "this", "earlier", "later", "every":
	default:
		return false
	}
	switch word := r.Fold(w.Last - 1); word {
	case "year", "month", "week", "summer", "winter", "spring", "autumn", "fall", "decade", "century", "weekend", "season":
		return true
	default:
		return lexicon.IsDayWord(word)
	}
}

// trimRecipient cuts off what stands after the naming of a recipient without a
// mark between: "the court | last week", "the crowd | gathered in", "Jane Roe's |
// question".
func (r *reader) trimRecipient(w token.Range) token.Range {
	for i := w.First; i < w.Last; i++ {
		word := r.Fold(i)
		switch {
		case i > w.First && word == "s" && (r.Fold(i+1) == "question" || r.Fold(i+1) == "questions" || i+1 == w.Last):
			return token.Range{First: w.First, Last: i}
		case i > w.First && (word == "from" || word == "at" && i+1 < w.Last && (r.Tokens[i+1].Shape == token.ShapeNumber || isMealtime(r.Fold(i+1)))):
			return token.Range{First: w.First, Last: i} // "her brother at 11.40pm", "the jury from the dock"
		case i > w.First && !r.Cased && r.Fold(w.First) == "the" && !r.IsNameWord(i) && lexicon.RoleOf(word) == lexicon.PersonRole && IsOutletWord(r.Fold(i-1)) && !isOfOutlet(word):
			return token.Range{First: w.First, Last: i} // "the selby mirror | businessman jane roe"
		case r.IsNameWord(i), word == "accused" && r.Fold(i-1) == "the":
		case i > w.First && (word == "dated" || word == "last" || word == "late" || word == "early" || word == "next"),
			(strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")) && len(word) > 5 && channelOfNoun(word, "", "") == "" && (i > w.First || i+1 == w.Last) && !lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Determiner):
			return token.Range{First: w.First, Last: i}
		default:
			if _, ok := lexicon.LookupCue(word); ok && lexicon.RoleOf(word) == lexicon.NoRole {
				return token.Range{First: w.First, Last: i}
			}
		}
	}
	return w
}

// isMealtime reports whether a word behind "at" tells when or where one is told.
func isMealtime(word string) bool {
	switch word {
	case "halftime", "half", "dinner", "lunch", "breakfast", "home", "night", "noon", "midnight", "dawn", "training", "bedtime":
		return true
	}
	return false
}

// widenRecipient adds what a name is only the first word of: "the House Energy |
// and Commerce Committee" and, without capitals, "iowa | reporters" and "clinton
// | attorney jane roe".
func (r *reader) widenRecipient(w, limits token.Range) token.Range {
	last := w.Last
	if last+1 >= limits.Last || r.Content[last] || r.BreaksPhrase(last) || !r.IsNameWord(last-1) {
		return w
	}
	word := r.Fold(last)
	switch {
	case word == "and":
		for k := last + 1; k < limits.Last && k-last < 4 && r.IsNameWord(k) && !r.Content[k] && !r.BreaksPhrase(k); k++ {
			if head := r.Fold(k); lexicon.RoleOf(head) == lexicon.OrganRole && k > last+1 {
				return token.Range{First: w.First, Last: k + 1}
			}
		}
	case r.Cased:
	case word == "com", IsOutletWord(word) && word != "newspaper" && r.Fold(w.First) == "the" && r.Fold(last+1) != "conference":
		return token.Range{First: w.First, Last: last + 1} // "the selby | echo"
	case lexicon.IsCrowd(word), isGathered(word), lexicon.RoleOf(word) == lexicon.GroupRole, word == "journalists":
		return token.Range{First: w.First, Last: last + 1}
	case lexicon.RoleOf(word) == lexicon.PersonRole:
		w.Last = last + 1
		for w.Last < limits.Last && r.IsNameWord(w.Last) && !r.Content[w.Last] && !r.BreaksPhrase(w.Last) {
			w.Last++
		}
	}
	return w
}

// antecedentReach is how many words back somebody may be named whom a
// description stands for.
const antecedentReach = 400

// standIn returns the name that "the paper", "the host" or "the committee" stands
// for: the last of the kind before it, or the description itself.
func (r *reader) standIn(w token.Range) token.Range {
	if r.Fold(w.First) != "the" || w.Len() != 2 {
		return w
	}
	head := r.Fold(w.Last - 1)
	for k := w.First - 1; k >= max(0, w.First-antecedentReach); k-- {
		if r.Quoted[k] || r.IsAside(k) {
			continue
		}
		switch {
		case IsOutletNoun(head):
			if IsOutletWord(r.Fold(k)) && r.IsNameWord(k) {
				return r.nameThrough(k)
			}
		case IsHost(head):
			if IsHost(r.Fold(k)) && r.IsNameWord(k+1) && !r.BreaksPhrase(k+1) {
				return token.Range{First: k + 1, Last: r.nameThrough(k + 1).Last}
			}
		case lexicon.SitsInSession(head) && head != "court":
			if r.Fold(k) == head && r.IsNameWord(k) && r.IsNameWord(k-1) {
				return r.nameThrough(k)
			}
		default:
			return w
		}
	}
	return w
}

// nameThrough returns the words of the name that token k stands in.
func (r *reader) nameThrough(k int) token.Range {
	w := token.Range{First: k, Last: k + 1}
	for w.First > 0 && k-w.First < article.MaxName && !r.BreaksPhrase(w.First) && r.IsNameWord(w.First-1) && !lexicon.IsDayWord(r.Fold(w.First-1)) {
		w.First--
	}
	for w.Last < len(r.Tokens) && w.Len() < article.MaxName && !r.BreaksPhrase(w.Last) && r.IsNameWord(w.Last) && !lexicon.IsDayWord(r.Fold(w.Last)) {
		w.Last++
	}
	return w
}
