package diff_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/diff"
	"github.com/verbatim-news/verbatim/internal/leaftest"
)

const interview = "Ana Lopez told the Quay Gazette on 3 May 2024 that she had sent the letter to https://orrin.example/a. “We go at noon,” she said. “And then we return to the harbour with everybody who wants to come along,” said Ben Okafor."

func parsed(t *testing.T) *verbatim.Document {
	t.Helper()
	doc := verbatim.Parse(interview)
	if len(doc.Messages) != 3 || doc.Messages[0].Speaker == nil || doc.Messages[2].Speaker == nil {
		t.Fatalf("the interview is read otherwise: %d messages", len(doc.Messages))
	}
	return doc
}

func TestNothingChanged(t *testing.T) {
	for name, pair := range map[string][2]*verbatim.Document{
		"equal":                 {parsed(t), parsed(t)},
		"none":                  {nil, nil},
		"none and empty":        {nil, {Messages: []verbatim.Message{}, URLs: []verbatim.URL{}}},
		"empty list and absent": {{Speakers: []verbatim.Speaker{{Name: "Ana", Aliases: []string{}}}}, {Speakers: []verbatim.Speaker{{Name: "Ana"}}}},
	} {
		if changes := diff.Documents(pair[0], pair[1]); changes != nil {
			t.Errorf("%s: %v", name, changes)
		}
	}
	if diff.Format(nil) != "" {
		t.Errorf("no change reads %q", diff.Format(nil))
	}
}

// TestChanges changes one thing after another and holds what is said of it.
func TestChanges(t *testing.T) {
	tests := []struct {
		name   string
		change func(d *verbatim.Document)
		want   string
	}{
		{"a speaker", func(d *verbatim.Document) { d.Messages[1].Speaker = &verbatim.Party{ID: 2, Name: "Ben Okafor"} }, `
message 1 “We go at noon”
    speaker  “Ana Lopez” → “Ben Okafor”
`},
		{"a denial", func(d *verbatim.Document) {
			d.Messages[0].Stance = verbatim.StanceDenied
			d.Messages[0].Recipient = nil
		}, `
message 0 “that she had sent the letter to https://orrin.example/a”
    recipient  “Quay Gazette” → nothing
    stance     “asserted” → “denied”
`},
		{"a word of many", func(d *verbatim.Document) {
			d.Messages[2].Text = strings.Replace(d.Messages[2].Text, "everybody", "nobody", 1)
		}, `
message 2 “And then we return to the harbour with …”
    text  “… the harbour with everybody who wants to …” → “… the harbour with nobody who wants to …”
`},
		{"a message that is gone", func(d *verbatim.Document) { d.Messages = d.Messages[1:] }, `
message 0 “that she had sent the letter to https://orrin.example/a” is gone
`},
		{"a message that is new", func(d *verbatim.Document) {
			added := d.Messages[2]
			added.Text, added.Content = "Wait\nhere", []verbatim.Span{{Start: 60, End: 64}}
			d.Messages = append([]verbatim.Message{d.Messages[0], added}, d.Messages[1:]...)
		}, `
message 1 “Wait here” is new
`},
		{"another time", func(d *verbatim.Document) { d.Timestamps[0].Value = "2024-05-04" }, `
timestamp 0 “2024-05-04”
    value  “2024-05-03” → “2024-05-04”
`},
		{"a speaker by another name", func(d *verbatim.Document) { d.Speakers[2].Name = "Bernard Quist" }, `
speaker 2 “Bernard Quist”
    name  “Ben Okafor” → “Bernard Quist”
`},
		{"speakers in another order", func(d *verbatim.Document) {
			s := d.Speakers
			s[0], s[1] = s[1], s[0]
			s[0].ID, s[1].ID = 0, 1
			for n := range d.Messages {
				for _, p := range []*verbatim.Party{d.Messages[n].Speaker, d.Messages[n].Recipient} {
					if p != nil && p.ID < 2 {
						p.ID = 1 - p.ID
					}
				}
			}
		}, `
speaker 1 “Ana Lopez”
    order  “0” → “1”
`},
		{"what made it", func(d *verbatim.Document) { d.Provenance.Version, d.Provenance.Light = "v9.0.0", true }, `
provenance
    version  “v1.0.0” → “v9.0.0”
    light    “no” → “yes”
`},
		{"what breaks lines", func(d *verbatim.Document) { d.ID = "a\x1b[2J\nb" }, `
document
    id  nothing → “a\x1b[2J\nb”
`},
	}
	for _, test := range tests {
		changed := parsed(t)
		test.change(changed)
		if got := "\n" + diff.Format(diff.Documents(parsed(t), changed)); got != test.want {
			t.Errorf("%s: %s", test.name, cmp.Diff(test.want, got))
		}
	}
}

// TestOtherText compares readings of two texts, which share no offset: what is
// said in both is the same message.
func TestOtherText(t *testing.T) {
	longer := verbatim.Parse("A line before.\n\n" + interview + " “It is late,” said Cara Nwosu.")
	var got []string
	for _, c := range diff.Documents(parsed(t), longer) {
		if c.Record != diff.RecordProvenance && c.Field != "confidence" {
			got = append(got, c.String())
		}
	}
	want := []string{"message 3 “It is late” is new", "speaker 3 “Cara Nwosu” is new"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestEveryFieldCounts changes every field of a document in turn: each change must
// be found, in either direction. A field that is new to the record fails here
// until it is compared.
func TestEveryFieldCounts(t *testing.T) {
	doc, again := new(verbatim.Document), new(verbatim.Document)
	fill(reflect.ValueOf(doc).Elem())
	fill(reflect.ValueOf(again).Elem())
	if changes := diff.Documents(doc, again); changes != nil {
		t.Fatalf("two equal documents differ: %v", changes)
	}
	count := 0
	leaftest.Each(t, "doc", reflect.ValueOf(doc).Elem(), func(path string) {
		count++
		if len(diff.Documents(doc, again)) == 0 || len(diff.Documents(again, doc)) == 0 {
			t.Errorf("nothing differs with another %s", path)
		}
		for _, c := range diff.Documents(doc, again) {
			if !c.Record.Valid() {
				t.Errorf("%s: %+v has no kind of record", path, c)
			}
			if c.Field == "" {
				continue
			}
			if _, err := (diff.Filter{Only: []string{string(c.Record) + "." + c.Field}}).Apply(nil); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	})
	if changes := diff.Documents(doc, again); changes != nil || count < 90 {
		t.Errorf("%d changes, and the document is not what it was: %v", count, changes)
	}
}

// fill gives every field a value: lists have one item, and indexes lead to it.
func fill(v reflect.Value) {
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2016, 10, 12, 0, 0, 0, 0, time.UTC)))
		return
	case verbatim.Span:
		v.Set(reflect.ValueOf(verbatim.Span{Start: 3, End: 9}))
		return
	case verbatim.TooLongError:
		v.Set(reflect.ValueOf(verbatim.TooLongError{Bytes: 90, MaxBytes: 80}))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.String:
		v.SetString("words")
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	}
}

// TestManyChanges compares long documents that share nothing, which is the most
// work there is.
func TestManyChanges(t *testing.T) {
	of := func(word string) *verbatim.Document {
		doc := new(verbatim.Document)
		for n := range 3000 {
			doc.Messages = append(doc.Messages, verbatim.Message{
				Quote: verbatim.Quote{Content: []verbatim.Span{{Start: n, End: 100_000}}}, Text: fmt.Sprint(word, n),
			})
		}
		return doc
	}
	before, after := of("a"), of("b")
	after.Provenance.SHA256, before.Provenance.SHA256 = "1", "2"
	if changes := diff.Documents(before, after); len(changes) != 6001 {
		t.Errorf("%d changes; want 3000 that are gone, 3000 that are new and the text", len(changes))
	}
}

func ExampleDocuments() {
	const text = "“I have the receipts,” said Tomas Reyes."
	before := verbatim.Parse(text)
	after := verbatim.Parse(text)
	after.Messages[0].Speaker = nil
	fmt.Print(diff.Format(diff.Documents(before, after)))
	// Output:
	// message 0 “I have the receipts”
	//     speaker  “Tomas Reyes” → nothing
}
