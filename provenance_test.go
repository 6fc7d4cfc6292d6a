package verbatim_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// TestProvenanceTellsOptions checks that the provenance tells the day and where
// it came from, and every option.
func TestProvenanceTellsOptions(t *testing.T) {
	names, err := verbatim.NewNames(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	others, err := verbatim.NewNames(newsroom[:1])
	if err != nil {
		t.Fatal(err)
	}
	const plain = "“We go on Monday,” said Ana Lopez."
	known := time.Date(2024, 5, 8, 23, 30, 0, 0, time.FixedZone("", 10*3600))
	tests := []struct {
		name   string
		parser verbatim.Parser
		text   string
		want   verbatim.Provenance
	}{
		{"nothing", verbatim.Parser{}, plain, verbatim.Provenance{}},
		{"the caller's day, in its own zone", verbatim.Parser{Published: known}, plain, verbatim.Provenance{Published: "2024-05-08", PublishedBy: verbatim.PublishedByCaller}},
		{"the caller's day for a text without times", verbatim.Parser{Published: known}, "Hm.", verbatim.Provenance{Published: "2024-05-08", PublishedBy: verbatim.PublishedByCaller}},
		{"the stamp before the caller", verbatim.Parser{Published: known}, "Published 6 May 2024\n\n" + plain, verbatim.Provenance{Published: "2024-05-06", PublishedBy: verbatim.PublishedByStamp}},
		{"the last change", verbatim.Parser{}, "Updated 7 May 2024\n\n" + plain, verbatim.Provenance{Published: "2024-05-07", PublishedBy: verbatim.PublishedByUpdate}},
		{"a date at the head", verbatim.Parser{}, "The harbour closed 6 May 2024 in a storm. " + plain, verbatim.Provenance{Published: "2024-05-06", PublishedBy: verbatim.PublishedByHead}},
		{"every option", verbatim.Parser{Prefer: verbatim.PreferNearest, DayFirst: true, Light: true, Explain: true}, plain, verbatim.Provenance{Prefer: verbatim.PreferNearest, DayFirst: true, Light: true, Explain: true}},
		{"the default by name", verbatim.Parser{Prefer: verbatim.PreferPast}, plain, verbatim.Provenance{}},
		{"a direction that is none", verbatim.Parser{Prefer: "sideways"}, plain, verbatim.Provenance{}},
	}
	for _, test := range tests {
		doc := test.parser.Parse(test.text)
		got := doc.Provenance
		if got.Version != verbatim.Version || got.Bytes != len(test.text) || len(got.SHA256) != 64 || (got.Model == "") != test.parser.Light {
			t.Errorf("%s: %+v", test.name, got)
		}
		if !got.IsOf(test.text) || got.IsOf(test.text+" ") {
			t.Errorf("%s: the provenance does not know its text", test.name)
		}
		got.Version, got.Model, got.SHA256, got.Bytes = "", "", "", 0
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if err := doc.Validate(test.text); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	with := func(n *verbatim.Names) string {
		return (&verbatim.Parser{Light: true, Names: n}).Parse(plain).Provenance.Names
	}
	if a, b := with(names), with(others); len(a) != 64 || len(b) != 64 || a == b || with(nil) != "" {
		t.Errorf("names are told as %q, others as %q and none as %q", a, b, with(nil))
	}
}

// TestProvenanceDifferences changes each field in turn: it must be the one that
// is named.
func TestProvenanceDifferences(t *testing.T) {
	one := verbatim.Parse("“We go,” said Ana Lopez.").Provenance
	if got := one.Differences(one); got != nil || !one.SameText(one) {
		t.Errorf("equal provenances differ in %q", got)
	}
	fields := reflect.TypeFor[verbatim.Provenance]()
	for n := range fields.NumField() {
		other := one
		switch value := reflect.ValueOf(&other).Elem().Field(n); value.Kind() {
		case reflect.String:
			value.SetString("other")
		case reflect.Int:
			value.SetInt(-1)
		case reflect.Bool:
			value.SetBool(true)
		default:
			t.Fatalf("%s is a %s", fields.Field(n).Name, value.Kind())
		}
		name, _, _ := strings.Cut(fields.Field(n).Tag.Get("json"), ",")
		if got := one.Differences(other); !slices.Equal(got, []string{name}) {
			t.Errorf("with another %s, %q differ", name, got)
		}
		if got, want := one.SameText(other), name != "sha256"; got != want {
			t.Errorf("with another %s, the same text: %v", name, got)
		}
	}
	if (verbatim.Provenance{}).SameText(verbatim.Provenance{}) {
		t.Error("two documents that do not tell their text are of the same")
	}
}

// TestSameProvenanceSameDocument reads every golden case as published on one day,
// told in three time zones: what the provenance does not tell changes nothing.
func TestSameProvenanceSameDocument(t *testing.T) {
	const hour = 3600
	for _, c := range readCases(t) {
		var first *verbatim.Document
		for _, published := range []time.Time{
			time.Date(2021, 11, 12, 0, 0, 0, 0, time.UTC),
			time.Date(2021, 11, 12, 5, 0, 0, 0, time.FixedZone("", 14*hour)),
			time.Date(2021, 11, 12, 20, 0, 0, 0, time.FixedZone("", -11*hour)),
		} {
			doc := (&verbatim.Parser{Light: true, Published: published}).Parse(c.text)
			if first == nil {
				first = doc
			}
			if difference := verbatimtest.Diff(first, doc); difference != "" || doc.Provenance != first.Provenance {
				t.Errorf("%s, published %s:\n%s", c.name, published, difference)
			}
		}
	}
}
