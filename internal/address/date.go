package address

import (
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// DateIn returns the date that the path of an address holds, as those of
// many news pages do: "/2019/03/12/", "/2019/mar/12/", "/20190312/" or
// "2019-03-12". day is 0 where the path has the month alone; ok is false where
// it has no date. The date is a hint to when the page was published, and weaker
// than a stamp in a text itself.
func DateIn(address string) (year int, month time.Month, day int, ok bool) {
	path := pathOf(address)
	for at := 0; at < len(path); {
		end := wordEnd(path, at)
		if end == at {
			at++
			continue
		}
		if year, month, day, ok = dateInPath(path, at, end); ok {
			return year, month, day, true
		}
		at = end
	}
	return 0, 0, 0, false
}

// dateInPath reads the date whose first word is path[at:end].
func dateInPath(path string, at, end int) (year int, month time.Month, day int, ok bool) {
	word := path[at:end]
	if !token.IsDigits(word) {
		return 0, 0, 0, false
	}
	if len(word) == len("20190312") {
		year, month, day = number(word[:4]), time.Month(number(word[4:6])), number(word[6:])
		return year, month, day, token.IsYear(word[:4]) && isDate(year, month, day)
	}
	if !token.IsYear(word) {
		return 0, 0, 0, false
	}
	next, end := wordInPath(path, end)
	year, month = number(word), monthInPath(next)
	if month == 0 {
		return 0, 0, 0, false
	}
	next, _ = wordInPath(path, end)
	if !token.IsDigits(next) || len(next) > 2 {
		return year, month, 0, true
	}
	day = number(next)
	return year, month, day, isDate(year, month, day)
}

// wordInPath returns the word one mark after byte end, and where it ends.
func wordInPath(path string, end int) (word string, wordAt int) {
	if end >= len(path) || strings.IndexByte("/-_", path[end]) < 0 {
		return "", end
	}
	stop := wordEnd(path, end+1)
	return path[end+1 : stop], stop
}

// monthInPath returns the month that word names by number or by its English
// name, whole or cut short, or 0.
func monthInPath(word string) time.Month {
	if token.IsDigits(word) && len(word) <= 2 {
		if n := number(word); n >= 1 && n <= 12 {
			return time.Month(n)
		}
		return 0
	}
	return lexicon.Month(strings.ToLower(word))
}

// isDate reports whether the calendar has the day.
func isDate(year int, month time.Month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Day() == day
}

// number returns the value of a few decimal digits.
func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
