package page

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Kind says what a piece of furniture is.
type Kind string

// The kinds.
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

// A Piece is a piece of furniture by its tokens.
type Piece struct {
	token.Range
	Kind Kind
}

// A Layout is how the page of an article was laid out, as far as it shows.
type Layout struct {
	Pieces  []Piece       // in order; none overlaps the next
	Authors []token.Range // the names of the byline, in order
	Turns   []Turn        // those of a transcript, in order
	Stamps  []int         // the indexes of the time expressions that stand in a stamp, in order
	place   token.Range   // where the dateline or byline says the report was written; often empty
	agency  string        // the agency of the dateline, folded: "ap", "associated press"
	body    int           // the first token of the prose
}

// Read finds the furniture of an article, given as words. times are the time
// expressions of the text in order. Without proof of a head all of the text is
// prose.
func Read(words token.Text, times []timex.Expression) Layout {
	f := finder{words: words, tokens: words.Tokens, times: times}
	if words.Marked {
		f.Turns = f.turns()
		f.publishedHead()
		f.publishedBody()
	} else {
		f.flatHead()
		f.flatBody()
	}
	f.Stamps = f.timesInStamps()
	return f.Layout
}

// A finder is the state of one Read call.
type finder struct {
	words  token.Text
	tokens []token.Token
	times  []timex.Expression
	Layout
}

// add appends a piece. Pieces come in order; one that would reach back into
// the piece before it is cut, and an empty one is dropped.
func (f *finder) add(first, end int, kind Kind) {
	first = max(first, f.reached())
	if first < end {
		f.Pieces = append(f.Pieces, Piece{token.Range{First: first, Last: end}, kind})
	}
}

// reached returns the token after the last piece.
func (f *finder) reached() int {
	if len(f.Pieces) == 0 {
		return 0
	}
	return f.Pieces[len(f.Pieces)-1].Last
}

// turnAfter returns the first token of the first turn, with its label, that ends
// after token i, and the token after that turn; the end of the text for both if
// there is none.
func (f *finder) turnAfter(i int) (first, end int) {
	n, _ := slices.BinarySearchFunc(f.Turns, i, func(t Turn, at int) int { return cmp.Compare(t.End(), at+1) })
	if n == len(f.Turns) {
		return len(f.tokens), len(f.tokens)
	}
	return f.Turns[n].Label.First, f.Turns[n].End()
}

// fold returns the folded form of token i, or "" where there is none.
func (f *finder) fold(i int) string { return token.FoldAt(f.tokens, i) }
