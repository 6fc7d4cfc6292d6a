package speaker

import (
	"slices"
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readingOf reads a text by rules alone, up to its attributions; so many words of
// it are its headline.
func readingOf(text string, headline int) (*article.Article, *attribution.Reading) {
	layout := page.Layout{}
	if headline > 0 {
		layout.Pieces = []page.Piece{{Range: token.Range{Last: headline}, Kind: page.Headline}}
	}
	a := article.Read(text, token.Read(text), layout, nil, nil)
	return a, attribution.Read(a, nil, nil)
}

// speakersOf returns the speakers of all attributions, and whose each is.
func speakersOf(a *article.Article, reading *attribution.Reading) (speakers []Speaker, ids []int) {
	names, said := Read(a, reading), new(Said)
	list := NewList(names)
	for _, x := range reading.Attributions {
		m := names.Unnamed(x, said)
		if !x.Source.Empty() {
			m = names.Meant(x.Source, said)
			said.Take(m, x.Source)
		}
		ids = append(ids, list.Add(&m, m.Words))
	}
	return list.Speakers(), ids
}

// names returns what the speakers are called.
func names(speakers []Speaker) (names []string) {
	for _, s := range speakers {
		names = append(names, s.Name)
	}
	return names
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		name, text string
		headline   int
		want       []string
	}{
		{"a name runs over the end of a line", "The cranes that\nthe port has are\nold and not safe,\nif one asks Harriet\n\tOlowe. “They are safe,” said Harriet\n\tOlowe.", 0, []string{"Harriet Olowe"}},
		{"a name holds a control character", "“The cranes are safe,” said Harriet\x1b Olowe.", 0, []string{"Harriet Olowe"}},
		{"a headline names whom the article names", "Olowe: cranes are safe, says Harriet Olowe\n\n“The cranes are safe,” said Harriet Olowe. “All of them,” Olowe said.", 7, []string{"Harriet Olowe"}},
		{"small and large letters", "“The cranes are safe,” Selby Police said. “All of them are safe,” said Selby police.", 0, []string{"Selby Police"}},
		{"a title of the other gender", "Daniela Arden came. “The cranes are safe,” said Mr. Arden. “All of them,” Arden said. “Some of them,” said Ms. Arden.", 0, []string{"Arden", "Daniela Arden"}},
		{"a title of the same gender", "Daniela Arden came. “The cranes are safe,” said Ms. Arden. “All of them,” Arden said.", 0, []string{"Daniela Arden"}},
		{"a neighbour, then the name", "“The cranes are safe,” her neighbour, Harriet Olowe, 71, said.", 0, []string{"Harriet Olowe"}},
		{"a party in brackets", "The port heard Rep. Harriet Olowe (D-Ohio), who said the cranes were safe.", 0, []string{"Harriet Olowe"}},
		{"a short given name", "“The cranes are safe,” Mike Olowe said. “All of them,” said Michael R. Olowe. “Some of them,” Olowe said.", 0, []string{"Michael R. Olowe"}},
		{"a short given name, then the long one", "“The cranes are safe,” Peggy Olowe said. “All of them,” said Margaret Olowe.", 0, []string{"Margaret Olowe"}},
		{"a long given name that only others use", "“The cranes are safe,” Peggy Olowe said. “It is Margaret Olowe who says so,” said Desmond Pryce. “All of them,” Olowe said.", 0, []string{"Peggy Olowe", "Desmond Pryce"}},
		{"given names that are not each other's", "“The cranes are safe,” Mike Olowe said. “All of them,” said Mark Olowe.", 0, []string{"Mike Olowe", "Mark Olowe"}},
		{"a surname that is misspelt", "“The cranes are safe,” Mara Brandreth said. “All of them,” Brandeth said. “Some of them,” Brandrteh said.", 0, []string{"Mara Brandreth"}},
		{"a surname of two words that is misspelt", "“The cranes are safe,” Mara Ruiz-Brandreth said. “All of them,” Ruiz-Brandreths said.", 0, []string{"Mara Ruiz-Brandreth"}},
		{"a surname that could be two misspelt", "“Safe,” Mara Brandreth said. “No,” Owen Brandlreth said. “All of them,” Brandeth said. “Some,” Branldreth said.", 0, []string{"Mara Brandreth", "Owen Brandlreth", "Branldreth"}},
		{"another surname, one letter apart", "“The cranes are safe,” Jamie Walters said. “All of them,” Walter said.", 0, []string{"Jamie Walters", "Walter"}},
		{"a short surname, one letter apart", "“The cranes are safe,” Jamie Olowe said. “All of them,” Olove said.", 0, []string{"Jamie Olowe", "Olove"}},
		{"initials that are others'", "Jane Olowe, sister of W. Olowe and daughter of H.W. Olowe, came. “No,” Olowe said.", 0, []string{"Jane Olowe"}},
		{"what belongs to two is two", "Harriet Olowe came. “No,” her lawyer said. Desmond Pryce came. “Yes,” his lawyer said.", 0, []string{"Harriet Olowe's lawyer", "Desmond Pryce's lawyer"}},
		{"what belongs to the same one is one", "Harriet Olowe came. “No,” her lawyer said. “Yes,” her lawyer said.", 0, []string{"Harriet Olowe's lawyer"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			speakers, ids := speakersOf(readingOf(tt.text, tt.headline))
			if got := names(speakers); !slices.Equal(got, tt.want) {
				t.Errorf("%q\nspeakers are %q, want %q", tt.text, got, tt.want)
			}
			for n, id := range ids {
				if id < 0 || id >= len(speakers) {
					t.Errorf("%q\nmessage %d is of speaker %d of %d", tt.text, n, id, len(speakers))
				}
			}
		})
	}
}

func TestMentions(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // mentions of the first speaker
	}{
		{"pronouns", "“The cranes are safe,” said Harriet Olowe. “We checked each of them twice,” she added.", []string{"Harriet Olowe", "she"}},
		{"words that go on", "“The cranes are safe,” said Harriet Olowe. “We checked each of them twice.”", []string{"Harriet Olowe"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			speakers, _ := speakersOf(readingOf(tt.text, 0))
			if len(speakers) == 0 {
				t.Fatalf("%q has no speaker", tt.text)
			}
			var got []string
			for _, span := range speakers[0].Mentions {
				got = append(got, span.In(tt.text))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\nmentions are %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestAliases(t *testing.T) {
	const text = "“No,” said Harriet Olowe. “No,” Olowe said. “No,” OLOWE said. “No,” said the HARRIET OLOWE. “No,” said Councillor Olowe. “No,” she said."
	speakers, _ := speakersOf(readingOf(text, 0))
	if len(speakers) != 1 || !slices.Equal(speakers[0].Aliases, []string{"Olowe"}) {
		t.Errorf("%q\nspeakers are %+v, want one with the alias Olowe", text, speakers)
	}
}

// wordOf returns the first place of a word.
func wordOf(t *testing.T, a *article.Article, word string) token.Range {
	t.Helper()
	for i := range a.Tokens {
		if a.Fold(i) == word {
			return token.Range{First: i, Last: i + 1}
		}
	}
	t.Fatalf("%q has no word %q", a.Text, word)
	return token.Range{}
}

func TestUnnamed(t *testing.T) {
	tests := []struct{ name, text, cue, want, words string }{
		{"the subject of the sentence", "Senator Jane Roe left the room on Tuesday, adding that it was good.", "adding", "Jane Roe", "Senator Jane Roe"},
		{"what the sentence says of somebody", "“No,” it said of Jane Roe on Tuesday, adding that it was good.", "adding", "", ""},
		{"a cue that may have another subject", "Jane Roe left the room on Tuesday, and added that it was good.", "added", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, reading := readingOf(tt.text, 0)
			names := Read(a, reading)
			cue := wordOf(t, a, tt.cue)
			m := names.Unnamed(attribution.Attribution{Cue: []token.Range{cue}, Content: []token.Range{{First: cue.Last, Last: len(a.Tokens)}}}, new(Said))
			if m.IsNobody() != (tt.want == "") || names.NameOf(m) != tt.want {
				t.Fatalf("%q\nit is %q who says it, want %q", tt.text, names.NameOf(m), tt.want)
			}
			if tt.want != "" && m.Words.Span(a.Tokens).In(tt.text) != tt.words {
				t.Errorf("%q\n%q mean the speaker, want %q", tt.text, m.Words.Span(a.Tokens).In(tt.text), tt.words)
			}
		})
	}
}

// TestMeant asks who is meant by a word before and after it is taken.
func TestMeant(t *testing.T) {
	const text = "Kim Arden met Sam Bell. She left. He left."
	a, reading := readingOf(text, 0)
	names, said := Read(a, reading), new(Said)
	word := func(word string) token.Range { return wordOf(t, a, word) }
	first := names.Meant(word("he"), said)
	she := names.Meant(word("she"), said)
	if again := names.Meant(word("he"), said); again.Party != first.Party || again.Words != first.Words {
		t.Errorf("asking for she changes he from %q to %q", names.NameOf(first), names.NameOf(again))
	}
	if first.Party != she.Party {
		t.Fatalf("she is %q and he %q before anything is known of either: the test needs another text", names.NameOf(she), names.NameOf(first))
	}
	said.Take(she, word("she"))
	if he := names.Meant(word("he"), said); he.Party == she.Party {
		t.Errorf("%q was she, and is he", names.NameOf(she))
	}
}
