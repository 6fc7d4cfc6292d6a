package export

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
)

// A namer gives the parts of one article names that no other article has: URNs
// made of what the caller calls it and of its text. The same article has the same
// names whenever it is written.
type namer struct {
	article [sha256.Size]byte // of the ID and the text
	text    [sha256.Size]byte
}

func newNamer(a *article) *namer {
	n := &namer{text: sha256.Sum256([]byte(a.text))}
	n.article = sha256.Sum256(fmt.Appendf(nil, "%d:%s%x", len(a.ID), a.ID, n.text))
	return n
}

// urn names a part of the article by a UUID of version 8 (RFC 9562, 5.8).
func (n *namer) urn(part string, index int) string {
	sum := sha256.Sum256(fmt.Appendf(n.article[:], "%s %d", part, index))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0F|0x80, id[8]&0x3F|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// source names the text itself: the ID, if that is a web address, else the
// text's hash as RFC 6920 writes it.
func (n *namer) source(id string) string {
	if isWebAddress(id) {
		return id
	}
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(n.text[:])
}

// isWebAddress reports whether an address can be followed as it stands, and leads
// to the web: no javascript:, no data:, no blanks.
func isWebAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.String() == address
}
