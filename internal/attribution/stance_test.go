package attribution

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/token"
)

// annotated reads a text in which [ ] stand around the source, { } around a cue
// and < > around a content, and as well what is left of it when it is flattened.
func annotated(marked string) map[string]func() (*article.Article, Attribution) {
	var parts []string
	var roles []byte
	var plain strings.Builder
	role := byte(0)
	begin := 0
	for _, c := range marked {
		switch c {
		case '[', '{', '<':
			role, begin = byte(c), plain.Len()
		case ']', '}', '>':
			parts, roles = append(parts, plain.String()[begin:]), append(roles, role)
		default:
			plain.WriteRune(c)
		}
	}
	flat, _ := token.Flatten(plain.String())
	read := func(text string) func() (*article.Article, Attribution) {
		return func() (*article.Article, Attribution) {
			a := article.Read(text, token.Read(text), page.Layout{}, nil, nil)
			var x Attribution
			next := 0
			for n, part := range parts {
				words := token.Read(part).Tokens
				if next = firstOf(a, words, next); next < 0 {
					panic(part + " is not in " + text)
				}
				w := token.Range{First: next, Last: next + len(words)}
				next = w.Last
				switch roles[n] {
				case '[':
					x.Source = w
				case '{':
					x.Cue = append(x.Cue, w)
				case '<':
					x.Content = append(x.Content, w)
					if strings.HasPrefix(part, "“") {
						x.Verbatim = append(x.Verbatim, w)
					}
				}
			}
			return a, x
		}
	}
	return map[string]func() (*article.Article, Attribution){"published": read(plain.String()), "flattened": read(flat)}
}

// firstOf returns the token from which on the words stand, at or after token from.
func firstOf(a *article.Article, words []token.Token, from int) int {
	for i := from; i+len(words) <= len(a.Tokens); i++ {
		same := true
		for k, w := range words {
			same = same && w.Fold == a.Fold(i+k)
		}
		if same {
			return i
		}
	}
	return -1
}

func TestStance(t *testing.T) {
	for _, c := range []struct {
		want Stance
		text string
	}{
		{Asserted, "[Ana Venn] {said} <she did not take the keys>."},
		{Asserted, "[Ana Venn] {doubts} <that the pier will hold>."},
		{Asserted, "[Ana Venn] {expects} <to win>."},
		{Asserted, "[Ana Venn] {would like} <to see the plans>."},
		{Asserted, "[The court] {ruled} <that the lease was void>."},
		{Asserted, "[Ana Venn] {dismissed} the survey {as} <“guesswork by amateurs”>."},
		{Asserted, "[Ana Venn] {could not resist saying} <that she had won>."},
		{Asserted, "[Ana Venn] {told} the council <that the pier would close>."},
		{Asserted, "[No 10] {said} <that the pier would close>."},
		{Asserted, "[Ana Venn] {said without a smile} <that the pier would close>."},
		{Asserted, "[Ana Venn] {not only said} <that the pier would close>, she shut it."},
		{Asserted, "[Ana Venn] {would later tell} the police <that she had the keys>."},
		{Denied, "[Ana Venn] {denied} <that she had taken the keys>."},
		{Denied, "[Ana Venn] {has denied} <taking the keys>."},
		{Denied, "[Ana Venn] {rejected} <the idea that the pier was unsafe>."},
		{Denied, "[Ana Venn] {does not believe} <the pier is unsafe>."},
		{Denied, "[Ana Venn] didn’t {think} <it mattered>."},
		{Denied, "[Ana Venn] {ruled out} <a second vote>."},
		{Denied, "[Ana Venn] {has scotched rumours} <that the pier had been sold>."},
		{Denied, "[Ana Venn] {played down fears} <that the pier would fall>."},
		{Denied, "[Ana Venn] {poured cold water on} <the idea that the pier would close>."},
		{Denied, "[Ana Venn] {challenged} <claims that she had the keys>."},
		{Asserted, "[Ana Venn] {countered} <that the pier was safe>."},
		{Requested, "[Ana Venn] {challenged} <the board to open the pier>."},
		{Withheld, "[Ana Venn] {has yet to say} <if the pier will open>."},
		{Withheld, "[Ana Venn] {stopped short of saying} <that the pier would close>."},
		{Asked, "[Ana Venn] {asked} <whether the pier was safe>."},
		{Asked, "[Ana Venn] {wondered} <why nobody had come>."},
		{Asked, "[Ana Venn] {wanted to know} <who had the keys>."},
		{Asked, "[Ana Venn] {demanded to know} <who had the keys>."},
		{Requested, "[Ana Venn] {asked} the council <to close the pier>."},
		{Requested, "[Ana Venn] {called for} <a second vote>."},
		{Requested, "[Ana Venn] {pushed for} <a second vote>."},
		{Requested, "[Ana Venn] {asked} <the council and the rest of the city to remember the dead>."},
		{Requested, "[Ana Venn] {told} the crew <to leave the pier>."},
		{Requested, "[Ana Venn] {urged} <the council to think again>."},
		{Promised, "[Ana Venn] {vowed} <to appeal>."},
		{Promised, "[Ana Venn] {threatened} <to sue the council>."},
		{Promised, "[Ana Venn] {offered} <to pay for the damage>."},
		{Conditional, "[Ana Venn] {is expected to say} <that the pier is safe>."},
		{Conditional, "[Ana Venn] {will tell} the court <that she was at home>."},
		{Conditional, "[Ana Venn] {would argue} <that the lease was void>."},
		{Conditional, "If [Ana Venn] {says} <that the pier is safe>, it will open."},
		{Withheld, "[Ana Venn] {declined to say} <whether the pier was safe>."},
		{Withheld, "[Ana Venn] did not {say} <who had the keys>."},
		{Withheld, "[Ana Venn] {would not confirm} <that she had the keys>."},
		{Withheld, "[Ana Venn] {never said} <that the pier would close>."},
		{Withheld, "[No one] {said} <that the pier would close>."},
		{Withheld, "[Ana Venn] {did not deny} <that she had the keys>."},
		{Withheld, "[Ana Venn] {refused to} {discuss} <the lease>."},
		{Withheld, "[Ana Venn] {did not rule out} <a second vote>."},
		{Withheld, "[Ana Venn] {offered} <no proof that the keys were hers>."},
		{Withheld, "[Ana Venn] {gave few details of} <the lease>."},
		{Withheld, "[Ana Venn] {made no comment about} <the lease>."},
		{Asserted, "[Ana Venn] {made no secret of} <her doubts>."},
		{Denied, "[Ana Venn] {brushed off} <claims that the pier was unsafe>."},
		{Asserted, "[Ana Venn] {pleaded} <innocent to all charges>."},
		{Withheld, "[Ana Venn] {said nothing about} <the lease>."},
		{Withheld, "[Ana Venn] {has provided no evidence} <that the pier is unsafe>."},
		{Asserted, "[Ana Venn] {said} <no details of the lease were known>."},
		{Asserted, "[Ana Venn] {revealed} <no one had the keys>."},
		{Asserted, "[Ana Venn] {gave a few details of} <the lease>."},
		{Denied, "[Ana Venn] {ruled} <that out>."},
		{Denied, "[Ana Venn] {bristled at} <the idea that the pier was unsafe>."},
		{Denied, "[Ana Venn] {took issue with} <the claim that the pier was unsafe>."},
		{Denied, "[Ana Venn] {pushed back against} <the claim that the pier was unsafe>."},
		{Asserted, "[Ana Venn] {pushed} <a second vote>."},
	} {
		for form, read := range annotated(c.text) {
			a, x := read()
			if got := stanceOf(a, x); got != c.want {
				t.Errorf("%s, %s: %q, want %q", c.text, form, got, c.want)
			}
		}
	}
}

// What marks alone tell is known as published.
func TestStanceOfWords(t *testing.T) {
	for text, want := range map[string]Stance{
		"<“Where were the keys?”> [Ana Venn] {said}.":                  Asked,
		"<“Who has the keys?”> [Ana Venn] {demanded}.":                 Asked,
		"<“Leave the pier now!”> [Ana Venn] {shouted}.":                Requested,
		"<“I lost the keys. Who has them?”> [Ana Venn] {said}.":        Asserted,
		"<“Leave is cancelled and so is the fair”> [Ana Venn] {said}.": Asserted,
		"<“Going home was a mistake”> [Ana Venn] {said}.":              Asserted,
	} {
		a, x := annotated(text)["published"]()
		if got := stanceOf(a, x); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestPassive(t *testing.T) {
	for _, c := range []struct{ text, source, addressed, content string }{
		{"[Ana Venn] {was told by} Otto Lund <that the pier was shut>.", "otto lund", "ana venn", "that the pier was shut"},
		{"[Ana Venn] {was asked by} <Otto Lund to leave the pier>.", "otto lund", "ana venn", "to leave the pier"},
		{"[Ana Venn] {was accused} by Otto Lund <of lying>.", "otto lund", "", "of lying"},
		{"[Residents] {were urged} <to stay at home>.", "", "residents", "to stay at home"},
		{"[The jury] {heard} <that the pier was shut>.", "", "the jury", "that the pier was shut"},
		{"<Drivers were paid in fish>, [court] {told}.", "", "court", "drivers were paid in fish"},
		{"[Ana Venn] {asked} <whether the pier was shut>.", "ana venn", "", "whether the pier was shut"},
		{"[Ana Venn] {was quoted as saying} <that the pier was shut>.", "ana venn", "", "that the pier was shut"},
	} {
		for form, read := range annotated(c.text) {
			a, x := read()
			readPassive(a, &x)
			if got := textOf(a, x.Source); got != c.source {
				t.Errorf("%s, %s: source %q, want %q", c.text, form, got, c.source)
			}
			if got := textOf(a, x.Addressed); got != c.addressed {
				t.Errorf("%s, %s: addressed %q, want %q", c.text, form, got, c.addressed)
			}
			if got := textOf(a, x.Content[0]); got != c.content {
				t.Errorf("%s, %s: content %q, want %q", c.text, form, got, c.content)
			}
		}
	}
}

func TestSaysNothing(t *testing.T) {
	for text, want := range map[string]bool{
		"[Ana Venn] {declined} <to comment>.":                                true,
		"[Ana Venn] {did not respond} <to a request for comment>.":           true,
		"[Her father] {is known} <to feel that the pier is a mistake>.":      false,
		"He {is known as} <“the Fox”>.":                                      true,
		"A tenant {asked} <not to be named>.":                                true,
		"[The work] {is expected} <to begin in May>.":                        true,
		"[The driver] {is accused} <of three crimes>.":                       true,
		"[The minister] {is expected to say} <that the work begins in May>.": false,
		"[Ana Venn] {declined} <to comment on the lease of the pier>.":       false,
		"[Ana Venn] {was accused} by Otto Lund <of lying>.":                  false,
		"<“No comment”> [Ana Venn] {said}.":                                  false,
	} {
		a, x := annotated(text)["published"]()
		readPassive(a, &x)
		if got := saysNothing(a, x); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// textOf gives the folded words of a range.
func textOf(a *article.Article, w token.Range) string {
	var words []string
	for i := w.First; i < w.Last; i++ {
		words = append(words, a.Fold(i))
	}
	return strings.Join(words, " ")
}
