package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// flatLocal looks for the name of a mailbox before the host h, where the sign
// between them is lost or spoken: "write to mara at example com". It returns
// where the address begins.
//
// At a host that gives out mailboxes the word before it is the name. At any
// other, a word that leads to a mailbox has to stand shortly before, or the
// name is two words long and a person's name: "mara lind at mara lind example
// com".
func (f *addressFinder) flatLocal(h flatHost) (begin int, found bool) {
	name := f.localWord(h.Start)
	spoken := name.In(f.text) == "at"
	if spoken {
		name = f.localWord(name.Start)
	}
	if name.Len() == 0 || isRunningWord(name.In(f.text)) {
		return 0, false
	}
	if isMailProvider(h.name) {
		return name.Start, true
	}
	lead := f.localWord(name.Start)
	if spoken {
		return name.Start, isMailCue(lead.In(f.text)) && !isReader(name.In(f.text))
	}
	if isMailCue(lead.In(f.text)) {
		return name.Start, true
	}
	if lead.In(f.text) == "at" {
		// "at", a word and a host: 299 of 327 in the training news were mailboxes.
		return name.Start, !isAtPhrase(name.In(f.text)) && !isSiteCue(f.localWord(lead.Start).In(f.text))
	}
	switch lead.In(f.text) {
	case "to":
		return name.Start, f.afterMailCue(lead)
	case "is":
		return name.Start, f.isMailAddress(f.localWord(lead.Start))
	}
	first, at := lead, f.localWord(lead.Start)
	switch {
	case isRunningWord(first.In(f.text)):
		return 0, false
	case isMailCue(at.In(f.text)), at.In(f.text) == "is" && f.isMailAddress(f.localWord(at.Start)):
		return first.Start, true
	case !isAtOrTo(at.In(f.text)):
		return 0, false
	}
	return first.Start, f.afterMailCue(at) || f.namesPerson(token.Span{Start: first.Start, End: name.End}, at)
}

// localWord returns the word before byte start.
func (f *addressFinder) localWord(start int) token.Span { return prevFlat(f.text, start, f.taken) }

func isAtOrTo(word string) bool { return word == "at" || word == "to" }

// afterMailCue reports whether a word that leads to a mailbox stands shortly
// before the word at.
func (f *addressFinder) afterMailCue(at token.Span) bool {
	const reach = 8 // words
	for word, n := f.localWord(at.Start), 0; word.Len() > 0 && n < reach; word, n = f.localWord(word.Start), n+1 {
		if isMailCue(word.In(f.text)) {
			return true
		}
	}
	return false
}

// isMailAddress reports whether the word is "address", and of a mailbox.
func (f *addressFinder) isMailAddress(word token.Span) bool {
	return word.In(f.text) == "address" && isMailCue(f.localWord(word.Start).In(f.text))
}

// namesPerson reports whether the words of name also stand right before at.
func (f *addressFinder) namesPerson(name, at token.Span) bool {
	before := strings.TrimRight(f.text[f.taken:at.Start], " ")
	words := name.In(f.text)
	return strings.HasSuffix(before, words) && (len(before) == len(words) || before[len(before)-len(words)-1] == ' ')
}

// addFlatMail records the mailbox from byte begin at the host h.
func (f *addressFinder) addFlatMail(begin int, h flatHost) {
	name := strings.TrimSuffix(strings.TrimRight(f.text[begin:h.Start], " "), " at")
	name = strings.Join(strings.Fields(name), ".")
	f.add(Address{
		Span: token.Span{Start: begin, End: h.End}, Written: name + "@" + h.name, Host: h.name, Kind: Email,
		Lossy: []Loss{LossSeparators}, Confidence: sureFlatMail,
	})
}

// isMailCue reports whether word leads to a mailbox.
func isMailCue(word string) bool {
	switch strings.ToLower(word) {
	case "email", "emails", "emailed", "emailing", "mail", "mailto", "contact", "reach", "reached", "send", "write":
		return true
	}
	return false
}

// isSiteCue reports whether "at" after word leads to a site: "read more at" and
// "donate at" go to no mailbox.
func isSiteCue(word string) bool {
	switch strings.ToLower(word) {
	case "more", "donate", "online", "available", "website", "site", "tickets", "register", "read", "look", "listen", "watch", "vote", "subscribe", "apply", "shop", "buy", "published", "visit":
		return true
	}
	return false
}

// isReader reports whether word after a verb of writing is the one written to
// and no name of a mailbox: "reach us at example com".
func isReader(word string) bool {
	return word == "me" || word == "us" || word == "them"
}

// isAtPhrase reports whether word after "at" is a phrase of its own.
func isAtPhrase(word string) bool {
	switch word {
	case "least", "risk", "first", "last", "home", "work", "night", "stake", "issue", "once", "times", "noon", "large", "random", "present", "school", "court", "war", "odds", "midnight", "dawn", "best", "worst", "most":
		return true
	}
	return false
}

// isMailProvider reports whether host gives mailboxes to the public.
func isMailProvider(host string) bool {
	switch host {
	case "gmail.com", "hotmail.com", "aol.com", "comcast.net", "protonmail.com", "googlemail.com":
		return true
	}
	return false
}
