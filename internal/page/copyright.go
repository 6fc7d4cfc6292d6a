package page

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// copyright reads "copyright 2019 the daily planet all rights reserved" and
// what the agencies write behind it.
func (f *finder) copyright(i int) int {
	for q := i + 1; q < min(i+14, len(f.tokens)); q++ {
		if n := rights().at(f.tokens, q); n > 0 {
			q += n
			for range 3 {
				q += rights().at(f.tokens, q)
			}
			return q
		}
	}
	if n := agencies().at(f.tokens, i+2); n > 0 && token.IsYear(f.fold(i+1)) {
		return i + 2 + n
	}
	return i
}

// hasRights reports whether the paragraph claims rights anywhere.
func (f *finder) hasRights(b paragraph) bool {
	for i := b.First; i < b.Last; i++ {
		if rights().at(f.tokens[:b.Last], i) > 0 {
			return true
		}
	}
	return false
}

// copyrightPhrases say whose the words are.
var copyrightPhrases = kindPhrases{
	kind:     Copyright,
	anywhere: `all rights reserved; this material may not be published broadcast rewritten or redistributed`,
	opening:  `copyright; all rights reserved`,
}

// rights are what those claim who own an article.
var rights = phrasesOf(`all rights reserved; this material may not be published broadcast rewritten or redistributed;
this material may not be published broadcast rewritten or redistributed without permission`)
