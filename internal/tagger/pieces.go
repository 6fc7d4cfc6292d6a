package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// pieces cuts words into the pieces of a WordPiece vocabulary (Schuster and
// Nakajima 2012): of what is left of a word always the longest that is one. The
// pieces that words begin with have the numbers of their rows, those that go on
// follow them.
type pieces struct {
	first, later vocabulary
}

const (
	unknownPiece  = 0
	longestPieced = 100 // letters; a longer word is an unknown piece
	mostPieces    = 6   // of a word that are read
)

// append adds a word's pieces to list.
func (p *pieces) append(list []int32, form string) []int32 {
	end := len(list) + mostPieces
	for form = withoutAccents(form); form != "" && len(list) < end; {
		part := form[:nextCut(form)]
		form = form[len(part):]
		list = p.appendPart(list, part)
	}
	return list[:min(len(list), end)]
}

// appendPart adds the pieces of what no ideograph divides.
func (p *pieces) appendPart(list []int32, part string) []int32 {
	if len(part) > longestPieced && utf8.RuneCountInString(part) > longestPieced {
		return append(list, unknownPiece)
	}
	before := len(list)
	words, offset := &p.first, 0
	for part != "" {
		end := len(part)
		row := words.row(part)
		for row == 0 {
			_, size := utf8.DecodeLastRuneInString(part[:end])
			if end -= size; end == 0 {
				return append(list[:before], unknownPiece)
			}
			row = words.row(part[:end])
		}
		list = append(list, int32(offset+row))
		part = part[end:]
		words, offset = &p.later, p.first.rows()
	}
	return list
}

// withoutAccents takes the accents off a lower-cased word.
func withoutAccents(form string) string {
	for k := range len(form) {
		if form[k] >= utf8.RuneSelf {
			return strings.ToLower(strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(form)))
		}
	}
	return form
}

// nextCut is where the first ideograph of a word begins, or ends if the word begins
// with it: each is a word of its own.
func nextCut(form string) int {
	for at, r := range form {
		if r >= 0x3400 && isIdeograph(r) {
			if at == 0 {
				return utf8.RuneLen(r)
			}
			return at
		}
	}
	return len(form)
}

// isIdeograph reports whether a letter is of one of Unicode's blocks of CJK ideographs.
func isIdeograph(r rune) bool {
	for _, block := range [...][2]rune{{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2CEAF}, {0x2F800, 0x2FA1F}} {
		if r >= block[0] && r <= block[1] {
			return true
		}
	}
	return false
}
