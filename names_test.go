package verbatim_test

import (
	"errors"
	"testing"

	"github.com/verbatim-news/verbatim"
)

var newsroom = []verbatim.KnownName{
	{Name: "Ottoline Marsh", Aliases: []string{"Marsh", "Ottie Marsh"}, Roles: []string{"mayor"}, Gender: verbatim.GenderFemale, Kind: verbatim.SpeakerPerson},
	{Name: "Zorvan Plint", Roles: []string{"bridge warden"}, Gender: verbatim.GenderMale},
	{Name: "Port Union of Selby", Aliases: []string{"PUS", "the port union"}, Kind: verbatim.SpeakerOrganisation},
}

func TestKnownNames(t *testing.T) {
	names, err := verbatim.NewNames(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, text, with, without string }{
		{"a surname that is all the article gives", "“The bridge is safe,” Marsh said.", "Ottoline Marsh", "Marsh"},
		{"another form of the name", "“The bridge is safe,” Ottie Marsh said.", "Ottoline Marsh", "Ottie Marsh"},
		{"the article names somebody else of that surname", "“The bridge is safe,” Edgar Marsh said. Marsh left.", "Edgar Marsh", "Edgar Marsh"},
		{"an office that nobody in the article holds", "“The bridge is safe,” the mayor said.", "Ottoline Marsh", "mayor"},
		{"an office of two words", "“The bridge is safe,” the bridge warden said.", "Zorvan Plint", "bridge warden"},
		{"an office that somebody else holds in the article", "The mayor, Edgar Holt, came. “The bridge is safe,” the mayor said.", "Edgar Holt", "Edgar Holt"},
		{"whom a pronoun means", "Zorvan Plint walked with Ottie Marsh to the river. “The bridge is safe,” he said.", "Zorvan Plint", ""},
		{"an acronym", "“The bridge is safe,” PUS said.", "Port Union of Selby", "PUS"},
		{"flattened", "ottie marsh said the bridge was safe", "Ottoline Marsh", "Ottie Marsh"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, form := range []struct {
				parser verbatim.Parser
				want   string
			}{{verbatim.Parser{Names: names}, test.with}, {verbatim.Parser{}, test.without}} {
				doc := form.parser.Parse(test.text)
				if err := doc.Validate(test.text); err != nil {
					t.Error(err)
				}
				got := ""
				if n := len(doc.Messages); n > 0 && doc.Messages[n-1].Speaker != nil {
					got = doc.Messages[n-1].Speaker.Name
				}
				if form.want != "" && got != form.want {
					t.Errorf("names known: %v: the speaker is %q, want %q", form.parser.Names != nil, got, form.want)
				}
			}
		})
	}
}

func TestNewNamesRefuses(t *testing.T) {
	for name, known := range map[string]verbatim.KnownName{
		"no name": {}, "marks alone": {Name: "…"}, "a control character": {Name: "Ana\x00Lopez"}, "an alias of marks": {Name: "Ana Lopez", Aliases: []string{"-"}},
		"a role without words": {Name: "Ana Lopez", Roles: []string{""}}, "no gender": {Name: "Ana Lopez", Gender: "ship"}, "no kind": {Name: "Ana Lopez", Kind: "ship"},
	} {
		_, err := verbatim.NewNames([]verbatim.KnownName{{Name: "Jon Roe"}, known})
		var refused *verbatim.NameError
		if !errors.As(err, &refused) || refused.Index != 1 {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	if names, err := verbatim.NewNames(nil); err != nil || names == nil {
		t.Errorf("no names: %v, %v", names, err)
	}
}
