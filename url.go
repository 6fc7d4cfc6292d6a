package verbatim

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

var urlKinds = []URLKind{WebPage, SocialPost, ShortLink, ImageLink, Email}

// MarshalText returns the kind's word, or an [UnknownValueError].
func (k URLKind) MarshalText() ([]byte, error) { return marshalValue("URLKind", k, urlKinds) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (k *URLKind) UnmarshalText(text []byte) error {
	return unmarshalValue("URLKind", k, text, urlKinds)
}

// A Loss is a property of an address that flattening destroyed.
type Loss string

const (
	LossCase       Loss = "case"       // capitals of a path
	LossSeparators Loss = "separators" // which marks stood between the parts
)

var losses = []Loss{LossCase, LossSeparators}

// MarshalText returns the loss's word, or an [UnknownValueError].
func (l Loss) MarshalText() ([]byte, error) { return marshalValue("Loss", l, losses) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (l *Loss) UnmarshalText(text []byte) error { return unmarshalValue("Loss", l, text, losses) }

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
