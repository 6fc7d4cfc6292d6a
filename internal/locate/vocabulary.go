package locate

import (
	"math/bits"
	"math/rand/v2"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A vocabulary gives each word an id that does not depend on how it is written.
//
// Most words of a text are short, and it is for them that a text of a megabyte is
// read in milliseconds: up to eight ASCII bytes are their own key.
type vocabulary struct {
	short []entry // open addressing; a power of two in length, at most half full
	known int     // how many entries are taken
	seed  uint64  // odd and drawn by chance, so that no text can be made to crowd the table
	shift int     // how many bits of a product with it are no place in the table
	long  map[string]int32
	size  int32 // how many ids there are
}

// An entry is a short word with its id. No word has the key 0.
type entry struct {
	key uint64
	id  int32
}

// shortWord is how many bytes a word has at most that is its own key.
const shortWord = 8

// A table of smallestTable entries is made for a short text, one of largestTable at
// most before any word is read.
const (
	smallestTable = 1 << 8
	largestTable  = 1 << 16
)

// newVocabulary makes a vocabulary for a text of so many bytes. News has one new word
// in some sixty.
func newVocabulary(bytes int) *vocabulary {
	size := smallestTable
	for size < bytes/16 && size < largestTable {
		size *= 2
	}
	v := &vocabulary{seed: rand.Uint64() | 1, long: make(map[string]int32, bytes/256)}
	v.makeTable(size)
	return v
}

func (v *vocabulary) makeTable(size int) {
	v.short, v.shift = make([]entry, size), 65-bits.Len(uint(size))
}

// keyOf returns the key of a short word with its ASCII letters lower-cased.
func keyOf(written string) (key uint64) {
	for i := range len(written) {
		key = key<<8 | uint64(written[i])
	}
	return key
}

// entry returns where a key stands in the table, or is to stand.
func (v *vocabulary) entry(key uint64) *entry {
	mask := len(v.short) - 1
	at := int((key * v.seed) >> v.shift)
	for v.short[at].key != key && v.short[at].key != 0 {
		at = (at + 1) & mask
	}
	return &v.short[at]
}

// shortID returns the id of a short word by its key.
func (v *vocabulary) shortID(key uint64) int32 {
	if e := v.entry(key); e.key == key {
		return e.id
	}
	var written [shortWord]byte
	n := len(written)
	for k := key; k > 0; k >>= 8 {
		n--
		written[n] = byte(k)
	}
	return v.add(string(written[n:]))
}

// id returns the id of a word as it stands in a text with its ASCII letters
// lower-cased.
func (v *vocabulary) id(written string) int32 {
	if id := v.find(written); id != unknown {
		return id
	}
	return v.add(written)
}

// lookup is id for a word of a quotation; it returns unknown if the text has no word
// that is the same.
func (v *vocabulary) lookup(folded string) int32 {
	if id := v.find(folded); id != unknown {
		return id
	}
	return v.find(canonical(folded))
}

// find returns the id under which a spelling is known, or unknown.
func (v *vocabulary) find(written string) int32 {
	if len(written) <= shortWord {
		key := keyOf(written)
		if e := v.entry(key); e.key == key {
			return e.id
		}
		return unknown
	}
	if id, ok := v.long[written]; ok {
		return id
	}
	return unknown
}

// add takes a new spelling, under the id of the word if another one is known.
func (v *vocabulary) add(written string) int32 {
	same := canonical(fold(written))
	id := v.find(same)
	if id == unknown {
		id = v.size
		v.size++
		v.put(same, id)
	}
	if same != written {
		v.put(written, id)
	}
	return id
}

func (v *vocabulary) put(written string, id int32) {
	if len(written) > shortWord {
		v.long[strings.Clone(written)] = id
		return
	}
	if 2*v.known >= len(v.short) {
		old := v.short
		v.makeTable(2 * len(old))
		for _, e := range old {
			if e.key != 0 {
				*v.entry(e.key) = e
			}
		}
	}
	v.known++
	key := keyOf(written)
	*v.entry(key) = entry{key, id}
}

// fold returns a word without what the forms of Unicode and the capitals add to
// its letters: compatible characters are replaced (ligatures, full-width
// letters), accents, joiners and soft hyphens left out. The result is never empty.
func fold(written string) string {
	if isASCII(written) {
		return strings.ToLower(written)
	}
	folded := cases.Fold().String(norm.NFKD.String(written))
	bare := strings.Map(func(r rune) rune {
		if unicode.IsMark(r) || r == '\u200d' || r == '\u200c' || r == softHyphen {
			return -1
		}
		return r
	}, folded)
	if bare == "" {
		return written
	}
	return bare
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// canonical returns the one form that stands for all spellings of a folded word:
// digits for a number in a word, the American spelling.
func canonical(folded string) string {
	if n, ok := wordNumbers[folded]; ok {
		return n.digits()
	}
	return american(folded)
}
