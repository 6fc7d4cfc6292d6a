package locate

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A wordNumber is a number that is one word.
type wordNumber struct {
	value   int64
	ordinal bool
}

// digits returns the number as it is written in digits: 12, 21st.
func (n wordNumber) digits() string {
	written := strconv.FormatInt(n.value, 10)
	if !n.ordinal {
		return written
	}
	switch {
	case n.value%100/10 == 1:
		return written + "th"
	case n.value%10 == 1:
		return written + "st"
	case n.value%10 == 2:
		return written + "nd"
	case n.value%10 == 3:
		return written + "rd"
	}
	return written + "th"
}

var wordNumbers = readWordNumbers()

func readWordNumbers() map[string]wordNumber {
	numbers := make(map[string]wordNumber)
	add := func(first, step int64, ordinal bool, words string) {
		for _, w := range strings.Fields(words) {
			numbers[w] = wordNumber{first, ordinal}
			first += step
		}
	}
	add(0, 1, false, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	add(20, 10, false, "twenty thirty forty fifty sixty seventy eighty ninety")
	add(1, 1, true, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	add(20, 10, true, "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
	return numbers
}

// scales are the words that multiply the number before them, by a power of ten.
var scales = map[string]int{"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}

// A number is what a run of words such as "3.5 million" or "twenty-five" says:
// mantissa times ten to the power of exponent, the mantissa without noughts at
// its end.
type number struct {
	mantissa uint64
	exponent int
	ordinal  bool
}

func (n number) trimmed() number {
	if n.mantissa == 0 {
		n.exponent = 0
	}
	for n.mantissa > 0 && n.mantissa%10 == 0 {
		n.mantissa /= 10
		n.exponent++
	}
	return n
}

// maxDigits is how many digits a number has at most; what is longer is compared as
// it is written.
const maxDigits = 15

// longestNumber is how many words a number has at most.
const longestNumber = 12

// A run is a number as it stands in a text: the words of first up to the one
// after which it ends.
type run struct {
	number
	first int
}

// numbersEnding returns for each word of r, less r.First, and for the end of r, the
// number that ends before it; the number's first is -1 where there is none. Runs
// are as long as they can be.
func numbersEnding(s *side, r token.Range, into []run) []run {
	into = into[:0]
	for range r.Len() + 1 {
		into = append(into, run{first: -1})
	}
	for i := r.First; i < r.Last; {
		n, end := numberAt(s, i, min(r.Last, i+longestNumber))
		if end == i {
			i++
			continue
		}
		into[end-r.First] = run{n, i}
		i = end
	}
	return into
}

// numberAt reads the number that begins at word i, up to word last at most. end is i
// if there is none.
func numberAt(s *side, i, last int) (n number, end int) {
	if first := s.fold(i); first[0] >= '0' && first[0] <= '9' {
		n, end = digitsAt(s, i, last)
	} else {
		n, end = wordsAt(s, i, last)
	}
	return n.trimmed(), end
}

// digitsAt reads "3", "3,000", "3.5 million", "21st" and "£3bn".
func digitsAt(s *side, i, last int) (n number, end int) {
	word := s.fold(i)
	digits := token.Digits(word)
	ending := word[len(digits):]
	end = i + 1
	if ending == "" {
		for end < last && len(token.Digits(word)) <= 3 && len(s.fold(end)) == 3 && token.IsDigits(s.fold(end)) && s.groups(end) {
			digits += s.fold(end)
			end++
		}
		if end < last && token.IsDigits(s.fold(end)) && s.isPoint(end, last) {
			digits += s.fold(end)
			n.exponent = -len(s.fold(end))
			end++
		}
	}
	if len(digits) > maxDigits {
		return n, i
	}
	n.mantissa, _ = strconv.ParseUint(digits, 10, 64)
	switch ending {
	case "":
	case "st", "nd", "rd", "th":
		n.ordinal = true
		return n, end
	default:
		power, ok := scales[ending]
		if !ok {
			return n, i
		}
		n.exponent += power
	}
	for end < last && scales[s.fold(end)] > 0 && len(s.fold(end)) > 2 {
		n.exponent += scales[s.fold(end)]
		end++
	}
	return n, end
}

// wordsAt reads "twenty-five", "a million", "two hundred and ten thousand",
// "twenty-first".
func wordsAt(s *side, i, last int) (n number, end int) {
	const overflow = 1_000_000_000_000
	var total, group uint64 // group is what the next scale multiplies
	end = i
	for k := i; k < last && !n.ordinal && total < overflow; k++ {
		word := s.fold(k)
		value, isNumber := wordNumbers[word]
		power := scales[word]
		switch {
		case isNumber && joinsNumber(group, uint64(value.value)):
			group += uint64(value.value)
			n.ordinal = value.ordinal
		case power == 2 && group > 0 && group < 100:
			group *= 100
		case power > 2 && len(word) > 2 && group > 0:
			for range power {
				group *= 10
			}
			total, group = total+group, 0
		case k == i && (word == "a" || word == "an") && k+1 < last && len(s.fold(k+1)) > 2 && scales[s.fold(k+1)] > 0:
			group = 1
			continue
		case word == "and" && k > i && group%100 == 0 && k+1 < last && wordNumbers[s.fold(k+1)].value > 0:
			continue
		default:
			n.mantissa = total + group
			return n, end
		}
		end = k + 1
	}
	n.mantissa = total + group
	return n, end
}

// joinsNumber reports whether a number below a hundred can follow what was read of
// its group: "twenty" "five", "two hundred" "ten", but not "five" "six".
func joinsNumber(group, next uint64) bool {
	switch {
	case group%100 == 0:
		return true
	case group%10 == 0 && group%100 >= 20:
		return 0 < next && next < 10
	}
	return false
}

// isNumeric reports whether a folded word is a number or part of one, other than
// "one", which often is a pronoun.
func isNumeric(folded string) bool {
	if '0' <= folded[0] && folded[0] <= '9' {
		return true
	}
	_, ok := wordNumbers[folded]
	return ok && folded != "one" && folded != "first" && folded != "second" || scales[folded] > 0 && len(folded) > 2
}
