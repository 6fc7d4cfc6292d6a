package build

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/verbatim-news/verbatim/cmd/internal/lean"
)

const (
	library = "github.com/verbatim-news/verbatim"
	program = library + "/cmd/verbatim-web/wasm"
)

// A ToolError says that the go command is missing or failed.
type ToolError struct {
	Args   []string // of the command
	Output string   // what it printed about the failure
	Err    error
}

// Error returns what failed and what the go command said.
func (e *ToolError) Error() string {
	if errors.Is(e.Err, exec.ErrNotFound) {
		return "the go command is needed to compile the library for browsers, and is not on the PATH: install Go from https://go.dev/dl"
	}
	return fmt.Sprintf("go %s: %v\n%s", strings.Join(e.Args, " "), e.Err, strings.TrimSpace(e.Output))
}

// Unwrap returns the error of the command.
func (e *ToolError) Unwrap() error { return e.Err }

// goCommand runs the go command in a folder and returns what it prints.
func goCommand(ctx context.Context, dir string, environment []string, args ...string) (string, error) {
	command := exec.CommandContext(ctx, "go", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), environment...)
	var out, failure bytes.Buffer
	command.Stdout, command.Stderr = &out, &failure
	if err := command.Run(); err != nil {
		return "", &ToolError{args, failure.String(), err}
	}
	return strings.TrimSpace(out.String()), nil
}

// A sources says where the sources are that the program is compiled of.
type sources struct {
	module  string // folder of the module that has the program
	library string // folder of the library's module
	goroot  string
	// released is whether the module asks for a release of the library, as it does
	// on the commit of a release. The go command puts nothing in the place of files
	// of a release, so the one beside it in the clone is taken.
	released bool
}

// findSources looks for the sources from a folder of the module on.
func findSources(ctx context.Context, dir string) (s sources, err error) {
	for _, look := range []struct {
		to   *string
		args []string
	}{
		{&s.goroot, []string{"env", "GOROOT"}},
		{&s.module, []string{"list", "-m", "-f", "{{.Dir}}", library + "/cmd"}},
		{&s.library, []string{"list", "-m", "-f", "{{.Dir}}", library}},
	} {
		if *look.to, err = goCommand(ctx, dir, nil, look.args...); err != nil {
			var missing *ToolError
			if errors.As(err, &missing) && errors.Is(missing.Err, exec.ErrNotFound) {
				return s, err
			}
			return s, fmt.Errorf("the sources of verbatim are needed to compile it for browsers: run this in the folder cmd of a clone, as in go run -C cmd ./verbatim-web: %w", err)
		}
	}
	if beside := filepath.Dir(s.module); s.library != beside {
		if path, err := goCommand(ctx, beside, nil, "list", "-m"); err != nil || path != library {
			return s, fmt.Errorf("the sources of verbatim are needed to compile it for browsers, and %s has only those of the command: run this in the folder cmd of a clone", s.module)
		}
		s.library, s.released = beside, true
	}
	return s, nil
}

// workspace returns the GOWORK that the program is compiled with, which it writes
// into a folder if it is a file.
func (s *sources) workspace(dir string) (string, error) {
	if !s.released {
		return "off", nil
	}
	file := filepath.Join(dir, "go.work")
	return file, os.WriteFile(file, fmt.Appendf(nil, "go 1.26.0\n\nuse (\n\t%q\n\t%q\n)\n", s.module, s.library), 0o666)
}

// compile compiles the program into a file. The bytes are the same wherever the
// same version of Go compiles the same sources.
func (s *sources) compile(ctx context.Context, to string) error {
	workplace, err := os.MkdirTemp("", "verbatim-web")
	if err != nil {
		return err
	}
	defer os.RemoveAll(workplace)
	overlay, err := s.leanWeights(workplace)
	if err != nil {
		return err
	}
	workspace, err := s.workspace(workplace)
	if err != nil {
		return err
	}
	args := []string{"build", "-trimpath", "-ldflags=-s -w", "-buildvcs=false", "-overlay=" + overlay}
	// Calls that the compiler does not inline take a fifth off the program, and
	// half of its speed where they are many: there it goes on inlining.
	args = append(args, "-gcflags=all=-l")
	for _, hot := range []string{"runtime", "internal/runtime/...", "internal/abi", "math/...", "unicode/...", library + "/internal/token", library + "/internal/tagger/..."} {
		args = append(args, "-gcflags="+hot+"=")
	}
	_, err = goCommand(ctx, s.module, []string{"GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWORK=" + workspace, "GOWASM="}, append(args, "-o", to, program)...)
	return err
}

// Weights writes the weights that the program has in place of the library's into
// a folder, and returns the file that tells the go command of it: what is built
// with -overlay=FILE reads as the program does. Sources is a folder of the module
// cmd in a clone, or empty for the current one.
func Weights(ctx context.Context, sources, dir string) (overlay string, err error) {
	found, err := findSources(ctx, sources)
	if err != nil {
		return "", err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	return found.leanWeights(dir)
}

// leanWeights does the work of Weights.
func (s *sources) leanWeights(dir string) (overlay string, err error) {
	weights := filepath.Join(s.library, "internal", "tagger", "weights.bin")
	file, err := os.ReadFile(weights)
	if err != nil {
		return "", err
	}
	smaller, sum, err := lean.Weights(file)
	if err != nil {
		return "", fmt.Errorf("%s: %w", weights, err)
	}
	gists, err := os.ReadFile(filepath.Join(filepath.Dir(weights), "gist.bin"))
	if err != nil {
		return "", err
	}
	if gists, err = lean.Gists(gists, sum); err != nil {
		return "", fmt.Errorf("gist.bin: %w", err)
	}
	replaced := map[string]string{}
	for name, content := range map[string][]byte{"weights.bin": smaller, "weights.sha256": []byte(sum + "\n"), "gist.bin": gists} {
		to := filepath.Join(dir, name)
		if err := os.WriteFile(to, content, 0o666); err != nil {
			return "", err
		}
		replaced[filepath.Join(filepath.Dir(weights), name)] = to
	}
	list, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, list, 0o666)
}
