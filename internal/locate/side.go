package locate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A side is one of the two texts that are compared, in words.
type side struct {
	text  string
	words []word
	folds []string // of the words, where they are kept
	flat  bool     // no marks are left
}

// isFlat reports whether a text has none of the marks that any written text has.
func isFlat(text string) bool {
	for _, mark := range [...]string{".", ",", `"`, "“", "’", "'", "?", "!", "-"} {
		if strings.Contains(text, mark) {
			return false
		}
	}
	return true
}

// fold returns the folded form of word i.
func (s *side) fold(i int) string {
	if s.folds != nil {
		return s.folds[i]
	}
	return fold(s.words[i].in(s.text))
}

// gap returns what stands between word i and the one before it: before the first
// word, or after the last, all that stands there.
func (s *side) gap(i int) string {
	start, end := 0, len(s.text)
	if i > 0 {
		start = s.words[i-1].end()
	}
	if i < len(s.words) {
		end = s.words[i].start
	}
	return s.text[start:end]
}

// groups reports whether what stands before word i may part the thousands of a
// number: "3,000", "3 000".
func (s *side) groups(i int) bool {
	switch s.gap(i) {
	case ",", " ", "\u00a0", "\u2009", "\u202f", "’", "'":
		return true
	}
	return false
}

// isPoint reports whether what stands before word i parts a number from its
// decimals. In flattened text it does if at most two digits and a scale follow.
func (s *side) isPoint(i, last int) bool {
	switch s.gap(i) {
	case ".", "·":
		return true
	case " ":
		return s.flat && len(s.fold(i)) <= 2 && i+1 < last && scales[s.fold(i+1)] > 0
	}
	return false
}

// negates reports whether word i is a negation.
func (s *side) negates(i int) bool {
	switch w := s.fold(i); w {
	case "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without", "hardly", "barely", "scarcely",
		"dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "couldnt", "wouldnt", "shouldnt", "wont", "hasnt", "havent", "hadnt",
		"aint", "mustnt", "neednt":
		return true
	case "t":
		return i > 0 && takesNot(s.fold(i-1))
	}
	return false
}

// negations counts those of a range of words.
func (s *side) negations(first, last int) (n int) {
	for i := first; i < last; i++ {
		if s.negates(i) {
			n++
		}
	}
	return n
}

// A border is what may stand between two words besides space.
type border uint8

const (
	opensQuotation border = 1 << iota
	closesQuotation
	endsSentence
	endsParagraph
)

// border tells what stands between word i and the one before it.
func (s *side) border(i int) (b border) {
	gap := s.gap(i)
	if gap == " " {
		return 0
	}
	lines := 0
	for at, r := range gap {
		switch r {
		case '.', '?', '!', '…':
			b |= endsSentence
		case '“', '„', '«', '‘':
			b |= opensQuotation
		case '”', '»':
			b |= closesQuotation
		case '’', '\'':
			// An apostrophe too: a quotation ends after its last mark.
			before, _ := utf8.DecodeLastRuneInString(gap[:at])
			if strings.ContainsRune(",.?!", before) && at > 0 {
				b |= closesQuotation
			} else if r == '\'' && at+1 == len(gap) && at > 0 {
				b |= opensQuotation
			}
		case '"':
			b |= straightMark(gap, at)
		case '\n':
			lines++
		}
	}
	if lines > 1 || i == 0 || i == len(s.words) {
		b |= endsParagraph
	}
	return b
}

// straightMark tells by the side on which space or a word stands what the mark at
// byte at of the gap does.
func straightMark(gap string, at int) border {
	before, _ := utf8.DecodeLastRuneInString(gap[:at])
	after, _ := utf8.DecodeRuneInString(gap[at+1:])
	switch spaceBefore, spaceAfter := at > 0 && unicode.IsSpace(before), at+1 < len(gap) && unicode.IsSpace(after); {
	case spaceBefore && !spaceAfter:
		return opensQuotation
	case spaceAfter && !spaceBefore:
		return closesQuotation
	case at+1 == len(gap) && at == 0:
		return 0 // within a word, or around one that is empty
	case at+1 == len(gap):
		return opensQuotation
	}
	return closesQuotation
}

// longestOutside is how many words at most stand outside quotation marks between
// two pieces of what somebody says: "said Ana Lopez, who has led the board since
// the flood of 2011".
const longestOutside = 40

// resumes returns the word at which a quotation that closes before word i opens
// again, or i if it does not within the paragraph.
func (s *side) resumes(i, last int) int {
	if s.flat || s.border(i)&closesQuotation == 0 || s.border(i)&(opensQuotation|endsParagraph) != 0 {
		return i
	}
	for k := i + 1; k < min(last, i+longestOutside+1); k++ {
		switch b := s.border(k); {
		case b&endsParagraph != 0:
			return i
		case b&opensQuotation != 0:
			return k
		}
	}
	return i
}
