package speaker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lineartest"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/token"
)

// crowds are sentences that invite work beyond measure when they are repeated:
// many that introduce, then as many that ask who is meant. The % is another
// number each time, in letters; who is meant stands after "said". Where one look
// is cheap, only many of them tell a quadratic time.
var crowds = []struct {
	name, introduce, ask string
	size                 int
}{
	{"people of one surname", "We go, said A% Roe.", "We go, said Roe.", 512 << 10},
	{"people of one given name", "We go, said Jane A%.", "We go, said Jane.", 512 << 10},
	{"surnames nearly alike", "We go, said Jane Abc%xyz.", "We go, said Abd%xyz.", 512 << 10},
	{"people with a title", "We go, said Senator A% B%.", "We go, said the senator.", 512 << 10},
	{"people with a profession", "We go, said A% B%, a lawyer.", "We go, said the lawyer.", 512 << 10},
	{"generations", "We go, said A% Roe Jr.", "We go, said the elder Roe.", 512 << 10},
	{"pronouns after many names", "We go, said A% B%.", "We go, said she.", 2 << 20},
	{"trusts after many names", "We go, said A% B%.", "We go, said the trust.", 512 << 10},
	{"clauses after many names", "A% B% of,", "adding,", 512 << 10},
	{"one who is called many things", "We go, said the a% lawyer Jane Roe.", "We go, said Roe.", 2 << 20},
	{"descriptions", "We go, said a lawyer for a%.", "We go, said he.", 512 << 10},
	{"owners", "We go, said Jane A%.", "We go, said her lawyer.", 2 << 20},
	{"owners of owners", "We go, said a lawyer.", "We go, said his lawyer.", 512 << 10},
}

// crowd repeats one sentence, then the other, up to a size.
func crowd(introduce, ask string, size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size/2; n++ {
		b.WriteString(strings.ReplaceAll(introduce, "%", letters(n)) + " ")
	}
	for b.Len() < size {
		b.WriteString(ask + " ")
	}
	return b.String()
}

// letters writes a number in letters.
func letters(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprintf("%05d", n))
}

// saidBy is an article with the parts of it that are asked about.
type saidBy struct {
	*article.Article
	sources []attribution.Attribution
}

// readSaid reads a text by rules and gives every "said" what stands after it as
// its source, and every "adding" none.
func readSaid(text string) saidBy {
	s := saidBy{Article: article.Read(text, token.Read(text), page.Layout{}, nil, nil)}
	for i := range s.Tokens {
		cue := []token.Range{{First: i, Last: i + 1}}
		switch s.Fold(i) {
		case "said":
			s.sources = append(s.sources, attribution.Attribution{Cue: cue, Source: token.Range{First: i + 1, Last: s.Sentences[s.SentenceOf(i)].Last}})
		case "adding":
			s.sources = append(s.sources, attribution.Attribution{Cue: cue})
		}
	}
	return s
}

// TestLinearTime asks who is meant in texts of many names.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, c := range crowds {
		t.Run(c.name, func(t *testing.T) {
			lineartest.Check(t, c.size, func(size int) saidBy { return readSaid(crowd(c.introduce, c.ask, size)) }, func(s saidBy) {
				speakersOf(s.Article, &attribution.Reading{Attributions: s.sources, Quoted: make([]bool, len(s.Tokens))})
			})
		})
	}
}
