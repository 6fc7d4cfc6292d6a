// Package wordtest compares texts word by word. Only tests import it; it is a package
// because those of several modules do.
package wordtest

import (
	"strings"
	"unicode"
)

// Words returns the words of a text, runs of letters and numbers, in small letters.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// InCommon returns the length of the longest common subsequence.
func InCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
