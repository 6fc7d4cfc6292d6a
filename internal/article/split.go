package article

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A standingName is how often some words stand by themselves as a name, and
// where they first do.
type standingName struct{ places, first int32 }

// standings tell how the names of an article are used.
type standings struct {
	alone        map[string]standingName
	begins, ends map[string]int  // how many names of several words begin, and end, with a word
	surnames     map[string]bool // the last words of names that begin with a given name
	doubles      map[string]bool // the last two words of longer names
}

func (a *Article) standingsOf(names []Name) standings {
	s := standings{make(map[string]standingName), make(map[string]int), make(map[string]int), make(map[string]bool), make(map[string]bool)}
	for _, n := range names {
		key := a.Joined(n.Range)
		alone, known := s.alone[key]
		if !known {
			alone.first = int32(n.First)
		}
		alone.places++
		s.alone[key] = alone
		if n.Len() > 1 {
			s.begins[a.Fold(n.First)]++
			s.ends[a.Fold(n.Last-1)]++
			if core := n.Core(); core.Len() > 2 {
				s.doubles[a.Joined(token.Range{First: core.Last - 2, Last: core.Last})] = true
			}
			if lexicon.IsGivenName(a.Fold(n.First)) {
				s.surnames[a.Fold(n.Core().Last-1)] = true
			}
		}
	}
	return s
}

// splitNames parts names that only chance has put side by side: "the atlantic
// trump jr" in flattened text. A part stands by itself elsewhere in the
// article, or begins with a given name.
func (a *Article) splitNames(names []Name) []Name {
	standing := a.standingsOf(names)
	var split []Name // nil as long as none is parted
	for k, n := range names {
		if n.Len() == 2 && a.isTicket(n, standing) || n.Len() > 1 && standing.alone[a.Joined(n.Range)].places < 2 {
			if a.opensOnly(n, standing) {
				n.First++
				n.Titles = token.Range{First: n.First, Last: n.First}
			}
			if at := a.splitPoint(n, standing); at > n.First {
				head, tail := n, n
				head.Last, tail.First, tail.Titles = at, at, token.Range{First: at, Last: at}
				head.Suffix = a.generationOf(head.Range)
				if split == nil {
					split = append(make([]Name, 0, len(names)+1), names[:k]...)
				}
				split = append(split, head, tail)
				continue
			}
		}
		if split != nil {
			split = append(split, n)
		} else {
			names[k] = n
		}
	}
	if split != nil {
		return split
	}
	return names
}

// opensOnly reports whether the first word of a name has its capital only from
// the sentence that it opens, as the surname after it was named before: "Maybe
// Roe", "Following Roe".
func (a *Article) opensOnly(n Name, standing standings) bool {
	word := a.Fold(n.First)
	if !a.Cased || !n.Titles.Empty() || a.Tokens[n.First].Shape != token.ShapeTitle || !a.IsSentenceStart(n.First) && !a.Gap(n.First).Has(token.GapBracketOpen|token.GapDoubleOpen|token.GapColon|token.GapDash) {
		return false
	}
	if lexicon.HasCapital(word) || a.capitalised[word] || lexicon.Generation(a.Fold(n.First+1)) != "" || lexicon.IsNameJoint(a.Fold(n.First+1)) {
		return false
	}
	if lexicon.IsGivenName(word) {
		return false
	}
	if strings.HasSuffix(word, "ing") && len(word) > len("dying") {
		return true
	}
	tail := standing.alone[a.Joined(token.Range{First: n.First + 1, Last: n.Last})]
	return tail.places > 0 && int(tail.first) < n.First
}

// isTicket reports whether a name in flattened text is of the surnames of two who run
// together: "the roe pryce campaign".
func (a *Article) isTicket(n Name, standing standings) bool {
	first, second := a.Fold(n.First), a.Fold(n.First+1)
	return !a.Cased && n.Titles.Empty() && !lexicon.IsGivenName(first) && standing.surnames[first] && standing.surnames[second] &&
		standing.alone[first].places > 0 && standing.alone[second].places > 0 && !standing.doubles[a.Joined(n.Range)]
}

// mayPause reports whether the tagger thinks it possible that a mark stood before
// token i.
func (a *Article) mayPause(i int) bool {
	return a.Restored != nil && i > 0 && (a.Restored[i-1].Follow == tagger.FollowPause || a.Restored[i-1].EndChance > perhapsEnd)
}

// perhapsEnd is the chance of a sentence's end above which two that are known apart
// are.
const perhapsEnd = 0.1

// splitPoint returns the token at which the second of two names begins, or the
// first token of n.
func (a *Article) splitPoint(n Name, standing standings) int {
	ticket := n.Len() == 2 && a.isTicket(n, standing)
	for at := n.First + 1; at < n.Last; at++ {
		if lexicon.Generation(a.Fold(at)) != "" || lexicon.IsNameJoint(a.Fold(at-1)) || lexicon.IsNameJoint(a.Fold(at)) {
			continue
		}
		head, tail := standing.alone[a.Joined(token.Range{First: n.First, Last: at})], standing.alone[a.Joined(token.Range{First: at, Last: n.Last})]
		person := lexicon.IsGivenName(a.Fold(n.First))
		// Who has a given name, or is named in full before the surname alone,
		// is introduced here.
		introduced := at == n.First+1 && (person || int(tail.first) > n.First && head.places < 2) && !ticket
		if head.places > 0 && tail.places > 0 && !introduced {
			return at
		}
		if a.Cased {
			continue
		}
		if !introduced && !person && tail.places > 1 {
			return at
		}
		if n.Len() == 2 && person && standing.begins[a.Fold(n.First)] > 1 && tail.places > 1 && (standing.ends[a.Fold(at)] > 1 || int(tail.first) < n.First) {
			return at // the given name of one and the surname of another
		}
		if person && at == n.Last-1 && at > n.First+1 && len(a.Fold(at-1)) > 1 && tail.places > 0 && standing.ends[a.Fold(at)] > 1 && a.mayPause(at) {
			return at // "edgar a freeman | roe", who is jane roe
		}
		if lexicon.IsGivenName(a.Fold(at)) && !lexicon.IsGivenName(a.Fold(at-1)) && n.Last-at > 1 && (head.places > 0 || at-n.First > 1) {
			return at
		}
	}
	return n.First
}
