package verbatim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// readableWord returns token i with the capitals that it would have in print;
// newSentence says that a sentence begins there.
func (r restorer) readableWord(i int, newSentence bool) string {
	word := r.tokens[i].span().In(r.text)
	if r.cased {
		return word
	}
	switch c := r.readableCase(i); {
	case c == tagger.CaseUpper:
		return upperCase(word)
	case c == tagger.CaseTitle && len(word) > 4 && word[:2] == "mc":
		return "Mc" + capitalize(word[2:])
	case c == tagger.CaseTitle, newSentence:
		return capitalize(word)
	}
	return word
}

// readableCase returns the case that token i would have within a sentence.
func (r restorer) readableCase(i int) tagger.Case {
	word := r.fold(i)
	switch {
	case word == "i":
		return tagger.CaseTitle
	case word == "o" && i+1 < len(r.tokens) && r.fold(i+1) == "clock":
		return tagger.CaseLower
	}
	if before, after := r.initialsMark(i-1), r.initialsMark(i); before != "" || after != "" {
		switch {
		case after != "" && isSmallPair(word, r.fold(i+1)), before != "" && isSmallPair(r.fold(i-1), word):
			return tagger.CaseLower
		}
		return tagger.CaseUpper
	}
	if isClitic(word) && (r.isContracted(i-1) || r.initialsMark(i-2) != "") {
		return tagger.CaseLower
	}
	return r.likelyCase(i, false)
}

// isSmallPair reports whether two letters are an abbreviation in small ones.
func isSmallPair(first, second string) bool {
	switch first + second {
	case "am", "pm", "ie", "eg":
		return true
	}
	return false
}

// likelyCase returns the case in which token i of a text without capitals would
// be written within a sentence; isName says that it is known to be part of a
// name. What the tagger says of the first word of a sentence is no help.
func (a *article) likelyCase(i int, isName bool) tagger.Case {
	word := a.fold(i)
	if a.restored != nil && !a.starts[i] {
		if c := a.restored[i].Case; c != tagger.CaseLower && a.isCapitalWithin(i) {
			return c
		}
		if !isName && !a.named[word] {
			return tagger.CaseLower
		}
		isName = true
	}
	name, known := lexicon.LookupName(word)
	switch {
	case known && name.Case == lexicon.UpperCase:
		return tagger.CaseUpper
	case known || isName && !isNameJoint(word) || generation(word) != "":
		return tagger.CaseTitle
	}
	return tagger.CaseLower
}

// isCapitalWithin reports whether the tagger would give token i its capital even
// if no sentence began there: a function word rather than not, and any other
// word, which may be a name that it has never met, perhaps.
func (a *article) isCapitalWithin(i int) bool {
	if i == 0 {
		return true
	}
	sure := float32(sureCapital)
	if lexicon.ClassOf(a.fold(i)) == 0 {
		sure = perhapsCapital
	}
	end := a.restored[i-1].EndChance
	return a.restored[i].CaseChance-end >= sure*(1-end)
}

// upperCase returns word in capitals if lower-casing them gives it back.
func upperCase(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return capitalize(word)
		}
	}
	return strings.ToUpper(word)
}

// capitalize returns word with its first letter as a capital if lower-casing
// that gives the letter back.
func capitalize(word string) string {
	if word == "" {
		return word
	}
	if c := word[0]; c < utf8.RuneSelf {
		if !isLetter(c) {
			return word
		}
		return string(c-'a'+'A') + word[1:]
	}
	r, size := utf8.DecodeRuneInString(word)
	title := unicode.ToTitle(r)
	if title == r || unicode.ToLower(title) != r {
		return word
	}
	return string(title) + word[size:]
}
