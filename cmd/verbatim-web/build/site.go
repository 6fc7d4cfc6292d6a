package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/cmd/verbatim-web/site"
	"github.com/verbatim-news/verbatim/htmlview"
)

// Options are those of [Site].
type Options struct {
	Sources string // a folder of the module cmd in a clone; empty for the current one
	Brotli  int    // quality, QuickBrotli to BestBrotli
	// Cache is the folder where compressed files are kept; empty for none.
	Cache string
}

// Policy is the content security policy of the playground: it loads its own
// files and sends nothing, and allows the pages of htmlview in its frame.
func Policy() string {
	own, _ := strings.CutPrefix(htmlview.Policy(), "default-src 'none'; ")
	directives := []string{"default-src 'none'"}
	for directive := range strings.SplitSeq(own, "; ") {
		name, values, _ := strings.Cut(directive, " ")
		switch name {
		case "script-src":
			values = "'self' 'wasm-unsafe-eval' " + values
		case "style-src":
			values = "'self' " + values
		}
		directives = append(directives, name+" "+values)
	}
	return strings.Join(append(directives, "connect-src 'self'", "worker-src 'self'", "img-src data:"), "; ")
}

// Site makes the playground: its files by name, those that browsers take
// compressed in these forms too, with the extensions .br and .gz.
func Site(ctx context.Context, o Options) (map[string][]byte, error) {
	found, err := findSources(ctx, o.Sources)
	if err != nil {
		return nil, err
	}
	workplace, err := os.MkdirTemp("", "verbatim-web")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(workplace)
	compiled := filepath.Join(workplace, "verbatim.wasm")
	if err := found.compile(ctx, compiled); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, path := range map[string]string{
		"verbatim.wasm": compiled,
		"wasm_exec.js":  filepath.Join(found.goroot, "lib", "wasm", "wasm_exec.js"),
		"LICENSE":       filepath.Join(found.library, "LICENSE"),
	} {
		if files[name], err = os.ReadFile(path); err != nil {
			return nil, err
		}
	}
	if err := addByHand(files); err != nil {
		return nil, err
	}
	if err := addSamples(files, filepath.Join(found.library, "testdata")); err != nil {
		return nil, err
	}
	return files, addCompressed(files, o)
}

// addByHand adds the files that are written by hand, and what they need to know
// of the others.
func addByHand(files map[string][]byte) error {
	err := fs.WalkDir(site.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(site.Files, path)
		return err
	})
	if err != nil {
		return err
	}
	page, err := template.New("index.html").Parse(string(files["index.html"]))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = page.Execute(&out, struct {
		Policy, Version string
		Samples         []sample
	}{Policy(), verbatim.Version, samples})
	if err != nil {
		return err
	}
	files["index.html"] = out.Bytes()
	files["package.json"] = bytes.ReplaceAll(files["package.json"], []byte(`"0.0.0"`), []byte(`"`+strings.TrimPrefix(verbatim.Version, "v")+`"`))
	sum := sha256.Sum256(files["verbatim.wasm"])
	files["program.js"] = fmt.Appendf(nil, "// What verbatim.wasm is, written when it was compiled.\nexport const bytes = %d\nexport const sha256 = %q\n",
		len(files["verbatim.wasm"]), hex.EncodeToString(sum[:]))
	return nil
}

// addCompressed adds the compressed forms of the files that are worth it.
func addCompressed(files map[string][]byte, o Options) error {
	const small = 1400 // bytes, which go in one packet anyway
	for _, name := range sorted(files) {
		if len(files[name]) < small {
			continue
		}
		for _, c := range compressors(o.Brotli) {
			packed, err := c.compress(files[name], o.Cache)
			if err != nil {
				return fmt.Errorf("compressing %s: %w", name, err)
			}
			files[name+c.extension] = packed
		}
	}
	return nil
}

// Write writes the files of a site into a folder, which is made if there is none.
func Write(files map[string][]byte, dir string) error {
	for _, name := range sorted(files) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o666); err != nil {
			return err
		}
	}
	return nil
}
