package verbatim_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

const short = "“The bridge is safe,” Jane Roe said on 3 May 2016 at www.example.com."

// TestMaxBytes checks that a text is read up to the limit, and told of beyond it:
// an article is never cut.
func TestMaxBytes(t *testing.T) {
	long := short + " “And so is the ferry,” she said."
	parser := verbatim.Parser{Light: true, MaxBytes: len(short)}
	if doc := parser.Parse(short); doc.Err() != nil || doc.Unread != nil || len(doc.Messages) != 1 {
		t.Errorf("a text of just the length is read as %d messages, with the error %v", len(doc.Messages), doc.Err())
	}
	doc := parser.Parse(long)
	var tooLong *verbatim.TooLongError
	if !errors.As(doc.Err(), &tooLong) || tooLong.Bytes != len(long) || tooLong.MaxBytes != len(short) {
		t.Fatalf("the error of a longer text is %v", doc.Err())
	}
	if err := doc.Validate(long); err != nil {
		t.Error(err)
	}
	if doc.Messages == nil || len(doc.Messages)+len(doc.Speakers)+len(doc.Timestamps)+len(doc.URLs) > 0 {
		t.Errorf("a text that was not read has the parts %+v", doc)
	}
	if doc.Provenance.SHA256 == parser.Parse(short).Provenance.SHA256 || doc.Provenance.SHA256 == "" {
		t.Error("the document does not tell of which text it is")
	}
	record, err := json.Marshal(doc)
	if err != nil || !strings.Contains(string(record), `"unread":{"bytes":`) {
		t.Errorf("the record is %s (%v)", record, err)
	}
	if parser.FindQuotes(long) != nil || parser.FindSpeakers(long) != nil || parser.FindTimestamps(long) != nil || parser.FindURLs(long) != nil {
		t.Error("parts are found in a text that is too long")
	}
	if empty := parser.FindQuotes(""); empty == nil {
		t.Error("a text without quotes is not told from one that was not read")
	}
}

// TestMaxBytesOfMany checks that one article that is too long costs no other.
func TestMaxBytesOfMany(t *testing.T) {
	parser := verbatim.Parser{Light: true, MaxBytes: len(short)}
	articles := []verbatim.Article{{ID: "a", Text: short}, {ID: "b", Text: short + short}, {ID: "c", Text: short}}
	var read, refused []string
	for a, doc := range parser.ParseAll(slices.Values(articles)) {
		if doc.ID != a.ID {
			t.Errorf("%q has the document %q", a.ID, doc.ID)
		}
		if doc.Err() != nil {
			refused = append(refused, a.ID)
		} else if len(doc.Messages) == 1 {
			read = append(read, a.ID)
		}
	}
	if !slices.Equal(read, []string{"a", "c"}) || !slices.Equal(refused, []string{"b"}) {
		t.Errorf("read %q and refused %q", read, refused)
	}
}

// TestValidateUnread checks that a record cannot tell both that a text was read
// and that it was not.
func TestValidateUnread(t *testing.T) {
	parser := verbatim.Parser{Light: true}
	for path, change := range map[string]func(*verbatim.Document){
		"unread.bytes":    func(d *verbatim.Document) { d.Unread = &verbatim.TooLongError{Bytes: 1, MaxBytes: 1} },
		"unread.maxBytes": func(d *verbatim.Document) { d.Unread = &verbatim.TooLongError{Bytes: len(short), MaxBytes: len(short)} },
		"unread":          func(d *verbatim.Document) { d.Unread = &verbatim.TooLongError{Bytes: len(short), MaxBytes: 9} },
	} {
		doc := parser.Parse(short)
		change(doc)
		var fault *verbatim.ValidationError
		if !errors.As(doc.Validate(short), &fault) || fault.Path != path {
			t.Errorf("%s: %v", path, fault)
		}
	}
}
