package command

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// said is a record of one message.
func said(id, speaker, words string) *verbatim.Document {
	return &verbatim.Document{
		ID: id, Provenance: verbatim.Provenance{Version: "v1.0.0", SHA256: strings.Repeat("a", 64)},
		Messages: []verbatim.Message{{
			Quote: verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeSpeech, Content: []verbatim.Span{{Start: 3, End: 20}}},
			Text:  words, Speaker: &verbatim.Party{Name: speaker}, Confidence: 0.5,
		}},
		Speakers: []verbatim.Speaker{{Name: speaker, Mentions: []verbatim.Span{{Start: 30, End: 39}}}},
	}
}

// records writes records, one a line.
func records(t *testing.T, docs ...*verbatim.Document) string {
	t.Helper()
	var b strings.Builder
	for _, doc := range docs {
		if err := encode(&b, doc, ""); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	one, two, three := said("a1", "Ana Lopez", "We go at noon"), said("a2", "Ben Okafor", "They told us"), said("a3", "Cara Nwosu", "No")
	denied := said("a1", "Ana Lopez", "We go at noon")
	denied.Messages[0].Stance, denied.Messages[0].Confidence = verbatim.StanceDenied, 0.4
	newer := said("a2", "Ben Okafor", "They told us")
	newer.Provenance.Version, newer.Provenance.Model = "v2.0.0", strings.Repeat("b", 64)
	old := records(t, one, two)
	tests := []struct {
		name   string
		args   []string
		old    string
		new    string
		status int
		want   string
	}{
		{"the same", nil, old, old, 0, ""},
		{"the same in another order", nil, old, records(t, two, one), 0, ""},
		{"a denial", nil, old, records(t, denied, two), 1, `a1
    message 0 “We go at noon”
        stance      “asserted” → “denied”
        confidence  “0.5” → “0.4”

1 of 2 records differ; 0 only in OLD, 0 only in NEW
         1  message.confidence
         1  message.stance
`},
		{"confidence does not count", []string{"-ignore", "stance,confidence"}, old, records(t, denied, two), 0, ""},
		{"speakers alone count", []string{"-only", "message.speaker,message.recipient"}, old, records(t, denied, two), 0, ""},
		{"a summary", []string{"-summary"}, old, records(t, denied, two), 1, `1 of 2 records differ; 0 only in OLD, 0 only in NEW
         1  message.confidence
         1  message.stance
`},
		{"a summary of nothing", []string{"-summary"}, old, old, 0, "0 of 2 records differ; 0 only in OLD, 0 only in NEW\n"},
		{"one more and one less", nil, old, records(t, two, three), 1, `a1 is only in OLD
a3 is only in NEW

0 of 1 records differ; 1 only in OLD, 1 only in NEW
`},
		{"another version made it", nil, old, records(t, one, newer), 0, ""},
		{"another version, and more", nil, old, records(t, newer), 1, `a1 is only in OLD

0 of 1 records differ; 1 only in OLD, 0 only in NEW
OLD: version v1.0.0
NEW: version v2.0.0, model bbbbbbbbbbbb
`},
		{"without ids, in their order", nil, records(t, said("", "Ana", "a"), said("", "Ana", "b")), records(t, said("", "Ana", "a"), said("", "Ana", "c")), 1, `a record without id
    message 0 “c”
        text  “b” → “c”

1 of 2 records differ; 0 only in OLD, 0 only in NEW
         1  message.text
`},
		{
			"JSON",
			[]string{"-json"},
			old, records(t, denied, three), 1,
			`{"id":"a1","status":"changed","changes":[{"record":"message","old":0,"new":0,"words":"We go at noon","field":"stance","from":"asserted","to":"denied"},` +
				`{"record":"message","old":0,"new":0,"words":"We go at noon","field":"confidence","from":"0.5","to":"0.4"}]}
{"id":"a2","status":"gone"}
{"id":"a3","status":"new"}
{"summary":{"records":1,"changed":1,"new":1,"gone":1,"fields":{"message.confidence":1,"message.stance":1},"made":[["version v1.0.0"],["version v1.0.0"]]}}
`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, after := writeFile(t, "old", test.old), writeFile(t, "new", test.new)
			got := runWith("", append(append([]string{"diff"}, test.args...), before, after)...)
			output := strings.NewReplacer(before, "OLD", after, "NEW").Replace(got.Stdout)
			if d := cmp.Diff(test.want, output); d != "" || got.Status != test.status || got.Stderr != "" {
				t.Errorf("status %d, reported %q (-want +got):\n%s", got.Status, got.Stderr, d)
			}
		})
	}
}

// TestDiffReadsWhatParsePrints compares records over several lines, one from
// standard input.
func TestDiffReadsWhatParsePrints(t *testing.T) {
	var indentedRecords bytes.Buffer
	for _, doc := range []*verbatim.Document{said("a1", "Ana Lopez", "We go"), said("a2", "Ben Okafor", "No")} {
		if err := encode(&indentedRecords, doc, "  "); err != nil {
			t.Fatal(err)
		}
	}
	lines := writeFile(t, "new", records(t, said("a2", "Ben Okafor", "No"), said("a1", "Ana Lopez", "We go")))
	if got := runWith(indentedRecords.String(), "diff", "-", lines); got.Status != 0 || got.Stdout+got.Stderr != "" {
		t.Errorf("%+v; want no difference", got)
	}
}

// TestDiffTrouble gives what cannot be compared: the rest is, and the status says
// so.
func TestDiffTrouble(t *testing.T) {
	good := records(t, said("a1", "Ana Lopez", "We go"))
	file := writeFile(t, "good", good)
	for name, test := range map[string]struct {
		content string
		want    string // in the report
	}{
		"no JSON":              {"nonsense\n" + good, "line 1: no record"},
		"a list":               {good + "[1]\n", "line 2: no record"},
		"two records a line":   {strings.TrimSpace(good) + good, "line 1: something follows the record"},
		"a record cut short":   {good[:len(good)/2], "line 1: no record"},
		"an indented one, cut": {"{\n \"id\": \"a1\"", "record 1: unexpected EOF"},
	} {
		got := runWith(test.content, "diff", "-", file)
		if got.Status != 2 || !strings.Contains(got.Stderr, "standard input: "+test.want) {
			t.Errorf("%s: %+v; want status 2 and %q", name, got, test.want)
		}
	}
	for name, args := range map[string][]string{
		"no file": {"diff", file, file + "x"}, "one file": {"diff", file}, "three": {"diff", file, file, file}, "no field": {"diff", "-only", "stanse", file, file},
	} {
		if got := runWith("", args...); got.Status != 2 || got.Stdout != "" || got.Stderr == "" {
			t.Errorf("%s: %+v; want status 2 and a report", name, got)
		}
	}
	newer := strings.Replace(good, `"messages"`, `"mood":"fine","messages"`, 1)
	if got := runWith(newer+newer, "diff", "-", writeFile(t, "two", good+good)); got.Status != 0 || len(got.stderrLines) != 1 || !strings.Contains(got.Stderr, `the field "mood" is unknown`) {
		t.Errorf("a record of a later version: %+v; want status 0 and one report", got)
	}
	var stderr bytes.Buffer
	other := writeFile(t, "other", records(t, said("a1", "Ben Okafor", "We go")))
	if status := new(Tool).Run([]string{"diff", file, other}, Streams{nil, &failingWriter{err: io.ErrShortWrite}, &stderr}); status != 2 || !strings.Contains(stderr.String(), "short write") {
		t.Errorf("a full disk: status %d, reported %q", status, stderr.String())
	}
}

// TestDiffReportsAreHarmless gives what would trick a terminal.
func TestDiffReportsAreHarmless(t *testing.T) {
	const trick = "\x1b[2J\u202e\u200bname\nall is well"
	one := writeFile(t, "one", records(t, said(trick, trick, trick)))
	two := writeFile(t, "two", records(t, said(trick, "Ana", trick+" no"), said(trick+"2", "Ana", "no")))
	for line := range strings.Lines(runWith("", "diff", one, two).Stdout) {
		if line = strings.TrimSuffix(line, "\n"); line != export.Inert(line) || strings.HasPrefix(line, "all is well") {
			t.Errorf("printed as it is: %q", line)
		}
	}
}

// TestWaitingRoom has records come in any order: none is lost, and the list of
// IDs is not kept longer than it is needed.
func TestWaitingRoom(t *testing.T) {
	chance := rand.New(rand.NewSource(1))
	var room waitingRoom
	room.put(&verbatim.Document{ID: "stays"})
	for n := range 10_000 {
		id := strconv.Itoa(n)
		room.put(&verbatim.Document{ID: id})
		if chance.Intn(100) > 0 && room.take(id) == nil {
			t.Fatalf("%s is lost", id)
		}
		if len(room.order) > 2*(room.held+1)+slack {
			t.Fatalf("%d IDs are kept for %d records", len(room.order), room.held)
		}
	}
	ids := room.ids()
	if len(ids) != room.held || ids[0] != "stays" {
		t.Errorf("%d IDs of %d records, first %q", len(ids), room.held, ids[0])
	}
	for _, id := range ids {
		if room.take(id) == nil {
			t.Errorf("%s is lost", id)
		}
	}
	if room.held != 0 || room.take("stays") != nil {
		t.Errorf("%d records are left", room.held)
	}
}

// TestDiffJSONIsValid reads back what -json prints.
func TestDiffJSONIsValid(t *testing.T) {
	one := writeFile(t, "one", records(t, said("a1", "Ana <Lopez>", "We go")))
	two := writeFile(t, "two", records(t, said("a1", "Ben & Co", "We go")))
	for line := range strings.Lines(runWith("", "diff", "-json", one, two).Stdout) {
		if !json.Valid([]byte(line)) || strings.Contains(line, `\u003c`) {
			t.Errorf("printed %s", line)
		}
	}
}
