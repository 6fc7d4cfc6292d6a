package verbatim

import (
	"strings"
	"testing"
)

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
			text, _ := Flatten(c.text)
			for _, q := range FindQuotes(text) {
				if len(q.Content) == 1 && strings.HasSuffix(q.Content[0].In(text), c.end) && q.Source != nil && q.Source.In(text) == c.source && q.Form == Direct && q.Mode == Writing {
					return
				}
			}
			for _, q := range FindQuotes(text) {
				t.Logf("%v %v", q.Form, strings.TrimSpace(q.Content[0].In(text)))
			}
			t.Errorf("no post %q", c.end)
		})
	}
}

func TestAddressIsNoPost(t *testing.T) {
	text := "the council said on monday that its plan is right here https t co k3jd02mnq1 and that it meets again in june"
	for _, q := range FindQuotes(text) {
		if q.Form == Direct {
			t.Errorf("%q is taken for a post", q.Content[0].In(text))
		}
	}
}
