package diff_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/diff"
)

func TestFilter(t *testing.T) {
	changed := parsed(t)
	changed.Messages[0].Confidence = 0.01
	changed.Messages[0].Stance = verbatim.StanceDenied
	changed.Messages[0].Content[0].End--
	changed.Messages[0].Speaker.Name = "Cara Nwosu"
	changed.Messages = changed.Messages[:2]
	changed.Speakers[0].Kind = verbatim.SpeakerGroup
	changed.Timestamps[0].Value = "2024"
	changed.URLs[0].Confidence = 0.02
	changed.Speakers[0].ID = 2
	all := diff.Documents(parsed(t), changed)
	tests := []struct {
		filter diff.Filter
		want   []string
	}{
		{diff.Filter{}, []string{"speaker", "stance", "confidence", "content", "", "id", "kind", "value", "confidence"}},
		{diff.Filter{Ignore: []string{"confidence", "offsets", "ids"}}, []string{"speaker", "stance", "", "kind", "value"}},
		{diff.Filter{Ignore: []string{"message", "timestamp.value"}}, []string{"id", "kind", "confidence"}},
		{diff.Filter{Only: []string{"message.speaker"}}, []string{"speaker", ""}},
		{diff.Filter{Only: []string{"stance", "url"}}, []string{"stance", "", "confidence"}},
		{diff.Filter{Only: []string{"confidence"}, Ignore: []string{"url.confidence"}}, []string{"confidence", ""}},
		{diff.Filter{Only: []string{"provenance.version"}}, nil},
	}
	for _, test := range tests {
		kept, err := test.filter.Apply(all)
		if err != nil {
			t.Errorf("%+v: %v", test.filter, err)
		}
		var got []string
		for _, c := range kept {
			got = append(got, c.Field)
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%+v (-want +got):\n%s", test.filter, d)
		}
	}
	for _, name := range []string{"stanse", "", "message.", "timestamp.speaker"} {
		_, err := diff.Filter{Ignore: []string{name}}.Apply(all)
		if unknown := new(diff.UnknownNameError); !errors.As(err, &unknown) || unknown.Name != name {
			t.Errorf("a filter of %q: %v", name, err)
		}
	}
}
