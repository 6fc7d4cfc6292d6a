package timex

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// linkLast joins the expression found last to e if they share the year that e
// names: "between 20 september and 12 october 2016", "january to march 2015".
func (p *scanner) linkLast(e *Expression) {
	if len(p.found) == 0 || !e.hasYear || e.month == 0 && e.season == seasonNone {
		return
	}
	last := &p.found[len(p.found)-1]
	if last.means != meansCalendar || last.hasYear || last.steps || last.from != fromItself ||
		(last.month == 0) != (e.month == 0) || (last.season == seasonNone) != (e.season == seasonNone) {
		return
	}
	switch e.First - last.Last {
	case 0:
		if g := p.tokens[e.First].Gap; g.Has(token.GapHyphen|token.GapDash|token.GapComma|token.GapSlash) || g.Bare() && (last.day == 0) == (e.day == 0) {
			last.link = linkYear
		}
	case 1:
		if oneOf(p.tokens[last.Last].Fold, "and", "to", "until", "till", "through", "or") {
			last.link = linkYear
		}
	}
}
