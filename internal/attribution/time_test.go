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
	for text, want := range map[string]string{
		"The head of the board on Thursday denied that she had left.":  "the head of the board",
		"The survey of voters on immigration found that few had left.": "the survey of voters on immigration",
	} {
		words := token.Read(text)
		a := article.Read(text, words, page.Layout{}, nil)
		times := timex.Resolve(timex.Scan(words.Tokens, nil), nil, timex.Options{}).Timestamps
		x := Attribution{Source: token.Range{First: 0, Last: strings.Count(want, " ") + 1}}
		if strings.Contains(text, "Thursday") {
			x.Source.Last += 2
		}
		dropTimeOfSource(a, &x, times)
		if got := textOf(a, x.Source); got != want {
			t.Errorf("%q: source %q, want %q", text, got, want)
		}
	}
}
