package verbatim

import (
	"time"

	"github.com/verbatim-news/verbatim/internal/address"
)

// A URL is a web or mail address of the text.
type URL struct {
	Span
	// Address is the address as a person would type it. No scheme is invented,
	// and a defanged address ("hxxp://example[.]com") is given whole.
	Address string `json:"url"`
	// Host is the host in lower case, without port or user.
	Host string  `json:"host"`
	Kind URLKind `json:"kind"`
	// Lossy names what flattening destroyed and cannot be given back; nil if
	// nothing.
	Lossy []Loss `json:"lossy,omitzero"`
	// Confidence is the share, from 0 to 1, of addresses found by the same
	// evidence that were addresses of the published text, span and all.
	Confidence float64 `json:"confidence"`
}

// A URLKind says what an address leads to, as far as the address tells.
type URLKind string

const (
	URLPage      URLKind = "page"      // a page or site
	URLPost      URLKind = "post"      // a post on a social network
	URLShortener URLKind = "shortener" // a short code that redirects, such as t.co
	URLImage     URLKind = "image"     // a picture
	URLEmail     URLKind = "email"     // a mailbox
)

// Valid reports whether k is one of the constants.
func (k URLKind) Valid() bool {
	switch k {
	case URLPage, URLPost, URLShortener, URLImage, URLEmail:
		return true
	}
	return false
}

// A Loss is a property of an address that flattening destroyed.
type Loss string

const (
	LossCase       Loss = "case"       // capitals of a path
	LossSeparators Loss = "separators" // which marks stood between the parts
)

// Valid reports whether l is one of the constants.
func (l Loss) Valid() bool { return l == LossCase || l == LossSeparators }

// Published returns the date that the path of the address holds, as those of
// many news pages do: "/2019/03/12/", "/2019/mar/12/", "/20190312/" or
// "2019-03-12". day is 0 where the path has the month alone; ok is false where
// it has no date. The date is a hint to when the page was published, and weaker
// than a stamp in a text itself.
func (u URL) Published() (year int, month time.Month, day int, ok bool) {
	return address.DateIn(u.Address)
}

// urlsOf converts addresses to public records.
func urlsOf(addresses []address.Address) []URL {
	list := make([]URL, len(addresses))
	for i, a := range addresses {
		list[i] = URL{Span: Span(a.Span), Address: a.Written, Host: a.Host, Kind: URLKind(a.Kind), Confidence: a.Confidence}
		for _, loss := range a.Lossy {
			list[i].Lossy = append(list[i].Lossy, Loss(loss))
		}
	}
	return list
}
