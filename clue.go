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
}

// findClues returns the clues of the article in the order of the text. What
// is quoted tells nothing about how it was said; what is only reported may begin
// with it: "promised at a rally to …".
func (r *settingReader) findClues() []clue {
	var clues []clue
	sentence := 0
	for i := range r.tokens {
		for sentence < len(r.sentences)-1 && r.sentences[sentence].last <= i {
			sentence++
		}
		if r.verbatim[i] || r.isAside(i) {
			continue
		}
		whole := words{max(r.sentences[sentence].first, i-settingReach), min(r.sentences[sentence].last, i+settingReach)}
		if c := r.clueAt(i, whole); c.channel != "" {
			c.at, c.sentence, c.attributed = i, sentence, r.content[i]
			clues = append(clues, c)
		}
	}
	return clues
}

// clueAt reads token i as a clue. The channel is empty if it is none.
func (r *settingReader) clueAt(i int, limits words) clue {
	word := r.fold(i)
	if channel := channelOfVerb(word); channel != "" {
		return clue{channel: channel, placed: true}
	}
	if channel := channelOfNoun(word, r.fold(i-1), r.fold(i+1)); channel != "" {
		return clue{channel: channel, placed: r.channelNoun(i, limits) != "", hearers: r.hearersOf(i, limits)}
	}
	switch {
	case word == "told" || word == "tells" || word == "telling", isTalking(word) && (r.fold(i+1) == "to" || r.fold(i+1) == "with"):
		hearers := i + 1
		if isTalking(word) {
			hearers++
		}
		c := clue{placed: true, hearers: r.hearersAt(hearers, limits)}
		c.channel = channelOfHearers(r.article, c.hearers)
		return c
	case word == "on" && r.tellsOutlet(i):
		return clue{channel: ChannelInterview, placed: true, hearers: r.hearersAt(i+1, limits)}
	case word == "with" && r.isShowBefore(i, limits):
		return clue{channel: ChannelInterview, hearers: r.hearersAt(i+1, limits)}
	case isCrowd(word):
		return clue{channel: ChannelSpeech, hearers: words{i, i + 1}}
	case word == "host" || word == "hosts" || word == "anchor" || word == "interviewer":
		return clue{channel: ChannelInterview, hearers: r.hearersAt(i, limits)}
	case word == "moderator" || word == "moderators":
		return clue{channel: ChannelDebate, hearers: r.hearersAt(i, limits)}
	}
	return clue{}
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
// reading: "an interview with Jane Roe", "a Bloomberg interview", "a letter to the
// board".
func (r *settingReader) hearersOf(i int, limits words) words {
	for k := i + 1; k < min(limits.last, i+4); k++ {
		switch r.fold(k) {
		case "with", "to":
			return r.hearersAt(k+1, limits)
		case "on", "for", "by":
			if r.fold(i) == "interview" {
				return r.hearersAt(k+1, limits)
			}
		}
		if r.breaksPhrase(k) {
			break
		}
	}
	switch r.fold(i) {
	case "interview", "questions":
		first := i
		for first > limits.first && r.isNameWord(first-1) && !r.breaksPhrase(first) && lexicon.ClassOf(r.fold(first-1)) == 0 {
			first--
		}
		for k := first; k < i; k++ {
			if isOutletWord(r.fold(k)) {
				return words{first, i}
			}
		}
	}
	return words{}
}

// hearersAt reads the noun phrase at token i, up to what is attributed.
func (r *settingReader) hearersAt(i int, limits words) words {
	last := i
	for last < limits.last && !r.content[last] && last-i < maxSource {
		last++
	}
	return r.listenerAt(i, words{i, last})
}
