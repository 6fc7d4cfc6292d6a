package restore

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// readableWord returns token i with the capitals that it would have in print;
// newSentence says that a sentence begins there.
func (r Restorer) readableWord(i int, newSentence bool) string {
	word := r.Tokens[i].Span().In(r.Text)
	if r.Cased {
		return word
	}
	switch c := r.readableCase(i); {
	case c == tagger.CaseUpper:
		return lexicon.Upper(word)
	case c == tagger.CaseTitle && len(word) > 4 && word[:2] == "mc":
		return "Mc" + lexicon.Capital(word[2:])
	case c == tagger.CaseTitle, newSentence:
		return lexicon.Capital(word)
	}
	return word
}

// readableCase returns the case that token i would have within a sentence.
func (r Restorer) readableCase(i int) tagger.Case {
	word := r.Fold(i)
	switch {
	case word == "i":
		return tagger.CaseTitle
	case word == "o" && i+1 < len(r.Tokens) && r.Fold(i+1) == "clock":
		return tagger.CaseLower
	}
	if before, after := r.initialsMark(i-1), r.initialsMark(i); before != "" || after != "" {
		switch {
		case after != "" && isSmallPair(word, r.Fold(i+1)), before != "" && isSmallPair(r.Fold(i-1), word):
			return tagger.CaseLower
		}
		return tagger.CaseUpper
	}
	if lexicon.IsClitic(word) && (r.isContracted(i-1) || r.initialsMark(i-2) != "") {
		return tagger.CaseLower
	}
	return r.LikelyCase(i, false)
}

// isSmallPair reports whether two letters are an abbreviation in small ones.
func isSmallPair(first, second string) bool {
	switch first + second {
	case "am", "pm", "ie", "eg":
		return true
	}
	return false
}
