package restore

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// The chances above which a mark that the tagger sees is written. A mark too many
// is worse than one too few.
const (
	sureStop   = 0.7
	sureAsk    = 0.6
	surePause  = 0.75
	sureHyphen = 0.7
	sureDigits = 0.6
	sureDot    = 0.5 // of an abbreviation
	minimalDot = 0.2 // of one that the article mostly gives a full stop
)

// A joint is what stood between two words.
type joint struct {
	mark        string
	joins       bool // there is no space
	ends        bool // the mark ends a sentence
	abbreviates bool // the mark belongs to the word before it
}

// fullStop ends a sentence. The cue between two of them has taken that of the
// first to its own end: “We go,” she said. “They stay.”
var fullStop = joint{mark: ".", ends: true}

// sureParted is the sum of the chances, that a sentence ends with the one part
// of a content and with the cue after it, above which the parts are sentences of
// their own. Of 709 such places in 400 articles of polnear-train 601 are found,
// and 22 of 47 where the sentence goes on are taken for one.
const sureParted = 0.5

// partsSentences reports whether a sentence ended where a cue stands between two
// parts of a content, of which the first ends with token i and the second begins
// with token next.
func (r *restorer) partsSentences(i, next int) bool {
	return r.Restored != nil && next > i+1 && r.Restored[next].Case != tagger.CaseLower &&
		r.Restored[i].EndChance+r.Restored[next-1].EndChance >= sureParted
}

// jointAfter returns what surely stood after token i, if anything did.
func (r *restorer) jointAfter(i int) joint {
	mark := r.initialsMark(i)
	switch {
	case mark != "":
		return joint{mark: mark, joins: true}
	case r.initialsMark(i-1) == ".":
		return r.afterInitials(i)
	case r.isContracted(i):
		return joint{mark: "'", joins: true}
	}
	if mark = r.digitsMark(i); mark != "" {
		return joint{mark: mark, joins: true}
	}
	return r.restoredMark(i)
}

// afterInitials returns what stands after the last of several initials.
func (r *restorer) afterInitials(i int) joint {
	switch {
	case r.isContracted(i), i+1 < len(r.Tokens) && r.Fold(i+1) == "s" && r.hasPlainGap(i+1):
		return joint{mark: ".'", joins: true}
	case i+1 < len(r.Tokens) && r.Tokens[i+1].Shape != token.ShapeNumber && r.Restored != nil &&
		(r.Restored[i].Follow == tagger.FollowOtherJoin || r.Restored[i].Follow == tagger.FollowHyphenJoin):
		return joint{mark: ".-", joins: true} // "U.S.-led"
	}
	return joint{mark: ".", abbreviates: true}
}

// hasPlainGap reports whether nothing but white space stands before token i.
func (r *restorer) hasPlainGap(i int) bool { return r.Gap(i).Bare() && r.Gap(i) != 0 }

// restoredMark returns the mark that the tagger is sure of after token i.
func (r *restorer) restoredMark(i int) joint {
	if r.Restored == nil {
		return joint{}
	}
	after := r.Restored[i]
	abbreviated := r.isAbbreviated(i)
	if abbreviated && r.isDotted(i) {
		return joint{mark: ".", abbreviates: true}
	}
	switch after.Follow {
	case tagger.FollowEnd, tagger.FollowParagraph:
		if !abbreviated && after.EndChance >= sureStop && r.isCapitalAt(i+1) {
			return joint{mark: ".", ends: true}
		}
	case tagger.FollowAsk:
		if after.FollowChance >= sureAsk {
			return joint{mark: "?", ends: true}
		}
	case tagger.FollowPause:
		if after.FollowChance >= surePause {
			return joint{mark: ","}
		}
	case tagger.FollowHyphenJoin:
		if after.FollowChance >= sureHyphen {
			return joint{mark: "-", joins: true}
		}
	}
	return joint{}
}

// isAbbreviated reports whether token i is an abbreviation, which the letter
// that an apostrophe has cut off is not.
func (r *restorer) isAbbreviated(i int) bool {
	return lexicon.AbbreviationOf(r.Fold(i)) != lexicon.AbbreviationNone && r.Fold(i) != "i" && !r.isContracted(i-1) && r.initialsMark(i-1) != "&"
}

// isDotted reports whether the abbreviation at token i surely had a full stop.
func (r *restorer) isDotted(i int) bool {
	chance := r.Restored[i].EndChance
	if lexicon.AbbreviationOf(r.Fold(i)) == lexicon.AbbreviationBefore {
		return r.dotted && chance >= minimalDot
	}
	return chance >= sureDot
}

// dotsAbbreviations reports whether the article, as the tagger sees it, writes
// "Mr." rather than "Mr".
func dotsAbbreviations(a *article.Article) bool {
	var chance float32
	for i, after := range a.Restored {
		if lexicon.AbbreviationOf(a.Fold(i)) == lexicon.AbbreviationBefore {
			chance += after.EndChance - sureDot
		}
	}
	return chance > 0
}

// isCapitalAt reports whether the tagger too expects a capital at token i, as the
// first word of a sentence has.
func (r *restorer) isCapitalAt(i int) bool {
	return i >= len(r.Tokens) || r.Tokens[i].Shape == token.ShapeNumber || r.Restored[i].Case != tagger.CaseLower
}

// isContracted reports whether an apostrophe ties token i to the one after it:
// "don't", "we're", "the mayor's", "o'clock".
func (r *restorer) isContracted(i int) bool {
	if i < 0 || i+1 >= len(r.Tokens) || !r.hasPlainGap(i+1) {
		return false
	}
	if r.Restored != nil && r.Restored[i].Follow == tagger.FollowApostropheJoin {
		return true
	}
	word, next := r.Fold(i), r.Fold(i+1)
	switch next {
	case "t":
		return lexicon.TakesNot(word)
	case "clock":
		return word == "o"
	}
	if r.Restored != nil {
		return false
	}
	switch next {
	case "s":
		return !lexicon.IsClitic(word) && word != "u"
	case "re", "ve", "ll", "d", "m":
		return takesAuxiliary(word)
	}
	return false
}

// takesAuxiliary reports whether word is one that "are", "have", "will" and
// "would" are drawn together with.
func takesAuxiliary(word string) bool {
	switch word {
	case "i", "we", "you", "he", "she", "they", "it", "who", "there", "that", "would", "could", "should", "might", "must", "what", "this":
		return true
	}
	return false
}

// initialsMark returns what joins token i to the next where both are initials:
// "U.S.", "p.m.", "S&P". It is empty where they are not.
func (r *restorer) initialsMark(i int) string {
	if i < 0 || i+1 >= len(r.Tokens) || !r.hasPlainGap(i+1) {
		return ""
	}
	word, next := r.Fold(i), r.Fold(i+1)
	if len(next) != 1 || !isLetter(next[0]) || len(word) > 2 || !isLetter(word[0]) {
		return ""
	}
	follow := tagger.FollowNothing
	if r.Restored != nil {
		follow = r.Restored[i].Follow
	}
	switch {
	case isAmpersandPair(word, next) && (follow == tagger.FollowOtherJoin || follow == tagger.FollowApostropheJoin):
		return "&"
	case r.JoinsInitials(i):
		return "."
	}
	return ""
}

// isLetter reports whether c is a small letter of ASCII.
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// isAmpersandPair reports whether "and" stood between two initials.
func isAmpersandPair(first, second string) bool {
	switch first + second {
	case "sp", "rd", "rb", "qa", "att":
		return true
	}
	return false
}

// digitsMark returns what joins the number at token i to the one after it:
// "3.5", "1,000", "10:30".
func (r *restorer) digitsMark(i int) string {
	if i+1 >= len(r.Tokens) || !r.hasPlainGap(i+1) {
		return ""
	}
	word, next := r.Fold(i), r.Fold(i+1)
	digits := len(token.Digits(next))
	if !token.IsDigits(word) || digits == 0 {
		return ""
	}
	if len(word) <= 2 && digits == 2 && r.isClock(i) {
		return ":"
	}
	joins := r.Restored != nil && r.Restored[i].Follow == tagger.FollowOtherJoin && r.Restored[i].FollowChance >= sureDigits
	grouped := digits == 3 && len(word) <= 3 && word[0] != '0'
	switch {
	case grouped && (joins || next == "000"):
		return ","
	case r.isFraction(i):
		return "/"
	case !joins || r.isFraction(i+1):
		return ""
	case word == "9" && next == "11", word == "24" && next == "7", len(word) == 4 && digits == 2:
		return "/" // the attacks, all day long, a season
	case i+2 < len(r.Tokens) && isContest(r.Fold(i+2)):
		return "-"
	case len(word) <= 3 && digits <= 2:
		return "."
	}
	return ""
}

// isFraction reports whether token i and the next are the fraction of a mixed
// number: "7 3/4".
func (r *restorer) isFraction(i int) bool {
	if i < 1 || i+1 >= len(r.Tokens) || !token.IsDigits(r.Fold(i-1)) || len(r.Fold(i)) > 1 {
		return false
	}
	switch top := r.Fold(i); r.Fold(i + 1) {
	case "2":
		return top == "1"
	case "4":
		return top == "1" || top == "3"
	case "8":
		return top == "1" || top == "3" || top == "5" || top == "7"
	}
	return false
}

// isContest reports whether word is what two numbers of votes or goals make.
func isContest(word string) bool {
	switch word {
	case "vote", "votes", "ruling", "decision", "majority", "opinion", "win", "victory", "defeat", "loss", "lead", "draw", "record":
		return true
	}
	return false
}

// isClock reports whether token i and the next tell a time of day.
func (r *restorer) isClock(i int) bool {
	at := r.Tokens[i].Start
	n, found := slices.BinarySearchFunc(r.clocks, at, func(s token.Span, at int) int { return cmp.Compare(s.Start, at) })
	if !found {
		n--
	}
	return n >= 0 && r.clocks[n].Contains(token.Span{Start: at, End: r.Tokens[i+1].End})
}
