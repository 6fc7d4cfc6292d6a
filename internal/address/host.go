package address

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/suffix"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A hostName is a run of labels with marks between them, text[start:end].
type hostName struct {
	start, end int
	labels     int
	top        token.Span // the last label
	second     token.Span // the label before it
	third      token.Span // and the one before that
	valid      bool       // every label may stand in a host name
	defanged   bool       // a dot is written [.] or the like
	run        int        // where the run of host characters ends, at or after end
}

// scanHost reads the host name that begins at byte at. In a bare host, one
// without a scheme, letters of scripts that are written without spaces end a
// label, since the prose around it may touch it.
func scanHost(text string, at int, bare bool) hostName {
	h := hostName{start: at, end: at, valid: true}
	for {
		start := at
		cut := false
		for at < len(text) {
			r, size := rune(text[at]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[at:])
				if isUnspaced(r) && h.labels > 0 {
					if end := h.cutUnspaced(text, start, at, bare); end >= 0 {
						at, cut = end, true
						break
					}
				} else if isUnspaced(r) && bare {
					break
				}
			}
			if !isHostRune(r) || bare && r >= utf8.RuneSelf && unicode.Is(unicode.So, r) {
				break
			}
			at += size
		}
		if at == start {
			break
		}
		dot, defanged := dotWidth(text, at)
		if cut || dot == 0 || !isHostStart(text, at+dot) {
			end := at
			if bare {
				end = lastLabelEnd(text, start, at)
			}
			h.addLabel(text, start, end)
			break
		}
		h.addLabel(text, start, at)
		h.defanged = h.defanged || defanged
		at += dot
	}
	h.run = max(at, h.end)
	h.dropSentence(text)
	return h
}

// lastLabelEnd takes marks back that no label ends with: low lines that close
// an emphasis, a hyphen that stands for a dash.
func lastLabelEnd(text string, start, end int) int {
	for at := end; at > start; at-- {
		if text[at-1] != '_' && text[at-1] != '-' {
			return at
		}
	}
	return end
}

// cutUnspaced decides where the label that began at start ends, if a letter of
// an unspaced script at byte at ends it; a negative answer means it does not.
func (h *hostName) cutUnspaced(text string, start, at int, bare bool) int {
	if at > start {
		if bare || suffix.IsTopLevel(strings.ToLower(text[start:at])) {
			return at
		}
		return -1
	}
	// The label begins in such a script: the longest top-level domain that
	// it begins with is the label, and prose follows.
	end := at
	for end < len(text) && end-at < 60 {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isUnspaced(r) {
			break
		}
		end += size
	}
	for end > at && !suffix.IsTopLevel(text[at:end]) {
		_, size := utf8.DecodeLastRuneInString(text[at:end])
		end -= size
	}
	if end == at && !bare {
		return -1
	}
	return end
}

// addLabel takes text[start:end] as the next label.
func (h *hostName) addLabel(text string, start, end int) {
	label := text[start:end]
	first, last := label[0], label[len(label)-1]
	switch {
	case first == '-' || first == '_' || last == '-' || last == '_':
		h.valid = false
	case len(label) > 63 && utf8.RuneCountInString(label) > 63:
		h.valid = false
	case strings.HasPrefix(label, "xn--") && !token.IsASCII(label):
		h.valid = false
	}
	h.labels++
	h.third, h.second, h.top, h.end = h.second, h.top, token.Span{Start: start, End: end}, end
}

// dropSentence takes back a last label that is the first word of a sentence,
// its full stop not followed by a space: "example.com.The".
func (h *hostName) dropSentence(text string) {
	if h.labels < 3 || !h.valid {
		return
	}
	if token.ShapeOf(h.top.In(text)) != token.ShapeTitle {
		return
	}
	second := strings.ToLower(h.second.In(text))
	if !isStrongTop(second) && (suffix.IsTopLevel(strings.ToLower(h.top.In(text))) || !suffix.IsTopLevel(second)) {
		return
	}
	h.labels--
	h.top, h.second = h.second, h.third
	h.end = h.top.End
}

// tld returns the last label in lower case.
func (h *hostName) tld(text string) string { return strings.ToLower(h.top.In(text)) }

// listed reports whether the last label is a top-level domain and a name that
// a registry can delegate stands before it.
func (h *hostName) listed(text string) bool {
	if h.labels < 2 || !h.valid || h.top.Len() < 2 {
		return false
	}
	tld := h.tld(text)
	if !suffix.IsTopLevel(tld) || strings.IndexByte(h.second.In(text), '_') >= 0 {
		return false
	}
	second := strings.ToLower(h.second.In(text))
	return h.labels > 2 || !suffix.IsPublic(second, tld) || isBrandSecond(tld) || isSiteSuffix(second, tld)
}

// isBrandSecond reports whether short names right under tld, such as "t.co",
// are hosts even where the same name is a public suffix elsewhere.
func isBrandSecond(tld string) bool {
	return tld == "com" || tld == "org" || tld == "net" || tld == "co"
}

// isIPv4 reports whether the host is four numbers from 0 to 255.
func (h *hostName) isIPv4(text string) bool {
	if h.labels != 4 || h.end-h.start > len("255[dot]255[dot]255[dot]255") || text[h.start] > '9' {
		return false
	}
	written := text[h.start:h.end]
	if h.defanged {
		written = refang(written)
	}
	address, err := netip.ParseAddr(written)
	return err == nil && address.Is4()
}

// plausible reports whether a host with a scheme may stand: its last label
// need not be a top-level domain, since private names are hosts too, but has
// to look like one.
func (h *hostName) plausible(text string) bool {
	if !h.valid || h.labels == 0 {
		return false
	}
	if h.labels == 1 {
		return strings.IndexByte(text[h.start:h.end], '_') < 0
	}
	if h.isIPv4(text) || h.listed(text) {
		return true
	}
	top := h.top.In(text)
	return utf8.RuneCountInString(top) > 1 && !strings.ContainsAny(top, "-_0123456789") && strings.IndexByte(h.second.In(text), '_') < 0 && !suffix.IsPublic(strings.ToLower(h.second.In(text)), strings.ToLower(top))
}

// dotWidth returns the length of the dot between two labels at byte at, 0 if
// there is none, and whether it is defanged: "[.]", "(.)", "{.}", "[dot]".
func dotWidth(text string, at int) (width int, defanged bool) {
	if at >= len(text) {
		return 0, false
	}
	if text[at] == '.' {
		return 1, false
	}
	return bracketed(text, at, ".", "dot")
}

// atWidth is dotWidth for the sign of a mailbox: "@", "[@]", "(at)".
func atWidth(text string, at int) (width int, defanged bool) {
	if at >= len(text) {
		return 0, false
	}
	if text[at] == '@' {
		return 1, false
	}
	return bracketed(text, at, "@", "at")
}

// bracketed returns the length of mark or word in brackets at byte at. A word
// may have a space on either side of its brackets.
func bracketed(text string, at int, mark, word string) (width int, found bool) {
	rest := text[at:]
	spaced := strings.HasPrefix(rest, " ")
	if spaced {
		rest = rest[1:]
	}
	if len(rest) < 3 {
		return 0, false
	}
	var closing byte
	switch rest[0] {
	case '[':
		closing = ']'
	case '(':
		closing = ')'
	case '{':
		closing = '}'
	default:
		return 0, false
	}
	if !spaced && strings.HasPrefix(rest[1:], mark) && rest[1+len(mark)] == closing {
		return len(mark) + 2, true
	}
	size := 1 + len(word)
	if len(rest) <= size || !strings.EqualFold(rest[1:size], word) || rest[size] != closing {
		return 0, false
	}
	if !spaced {
		return size + 1, true
	}
	if len(rest) > size+1 && rest[size+1] == ' ' {
		return size + 3, true
	}
	return 0, false
}

// isHostStart reports whether a host label may go on at byte at.
func isHostStart(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	if text[at] < utf8.RuneSelf {
		return token.ClassOf(text[at]) == token.WordByte || text[at] == '-' || text[at] == '_'
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isHostRune(r)
}

// isHostRune reports whether r may stand in a label as people type it.
func isHostRune(r rune) bool {
	if r < utf8.RuneSelf {
		return token.ClassOf(byte(r)) == token.WordByte || r == '-' || r == '_'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r))
}

// isUnspaced reports whether r belongs to a script that is written without
// spaces, or with particles that follow a name directly.
func isUnspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// wordEnd returns the end of the run of letters and digits that begins at byte
// start; it is start itself if there is none.
func wordEnd(text string, start int) int {
	at := start
	for at < len(text) {
		switch token.ClassOf(text[at]) {
		case token.WordByte:
			at++
			continue
		case token.BeyondByte:
			if r, size := utf8.DecodeRuneInString(text[at:]); token.JoinsWord(r) {
				at += size
				continue
			}
		}
		break
	}
	return at
}

// wordStart returns the start of the run of letters and digits that ends at
// byte end, or floor if the run begins before it.
func wordStart(text string, end, floor int) int {
	at := end
	for at > floor {
		switch token.ClassOf(text[at-1]) {
		case token.WordByte:
			at--
			continue
		case token.BeyondByte:
			if r, size := utf8.DecodeLastRuneInString(text[:at]); token.JoinsWord(r) {
				at = max(floor, at-size)
				continue
			}
		}
		break
	}
	return at
}

func runeSize(text string, at int) int {
	_, size := utf8.DecodeRuneInString(text[at:])
	return size
}
