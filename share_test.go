package verbatim_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

func TestShares(t *testing.T) {
	repeated := 0
	said := func(speaker int, text string, change func(*verbatim.Message)) verbatim.Message {
		m := verbatim.Message{Quote: verbatim.Quote{Mode: verbatim.ModeSpeech, Content: []verbatim.Span{{Start: 0, End: len(text)}}}, Text: text}
		if speaker >= 0 {
			m.Speaker = &verbatim.Party{ID: speaker}
		}
		if change != nil {
			change(&m)
		}
		return m
	}
	own := func(m *verbatim.Message) { m.Verbatim = []verbatim.Span{{Start: 0, End: 2}} }
	doc := &verbatim.Document{
		Speakers: make([]verbatim.Speaker, 4),
		Messages: []verbatim.Message{
			said(0, "we go", own),
			said(1, "one two three four", nil),
			said(0, "now", nil),
			said(-1, "nobody knows", nil),
			said(1, "that he took it", func(m *verbatim.Message) { m.Stance = verbatim.StanceDenied }),
			said(0, "we go", func(m *verbatim.Message) { m.Repeats = &repeated }),
			said(0, "hopes and fears", func(m *verbatim.Message) { m.Mode = verbatim.ModeThought }),
			said(2, "who paid", func(m *verbatim.Message) { m.Stance = verbatim.StanceWithheld }),
			said(2, "that it will", func(m *verbatim.Message) { m.Stance = verbatim.StanceConditional }),
			said(3, "", nil),
		},
	}
	want := []verbatim.Share{
		{Speaker: 1, Messages: 2, Words: 8, Bytes: 33, Share: 8. / 13},
		{Speaker: 0, Messages: 2, Words: 3, Bytes: 8, Verbatim: 2, Share: 3. / 13},
		{Speaker: 3, Messages: 1},
	}
	if diff := cmp.Diff(want, doc.Shares()); diff != "" {
		t.Errorf("shares (-want +got):\n%s", diff)
	}
	if got := new(verbatim.Document).Shares(); len(got) != 0 {
		t.Errorf("shares of nothing: %v", got)
	}
	silent := &verbatim.Document{Speakers: make([]verbatim.Speaker, 1), Messages: []verbatim.Message{said(0, "", nil), said(7, "a stranger", nil)}}
	if diff := cmp.Diff([]verbatim.Share{{Messages: 1}}, silent.Shares()); diff != "" {
		t.Errorf("a message without words, and one of a speaker that there is not (-want +got):\n%s", diff)
	}
}
