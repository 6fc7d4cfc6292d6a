package address

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// An Address is a web or mail address of the text.
type Address struct {
	token.Span
	// Written is the address as a person would type it. No scheme is invented,
	// and a defanged address ("hxxp://example[.]com") is given whole.
	Written string
	// Host is the host in lower case, without port or user.
	Host string
	Kind Kind
	// Lossy names what flattening destroyed and cannot be given back.
	Lossy []Loss
	// Confidence is the share, from 0 to 1, of addresses found by the same
	// evidence that were addresses of the published text, span and all.
	Confidence float64
}

// A Kind says what an address leads to, as far as the address tells.
type Kind string

const (
	Page      Kind = "page"      // a page or site
	Post      Kind = "post"      // a post on a social network
	Shortener Kind = "shortener" // a short code that redirects, such as t.co
	Image     Kind = "image"     // a picture
	Email     Kind = "email"     // a mailbox
)

// A Loss is a property of an address that flattening destroyed.
type Loss string

const (
	LossCase       Loss = "case"       // capitals of a path
	LossSeparators Loss = "separators" // which marks stood between the parts
)

// Find returns the addresses of text in order. They do not overlap.
//
// Where an address has its marks it is read by them, as GitHub Flavored
// Markdown and the WHATWG URL standard do; where only spaces are left it is
// put back together. Which of the two applies is decided for each address by
// what stands between its parts, so that a text may hold both.
func Find(text string) []Address {
	f := addressFinder{text: text}
	for f.at < len(text) {
		f.next()
	}
	return f.found
}

// An addressFinder is the state of one Find call.
type addressFinder struct {
	text  string
	at    int // the next byte to read
	taken int // no address may begin before this byte
	found []Address
}

// next reads one word and what follows it, and the address there if there is one.
func (f *addressFinder) next() {
	text := f.text
	at := f.at
	for at < len(text) && token.ClassOf(text[at]) != token.WordByte && token.ClassOf(text[at]) != token.BeyondByte {
		if text[at] == '/' && at+1 < len(text) && text[at+1] == '/' && f.schemeless(at) {
			return
		}
		if text[at] == '@' && f.mailbox(at) {
			return
		}
		at++
	}
	if at == len(text) {
		f.at = at
		return
	}
	start := at
	end := wordEnd(text, start)
	if end == start { // a mark beyond ASCII
		f.at = start + runeSize(text, start)
		return
	}
	f.at = end
	if end < len(text) {
		switch text[end] {
		case '.':
			if isHostStart(text, end+1) && f.written(start, end) {
				return
			}
		case ':':
			if end+2 < len(text) && text[end+1] == '/' && text[end+2] == '/' && f.schemed(start, end) {
				return
			}
		case '[', '(', '{':
			if f.defanged(start, end) {
				return
			}
		case ' ':
			if end+1 < len(text) && (text[end+1] == '[' || text[end+1] == '(') && f.defanged(start, end) {
				return
			}
		}
	}
	f.flattened(start, end)
}

// add records the address. Its span must not begin before f.taken.
func (f *addressFinder) add(u Address) {
	f.found = append(f.found, u)
	f.at, f.taken = u.End, u.End
}

// Spans returns where the addresses stand, one span for each.
func Spans(addresses []Address) []token.Span {
	spans := make([]token.Span, len(addresses))
	for n := range addresses {
		spans[n] = addresses[n].Span
	}
	return spans
}
