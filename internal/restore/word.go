package restore

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readableWord returns token i with the capitals that it would have in print;
// newSentence says that a sentence begins there.
func (r *restorer) readableWord(i int, newSentence bool) string {
	word := r.Tokens[i].Span().In(r.Text)
	if r.Cased {
		return word
	}
	if r.shouted {
		word = lowered(word)
	}
	c := r.readableCase(i)
	if c == lexicon.LowerCase && newSentence {
		return lexicon.Capital(word)
	}
	return lexicon.WriteIn(word, c)
}

// lowered returns a word in small letters, or as it stands where these would not
// be its own: "İ" has a dot that "i" has lost.
func lowered(word string) string {
	lower := strings.ToLower(word)
	if !token.IsASCII(word) {
		own, _ := token.Flatten(word)
		if other, _ := token.Flatten(lower); other != own {
			return word
		}
	}
	return lower
}

// readableCase returns the case that token i would have within a sentence.
func (r *restorer) readableCase(i int) lexicon.Case {
	word := r.Fold(i)
	switch {
	case word == "i":
		return lexicon.TitleCase
	case word == "o" && i+1 < len(r.Tokens) && r.Fold(i+1) == "clock":
		return lexicon.LowerCase
	}
	if before, after := r.initialsMark(i-1), r.initialsMark(i); before != "" || after != "" {
		switch {
		case after != "" && lexicon.IsSmallPair(word, r.Fold(i+1)), before != "" && lexicon.IsSmallPair(r.Fold(i-1), word):
			return lexicon.LowerCase
		}
		return lexicon.UpperCase
	}
	if lexicon.IsClitic(word) && (r.isContracted(i-1) || r.initialsMark(i-2) != "") {
		return lexicon.LowerCase
	}
	return r.LikelyCase(i, false)
}

// isShouted reports whether an article is written in capitals only, as captions
// and old wires are: then a capital tells as little of a word as none would.
func isShouted(a *article.Article) bool {
	if a.Cased {
		return false
	}
	upper, lower := 0, 0
	for _, t := range a.Tokens {
		switch t.Shape {
		case token.ShapeUpper:
			upper++
		case token.ShapeLower:
			lower++
		}
	}
	return upper > lower
}
