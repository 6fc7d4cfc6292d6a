package verbatim_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// A vocabulary is a type of the record whose values are words, with the type of
// the room that it is converted from.
type vocabulary struct {
	name, room, twin string
	valid            func(word string) bool
}

var vocabularies = []vocabulary{
	{"Form", "attribution", "Form", func(w string) bool { return verbatim.Form(w).Valid() }},
	{"Mode", "attribution", "Mode", func(w string) bool { return verbatim.Mode(w).Valid() }},
	{"Stance", "attribution", "Stance", func(w string) bool { return verbatim.Stance(w).Valid() }},
	{"ReasonField", "occasion", "Field", func(w string) bool { return verbatim.ReasonField(w).Valid() }},
	{"ReasonKind", "occasion", "ReasonKind", func(w string) bool { return verbatim.ReasonKind(w).Valid() }},
	{"Channel", "channel", "Channel", func(w string) bool { return verbatim.Channel(w).Valid() }},
	{"SpeakerKind", "speaker", "Kind", func(w string) bool { return verbatim.SpeakerKind(w).Valid() }},
	{"Gender", "roster", "Gender", func(w string) bool { return verbatim.Gender(w).Valid() }},
	{"TimestampType", "timex", "Kind", func(w string) bool { return verbatim.TimestampType(w).Valid() }},
	{"TimestampModifier", "timex", "Modifier", func(w string) bool { return verbatim.TimestampModifier(w).Valid() }},
	{"Granularity", "timex", "Granularity", func(w string) bool { return verbatim.Granularity(w).Valid() }},
	{"Direction", "timex", "Direction", func(w string) bool { return verbatim.Direction(w).Valid() }},
	{"AnchorSource", "timex", "AnchorSource", func(w string) bool { return verbatim.AnchorSource(w).Valid() }},
	{"PublishedBy", "timex", "OriginSource", func(w string) bool { return verbatim.PublishedBy(w).Valid() }},
	{"URLKind", "address", "Kind", func(w string) bool { return verbatim.URLKind(w).Valid() }},
	{"Loss", "address", "Loss", func(w string) bool { return verbatim.Loss(w).Valid() }},
	{"Match", "locate", "Match", func(w string) bool { return verbatim.Match(w).Valid() }},
	{"DifferenceKind", "locate", "Kind", func(w string) bool { return verbatim.DifferenceKind(w).Valid() }},
	{"FurnitureKind", "page", "Kind", func(w string) bool { return verbatim.FurnitureKind(w).Valid() }},
}

// TestVocabularies checks that every word of a vocabulary is valid, that no
// other is, and that the room below has the same words: a record is made by
// converting one into the other.
func TestVocabularies(t *testing.T) {
	constants := constantsOf(t, ".")
	for _, v := range vocabularies {
		words := constants[v.name]
		if len(words) == 0 {
			t.Errorf("%s has no constants", v.name)
		}
		for _, word := range words {
			if !v.valid(word) {
				t.Errorf("%s: %q is not valid", v.name, word)
			}
			if v.valid(word+" ") || word != "" && v.valid("un"+word) {
				t.Errorf("%s: a word like %q is valid", v.name, word)
			}
		}
		if v.valid("") != slices.Contains(words, "") || v.valid("sideways") {
			t.Errorf("%s: a word that is none is valid", v.name)
		}
		below := constantsOf(t, filepath.Join("internal", v.room))[v.twin]
		if diff := cmp.Diff(words, below); diff != "" {
			t.Errorf("%s and %s.%s differ (-record +room):\n%s", v.name, v.room, v.twin, diff)
		}
		delete(constants, v.name)
	}
	if rest := slices.Collect(maps.Keys(constants)); len(rest) > 0 {
		t.Errorf("vocabularies that this test does not know: %q", rest)
	}
}

// constantsOf returns the words of every string type of a package that has
// typed constants, sorted.
func constantsOf(t *testing.T, dir string) map[string][]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	words := make(map[string][]string)
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Type == nil || len(spec.Values) != 1 {
				return true
			}
			name, typed := spec.Type.(*ast.Ident)
			literal, written := spec.Values[0].(*ast.BasicLit)
			if typed && written && literal.Kind == token.STRING && ast.IsExported(name.Name) {
				word, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				words[name.Name] = append(words[name.Name], word)
			}
			return true
		})
	}
	for _, list := range words {
		slices.Sort(list)
	}
	return words
}

// TestUnknownWords reads a record of a version that knows more words than this
// one, and writes it again as it was.
func TestUnknownWords(t *testing.T) {
	const record = `{"provenance":{"version":"v9.0.0","sha256":"","bytes":0},"messages":[{"form":"sung","mode":"speech","content":[{"start":0,"end":1}],` +
		`"text":"x","channel":"hologram","confidence":0.5}],"speakers":[],"timestamps":[],"urls":[]}`
	var doc verbatim.Document
	if err := json.Unmarshal([]byte(record), &doc); err != nil {
		t.Fatal(err)
	}
	if m := doc.Messages[0]; m.Form != "sung" || m.Form.Valid() || m.Channel != "hologram" || m.Channel.Valid() {
		t.Errorf("read form %q, channel %q", m.Form, m.Channel)
	}
	again, err := json.Marshal(doc)
	if err != nil || string(again) != record {
		t.Errorf("written again: %v\n%s\nwant\n%s", err, again, record)
	}
}

// TestZeroValues checks that the zero value of every type of the record can be
// written and read back.
func TestZeroValues(t *testing.T) {
	for _, zero := range []any{
		verbatim.Document{}, verbatim.Message{}, verbatim.Quote{}, verbatim.MessageTime{}, verbatim.Party{}, verbatim.Speaker{},
		verbatim.Timestamp{}, verbatim.Anchor{}, verbatim.URL{}, verbatim.Furniture{}, verbatim.Author{}, verbatim.Provenance{},
		verbatim.Located{}, verbatim.Difference{},
	} {
		if encoded, err := json.Marshal(zero); err != nil {
			t.Errorf("%T: %v", zero, err)
		} else if !json.Valid(encoded) {
			t.Errorf("%T: %s", zero, encoded)
		}
	}
}
