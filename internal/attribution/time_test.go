package attribution

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

func TestDropTimeOfSource(t *testing.T) {
	for _, c := range []struct{ source, rest, want string }{
		{"The head of the board on Thursday", "denied that she had left.", "the head of the board"},
		{"The survey of voters on immigration", "found that few had left.", "the survey of voters on immigration"},
		{"Orla Power today", "said the mill would shut.", "orla power"},
		{"Orla Today", "said the mill would shut.", "orla today"},
	} {
		text := c.source + " " + c.rest
		words := token.Read(text)
		a := article.Read(text, words, page.Layout{}, nil, nil)
		times := timex.Resolve(timex.Scan(words.Tokens, nil), nil, timex.Options{}).Timestamps
		x := Attribution{Source: token.Range{First: 0, Last: len(strings.Fields(c.source))}}
		dropTimeOfSource(a, &x, times)
		if got := textOf(a, x.Source); got != c.want {
			t.Errorf("%q: source %q, want %q", text, got, c.want)
		}
	}
}

// A dateline is no part of who speaks first.
func TestDropDateline(t *testing.T) {
	for _, text := range []string{"HARWICK BAY — Mayor Ana Venn said two piers were shut.", "HARWICK, Ohio (QN) — Mayor Ana Venn said two piers were shut."} {
		a, found := attributionsOf(text)
		if len(found) != 1 || textOf(a, found[0].Source) != "mayor ana venn" {
			t.Errorf("%q: %+v", text, found)
		}
	}
}
