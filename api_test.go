package verbatim_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAPI compares what the module exports with testdata/api.txt, a line each,
// so that no name is added, changed or taken away unawares. Once there is a
// version 1, a line that goes breaks those who import it.
func TestAPI(t *testing.T) {
	var got []string
	for _, dir := range []string{".", "export", "htmlview", "verbatimtest"} {
		got = append(got, exportedBy(t, dir)...)
	}
	listing := strings.Join(got, "\n") + "\n"
	path := filepath.Join("testdata", "api.txt")
	if updating() {
		if err := os.WriteFile(path, []byte(listing), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(listing, "\n")); diff != "" {
		t.Errorf("the API differs from %s (-listed +exported):\n%s\nif that is meant: go test -run TestAPI -update . and a line in CHANGELOG.md", path, diff)
	}
}

// exportedBy lists what the package in a folder exports, sorted.
func exportedBy(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.FileExports(file)
		for _, decl := range file.Decls {
			for _, line := range linesOf(t, decl) {
				lines = append(lines, file.Name.Name+": "+line)
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// linesOf lists a declaration, each constant and field of it by itself.
func linesOf(t *testing.T, decl ast.Decl) []string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		d.Doc, d.Body = nil, nil
		return []string{printed(t, d)}
	case *ast.GenDecl:
		var lines []string
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				s.Doc, s.Comment = nil, nil
				lines = append(lines, d.Tok.String()+" "+printed(t, s))
			case *ast.TypeSpec:
				lines = append(lines, linesOfType(t, s)...)
			}
		}
		return lines
	}
	return nil
}

func linesOfType(t *testing.T, s *ast.TypeSpec) []string {
	structure, ok := s.Type.(*ast.StructType)
	if !ok {
		return []string{"type " + s.Name.Name + " " + printed(t, s.Type)}
	}
	lines := []string{"type " + s.Name.Name + " struct"}
	for _, field := range structure.Fields.List {
		tag := ""
		if field.Tag != nil {
			tag = " " + field.Tag.Value
		}
		names := []string{"embedded"}
		if len(field.Names) > 0 {
			names = names[:0]
			for _, name := range field.Names {
				names = append(names, name.Name)
			}
		}
		for _, name := range names {
			lines = append(lines, "type "+s.Name.Name+" struct, "+name+" "+printed(t, field.Type)+tag)
		}
	}
	return lines
}

func printed(t *testing.T, node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), node); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
