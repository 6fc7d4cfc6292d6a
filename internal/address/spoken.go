package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/suffix"
	"github.com/verbatim-news/verbatim/internal/token"
)

// mostSpoken is how many marks of one address are read on either side of its
// first.
const mostSpoken = 8

// spokenMark returns the mark that word reads out, or "".
func spokenMark(word string) string {
	switch strings.ToLower(word) {
	case "dot":
		return "."
	case "slash":
		return "/"
	case "dash", "hyphen":
		return "-"
	case "underscore":
		return "_"
	}
	return ""
}

// spoken reads the address whose marks are read out, "mara dot lind at example
// dot co dot uk" or "example dot com slash news", around its first dot that
// stands between two labels of a host.
func (f *addressFinder) spoken(dot token.Span) {
	h, found := f.spokenHost(dot)
	if !found {
		return
	}
	if begin, name := f.spokenLocal(h); name != "" {
		f.add(Address{Span: token.Span{Start: begin, End: h.End}, Written: name + "@" + h.name, Host: h.name, Kind: Email, Confidence: sureFlatMail})
		return
	}
	p := spokenPath(f.text, h.End)
	if p.end > h.End || f.leadsToSpoken(h) {
		f.addFlat(h.Start, h, p)
	}
}

// spokenHost reads the labels on both sides of the dot.
func (f *addressFinder) spokenHost(dot token.Span) (h flatHost, found bool) {
	h.Start, h.name = f.spokenBefore(prevFlat(f.text, dot.Start, f.taken))
	if h.name == "" {
		return h, false
	}
	top, mark := "", dot
	for range mostSpoken {
		sign, label := spokenMark(mark.In(f.text)), nextFlat(f.text, mark.End)
		if sign != "." && sign != "-" || label.Len() == 0 {
			break
		}
		top = strings.ToLower(label.In(f.text))
		h.name += sign + top
		h.End = label.End
		mark = nextFlat(f.text, label.End)
	}
	second, dotted := strings.CutSuffix(h.name, "."+top)
	if !dotted || !suffix.IsTopLevel(top) || strings.Contains(h.name, "_") {
		return h, false
	}
	h.www = strings.HasPrefix(h.name, "www.")
	return h, isSiteSuffix(second, top) || !suffix.IsPublic(second, top)
}

// spokenBefore reads the word and, before it, other words with marks that are
// read out between them. It returns "" if the word is one of the prose.
func (f *addressFinder) spokenBefore(word token.Span) (start int, name string) {
	if word.Len() == 0 || isRunningWord(strings.ToLower(word.In(f.text))) {
		return 0, ""
	}
	start, name = f.labelBefore(word)
	for range mostSpoken {
		mark := f.localWord(start)
		sign := spokenMark(mark.In(f.text))
		before := f.localWord(mark.Start)
		if sign == "" || sign == "/" || before.Len() == 0 || before.Len() > 1 && isRunningWord(before.In(f.text)) {
			break
		}
		label := ""
		start, label = f.labelBefore(before)
		name = label + sign + name
	}
	return start, name
}

// labelBefore gives the label that ends with word, and where it begins: three
// times a letter w is www.
func (f *addressFinder) labelBefore(word token.Span) (start int, label string) {
	start, label = word.Start, strings.ToLower(word.In(f.text))
	if label != "w" {
		return start, label
	}
	second := f.localWord(start)
	if third := f.localWord(second.Start); strings.EqualFold(second.In(f.text), "w") && strings.EqualFold(third.In(f.text), "w") {
		return third.Start, "www"
	}
	return start, label
}

// spokenLocal reads the name of a mailbox at the host h: one that has marks
// itself, or to which a word leads.
func (f *addressFinder) spokenLocal(h flatHost) (begin int, name string) {
	at := f.localWord(h.Start)
	if !strings.EqualFold(at.In(f.text), "at") {
		return 0, ""
	}
	begin, name = f.spokenBefore(f.localWord(at.Start))
	if isReader(name) {
		return 0, ""
	}
	if name == "" || strings.ContainsAny(name, "._-") {
		return begin, name
	}
	lead := f.localWord(begin)
	switch word := lead.In(f.text); {
	case isMailCue(word), word == "is", word == "at", word == "to" && f.afterMailCue(lead):
		return begin, name
	}
	return 0, ""
}

// leadsToSpoken reports whether the host h is an address by its labels or the
// word before it: "the dot com boom" and "a green dot bank" have none.
func (f *addressFinder) leadsToSpoken(h flatHost) bool {
	if h.www || strings.Count(h.name, ".") > 1 {
		return true
	}
	tld := h.name[strings.LastIndexByte(h.name, '.')+1:]
	if !isStrongTop(tld) && (len(tld) > 2 && tld != "info" || isEnglishWord(tld) && tld != "co" && tld != "us" && tld != "me") {
		return false
	}
	switch strings.ToLower(f.localWord(h.Start).In(f.text)) {
	case "at", "visit", "to", "on", "see", "via", "is", "website", "site", "address":
		return true
	}
	return false
}

// spokenPath reads the path that begins with a slash read out at byte at.
func spokenPath(text string, at int) flatPath {
	p := flatPath{end: at}
	mark := nextFlat(text, at)
	for n := 0; n < mostSpoken; n++ {
		if mark.In(text) == "forward" && n == 0 {
			mark = nextFlat(text, mark.End)
		}
		sign, word := spokenMark(mark.In(text)), nextFlat(text, mark.End)
		if sign == "" || n == 0 && sign != "/" || word.Len() == 0 {
			break
		}
		p.text += sign + word.In(text)
		p.end = word.End
		mark = nextFlat(text, word.End)
	}
	p.caseLost = hasFoldedLetter(p.text)
	return p
}
