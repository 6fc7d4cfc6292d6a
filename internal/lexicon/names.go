// Package lexicon holds the closed word lists that the readers of package
// verbatim share: cues of speech, writing and thought, function words, and how
// words are written in running news text.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A Case says how a word is written in the middle of a sentence.
type Case uint8

const (
	LowerCase Case = iota
	TitleCase      // London
	UpperCase      // NATO
	MixedCase      // McCarthy
)

// A Name is what the news corpora say about a word that they write with a
// capital more often than not.
type Name struct {
	Case Case
	Sure bool // in at least 19 of 20 places, else in at least 12 of 20
}

// names.txt lists, one a line, the words that stood in the middle of a
// sentence at least 12 times in 34 million words of news (the news files
// described in docs/model.md) and had a capital there in at least 60 % of
// them: the word in lower case, then T, U or M as in Case, in lower case where
// the share was below 95 %. Counts alone went in, no running text.
//
//go:embed names.txt
var namesFile string

var names = sync.OnceValue(func() map[string]Name {
	table := make(map[string]Name, strings.Count(namesFile, "\n"))
	for line := range strings.Lines(namesFile) {
		word, class, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		name := Name{Sure: class < "a"}
		switch strings.ToUpper(class) {
		case "T":
			name.Case = TitleCase
		case "U":
			name.Case = UpperCase
		case "M":
			name.Case = MixedCase
		}
		table[word] = name
	}
	return table
})

// LookupName reports how a lower-cased word is usually written, if that is
// with a capital.
func LookupName(word string) (Name, bool) {
	name, ok := names()[word]
	return name, ok
}
