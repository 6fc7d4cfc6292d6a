package verbatim_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// TestValidate spoils a good document in one place at a time.
func TestValidate(t *testing.T) {
	const text = "“Été at noon,” said Ana Lopez on Monday, 6 May 2024. See https://Orrin.example/a. “We go,” said Ben Okafor."
	index := func(n int) *int { return &n }
	tests := []struct {
		name  string
		spoil func(d *verbatim.Document)
		path  string // of the fault; empty if there is none
	}{
		{"nothing", func(*verbatim.Document) {}, ""},
		{"no provenance", func(d *verbatim.Document) { d.Provenance = verbatim.Provenance{} }, ""},
		{"no version", func(d *verbatim.Document) { d.Provenance.Version = "" }, "provenance.version"},
		{"a model that is no digest", func(d *verbatim.Document) { d.Provenance.Model = "large" }, "provenance.model"},
		{"a light reading with a model", func(d *verbatim.Document) { d.Provenance.Light = true }, "provenance.model"},
		{"a digest in capitals", func(d *verbatim.Document) { d.Provenance.SHA256 = strings.Repeat("A", 64) }, "provenance.sha256"},
		{"a length below nothing", func(d *verbatim.Document) { d.Provenance.Bytes = -1 }, "provenance.bytes"},
		{"a day that is none", func(d *verbatim.Document) { d.Provenance.Published = "2024-02-30" }, "provenance.published"},
		{"a day from nowhere", func(d *verbatim.Document) { d.Provenance.Published, d.Provenance.PublishedBy = "2024-02-03", "" }, "provenance.publishedBy"},
		{"a day from a place that there is not", func(d *verbatim.Document) { d.Provenance.PublishedBy = "hearsay" }, "provenance.publishedBy"},
		{"a direction of none", func(d *verbatim.Document) { d.Provenance.Prefer = "sideways" }, "provenance.prefer"},
		{"names that are no digest", func(d *verbatim.Document) { d.Provenance.Names = "12" }, "provenance.names"},
		{"an end beyond the text", func(d *verbatim.Document) { d.Messages[0].Content[0].End = len(text) + 1 }, "messages[0].content[0]"},
		{"a start before it", func(d *verbatim.Document) { d.Speakers[1].Mentions[0].Start = -1 }, "speakers[1].mentions[0]"},
		{"an empty span", func(d *verbatim.Document) { d.URLs[0].End = d.URLs[0].Start }, "urls[0]"},
		{"half a character", func(d *verbatim.Document) { d.Messages[0].Content[0].Start++ }, "messages[0].content[0]"},
		{"no content", func(d *verbatim.Document) { d.Messages[1].Content = nil }, "messages[1].content"},
		{"messages out of order", func(d *verbatim.Document) { d.Messages[0], d.Messages[1] = d.Messages[1], d.Messages[0] }, "messages[1]"},
		{"a form of no vocabulary", func(d *verbatim.Document) { d.Messages[0].Form = "sung" }, "messages[0].form"},
		{"a stance of none", func(d *verbatim.Document) { d.Messages[0].Stance = "sworn" }, "messages[0].stance"},
		{"a mode of none", func(d *verbatim.Document) { d.Messages[0].Mode = "" }, "messages[0].mode"},
		{"a channel of none", func(d *verbatim.Document) { d.Messages[0].Channel = "hologram" }, "messages[0].channel"},
		{"verbatim outside the content", func(d *verbatim.Document) { d.Messages[0].Verbatim[0].End += 5 }, "messages[0].verbatim[0]"},
		{"verbatim of indirect speech", func(d *verbatim.Document) { d.Messages[0].Form = verbatim.FormIndirect }, "messages[0].verbatim"},
		{"a source within the words", func(d *verbatim.Document) { d.Messages[0].Source = &verbatim.Span{Start: 3, End: 8} }, "messages[0].verbatim[0]"},
		{"a cue within the words", func(d *verbatim.Document) { d.Messages[0].Cue[0] = verbatim.Span{Start: 3, End: 8} }, "messages[0].verbatim[0]"},
		{"a speaker who is none", func(d *verbatim.Document) { d.Messages[1].Speaker.ID = -1 }, "messages[1].speaker.id"},
		{"a speaker by another name", func(d *verbatim.Document) { d.Messages[1].Speaker.Name = "Ben" }, "messages[1].speaker.name"},
		{"a speaker to themselves", func(d *verbatim.Document) { d.Messages[1].Recipient = d.Messages[1].Speaker }, "messages[1].recipient"},
		{"a time that is none", func(d *verbatim.Document) { d.Messages[0].Sent.Timestamp = index(7) }, "messages[0].sent.timestamp"},
		{"a time without a value", func(d *verbatim.Document) { d.Messages[0].Sent.Value = "" }, "messages[0].sent.value"},
		{"a time that ends before it begins", func(d *verbatim.Document) { d.Messages[0].Sent.To = time.Time{} }, "messages[0].sent.to"},
		{"an address that is none", func(d *verbatim.Document) { d.Messages[0].URLs = []int{1} }, "messages[0].urls[0]"},
		{"an address twice", func(d *verbatim.Document) { d.Messages[0].URLs = []int{0, 0} }, "messages[0].urls[1]"},
		{"a repetition of nothing", func(d *verbatim.Document) { d.Messages[0].Repeats = index(2) }, "messages[0].repeats"},
		{"a repetition of itself", func(d *verbatim.Document) { d.Messages[0].Repeats = index(0) }, "messages[0].repeats"},
		{"repetitions in a circle", func(d *verbatim.Document) { d.Messages[0].Repeats, d.Messages[1].Repeats = index(1), index(0) }, "messages[0].repeats"},
		{"a chance above one", func(d *verbatim.Document) { d.Messages[1].Confidence = 1.01 }, "messages[1].confidence"},
		{"an ID that is no index", func(d *verbatim.Document) { d.Speakers[0].ID = 1 }, "speakers[0].id"},
		{"a name over two lines", func(d *verbatim.Document) { d.Speakers[0].Aliases = []string{"Ana\nLopez"} }, "speakers[0].aliases[0]"},
		{"an alias that is the name", func(d *verbatim.Document) { d.Speakers[0].Aliases = []string{d.Speakers[0].Name} }, "speakers[0].aliases[0]"},
		{"a kind of speaker that there is none of", func(d *verbatim.Document) { d.Speakers[0].Kind = "ghost" }, "speakers[0].kind"},
		{"a title over two lines", func(d *verbatim.Document) { d.Speakers[0].Titles = []string{"Prime\nMinister"} }, "speakers[0].titles[0]"},
		{"a role of no words", func(d *verbatim.Document) { d.Speakers[0].Roles = []string{""} }, "speakers[0].roles[0]"},
		{"a speaker who is never named", func(d *verbatim.Document) { d.Speakers[1].Mentions = nil }, "speakers[1].mentions"},
		{"a second reading that is the first", func(d *verbatim.Document) { d.Timestamps[0].Other = d.Timestamps[0].Value }, "timestamps[0].other"},
		{"an anchor without its index", func(d *verbatim.Document) {
			d.Timestamps[0].Anchor = &verbatim.Anchor{Source: verbatim.AnchorTimestamp}
		}, "timestamps[0].anchor.timestamp"},
		{"a host with capitals", func(d *verbatim.Document) { d.URLs[0].Host = "Orrin.example" }, "urls[0].host"},
		{"furniture in furniture", func(d *verbatim.Document) {
			piece := verbatim.Furniture{Span: verbatim.Span{Start: 0, End: 3}, Kind: verbatim.FurnitureNote}
			d.Furniture = []verbatim.Furniture{piece, piece}
		}, "furniture[1]"},
		{"a writer without a name", func(d *verbatim.Document) {
			d.Byline = []verbatim.Author{{Span: verbatim.Span{Start: 0, End: 3}}}
		}, "byline[0].name"},
		{"a stamp outside the text", func(d *verbatim.Document) {
			d.Published = &verbatim.Timestamp{Span: verbatim.Span{Start: 5, End: 500}, Type: verbatim.TimestampDate}
		}, "published"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := verbatim.Parse(text)
			test.spoil(doc)
			err := doc.Validate(text)
			var fault *verbatim.ValidationError
			switch {
			case test.path == "" && err != nil:
				t.Errorf("Validate: %v", err)
			case test.path != "" && (!errors.As(err, &fault) || fault.Path != test.path || fault.Problem == ""):
				t.Errorf("Validate: %v; want a fault of %s", err, test.path)
			}
		})
	}
}
