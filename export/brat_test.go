package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// The lines of brat's standoff format that PolNeAR has, as the page on the format
// describes them.
var (
	bratBound = regexp.MustCompile(`^(T\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$`)
	bratEvent = regexp.MustCompile(`^(E\d+)\t([A-Za-z0-9_-]+):(T\d+)((?: [A-Za-z]+:T\d+)*)$`)
	bratNote  = regexp.MustCompile(`^#\d+\tAnnotatorNotes ([TE]\d+)\t(.*)$`)
)

// A boundSpan is a text-bound annotation.
type boundSpan struct {
	kind  string
	spans []verbatim.Span
}

// readBrat reads annotations by the rules of the format, against the text that
// they are of.
func readBrat(t *testing.T, annotations, text []byte) []fact {
	t.Helper()
	runes := []rune(string(text))
	bound, notes := map[string]boundSpan{}, map[string]string{}
	var events [][]string
	for line := range strings.Lines(string(annotations)) {
		line = strings.TrimSuffix(line, "\n")
		if m := bratBound.FindStringSubmatch(line); m != nil {
			bound[m[1]] = boundOf(t, runes, m[2], m[3], m[4])
		} else if m := bratEvent.FindStringSubmatch(line); m != nil {
			events = append(events, m)
		} else if m := bratNote.FindStringSubmatch(line); m != nil {
			notes[m[1]] = m[2]
		} else {
			t.Fatalf("no line of brat: %q", line)
		}
	}
	var facts []fact
	for _, event := range events {
		if trigger := bound[event[3]]; trigger.kind != event[2] {
			t.Errorf("%s: the trigger is of type %q", event[0], trigger.kind)
		}
		facts = append(facts, factOf(t, event, bound, notes[event[1]]))
	}
	return facts
}

// boundOf reads the ranges of a text-bound annotation, whose words must stand
// there. Pieces that only a line break parts are one.
func boundOf(t *testing.T, runes []rune, kind, ranges, words string) boundSpan {
	t.Helper()
	b := boundSpan{kind: kind}
	var pieces []string
	for part := range strings.SplitSeq(ranges, ";") {
		first, last, _ := strings.Cut(part, " ")
		start, _ := strconv.Atoi(first)
		end, _ := strconv.Atoi(last)
		if start > end || end > len(runes) {
			t.Fatalf("%s lies outside the text", part)
		}
		pieces = append(pieces, string(runes[start:end]))
		if n := len(b.spans) - 1; n >= 0 {
			if gap := string(runes[b.spans[n].End:start]); strings.Contains(gap, "\n") && strings.TrimSpace(gap) == "" {
				b.spans[n].End = end
				continue
			}
		}
		b.spans = append(b.spans, verbatim.Span{Start: start, End: end})
	}
	if got := strings.Join(pieces, " "); got != words {
		t.Errorf("at %s stands %q, not %q", ranges, got, words)
	}
	return b
}

// factOf reads an event with its note.
func factOf(t *testing.T, event []string, bound map[string]boundSpan, note string) fact {
	t.Helper()
	var said struct {
		Stance, Channel, Sent string
		Speaker, Recipient    struct{ Name string }
		Confidence            float64
	}
	if err := json.Unmarshal([]byte(note), &said); err != nil {
		t.Errorf("%s has the note %q: %v", event[1], note, err)
	}
	f := fact{
		Stance: said.Stance, Channel: said.Channel, Sent: said.Sent, Speaker: said.Speaker.Name, Recipient: said.Recipient.Name,
		Confidence: said.Confidence,
	}
	sourced := false
	for role := range strings.FieldsSeq(event[4]) {
		kind, name, _ := strings.Cut(role, ":")
		if bound[name].kind != kind {
			t.Errorf("%s: the %s is of type %q", event[1], kind, bound[name].kind)
		}
		ranges := rangesOf(bound[name].spans...)
		switch kind {
		case "Content":
			f.Content = ranges
		case "Verbatim":
			f.Verbatim = ranges
		case "Cue":
			f.Cue = ranges
		case "Source":
			f.Source, sourced = ranges, true
		}
	}
	want := "Attribution"
	if !sourced {
		want += "-no-source"
	}
	if said.Stance != "asserted" {
		want += "-" + said.Stance
	}
	if event[2] != want {
		t.Errorf("%s is called %s; want %s", event[1], event[2], want)
	}
	return f
}

// bratCases are those whose spans can come back: a tab or control character in the
// text is no obstacle, a stance that is no word is.
func bratCases(t *testing.T) []testCase {
	var list []testCase
	for _, c := range cases(t) {
		if !strings.HasPrefix(c.name, "hostile strings") {
			list = append(list, c)
		}
	}
	return list
}

func TestBrat(t *testing.T) {
	for _, c := range bratCases(t) {
		files := unzipped(t, written(t, export.BratZip, export.Options{}, c))
		var text, annotations []byte
		for name, content := range files {
			switch {
			case strings.HasSuffix(name, ".txt"):
				text = content
			case strings.HasSuffix(name, ".ann"):
				annotations = content
			}
		}
		if got, want := utf8.RuneCount(text), utf8.RuneCountInString(c.text); got != want {
			t.Errorf("%s: the text has %d characters, not %d", c.name, got, want)
		}
		if bytes.ContainsAny(text, "\r\t\x00\x1b") {
			t.Errorf("%s: the text holds what Python changes or a terminal acts on", c.name)
		}
		if alone := written(t, export.Brat, export.Options{}, c); !bytes.Equal(alone, annotations) {
			t.Errorf("%s: the annotations are others in the archive", c.name)
		}
		if diff := cmp.Diff(factsOf(c, export.Runes), readBrat(t, annotations, text), cmpVisible); diff != "" {
			t.Errorf("%s does not come back (-document +read):\n%s", c.name, diff)
		}
	}
}

// TestBratLines has every line of hostile documents be one of brat's.
func TestBratLines(t *testing.T) {
	for _, c := range hostileCases() {
		for line := range strings.Lines(string(written(t, export.Brat, export.Options{}, c))) {
			line = strings.TrimSuffix(line, "\n")
			if !bratBound.MatchString(line) && !bratEvent.MatchString(line) && !bratNote.MatchString(line) {
				t.Errorf("%s: no line of brat: %q", c.name, line)
			}
		}
	}
}

// TestBratConfiguration has the configuration name every type that is used.
func TestBratConfiguration(t *testing.T) {
	files := unzipped(t, written(t, export.BratZip, export.Options{}, bratCases(t)...))
	configured := map[string]bool{}
	for line := range strings.Lines(string(files["annotation.conf"])) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		configured[name] = true
	}
	for name, content := range files {
		for line := range strings.Lines(string(content)) {
			if m := bratBound.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil && strings.HasSuffix(name, ".ann") && !configured[m[2]] {
				t.Errorf("%s: the configuration has no %s", name, m[2])
			}
		}
	}
}

// unzipped are the files of an archive.
func unzipped(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := files[f.Name]; twice {
			t.Errorf("two files are called %s", f.Name)
		}
		files[f.Name] = content
	}
	return files
}

// TestArchiveNames names files so that nothing lands elsewhere and nothing is lost.
func TestArchiveNames(t *testing.T) {
	ids := []string{"../../etc/passwd", `C:\news\a.txt`, "a.txt", "A", "", "", "con", "..", "-rf", "a/b\x00c", strings.Repeat("x", 300), "héllo wörld", "nul.tar", "a-2"}
	var list []testCase
	for n, id := range ids {
		list = append(list, testCase{id, fmt.Sprint(n), &verbatim.Document{ID: id}})
	}
	files := unzipped(t, written(t, export.BratZip, export.Options{}, list...))
	if len(files) != 2*len(ids)+1 {
		t.Errorf("%d files of %d articles", len(files), len(ids))
	}
	lower := map[string]bool{}
	for name := range files {
		if strings.ContainsAny(name, "/\\:\x00 ") || strings.HasPrefix(name, ".") || len(name) > 100 || lower[strings.ToLower(name)] {
			t.Errorf("a file is called %q", name)
		}
		lower[strings.ToLower(name)] = true
	}
	for _, want := range []string{"passwd.txt", "a.txt", "A-3.txt", "article.txt", "article-2.txt", "_con.txt", "_nul.tar.txt", "héllo_wörld.txt", "a-2-2.txt"} {
		if _, found := files[want]; !found {
			t.Errorf("no file is called %s", want)
		}
	}
}
