package build

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// largest is how large the program with its model may be as a browser fetches it,
// in bytes. docs/playground.md says what it is made of.
const largest = 5_000_000

// built is the site, compiled once for all tests.
var built = sync.OnceValues(func() (map[string][]byte, error) {
	return Site(context.Background(), Options{Brotli: QuickBrotli})
})

func buildSite(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSize(t *testing.T) {
	files := buildSite(t)
	t.Logf("verbatim.wasm: %d bytes, with brotli %d, with gzip %d", len(files["verbatim.wasm"]), len(files["verbatim.wasm.br"]), len(files["verbatim.wasm.gz"]))
	if size := len(files["verbatim.wasm.br"]); size > largest {
		t.Errorf("the program is %d bytes as a browser fetches it, more than %d", size, largest)
	}
}

// TestCompressed unpacks what is compressed.
func TestCompressed(t *testing.T) {
	files := buildSite(t)
	count := 0
	for name, packed := range files {
		var unpacked io.Reader
		switch filepath.Ext(name) {
		case ".br":
			unpacked = brotli.NewReader(bytes.NewReader(packed))
		case ".gz":
			var err error
			if unpacked, err = gzip.NewReader(bytes.NewReader(packed)); err != nil {
				t.Fatal(err)
			}
		default:
			continue
		}
		count++
		content, err := io.ReadAll(unpacked)
		if err != nil || !bytes.Equal(content, files[strings.TrimSuffix(name, filepath.Ext(name))]) {
			t.Errorf("%s is not its file compressed (%v)", name, err)
		}
	}
	if count < 10 {
		t.Errorf("%d files are compressed", count)
	}
}

func TestPolicy(t *testing.T) {
	policy := Policy()
	for _, part := range []string{"default-src 'none';", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval' 'sha256-", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy %q lacks %q", policy, part)
		}
	}
	for _, source := range strings.Fields(htmlview.Policy()) {
		if strings.HasPrefix(source, "'sha256-") && !strings.Contains(policy, strings.TrimSuffix(source, ";")) {
			t.Errorf("the policy does not allow %s, which pages of articles have", source)
		}
	}
	page := string(buildSite(t)["index.html"])
	if !strings.Contains(page, "http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;") && !strings.Contains(page, policy) {
		t.Error("the page has no policy of its own")
	}
}

// TestSamples checks that the samples are articles, without the options of the cases.
func TestSamples(t *testing.T) {
	files := buildSite(t)
	for _, s := range samples {
		text := string(files["samples/"+s.Name])
		if len(text) < 500 || strings.Contains(text, "---") || strings.HasPrefix(text, "published:") {
			t.Errorf("%s begins with %.60q", s.Name, text)
		}
		if s.flatten && strings.ToLower(text) != text {
			t.Errorf("%s has capitals", s.Name)
		}
	}
}

// An expected record is what Go makes of an article.
type expected struct {
	Name    string          `json:"name"`
	Text    string          `json:"text"`
	Options map[string]any  `json:"options"`
	Record  json.RawMessage `json:"record"`
}

// TestModule runs the tests of the JavaScript module, which compare its records
// with those of Go: light ones with the library's, full ones with those of a
// command that has the same weights.
func TestModule(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: the JavaScript module is not tested")
	}
	dir := t.TempDir()
	if err := Write(buildSite(t), dir); err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(append(lightRecords(t), fullRecords(t)...))
	if err != nil {
		t.Fatal(err)
	}
	records := filepath.Join(t.TempDir(), "expected.json")
	if err := os.WriteFile(records, list, 0o666); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), node, "--test", filepath.Join("..", "site", "verbatim.test.mjs"))
	command.Env = append(os.Environ(), "SITE="+dir, "EXPECTED="+records)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// articles are golden cases of the library: every nth.
func articles(t *testing.T, n int) (all []expected) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", "parse", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden cases: %v", err)
	}
	for k := 0; k < len(paths); k += n {
		content, err := os.ReadFile(paths[k])
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(string(content), "---\n")
		options := map[string]any{}
		if published := strings.TrimSpace(strings.TrimPrefix(head, "published:")); published != "" {
			options["published"] = published
		}
		all = append(all, expected{Name: filepath.Base(paths[k]), Text: text, Options: options})
	}
	return all
}

func lightRecords(t *testing.T) []expected {
	all := articles(t, 1)
	for k := range all {
		a := &all[k]
		parser := verbatim.Parser{Light: true}
		if value, ok := a.Options["published"].(string); ok {
			for _, layout := range []string{time.DateOnly, time.RFC3339} {
				if day, err := time.Parse(layout, value); err == nil {
					parser.Published = day
				}
			}
		}
		record, err := json.Marshal(parser.Parse(a.Text))
		if err != nil {
			t.Fatal(err)
		}
		a.Name, a.Options["light"], a.Record = a.Name+", light", true, record
	}
	return all
}

// fullRecords has a command with the weights of the site read some articles.
func fullRecords(t *testing.T) []expected {
	t.Helper()
	all := articles(t, 6)
	dir := t.TempDir()
	overlay, err := Weights(t.Context(), "", dir)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "verbatim")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if _, err := goCommand(t.Context(), "", nil, "build", "-overlay="+overlay, "-o", program, library+"/cmd/verbatim"); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for _, a := range all {
		line, err := json.Marshal(map[string]any{"id": a.Name, "text": a.Text, "published": a.Options["published"]})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	command := exec.CommandContext(t.Context(), program, "batch")
	command.Stdin, command.Stderr = &lines, os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	records := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	if len(records) != len(all) {
		t.Fatalf("%d records of %d articles", len(records), len(all))
	}
	for k := range all {
		all[k].Options["id"], all[k].Record = all[k].Name, records[k]
	}
	return all
}

func TestNoGo(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Site(t.Context(), Options{})
	if failed := new(ToolError); !errors.As(err, &failed) || !strings.Contains(err.Error(), "go.dev") {
		t.Errorf("without the go command: %v", err)
	}
}

func TestNoSources(t *testing.T) {
	_, err := Site(t.Context(), Options{Sources: t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "clone") {
		t.Errorf("outside of a clone: %v", err)
	}
}

// TestCache takes what was compressed before from the cache.
func TestCache(t *testing.T) {
	cache, content := filepath.Join(t.TempDir(), "cache"), bytes.Repeat([]byte("an article "), 100)
	for _, c := range compressors(QuickBrotli) {
		first, err := c.compress(content, cache)
		if err != nil || len(first) >= len(content) {
			t.Fatalf("%s: %d bytes (%v)", c.extension, len(first), err)
		}
		entries, err := filepath.Glob(filepath.Join(cache, "*"+c.extension))
		if err != nil || len(entries) != 1 {
			t.Fatalf("the cache has %v (%v)", entries, err)
		}
		if err := os.WriteFile(entries[0], []byte("kept"), 0o666); err != nil {
			t.Fatal(err)
		}
		if again, err := c.compress(content, cache); err != nil || string(again) != "kept" {
			t.Errorf("%s: %.20q (%v)", c.extension, again, err)
		}
	}
}
