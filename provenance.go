package verbatim

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/verbatim-news/verbatim/internal/timex"
)

// A Provenance says what made a document, of which text and with which options,
// so that a record of years ago can be told from one of today. The same text
// read with the same Provenance gives the same document, whatever the machine.
// Two Provenances may be compared with ==.
type Provenance struct {
	// Version is that of this module: [Version].
	Version string `json:"version"`
	// Model is the SHA-256 of the tagger's weights, in hexadecimal; empty for
	// a light reading.
	Model string `json:"model,omitzero"`
	// SHA256 is that of the text, in hexadecimal, and Bytes the length of the
	// text.
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
	// ReadSHA256 is that of the text which was read, where the spans have been
	// moved to another ([Document.MovedTo]); empty where they have not.
	ReadSHA256 string `json:"readSha256,omitzero"`
	// Published is the day from which relative times were reckoned, as
	// YYYY-MM-DD, and PublishedBy where it came from. Both are empty where
	// neither the text nor the caller told one.
	Published   string      `json:"published,omitzero"`
	PublishedBy PublishedBy `json:"publishedBy,omitzero"`
	// Prefer, DayFirst, Light and Explain are the options of the [Parser]. An
	// empty Prefer means PreferPast.
	Prefer   Direction `json:"prefer,omitzero"`
	DayFirst bool      `json:"dayFirst,omitzero"`
	Light    bool      `json:"light,omitzero"`
	Explain  bool      `json:"explain,omitzero"`
	// Names is the SHA-256, in hexadecimal, of the known names, in the order in
	// which [NewNames] was given them; empty where there were none.
	Names string `json:"names,omitzero"`
}

// Version is the version of this module.
const Version = "v1.0.0"

// A PublishedBy says where the day of publication came from that a document was
// read with. Empty means that there was none.
type PublishedBy string

const (
	PublishedByStamp  PublishedBy = "stamp"  // the text's own stamp: Document.Published
	PublishedByCaller PublishedBy = "caller" // Parser.Published or Article.Published
	PublishedByUpdate PublishedBy = "update" // the stamp of its last change: Document.Updated
	PublishedByHead   PublishedBy = "head"   // a full date at the head of the text that may or may not be a stamp
)

// Valid reports whether b is one of the constants. The empty PublishedBy is
// none: it stands for no day.
func (b PublishedBy) Valid() bool {
	switch b {
	case PublishedByStamp, PublishedByCaller, PublishedByUpdate, PublishedByHead:
		return true
	}
	return false
}

// SameText reports whether p and other are of documents of the same text, so
// that a span of one means the same in the other. It is false where one of them
// does not tell its text.
func (p Provenance) SameText(other Provenance) bool {
	return p.SHA256 != "" && p.SHA256 == other.SHA256
}

// IsOf reports whether text is the one that the spans are of. A record without Bytes was
// made before there were any.
func (p Provenance) IsOf(text string) bool {
	return (p.Bytes == len(text) || p.Bytes == 0) && p.SHA256 == sha256Of(text)
}

// Differences returns the fields in which p and other differ, by their names in
// JSON and in the order of the struct; nil if they are equal. Documents of the
// same text differ for no other reason than these.
func (p Provenance) Differences(other Provenance) []string {
	var names []string
	for _, field := range []struct {
		name    string
		differs bool
	}{
		{"version", p.Version != other.Version},
		{"model", p.Model != other.Model},
		{"sha256", p.SHA256 != other.SHA256},
		{"bytes", p.Bytes != other.Bytes},
		{"readSha256", p.ReadSHA256 != other.ReadSHA256},
		{"published", p.Published != other.Published},
		{"publishedBy", p.PublishedBy != other.PublishedBy},
		{"prefer", p.Prefer != other.Prefer},
		{"dayFirst", p.DayFirst != other.DayFirst},
		{"light", p.Light != other.Light},
		{"explain", p.Explain != other.Explain},
		{"names", p.Names != other.Names},
	} {
		if field.differs {
			names = append(names, field.name)
		}
	}
	return names
}

// provenanceOf says what makes a document of text; weights is the SHA-256 of those
// of the tagger that reads it, and times are those of the text.
func (p *Parser) provenanceOf(text string, weights string, times *timex.Times) Provenance {
	made := Provenance{
		Version: Version, Model: weights, SHA256: sha256Of(text), Bytes: len(text),
		DayFirst: p.DayFirst, Light: p.Light, Explain: p.Explain, Names: p.Names.sum(),
	}
	if !times.Origin.IsZero() {
		made.Published, made.PublishedBy = times.Origin.Format(time.DateOnly), PublishedBy(times.OriginBy)
	}
	if p.Prefer == PreferFuture || p.Prefer == PreferNearest { // the same option has one spelling
		made.Prefer = p.Prefer
	}
	return made
}

// sha256Of returns the SHA-256 of a text in hexadecimal. It hands the text over
// piece by piece: the whole as bytes would be a copy.
func sha256Of(text string) string {
	sum, piece := sha256.New(), make([]byte, min(len(text), 1<<12))
	for len(text) > 0 {
		n := copy(piece, text)
		sum.Write(piece[:n])
		text = text[n:]
	}
	return hex.EncodeToString(sum.Sum(nil))
}
