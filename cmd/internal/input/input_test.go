package input

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// folder makes files, each with its own name as its content, and returns where.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFind(t *testing.T) {
	dir := folder(t, "b.ndjson", "a.ndjson", "old/2019/c.ndjson", "old/2019/c.txt", "odd[1].ndjson")
	if err := os.Mkdir(filepath.Join(dir, "d.ndjson"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	tests := []struct {
		name      string
		arguments []string
		want      []string
		faults    []string // a word of each error
	}{
		{"nothing is standard input", nil, []string{"-"}, nil},
		{"in their order", []string{"b.ndjson", "-", "a.ndjson"}, []string{"b.ndjson", "-", "a.ndjson"}, nil},
		{"a pattern, sorted and without folders", []string{"?.ndjson"}, []string{"a.ndjson", "b.ndjson"}, nil},
		{"a pattern through folders", []string{"**/c*"}, []string{"old/2019/c.ndjson", "old/2019/c.txt"}, nil},
		{"alternatives", []string{"{b,a}.*"}, []string{"a.ndjson", "b.ndjson"}, nil},
		{"a name like a pattern", []string{"odd[1].ndjson"}, []string{"odd[1].ndjson"}, nil},
		{"no file, no match, a folder", []string{"x", "a.ndjson", "x*", "old"}, nil, []string{"stat x", "x*: no file matches", "read old: is a directory"}},
		{"no pattern", []string{"[a"}, nil, []string{"[a: syntax error"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files, err := Find(test.arguments)
			if len(test.faults) > 0 {
				lines := strings.Split(err.Error(), "\n")
				if len(lines) != len(test.faults) {
					t.Fatalf("error %q; want %d lines", err, len(test.faults))
				}
				for i, line := range lines {
					if !strings.Contains(line, test.faults[i]) {
						t.Errorf("error %q; want %q in it", line, test.faults[i])
					}
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, f := range files {
				names = append(names, filepath.ToSlash(f.Name))
				if f.Name != StandardInput && (f.Size != int64(len(filepath.ToSlash(f.Name))) || f.Modified.IsZero()) {
					t.Errorf("%s: size %d, modified %v", f.Name, f.Size, f.Modified)
				}
			}
			if diff := cmp.Diff(test.want, names); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindUnreadable(t *testing.T) {
	dir := folder(t, "a")
	name := filepath.Join(dir, "a")
	if err := os.Chmod(name, 0); err != nil {
		t.Fatal(err)
	}
	if file, err := os.Open(name); err == nil {
		file.Close()
		t.Skip("this user may read any file")
	}
	if _, err := Find([]string{name}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v; want that it may not be read", err)
	}
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if err := errors.Join(write(w, text), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstandard(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(write(w, text), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}

func TestOpen(t *testing.T) {
	long := strings.Repeat("who said what to whom\n", 10_000)
	skipped := append([]byte{0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0}, "abc"...)
	tests := []struct {
		name    string
		stored  []byte
		want    string
		wantErr error
	}{
		{"empty", nil, "", nil},
		{"plain", []byte(long), long, nil},
		{"shorter than a magic number", []byte("{}"), "{}", nil},
		{"begins as compressed, and ends", []byte{0x1f}, "\x1f", nil},
		{"gzip", gzipped(t, long), long, nil},
		{"gzip members", append(gzipped(t, long), gzipped(t, "end")...), long + "end", nil},
		{"zstd", zstandard(t, long), long, nil},
		{"zstd frames, one to be skipped", append(append(skipped, zstandard(t, long)...), zstandard(t, "end")...), long + "end", nil},
		{"cut gzip", gzipped(t, long)[:200], "", io.ErrUnexpectedEOF},
		{"cut zstd", zstandard(t, long)[:20], "", io.ErrUnexpectedEOF},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "named otherwise.txt")
			if err := os.WriteFile(name, test.stored, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, file := range []File{{Name: name}, {Name: StandardInput}} {
				stream, err := Open(file, bytes.NewReader(test.stored))
				if err != nil {
					t.Fatal(err)
				}
				content, err := io.ReadAll(stream)
				if !errors.Is(err, test.wantErr) {
					t.Errorf("%s: error %v; want %v", file.Name, err, test.wantErr)
				}
				if test.wantErr == nil && (string(content) != test.want || stream.Stored() != int64(len(test.stored))) {
					t.Errorf("%s: %d bytes, %d as stored; want %d and %d", file.Name, len(content), stream.Stored(), len(test.want), len(test.stored))
				}
				if err := stream.Close(); err != nil {
					t.Errorf("closing: %v", err)
				}
			}
		})
	}
}

// TestOpenAnswersAtOnce reads a line that is shorter than a magic number from a
// pipe that stays open.
func TestOpenAnswersAtOnce(t *testing.T) {
	reader, writer := io.Pipe()
	defer writer.Close()
	go writer.Write([]byte("1\n"))
	stream, err := Open(File{Name: StandardInput}, reader)
	if err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 2)
	if _, err := io.ReadFull(stream, line); err != nil || string(line) != "1\n" {
		t.Errorf("read %q, %v", line, err)
	}
}

func TestTotalSize(t *testing.T) {
	dir := folder(t, "a", "bc")
	files, err := Find([]string{filepath.Join(dir, "*")})
	if err != nil {
		t.Fatal(err)
	}
	if size, known := TotalSize(files); size != 3 || !known {
		t.Errorf("size %d, known %v; want 3", size, known)
	}
	if _, known := TotalSize(append(files, File{Name: StandardInput})); known {
		t.Error("the size of standard input is known")
	}
}
