package export_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// conversation is a document of all that the lists for people show.
func conversation() *verbatim.Document {
	ada, ben := &verbatim.Party{ID: 0, Name: "Ada Moss"}, &verbatim.Party{ID: 1, Name: "Ben Okafor"}
	long := strings.TrimSpace(strings.Repeat("the harbour wall held ", 6))
	first := 0
	return &verbatim.Document{
		ID:        "a.txt",
		Published: &verbatim.Timestamp{Value: "2016-10-12T21:30Z"},
		Messages: []verbatim.Message{
			{
				Quote: verbatim.Quote{Form: verbatim.FormDirect}, Text: "Is it done?", Speaker: ada, Recipient: ben,
				Channel: verbatim.ChannelNewsConference, Sent: &verbatim.MessageTime{Value: "2016-10-12TEV"}, URLs: []int{0, 1}, Confidence: 0.93,
			},
			{Quote: verbatim.Quote{Form: verbatim.FormIndirect, Stance: verbatim.StanceDenied}, Text: long, Speaker: ben, Recipient: ada, Confidence: 0.5},
			{Quote: verbatim.Quote{Form: verbatim.FormMixed}, Text: "it would be “madness” to sail", Why: []verbatim.Reason{
				{Field: verbatim.ReasonForSpeaker, Kind: verbatim.ReasonContinuation, Message: new(int)},
				{Field: verbatim.ReasonForChannel, Kind: verbatim.ReasonSentenceBefore, Span: &verbatim.Span{Start: 3, End: 8}},
				{Field: verbatim.ReasonForChannel, Kind: verbatim.ReasonArticle},
			}},
			{
				Quote: verbatim.Quote{Form: verbatim.FormIndirect}, Text: "\x1b[2Jno\u009b \u202eevil\u2066 re\u00adread\u200b\U000e0041",
				Speaker: &verbatim.Party{ID: 2, Name: "Eve\n\tMoss\u2028"}, Repeats: &first,
			},
		},
		Speakers: make([]verbatim.Speaker, 3),
		URLs: []verbatim.URL{
			{Address: "https://t.co/qz7mlp40ak", Lossy: []verbatim.Loss{verbatim.LossCase, verbatim.LossSeparators}},
			{Address: "https://harbour.example/a_b"},
		},
	}
}

func TestText(t *testing.T) {
	const want = `# a.txt
# published 2016-10-12 21:30 UTC

 0  2016-10-12 evening  Ada Moss → Ben Okafor, news conference, 93 %
    “Is it done?”
    link https://t.co/qz7mlp40ak (case and separators lost)
    link https://harbour.example/a_b

 1  Ben Okafor → Ada Moss [denied], 50 %
    the harbour wall held the harbour wall held the harbour wall held the
    harbour wall held the harbour wall held the harbour wall held

 2  unknown, 0 %
    it would be “madness” to sail
    why speaker: continuation (message 0)
    why channel: sentence before “rally”, article

 3  Eve Moss, 0 %
    �[2Jno� �evil� reread
    said again: message 0

`
	got := string(written(t, export.Text, export.Options{}, testCase{"", "at rally", conversation()}))
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	for line := range strings.Lines(got) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
			t.Errorf("a line has %d characters: %q", n, line)
		}
	}
}

// TestTextColors has the colours change nothing but colours.
func TestTextColors(t *testing.T) {
	c := testCase{"", "at rally", conversation()}
	plain, colored := string(written(t, export.Text, export.Options{}, c)), string(written(t, export.Text, export.Options{Color: true}, c))
	for _, want := range []string{"\x1b[1mBen Okafor\x1b[0m", "[\x1b[1;33mdenied\x1b[0m]"} {
		if !strings.Contains(colored, want) {
			t.Errorf("the list has no %q:\n%q", want, colored)
		}
	}
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;33m"} {
		colored = strings.ReplaceAll(colored, code, "")
	}
	if colored != plain {
		t.Errorf("without its colours the list is\n%s\nand not\n%s", colored, plain)
	}
}

func TestMarkdown(t *testing.T) {
	const want = `## a.txt

Published 2016-10-12 21\:30 UTC

2016-10-12 evening **Ada Moss** → Ben Okafor, news conference (0.93):

> “Is it done?”

https\://t.co/qz7mlp40ak (case and separators lost)

<https://harbour.example/a_b>

**Ben Okafor** → Ada Moss \[*denied*\] (0.5):

> the harbour wall held the harbour wall held the harbour wall held the harbour wall held the harbour wall held the harbour wall held

**unknown** (0):

> it would be “madness” to sail

**Eve Moss** (0):

> �\[2Jno� �evil� reread

(said again elsewhere)
`
	if got := string(written(t, export.Markdown, export.Options{}, testCase{"", "at rally", conversation()})); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
