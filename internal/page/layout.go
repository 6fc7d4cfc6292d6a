package page

import (
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Kind says what a piece of furniture is.
type Kind string

const (
	Headline      Kind = "headline"      // the title, with the standfirst where nothing parts them
	Standfirst    Kind = "standfirst"    // what stands between headline and byline
	Byline        Kind = "byline"        // who wrote the article, in which post and place
	Dateline      Kind = "dateline"      // place, day and agency in front of the first sentence
	Stamp         Kind = "stamp"         // when the article was published or updated
	Caption       Kind = "caption"       // the words under a picture, or who took it
	Link          Kind = "link"          // "read more", "related"
	Signup        Kind = "signup"        // "sign up for", "follow us on"
	Share         Kind = "share"         // "share this", comment and print buttons
	Advertisement Kind = "advertisement" // "advertisement", "story continues below"
	Credit        Kind = "credit"        // "reporting by", "contributed to this report"
	Copyright     Kind = "copyright"     // "all rights reserved"
	Note          Kind = "note"          // "this story has been updated", corrections
)

var furnitureKinds = []Kind{
	Headline, Standfirst, Byline, Dateline, Stamp, Caption,
	Link, Signup, Share, Advertisement, Credit, Copyright, Note,
}

// A Piece is a piece of furniture by its tokens.
type Piece struct {
	token.Range
	Kind Kind
}

// A Layout is how the page of an article was laid out, as far as it shows.
type Layout struct {
	Pieces  []Piece       // in order; none overlaps the next
	Authors []token.Range // the names of the byline, in order
	Stamps  []int         // the indexes of the time expressions that stand in a stamp, in order
	place   token.Range   // where the dateline or byline says the report was written; often empty
	agency  string        // the agency of the dateline, folded: "ap", "associated press"
	body    int           // the first token of the prose
}

// Read finds the furniture of an article, given as words. times are the time expressions of the
// text in order; nothing is written into them. Marks, capitals and line breaks
// are used where they remain. In flattened text the head of an article is found only
// where a byline, a stamp or a dateline proves it; without proof all of the
// text is prose.
func Read(words token.Text, times []timex.Expression) Layout {
	f := furnitureFinder{words: words, tokens: words.Tokens, times: times}
	if words.Marked {
		f.publishedHead()
		f.publishedBody()
	} else {
		f.flatHead()
		f.flatBody()
	}
	f.Stamps = f.timesInStamps()
	return f.Layout
}

// A furnitureFinder is the state of one Read call.
type furnitureFinder struct {
	words  token.Text
	tokens []token.Token
	times  []timex.Expression
	Layout
}

// add appends a piece. Pieces come in order; one that would reach back into
// the piece before it is cut, and an empty one is dropped.
func (f *furnitureFinder) add(first, end int, kind Kind) {
	first = max(first, f.reached())
	if first < end {
		f.Pieces = append(f.Pieces, Piece{token.Range{First: first, Last: end}, kind})
	}
}

// reached returns the token after the last piece.
func (f *furnitureFinder) reached() int {
	if len(f.Pieces) == 0 {
		return 0
	}
	return f.Pieces[len(f.Pieces)-1].Last
}

// fold returns the folded form of token i, or "" where there is none.
func (f *furnitureFinder) fold(i int) string { return token.FoldAt(f.tokens, i) }

// addByline appends a byline and takes over what it says.
func (f *furnitureFinder) addByline(b byline) {
	f.add(b.First, b.Last, Byline)
	f.Authors = append(f.Authors, b.names...)
	if f.place.Empty() {
		f.place = b.place
	}
}

// addDateline appends a dateline and takes over what it says.
func (f *furnitureFinder) addDateline(d dateline) {
	f.add(d.First, d.Last, Dateline)
	if !d.place.Empty() {
		f.place = d.place
	}
	if d.agency != "" {
		f.agency = d.agency
	}
}
