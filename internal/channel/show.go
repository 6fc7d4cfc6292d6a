package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// showAt reads an outlet with a show or somebody of its own: "ABC's “Good Morning
// America”", "NBC's Meet the Press", "CNN's Jane Roe".
func (r *reader) showAt(i int, limits token.Range) token.Range {
	for k := i + 1; k < min(limits.Last, i+6); k++ {
		if n := r.RunOf[k]; n > 0 {
			if run := r.Runs[n-1]; run.First == k && r.IsWorkTitle(run.Range) && (r.Fold(k-1) == "s" || IsOutletWord(r.Fold(k-1))) {
				return token.Range{First: i, Last: run.Last}
			}
			break
		}
		if IsOutletWord(r.Fold(k-1)) && (!r.Cased || r.Gap(k).Has(token.GapApostrophe|token.GapSingleClose)) && r.IsNameWord(k) {
			if lexicon.IsGivenName(r.Fold(k)) {
				return token.Range{First: k, Last: r.titleEnd(k, limits)} // "Fox News' Jane Roe"
			}
		}
		if k > i+1 && r.Fold(k-1) == "s" && (IsOutletWord(r.Fold(k-2)) && r.IsNameWord(k-2) || r.isNumberedOutlet(k-2) && (r.Cased || r.Fold(k) == "today")) {
			last := r.titleEnd(k, limits)
			if last > k && last < limits.Last && isShow(r.Fold(last)) && r.Fold(last-1) == "today" && !r.Content[last] {
				last++ // "Radio 4's Today programme"
			}
			if lexicon.IsGivenName(r.Fold(k)) && last > k {
				return token.Range{First: k, Last: last}
			}
			if last > k {
				return token.Range{First: i, Last: last}
			}
			if !r.Cased {
				return token.Range{First: i, Last: k - 1}
			}
			break
		}
		if r.BreaksPhrase(k) || lexicon.ClassOf(r.Fold(k)).Has(lexicon.Preposition) {
			break
		}
	}
	return token.Range{}
}

// isNumberedOutlet reports whether token i is the number of an outlet: "Radio 4".
func (r *reader) isNumberedOutlet(i int) bool {
	return i > 0 && r.Tokens[i].Shape == token.ShapeNumber && IsOutletWord(r.Fold(i-1))
}

// isShow reports whether a word behind a title tells that it is a show's.
func isShow(word string) bool {
	switch word {
	case "programme", "program", "show", "podcast":
		return true
	}
	return false
}

// titleEnd returns the token after the capitalised title that begins at token i, or
// i. Function words may stand within it: "Face the Nation".
func (r *reader) titleEnd(i int, limits token.Range) int {
	last := i
	for k := i; k < limits.Last && k-i < article.MaxName; k++ {
		if k > i && r.BreaksPhrase(k) {
			break
		}
		if r.IsCapital(k) && !r.isPlainDay(k) {
			last = k + 1
		} else if k == i || !joinsTitle(r.Fold(k)) {
			break
		}
	}
	return last
}

// isPlainDay reports whether token k is a day rather than the end of a title:
// "Meet the Press | Sunday", but "Fox News Sunday".
func (r *reader) isPlainDay(k int) bool {
	word := r.Fold(k)
	return lexicon.IsDayWord(word) && word != "today" && word != "tonight" && r.Fold(k-1) != "news"
}

// joinsTitle reports whether a word may stand in a title without a capital.
func joinsTitle(word string) bool {
	switch word {
	case "the", "of", "and", "with", "in", "on", "a":
		return true
	}
	return false
}
