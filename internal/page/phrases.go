package page

import (
	"strings"
	"sync"

	"github.com/verbatim-news/verbatim/internal/token"
)

// phrases are some fixed rows of words, by the first word of each.
type phrases map[string][]phrase

// A phrase is a row of words without the first.
type phrase struct {
	rest []string
	kind Kind // empty where the row is none of furniture: a place, a post
}

// phrasesOf reads phrases separated by semicolons, on first use.
func phrasesOf(list string) func() phrases {
	return sync.OnceValue(func() phrases {
		p := make(phrases)
		p.add("", list)
		return p
	})
}

// add takes the phrases of a list, which semicolons separate.
func (p phrases) add(kind Kind, list string) {
	for row := range strings.SplitSeq(list, ";") {
		if words := strings.Fields(row); len(words) > 0 {
			p[words[0]] = append(p[words[0]], phrase{words[1:], kind})
		}
	}
}

// at returns how many words the longest phrase has that begins at tokens[i], or 0.
func (p phrases) at(tokens []token.Token, i int) int {
	n, _ := p.kindAt(tokens, i)
	return n
}

// kindAt returns how many words the longest phrase has that begins at tokens[i],
// and the kind of furniture that it is; 0 if there is none.
func (p phrases) kindAt(tokens []token.Token, i int) (n int, kind Kind) {
	if i < 0 || i >= len(tokens) {
		return 0, ""
	}
	for _, row := range p[tokens[i].Fold] {
		if len(row.rest) >= n && startsWith(tokens[i+1:], row.rest) {
			n, kind = len(row.rest)+1, row.kind
		}
	}
	return n, kind
}

// before returns how many words the longest phrase has that ends right before
// tokens[end], or 0. It looks back most words at the most.
func (p phrases) before(tokens []token.Token, end, most int) int {
	for n := min(most, end); n > 0; n-- {
		for _, row := range p[tokens[end-n].Fold] {
			if len(row.rest) == n-1 && startsWith(tokens[end-n+1:], row.rest) {
				return n
			}
		}
	}
	return 0
}

// startsWith reports whether the folded words of tokens begin with words.
func startsWith(tokens []token.Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if tokens[i].Fold != word {
			return false
		}
	}
	return true
}

// kindPhrases are the fixed phrases of one kind of furniture, each list separated
// by semicolons.
type kindPhrases struct {
	kind     Kind
	anywhere string // furniture wherever the words stand in this order
	opening  string // begin a paragraph that is furniture
	label    string // begin one if a colon follows, or nothing
}

// allPhrases are those of all kinds that have any.
var allPhrases = []kindPhrases{
	advertisementPhrases, linkPhrases, signupPhrases, sharePhrases, captionPhrases, notePhrases, creditPhrases, copyrightPhrases,
}

// The phrases of all kinds together.
var (
	anywherePhrases = phrasesOfKinds(func(k kindPhrases) string { return k.anywhere })
	openingPhrases  = phrasesOfKinds(func(k kindPhrases) string { return k.opening })
	labelPhrases    = phrasesOfKinds(func(k kindPhrases) string { return k.label })
)

// phrasesOfKinds reads one list of every kind, on first use.
func phrasesOfKinds(list func(kindPhrases) string) func() phrases {
	return sync.OnceValue(func() phrases {
		p := make(phrases)
		for _, k := range allPhrases {
			p.add(k.kind, list(k))
		}
		return p
	})
}
