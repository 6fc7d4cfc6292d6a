package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// short.txt lists given names with the shorter ones that English has for them, from
// general knowledge: "william bill will billy willie". Those that most of their
// bearers were given as they are, such as Jack, stand there too.
//
//go:embed short.txt
var shortFile string

var shortNames = sync.OnceValue(func() map[string][]string {
	table := make(map[string][]string, 2*strings.Count(shortFile, "\n"))
	for line := range strings.Lines(shortFile) {
		names := strings.Fields(line)
		for _, short := range names[1:] {
			table[short] = append(table[short], names[0])
		}
	}
	return table
})

// IsShortName reports whether a lower-cased given name is used for longer ones:
// "mike".
func IsShortName(word string) bool { return len(shortNames()[word]) > 0 }

// IsShortNameFor reports whether one lower-cased given name is used for another,
// longer one: "mike" for "michael", "peggy" for "margaret".
func IsShortNameFor(short, long string) bool { return slices.Contains(shortNames()[short], long) }
