package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// Confidence of an address put back together. Each is the share of addresses
// found so in the training news whose span was right; docs/performance-addresses.md
// says how they were measured.
const (
	sureFlatCode = 0.97 // a known short-link host and its code
	sureFlatHost = 0.85 // a host without a path, or with a path of one word
	sureFlatPath = 0.8  // a path of words, which may run on into prose
	sureFlatMail = 0.95 // a mailbox
	sureFlatBare = 0.25 // a scheme and a host alone: a path may have been missed
)

// flattened looks for an address whose separators are lost and which the word
// text[start:end] gives away.
func (f *addressFinder) flattened(start, end int) {
	if start > f.taken && !isFlatSpace(f.text[start-1]) {
		return
	}
	word := f.text[start:end]
	switch word {
	case "http", "https", "hxxp", "hxxps":
		f.flatSchemed(start, end)
	case "www":
		if nextFlat(f.text, end).In(f.text) != "dot" {
			f.flatHosted(start, start)
		}
	case "dot", "DOT":
		f.spoken(token.Span{Start: start, End: end})
	case "com", "org", "edu", "net", "gov", "us", "tv", "info", "io", "me", "co", "fm", "ly", "ws", "cn", "eu", "tk", "uk", "ac", "govt", "gob":
		f.flatBare(start, end)
	case "t", "goo", "youtu", "nyti", "wapo", "politi", "amzn", "abcn", "apne", "reut", "tmsnrt", "trib", "dlvr", "yhoo", "dailym", "lnkd", "fb", "ift", "smarturl", "linktr":
		f.flatShort(start, end)
	default:
		if last := word[len(word)-1]; (last == 's' || last == 'p') && len(word) > len("https") && (strings.HasSuffix(word, "https") || strings.HasSuffix(word, "http")) {
			f.flatGlued(start, end)
		}
	}
}

// flatSchemed reads the address after a scheme.
func (f *addressFinder) flatSchemed(start, end int) {
	if first := nextFlat(f.text, end); first.Len() > 0 {
		f.flatHosted(start, first.Start)
	}
}

// flatGlued reads an address whose scheme ends the word text[start:end], as
// where a tag stood before it without a space.
func (f *addressFinder) flatGlued(start, end int) {
	begin := start + strings.LastIndex(f.text[start:end], "http")
	if first := nextFlat(f.text, end); first.Len() > 0 {
		f.flatHosted(begin, first.Start)
	}
}

// flatHosted reads the address that begins at byte begin and whose host begins
// with the word at byte host. Nothing is recorded if no host is there.
func (f *addressFinder) flatHosted(begin, host int) {
	h, found := readFlatHost(f.text, host)
	if !found {
		return
	}
	f.addFlat(begin, h, h.path(f.text, begin < host))
}

// flatShort reads a short link whose host begins with the word
// text[start:end], without a scheme: "youtu be" and a code.
func (f *addressFinder) flatShort(start, end int) {
	top := nextFlat(f.text, end)
	if top.Len() == 0 {
		return
	}
	name := f.text[start:end] + "." + strings.ToLower(top.In(f.text))
	if !isShortener(name) && name != "linktr.ee" {
		return
	}
	h := flatHost{Span: token.Span{Start: start, End: top.End}, name: name}
	p := h.path(f.text, false)
	if p.end == h.End || name == "t.co" && !isShortCode(f.text[h.End+1:p.end]) {
		return
	}
	f.addFlat(start, h, p)
}

// flatBare reads an address without a scheme whose host ends with the
// top-level domain text[start:end], or goes on after it ("co uk").
func (f *addressFinder) flatBare(start, end int) {
	label := prevFlat(f.text, start, f.taken)
	if label.Len() == 0 {
		return
	}
	top, name := f.text[start:end], label.In(f.text)
	h := flatHost{Span: token.Span{Start: label.Start, End: end}}
	country := nextFlat(f.text, end)
	switch {
	case country.Len() > 0 && f.flatSiteSuffix(label, token.Span{Start: start, End: end}, country):
		return
	case isRunningWord(strings.ToLower(name)) || len(name) > 63:
		return
	case isCountryOf(top, country.In(f.text)):
		h.End = country.End
		h.name = strings.ToLower(name) + "." + top + "." + country.In(f.text)
		f.addLabels(&h)
	case !isHostWithoutDot(name, top):
		return
	default:
		h.name = strings.ToLower(name) + "." + top
		f.addLabels(&h)
	}
	if begin, found := f.flatLocal(h); found {
		f.addFlatMail(begin, h)
		return
	}
	f.addFlat(h.Start, h, h.path(f.text, false))
}

// flatSiteSuffix reads a public suffix that is a site, such as "gov uk", or a
// mailbox there, where the word before it is no label of a host.
func (f *addressFinder) flatSiteSuffix(label, second, top token.Span) bool {
	if isEnglishWord(top.In(f.text)) || !isSiteSuffix(second.In(f.text), top.In(f.text)) {
		return false
	}
	h := flatHost{Span: token.Span{Start: second.Start, End: top.End}, name: second.In(f.text) + "." + top.In(f.text)}
	name := label.In(f.text)
	if isRunningWord(name) || leadsToSite(name) || isSiteNoun(name) {
		if begin, found := f.flatLocal(h); found {
			f.addFlatMail(begin, h)
		} else {
			f.addFlat(h.Start, h, flatPath{end: h.End})
		}
		return true
	}
	if isMailCue(f.localWord(label.Start).In(f.text)) {
		f.addFlatMail(label.Start, h)
		return true
	}
	return false
}

// addLabels takes the word before the host h into it if that is one of its
// names. The host of pictures is often joined to the word before it.
func (f *addressFinder) addLabels(h *flatHost) {
	before := prevFlat(f.text, h.Start, f.taken)
	if before.Len() == 0 {
		return
	}
	name := strings.ToLower(before.In(f.text))
	if h.name == "twitter.com" && strings.HasSuffix(name, "pic") && isPictureCode(nextFlat(f.text, h.End).In(f.text)) {
		before.Start = before.End - len("pic")
		name = "pic"
	}
	leading := prevFlat(f.text, before.Start, f.taken)
	lead := leading.In(f.text)
	leads := leadsToSite(lead) || strings.EqualFold(lead, "at") && isSiteCue(f.localWord(leading.Start).In(f.text))
	switch {
	case isSubdomain(name, h.name), isSureMachineName(name) && !isClipped(lead, name):
		h.name = name + "." + h.name
	case isHyphenated(name, h.name):
		h.name = name + "-" + h.name
	case name == "st" && (lead == "" || isRunningWord(lead)), leads && !isRunningWord(name) && !isSiteNoun(name):
		labels := strings.Split(name+"."+h.name, ".")
		h.name, h.marksLost = joinHost(labels, len(labels)-2)
	default:
		return
	}
	h.Start = before.Start
}

// addFlat records the address from byte begin to the end of its path p.
func (f *addressFinder) addFlat(begin int, h flatHost, p flatPath) {
	var b strings.Builder
	b.Grow(p.end - begin + len("://"))
	if begin < h.Start {
		scheme := f.text[begin:]
		scheme = scheme[:strings.IndexFunc(scheme, func(r rune) bool { return !isASCIILetter(r) })]
		b.WriteString(strings.Replace(scheme, "hxxp", "http", 1))
		b.WriteString("://")
	}
	b.WriteString(h.name)
	b.WriteString(p.text)
	address := b.String()
	u := Address{Span: token.Span{Start: begin, End: p.end}, Written: address, Host: h.name, Kind: kindOf(h.name, address), Confidence: sureFlatHost}
	switch {
	case p.prose:
		u.Confidence = sureFlatPath
	case u.Kind == Shortener || u.Kind == Image:
		u.Confidence = sureFlatCode
	case begin < h.Start && p.end == h.End:
		u.Confidence = sureFlatBare
	}
	if p.caseLost {
		u.Lossy = append(u.Lossy, LossCase)
	}
	if p.marksLost || h.marksLost {
		u.Lossy = append(u.Lossy, LossSeparators)
	}
	f.add(u)
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// nextFlat returns the word after byte end if only a space, a tab or one line
// break stands between, and an empty span otherwise.
func nextFlat(text string, end int) token.Span {
	at := end
	for at < len(text) && at-end < 3 && isFlatSpace(text[at]) {
		at++
	}
	if at == end || strings.Count(text[end:at], "\n") > 1 {
		return token.Span{}
	}
	stop := at
	for stop < len(text) && token.ClassOf(text[stop]) == token.WordByte {
		stop++
	}
	if stop < len(text) && token.ClassOf(text[stop]) == token.BeyondByte {
		stop = wordEnd(text, at)
	}
	return token.Span{Start: at, End: stop}
}

// prevFlat returns the word before byte start in the same way; it does not
// begin before floor.
func prevFlat(text string, start, floor int) token.Span {
	at := start
	for at > floor && start-at < 3 && isFlatSpace(text[at-1]) {
		at--
	}
	if at == start || strings.Count(text[at:start], "\n") > 1 {
		return token.Span{}
	}
	const longest = 256 // bytes; no label is longer, and the walk back stays short
	begin := wordStart(text, at, max(floor, at-longest))
	if begin > floor && token.ClassOf(text[begin-1]) != token.SpaceByte {
		return token.Span{}
	}
	return token.Span{Start: begin, End: at}
}

func isFlatSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }
