package verbatim_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// What holds for any text at all, whatever it says. The fuzz tests and the soak
// ask for it.

// checkText reads a text and checks all that holds for any one.
func checkText(t *testing.T, parser verbatim.Parser, text string) {
	t.Helper()
	doc := parser.Parse(text)
	for _, problem := range problemsOf(doc, text) {
		t.Error(problem)
	}
	checkJSON(t, doc, text)
	if diff := cmp.Diff(doc, parser.Parse(text)); diff != "" {
		t.Errorf("the second answer differs from the first (-first +second):\n%s", diff)
	}
}

// checkJSON checks that a document comes back from JSON as it was.
func checkJSON(t *testing.T, doc *verbatim.Document, text string) {
	t.Helper()
	encoded, err := json.Marshal(doc)
	if err != nil {
		t.Errorf("the document has no JSON form: %v", err)
		return
	}
	var decoded *verbatim.Document
	if err := json.Unmarshal(encoded, &decoded); err != nil {
		t.Errorf("decoding %s: %v", encoded, err)
		return
	}
	if !utf8.ValidString(text) {
		return // JSON cannot hold the words
	}
	if diff := cmp.Diff(doc, decoded, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the document changes on its way through JSON (-before +after):\n%s", diff)
	}
}

// checkParts checks that the parts of a document asked for alone are those of the
// whole.
func checkParts(t *testing.T, parser verbatim.Parser, text string) {
	t.Helper()
	doc := parser.Parse(text)
	quotes := make([]verbatim.Quote, len(doc.Messages))
	for n, m := range doc.Messages {
		quotes[n] = m.Quote
	}
	for _, part := range []struct {
		name      string
		got, want any
	}{
		{"FindQuotes", parser.FindQuotes(text), quotes},
		{"FindSpeakers", parser.FindSpeakers(text), doc.Speakers},
		{"FindTimestamps", parser.FindTimestamps(text), doc.Timestamps},
		{"FindURLs", parser.FindURLs(text), doc.URLs},
	} {
		if diff := cmp.Diff(part.want, part.got); diff != "" {
			t.Errorf("%s differs from Parse (-Parse +%s):\n%s", part.name, part.name, diff)
		}
	}
}

// checkShared checks that a parser used by several goroutines from its first text
// on gives each the same answer.
func checkShared(t *testing.T, parser verbatim.Parser, text string) {
	t.Helper()
	var readers sync.WaitGroup
	documents := make([]*verbatim.Document, 3)
	for n := range documents {
		readers.Go(func() { documents[n] = parser.Parse(text) })
	}
	readers.Wait()
	for _, doc := range documents[1:] {
		if diff := cmp.Diff(documents[0], doc); diff != "" {
			t.Errorf("two goroutines get two answers:\n%s", diff)
		}
	}
}

// problemsOf lists what is wrong with a document of any text at all.
func problemsOf(doc *verbatim.Document, text string) (problems []string) {
	problem := func(format string, values ...any) { problems = append(problems, fmt.Sprintf(format, values...)) }
	if err := doc.Validate(text); err != nil {
		problem("%v", err)
		return problems // the rest takes a valid one for granted
	}
	if !doc.Provenance.IsOf(text) {
		problem("the provenance is that of another text")
	}
	if doc.Messages == nil || doc.Speakers == nil || doc.Timestamps == nil || doc.URLs == nil {
		problem("a list that every document has is nil")
	}
	for n := range doc.Messages {
		for _, fault := range problemsOfMessage(&doc.Messages[n], text) {
			problem("message %d: %s", n, fault)
		}
	}
	called := make(map[string]int)
	for n, s := range doc.Speakers {
		if before, taken := called[strings.ToLower(s.Name)]; taken {
			problem("speakers %d and %d are both called %q", before, n, s.Name)
		}
		called[strings.ToLower(s.Name)] = n
		if strings.ContainsAny(s.Name, ":“”\"") {
			problem("speaker %d is called %q", n, s.Name)
		}
	}
	for n, stamp := range doc.Timestamps {
		if a := stamp.Anchor; a != nil && a.Timestamp != nil && *a.Timestamp == n {
			problem("timestamp %d is reckoned from itself", n)
		}
	}
	for n, u := range doc.URLs {
		if u.Host == "" {
			problem("url %d has no host", n)
		}
	}
	if fault := problemOfTimeline(doc); fault != "" {
		problem("%s", fault)
	}
	return problems
}

// problemsOfMessage lists what is wrong with a message by itself.
func problemsOfMessage(m *verbatim.Message, text string) (problems []string) {
	var content []string
	for _, span := range m.Content {
		content = append(content, verbatim.Flatten(span.In(text)).Text)
		if m.Source != nil && m.Source.Overlaps(span) {
			problems = append(problems, fmt.Sprintf("the source %v lies within the content %v", *m.Source, m.Content))
		}
		for _, cue := range m.Cue {
			if cue.Overlaps(span) {
				problems = append(problems, fmt.Sprintf("the cue %v lies within the content %v", m.Cue, m.Content))
			}
		}
	}
	if words := verbatim.Flatten(m.Text).Text; words == "" || words != strings.Join(content, " ") {
		problems = append(problems, fmt.Sprintf("the text %q has the words %q, and the content %q", m.Text, words, content))
	}
	return problems
}

// problemOfTimeline says what is wrong with the order of the messages, or nothing:
// each that repeats none is there once, and no known time comes after a later one.
func problemOfTimeline(doc *verbatim.Document) string {
	seen := make([]bool, len(doc.Messages))
	var latest *verbatim.Message
	for n, m := range doc.Timeline() {
		if m != &doc.Messages[n] || seen[n] || m.Repeats != nil {
			return fmt.Sprintf("message %d does not belong where it stands in the timeline", n)
		}
		seen[n] = true
		if m.Sent == nil || m.Sent.From.IsZero() {
			continue
		}
		if latest != nil && m.Sent.From.Before(latest.Sent.From) {
			return fmt.Sprintf("message %d comes after a later one in the timeline", n)
		}
		latest = m
	}
	for n, m := range doc.Messages {
		if seen[n] != (m.Repeats == nil) {
			return fmt.Sprintf("message %d is missing from the timeline", n)
		}
	}
	return ""
}
