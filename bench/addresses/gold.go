package main

import (
	"regexp"
	"slices"
	"strings"
)

// hostPattern is what score.py takes for an address in articles that nobody
// annotated.
var hostPattern = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s<>"“”’]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|ly|tv|co\.uk|org\.uk|info|me)\b(?:/[^\s<>"“”’]*)?`)

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}]+`)

// A wordRange is a run of words, by number, that an address covers. Words are
// the same in both forms of a text, so that both are scored on one ground.
type wordRange struct{ first, last int }

// words are the words of one text by their byte offsets.
type words [][]int

func wordsOf(text string) words { return wordPattern.FindAllStringIndex(text, -1) }

// covered returns the words that text[start:end] touches.
func (w words) covered(start, end int) (wordRange, bool) {
	first, _ := slices.BinarySearchFunc(w, start+1, func(word []int, at int) int { return word[1] - at })
	last, _ := slices.BinarySearchFunc(w, end, func(word []int, at int) int { return word[0] - at })
	return wordRange{first, last - 1}, last > first
}

// gold returns the addresses that hostPattern finds in text.
func gold(text string) map[wordRange]bool {
	in := wordsOf(text)
	found := map[wordRange]bool{}
	for _, m := range hostPattern.FindAllStringIndex(text, -1) {
		if m[0] > 0 && text[m[0]-1] == '@' {
			continue
		}
		end := m[0] + len(strings.TrimRight(text[m[0]:m[1]], `.,;:!?)]'`))
		if r, ok := in.covered(m[0], end); ok {
			found[r] = true
		}
	}
	return found
}
