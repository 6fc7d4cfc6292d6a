package verbatim

import "github.com/verbatim-news/verbatim/internal/lexicon"

// A clue is a word of the writer's own that tells of an occasion on which
// something was said: "in an interview with", "tweeted", "on Fox News Sunday".
type clue struct {
	at         int // the token
	sentence   int // index of the sentence that holds it
	channel    Channel
	placed     bool  // a verb, or a noun in the place of a setting; else the noun is only named
	attributed bool  // within reported words: only those of the message itself may tell, ahead of what it quotes
	hearers    words // whom the clue names as hearing or reading; may be empty
	party      int   // who these are, once resolved
	resolved   bool
}

// setsScene reports whether a clue is a placed one of the writer's own.
func (c *clue) setsScene() bool { return c.placed && !c.attributed }

// findClues returns the clues of the article in the order of the text. What
// is quoted tells nothing about how it was said; what is only reported may begin
// with it: "promised at a rally to …".
func (r *settingReader) findClues() []clue {
	var clues []clue
	r.interviewers = make(map[string]bool)
	n := 0
	for i := range r.tokens {
		if r.verbatim[i] || r.isAside(i) {
			continue
		}
		var sentence words
		sentence, n = r.sentenceAround(i, n)
		near := words{max(sentence.first, i-settingReach), min(sentence.last, i+settingReach)}
		if c := r.clueAt(i, near); c.channel != "" {
			c.at, c.sentence, c.attributed = i, n, r.content[i]
			clues = append(clues, c)
			if w := c.hearers; c.channel == ChannelInterview && !w.empty() && r.isNameWord(w.last-1) {
				r.interviewers[r.fold(w.last-1)] = true
			}
		}
	}
	return clues
}

// clueAt reads token i as a clue. The channel is empty if it is none.
func (r *settingReader) clueAt(i int, limits words) clue {
	word := r.fold(i)
	if channel := channelOfVerb(word); channel != "" {
		return clue{channel: channel, placed: true, hearers: r.hearersOfVerb(i, limits)}
	}
	if channel := r.inTheme(channelOfNoun(word, r.fold(i-1), r.fold(i+1)), i); channel != "" {
		return clue{channel: channel, placed: r.channelNoun(i, limits) != "", hearers: r.hearersOf(i, limits)}
	}
	if first := r.told(i); first > 0 {
		c := clue{placed: true, hearers: r.hearersAt(first, limits)}
		c.channel = r.channelOfTold(c.hearers)
		if c.channel == "" && r.isInterviewer(c.hearers) {
			c.channel = ChannelInterview
		}
		return c
	}
	if first := r.sentTo(i); first > 0 {
		return clue{channel: r.writtenBefore(i + 1), placed: true, hearers: r.hearersAt(first, limits)}
	}
	switch {
	case isQuestioned(word) && r.fold(i+1) == "by", word == "questioning" && r.fold(i+1) == "by", word == "examination" && r.fold(i+1) == "by":
		c := clue{placed: true, hearers: r.hearersAt(i+2, limits)}
		c.channel = r.channelOfAsker(c.hearers)
		return c
	case word == "on" && (r.tellsOutlet(i) || r.isAppearance(i)):
		return clue{channel: ChannelInterview, placed: true, hearers: r.hearersAt(i+1, limits)}
	case word == "with" && r.isShowBefore(i, limits):
		return clue{channel: ChannelInterview, hearers: r.hearersAt(i+1, limits)}
	case word == "before" && r.isWitness(i):
		return clue{channel: ChannelTestimony, placed: true, hearers: r.hearersAt(i+1, limits)}
	case (word == "committee" || word == "subcommittee") && r.isOfParliament(i):
		return clue{channel: ChannelTestimony, hearers: r.sessionAt(i)}
	case word == "grilled", word == "grilling":
		return clue{channel: ChannelTestimony}
	case isCrowd(word), isGathered(word) && r.isAddressed(i):
		return clue{channel: ChannelSpeech, hearers: words{i, i + 1}}
	case r.isHearing && isHearerInSession(word):
		return clue{channel: ChannelTestimony, hearers: r.sessionAt(i)}
	case isHost(word) || word == "correspondent":
		c := clue{channel: ChannelInterview, hearers: r.hostAt(i, limits)}
		if word == "moderator" || word == "moderators" {
			c.channel = ChannelDebate
		}
		return c
	case isOutletWord(word) && r.fold(i+1) == "s" && r.isNameWord(i):
		if lexicon.IsGivenName(r.fold(i + 2)) {
			return clue{channel: ChannelInterview, hearers: r.hearersAt(i+2, limits)}
		}
	}
	return clue{}
}

// told returns the token after a verb of telling or talking to somebody at token
// i, or 0.
func (r *settingReader) told(i int) int {
	next := r.fold(i + 1)
	switch word := r.fold(i); {
	case word == "told", word == "tells", word == "telling", word == "addressed", word == "addressing":
		return i + 1
	case isTalking(word) && (next == "to" || next == "with" || next == "before"), word == "down" && next == "with" && r.fold(i-1) == "sat":
		return i + 2
	}
	return 0
}

// sentTo returns the token after "sent to", "wrote to" and the like at token i, or
// 0. What was sent is named right before.
func (r *settingReader) sentTo(i int) int {
	switch r.fold(i) {
	case "sent", "addressed", "forwarded", "wrote", "written":
	default:
		return 0
	}
	switch r.writtenBefore(i + 1) {
	case ChannelLetter, ChannelEmail, ChannelMessage:
	default:
		return 0
	}
	for k := i + 1; k < i+4 && !r.breaksPhrase(k); k++ {
		if r.fold(k) == "to" {
			return k + 1
		}
	}
	return 0
}

// isInterviewer reports whether words name somebody whom an earlier clue names as one
// who interviews.
func (r *settingReader) isInterviewer(w words) bool {
	return !w.empty() && w.len() <= 3 && r.isNameWord(w.last-1) && r.interviewers[r.fold(w.last-1)]
}

// channelOfTold returns the channel of something told to the hearers.
func (r *settingReader) channelOfTold(hearers words) Channel {
	if c := channelOfHearers(r.article, hearers); c != "" || hearers.empty() {
		return c
	}
	switch word := r.fold(hearers.last - 1); {
	case word == "reporters", word == "journalists":
		return ChannelNewsConference
	case isGathered(word):
		return ChannelSpeech
	case word == "com", word == "today":
		return ChannelInterview // "Example.com", "USA Today"
	}
	return ""
}

// channelOfAsker returns the channel of an answer to whom the words name.
func (r *settingReader) channelOfAsker(asker words) Channel {
	if c := r.channelOfTold(asker); c != "" || asker.empty() {
		return c
	}
	switch {
	case r.isHearing:
		return ChannelTestimony
	case r.isDebate:
		return ChannelDebate
	}
	return ChannelInterview
}

// hearersOfVerb returns whom a verb that tells its own channel names as hearing
// or reading: "emailed the board", "testified before the committee".
func (r *settingReader) hearersOfVerb(i int, limits words) words {
	switch r.fold(i) {
	case "emailed", "texted", "messaged":
		return r.hearersAt(i+1, limits)
	}
	for k := i + 1; k < min(limits.last, i+6) && !r.breaksPhrase(k); k++ {
		switch r.fold(k) {
		case "before", "to", "at":
			return r.hearersAt(k+1, limits)
		case "of":
			if r.fold(k-1) == "front" {
				return r.hearersAt(k+1, limits)
			}
		}
	}
	return words{}
}

// follows reports whether a word for which is holds stands at most reach words
// before token i with no mark between that ends a phrase.
func (r *settingReader) follows(i, reach int, is func(word string) bool) bool {
	for k := i - 1; k > max(0, i-reach-1) && !r.breaksPhrase(k+1); k-- {
		if is(r.fold(k)) {
			return true
		}
	}
	return false
}

// isAppearance reports whether token i, "on", follows a verb or noun of being on
// air, and a name follows it: "appeared on Meet the Press".
func (r *settingReader) isAppearance(i int) bool {
	if !r.isNameWord(i+1) && (r.fold(i+1) != "the" || !r.isNameWord(i+2)) {
		return false
	}
	return r.follows(i, 3, func(word string) bool {
		switch word {
		case "appeared", "appearing", "appears", "appearance", "appearances", "interviewed", "guest":
			return true
		}
		return false
	})
}

// isWitness reports whether token i, "before", follows a word of being heard.
func (r *settingReader) isWitness(i int) bool {
	return r.follows(i, 4, func(word string) bool {
		switch word {
		case "appeared", "appearing", "appearance", "testimony", "testify", "testifying", "testified", "hearing":
			return true
		}
		return false
	})
}

// isAddressed reports whether token i is the head of those whom somebody speaks
// to: "told the volunteers".
func (r *settingReader) isAddressed(i int) bool {
	return r.follows(i, 4, func(word string) bool {
		switch word {
		case "told", "tells", "telling", "to", "before", "addressed", "addressing", "thanked", "urged", "asked", "reminded":
			return true
		}
		return false
	})
}

// isGathered reports whether a word names those who come together to listen, but
// is used for much else too.
func isGathered(word string) bool {
	switch word {
	case "attendees", "volunteers", "activists", "students", "voters", "mayors", "donors", "parishioners", "cadets", "guests",
		"fans", "protesters", "onlookers", "members", "veterans", "workers", "residents", "employees", "people", "troops":
		return true
	}
	return false
}

// sessionAt returns the name of the court or committee at token i.
func (r *settingReader) sessionAt(i int) words {
	w := words{max(0, i-1), i + 1}
	if r.fold(i-1) == "the" {
		return r.standIn(w)
	}
	if r.isNameWord(i) {
		return r.nameThrough(i)
	}
	return words{i, i + 1}
}

// hostAt returns the name of the host at token i, or the last host named.
func (r *settingReader) hostAt(i int, limits words) words {
	if r.isNameWord(i+1) && !r.breaksPhrase(i+1) {
		return r.hearersAt(i, limits)
	}
	if r.fold(i-1) == "the" {
		return r.standIn(words{i - 1, i + 1})
	}
	return words{i, i + 1}
}

// isShowBefore reports whether the name of an outlet, or an interview with
// somebody else, stands right before token i: "on CNN with Jane Roe".
func (r *settingReader) isShowBefore(i int, limits words) bool {
	for k := i - 1; k >= max(limits.first, i-6) && !r.content[k]; k-- {
		if isOutletWord(r.fold(k)) || r.fold(k) == "with" && r.fold(k-1) == "interview" || r.fold(k) == "show" {
			return true
		}
	}
	return false
}

// isOfParliament reports whether the committee at token i is one of a parliament:
// "the Senate banking committee".
func (r *settingReader) isOfParliament(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch r.fold(k) {
		case "senate", "house", "commons", "lords", "select", "parliamentary", "congressional":
			return true
		}
	}
	return false
}

// isTalking reports whether a word is a form of speak or talk.
func isTalking(word string) bool {
	switch word {
	case "spoke", "speaking", "spoken", "speaks", "talked", "talking", "talks":
		return true
	}
	return false
}

// tellsOutlet reports whether the name of an outlet follows token i: "on CNN", "on
// NBC's Meet the Press".
func (r *settingReader) tellsOutlet(i int) bool {
	for k := i + 1; k < min(len(r.tokens), i+5) && !r.content[k] && !r.breaksPhrase(k); k++ {
		switch class := lexicon.ClassOf(r.fold(k)); {
		case isOutletWord(r.fold(k)):
			return true
		case class.Has(lexicon.Preposition | lexicon.Subject&^lexicon.Determiner):
			return false
		}
	}
	return false
}

// hearersOf returns whom the noun of an occasion at token i names as hearing or
// reading: "an interview with Jane Roe", "a Bloomberg interview", "a letter
// addressed to the board".
func (r *settingReader) hearersOf(i int, limits words) words {
	word := r.fold(i)
	for k := i + 1; k < min(limits.last, i+nounReach) && !r.breaksPhrase(k); k++ {
		switch r.fold(k) {
		case "with", "to":
			return r.hearersAt(k+1, limits)
		case "on", "for", "by":
			if word == "interview" {
				return r.hearersAt(k+1, limits)
			}
		case "before":
			if word == "testimony" || word == "hearing" {
				return r.hearersAt(k+1, limits)
			}
		case "said", "says", "that", "who", "which", "is", "was", "and", "but":
			return r.hearersWithin(i, limits)
		}
	}
	return r.hearersWithin(i, limits)
}

// nounReach is how far after the noun of an occasion its hearers may be named.
const nounReach = 5

// hearersWithin returns whom the words right before the noun at token i name: "a
// Bloomberg interview", "a Senate Judiciary Committee hearing".
func (r *settingReader) hearersWithin(i int, limits words) words {
	var names func(word string) bool
	switch r.fold(i) {
	case "interview", "interviews", "questions", "show", "podcast", "programme":
		names = isOutletWord
	case "hearing", "testimony", "trial":
		names = isHearerInSession
	case "court", "tribunal", "subcommittee", "parliament":
		if r.channelNoun(i, limits) != "" {
			return r.sessionAt(i)
		}
		return words{}
	default:
		return words{}
	}
	first := i
	for first > limits.first && r.isNameWord(first-1) && !r.breaksPhrase(first) && lexicon.ClassOf(r.fold(first-1)) == 0 {
		first--
	}
	for k := first; k < i; k++ {
		if names(r.fold(k)) {
			return words{first, i}
		}
	}
	if first < i && r.fold(i) == "interview" && (r.fold(first-1) == "a" || r.fold(first-1) == "an") {
		return words{first, i}
	}
	return words{}
}

// hearersAt reads the noun phrase at token i, up to what is attributed.
func (r *settingReader) hearersAt(i int, limits words) words {
	last := i
	for last < limits.last && (!r.content[last] || r.content[i-1] && !r.verbatim[last]) && last-i < maxSource {
		last++
	}
	return r.listenerAt(i, words{i, last})
}
