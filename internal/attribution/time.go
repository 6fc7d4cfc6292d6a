package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// dropLeadingTime leaves out of a content the time expression that flattening has
// put between a cue and the words it introduces: "replied the following morning
// off the record". A day by its name or number, and one told from another, are
// the writer's; "tomorrow" is as likely the speaker's. Before "that" every time is
// the writer's, in any text: "said on Monday that".
func dropLeadingTime(a *article.Article, x *Attribution, times []timex.Timestamp) {
	if len(x.Cue) == 0 || x.Content[0].First != x.LastCue().Last {
		return
	}
	first := x.Content[0].First
	if word := a.Fold(first); word == "on" || word == "in" || word == "at" {
		first++
	}
	n := timeAt(a, first, times)
	if n < 0 || !times[n].TellsWhen() {
		return
	}
	next := first
	for next < len(a.Tokens) && a.Tokens[next].Start < times[n].End {
		next++
	}
	if (a.Marked || x.Form() == Indirect) && a.Fold(next) != "that" {
		return
	}
	if x.Content[0].Last-next < shortestRest || a.Fold(first) == "today" || a.Fold(first) == "tomorrow" || a.Fold(first) == "tonight" {
		return
	}
	x.Content[0].First = next
	x.Verbatim = intersect(x.Verbatim, token.Range{First: next, Last: len(a.Tokens)})
}

// shortestRest is how many words a content must keep that loses its first ones.
const shortestRest = 3

// timeAt returns the index of the time expression that holds token i, or -1.
func timeAt(a *article.Article, i int, times []timex.Timestamp) int {
	if i >= len(a.Tokens) {
		return -1
	}
	n, _ := slices.BinarySearchFunc(times, a.Tokens[i].Start, func(t timex.Timestamp, at int) int { return cmp.Compare(t.End, at+1) })
	if n == len(times) || times[n].Start >= a.Tokens[i].End {
		return -1
	}
	return n
}

// dropTimeOfSource leaves out of a source the day that the tagger has taken for a
// part of it: "the head of the board on Thursday" denied.
func dropTimeOfSource(a *article.Article, x *Attribution, times []timex.Timestamp) {
	if last := x.Source.Last - 1; x.Source.Len() > 1 && isTodayWord(a.Fold(last)) && !a.IsCapital(last) {
		x.Source.Last = last // "Tavish Energy today announced", but "USA Today reported"
	}
	if x.Source.Len() < 3 {
		return
	}
	n := timeAt(a, x.Source.Last-1, times)
	if n < 0 || !times[n].TellsWhen() {
		return
	}
	first := x.Source.Last - 1
	for first > x.Source.First && a.Tokens[first-1].Start >= times[n].Start {
		first--
	}
	switch {
	case first-1 > x.Source.First && a.Fold(first-1) == "on":
		x.Source.Last = first - 1
	case first > x.Source.First && a.Fold(x.Source.First-1) == "by" && (a.Fold(first) == "last" || a.Fold(first) == "earlier"):
		x.Source.Last = first // "doctors | last year"
	}
}

func isTodayWord(word string) bool {
	switch word {
	case "today", "yesterday", "tonight", "tomorrow":
		return true
	}
	return false
}
