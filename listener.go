package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// recipientOf returns the words beside the cue that name whom it is addressed
// to: "told X that", "wrote to X", "in an interview with X", "asked by X".
func (r *settingReader) recipientOf(a attribution, near words) words {
	cue := a.lastCue()
	at := cue.last
	limits := words{at, min(len(r.tokens), at+maxSource)}
	lexeme, _ := lexicon.LookupCue(r.fold(cue.last - 1))
	switch {
	case lexeme.Frame == lexicon.Listener:
		if w := r.listenerAt(at, limits); !w.empty() {
			return w
		}
	case takesListener(r.fold(cue.last - 1)):
		if w := r.listenerAt(at, limits); !w.empty() && !r.isSubject(w) {
			return w
		}
	case r.fold(at) == "to" && (!r.content[at] || speaksTo(r.fold(cue.last-1))) && a.source.first != at:
		return r.listenerAt(at+1, limits)
	case r.fold(at) == "on" && isCalling(r.fold(cue.last-1)):
		if w := r.listenerAt(at+1, limits); !w.empty() && r.fold(w.last) == "to" {
			return w
		}
	}
	for i := cue.first; i < min(len(r.tokens)-2, at+6); i++ {
		if i > at && (r.breaksPhrase(i) || r.content[i]) {
			break
		}
		if r.fold(i) == "interview" && r.fold(i+1) == "with" || isCarrierNoun(r.fold(i)) && r.fold(i+1) == "to" {
			return r.listenerAt(i+2, words{i + 2, min(len(r.tokens), i+2+maxSource)})
		}
	}
	return r.recipientBeside(a, near)
}

// recipientBeside returns whom the clauses beside that of the cue name as asking
// or hearing: "asked by X, she said", "he said, speaking to X". The nearest on
// the left comes first.
func (r *settingReader) recipientBeside(a attribution, near words) words {
	cue := a.cue[0]
	for i := cue.first - 1; i >= near.first; i-- {
		if w := r.addressAt(a, i, cue.first); !w.empty() {
			return w
		}
	}
	for i := cue.last; i < near.last; i++ {
		if w := r.addressAt(a, i, near.last); !w.empty() {
			return w
		}
	}
	return words{}
}

// addressAt reads the words at token i, if they are the writer's, as ones that
// tell whom the speaker of a beside them answers or addresses.
func (r *settingReader) addressAt(a attribution, i, last int) words {
	if r.content[i] || a.source.contains(i) {
		return words{}
	}
	next := r.fold(i + 1)
	first := i + 2
	switch word := r.fold(i); {
	case isQuestioned(word) && next == "by":
	case isAnswering(word) && next == "to":
	case isTalking(word) && (next == "to" || next == "with"):
	case isCarrierNoun(word) && next == "to", word == "interview" && next == "with", word == "writing" && next == "to":
	case word == "question" || word == "questions":
		if next != "from" && next != "by" {
			return words{}
		}
	case word == "telling", word == "addressing", word == "urging", word == "reminding", word == "assuring", word == "thanking", word == "warning":
		first = i + 1
	default:
		return words{}
	}
	limits := words{first, min(len(r.tokens), last+maxSource, first+maxSource)}
	for k := first; k < limits.last; k++ {
		if r.content[k] {
			limits.last = k
		}
	}
	return r.listenerAt(first, limits)
}

// speaksTo reports whether "to" after a verb leads to a listener and never to an
// infinitive.
func speaksTo(word string) bool {
	switch word {
	case "apologized", "apologised", "complained", "explained", "confided", "responded", "replied", "admitted", "lied":
		return true
	}
	return false
}

func isCalling(word string) bool { return word == "called" || word == "calls" || word == "calling" }

// isQuestioned reports whether a word tells that somebody was asked.
func isQuestioned(word string) bool {
	switch word {
	case "asked", "pressed", "questioned", "interviewed", "quizzed", "grilled", "challenged", "prodded", "prompted":
		return true
	}
	return false
}

// isAnswering reports whether a word followed by "to" tells that somebody
// answers.
func isAnswering(word string) bool {
	switch word {
	case "response", "responding", "responded", "reply", "replying", "replied", "answer":
		return true
	}
	return false
}

// isSubject reports whether a phrase that may name a listener is the subject of
// what is said instead: "warned the plan would fail".
func (r *settingReader) isSubject(w words) bool {
	return r.content[w.first] && r.fold(w.last) != "not" && lexicon.ClassOf(r.fold(w.last)).Has(lexicon.Auxiliary)
}

// takesListener reports whether a cue other than tell takes whom it is addressed
// to as its object.
func takesListener(word string) bool {
	switch word {
	case "asked", "asks", "asking", "urged", "urges", "urging", "thanked", "thanking", "warned", "warning", "texted", "texting",
		"emailed", "emailing", "messaged", "messaging", "advised", "advising", "begged", "begging", "implored", "imploring",
		"alerted", "alerting", "cautioned", "cautioning", "chided", "chiding", "scolded":
		return true
	}
	return false
}

// listenerAt reads the noun phrase at token i as a listener.
func (r *settingReader) listenerAt(i int, limits words) words {
	if i >= limits.last {
		return words{}
	}
	if n := r.runOf[i]; n > 0 {
		if run := r.runs[n-1]; run.first == i && r.isTitle(run.words) {
			return run.words
		}
		return words{}
	}
	if isObjectPronoun(r.fold(i)) {
		return words{i, i + 1}
	}
	if show := r.showAt(i, limits); !show.empty() {
		return show
	}
	w := r.trimListener(r.nounPhraseAfter(i, limits))
	if !w.empty() {
		w = r.widenListener(w, limits)
	}
	if w.empty() || lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Subject) && !lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Determiner) {
		return words{}
	}
	return r.standIn(w)
}

// trimListener cuts off what stands after the naming of a listener without a
// mark between: "the court | last week", "the crowd | gathered in", "Jane Roe's |
// question".
func (r *settingReader) trimListener(w words) words {
	for i := w.first; i < w.last; i++ {
		word := r.fold(i)
		switch {
		case i > w.first && word == "s" && (r.fold(i+1) == "question" || r.fold(i+1) == "questions" || i+1 == w.last):
			return words{w.first, i}
		case r.isNameWord(i):
		case i > w.first && (word == "last" || word == "late" || word == "early" || word == "next"),
			(strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")) && len(word) > 5 && channelOfNoun(word, "", "") == "" && (i > w.first || i+1 == w.last) && !lexicon.ClassOf(r.fold(i-1)).Has(lexicon.Determiner):
			return words{w.first, i}
		default:
			if _, ok := lexicon.LookupCue(word); ok && lexicon.RoleOf(word) == lexicon.NoRole {
				return words{w.first, i}
			}
		}
	}
	return w
}

// widenListener adds what a name is only the first word of: "the House Energy |
// and Commerce Committee" and, without capitals, "iowa | reporters" and "clinton
// | attorney jane roe".
func (r *settingReader) widenListener(w, limits words) words {
	last := w.last
	if last+1 >= limits.last || r.content[last] || r.breaksPhrase(last) || !r.isNameWord(last-1) {
		return w
	}
	word := r.fold(last)
	switch {
	case word == "and":
		for k := last + 1; k < limits.last && k-last < 4 && r.isNameWord(k) && !r.content[k] && !r.breaksPhrase(k); k++ {
			if head := r.fold(k); lexicon.RoleOf(head) == lexicon.OrganRole && k > last+1 {
				return words{w.first, k + 1}
			}
		}
	case r.cased:
	case word == "com":
		return words{w.first, last + 1}
	case isCrowd(word), isGathered(word), lexicon.RoleOf(word) == lexicon.GroupRole, word == "journalists":
		return words{w.first, last + 1}
	case lexicon.RoleOf(word) == lexicon.PersonRole:
		w.last = last + 1
		for w.last < limits.last && r.isNameWord(w.last) && !r.content[w.last] && !r.breaksPhrase(w.last) {
			w.last++
		}
	}
	return w
}

// showAt reads an outlet with a show or somebody of its own: "ABC's “Good Morning
// America”", "NBC's Meet the Press", "CNN's Jane Roe".
func (r *settingReader) showAt(i int, limits words) words {
	for k := i + 1; k < min(limits.last, i+6); k++ {
		if n := r.runOf[k]; n > 0 {
			if run := r.runs[n-1]; run.first == k && r.isTitle(run.words) && (r.fold(k-1) == "s" || isOutletWord(r.fold(k-1))) {
				return words{i, run.last}
			}
			break
		}
		if isOutletWord(r.fold(k-1)) && (!r.cased || r.gap(k).has(gapApostrophe|gapSingleClose)) && r.isNameWord(k) {
			if lexicon.IsGivenName(r.fold(k)) {
				return words{k, r.titleEnd(k, limits)} // "Fox News' Jane Roe"
			}
		}
		if k > i+1 && r.fold(k-1) == "s" && isOutletWord(r.fold(k-2)) && r.isNameWord(k-2) {
			last := r.titleEnd(k, limits)
			if lexicon.IsGivenName(r.fold(k)) && last > k {
				return words{k, last}
			}
			if last > k {
				return words{i, last}
			}
			if !r.cased {
				return words{i, k - 1}
			}
			break
		}
		if r.breaksPhrase(k) || lexicon.ClassOf(r.fold(k)).Has(lexicon.Preposition) {
			break
		}
	}
	return words{}
}

// withOutlet adds to a name the outlet that it is said to be of: "CNN's | Jane
// Roe".
func (a *article) withOutlet(w words) words {
	switch {
	case a.fold(w.first-1) == "s" && isOutletWord(a.fold(w.first-2)):
		return words{w.first - 2, w.last}
	case isOutletWord(a.fold(w.first-1)) && (!a.cased || a.isNameWord(w.first-1)):
		return words{w.first - 1, w.last}
	}
	return w
}

// titleEnd returns the token after the capitalised title that begins at token i, or
// i. Function words may stand within it: "Face the Nation".
func (r *settingReader) titleEnd(i int, limits words) int {
	last := i
	for k := i; k < limits.last && k-i < maxName; k++ {
		if k > i && r.breaksPhrase(k) {
			break
		}
		if r.isCapital(k) && !r.isPlainDay(k) {
			last = k + 1
		} else if k == i || !joinsTitle(r.fold(k)) {
			break
		}
	}
	return last
}

// isPlainDay reports whether token k is a day rather than the end of a title:
// "Meet the Press | Sunday", but "Fox News Sunday".
func (r *settingReader) isPlainDay(k int) bool {
	word := r.fold(k)
	return isDayWord(word) && word != "today" && word != "tonight" && r.fold(k-1) != "news"
}

// isCapital reports whether token k is written with a capital, or would be as it
// stands.
func (r *settingReader) isCapital(k int) bool {
	if !r.cased && r.restored != nil {
		return r.restored[k].Case != tagger.CaseLower
	}
	return r.isNameWord(k)
}

// joinsTitle reports whether a word may stand in a title without a capital.
func joinsTitle(word string) bool {
	switch word {
	case "the", "of", "and", "with", "in", "on", "a":
		return true
	}
	return false
}

// antecedentReach is how many words back somebody may be named whom a
// description stands for.
const antecedentReach = 400

// standIn returns the name that "the paper", "the host" or "the committee" stands
// for: the last of the kind before it, or the description itself.
func (r *settingReader) standIn(w words) words {
	if r.fold(w.first) != "the" || w.len() != 2 {
		return w
	}
	head := r.fold(w.last - 1)
	for k := w.first - 1; k > max(0, w.first-antecedentReach); k-- {
		if r.verbatim[k] || r.isAside(k) {
			continue
		}
		switch {
		case isOutletNoun(head):
			if isOutletWord(r.fold(k)) && r.isNameWord(k) {
				return r.nameThrough(k)
			}
		case isHost(head):
			if isHost(r.fold(k)) && r.isNameWord(k+1) && !r.breaksPhrase(k+1) {
				return words{k + 1, r.nameThrough(k + 1).last}
			}
		case isHearerInSession(head) && head != "court":
			if r.fold(k) == head && r.isNameWord(k) && r.isNameWord(k-1) {
				return r.nameThrough(k)
			}
		default:
			return w
		}
	}
	return w
}

// nameThrough returns the words of the name that token k stands in.
func (r *settingReader) nameThrough(k int) words {
	w := words{k, k + 1}
	for w.first > 0 && k-w.first < maxName && !r.breaksPhrase(w.first) && r.isNameWord(w.first-1) && !isDayWord(r.fold(w.first-1)) {
		w.first--
	}
	for w.last < len(r.tokens) && w.len() < maxName && !r.breaksPhrase(w.last) && r.isNameWord(w.last) && !isDayWord(r.fold(w.last)) {
		w.last++
	}
	return w
}

// isOutletNoun reports whether a word is what an outlet or its programme is called
// for short.
func isOutletNoun(word string) bool {
	switch word {
	case "newspaper", "paper", "magazine", "outlet", "network", "program", "programme", "show", "station", "site", "website",
		"publication", "broadcaster", "tabloid", "daily":
		return true
	}
	return false
}

// isHost reports whether a word names who asks on air.
func isHost(word string) bool {
	switch word {
	case "host", "hosts", "anchor", "anchors", "interviewer", "moderator", "moderators":
		return true
	}
	return false
}
