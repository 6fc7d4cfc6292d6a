package occasion_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/occasion"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/speaker"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// TestDecide checks what is decided about messages by what others tell, by rules
// alone.
func TestDecide(t *testing.T) {
	type message struct {
		Speaker, Recipient string
		Channel            channel.Channel
		Mode               attribution.Mode
	}
	tests := []struct {
		name, text string
		want       []message
	}{
		{"what went through a written channel was written", `"The bridge is safe," Ottoline Marsh said in a statement.`, []message{
			{"Ottoline Marsh", "", channel.Statement, attribution.Writing},
		}},
		{"two who answer each other", `"Is the bridge safe?" Ottoline Marsh wrote in an email to Desmond Pryce. "It is not," Pryce replied. "Then close it," Marsh wrote.`, []message{
			{"Ottoline Marsh", "Desmond Pryce", channel.Email, attribution.Writing},
			{"Desmond Pryce", "Ottoline Marsh", channel.Email, attribution.Writing},
			{"Ottoline Marsh", "Desmond Pryce", channel.Email, attribution.Writing},
		}},
		{"nobody speaks to themselves", `Ottoline Marsh told Ottoline Marsh: "The bridge is safe."`, []message{
			{"Ottoline Marsh", "", "", attribution.Speech},
		}},
		{"who is told is the one it is to", `Ottoline Marsh told her sister that the bridge is safe.`, []message{
			{"Ottoline Marsh", "Ottoline Marsh's sister", "", attribution.Speech},
		}},
		{"two who met", `In June Ottoline Marsh and Desmond Pryce clashed at a meeting. "The bridge is safe," Marsh said.`, []message{
			{"Ottoline Marsh", "Desmond Pryce", "", attribution.Speech},
		}},
		{"three who met", `In June Ottoline Marsh, Desmond Pryce and Ada Roe met. "The bridge is safe," Marsh said.`, []message{
			{"Ottoline Marsh", "", "", attribution.Speech},
		}},
		{"nothing attributed", "The bridge is safe.", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			drafts, speakers, _ := decide(test.text)
			name := func(id int) string {
				if id == speaker.Nobody {
					return ""
				}
				return speakers[id].Name
			}
			var got []message
			for _, d := range drafts {
				got = append(got, message{name(d.Speaker), name(d.Recipient), d.Channel, d.Mode})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// decide reads a text by rules alone.
func decide(text string) ([]occasion.Draft, []speaker.Speaker, []timex.Timestamp) {
	words := token.Read(text)
	expressions := timex.Scan(words.Tokens, nil)
	layout := page.Read(words, expressions)
	times := timex.Resolve(expressions, layout.Stamps, timex.Options{}).Timestamps
	a := article.Read(text, words, layout, nil, nil)
	reading := attribution.Read(a, nil, times)
	drafts, speakers := occasion.Decide(a, reading, speaker.Read(a, reading), channel.Read(a, reading, times), times, time.Time{}, true)
	return drafts, speakers, times
}

// TestTimesMissed holds what is known to be missed: the day of an occasion that the
// sentence before tells of, where nothing else speaks for it. It fails where one is
// found, and the case goes to TestTimeOfSaying then.
func TestTimesMissed(t *testing.T) {
	for _, text := range []string{
		"Ottoline Marsh spoke at a hearing on 4 May 2021. “It was loud,” she said.",
	} {
		if drafts, _, _ := decide(text); len(drafts) != 1 || drafts[0].Sent >= 0 {
			t.Errorf("%q: the time is found: it is missed no longer", text)
		}
	}
}

// TestTimeOfSaying checks that what is spoken of is no time of the saying.
func TestTimeOfSaying(t *testing.T) {
	for text, want := range map[string]string{
		"Ottoline Marsh said the bridge was built on 4 May 1931 by her uncle.":                                                "",
		"Ottoline Marsh said the 1987 repair was a mistake.":                                                                  "",
		"Ottoline Marsh, who painted the bridge in 1994, said it was safe.":                                                   "",
		"The report by Ottoline Marsh, who joined the board on 2 June 2020, said: “The bridge is safe.”":                      "",
		"Ottoline Marsh said on 4 May 2021 that the bridge was safe.":                                                         "2021-05-04",
		"“The bridge is safe,” Ottoline Marsh said on 4 May 2021.":                                                            "2021-05-04",
		"A flood closed the bridge on 3 May 2021. “It was loud,” said Ottoline Marsh, who lives beside it.":                   "",
		"“It was loud,” Ottoline Marsh said. On 4 May 2021 Desmond Pryce left the town.":                                      "",
		"A flood closed the bridge on 3 May 2021. “It was loud,” Ottoline Marsh said in an interview. “It was like a train.”": "",
		"“We met in 1987 and again on 2 June 1990 by the sea,” Ottoline Marsh recalled.":                                      "",
	} {
		drafts, _, times := decide(text)
		if len(drafts) != 1 {
			t.Fatalf("%q: %d messages", text, len(drafts))
		}
		got := ""
		if n := drafts[0].Sent; n >= 0 {
			got = times[n].Value
		}
		if got != want {
			t.Errorf("%q: sent %q, want %q", text, got, want)
		}
	}
}

// TestMeeting checks that the words of two who met were said when they did, to each
// other.
func TestMeeting(t *testing.T) {
	const text = "Ottoline Marsh opened the mill on 9 May 2021.\n\nOn 4 March 2020 Marsh and Desmond Pryce clashed at a meeting of the river board.\n\n" +
		"“You promised pumps,” Pryce said. “None came.”\n\nMarsh said: “They are on the way.”"
	drafts, speakers, times := decide(text)
	want := []struct{ from, to string }{{"Desmond Pryce", "Ottoline Marsh"}, {"Ottoline Marsh", "Desmond Pryce"}}
	if len(drafts) != len(want) {
		t.Fatalf("%d messages, want %d", len(drafts), len(want))
	}
	for n, d := range drafts {
		if d.Speaker < 0 || d.Recipient < 0 || speakers[d.Speaker].Name != want[n].from || speakers[d.Recipient].Name != want[n].to {
			t.Errorf("message %d: speaker %d, recipient %d, want %v", n, d.Speaker, d.Recipient, want[n])
		}
		if d.Sent < 0 || times[d.Sent].Value != "2020-03-04" {
			t.Errorf("message %d: sent %d, want 2020-03-04", n, d.Sent)
		}
	}
}
