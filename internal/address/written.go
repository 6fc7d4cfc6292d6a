package address

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/suffix"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Confidence of an address whose marks are there, from the training news; for
// the last, which score.py does not know, from a sample that was read.
const (
	sureSchemed = 0.99 // a scheme and "://"
	sureWritten = 0.98 // a host under com, org or the like, or after "www."
	sureRare    = 0.8  // a host under another top-level domain
)

// written reads the address around the dot after the word text[start:end],
// which has no scheme. It reports whether it has moved on.
func (f *addressFinder) written(start, end int) bool {
	begin := f.hostBegin(end)
	if begin < 0 {
		return false
	}
	for begin < start && f.text[begin] == '_' {
		begin++ // it may open an emphasis
	}
	h := scanHost(f.text, begin, true)
	if f.mailbox(f.localEnd(&h)) {
		return true
	}
	if schemeMark(f.text, h.end) > 0 && f.schemed(h.top.Start, h.end) {
		return true // a scheme that touches the word before its full stop
	}
	f.at = max(h.run, end)
	begin = h.joinedPicture(f.text, begin)
	address := h.isIPv4(f.text)
	if !address && !h.listed(f.text) {
		return true
	}
	stop, ok := portEnd(f.text, h.end)
	if !ok {
		return true
	}
	pathEnd := f.pathEnd(stop, begin, &h)
	if pathEnd < 0 || !f.mayBegin(begin, pathEnd, &h) || !address && pathEnd == h.end && !f.credible(&h) {
		return true
	}
	confidence := sureRare
	if isStrongTop(h.tld(f.text)) || hasWWW(f.text[begin:]) {
		confidence = sureWritten
	}
	f.addWritten(begin, pathEnd, &h, confidence)
	return true
}

// joinedPicture returns where the host of pictures begins in a bare host that
// another word touches, "#ferrypic.twitter.com", and begin for every other.
func (h *hostName) joinedPicture(text string, begin int) int {
	const pictures = "pic.twitter.com"
	at := h.end - len(pictures)
	if at <= begin || text[at:h.end] != pictures || !strings.HasPrefix(text[h.end:], "/") {
		return begin
	}
	h.start = at
	return at
}

// localEnd returns where the run around a host ends if the host is part of the
// name of a mailbox, as in "mara.li+news@example.com".
func (f *addressFinder) localEnd(h *hostName) int {
	end := h.end
	for end < len(f.text) && end-h.start < longestLocal && isLocalByte(f.text[end]) {
		end++
	}
	return end
}

// hostBegin walks back from byte end to where the label before it begins, or
// returns -1 if no bare host can end there.
func (f *addressFinder) hostBegin(end int) int {
	begin := end
	for begin > f.taken {
		r, size := rune(f.text[begin-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(f.text[:begin])
			if isUnspaced(r) || unicode.Is(unicode.So, r) {
				break
			}
		}
		if !isHostRune(r) {
			break
		}
		begin -= size
	}
	if begin == end {
		return -1
	}
	return begin
}

// mayBegin reports whether what stands before byte begin lets a bare host
// begin there that ends, with its path, at byte end. Handles, tags, prices,
// paths and names of methods do not.
func (f *addressFinder) mayBegin(begin, end int, h *hostName) bool {
	if begin == 0 || token.ClassOf(f.text[begin-1]) == token.WordByte {
		return true
	}
	sure := isStrongTop(h.tld(f.text)) || hasWWW(f.text[begin:])
	switch f.text[begin-1] {
	case '@', '#', '$', '%', '=', '\\', '&', '-', '~':
		return false
	case '_':
		return opensEmphasis(f.text, begin) && closesEmphasis(f.text, end)
	case '.':
		return begin > 1 && f.text[begin-2] == '.'
	case ':':
		return sure
	case '/': // "and/or", but not "10.1000/182"
		return sure && begin > 1 && token.ClassOf(f.text[begin-2]) == token.WordByte && !token.IsDigits(f.text[wordStart(f.text, begin-1, f.taken):begin-1])
	}
	return true
}

// credible reports whether a bare host without a path is one, and not two
// sentences without a space between them, a file name, an abbreviation or a
// code of a stock exchange.
func (f *addressFinder) credible(h *hostName) bool {
	top, second := h.top.In(f.text), h.second.In(f.text)
	tld := strings.ToLower(top)
	if hasWWW(f.text[h.start:]) {
		return true
	}
	shape := token.ShapeOf(top)
	if h.labels == 2 && !isEnglishWord(tld) && isSiteSuffix(strings.ToLower(second), tld) {
		return true
	}
	if isStrongTop(tld) {
		return shape != token.ShapeTitle || token.ShapeOf(second) != token.ShapeLower
	}
	name := token.ShapeOf(second)
	switch {
	case h.defanged:
		return true
	case h.labels > 2 && suffix.IsPublic(strings.ToLower(second), tld):
		return true
	case shape == token.ShapeTitle || shape == token.ShapeMixed:
		return false // "delivered.The"
	case shape == token.ShapeUpper && tld != "tv" && (name == token.ShapeUpper || name == token.ShapeNumber || name == token.ShapeLower || len(second) == 1):
		return false // "TVI.CA", "in 2022.US"
	case isFileExtension(tld):
		return false
	case h.labels == 2 && (isAbbreviation(second) || isEnglishWord(tld) && tld != "so" && tld != "co" && endsSentence(second)):
		return false // "Jr.at", "it.is", "ended.today"
	case token.IsDigits(second) && isEnglishWord(tld):
		return false // "12.30.to"
	case len(second) == 1 && (h.labels > 2 || name == token.ShapeTitle) && isEnglishWord(tld):
		return false // "will.i.am", "U.S.in"
	case len(second) == 1 && len(top) > 2:
		return false // "e.data", a piece of program text
	}
	return true
}

// endsSentence reports whether word before a full stop is rather the last of a
// sentence than a name: a word that holds sentences together, or a verb.
func endsSentence(word string) bool {
	if isRunningWord(word) || len(word) > len("need") && strings.HasSuffix(word, "ed") {
		return true
	}
	switch word {
	case "left", "came", "went", "sank", "sat", "ran", "stood", "met", "lost", "won", "held", "did", "made", "took", "gave", "got", "knew", "felt", "fell", "began", "grew", "kept", "led", "paid", "rose", "saw", "sent", "spoke", "spent", "wrote", "home", "again", "too", "him", "good":
		return true
	}
	_, isCue := lexicon.LookupCue(word)
	return isCue
}

// schemed reads the address whose scheme ends at byte end. It reports whether
// it has moved on.
func (f *addressFinder) schemed(start, end int) bool {
	begin, ok := f.schemeBegin(start, end)
	if !ok {
		return false
	}
	mark := schemeMark(f.text, end)
	f.at = end + mark
	host := userEnd(f.text, f.at)
	var h hostName
	if strings.HasPrefix(f.text[host:], "[") {
		h = scanIPv6(f.text, host)
	} else {
		emphasised := begin > 0 && f.text[begin-1] == '_'
		h = scanHost(f.text, host, emphasised)
	}
	f.at = max(f.at, h.run)
	if !h.plausible(f.text) {
		return true
	}
	stop, ok := portEnd(f.text, h.end)
	if !ok {
		return true
	}
	pathEnd := f.pathEnd(stop, begin, &h)
	if pathEnd < 0 || begin > 0 && f.text[begin-1] == '_' && !closesEmphasis(f.text, pathEnd) {
		return true
	}
	h.defanged = h.defanged || mark > 3 || strings.EqualFold(f.text[begin:begin+2], "hx")
	f.addWritten(begin, pathEnd, &h, sureSchemed)
	return true
}

// schemeBegin finds the scheme that ends at byte end, which the word before it
// may touch ("seehttps://"), and whether an address may begin there.
func (f *addressFinder) schemeBegin(start, end int) (begin int, ok bool) {
	word := f.text[start:end]
	for _, scheme := range [...]string{"https", "http", "hxxps", "hxxp", "ftps", "ftp"} {
		if len(word) < len(scheme) || !strings.EqualFold(word[len(word)-len(scheme):], scheme) {
			continue
		}
		begin = end - len(scheme)
		if begin > start {
			return begin, scheme[0] == 'h' && begin >= f.taken
		}
		if begin == 0 {
			return begin, true
		}
		switch f.text[begin-1] {
		case '#', '$':
			return begin, false
		case '_':
			return begin, opensEmphasis(f.text, begin)
		case '@':
			return begin, begin > 1 && token.ClassOf(f.text[begin-2]) == token.WordByte
		}
		return begin, begin >= f.taken
	}
	return end, false
}

// opensEmphasis reports whether the low line before byte at may open a Markdown
// emphasis, and closesEmphasis whether one at byte at closes it.
func opensEmphasis(text string, at int) bool {
	for at > 0 && text[at-1] == '_' {
		at--
	}
	return at == 0 || token.ClassOf(text[at-1]) != token.WordByte
}

func closesEmphasis(text string, at int) bool { return at < len(text) && text[at] == '_' }

// schemeMark returns the length of "://" at byte at, plain or defanged.
func schemeMark(text string, at int) int {
	for _, mark := range [...]string{"://", "[:]//", "[://]", "(:)//"} {
		if strings.HasPrefix(text[at:], mark) {
			return len(mark)
		}
	}
	return 0
}

// schemeless reads "//example.com" at byte at and reports whether it has moved on.
func (f *addressFinder) schemeless(at int) bool {
	if at > 0 && strings.IndexByte(" \t\n\r([{<\"'>", f.text[at-1]) < 0 {
		return false
	}
	h := scanHost(f.text, at+2, false)
	if !h.listed(f.text) && !(h.labels == 1 && strings.EqualFold(f.text[h.start:h.end], "localhost")) {
		return false
	}
	stop, ok := portEnd(f.text, h.end)
	if !ok {
		return false
	}
	pathEnd := f.pathEnd(stop, at, &h)
	if pathEnd < 0 || pathEnd == h.end && h.labels > 1 && !f.credible(&h) {
		return false
	}
	f.addWritten(at, pathEnd, &h, sureRare)
	return true
}

// defanged reads an address whose first dot, or whose "://", stands in
// brackets after the word text[start:end].
func (f *addressFinder) defanged(start, end int) bool {
	if schemeMark(f.text, end) > 0 {
		return f.schemed(start, end)
	}
	if dot, found := dotWidth(f.text, end); found && isHostStart(f.text, end+dot) {
		return f.written(start, end)
	}
	if at, found := atWidth(f.text, end); found && isHostStart(f.text, end+at) {
		return f.mailbox(end)
	}
	return false
}

// userEnd returns where the host begins after "user:password@", or at itself.
func userEnd(text string, at int) int {
	for i := at; i < len(text) && i-at < 256; i++ {
		switch c := text[i]; {
		case c == '@':
			if i > at {
				return i + 1
			}
			return at
		case c <= ' ' || strings.IndexByte("/?#<>\"[](){}|\\^`", c) >= 0:
			return at
		}
	}
	return at
}

// scanIPv6 reads an IPv6 address in brackets.
func scanIPv6(text string, at int) hostName {
	h := hostName{start: at, end: at, run: at}
	size := strings.IndexByte(text[at:min(len(text), at+len("[0000:0000:0000:0000:0000:0000:255.255.255.255%interface]"))], ']')
	if size < 0 {
		return h
	}
	if address, err := netip.ParseAddr(text[at+1 : at+size]); err != nil || !address.Is6() {
		return h
	}
	h.end = at + size + 1
	h.run, h.labels, h.valid = h.end, 1, true
	return h
}

// portEnd returns the end of ":8080" at byte at, or at itself if there is no
// port; ok is false if the number is no port.
func portEnd(text string, at int) (end int, ok bool) {
	if at+1 >= len(text) || text[at] != ':' || text[at+1] < '0' || text[at+1] > '9' {
		return at, true
	}
	port, end := 0, at+1
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		port = min(port*10+int(text[end]-'0'), 1<<20)
		end++
	}
	return end, port > 0 && port < 1<<16
}

// addWritten records text[begin:end].
func (f *addressFinder) addWritten(begin, end int, h *hostName, confidence float64) {
	written, host := f.text[begin:end], f.text[h.start:h.end]
	if h.defanged {
		written, host = refang(written), refang(host)
	}
	host = strings.ToLower(host)
	f.add(Address{Span: token.Span{Start: begin, End: end}, Written: written, Host: host, Kind: kindOf(host, written), Confidence: confidence})
}

// refang returns a defanged address as it is typed.
func refang(address string) string {
	if len(address) > 4 && strings.EqualFold(address[:4], "hxxp") {
		address = "http" + address[4:]
	}
	var b strings.Builder
	b.Grow(len(address))
	for at := 0; at < len(address); {
		if mark := schemeMark(address, at); mark > 0 {
			b.WriteString("://")
			at += mark
		} else if dot, found := dotWidth(address, at); found {
			b.WriteByte('.')
			at += dot
		} else if sign, found := atWidth(address, at); found {
			b.WriteByte('@')
			at += sign
		} else {
			b.WriteByte(address[at])
			at++
		}
	}
	return b.String()
}

func hasWWW(host string) bool { return len(host) > 4 && strings.EqualFold(host[:4], "www.") }
