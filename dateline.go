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
	token.Span
	Kind page.Kind `json:"kind"`
}

// An Author is somebody whom the byline names.
type Author struct {
	token.Span
	// Name is the name as a reader would write it: capitals are given back to
	// a name that has lost them ("jane roe") or has nothing else.
	Name string `json:"name"`
}

// furniture returns the pieces with their spans.
func furniture(l *page.Layout, tokens []token.Token) []Furniture {
	if len(l.Pieces) == 0 {
		return nil
	}
	list := make([]Furniture, len(l.Pieces))
	for i, p := range l.Pieces {
		list[i] = Furniture{p.Span(tokens), p.Kind}
	}
	return list
}

// byline returns the authors. The tokens are those of text.
func byline(l *page.Layout, text string, tokens []token.Token) []Author {
	if len(l.Authors) == 0 {
		return nil
	}
	list := make([]Author, len(l.Authors))
	for i, name := range l.Authors {
		list[i] = Author{name.Span(tokens), article.NameOf(text, tokens[name.First:name.Last])}
	}
	return list
}
