package lexicon

// An Abbreviation says what may follow the full stop of a word.
type Abbreviation uint8

// What an abbreviation may stand before.
const (
	AbbreviationNone   Abbreviation = iota
	AbbreviationBefore              // always stands before something: "Mr."
	AbbreviationAny                 // may end a sentence: "U.S.", "Inc."
)

// AbbreviationOf returns whether a folded word is written with a full stop, and
// whether a sentence may end with it.
func AbbreviationOf(word string) Abbreviation {
	if len(word) == 1 && word[0] >= 'a' {
		return AbbreviationAny
	}
	switch word {
	case "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "rev", "prof", "st", "mt", "adm", "cmdr", "maj", "brig", "cpl", "supt", "insp", "det", "cllr", "coun", "ald",
		"vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "fr", "hon", "messrs", "reps", "sens", "govs", "approx":
		return AbbreviationBefore
	case "jr", "sr", "inc", "corp", "co", "ltd", "no", "etc", "al", "dept", "ave", "blvd":
		return AbbreviationAny
	}
	return AbbreviationNone
}

// IsLetterPair reports whether two letters that stand side by side are, in news,
// an abbreviation of both and nothing else: "u s".
func IsLetterPair(first, second string) bool {
	switch first + second {
	case "us", "uk", "un", "dc", "pm":
		return true
	}
	return false
}

// IsSmallPair reports whether two letters are an abbreviation in small ones:
// "p.m.".
func IsSmallPair(first, second string) bool {
	switch first + second {
	case "am", "pm", "ie", "eg":
		return true
	}
	return false
}
