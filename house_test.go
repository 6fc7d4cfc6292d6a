package verbatim_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the internal packages from bottom to top, each with those that it
// may import: data goes one way, and nothing calls back up. docs/design.md
// tells what each is for.
var rooms = []struct{ name, below string }{
	{"lineartest", ""}, // for tests alone, as are the next two
	{"leaftest", ""},
	{"wordtest", ""},
	{"published", ""},     // for the command and what opens files
	{"sniff", ""},         // likewise
	{"line", "published"}, // for the command and beam
	{"suffix", ""},
	{"lexicon", ""},
	{"tagger/kernel", ""},
	{"tagger", "tagger/kernel"},
	{"token", ""},
	{"roster", "lexicon token"},
	{"timex", "token"},
	{"address", "suffix lexicon token"},
	{"page", "lexicon token timex"},
	{"article", "lexicon roster tagger token page"},
	{"attribution", "lexicon tagger token timex address article"},
	{"speaker", "lexicon roster token tagger article attribution"},
	{"channel", "lexicon token timex article attribution"},
	{"occasion", "lexicon token timex tagger article attribution speaker channel"},
	{"restore", "lexicon tagger token timex address article"},
	{"locate", "lexicon token"},
	// The root chooses the tagger that reads, and names it in the provenance.
	{"", "tagger token roster timex address page article attribution speaker channel occasion restore locate"},
}

const module = "github.com/verbatim-news/verbatim"

// TestRooms fails where a package imports what does not stand below it, where a
// package has no room, and where the root hides an internal type behind an alias.
func TestRooms(t *testing.T) {
	known := map[string]bool{}
	for n, room := range rooms {
		below := strings.Fields(room.below)
		for _, b := range below {
			if !slices.ContainsFunc(rooms[:n], func(r struct{ name, below string }) bool { return r.name == b }) {
				t.Errorf("room %q is to import %q, which does not stand below it", room.name, b)
			}
		}
		dir := "."
		if room.name != "" {
			dir = filepath.Join("internal", room.name)
		}
		known[room.name] = true
		checkRoom(t, dir, room.name, below)
	}
	entries, err := os.ReadDir("internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !known[e.Name()] {
			t.Errorf("internal/%s is no room: give it a line in the table, and in docs/design.md", e.Name())
		}
	}
}

func checkRoom(t *testing.T, dir, room string, below []string) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range paths {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			name, inside := strings.CutPrefix(imported, module+"/internal/")
			switch {
			case imported == module:
				t.Errorf("%s: %s imports the root", set.Position(spec.Pos()), room)
			case inside && !slices.Contains(below, path.Clean(name)):
				t.Errorf("%s: %q may not import %s", set.Position(spec.Pos()), room, name)
			}
		}
		if room != "" {
			continue
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				for _, s := range g.Specs {
					if s := s.(*ast.TypeSpec); s.Assign.IsValid() {
						t.Errorf("%s: %s is an alias: the record's types are the root's own", set.Position(s.Pos()), s.Name.Name)
					}
				}
			}
		}
	}
}

// beside are the packages that make something of documents, each with those that it
// may import besides the standard library. They know the exported API alone.
var beside = map[string][]string{
	"htmlview":     {module},
	"export":       {module, module + "/htmlview"},
	"diff":         {module},
	"verbatimtest": {module, module + "/diff"},
}

// TestBeside fails where such a package reaches into the house.
func TestBeside(t *testing.T) {
	for dir, may := range beside {
		paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s has no files: %v", dir, err)
		}
		for _, file := range paths {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, file, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range f.Imports {
				imported, _ := strconv.Unquote(spec.Path.Value)
				host, _, _ := strings.Cut(imported, "/")
				if strings.Contains(host, ".") && !slices.Contains(may, imported) {
					t.Errorf("%s: %s may not import %s", set.Position(spec.Pos()), dir, imported)
				}
			}
		}
	}
}
