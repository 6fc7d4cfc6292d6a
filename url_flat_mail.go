package verbatim

// flatLocal looks for the name of a mailbox before the host h, where the sign
// between them is lost or spoken: "write to mara at example com". It returns
// where the address begins.
//
// At a host that gives out mailboxes the word before it is the name. At any
// other, one of the words that lead to a mailbox has to stand shortly before.
func (f *addressFinder) flatLocal(h flatHost) (begin int, found bool) {
	name := prevFlat(f.text, h.Start, f.taken)
	spoken := name.In(f.text) == "at"
	if spoken {
		name = prevFlat(f.text, name.Start, f.taken)
	}
	if name.Len() == 0 || isRunningWord(name.In(f.text)) {
		return 0, false
	}
	if isMailProvider(h.name) {
		return name.Start, true
	}
	lead := prevFlat(f.text, name.Start, f.taken)
	if spoken {
		return name.Start, isMailCue(lead.In(f.text)) && name.In(f.text) != "me" && name.In(f.text) != "us"
	}
	switch word := lead.In(f.text); {
	case isMailCue(word):
		return name.Start, true
	case word == "at" || word == "to":
	default:
		return 0, false
	}
	const reach = 8 // words from "email" to "at"
	word := lead
	for range reach {
		word = prevFlat(f.text, word.Start, f.taken)
		if word.Len() == 0 {
			break
		}
		if isMailCue(word.In(f.text)) {
			return name.Start, true
		}
	}
	return 0, false
}

// addFlatMail records the mailbox from byte begin at the host h.
func (f *addressFinder) addFlatMail(begin int, h flatHost) {
	name := f.text[begin : begin+wordEnd(f.text[begin:h.Start], 0)]
	f.add(URL{
		Span: Span{begin, h.End}, URL: name + "@" + h.name, Host: h.name, Kind: Email,
		Lossy: []Loss{LossSeparators}, Confidence: sureFlatMail,
	})
}

// isMailCue reports whether word leads to a mailbox.
func isMailCue(word string) bool {
	switch word {
	case "email", "emails", "emailed", "emailing", "mail", "mailto", "contact", "reached":
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
