package export_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// A testCase is a document with its text.
type testCase struct {
	name string
	text string
	doc  *verbatim.Document
}

// goldenCases are the articles of testdata/parse, which are parsed once.
var goldenCases = sync.OnceValues(func() ([]testCase, error) {
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "parse", "*.txt"))
	if err != nil {
		return nil, err
	}
	var cases []testCase
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		options, text, _ := strings.Cut(string(content), "---\n")
		parser := verbatim.Parser{Explain: true}
		if day, found := strings.CutPrefix(strings.TrimSpace(options), "published: "); found {
			for _, layout := range []string{time.DateOnly, time.RFC3339} {
				if published, err := time.Parse(layout, day); err == nil {
					parser.Published = published
				}
			}
		}
		doc := parser.Parse(text)
		doc.ID = filepath.Base(path)
		cases = append(cases, testCase{strings.TrimSuffix(doc.ID, ".txt"), text, doc})
	}
	return cases, nil
})

// cases are the golden articles and the hostile ones.
func cases(t testing.TB) []testCase {
	t.Helper()
	golden, err := goldenCases()
	if err != nil || len(golden) == 0 {
		t.Fatalf("%d golden articles: %v", len(golden), err)
	}
	return append(golden, hostileCases()...)
}

// tricks are pieces of text that do something where they are not taken for text.
var tricks = []string{
	`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `&amp;&lt;`, `]]>`, `<!--`, `--><b>`, `"><i>`,
	`=1+1`, `@SUM(A1)`, `+1`, `-1`, `=HYPERLINK("http://evil.example","here")`, `'=2`, `＝1`,
	"\x1b[31mred\x1b[0m", "\x1b]0;title\a", "\u009b2J", "\x00\x01\x7f\b\b", "\u202eesrever\u202c", "\u2066x\u2069", "\u200bzero\u200d",
	"tab\there", "line\nbreak\r\nand\rreturn", "\u2028line\u2029paragraph\u0085next", "a|b|c", "\xff\xfe", "half \xed\xa0\x80 pair",
	"[link](javascript:alert(1))", "![x](http://evil.example/x.png)", "# heading", "1. list", "- item", "> quote", "`code`", "$x^2$", "~~no~~", "_*it*_",
	"https://evil.example/?q=<x>", "www.evil.example", "a@evil.example", "javascript:alert(1)", "// T1\tContent 0 1", "🦊\U000e0041 ﷽",
}

// hostileCases are an article that is full of tricks, read by the parser, and a
// document of which every string is one.
func hostileCases() []testCase {
	var b strings.Builder
	for _, trick := range tricks {
		b.WriteString("“" + trick + " is what we want,” said Ana " + trick + " Lopez on Monday, at https://t.co/a1b2c3.\n\nBen Okafor denied that " + trick + " was his.\n")
	}
	text := b.String()
	parsed := (&verbatim.Parser{Published: time.Date(2024, 2, 3, 0, 0, 0, 0, time.UTC)}).Parse(text)
	parsed.ID = strings.Join(tricks, " ")
	list := []testCase{{"hostile article", text, parsed}}
	for _, trick := range tricks {
		list = append(list, testCase{"hostile strings " + trick, trick + " said it", documentOf(trick, trick+" said it")})
	}
	return list
}

// documentOf is a document of text, of which every string is trick.
func documentOf(trick, text string) *verbatim.Document {
	span := verbatim.Span{Start: 0, End: len(trick)}
	at := verbatim.Timestamp{Span: span, Type: verbatim.TimestampType(trick), Value: trick, Other: trick, Modifier: verbatim.TimestampModifier(trick), Quantifier: trick, Frequency: trick, Holiday: trick}
	other := 0
	return &verbatim.Document{
		ID: trick, Published: &at, Updated: &at,
		Byline:    []verbatim.Author{{Span: span, Name: trick}},
		Furniture: []verbatim.Furniture{{Span: span, Kind: verbatim.FurnitureKind(trick)}},
		Messages: []verbatim.Message{{
			Quote: verbatim.Quote{
				Form: verbatim.FormDirect, Mode: verbatim.Mode(trick), Stance: verbatim.Stance(trick),
				Content: []verbatim.Span{span}, Verbatim: []verbatim.Span{span}, Source: &span, Cue: []verbatim.Span{span},
			},
			Text: trick, Speaker: &verbatim.Party{ID: 0, Name: trick}, Recipient: &verbatim.Party{ID: 0, Name: trick},
			Channel: verbatim.Channel(trick), Sent: &verbatim.MessageTime{Value: trick, Timestamp: &other}, URLs: []int{0}, Repeats: &other,
			Why: []verbatim.Reason{{Field: verbatim.ReasonField(trick), Kind: verbatim.ReasonKind(trick), Span: &span, Message: &other}},
		}},
		Speakers:   []verbatim.Speaker{{Name: trick, Kind: verbatim.SpeakerKind(trick), Titles: []string{trick}, Roles: []string{trick}, Aliases: []string{trick}, Mentions: []verbatim.Span{span}}},
		Timestamps: []verbatim.Timestamp{at},
		URLs:       []verbatim.URL{{Span: span, Address: trick, Host: trick, Kind: verbatim.URLKind(trick), Lossy: []verbatim.Loss{verbatim.Loss(trick)}}},
	}
}

// written is the file that the documents of cases make.
func written(t testing.TB, format export.Format, options export.Options, cases ...testCase) []byte {
	t.Helper()
	var out bytes.Buffer
	e := export.NewEncoder(&out, format, options)
	for _, c := range cases {
		if err := e.Encode(c.text, c.doc); err != nil {
			t.Fatalf("%s as %s: %v", c.name, format, err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return out.Bytes()
}

// A fact is what a form that can be read back has to give back of a message.
type fact struct {
	Content, Verbatim, Source, Cue string // ranges
	Speaker, Recipient             string
	Stance, Channel, Sent          string
	Confidence                     float64
}

// factsOf are those of a document, its spans in unit.
func factsOf(c testCase, unit export.Unit) []fact {
	doc := export.Recount(c.text, c.doc, unit)
	var facts []fact
	for n := range doc.Messages {
		m := &doc.Messages[n]
		f := fact{
			Content: rangesOf(m.Content...), Verbatim: rangesOf(m.Verbatim...), Cue: rangesOf(m.Cue...),
			Stance: m.Stance.String(), Channel: string(m.Channel), Confidence: m.Confidence,
		}
		if m.Source != nil {
			f.Source = rangesOf(*m.Source)
		}
		if m.Speaker != nil {
			f.Speaker = m.Speaker.Name
		}
		if m.Recipient != nil {
			f.Recipient = m.Recipient.Name
		}
		if m.Sent != nil {
			f.Sent = m.Sent.Value
		}
		facts = append(facts, f)
	}
	return facts
}
