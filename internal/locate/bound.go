package locate

import "github.com/verbatim-news/verbatim/internal/lexicon"

// leastAltered is how many words a quotation has at least that may have one
// altered: of fewer words, the rest stands everywhere. leastPart is that for one
// part of several.
const (
	leastAltered = 4
	leastPart    = 3
)

// fewMissing is how many words left out in a row count as one; more count as two.
const fewMissing = 3

// isQuotation reports whether so many words agree that it is a quotation, if not a
// true one, and no paraphrase: one of four, two of five to eight, and a third of
// more may differ, and no more than there are words that agree and do not stand
// everywhere, unless one alone differs. Where words are left out by an ellipsis, one
// part must have some words of its own, and so must what stands around brackets.
func (s *searcher) isQuotation(steps []step) bool {
	c := s.count(steps)
	switch {
	case c.words == 0, c.elided && s.longestPart() < shortPart, c.words < wordsPerBracket*c.bracketed:
		return false
	case c.differing <= 1:
		return c.differing == 0 || c.words >= leastAltered
	}
	return c.differing <= max(min(c.words-leastPart, 2), c.words/3) && c.differing <= c.telling
}

// isPart is isQuotation for a part beside another: one word of three may differ, and
// some be left out of two that do not both stand everywhere.
func (s *searcher) isPart(steps []step) bool {
	c := s.count(steps)
	return c.differing == 1 && (c.words == leastPart || c.words == leastPart-1 && c.missing == 1 && c.telling > 0) || s.isQuotation(steps)
}

// A count is what an alignment has of words.
type count struct {
	words     int // of the quotation that are to stand in the text
	missing   int // of the text that are left out, by the rows in which they are
	differing int // on either side; what an apostrophe ties to another word is none
	telling   int // that agree and do not stand everywhere
	bracketed int // brackets that stand for words of the text
	elided    bool
}

// wordsPerBracket is how many words there are at least for each bracket that stands
// for others.
const wordsPerBracket = 2

// longestPart returns how many words the longest part of the quotation has.
func (s *searcher) longestPart() (longest int) {
	for _, p := range s.quote.parts {
		longest = max(longest, p.Len())
	}
	return longest
}

func (s *searcher) count(steps []step) (c count) {
	row := 0 // words left out
	for _, st := range steps {
		if st.op == opOmitted {
			for i := st.text.First; i < st.text.Last; i++ {
				if !isClitic(s.text.fold(i)) {
					row++
					if row == 1 || row == fewMissing+1 {
						c.missing++
						c.differing++
					}
				}
			}
			continue
		}
		row = 0
		switch st.op {
		case opInserted:
			if c.words++; !isClitic(s.quote.fold(st.quote.First)) {
				c.differing++
			}
		case opReplaced:
			c.words++
			c.differing++
		case opElided:
			c.elided = true
		case opBracketed:
			if !st.text.Empty() && s.quote.bracket[st.quote.First] >= 0 {
				c.bracketed++
			}
		case opSame, opSpelled:
			c.words += st.quote.Len()
			for i := st.quote.First; i < st.quote.Last; i++ {
				if !lexicon.IsFunctionWord(s.quote.fold(i)) {
					c.telling++
				}
			}
		}
	}
	return c
}
