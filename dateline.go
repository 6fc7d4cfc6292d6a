package verbatim

// Furniture is a piece of the page that stands around the prose of an article:
// its headline, its byline, a caption, a line that asks the reader to sign up.
// What it says is not quoted, and nobody in it speaks; a headline or a
// standfirst alone may still report what somebody said.
type Furniture struct {
	Span
	Kind FurnitureKind `json:"kind"`
}

// A FurnitureKind says what a piece of furniture is.
type FurnitureKind string

const (
	FurnitureHeadline      FurnitureKind = "headline"      // the title, with the standfirst where nothing parts them
	FurnitureStandfirst    FurnitureKind = "standfirst"    // what stands between headline and byline
	FurnitureByline        FurnitureKind = "byline"        // who wrote the article, in which post and place
	FurnitureDateline      FurnitureKind = "dateline"      // place, day and agency in front of the first sentence
	FurnitureStamp         FurnitureKind = "stamp"         // when the article was published or updated
	FurnitureCaption       FurnitureKind = "caption"       // the words under a picture, or who took it
	FurnitureLink          FurnitureKind = "link"          // "read more", "related"
	FurnitureSignup        FurnitureKind = "signup"        // "sign up for", "follow us on"
	FurnitureShare         FurnitureKind = "share"         // "share this", comment and print buttons
	FurnitureAdvertisement FurnitureKind = "advertisement" // "advertisement", "story continues below"
	FurnitureCredit        FurnitureKind = "credit"        // "reporting by", "contributed to this report"
	FurnitureCopyright     FurnitureKind = "copyright"     // "all rights reserved"
	FurnitureNote          FurnitureKind = "note"          // "this story has been updated", corrections
)

var furnitureKinds = []FurnitureKind{
	FurnitureHeadline, FurnitureStandfirst, FurnitureByline, FurnitureDateline, FurnitureStamp, FurnitureCaption,
	FurnitureLink, FurnitureSignup, FurnitureShare, FurnitureAdvertisement, FurnitureCredit, FurnitureCopyright, FurnitureNote,
}

// MarshalText implements [encoding.TextMarshaler]. A kind that is none of the
// constants is an [UnknownValueError].
func (k FurnitureKind) MarshalText() ([]byte, error) {
	return marshalValue("FurnitureKind", k, furnitureKinds)
}

// UnmarshalText implements [encoding.TextUnmarshaler]. Text that names none of
// the constants is an [UnknownValueError].
func (k *FurnitureKind) UnmarshalText(text []byte) error {
	return unmarshalValue("FurnitureKind", k, text, furnitureKinds)
}

// An Author is somebody whom the byline names.
type Author struct {
	Span
	// Name is the name as a reader would write it: capitals are given back to
	// a name that has lost them ("jane roe") or has nothing else.
	Name string `json:"name"`
}

// A stampRange is a time expression by its words.
type stampRange struct {
	words
	role stampRole
}

// A piece is a piece of furniture by its tokens.
type piece struct {
	words
	kind FurnitureKind
}

// A layout is how the page of an article was laid out, as far as it shows.
type layout struct {
	pieces  []piece // in order; none overlaps the next
	authors []words // the names of the byline, in order
	place   words   // where the dateline or byline says the report was written; often empty
	agency  string  // the agency of the dateline, folded: "ap", "associated press"
	body    int     // the first token of the prose
}

// furniture returns the pieces with their spans.
func (l *layout) furniture(tokens []token) []Furniture {
	if len(l.pieces) == 0 {
		return nil
	}
	list := make([]Furniture, len(l.pieces))
	for i, p := range l.pieces {
		list[i] = Furniture{p.span(tokens), p.kind}
	}
	return list
}

// byline returns the authors. The tokens are those of text.
func (l *layout) byline(text string, tokens []token) []Author {
	if len(l.authors) == 0 {
		return nil
	}
	list := make([]Author, len(l.authors))
	for i, name := range l.authors {
		list[i] = Author{name.span(tokens), writtenName(text, tokens[name.first:name.last])}
	}
	return list
}

// findFurniture finds the furniture of an article. stamps are the time
// expressions of the text in order. Marks, capitals and line breaks are used
// where they remain. In flattened text the head of an article is found only
// where a byline, a stamp or a dateline proves it; without proof all of the
// text is prose.
func findFurniture(tokens []token, stamps []stampRange) layout {
	f := furnitureFinder{tokens: tokens, stamps: stamps}
	if isMarked(tokens) {
		f.publishedHead()
		f.publishedBody()
	} else {
		f.flatHead()
		f.flatBody()
	}
	return f.layout
}

// isMarked reports whether the text has kept enough of its marks and capitals
// to be read as published.
func isMarked(tokens []token) bool {
	kept := 0
	for _, t := range tokens {
		if t.shape != shapeLower && t.shape != shapeNumber || !t.gap.bare() {
			kept++
		}
	}
	return kept*20 > len(tokens)
}

// A furnitureFinder is the state of one findFurniture call.
type furnitureFinder struct {
	tokens []token
	stamps []stampRange
	layout
}

// add appends a piece. Pieces come in order; one that would reach back into
// the piece before it is cut, and an empty one is dropped.
func (f *furnitureFinder) add(first, end int, kind FurnitureKind) {
	first = max(first, f.reached())
	if first < end {
		f.pieces = append(f.pieces, piece{words{first, end}, kind})
	}
}

// reached returns the token after the last piece.
func (f *furnitureFinder) reached() int {
	if len(f.pieces) == 0 {
		return 0
	}
	return f.pieces[len(f.pieces)-1].last
}

// fold returns the folded form of token i, or "" where there is none.
func (f *furnitureFinder) fold(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.tokens[i].fold
}

// addByline appends a byline and takes over what it says.
func (f *furnitureFinder) addByline(b byline) {
	f.add(b.first, b.last, FurnitureByline)
	f.authors = append(f.authors, b.names...)
	if f.place.empty() {
		f.place = b.place
	}
}

// addDateline appends a dateline and takes over what it says.
func (f *furnitureFinder) addDateline(d dateline) {
	f.add(d.first, d.last, FurnitureDateline)
	if !d.place.empty() {
		f.place = d.place
	}
	if d.agency != "" {
		f.agency = d.agency
	}
}
