package lexicon

import "time"

// Month returns the month that a lower-cased word names, whole or cut short as
// in print, or 0. Some months are other words too: "may", "march", "april".
func Month(word string) time.Month {
	switch word {
	case "january", "jan":
		return time.January
	case "february", "feb":
		return time.February
	case "march", "mar":
		return time.March
	case "april", "apr":
		return time.April
	case "may":
		return time.May
	case "june", "jun":
		return time.June
	case "july", "jul":
		return time.July
	case "august", "aug":
		return time.August
	case "september", "sept", "sep":
		return time.September
	case "october", "oct":
		return time.October
	case "november", "nov":
		return time.November
	case "december", "dec":
		return time.December
	}
	return 0
}

// IsMonth reports whether a lower-cased word can name a month.
func IsMonth(word string) bool { return Month(word) != 0 }

// IsSureMonth reports whether a lower-cased word names a month and is neither a
// name nor a verb.
func IsSureMonth(word string) bool {
	switch word {
	case "march", "april", "may", "june", "jun", "august":
		return false
	}
	return IsMonth(word)
}

// IsWeekday reports whether a lower-cased word can name a day of the week, whole
// or cut short as in print. "sat" and "sun" are other words too.
func IsWeekday(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

// IsSureWeekday reports whether a lower-cased word names a day of the week and
// nothing else.
func IsSureWeekday(word string) bool { return word != "sat" && word != "sun" && IsWeekday(word) }

// IsPaperNoun reports whether newspapers that come out on one weekday are called
// by that weekday and this lower-cased word.
func IsPaperNoun(word string) bool {
	switch word {
	case "times", "herald", "mirror", "express", "telegraph", "independent", "mercury", "tribune", "chronicle", "gazette", "dispatch", "argus",
		"courier", "advertiser", "bulletin", "inquirer", "journal", "observer", "echo", "sentinel", "ledger", "examiner", "gleaner", "vanguard", "press", "leader",
		"post", "mail", "people", "world", "sun", "star", "record", "sport", "age", "nation", "standard", "review", "guardian":
		return true
	}
	return false
}

// IsDayWord reports whether a lower-cased word tells a day by itself, as an
// adverb does: "he said Monday".
func IsDayWord(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight", "tomorrow":
		return true
	}
	return false
}
