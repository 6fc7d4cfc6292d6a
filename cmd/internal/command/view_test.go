package command

import (
	"io"
	"os"
	"strings"
	"testing"
)

// TestView prints the page of an article, whose text and options it has.
func TestView(t *testing.T) {
	file := writeFile(t, "harbour.txt", "“We & <they> are here,” Ana Lopez said on Friday.")
	tests := []struct {
		name, stdin string
		args        []string
		want        []string
	}{
		{"file", "", []string{file}, []string{"<title>" + file + " –", "We &amp; &lt;they&gt; are here", "<bdi class=\"name\">Ana Lopez</bdi>", "<time>Friday</time>"}},
		{"standard input", "Nobody came.", nil, []string{"<title>Article –", "Nobody came."}},
		{"dash", "Nobody came.", []string{"-"}, []string{"Nobody came."}},
		{"title", "", []string{"-title", "A & B", file}, []string{"<title>A &amp; B –", "<h1>A &amp; B</h1>"}},
		{"options of the parser", "", []string{"-published", "2016-10-12", "-explain", file}, []string{"Fri 7 October 2016", "<summary>Why</summary>"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := runWith(test.stdin, append([]string{"view"}, test.args...)...)
			if got.Status != 0 || got.Stderr != "" || !strings.HasPrefix(got.Stdout, "<!DOCTYPE html>\n") || !strings.HasSuffix(got.Stdout, "</html>\n") {
				t.Fatalf("status %d, reported %q, output of %d bytes that is no page", got.Status, got.Stderr, len(got.Stdout))
			}
			for _, want := range test.want {
				if !strings.Contains(got.Stdout, want) {
					t.Errorf("the page has no %s", want)
				}
			}
		})
	}
}

func TestViewErrors(t *testing.T) {
	file := writeFile(t, "a.txt", "x")
	if got := runWith("", "view", file, file); got.Status != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, "unexpected argument") || !strings.Contains(got.Stderr, "usage: verbatim view") {
		t.Errorf("two files: status %d, reported %q", got.Status, got.Stderr)
	}
	if got := runWith("", "view", file+"x"); got.Status != 1 || got.Stdout != "" || !strings.Contains(got.Stderr, "a.txtx") {
		t.Errorf("no such file: status %d, reported %q", got.Status, got.Stderr)
	}
	var stderr strings.Builder
	streams := Streams{strings.NewReader("x"), &failingWriter{err: io.ErrShortWrite}, &stderr}
	if status := new(Tool).Run([]string{"view"}, streams); status != 1 || !strings.Contains(stderr.String(), "short write") {
		t.Errorf("a full disk: status %d, reported %q", status, stderr.String())
	}
}

// TestViewOfSample prints the page that the README shows.
func TestViewOfSample(t *testing.T) {
	const sample = "../../../testdata/sample.txt"
	if _, err := os.Stat(sample); err != nil {
		t.Fatal(err)
	}
	got := runWith("", "view", sample)
	if got.Status != 0 || !strings.Contains(got.Stdout, `<h1 class="block piece-of-page headline`) || !strings.Contains(got.Stdout, `id="restore"`) {
		t.Errorf("status %d, reported %q; want the headline as the title, and words that can be made readable", got.Status, got.Stderr)
	}
}
