package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// ours are declared beside the flags of Beam and of the engines, which are declared by
// then: one of theirs by the same name panics.
var ours = declare(flag.CommandLine)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

func TestRun(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in.ndjson")
	if err := os.WriteFile(in, []byte(`{"id":1,"text":"“The fair is on Friday,” Mara Quill said."}`+"\n[]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	arguments := []string{"-in", in, "-out", filepath.Join(folder, "out"), "-shards", "1", "-light", "-published", "3 Feb 2024 00:30", "-timezone", "+01:00", "-prefer", "future"}
	if err := flag.CommandLine.Parse(arguments); err != nil {
		t.Fatal(err)
	}
	pipeline, err := ours.pipeline()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := beam.Run(context.Background(), ours.runner(), pipeline); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"out-00000-of-00001.ndjson": `"published":"2024-02-03","publishedBy":"caller","prefer":"future"`, "out-failures-00000-of-00001.ndjson": `"line":2,"error":"an array is no article"`} {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s has no %s: %s, %v", name, want, got, err)
		}
	}
}

func TestWrongCommandLine(t *testing.T) {
	for _, wrong := range []*run{
		{}, {in: "a"}, {in: "a", out: "b"}, {in: "a", out: "b", shards: 1, published: "soon"}, {in: "a", out: "b", shards: 1, prefer: "sideways"},
	} {
		if _, err := wrong.pipeline(); err == nil {
			t.Errorf("nothing is wrong with %+v", wrong)
		}
	}
}
