package published

import (
	"math/big"
	"strings"
	"time"
)

// isNumber reports whether the text is digits alone, but for a sign and one point.
func isNumber(text string) bool {
	text = strings.TrimPrefix(text, "-")
	whole, fraction, _ := strings.Cut(text, ".")
	return whole != "" && isDigits(whole) && isDigits(fraction)
}

func isDigits(text string) bool {
	for _, b := range []byte(text) {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

// The lengths of numbers that are no count of seconds: those of whole days,
// minutes and seconds of the calendar, as archives of the web write them.
var calendarLayouts = map[int]string{
	len("20060102"):       "20060102",
	len("200601021504"):   "200601021504",
	len("20060102150405"): "20060102150405",
}

// number reads a calendar date that is written as one number, or a count since
// 1970, which is one of seconds up to eleven digits and else one of milliseconds
// (up to fourteen), microseconds (up to seventeen) or nanoseconds.
func number(text string, zone *time.Location) (t time.Time, reason string) {
	if layout, ok := calendarLayouts[len(text)]; ok && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20")) {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t, ""
		}
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	unit := time.Second
	switch digits := len(whole); {
	case digits < 9:
		return time.Time{}, "is a number too small to be seconds since 1970"
	case digits <= 11:
	case digits <= 14:
		unit = time.Millisecond
	case digits <= 17:
		unit = time.Microsecond
	case digits <= 20:
		unit = time.Nanosecond
	default:
		return time.Time{}, "is a number too large to be a count since 1970"
	}
	count, ok := new(big.Rat).SetString(text)
	if !ok {
		return time.Time{}, notDate
	}
	count.Mul(count, new(big.Rat).SetInt64(int64(unit)))
	nanoseconds := new(big.Int).Quo(count.Num(), count.Denom())
	seconds, rest := new(big.Int).DivMod(nanoseconds, big.NewInt(int64(time.Second)), new(big.Int))
	return time.Unix(seconds.Int64(), rest.Int64()).UTC(), ""
}
