package occasion_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/occasion"
	"github.com/verbatim-news/verbatim/internal/token"
)

// TestWhy checks what is said to have decided the last message of a text.
func TestWhy(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string // the first reason of each field: "field: kind: words"
	}{
		{"a name, and the words around the cue", `“It is safe,” Ottoline Marsh told the jury on 4 May 2021.`,
			[]string{"speaker: name: Ottoline Marsh", "recipient: beside: the jury", "channel: beside: told", "sent: beside: 4 May 2021"}},
		{"a pronoun", `Ottoline Marsh wrote a poem. “It is safe,” she said.`,
			[]string{"speaker: pronoun: Ottoline Marsh"}},
		{"a role", `The mayor, Ottoline Marsh, wrote a poem. “It is safe,” the mayor said.`,
			[]string{"speaker: role: Ottoline Marsh"}},
		{"a description", `“It is safe,” a neighbour said.`,
			[]string{"speaker: description: a neighbour"}},
		{"the cue", `Ottoline Marsh tweeted: “It is safe.”`,
			[]string{"speaker: name: Ottoline Marsh", "channel: cue: tweeted"}},
		{"another message", `“It is safe,” Ottoline Marsh said in a letter. “It always was,” she wrote.`,
			[]string{"speaker: pronoun: Ottoline Marsh", "channel: cue: wrote"}},
		{"the occasion that the sentence opens with", `At a rally in Selby, Ottoline Marsh said: “It is safe.”`,
			[]string{"speaker: name: Ottoline Marsh", "channel: beside: rally"}},
		{"the one who is answered", `“Is it safe?” asked Mary Roe. “It is,” replied Ottoline Marsh.`,
			[]string{"speaker: name: Ottoline Marsh", "recipient: message: "}},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafts, _, _ := decide(test.text)
			if len(drafts) == 0 {
				t.Fatal("no message")
			}
			var got []string
			var last occasion.Field
			for _, why := range drafts[len(drafts)-1].Why {
				if why.Field == last {
					continue
				}
				last = why.Field
				words := ""
				if !why.Words.Empty() {
					words = why.Words.Span(token.Read(test.text).Tokens).In(test.text)
				}
				got = append(got, string(why.Field)+": "+string(why.Kind)+": "+words)
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
