package verbatim

import (
	"fmt"
)

// A URL is a web or mail address of the text.
type URL struct {
	Span
	// URL is the address as a person would type it. No scheme is invented,
	// and a defanged address ("hxxp://example[.]com") is given whole.
	URL string `json:"url"`
	// Host is the host in lower case, without port or user.
	Host string  `json:"host"`
	Kind URLKind `json:"kind"`
	// Lossy names what flattening destroyed and cannot be given back.
	Lossy []Loss `json:"lossy,omitempty"`
	// Confidence is the share, from 0 to 1, of addresses found by the same
	// evidence that were addresses of the published text, span and all.
	Confidence float64 `json:"confidence"`
}

// A URLKind says what an address leads to, as far as the address tells.
type URLKind string

const (
	WebPage    URLKind = "page"      // a page or site
	SocialPost URLKind = "post"      // a post on a social network
	ShortLink  URLKind = "shortener" // a short code that redirects, such as t.co
	ImageLink  URLKind = "image"     // a picture
	Email      URLKind = "email"     // a mailbox
)

// MarshalText returns the kind as it stands in JSON.
func (k URLKind) MarshalText() ([]byte, error) {
	if err := k.check(); err != nil {
		return nil, err
	}
	return []byte(k), nil
}

// UnmarshalText accepts the kinds that this package names and returns an
// [UnknownValueError] for every other value.
func (k *URLKind) UnmarshalText(text []byte) error {
	value := URLKind(text)
	if err := value.check(); err != nil {
		return err
	}
	*k = value
	return nil
}

func (k URLKind) check() error {
	switch k {
	case WebPage, SocialPost, ShortLink, ImageLink, Email:
		return nil
	}
	return &UnknownValueError{Type: "URLKind", Value: string(k)}
}

// A Loss is a property of an address that flattening destroyed.
type Loss string

const (
	LossCase       Loss = "case"       // capitals of a path
	LossSeparators Loss = "separators" // which marks stood between the parts
)

// MarshalText returns the loss as it stands in JSON.
func (l Loss) MarshalText() ([]byte, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	return []byte(l), nil
}

// UnmarshalText accepts the losses that this package names and returns an
// [UnknownValueError] for every other value.
func (l *Loss) UnmarshalText(text []byte) error {
	value := Loss(text)
	if err := value.check(); err != nil {
		return err
	}
	*l = value
	return nil
}

func (l Loss) check() error {
	switch l {
	case LossCase, LossSeparators:
		return nil
	}
	return &UnknownValueError{Type: "Loss", Value: string(l)}
}

// An UnknownValueError reports a value that is none of those a type names.
type UnknownValueError struct {
	Type  string // the name of the type, such as "URLKind"
	Value string // the value as it was read
}

func (e *UnknownValueError) Error() string {
	return fmt.Sprintf("verbatim: %q is no %s", e.Value, e.Type)
}

// FindURLs returns the addresses of text in order. They do not overlap.
//
// Where an address has its marks it is read by them, as GitHub Flavored
// Markdown and the WHATWG URL standard do; where only spaces are left it is
// put back together. Which of the two applies is decided for each address by
// what stands between its parts, so that a text may hold both.
func FindURLs(text string) []URL {
	f := addressFinder{text: text}
	for f.at < len(text) {
		f.next()
	}
	return f.found
}

// An addressFinder is the state of one FindURLs call.
type addressFinder struct {
	text  string
	at    int // the next byte to read
	taken int // no address may begin before this byte
	found []URL
}

// next reads one word and what follows it, and the address there if there is one.
func (f *addressFinder) next() {
	text := f.text
	at := f.at
	for at < len(text) && asciiClass[text[at]] != classWord && asciiClass[text[at]] != classBeyond {
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
func (f *addressFinder) add(u URL) {
	f.found = append(f.found, u)
	f.at, f.taken = u.End, u.End
}
