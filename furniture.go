package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/token"
)

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

// Valid reports whether k is one of the constants.
func (k FurnitureKind) Valid() bool {
	switch k {
	case FurnitureHeadline, FurnitureStandfirst, FurnitureByline, FurnitureDateline, FurnitureStamp, FurnitureCaption,
		FurnitureLink, FurnitureSignup, FurnitureShare, FurnitureAdvertisement, FurnitureCredit, FurnitureCopyright, FurnitureNote:
		return true
	}
	return false
}

// An Author is somebody whom the byline names.
type Author struct {
	Span
	// Name is the name as a reader would write it: capitals are given back to
	// a name that has lost them ("jane roe") or has nothing else.
	Name string `json:"name"`
}

// furnitureOf gives the pieces of a layout their bytes.
func furnitureOf(l *page.Layout, tokens []token.Token) []Furniture {
	if len(l.Pieces) == 0 {
		return nil
	}
	list := make([]Furniture, len(l.Pieces))
	for i, p := range l.Pieces {
		list[i] = Furniture{Span(p.Span(tokens)), FurnitureKind(p.Kind)}
	}
	return list
}

// bylineOf returns the authors of a layout. The tokens are those of text.
func bylineOf(l *page.Layout, text string, tokens []token.Token) []Author {
	if len(l.Authors) == 0 {
		return nil
	}
	list := make([]Author, len(l.Authors))
	for i, name := range l.Authors {
		list[i] = Author{Span(name.Span(tokens)), article.NameOf(text, tokens[name.First:name.Last])}
	}
	return list
}
