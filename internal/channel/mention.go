package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Mention is a word of the writer's own that tells of an occasion on which
// something was said: "in an interview with", "tweeted", "on Fox News Sunday".
type Mention struct {
	At         int // the token
	Sentence   int // index of the sentence that holds it
	Channel    Channel
	Placed     bool        // a verb, or a noun where an occasion is named; else the noun is only named
	Attributed bool        // within reported words: only those of the message itself may tell, ahead of what it quotes
	Recipient  token.Range // the words that name who hears or reads; may be empty
}

// SetsOccasion reports whether a mention is a placed one of the writer's own.
func (m *Mention) SetsOccasion() bool { return m.Placed && !m.Attributed }

// A mentionReader reads the mentions of an article in the order of the text.
type mentionReader struct {
	*reader
	interviewers map[string]bool // the last words of the names of those who interview, so far
}

// mentionsOf returns the mentions of the article in the order of the text. What
// is quoted tells nothing about how it was said; what is only reported may begin
// with it: "promised at a rally to …".
func mentionsOf(x *reader) []Mention {
	r := &mentionReader{reader: x, interviewers: make(map[string]bool)}
	mentions := make([]Mention, 0, len(r.Tokens)/wordsToMention)
	n := 0
	for i := range r.Tokens {
		if r.Quoted[i] || r.IsAside(i) {
			continue
		}
		var sentence token.Range
		sentence, n = r.SentenceAround(i, n)
		near := token.Range{First: max(sentence.First, i-nearReach), Last: min(sentence.Last, i+nearReach)}
		if m := r.mentionAt(i, near); m.Channel != "" {
			m.At, m.Sentence, m.Attributed = i, n, r.Content[i]
			mentions = append(mentions, m)
			if w := m.Recipient; m.Channel == Interview && !w.Empty() && r.IsNameWord(w.Last-1) {
				r.interviewers[r.Fold(w.Last-1)] = true
			}
		}
	}
	return mentions
}

// wordsToMention is how many words of news there are for one mention, about.
const wordsToMention = 64

// mentionAt reads token i as a mention: a verb, a noun, what follows a verb of
// talking or sending, and what is none of these but tells of an occasion all the
// same. The channel is empty if it is no mention.
func (r *mentionReader) mentionAt(i int, limits token.Range) Mention {
	if c := channelOfVerb(r.Fold(i)); c != "" {
		return Mention{Channel: c, Placed: true, Recipient: r.recipientOfVerb(i, limits)}
	}
	if c := r.inTheme(r.channelOfNounAt(i), i); c != "" {
		return Mention{Channel: c, Placed: r.placedNoun(i, limits) != "", Recipient: r.recipientOfNoun(i, limits)}
	}
	if first := r.told(i); first > 0 {
		w := r.freeRecipientAt(first, limits)
		m := Mention{Channel: r.channelOfTold(w), Placed: true, Recipient: w}
		if m.Channel == "" && r.isInterviewer(w) {
			m.Channel = Interview
		}
		return m
	}
	if first := r.sentTo(i); first > 0 {
		return Mention{Channel: r.lastWritten(i + 1), Placed: true, Recipient: r.freeRecipientAt(first, limits)}
	}
	if r.isAskedBy(i) {
		w := r.freeRecipientAt(i+2, limits)
		return Mention{Channel: r.channelOfAsker(w), Placed: true, Recipient: w}
	}
	if m := r.appearanceAt(i, limits); m.Channel != "" {
		return m
	}
	return r.audienceAt(i, limits)
}

// appearanceAt reads the preposition at token i as one before an outlet, a show or
// a committee that somebody appears before.
func (r *mentionReader) appearanceAt(i int, limits token.Range) Mention {
	switch word := r.Fold(i); {
	case word == "on" && (r.tellsOutlet(i) || r.isAppearance(i)):
		return Mention{Channel: Interview, Placed: true, Recipient: r.freeRecipientAt(i+1, limits)}
	case word == "with" && r.isShowBefore(i, limits):
		return Mention{Channel: Interview, Recipient: r.freeRecipientAt(i+1, limits)}
	case word == "at" && r.isSpeakingAt(i, limits):
		return Mention{Channel: Speech, Placed: true}
	case word == "before" && r.isWitness(i):
		return Mention{Channel: Testimony, Placed: true, Recipient: r.freeRecipientAt(i+1, limits)}
	}
	return Mention{}
}

// audienceAt reads token i as a word for those who hear or ask: a committee, a
// crowd, a host.
func (r *mentionReader) audienceAt(i int, limits token.Range) Mention {
	switch word := r.Fold(i); {
	case (word == "committee" || word == "subcommittee") && r.isOfParliament(i):
		return Mention{Channel: Testimony, Recipient: r.sessionAt(i)}
	case word == "grilled", word == "grilling":
		return Mention{Channel: Testimony}
	case lexicon.IsCrowd(word), isGathered(word) && r.isAddressed(i):
		return Mention{Channel: Speech, Recipient: token.Range{First: i, Last: i + 1}}
	case r.IsHearing && lexicon.SitsInSession(word):
		return Mention{Channel: Testimony, Recipient: r.sessionAt(i)}
	case word == "moderator", word == "moderators":
		return Mention{Channel: Debate, Recipient: r.hostAt(i, limits)}
	case IsHost(word):
		return Mention{Channel: Interview, Recipient: r.hostAt(i, limits)}
	case IsOutletWord(word) && r.Fold(i+1) == "s" && r.IsNameWord(i) && lexicon.IsGivenName(r.Fold(i+2)):
		return Mention{Channel: Interview, Recipient: r.freeRecipientAt(i+2, limits)}
	}
	return Mention{}
}

// isAskedBy reports whether token i and the next say that somebody was asked:
// "pressed by".
func (r *reader) isAskedBy(i int) bool {
	word := r.Fold(i)
	return r.Fold(i+1) == "by" && (isQuestioned(word) || word == "questioning" || word == "examination")
}

// told returns the token after a verb of talking to somebody at token i, or 0.
func (r *reader) told(i int) int {
	next := r.Fold(i + 1)
	switch word := r.Fold(i); {
	case isTelling(word), word == "addressed", word == "addressing":
		return i + 1
	case isTalking(word) && (next == "to" || next == "with" || next == "before"), word == "down" && next == "with" && r.Fold(i-1) == "sat":
		return i + 2
	}
	return 0
}

// sentTo returns the token after "sent to", "wrote to" and the like at token i, or
// 0. What was sent is named right before.
func (r *reader) sentTo(i int) int {
	switch r.Fold(i) {
	case "sent", "addressed", "forwarded", "wrote", "written":
	default:
		return 0
	}
	switch r.lastWritten(i + 1) {
	case Letter, Email, Message:
	default:
		return 0
	}
	for k := i + 1; k < i+4 && !r.BreaksPhrase(k); k++ {
		switch r.Fold(k) {
		case "link", "links":
			return 0 // "sent a link to the archive"
		case "to":
			return k + 1
		}
	}
	return 0
}

// isInterviewer reports whether words name somebody whom an earlier mention names as
// one who interviews.
func (r *mentionReader) isInterviewer(w token.Range) bool {
	return !w.Empty() && w.Len() <= 3 && r.IsNameWord(w.Last-1) && r.interviewers[r.Fold(w.Last-1)]
}

// channelOfTold returns the channel of something told to a recipient.
func (r *reader) channelOfTold(recipient token.Range) Channel {
	if c := r.channelOfRecipient(recipient); c != "" || recipient.Empty() {
		return c
	}
	switch word := r.Fold(recipient.Last - 1); {
	case word == "reporters", word == "journalists":
		return NewsConference
	case word == "witness" && r.Fold(recipient.First) == "the":
		return Testimony
	case word == "operator", word == "dispatcher", word == "dispatchers", word == "operators":
		return Call
	case isGathered(word):
		return Speech
	case word == "com", word == "today":
		return Interview // "Example.com", "USA Today"
	}
	return ""
}

// channelOfAsker returns the channel of an answer to whom the words name.
func (r *reader) channelOfAsker(asker token.Range) Channel {
	if c := r.channelOfTold(asker); c != "" || asker.Empty() {
		return c
	}
	switch {
	case r.IsHearing:
		return Testimony
	case r.IsDebate:
		return Debate
	}
	return Interview
}

// recipientOfVerb returns whom a verb that tells its own channel names as
// hearing or reading: "emailed the board", "testified before the committee".
func (r *reader) recipientOfVerb(i int, limits token.Range) token.Range {
	switch r.Fold(i) {
	case "emailed", "texted", "messaged":
		return r.freeRecipientAt(i+1, limits)
	}
	for k := i + 1; k < min(limits.Last, i+6) && !r.BreaksPhrase(k); k++ {
		switch r.Fold(k) {
		case "before", "to", "at":
			if isPlatform(r.Fold(k + 1)) {
				return token.Range{} // "posted to TikTok"
			}
			return r.freeRecipientAt(k+1, limits)
		case "of":
			if r.Fold(k-1) == "front" {
				return r.freeRecipientAt(k+1, limits)
			}
		}
	}
	return token.Range{}
}

// follows reports whether a word for which is holds stands at most reach words
// before token i with no mark between that ends a phrase.
func (r *reader) follows(i, reach int, is func(word string) bool) bool {
	for k := i - 1; k >= max(0, i-reach) && !r.BreaksPhrase(k+1); k-- {
		if is(r.Fold(k)) {
			return true
		}
	}
	return false
}

// isAppearance reports whether token i, "on", follows a verb or noun of being on
// air, and a name follows it: "appeared on Meet the Press".
func (r *reader) isAppearance(i int) bool {
	if !r.IsNameWord(i+1) && (r.Fold(i+1) != "the" || !r.IsNameWord(i+2)) {
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

// placeReach is how far behind "speaking at" another occasion may be named.
const placeReach = 8

// isSpeakingAt reports whether token i, "at", follows "speaking" or "spoke" and no word
// behind it tells another occasion: "speaking at the Selby library".
func (r *reader) isSpeakingAt(i int, limits token.Range) bool {
	switch r.Fold(i - 1) {
	case "speaking", "spoke":
	default:
		return false
	}
	for k := i + 1; k < min(limits.Last, i+placeReach) && !r.BreaksPhrase(k); k++ {
		if r.channelOfNounAt(k) != "" {
			return false
		}
	}
	return true
}

// isWitness reports whether token i, "before", follows a word of being heard.
func (r *reader) isWitness(i int) bool {
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
func (r *reader) isAddressed(i int) bool {
	return r.follows(i, 4, func(word string) bool {
		switch word {
		case "told", "tells", "telling", "to", "before", "addressed", "addressing", "thanked", "urged", "asked", "reminded":
			return true
		}
		return false
	})
}

// sessionAt returns the name of the court or committee at token i.
func (r *reader) sessionAt(i int) token.Range {
	w := token.Range{First: max(0, i-1), Last: i + 1}
	if r.Fold(i-1) == "the" {
		return r.standIn(w)
	}
	if r.IsNameWord(i) {
		return r.nameThrough(i)
	}
	return token.Range{First: i, Last: i + 1}
}

// hostAt returns the name of the host at token i, or the last host named.
func (r *reader) hostAt(i int, limits token.Range) token.Range {
	if r.IsNameWord(i+1) && !r.BreaksPhrase(i+1) {
		return r.freeRecipientAt(i, limits)
	}
	if r.Fold(i-1) == "the" {
		return r.standIn(token.Range{First: i - 1, Last: i + 1})
	}
	return token.Range{First: i, Last: i + 1}
}

// isShowBefore reports whether the name of an outlet, or an interview with
// somebody else, stands right before token i: "on CNN with Jane Roe".
func (r *reader) isShowBefore(i int, limits token.Range) bool {
	for k := i - 1; k >= max(limits.First, i-6) && !r.Content[k]; k-- {
		if IsOutletWord(r.Fold(k)) || r.Fold(k) == "with" && r.Fold(k-1) == "interview" || r.Fold(k) == "show" {
			return true
		}
	}
	return false
}

// isOfParliament reports whether the committee at token i is one of a parliament:
// "the Senate banking committee".
func (r *reader) isOfParliament(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch r.Fold(k) {
		case "senate", "house", "commons", "lords", "select", "parliamentary", "congressional":
			return true
		}
	}
	return false
}

// tellsOutlet reports whether the name of an outlet follows token i: "on CNN", "on
// NBC's Meet the Press".
func (r *reader) tellsOutlet(i int) bool {
	for k := i + 1; k < min(len(r.Tokens), i+5) && !r.Content[k] && (k == i+1 || !r.BreaksPhrase(k)); k++ {
		switch class := lexicon.ClassOf(r.Fold(k)); {
		case IsOutletWord(r.Fold(k)), k > i+1 && isOutletPair(r.Fold(k-1), r.Fold(k)) && r.IsNameWord(k):
			return true
		case class.Has(lexicon.Preposition | lexicon.Subject&^lexicon.Determiner):
			return false
		}
	}
	return false
}

// recipientOfNoun returns whom the noun of an occasion at token i names as
// hearing or reading: "an interview with Jane Roe", "a Bloomberg interview", "a
// letter addressed to the board".
func (r *reader) recipientOfNoun(i int, limits token.Range) token.Range {
	word := r.Fold(i)
	for k := i + 1; k < min(limits.Last, i+nounReach) && !r.BreaksPhrase(k); k++ {
		switch r.Fold(k) {
		case "with", "to":
			return r.freeRecipientAt(k+1, limits)
		case "on", "for", "by":
			if word == "interview" {
				return r.freeRecipientAt(k+1, limits)
			}
		case "before":
			if word == "testimony" || word == "hearing" {
				return r.freeRecipientAt(k+1, limits)
			}
		case "said", "says", "that", "who", "which", "is", "was", "and", "but":
			return r.recipientWithin(i, limits)
		}
	}
	return r.recipientWithin(i, limits)
}

// nounReach is how far after the noun of an occasion its recipient may be named.
const nounReach = 5

// recipientWithin returns whom the words right before the noun at token i name: "a
// Bloomberg interview", "a Senate Judiciary Committee hearing".
func (r *reader) recipientWithin(i int, limits token.Range) token.Range {
	var names func(word string) bool
	switch r.Fold(i) {
	case "interview", "interviews", "questions", "show", "podcast", "programme":
		names = IsOutletWord
	case "hearing", "testimony", "trial":
		names = lexicon.SitsInSession
	case "court", "tribunal", "subcommittee", "parliament":
		if r.placedNoun(i, limits) != "" {
			return r.sessionAt(i)
		}
		return token.Range{}
	default:
		return token.Range{}
	}
	first := i
	for first > limits.First && r.IsNameWord(first-1) && !r.BreaksPhrase(first) && lexicon.ClassOf(r.Fold(first-1)) == 0 {
		first--
	}
	for k := first; k < i; k++ {
		if names(r.Fold(k)) {
			return token.Range{First: first, Last: i}
		}
	}
	if first < i && r.Fold(i) == "interview" && (r.Fold(first-1) == "a" || r.Fold(first-1) == "an") {
		return token.Range{First: first, Last: i}
	}
	return token.Range{}
}

// freeRecipientAt reads the noun phrase at token i as a recipient, up to what is
// attributed.
func (r *reader) freeRecipientAt(i int, limits token.Range) token.Range {
	last := i
	within := i > 0 && r.Content[i-1]
	for last < limits.Last && (!r.Content[last] || within && !r.Quoted[last]) && last-i < article.MaxSource {
		last++
	}
	return r.recipientAt(i, token.Range{First: i, Last: last})
}
