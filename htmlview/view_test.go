package htmlview

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/lineartest"
)

// written returns the page of a document.
func written(t testing.TB, text string, doc *verbatim.Document, options Options) string {
	t.Helper()
	var page strings.Builder
	if err := Write(&page, text, doc, options); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// wordsOf returns the words of the article that a page shows, without the numbers
// of the messages between them.
func wordsOf(page string) []string {
	_, text, _ := strings.Cut(page, `<div class="text" id="text">`)
	text, _, _ = strings.Cut(text, "</div>")
	text = regexp.MustCompile(`(?s)<a class="ref.*?</a>`).ReplaceAllString(text, "")
	text = regexp.MustCompile(`</?span[^>]*>`).ReplaceAllString(text, "")
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, " ")
	return strings.Fields(html.UnescapeString(text))
}

// TestWholeArticle finds every word of the golden articles on their pages, every
// message with its words and speaker, and the headline as the title.
func TestWholeArticle(t *testing.T) {
	for name, text := range goldens(t) {
		t.Run(name, func(t *testing.T) {
			doc := verbatim.Parse(text)
			page := written(t, text, doc, Options{})
			if diff := cmp.Diff(strings.Fields(shown(text)), wordsOf(page)); diff != "" {
				t.Errorf("words of the article (-want +got):\n%s", diff)
			}
			for n, m := range doc.Messages {
				_, card, found := strings.Cut(page, fmt.Sprintf(`id="m%d"`, n+1))
				card, _, _ = strings.Cut(card, "</li>\n<li class=\"card")
				card = html.UnescapeString(card)
				if !found || !strings.Contains(card, shown(m.Text)) {
					t.Errorf("message %d, %q, has no card with its words", n+1, m.Text)
				}
				if m.Speaker != nil && !strings.Contains(card, m.Speaker.Name) || m.Speaker == nil && !strings.Contains(card, "Speaker unknown") {
					t.Errorf("message %d does not tell its speaker", n+1)
				}
				if (m.Stance != verbatim.StanceAsserted) != strings.Contains(card, `<strong class="chip `+string(m.Stance)) {
					t.Errorf("message %d is %s and does not show it", n+1, m.Stance)
				}
				if !strings.Contains(page, fmt.Sprintf(`id="t%d"`, n+1)) {
					t.Errorf("message %d is not marked in the text", n+1)
				}
			}
		})
	}
}

// TestStance sees that words which nobody asserts say so at every place, to the
// eye and aloud.
func TestStance(t *testing.T) {
	for _, s := range stances[1:] {
		m := said(5, 8, 13, 16)
		m.Stance, m.Text = verbatim.Stance(s.Value), "He was here"
		page := written(t, "That one, and two.", &verbatim.Document{Messages: []verbatim.Message{m}}, Options{})
		if got := strings.Count(page, `<span class="chip `+s.Value+`">`+s.Label+`</span></a>`); got != 2 {
			t.Errorf("%s: said at %d of the 2 places in the text where the words begin or go on", s.Value, got)
		}
		if got := strings.Count(page, `<span class="m content hedged k0 `+s.Value+`">`); got != 2 {
			t.Errorf("%s: %d of 2 parts are drawn so", s.Value, got)
		}
		for _, want := range []string{
			`<bdi class="name untold">Speaker unknown</bdi><span class="aloud">: ` + s.Label + `</span>`,
			s.Label + `<span class="aloud">:</span></strong> <bdi>He was here</bdi>`,
			`<b>1</b> ` + strings.ToLower(s.Label),
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page has no %s", s.Value, want)
			}
		}
	}
}

// TestHonest sees that what is not known, is given again or may be wrong says so.
func TestHonest(t *testing.T) {
	first, second := said(0, 3), said(4, 7)
	first.Text, second.Text, second.Repeats, second.Confidence = "One", "Two", new(int), 0.2
	second.URLs = []int{0}
	first.Confidence = 0.9
	doc := &verbatim.Document{Messages: []verbatim.Message{first, second}, URLs: []verbatim.URL{
		{Span: verbatim.Span{Start: 4, End: 7}, Address: "t.co/abc", Host: "t.co", Kind: verbatim.URLShortener, Lossy: []verbatim.Loss{verbatim.LossCase}},
	}}
	page := written(t, "one two", doc, Options{})
	for _, want := range []string{
		`Gives words of <a class="goto" href="#m1">message 1</a> again; not counted.`,
		`<b>1</b> message, <b>1</b> given again`,
		`<span class="uncertain">uncertain</span> 20 %`,
		`<span class="untold">time not told</span>`,
		`channel not told`,
		`<span class="no-link">t.co/abc</span> <small>(capitals lost: not a working link)</small>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(page, "https://t.co") {
		t.Error("an address that has lost its capitals is a link")
	}
}

// TestHostile writes what must not get out of its place into every field.
func TestHostile(t *testing.T) {
	const markup = `</script></style></title><script>alert(1)</script>" onclick="x' {{.}} <!--` + "\u202e"
	text := markup + " and " + markup
	span := verbatim.Span{Start: 0, End: len(markup)}
	m := said(0, len(markup))
	m.Text, m.URLs, m.Sent = markup, []int{0}, &verbatim.MessageTime{Value: markup}
	party := &verbatim.Party{ID: 0, Name: markup}
	m.Speaker = party
	m.Why = []verbatim.Reason{{Field: verbatim.ReasonForSpeaker, Kind: verbatim.ReasonName, Span: &span}}
	doc := &verbatim.Document{
		ID: markup, Messages: []verbatim.Message{m}, Byline: []verbatim.Author{{Span: span, Name: markup}},
		Published:  &verbatim.Timestamp{Span: span, Type: verbatim.TimestampDate, Value: markup},
		Speakers:   []verbatim.Speaker{{Name: markup, Titles: []string{markup}, Roles: []string{markup}, Aliases: []string{"x" + markup}, Mentions: []verbatim.Span{span}}},
		URLs:       []verbatim.URL{{Span: span, Address: "javascript:alert(1)", Kind: verbatim.URLPage}},
		Provenance: verbatim.Provenance{Version: markup, Model: markup, SHA256: markup},
	}
	for name, title := range map[string]string{"a title": markup, "no title": ""} {
		page := written(t, text, doc, Options{Title: title})
		for part, want := range map[string]int{"<script": 1, "</script": 1, "<style": 1, "</style": 1, "</title": 1, "<!--": 0, "alert(1)</script>": 0, "href=\"javascript": 0, "\u202e": 0} {
			if got := strings.Count(page, part); got != want {
				t.Errorf("%s: %q stands %d times on the page, want %d", name, part, got, want)
			}
		}
		names := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(page, "")
		if handler := regexp.MustCompile(`<[a-z][^>]*\son[a-z]+=[^>]*>`).FindString(names); handler != "" {
			t.Errorf("%s: a handler in %s", name, handler)
		}
		if !strings.Contains(html.UnescapeString(page), "[U+202E]") {
			t.Errorf("%s: the override is not shown", name)
		}
	}
}

// TestPolicy holds the policy to the page: it allows the script and the style that
// stand there, and no others.
func TestPolicy(t *testing.T) {
	page := written(t, "x", &verbatim.Document{}, Options{})
	found := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`).FindStringSubmatch(page)
	if found == nil || html.UnescapeString(found[1]) != Policy() {
		t.Fatalf("the page has the policy %q, want %q", found, Policy())
	}
	for _, tag := range []string{"script", "style"} {
		inline := regexp.MustCompile("(?s)<" + tag + ">(.*)</" + tag + ">").FindStringSubmatch(page)
		if inline == nil {
			t.Fatalf("the page has no %s", tag)
		}
		sum := sha256.Sum256([]byte(inline[1]))
		if allowed := tag + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(Policy(), allowed) {
			t.Errorf("the policy %s does not have %s", Policy(), allowed)
		}
	}
	if !strings.HasPrefix(Policy(), "default-src 'none';") || strings.Contains(Policy(), "unsafe") {
		t.Errorf("the policy is %s", Policy())
	}
}

func TestTitle(t *testing.T) {
	doc := &verbatim.Document{ID: "a.txt", Furniture: []verbatim.Furniture{{Span: verbatim.Span{Start: 0, End: 12}, Kind: verbatim.FurnitureHeadline}}}
	for _, test := range []struct {
		name, text, title string
		doc               *verbatim.Document
		want, heading     string
	}{
		{"given", "The headline\n\nIt began", "My title", doc, "My title", `<h1>My title</h1>`},
		{"headline", "The headline\n\nIt began", "", doc, "The headline", `<h1 class="block piece-of-page headline"><span class="m furniture">The headline</span></h1>`},
		{"ID", "It began", "", &verbatim.Document{ID: "a.txt"}, "a.txt", `<h1>a.txt</h1>`},
		{"none", "It began", "", &verbatim.Document{}, "Article", `<h1>Article</h1>`},
	} {
		page := written(t, test.text, test.doc, Options{Title: test.title})
		if !strings.Contains(page, "<title>"+test.want+" – who said what</title>") || !strings.Contains(page, test.heading) || strings.Count(page, "<h1") != 1 {
			t.Errorf("%s: the page is not headed by %s", test.name, test.heading)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	doc := &verbatim.Document{Messages: []verbatim.Message{said(0, 100)}}
	var page bytes.Buffer
	var invalid *verbatim.ValidationError
	if err := Write(&page, "short", doc, Options{}); !errors.As(err, &invalid) || invalid.Path != "messages[0].content[0]" || page.Len() > 0 {
		t.Errorf("a document of another text: %v, and %d bytes are written", err, page.Len())
	}
	if err := Write(failing{}, "short", &verbatim.Document{}, Options{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a writer that fails: %v", err)
	}
	if err := Write(failing{}, strings.Repeat("long ", 100_000), &verbatim.Document{}, Options{}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("a writer that fails in the middle: %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestUnchanged sees that two pages of one document are the same, and the document
// is what it was.
func TestUnchanged(t *testing.T) {
	text := goldens(t)["live-blog-flat"]
	doc, same := verbatim.Parse(text), verbatim.Parse(text)
	if first, second := written(t, text, doc, Options{}), written(t, text, doc, Options{}); first != second {
		t.Error("two pages of a document differ")
	}
	if diff := cmp.Diff(same, doc); diff != "" {
		t.Errorf("the document was changed (-was +is):\n%s", diff)
	}
}

// TestLinear writes pages whose spans lie as badly as they can.
func TestLinear(t *testing.T) {
	type annotated struct {
		text string
		doc  *verbatim.Document
	}
	for name, message := range map[string]func(n, size int) verbatim.Message{
		"side by side": func(n, size int) verbatim.Message { return from(said(4*n, 4*n+3), 4*n, 4*n+3) },
		"nested":       func(n, size int) verbatim.Message { return denied(said(n, size-n)) },
		"overlapping":  func(n, size int) verbatim.Message { return said(n, n+size/2) },
		"the same":     func(n, size int) verbatim.Message { return from(said(0, size), 0, size) },
		"repeating": func(n, size int) verbatim.Message {
			m := said(n, n+1)
			if n > 0 {
				before := n - 1
				m.Repeats = &before
			}
			return m
		},
	} {
		t.Run(name, func(t *testing.T) {
			lineartest.Check(t, 1<<14, func(size int) annotated {
				doc := &verbatim.Document{}
				for n := range size / 16 {
					m := message(n, size)
					m.Text = "abc abc abc"
					doc.Messages = append(doc.Messages, m)
				}
				return annotated{strings.Repeat("abc ", size/4), doc}
			}, func(a annotated) {
				if err := Write(io.Discard, a.text, a.doc, Options{}); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

// FuzzPage writes the pages of any text: nothing of it is lost or becomes markup.
func FuzzPage(f *testing.F) {
	for _, text := range goldens(f) {
		f.Add(text)
	}
	f.Add("“</script>\u202e<b>,” said \x00Jane <i>Roe</i> at javascript:x\n\n\xff")
	parser := verbatim.Parser{Light: true}
	f.Fuzz(func(t *testing.T, text string) {
		page := written(t, text, parser.Parse(text), Options{})
		if strings.Count(page, "<script") != 1 || strings.Count(page, "</script") != 1 {
			t.Error("the page has another script")
		}
		if text = strings.ToValidUTF8(shown(text), "\uFFFD"); text == "" || strings.TrimSpace(text) == "" {
			return
		}
		got, want := strings.Join(wordsOf(page), ""), strings.Join(strings.Fields(text), "")
		if got != want {
			t.Errorf("the page has the words\n%q\nof\n%q", got, want)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	text := goldens(b)["live-blog-published"]
	doc := verbatim.Parse(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, text, doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
