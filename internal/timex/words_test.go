package timex

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// numerals are numbers as they stand in clocks, dates and amounts, and just
// outside of what those allow.
var numerals = []string{"0", "1", "2", "5", "9", "11", "12", "14", "22", "87", "2215", "24", "25", "31", "45", "59", "60", "79", "99", "00", "02", "000", "100", "256", "300", "930", "0410", "1000", "1210", "1850",
	"1999", "2016", "2017", "9999", "10000", "100000", "20171114", "99999999999999", "1st", "21st", "31st", "256th", "999th", "5pm", "11a", "10gmt", "1337edt", "14t02", "99t99", "00z", "20h",
	"80s", "1800s", "1990s", "2100s", "20171114t0210", "20171114t021000z"}

// helpers are words of no class that some reading looks for.
var helpers = []string{"of", "to", "and", "or", "on", "by", "until", "before", "after", "from", "ago", "s", "c", "b", "bc", "clock", "oclock", "old", "long", "million",
	"people", "will", "said", "was", "eastern", "daylight", "time", "local", "z", "eve", "other", "single", "per", "so", "season", "game", "within", "for", "since", "ahead", "term"}

// No word of the vocabulary, at the beginning of a text, at its end or among any
// others, leads a reading astray.
func TestWordsInAnyPlace(t *testing.T) {
	check := func(text string) {
		t.Helper()
		checkTimestamps(t, text, read(text, tuesday))
	}
	words := slices.Sorted(maps.Keys(timeWords()))
	words = append(append(words, numerals...), helpers...)
	for _, word := range words {
		check(word)
		check("they met " + word)
		check(word + " they met")
	}
	random := rand.New(rand.NewPCG(1, 2))
	gaps := []string{" ", " ", " ", " ", ", ", ". ", "-", "/", ":", ".", " (", ") ", "\n\n", " – ", "'", "+", " $"}
	for range 40000 {
		var b strings.Builder
		for range 2 + random.IntN(9) {
			b.WriteString(words[random.IntN(len(words))])
			b.WriteString(gaps[random.IntN(len(gaps))])
		}
		check(b.String())
		flat, _ := token.Flatten(b.String())
		check(flat)
	}
}
