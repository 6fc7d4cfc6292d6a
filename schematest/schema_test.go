package schematest

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/verbatim-news/verbatim"
)

const schemaPath = "../docs/document.schema.json"

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// validate checks one JSON document.
func validate(t *testing.T, schema *jsonschema.Schema, name string, document []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func TestGoldenFiles(t *testing.T) {
	schema := compile(t)
	paths, err := filepath.Glob("../testdata/parse/*.golden.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		validate(t, schema, path, content)
	}
}

func TestParse(t *testing.T) {
	schema := compile(t)
	paths, err := filepath.Glob("../testdata/parse/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	published := time.Date(2016, 10, 12, 0, 0, 0, 0, time.UTC)
	names, err := verbatim.NewNames([]verbatim.KnownName{{Name: "Ana Lopez"}})
	if err != nil {
		t.Fatal(err)
	}
	check := func(name, text string) {
		for _, p := range []verbatim.Parser{
			{Explain: true}, {Light: true}, {Light: true, Published: published},
			{Light: true, Published: published, Prefer: verbatim.PreferNearest, DayFirst: true, Names: names},
		} {
			document, err := json.Marshal(p.Parse(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			validate(t, schema, name, document)
		}
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(content), "---\n")
		check(path, text)
	}
	check("empty text", "")
	check("invalid UTF-8", "“a\xff” said \xc3 on monday")
}

// TestRejects makes sure that the schema is not so wide that it accepts what
// is no record.
func TestRejects(t *testing.T) {
	schema := compile(t)
	for _, document := range []string{
		`[]`,
		`{}`,
		`{"messages": [], "speakers": [], "timestamps": [], "urls": null}`,
		`{"messages": [], "speakers": [], "timestamps": [], "urls": [], "mood": "fine"}`,
		`{"messages": [{"form": "sideways", "mode": "speech", "content": [{"start": 0, "end": 1}], "confidence": 1, "text": "a"}], "speakers": [], "timestamps": [], "urls": []}`,
		`{"messages": [{"form": "direct", "mode": "speech", "content": [], "confidence": 1, "text": "a"}], "speakers": [], "timestamps": [], "urls": []}`,
		`{"messages": [], "speakers": [], "timestamps": [{"start": 0, "end": 1, "type": "DATE", "from": "yesterday"}], "urls": []}`,
		`{"messages": [], "speakers": [], "timestamps": [{"start": 0, "end": 1, "type": "DATE", "anchor": {"source": "timestamp"}}], "urls": []}`,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(value) == nil {
			t.Errorf("accepted: %s", document)
		}
	}
}

// A definition is one object or vocabulary of the schema.
type definition struct {
	Properties map[string]json.RawMessage `json:"properties"`
	Required   []string                   `json:"required"`
	Enum       []string                   `json:"enum"`
	Closed     *bool                      `json:"additionalProperties"`
}

// definitions reads the schema; the document itself has the name "document".
func definitions(t *testing.T) map[string]definition {
	t.Helper()
	content, err := os.ReadFile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		definition
		Defs map[string]definition `json:"$defs"`
	}
	if err := json.Unmarshal(content, &schema); err != nil {
		t.Fatal(err)
	}
	schema.Defs["document"] = schema.definition
	return schema.Defs
}

// TestFields compares the properties of every object with the JSON fields of
// its Go type.
func TestFields(t *testing.T) {
	all := definitions(t)
	types := map[string]reflect.Type{}
	collectStructs(reflect.TypeFor[verbatim.Document](), types)
	for name, goType := range types {
		object, ok := all[name]
		if !ok {
			t.Errorf("the schema does not define %s", name)
			continue
		}
		var fields, required []string
		collectFields(goType, &fields, &required)
		if got := slices.Sorted(maps.Keys(object.Properties)); !slices.Equal(got, slices.Sorted(slices.Values(fields))) {
			t.Errorf("%s: the schema has %q, the Go type %q", name, got, fields)
		}
		if got := slices.Sorted(slices.Values(object.Required)); !slices.Equal(got, slices.Sorted(slices.Values(required))) {
			t.Errorf("%s: the schema requires %q, the Go type %q", name, got, required)
		}
		if object.Closed == nil || *object.Closed {
			t.Errorf("%s: the schema allows other properties", name)
		}
	}
	for name, object := range all {
		if object.Properties != nil && types[name] == nil {
			t.Errorf("the schema defines %s, which is no type of the record", name)
		}
	}
}

// collectStructs finds the struct types that a document is made of, by their
// names in the schema.
func collectStructs(t reflect.Type, types map[string]reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return
	}
	name := schemaName(t.Name())
	if types[name] != nil {
		return
	}
	types[name] = t
	for field := range t.Fields() {
		if field.Anonymous {
			for inner := range field.Type.Fields() {
				collectStructs(inner.Type, types)
			}
			continue
		}
		collectStructs(field.Type, types)
	}
}

// collectFields lists the JSON fields of a struct, and those that are always
// there.
func collectFields(t reflect.Type, fields, required *[]string) {
	for field := range t.Fields() {
		if field.Anonymous {
			collectFields(field.Type, fields, required)
			continue
		}
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		*fields = append(*fields, name)
		if options == "" {
			*required = append(*required, name)
		}
	}
}

// schemaName is the name in the schema of a Go type.
func schemaName(goName string) string {
	if rest, ok := strings.CutPrefix(goName, "URL"); ok {
		return "url" + rest
	}
	return strings.ToLower(goName[:1]) + goName[1:]
}

// TestVocabularies compares every enum with the constants of its Go type, as
// they stand in the source of the library.
func TestVocabularies(t *testing.T) {
	constants := map[string][]string{}
	paths, err := filepath.Glob("../*.go")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source: %v", err)
	}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		collectConstants(file, constants)
	}
	compared := 0
	for name, object := range definitions(t) {
		if object.Enum == nil {
			continue
		}
		compared++
		want := slices.DeleteFunc(slices.Sorted(slices.Values(constants[name])), func(word string) bool { return word == "" }) // absent from JSON
		if !slices.Equal(slices.Sorted(slices.Values(object.Enum)), want) {
			t.Errorf("%s: the schema lists %q, the Go type has %q", name, object.Enum, want)
		}
	}
	if compared == 0 {
		t.Error("the schema has no vocabularies")
	}
}

// collectConstants gathers the exported string constants of a file by the
// schema name of their type.
func collectConstants(file *ast.File, constants map[string][]string) {
	for _, declaration := range file.Decls {
		group, ok := declaration.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			value := spec.(*ast.ValueSpec)
			goType, ok := value.Type.(*ast.Ident)
			if !ok || !value.Names[0].IsExported() || len(value.Values) != 1 {
				continue
			}
			literal, ok := value.Values[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				continue
			}
			word, err := strconv.Unquote(literal.Value)
			if err != nil {
				continue
			}
			name := schemaName(goType.Name)
			constants[name] = append(constants[name], word)
		}
	}
}
