package attribution

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// attributionsOf reads a text with the tagger.
func attributionsOf(text string) (*article.Article, []Attribution) {
	words := token.Read(text)
	layout := page.Read(words, timex.Scan(words.Tokens, nil))
	a := article.Read(text, words, layout, tagger.Embedded(), nil)
	return a, Read(a, address.Find(text), nil).Attributions
}

// firstContent is the words of the first part of a content.
func firstContent(a *article.Article, x Attribution) string {
	return x.Content[0].Span(a.Tokens).In(a.Text)
}

// sourceText is the words of the source, if there is one.
func sourceText(a *article.Article, x Attribution) string {
	if x.Source.Empty() {
		return ""
	}
	return x.Source.Span(a.Tokens).In(a.Text)
}

func TestPosts(t *testing.T) {
	for _, c := range []struct{ name, text, end, source string }{
		{
			"signed below its address",
			"The mayor was asked about the bridge on Tuesday. She did not answer.\n\nThe bridge opens on time and on budget. Ignore the noise! https://t.co/k3Jd02mNq1 pic.twitter.com/Zx81mmQpLa — Orla Venn (@OrlaVennMayor) May 3, 2016\n\nThe council meets again in June.",
			"ignore the noise https t co k3jd02mnq1 pic twitter com zx81mmqpla", "orla venn",
		},
		{
			"signed by an account made of the name",
			"The mayor was asked about the bridge on Tuesday. She did not answer.\n\nThe bridge opens on time and on budget. — Orla Venn (@OrlaVenn) May 3, 2016\n\nThe council meets again in June.",
			"the bridge opens on time and on budget", "orla venn",
		},
		{
			"announced and told before",
			"The council has heard nothing from Orla Venn. But a day later she did tweet that the new bridge on the old river will open in May. The new bridge on the old river is here at last https://t.co/k3Jd02mNq1. The council meets again in June.",
			"the new bridge on the old river is here at last https t co k3jd02mnq1", "she",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := token.Flatten(c.text)
			a, found := attributionsOf(text)
			for _, x := range found {
				if len(x.Content) == 1 && strings.HasSuffix(firstContent(a, x), c.end) && sourceText(a, x) == c.source && x.Form() == Direct && x.Mode == Writing {
					return
				}
			}
			for _, x := range found {
				t.Logf("%v %q", x.Form(), firstContent(a, x))
			}
			t.Errorf("no post %q", c.end)
		})
	}
}

func TestAddressIsNoPost(t *testing.T) {
	text := "the council said on monday that its plan is right here https t co k3jd02mnq1 and that it meets again in june"
	a, found := attributionsOf(text)
	for _, x := range found {
		if x.Form() == Direct {
			t.Errorf("%q is taken for a post", firstContent(a, x))
		}
	}
}
