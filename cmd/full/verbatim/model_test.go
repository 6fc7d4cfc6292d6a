package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
	"github.com/verbatim-news/verbatim/large"
)

// TestLargeModel asks for the large weights by their name, and finds them in the
// record.
func TestLargeModel(t *testing.T) {
	model, err := large.Load()
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	status := full.Run([]string{"parse", "-model", "large"}, command.Streams{In: strings.NewReader("the mayor said no"), Out: &stdout, Err: &stderr})
	if status != 0 || !strings.Contains(stdout.String(), model.SHA256()) {
		t.Errorf("status %d, reported %q, printed %q; want a record that names %s", status, stderr.String(), stdout.String(), model.SHA256())
	}
}
