package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// longestLocal is how many bytes the part of a mail address before its sign
// may be long (RFC 5321, section 4.5.3.1.1).
const longestLocal = 64

// mailbox reads the mail address around the sign at byte at, "@" or one that
// is defanged, and reports whether it has moved on.
func (f *addressFinder) mailbox(at int) bool {
	sign, defanged := atWidth(f.text, at)
	if sign == 0 {
		return false
	}
	begin := at
	for begin > f.taken && at-begin < longestLocal && isLocalByte(f.text[begin-1]) {
		begin--
	}
	for begin < at && token.ClassOf(f.text[begin]) != token.WordByte && f.text[begin] != '_' {
		begin++
	}
	if begin == at || f.text[at-1] == '.' || begin > 0 && f.text[begin-1] == '@' {
		return false // "@mara@example.social" is an account and no mailbox
	}
	h := scanHost(f.text, at+sign, true)
	for begin < at-1 && f.text[begin] == '_' && closesEmphasis(f.text, h.end) {
		begin++
	}
	scheme := begin - len("mailto:")
	addressed := scheme >= f.taken && strings.EqualFold(f.text[scheme:begin], "mailto:")
	if addressed {
		begin = scheme
	}
	if !h.listed(f.text) && !(addressed && h.valid && h.labels > 0) {
		return false
	}
	h.defanged = h.defanged || defanged
	f.addWritten(begin, h.end, &h, sureWritten)
	last := &f.found[len(f.found)-1]
	last.Kind = Email
	return true
}

// isLocalByte reports whether c may stand before the sign of a mail address.
// RFC 5322 allows more marks; those that people use are here.
func isLocalByte(c byte) bool {
	return token.ClassOf(c) == token.WordByte || strings.IndexByte("._+-%~&'", c) >= 0
}
