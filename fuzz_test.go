package verbatim_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// seeds are the texts that the fuzz tests start from: every golden case, and
// pieces that are hard to read.
func seeds(f *testing.F) []string {
	var texts []string
	for _, c := range readCases(f) {
		texts = append(texts, c.text)
	}
	return append(texts, hardTexts...)
}

var hardTexts = []string{
	"", " ", "\x00", "\xff\xfe\xfd", "\ufeff", "\u200d", "\u0301",
	"“", "”", "\"", "'", "‘’", "«»„“‹›", "''", "“‘“", "”said”",
	"“We go,” said Ana Lopez. “Now.”\n\n“And then",
	"'Twas the '90s, the Lopezes' 'last' word,' he said.",
	"e\u0301te\u0301 ＡＮＡ ０１２ 👩\u200d🚀 said שלום اب said 東京は said İIıi ﬁ ǅ",
	"she said he said they said it said you said i said",
	"according to according to according to",
	"told told told him that that that",
	"a\xffb said “c\xed\xa0\x80d” said e\xf0\x9f",
	"on monday 12 october 2016 at 9 30pm est https t co a1b2c3d4e5 www example org",
	"by ana lopez in new york wed 12 oct 2016 10 00 bst first published on tue 11 oct 2016",
}

// maxFuzzedByTagger is how many bytes a text may have for FuzzParse to have the
// tagger read it too, which takes most of the time.
const maxFuzzedByTagger = 512

func FuzzParse(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	published := time.Date(2016, 10, 12, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		parsers := []verbatim.Parser{{Light: true, Published: published}}
		if len(text) <= maxFuzzedByTagger {
			parsers = append(parsers, verbatim.Parser{})
		}
		for _, parser := range parsers {
			doc := parser.Parse(text)
			for _, problem := range problemsOf(doc, text) {
				t.Error(problem)
			}
			if diff := cmp.Diff(doc, parser.Parse(text)); diff != "" {
				t.Errorf("the second answer differs from the first (-first +second):\n%s", diff)
			}
			encoded, err := json.Marshal(doc)
			if err != nil {
				t.Fatalf("the document has no JSON form: %v", err)
			}
			var decoded *verbatim.Document
			if err := json.Unmarshal(encoded, &decoded); err != nil {
				t.Fatalf("decoding %s: %v", encoded, err)
			}
			if !utf8.ValidString(text) {
				continue // JSON cannot hold the words
			}
			if diff := cmp.Diff(doc, decoded, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("the document changes on its way through JSON (-before +after):\n%s", diff)
			}
		}
	})
}

// TestInvariants checks the articles that are too long for FuzzParse to have
// the tagger read them.
func TestInvariants(t *testing.T) {
	for _, c := range readCases(t) {
		for _, problem := range problemsOf(c.parser.Parse(c.text), c.text) {
			t.Errorf("%s: %s", c.name, problem)
		}
	}
}

// problemsOf lists what is wrong with a document of any text at all.
func problemsOf(doc *verbatim.Document, text string) []string {
	p := inspector{text: text, valid: utf8.ValidString(text)}
	if doc.Messages == nil || doc.Speakers == nil || doc.Timestamps == nil || doc.URLs == nil {
		p.add("a list that every document has is nil: messages %t, speakers %t, timestamps %t, urls %t",
			doc.Messages == nil, doc.Speakers == nil, doc.Timestamps == nil, doc.URLs == nil)
	}
	last := 0
	for i, m := range doc.Messages {
		p.message(fmt.Sprintf("message %d", i), m, doc)
		if len(m.Content) > 0 {
			if m.Content[0].Start < last {
				p.add("message %d begins before the one before it", i)
			}
			last = m.Content[0].Start
		}
	}
	for i, s := range doc.Speakers {
		name := fmt.Sprintf("speaker %d", i)
		if s.ID != i || s.Name == "" || len(s.Mentions) == 0 {
			p.add("%s has the id %d, the name %q and %d mentions", name, s.ID, s.Name, len(s.Mentions))
		}
		p.spans(name+" mentions", s.Mentions)
	}
	for i, stamp := range doc.Timestamps {
		p.timestamp(fmt.Sprintf("timestamp %d", i), stamp)
	}
	p.ordered("timestamps", spansOf(doc.Timestamps, func(t verbatim.Timestamp) verbatim.Span { return t.Span }))
	p.ordered("urls", spansOf(doc.URLs, func(u verbatim.URL) verbatim.Span { return u.Span }))
	p.ordered("furniture", spansOf(doc.Furniture, func(f verbatim.Furniture) verbatim.Span { return f.Span }))
	p.ordered("byline", spansOf(doc.Byline, func(a verbatim.Author) verbatim.Span { return a.Span }))
	for i, u := range doc.URLs {
		if u.URL == "" || u.Host == "" {
			p.add("url %d has the address %q and the host %q", i, u.URL, u.Host)
		}
	}
	if doc.Published != nil {
		p.timestamp("published", *doc.Published)
	}
	if doc.Updated != nil {
		p.timestamp("updated", *doc.Updated)
	}
	return p.problems
}

// Spans lists the spans of items.
func spansOf[T any](items []T, span func(T) verbatim.Span) []verbatim.Span {
	spans := make([]verbatim.Span, len(items))
	for i, item := range items {
		spans[i] = span(item)
	}
	return spans
}

// An inspector collects what is wrong with a document.
type inspector struct {
	text     string
	valid    bool // the text is valid UTF-8
	problems []string
}

func (p *inspector) add(format string, args ...any) {
	p.problems = append(p.problems, fmt.Sprintf(format, args...))
}

func (p *inspector) message(name string, m verbatim.Message, doc *verbatim.Document) {
	if len(m.Content) == 0 {
		p.add("%s has no content", name)
	}
	if m.Confidence < 0 || m.Confidence > 1 {
		p.add("%s has the confidence %v", name, m.Confidence)
	}
	p.ordered(name+" content", m.Content)
	p.ordered(name+" verbatim", m.Verbatim)
	p.ordered(name+" cue", m.Cue)
	if m.Source != nil {
		p.ordered(name+" source", []verbatim.Span{*m.Source})
	}
	if (m.Form == verbatim.Indirect) != (len(m.Verbatim) == 0) {
		p.add("%s is %s and has %d verbatim parts", name, m.Form, len(m.Verbatim))
	}
	for _, part := range m.Verbatim {
		if !slices.ContainsFunc(m.Content, func(content verbatim.Span) bool { return content.Contains(part) }) {
			p.add("%s: the verbatim part %v lies outside the content %v", name, part, m.Content)
		}
	}
	var content []string
	for _, span := range m.Content {
		words, _ := verbatim.Flatten(span.In(p.text))
		content = append(content, words)
	}
	switch words, _ := verbatim.Flatten(m.Text); {
	case words == "":
		p.add("%s has no words", name)
	case words != strings.Join(content, " "):
		p.add("%s: the text %q has the words %q, and the content %q", name, m.Text, words, content)
	}
	for _, party := range []*verbatim.Party{m.Speaker, m.Recipient} {
		switch {
		case party == nil:
		case party.ID < 0 || party.ID >= len(doc.Speakers):
			p.add("%s: there is no speaker %d", name, party.ID)
		case party.Name != doc.Speakers[party.ID].Name:
			p.add("%s: speaker %d is %q, not %q", name, party.ID, doc.Speakers[party.ID].Name, party.Name)
		}
	}
	if m.Speaker != nil && m.Recipient != nil && m.Speaker.ID == m.Recipient.ID {
		p.add("%s: the speaker is the recipient", name)
	}
	if m.Sent != nil {
		switch at := m.Sent.Timestamp; {
		case at < 0 || at >= len(doc.Timestamps):
			p.add("%s: there is no timestamp %d", name, at)
		case m.Sent.Value == "":
			p.add("%s: sent has no value", name)
		}
	}
	for _, at := range m.URLs {
		if at < 0 || at >= len(doc.URLs) {
			p.add("%s: there is no url %d", name, at)
		}
	}
}

func (p *inspector) timestamp(name string, t verbatim.Timestamp) {
	p.spans(name, []verbatim.Span{t.Span})
	if t.From.IsZero() != t.To.IsZero() || t.To.Before(t.From) {
		p.add("%s %q covers [%v, %v)", name, t.Value, t.From, t.To)
	}
}

// ordered checks spans that stand one after the other.
func (p *inspector) ordered(name string, spans []verbatim.Span) {
	p.spans(name, spans)
	for i := 1; i < len(spans); i++ {
		if spans[i].Start < spans[i-1].End {
			p.add("%s: %v reaches back into %v", name, spans[i], spans[i-1])
		}
	}
}

// spans checks each span by itself.
func (p *inspector) spans(name string, spans []verbatim.Span) {
	for _, s := range spans {
		if s.Start < 0 || s.End > len(p.text) || s.Start >= s.End {
			p.add("%s: %v is no piece of the %d bytes", name, s, len(p.text))
			continue
		}
		if p.valid && !utf8.ValidString(s.In(p.text)) {
			p.add("%s: %v cuts a character: %q", name, s, s.In(p.text))
		}
	}
}

func FuzzFlatten(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		flat, offsets := verbatim.Flatten(text)
		if !utf8.ValidString(flat) {
			t.Errorf("%q is not valid UTF-8", flat)
		}
		words := strings.Fields(flat)
		if len(words) != len(offsets) || strings.Join(words, " ") != flat {
			t.Fatalf("%q: %d words, %d offsets", flat, len(words), len(offsets))
		}
		for i, at := range offsets {
			if i > 0 && at <= offsets[i-1] || at < 0 || at >= len(text) {
				t.Fatalf("offset %d of word %d, after %v of %d bytes", at, i, offsets[:i], len(text))
			}
			// The word that begins there is the word.
			end := len(text)
			if i+1 < len(offsets) {
				end = offsets[i+1]
			}
			piece, within := verbatim.Flatten(text[at:end])
			if piece != words[i] || within[0] != 0 {
				t.Errorf("word %d is %q, and what stands at byte %d flattens to %q", i, words[i], at, piece)
			}
		}
		// İ alone is lower-cased to a letter with a combining mark, which
		// separates words when it is flattened again.
		if again, _ := verbatim.Flatten(flat); again != flat && !strings.Contains(text, "İ") {
			t.Errorf("flattening %q gives %q", flat, again)
		}
	})
}
