package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// TestBatchSchema checks what batch writes for lines of all kinds against the schema
// of a line.
func TestBatchSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	const docs = "https://github.com/verbatim-news/verbatim/docs/"
	for _, name := range []string{"batch.schema.json", "document.schema.json"} {
		content, err := os.ReadFile(filepath.Join("../../../docs", name))
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource(docs+name, value); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := compiler.Compile(docs + "batch.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "in.ndjson")
	input := `{"id":"a","text":"“The harbour is open,” said Ana Lopez on Friday.","published":"2016-10-12"}` + "\n" + `{"id":"b"}` + "\n\n[]\n" + `{"text":""}`
	if err := os.WriteFile(name, []byte(input), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	status := new(command.Tool).Run([]string{"batch", name, "-"}, command.Streams{In: strings.NewReader("{"), Out: &stdout, Err: &stderr})
	if lines := strings.Count(stdout.String(), "\n"); status != 1 || lines != 5 {
		t.Fatalf("status %d, %d lines, reported %q; want 1 and 5 lines", status, lines, stderr.String())
	}
	valid := func(line string) error {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		return schema.Validate(value)
	}
	for line := range strings.Lines(stdout.String()) {
		if err := valid(line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, line := range []string{`{}`, `{"line":1}`, `{"error":"x"}`, `{"line":0,"error":"x"}`, `{"line":1,"error":"x","text":""}`, `{"messages":[],"speakers":[],"timestamps":[],"urls":[],"error":"x","line":1}`} {
		if valid(line) == nil {
			t.Errorf("accepted: %s", line)
		}
	}
}
