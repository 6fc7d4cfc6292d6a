package export

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A tokenSpan is a word or a mark of a text.
type tokenSpan struct {
	verbatim.Span
	paragraph bool // an empty line, or none before it, stands in front
}

// tokens goes through the tokens of a text: runs of letters, marks and numbers,
// with apostrophes within, and every other character that is no white space by
// itself. A token is cut where a span of the document begins or ends, so that
// every span covers whole ones.
func tokens(text string, doc *verbatim.Document) iter.Seq[tokenSpan] {
	return func(yield func(tokenSpan) bool) {
		edges := edgesOf(doc)
		lines := 2
		for at := 0; at < len(text); {
			r, size := utf8.DecodeRuneInString(text[at:])
			if unicode.IsSpace(r) {
				if r == '\n' {
					lines++
				}
				at += size
				continue
			}
			for len(edges) > 0 && edges[0] <= at {
				edges = edges[1:]
			}
			limit := len(text)
			if len(edges) > 0 {
				limit = edges[0]
			}
			end := tokenEnd(text, at, limit)
			if !yield(tokenSpan{verbatim.Span{Start: at, End: end}, lines > 1}) {
				return
			}
			at, lines = end, 0
		}
	}
}

// tokenEnd returns where the token that begins at byte at ends, at limit at the
// latest.
func tokenEnd(text string, at, limit int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	end := at + size
	if !isOfWord(r) {
		return end
	}
	for end < limit {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isOfWord(r) && !(strings.ContainsRune("'’", r) && end+size < limit && startsWord(text[end+size:])) {
			break
		}
		end += size
	}
	return min(end, max(limit, at+1))
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) }

func startsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isOfWord(r)
}

// edgesOf returns where spans of the document begin and end, in order, once each.
func edgesOf(doc *verbatim.Document) []int {
	var edges []int
	for s := range doc.AllSpans() {
		edges = append(edges, s.Start, s.End)
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}
