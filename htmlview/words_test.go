package htmlview

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

func TestShown(t *testing.T) {
	for text, want := range map[string]string{
		"plain é 😀":                "plain é 😀",
		"a\tb\nc\r\n":              "a\tb\nc\r\n",
		"\u202eabc\u2066":          "[U+202E]abc[U+2066]",
		"\x1b[2J\x00\u009b":        "[U+001B][2J[U+0000][U+009B]",
		"a\u2028b\u200b\ufeff":     "a[U+2028]b[U+200B][U+FEFF]",
		"\U000e0041":               "[U+E0041]",
		"co\u00adop \u200d\u200c":  "co\u00adop \u200d\u200c",
		"\xff a \xc3":              "\uFFFD a \uFFFD",
		"<b>&amp;</b> stays as is": "<b>&amp;</b> stays as is",
	} {
		if got := shown(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

func TestLinks(t *testing.T) {
	for _, test := range []struct {
		address, host, words string
		kind                 verbatim.URLKind
		lossy                []verbatim.Loss
		href, caution        string
	}{
		{address: "https://example.org/a?b=c#d", href: "https://example.org/a?b=c#d"},
		{address: "HTTP://Example.org", host: "example.org", href: "http://Example.org"},
		{address: "example.org/a", host: "example.org", href: "https://example.org/a"},
		{address: "example.org/a", host: "example.org", words: "example org a", href: "https://example.org/a", caution: "put together again"},
		{address: "mara@example.org", host: "example.org", kind: verbatim.URLEmail, href: "mailto:mara@example.org"},
		{address: "mailto:mara@example.org", host: "example.org", kind: verbatim.URLEmail, href: "mailto:mara@example.org"},
		{address: "mara@example.org?bcc=all@example.org", host: "example.org", kind: verbatim.URLEmail},
		{address: "t.co/aBc", host: "t.co", words: "t co abc", lossy: []verbatim.Loss{verbatim.LossCase}, caution: "capitals lost: not a working link"},
		{address: "example.org/a-b", host: "example.org", lossy: []verbatim.Loss{verbatim.LossCase, verbatim.LossSeparators}, caution: "capitals and marks between its parts lost: not a working link"},
		{address: "http://example.org/x", words: "hxxp://example[.]org/x", caution: "made unclickable in the article"},
		{address: "http://example.org/x", words: "hXXp://example.org/x", caution: "made unclickable in the article"},
		{address: "example.org", host: "example.org", words: "example(dot)org", caution: "made unclickable in the article"},
		{address: "javascript:alert(1)"},
		{address: "javascript:alert(1)", host: "example.org"},
		{address: "JavaScript://example.org/%0aalert(1)", host: "example.org"},
		{address: "data:text/html,x"},
		{address: "vbscript:x"},
		{address: "//example.org/a", host: "example.org"},
		{address: "ftp://example.org/a", host: "example.org"},
		{address: "https://user:secret@example.org/", host: "example.org"},
		{address: "https://", host: ""},
		{address: "https://example.org/\u202egpj.exe", host: "example.org"},
		{address: "https://example.org/a b", host: "example.org"},
		{address: "https://[::1", host: ""},
	} {
		u := verbatim.URL{Address: test.address, Host: test.host, Kind: test.kind, Lossy: test.lossy}
		if u.Kind == "" {
			u.Kind = verbatim.URLPage
		}
		words := test.words
		if words == "" {
			words = test.address
		}
		want := link{Words: shown(test.address), Href: test.href, Caution: test.caution}
		if diff := cmp.Diff(want, newLink(u, words)); diff != "" {
			t.Errorf("%q as %q (-want +got):\n%s", test.address, words, diff)
		}
	}
}

func TestMoments(t *testing.T) {
	for value, want := range map[string]moment{
		"2025-03-04":             {"Tue 4 March 2025", "2025-03-04"},
		"2025-03-04TEV":          {"Tue 4 March 2025, evening", "2025-03-04"},
		"2025-03-04T22:15":       {"Tue 4 March 2025, 22:15", "2025-03-04T22:15"},
		"2025-03-04T22:15Z":      {"Tue 4 March 2025, 22:15 UTC", "2025-03-04T22:15Z"},
		"2025-03-04T22:15-05:00": {"Tue 4 March 2025, 22:15 UTC-05:00", "2025-03-04T22:15-05:00"},
		"2025-03-04T22:15:30":    {"Tue 4 March 2025, 22:15:30", "2025-03-04T22:15:30"},
		"2025-03":                {"March 2025", "2025-03"},
		"2025":                   {"2025", "2025"},
		"202":                    {"2020s", ""},
		"20":                     {"21st century", ""},
		"18":                     {"19th century", ""},
		"12":                     {"13th century", ""},
		"2025-W09":               {"week 9 of 2025", "2025-W09"},
		"2025-W41-WE":            {"weekend of week 41 of 2025", ""},
		"2025-SU":                {"summer 2025", ""},
		"2025-Q3":                {"quarter 3 of 2025", ""},
		"2025-H1":                {"half 1 of 2025", ""},
		"XXXX-10-12":             {"12 October", ""},
		"PRESENT_REF":            {"now", ""},
		"P3D":                    {"P3D", ""},
		"PT2H":                   {"PT2H", ""},
		"XXXX-WXX-5":             {"Friday", ""},
		"XXXX-WXX-7":             {"Sunday", ""},
		"XXXX-WXX-8":             {"XXXX-WXX-8", ""},
		"2025-03-04T99:99":       {"2025-03-04T99:99", ""},
		"":                       {"", ""},
		"\u202e":                 {"[U+202E]", ""},
	} {
		if got := newMoment(value); got != want {
			t.Errorf("%q is %+v, want %+v", value, got, want)
		}
	}
}

func TestRestore(t *testing.T) {
	for _, test := range []struct {
		name, text, readable string
		content              [][2]int
		also                 [][2]int // times, which cut the content into pieces
		want                 string   // the readable words of the pieces, empty for those that stay
	}{
		{"a word", "i d go", "I'd go", [][2]int{{0, 6}}, nil, "I'd go"},
		{"a capital and a mark at the ends", "we go", "We go.", [][2]int{{0, 5}}, nil, ""},
		{"as it stands", "we go", "we go", [][2]int{{0, 5}}, nil, ""},
		{"published", "We’d go, he said", "We'd go", [][2]int{{0, 9}}, nil, ""},
		{"published, in two parts", "“With what?” asked Roe. “My rifle,” he said.", "With what? My rifle", [][2]int{{3, 12}, {31, 39}}, nil, ""},
		{"marks alone are left", "“i d go,” he said.", "I'd go", [][2]int{{3, 9}}, nil, "I'd go"},
		{"two parts", "i d go he said on may 3", "I'd go. On May 3", [][2]int{{0, 6}, {15, 23}}, nil, "I'd go.|On May 3"},
		{"a time within", "i ll go on may 3 again", "I'll go on May 3, again", [][2]int{{0, 22}}, [][2]int{{11, 16}}, "I'll go on |May 3,| again"},
		{"within a number", "some 38 000 krone", "some 38,000 krone", [][2]int{{0, 17}}, nil, "some 38,000 krone"},
		{"initials", "the u s officials", "the U.S. officials", [][2]int{{0, 17}}, nil, "the U.S. officials"},
		{"other words", "mara at example dot org says i d go", "mara@example.org says I'd go", [][2]int{{0, 35}}, nil, ""},
		{"more words", "i d go", "I'd go home", [][2]int{{0, 6}}, nil, ""},
		{"fewer words", "i d go home", "I'd go", [][2]int{{0, 11}}, nil, ""},
		{"nothing to read", "i d go", "", [][2]int{{0, 6}}, nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := said()
			m.Text = test.readable
			for _, c := range test.content {
				m.Content = append(m.Content, verbatim.Span{Start: c[0], End: c[1]})
			}
			doc := &verbatim.Document{Messages: []verbatim.Message{m}}
			for _, c := range test.also {
				doc.Timestamps = append(doc.Timestamps, verbatim.Timestamp{Span: verbatim.Span{Start: c[0], End: c[1]}, Type: verbatim.TimestampDate})
			}
			if err := doc.Validate(test.text); err != nil {
				t.Fatal(err)
			}
			c := cut(test.text, doc)
			c.restore(doc.Messages)
			var got []string
			for _, p := range c.marked {
				if p.restored != "" {
					got = append(got, p.restored)
				}
			}
			if got := strings.Join(got, "|"); got != test.want {
				t.Errorf("%q restored to %q: %q, want %q", test.text, test.readable, got, test.want)
			}
		})
	}
}

func TestVoices(t *testing.T) {
	speaker := func(id int, name string) verbatim.Speaker {
		return verbatim.Speaker{ID: id, Name: name, Mentions: []verbatim.Span{{Start: 0, End: 1}}}
	}
	by := func(id int, words string) verbatim.Message {
		m := said(0, 1)
		m.Text = words
		if id >= 0 {
			m.Speaker = &verbatim.Party{ID: id}
		}
		return m
	}
	again := by(0, "a b c d e f g h")
	again.Repeats = new(int)
	doc := &verbatim.Document{
		Speakers: []verbatim.Speaker{speaker(0, "Jane Roe"), speaker(1, "the Orrin Herald"), speaker(2, "’s"), speaker(3, "ökonom")},
		Messages: []verbatim.Message{by(0, "one"), by(1, "one two three"), by(unknown, "one two three four"), again},
	}
	doc.Messages[0].Recipient = &verbatim.Party{ID: 3}
	got := voicesOf(doc)
	want := []voice{
		{ID: 0, Name: "Jane Roe", Initials: "JR", Colour: 2, Messages: 1, Words: 1, Share: 13, Bar: 25},
		{ID: 1, Name: "the Orrin Herald", Initials: "TH", Colour: 1, Messages: 1, Words: 3, Share: 38, Bar: 75},
		{ID: 2, Name: "’s", Initials: "?", Colour: 3},
		{ID: 3, Name: "ökonom", Initials: "Ö", Colour: 4, Received: 1},
		{ID: unknown, Name: "Speaker unknown", Initials: "?", Messages: 1, Words: 4, Share: 50, Bar: 100},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("voices (-want +got):\n%s", diff)
	}
}

// TestContrast holds the colours of the style to the 4.5 : 1 of WCAG 2.2 (1.4.3)
// on whatever they may stand on.
func TestContrast(t *testing.T) {
	light, rest, _ := strings.Cut(style, "@media screen and (prefers-color-scheme: dark)")
	dark, _, _ := strings.Cut(rest, "\n}\n")
	for scheme, css := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]string{}
		for _, c := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(css, -1) {
			colours[c[1]] = c[2]
		}
		over := []string{"paper", "panel", "card", "lit"}
		letters := []string{"ink", "soft", "time", "link", "denied", "hedged"}
		for n := range colourCount {
			letters = append(letters, "c"+strconv.Itoa(n))
		}
		for _, a := range letters {
			for _, b := range over {
				if got := contrast(t, colours[a], colours[b]); got < 4.5 {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f", scheme, a, b, got)
				}
			}
		}
	}
}

// colourCount are the colours of the speakers and that of the unknown.
const colourCount = colours + 1

// contrast returns the contrast of two colours as WCAG 2.2 defines it.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			if len(colour) != 6 {
				t.Fatalf("%q is no colour", colour)
			}
			value, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			c := float64(value) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	high, low := luminance(a), luminance(b)
	return (max(high, low) + 0.05) / (min(high, low) + 0.05)
}
