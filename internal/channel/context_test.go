package channel_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// read reads the contexts of a text by rules alone.
func read(text string) (*article.Article, *channel.Contexts) {
	words := token.Read(text)
	expressions := timex.Scan(words.Tokens, nil)
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{}).Timestamps
	a := article.Read(text, words, layout, nil, nil)
	return a, channel.Read(a, attribution.Read(a, nil, times), times)
}

// wordsOf returns the words of a range, or "" for an empty one.
func wordsOf(a *article.Article, w token.Range) string {
	if w.Empty() {
		return ""
	}
	span := w.Span(a.Tokens)
	return a.Text[span.Start:span.End]
}

// TestContext checks what the words around the last cue of a text tell.
func TestContext(t *testing.T) {
	type told struct {
		Channel         channel.Channel
		Recipient, Time string
	}
	tests := []struct {
		name, text string
		want       told
	}{
		{"a noun beside the cue", `"We will open the bridge," Ottoline Marsh said in a statement on Tuesday.`,
			told{channel.Statement, "", "Tuesday"}},
		{"what carried it to an outlet", `Ottoline Marsh told the Selby Gazette in a text message that the bridge is not safe.`,
			told{channel.Message, "the Selby Gazette", ""}},
		{"what carried it, behind the source", `"The bridge is not safe," said Ottoline Marsh in a brief written statement to the Selby Gazette.`,
			told{channel.Statement, "", ""}},
		{"a verb of its own channel", `Ottoline Marsh tweeted: "We will open the bridge."`,
			told{channel.Post, "", ""}},
		{"the one told", `Ottoline Marsh told the jury: "We opened the bridge."`,
			told{channel.Testimony, "the jury", ""}},
		{"the one who asked", `Asked by Desmond Pryce, Ottoline Marsh said: "We opened the bridge."`,
			told{"", "Desmond Pryce", ""}},
		{"the source is a written thing", `"The bridge is not safe," the report said.`,
			told{channel.Document, "", ""}},
		{"the source is the one addressed", `Residents were told: "The bridge is not safe."`,
			told{"", "Residents", ""}},
		{"the sentence before", `Ottoline Marsh spoke at a hearing on Monday. "The bridge is not safe," she said.`,
			told{channel.Testimony, "", "Monday"}},
		{"a conference told", `Ottoline Marsh told a press conference that the bridge is not safe.`,
			told{channel.NewsConference, "", ""}},
		{"questions taken", `On Tuesday Ottoline Marsh took questions in Selby and defended the toll, saying “the bridge is safe”.`,
			told{channel.NewsConference, "", ""}},
		{"a network called by a letter", `"The bridge is not safe," Ottoline Marsh wrote on X.`,
			told{channel.Post, "", ""}},
		{"a network called by a word", `"The bridge is not safe," Ottoline Marsh wrote on Threads on Monday.`,
			told{channel.Post, "", "Monday"}},
		{"a network of two words", `"The bridge is not safe," Ottoline Marsh said on Truth Social.`,
			told{channel.Post, "", ""}},
		{"a court speaks in writing", `The appeals court said the bridge must open.`,
			told{channel.Document, "", ""}},
		{"the floor of a house", `"The bridge is safe," Ottoline Marsh said on the Senate floor.`,
			told{channel.Speech, "", ""}},
		{"the writer", `"The bridge is safe," Ottoline Marsh told me.`,
			told{channel.Interview, "", ""}},
		{"the writer, by letter", `In an email, Ottoline Marsh told me that the bridge is safe.`,
			told{channel.Email, "", ""}},
		{"an outlet of two words", `"The bridge is safe," Ottoline Marsh told The Hill.`,
			told{channel.Interview, "The Hill", ""}},
		{"a source who spoke to an outlet", `The bridge is safe, according to two engineers who spoke to the Selby Gazette.`,
			told{channel.Interview, "the Selby Gazette", ""}},
		{"the occasion a sentence opens with", `At a rally in Selby on Monday, Ottoline Marsh said the bridge is safe.`,
			told{channel.Speech, "", "Monday"}},
		{"what one is asked for", `Ottoline Marsh asked the driver for help.`,
			told{"", "the driver", ""}},
		{"over a meal", `Ottoline Marsh told her brother over lunch that the bridge is not safe.`,
			told{channel.Conversation, "her brother", ""}},
		{"a parliament asks", `During question time on Monday, Ottoline Marsh said the bridge is not safe.`,
			told{channel.Testimony, "", "Monday"}},
		{"news of a court is no account of its session", `The court struck down the toll. The judge wrote of a court of "errors". What did the court find? "Nothing new," said Ottoline Marsh, who teaches law. The court heard the appeal.`,
			told{"", "", ""}},
		{"the writing whose author goes on", `The town read a letter by the mayor. "The bridge is not safe," she wrote.`,
			told{channel.Letter, "", ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, contexts := read(test.text)
			if len(contexts.Of) == 0 {
				t.Fatal("no attribution")
			}
			c := contexts.Of[len(contexts.Of)-1]
			got := told{Channel: c.Channel, Recipient: wordsOf(a, c.Recipient)}
			if c.Timestamp >= 0 {
				got.Time = wordsOf(a, contexts.Times[c.Timestamp])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestMentions checks where a text mentions an occasion, and with whom.
func TestMentions(t *testing.T) {
	type mention struct {
		Word, Recipient string
		Channel         channel.Channel
		SetsOccasion    bool
	}
	tests := []struct {
		name, text string
		want       []mention
	}{
		{"with whom", "Her letter to the board was long. In an interview with Desmond Pryce on Monday she was calm.", []mention{
			{"letter", "the board", channel.Letter, false}, {"interview", "Desmond Pryce", channel.Interview, true},
		}},
		{"only named", "Ottoline Marsh had read the letter.", []mention{{"letter", "", channel.Letter, false}}},
		{"what is quoted tells nothing", `"I wrote no letter and gave no interview," said Ottoline Marsh.`, nil},
		{"who once interviewed is known again", "In an interview with Desmond Pryce she was calm. She told Pryce of the bridge.", []mention{
			{"interview", "Desmond Pryce", channel.Interview, true}, {"told", "Pryce", channel.Interview, true},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, contexts := read(test.text)
			var got []mention
			for _, m := range contexts.Mentions {
				got = append(got, mention{a.Fold(m.At), wordsOf(a, m.Recipient), m.Channel, m.SetsOccasion()})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
