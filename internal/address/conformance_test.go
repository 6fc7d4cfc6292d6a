package address

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The differences are known and wanted, or known and wrong; a test fails when
// one of them is no longer there.
var (
	twitterDifferences = map[string]string{
		"DO NOT extract invalid URL: http://no-tld":                           "a scheme makes a host of a single label too, as linkify-it and browsers have it",
		"Extract URLs with and without protocol surrounded by CJK characters": "a path may begin with kana, as on ja.wikipedia.org; only the full stop ends it here",
	}
	linkifyDifferences = map[string]string{
		"//test.123":                    "without a scheme the host must end with a top-level domain: // also begins comments",
		"test.\"foo\".bar@gmail.co.uk!": "a quoted name of a mailbox is read from its last unquoted part: the quote more often is one of the sentence",
		"➡.ws/䨹":                        "a host of symbols alone needs a scheme",
	}
)

func TestTwitterText(t *testing.T) {
	cases := twitterCases(t, "testdata/twitter-text-extract.yml", "urls")
	right := 0
	for _, c := range cases {
		got := []string{}
		for _, u := range Find(c.text) {
			if u.Kind != Email { // twitter-text extracts no mail addresses
				got = append(got, u.In(c.text))
			}
		}
		diff := cmp.Diff(c.want, got)
		reason, known := twitterDifferences[c.name]
		switch {
		case diff == "":
			right++
			if known {
				t.Errorf("%s: no longer differs (%s)", c.name, reason)
			}
		case !known:
			t.Errorf("%s\ntext %q\n(-want +got)\n%s", c.name, c.text, diff)
		}
	}
	t.Logf("%d of %d", right, len(cases))
	if len(cases) != 91 {
		t.Errorf("read %d cases, want 91", len(cases))
	}
}

type conformanceCase struct {
	name, text string
	want       []string
}

// twitterCases reads one section of a conformance file. It knows as much YAML
// as the file uses: double-quoted scalars and flow lists, one a line.
func twitterCases(t *testing.T, path, section string) []conformanceCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), "\n  "+section+":\n")
	if !found {
		t.Fatalf("%s: no section %s", path, section)
	}
	var cases []conformanceCase
	for line := range strings.Lines(rest) {
		if strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "   ") {
			break // the next section
		}
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "- description":
			cases = append(cases, conformanceCase{name: quotedStrings(t, value)[0], want: []string{}})
		case "text":
			cases[len(cases)-1].text = quotedStrings(t, value)[0]
		case "expected":
			cases[len(cases)-1].want = quotedStrings(t, value)
		}
	}
	return cases
}

// quotedStrings returns the double-quoted strings of s.
func quotedStrings(t *testing.T, s string) []string {
	t.Helper()
	list := []string{}
	for {
		start := strings.IndexByte(s, '"')
		if start < 0 {
			return list
		}
		quoted, err := strconv.QuotedPrefix(s[start:])
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		value, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s: %v", quoted, err)
		}
		list = append(list, value)
		s = s[start+len(quoted):]
	}
}

func TestLinkifyLinks(t *testing.T) {
	lines := fixtureLines(t, "testdata/linkify-it-links.txt")
	right, total := 0, 0
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if line == "" {
			continue
		}
		want := line
		if i+1 < len(lines) && lines[i+1] != "" {
			i++
			want = lines[i]
		}
		total++
		got := ""
		if found := Find(line); len(found) > 0 {
			got = found[0].In(line)
		}
		reason, known := linkifyDifferences[line]
		switch {
		case got == want:
			right++
			if known {
				t.Errorf("%q: no longer differs (%s)", line, reason)
			}
		case !known:
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
	t.Logf("%d of %d", right, total)
	if total < 100 {
		t.Errorf("read %d cases", total)
	}
}

func TestLinkifyNotLinks(t *testing.T) {
	for _, line := range fixtureLines(t, "testdata/linkify-it-not-links.txt") {
		for _, u := range Find(line) {
			t.Errorf("%q: found %q", line, u.In(line))
		}
	}
}

// fixtureLines returns the lines of a linkify-it fixture, comments emptied.
func fixtureLines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
		if strings.HasPrefix(line, "%") || strings.TrimSpace(line) == "" {
			lines[i] = ""
		}
	}
	return lines
}
