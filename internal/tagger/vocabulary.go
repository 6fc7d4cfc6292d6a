package tagger

import "strings"

// A vocabulary finds the rows of words. It is a table of rows, open to the next
// free place, over the text of the weights file: a map of strings would hold as
// much again and take longer to fill than a short text takes to read.
type vocabulary struct {
	text   string   // lines
	starts []uint32 // of each row's line, and of the one after the last
	places []uint32 // each a row with some bits of its word's hash above; 0 is free
	shift  int      // of a hash, to a place
}

const (
	rowBits  = 20 // for a row in a place
	mostRows = 1 << rowBits
)

// newVocabulary makes a vocabulary of lines, one a row. Row 0 has none.
func newVocabulary(text string) vocabulary {
	v := vocabulary{text: text, starts: make([]uint32, 1, strings.Count(text, "\n")+2), shift: 32}
	for rest := text; ; {
		line, more, found := strings.Cut(rest, "\n")
		v.starts = append(v.starts, uint32(len(text)-len(rest)+len(line)+1))
		if !found {
			break
		}
		rest = more
	}
	for size := 1; size < 2*v.rows(); size *= 2 {
		v.shift--
	}
	v.places = make([]uint32, 1<<(32-v.shift))
	for row := 1; row < v.rows(); row++ {
		word := v.word(row)
		h := hash(word)
		at, _ := v.find(word, h)
		v.places[at] = placeOf(row, h)
	}
	return v
}

func (v *vocabulary) rows() int { return len(v.starts) - 1 }

func (v *vocabulary) word(row int) string {
	return v.text[v.starts[row] : v.starts[row+1]-1]
}

// row is a word's row, 0 if it has none.
func (v *vocabulary) row(word string) int {
	_, row := v.find(word, hash(word))
	return row
}

// find is the place of a word and its row, or a free place for it.
func (v *vocabulary) find(word string, h uint32) (place uint32, row int) {
	mask := uint32(len(v.places) - 1)
	for at := h * 0x9E3779B1 >> v.shift; ; at = (at + 1) & mask {
		held := v.places[at]
		if held == 0 {
			return at, 0
		}
		row := int(held % mostRows)
		if held == placeOf(row, h) && v.word(row) == word {
			return at, row
		}
	}
}

func placeOf(row int, h uint32) uint32 { return uint32(row) | h<<rowBits }
