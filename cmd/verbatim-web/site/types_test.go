package site_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write document.d.ts of the schema")

// TestTypes compares the types of the record with the schema that describes it.
func TestTypes(t *testing.T) {
	content, err := os.ReadFile("../../../docs/document.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema object
	if err := json.Unmarshal(content, &schema); err != nil {
		t.Fatal(err)
	}
	types := typesOf(schema)
	const path = "document.d.ts"
	if *update {
		if err := os.WriteFile(path, []byte(types), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != types {
		t.Errorf("%s is not what docs/document.schema.json says; to write it: go test -C cmd -run TestTypes -update ./verbatim-web/site", path)
	}
}

// An object is a JSON object with its fields in order.
type object []field

type field struct {
	name  string
	value json.RawMessage
}

func (o *object) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil { // the brace
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		f := field{name: name.(string)}
		if err := decoder.Decode(&f.value); err != nil {
			return err
		}
		*o = append(*o, f)
	}
	return nil
}

// get reads a field into a value of type T, or returns its zero value.
func get[T any](o object, name string) (value T) {
	for _, f := range o {
		if f.name == name {
			if err := json.Unmarshal(f.value, &value); err != nil {
				panic(fmt.Sprintf("%s: %v", name, err))
			}
		}
	}
	return value
}

// typesOf writes the types that a schema describes.
func typesOf(schema object) string {
	var out strings.Builder
	out.WriteString("// The types of the record. Code generated from docs/document.schema.json; DO NOT EDIT.\n")
	declare(&out, get[string](schema, "title"), schema)
	for _, definition := range get[object](schema, "$defs") {
		var of object
		if err := json.Unmarshal(definition.value, &of); err != nil {
			panic(err)
		}
		declare(&out, typeName(definition.name), of)
	}
	// Spans are bytes in the command's record, and what is asked for here.
	return strings.NewReplacer(
		"All spans are byte offsets into the text as given.", "Spans count what `units` asks for.",
		"A half-open range of bytes of the text as given.", "A half-open range of the text as given, in the units that were asked for.",
		"First byte of the piece in the text as given.", "Where the piece begins in the text as given.",
		"The byte after its last one.", "Where it ends.",
	).Replace(out.String())
}

func typeName(definition string) string { return strings.ToUpper(definition[:1]) + definition[1:] }

func declare(out *strings.Builder, name string, of object) {
	out.WriteString("\n" + comment("", get[string](of, "description")))
	if get[string](of, "type") != "object" {
		fmt.Fprintf(out, "export type %s = %s\n", name, typeOf(of))
		return
	}
	required := map[string]bool{}
	for _, field := range get[[]string](of, "required") {
		required[field] = true
	}
	fmt.Fprintf(out, "export interface %s {\n", name)
	for _, property := range get[object](of, "properties") {
		var value object
		if err := json.Unmarshal(property.value, &value); err != nil {
			panic(err)
		}
		mark := "?"
		if required[property.name] {
			mark = ""
		}
		fmt.Fprintf(out, "%s  %s%s: %s\n", comment("  ", get[string](value, "description")), property.name, mark, typeOf(value))
	}
	out.WriteString("}\n")
}

func comment(indent, text string) string {
	if text == "" {
		return ""
	}
	return indent + "/** " + text + " */\n"
}

// typeOf returns the type of a value.
func typeOf(of object) string {
	if reference := get[string](of, "$ref"); reference != "" {
		return typeName(strings.TrimPrefix(reference, "#/$defs/"))
	}
	if words := get[[]string](of, "enum"); words != nil {
		for k := range words {
			words[k] = quote(words[k])
		}
		return strings.Join(words, " | ")
	}
	if constant := get[any](of, "const"); constant != nil {
		return fmt.Sprint(constant)
	}
	switch kind := get[string](of, "type"); kind {
	case "integer":
		return "number"
	case "array":
		return typeOf(get[object](of, "items")) + "[]"
	case "string", "number", "boolean":
		return kind
	default:
		panic("no type for " + kind)
	}
}

func quote(word string) string { return "'" + strings.Trim(strconv.Quote(word), `"`) + "'" }
