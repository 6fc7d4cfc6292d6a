package verbatimtest_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/leaftest"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

const listed = "On Wednesday Jane Roe told the Harbour Post that nobody\nasked her, by t.co/a1b2c3."

// everyField is a document of listed that has a value in every field.
func everyField() *verbatim.Document {
	zero, one := 0, 1
	span := func(words string) verbatim.Span {
		at := strings.Index(listed, words)
		return verbatim.Span{Start: at, End: at + len(words)}
	}
	source := span("Jane Roe")
	day := time.Date(2016, 10, 12, 0, 0, 0, 0, time.UTC)
	stamp := verbatim.Timestamp{
		Span: span("On Wednesday"), Type: verbatim.TimestampDate, Value: "2016-10-12", Modifier: verbatim.ModifierApprox,
		Quantifier: "EVERY", Frequency: "2X", Other: "2016-10-19", From: day, To: day.AddDate(0, 0, 1),
		Granularity: verbatim.GranularityDay, Zoned: true, ZoneAmbiguous: true, Holiday: "Harbour Day",
		Anchor: &verbatim.Anchor{Source: verbatim.AnchorTimestamp, Timestamp: &one}, Dateline: true,
	}
	updated := stamp
	updated.Value = "2016-10-13"
	return &verbatim.Document{
		ID: "a1", Provenance: verbatim.Provenance{
			Version: "v0", Model: "5f2c", SHA256: "9d0e", Bytes: 82, ReadSHA256: "77ab", Published: "2016-10-12", PublishedBy: verbatim.PublishedByCaller,
			Prefer: verbatim.PreferFuture, DayFirst: true, Light: true, Explain: true, Names: "77aa",
		},
		Unread:    &verbatim.TooLongError{Bytes: 90, MaxBytes: 80},
		Published: &stamp, Updated: &updated,
		Byline:    []verbatim.Author{{Span: source, Name: "Jane Roe"}},
		Furniture: []verbatim.Furniture{{Span: span("On Wednesday"), Kind: verbatim.FurnitureStamp}},
		Messages: []verbatim.Message{{
			Quote: verbatim.Quote{
				Form: verbatim.FormMixed, Mode: verbatim.ModeSpeech, Stance: verbatim.StanceAsked,
				Content: []verbatim.Span{span("that nobody\nasked her"), span("by")}, Verbatim: []verbatim.Span{span("nobody\nasked her")},
				Source: &source, Cue: []verbatim.Span{span("told")},
			},
			Text: "That nobody asked her.", Speaker: &verbatim.Party{ID: 0, Name: "Jane Roe"}, Recipient: &verbatim.Party{ID: 1, Name: "Harbour Post"},
			Channel: verbatim.ChannelInterview, Sent: &verbatim.MessageTime{Value: "2016-10-12", From: day, To: day.AddDate(0, 0, 1), Timestamp: &zero},
			URLs: []int{0}, Repeats: &one, Confidence: 0.93,
			Why: []verbatim.Reason{{Field: verbatim.ReasonForChannel, Kind: verbatim.ReasonBeside, Span: &source, Message: &one}},
		}},
		Speakers:   []verbatim.Speaker{{ID: 0, Name: "Jane Roe", Kind: verbatim.SpeakerPerson, Titles: []string{"Ms"}, Roles: []string{"a pilot"}, Aliases: []string{"Ms Roe"}, Mentions: []verbatim.Span{source}}},
		Timestamps: []verbatim.Timestamp{stamp},
		URLs: []verbatim.URL{{
			Span: span("t.co/a1b2c3"), Address: "t.co/a1b2c3", Host: "t.co", Kind: verbatim.URLShortener, Lossy: []verbatim.Loss{verbatim.LossCase}, Confidence: 0.97,
		}},
	}
}

func TestList(t *testing.T) {
	const want = `id a1
version v0 | model 5f2c | sha256 9d0e | 82 bytes | read 77ab | published 2016-10-12 by caller | prefer future | day first | light | explained | names 77aa
not read: 90 bytes, and 80 are allowed
published «On Wednesday» @0-12 2016-10-12
updated «On Wednesday» @0-12 | DATE 2016-10-13 | mod APPROX | quant EVERY | freq 2X | day 2016-10-12..2016-10-13 | or 2016-10-19 | zoned | zone ambiguous | holiday Harbour Day | from timestamp t1 | dateline
author Jane Roe «Jane Roe» @13-21
stamp «On Wednesday» @0-12

mixed speech asked | Jane Roe → Harbour Post s1 | interview | «On Wednesday» @0-12 2016-10-12 | 0.93
   source «Jane Roe» @13-21 | cue «told» @22-26
   @44-65 @67-69 that ⟨nobody\nasked her⟩ … by
   text That nobody asked her.
   urls t.co/a1b2c3 @70-81 | repeats m1
   why channel beside «Jane Roe» @13-21 of m1

Jane Roe | person | title «Ms» | role «a pilot» | also «Ms Roe»
   mentions 1: «Jane Roe» @13-21

«On Wednesday» @0-12 | DATE 2016-10-12 | mod APPROX | quant EVERY | freq 2X | day 2016-10-12..2016-10-13 | or 2016-10-19 | zoned | zone ambiguous | holiday Harbour Day | from timestamp t1 | dateline

«t.co/a1b2c3» @70-81 | t.co/a1b2c3 | t.co shortener | lost case | 0.97
`
	if diff := cmp.Diff(want, verbatimtest.List(everyField(), listed)); diff != "" {
		t.Errorf("the listing (-want +got):\n%s", diff)
	}
}

// TestListOfParse checks that what goes without saying is left out.
func TestListOfParse(t *testing.T) {
	const text = "“We go home,” said Ana Lopez."
	const want = `direct speech | Ana Lopez | - | - | 0.8
   source «Ana Lopez» @23-32 | cue «said» @18-22
   @3-13 ⟨We go home⟩

Ana Lopez | person
   mentions 1: «Ana Lopez» @23-32
`
	doc := verbatim.Parse(text)
	if len(doc.Messages) != 1 {
		t.Fatalf("%d messages, want 1", len(doc.Messages))
	}
	doc.Messages[0].Confidence = 0.8
	if diff := cmp.Diff(want, verbatimtest.List(doc, text)); diff != "" {
		t.Errorf("the listing (-want +got):\n%s", diff)
	}
}

// TestListShowsEveryField changes every field of a document in turn: each must
// change the listing. A field that is new to the record fails here until List
// shows it.
func TestListShowsEveryField(t *testing.T) {
	doc := everyField()
	want := verbatimtest.List(doc, listed)
	changed := 0
	leaftest.Each(t, "doc", reflect.ValueOf(doc).Elem(), func(path string) {
		changed++
		if verbatimtest.List(doc, listed) == want {
			t.Errorf("the listing does not show %s", path)
		}
	})
	if again := verbatimtest.List(doc, listed); again != want || changed < 80 {
		t.Errorf("%d changes, and the document is not what it was:\n%s", changed, again)
	}
}

// TestListOfAnySpan checks that a document that fits its text badly is listed.
func TestListOfAnySpan(t *testing.T) {
	if got := verbatimtest.List(everyField(), "short"); !strings.Contains(got, "source «?» @13-21") {
		t.Errorf("the listing of another text:\n%s", got)
	}
}

// TestListOfNamesakes checks that an index is told by what it points to only
// where that tells.
func TestListOfNamesakes(t *testing.T) {
	doc := everyField()
	doc.Speakers = append(doc.Speakers, verbatim.Speaker{ID: 1, Name: "Jane Roe"})
	doc.Messages = append(doc.Messages, verbatim.Message{
		Quote: verbatim.Quote{Content: []verbatim.Span{{Start: 0, End: 12}}}, Speaker: &verbatim.Party{ID: 1, Name: "Jane Roe"},
	})
	got := verbatimtest.List(doc, listed)
	for _, want := range []string{"| Jane Roe s0 → Harbour Post s1 |", "| Jane Roe s1 |", "| repeats @0-12\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
