package command

import (
	"strings"
	"testing"
)

// ownWeights are the library's own, as a file.
const ownWeights = "../../../internal/tagger/weights.bin"

// TestModel reads with weights of a file: the library's own read as it does.
func TestModel(t *testing.T) {
	const text = "the harbour master lena ortmann said no boat will go out"
	want, got := runWith(text, "parse"), runWith(text, "parse", "-model", ownWeights)
	if got.Status != 0 || got.Stdout != want.Stdout {
		t.Errorf("status %d, %q; want what parse prints without -model:\n%s\ngot:\n%s", got.Status, got.Stderr, want.Stdout, got.Stdout)
	}
}

func TestModelErrors(t *testing.T) {
	for name, test := range map[string]struct{ file, want string }{
		"no file":  {"nowhere/weights.bin", "nowhere/weights.bin"},
		"no model": {writeFile(t, "weights.bin", "the mayor said no"), "no model"},
	} {
		got := runWith("", "parse", "-model", test.file)
		if got.Status != exitUsage || !strings.Contains(got.Stderr, test.want) {
			t.Errorf("%s: status %d, reported %q; want 2 and %q", name, got.Status, got.Stderr, test.want)
		}
	}
}
