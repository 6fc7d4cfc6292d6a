package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
)

var sample = Run{
	Version: "v1", Model: "m", Options: map[string]string{"light": "true"},
	Inputs: []input.File{{Name: "a", Size: 3, Modified: time.Unix(7, 0)}, {Name: "-"}},
}

func open(t *testing.T, name string, run Run, resume bool) (*Output, Position) {
	t.Helper()
	o, at, err := Open(name, run, resume, 0)
	if err != nil {
		t.Fatal(err)
	}
	return o, at
}

// write writes lines and notes the position behind them.
func write(t *testing.T, o *Output, at Position, lines string) Position {
	t.Helper()
	if _, err := o.Write([]byte(lines)); err != nil {
		t.Fatal(err)
	}
	at.Line += strings.Count(lines, "\n")
	at.Written += int64(len(lines))
	return at
}

func content(t *testing.T, name string) string {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// begun makes an output that a run has begun and not finished.
func begun(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "out")
	o, at := open(t, name, sample, false)
	if err := o.Close(write(t, o, at, "1\n2\n")); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestGoOn(t *testing.T) {
	name := begun(t)
	appendTo(t, name, "3\nhalf a li")
	appendTo(t, name+".journal", `{"input":0,"li`)
	o, at := open(t, name, sample, true)
	if want := (Position{Line: 2, Written: 4}); at != want {
		t.Errorf("goes on at %+v; want %+v", at, want)
	}
	at = write(t, o, at, "3\n")
	at.Done = true
	if err := o.Close(at); err != nil {
		t.Fatal(err)
	}
	if got := content(t, name); got != "1\n2\n3\n" {
		t.Errorf("output %q", got)
	}
	o, again := open(t, name, sample, true)
	if again != at {
		t.Errorf("goes on at %+v; want %+v", again, at)
	}
	if err := o.Close(again); err != nil {
		t.Fatal(err)
	}
	if got := content(t, name); got != "1\n2\n3\n" {
		t.Errorf("after going on with what was done: %q", got)
	}
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	file, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteString(text); err != nil {
		t.Fatal(err)
	}
}

// TestNoteKeepsWhatIsSynced goes on where a run was killed that had noted how far
// it was.
func TestNoteKeepsWhatIsSynced(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	o, at := open(t, name, sample, false)
	noted := map[Position]bool{{}: true}
	for range 100 {
		at = write(t, o, at, "line\n")
		o.Note(at)
		noted[at] = true
		// What a run that is killed here leaves behind.
		journal, err := os.Open(name + ".journal")
		if err != nil {
			t.Fatal(err)
		}
		run, kept, _, err := read(journal)
		journal.Close()
		if err != nil || run == nil || !noted[kept] {
			t.Fatalf("the journal has %+v, %v; want a position that was noted", kept, err)
		}
	}
	if err := o.Close(at); err != nil {
		t.Fatal(err)
	}
	o, kept := open(t, name, sample, true)
	if kept != at {
		t.Errorf("goes on at %+v; want %+v", kept, at)
	}
	if err := o.Close(kept); err != nil {
		t.Error(err)
	}
}

// TestRefused has what is there stay as it is.
func TestRefused(t *testing.T) {
	changed := func(change func(*Run)) Run {
		r := sample
		r.Inputs = append([]input.File(nil), sample.Inputs...)
		r.Options = map[string]string{"light": "true"}
		change(&r)
		return r
	}
	tests := []struct {
		name    string
		run     Run
		resume  bool
		prepare func(t *testing.T, name string)
		want    []string
	}{
		{"begun and not finished", sample, false, nil, []string{"-resume goes on with it"}},
		{"another version", changed(func(r *Run) { r.Version, r.Model = "v2", "" }), true, nil, []string{"the version was v1 and is v2", "the model was m and is none"}},
		{"other options", changed(func(r *Run) { r.Options = map[string]string{"light": "false", "explain": "true"} }), true, nil, []string{"-light was true and is false", "-explain was none and is true"}},
		{"fewer inputs", changed(func(r *Run) { r.Inputs = r.Inputs[:1] }), true, nil, []string{"the number of inputs was 2 and is 1"}},
		{"another input", changed(func(r *Run) { r.Inputs[0].Name = "b" }), true, nil, []string{"input 1 was a and is b"}},
		{"an input changed", changed(func(r *Run) { r.Inputs[0].Size = 4 }), true, nil, []string{"a has been changed since"}},
		{"an input touched", changed(func(r *Run) { r.Inputs[0].Modified = time.Unix(8, 0) }), true, nil, []string{"a has been changed since"}},
		{"shortened", sample, true, func(t *testing.T, name string) { truncate(t, name, 3) }, []string{"it has 3 bytes, fewer than the 4 that were written"}},
		{"no journal", sample, true, func(t *testing.T, name string) { remove(t, name+".journal") }, []string{"there is no out.journal beside it"}},
		{"another kind of journal", sample, true, func(t *testing.T, name string) { replace(t, name+".journal", "\n{}\n") }, []string{"the journal beside it is none"}},
		{"a journal that is damaged", sample, true, func(t *testing.T, name string) { appendTo(t, name+".journal", "]\n") }, []string{"the journal beside it is damaged in line 3"}},
		{"a later form of journal", sample, true, func(t *testing.T, name string) {
			replace(t, name+".journal", strings.Replace(content(t, name+".journal"), `{"journal":1,`, `{"journal":2,`, 1))
		}, []string{"the form of the journal was 2 and is 1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			name := begun(t)
			if test.prepare != nil {
				test.prepare(t, name)
			}
			before := [2]string{content(t, name), readable(name + ".journal")}
			_, _, err := Open(name, test.run, test.resume, 0)
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Output != name {
				t.Fatalf("error %v; want a refusal", err)
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q; want %q in it", err, want)
				}
			}
			if diff := cmp.Diff(before, [2]string{content(t, name), readable(name + ".journal")}); diff != "" {
				t.Errorf("output and journal (-before +after):\n%s", diff)
			}
		})
	}
}

// readable returns the content of a file, or that there is none.
func readable(name string) string {
	got, err := os.ReadFile(name)
	if err != nil {
		return "no file"
	}
	return string(got)
}

func truncate(t *testing.T, name string, size int64) {
	t.Helper()
	if err := os.Truncate(name, size); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func replace(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestInUse(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	o, at := open(t, name, sample, false)
	_, _, err := Open(name, sample, true, 0)
	if err == nil || !strings.Contains(err.Error(), "another run is writing it") {
		t.Errorf("a second run: error %v; want that the first is writing", err)
	}
	if err := o.Close(write(t, o, at, "1\n")); err != nil {
		t.Fatal(err)
	}
	o, at = open(t, name, sample, true)
	if at.Line != 1 {
		t.Errorf("after the first is closed: %+v", at)
	}
	if err := o.Close(at); err != nil {
		t.Error(err)
	}
}

func TestBeginAnew(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, name string){
		"no file":                      func(*testing.T, string) {},
		"a file without a journal":     func(t *testing.T, name string) { replace(t, name, "old\nlonger\n") },
		"a journal that was not begun": func(t *testing.T, name string) { replace(t, name, "old\n"); replace(t, name+".journal", `{"journ`) },
		"a finished output": func(t *testing.T, name string) {
			o, at := open(t, name, sample, false)
			at = write(t, o, at, "old\nolder\n")
			at.Done = true
			if err := o.Close(at); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "out")
			prepare(t, name)
			o, at := open(t, name, sample, false)
			if at != (Position{}) {
				t.Errorf("begins at %+v", at)
			}
			if err := o.Close(write(t, o, at, "1\n")); err != nil {
				t.Fatal(err)
			}
			if got := content(t, name); got != "1\n" {
				t.Errorf("output %q", got)
			}
		})
	}
}

// TestResumeBeginsWhereThereIsNothing is what a service needs that is started
// with the same command every time.
func TestResumeBeginsWhereThereIsNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	o, at := open(t, name, sample, true)
	if err := o.Close(write(t, o, at, "1\n")); err != nil || content(t, name) != "1\n" {
		t.Errorf("output %q, error %v", content(t, name), err)
	}
}

// TestDevice writes to what is no regular file.
func TestDevice(t *testing.T) {
	if _, err := os.Stat(os.DevNull); err != nil {
		t.Skip("no null device here")
	}
	o, at := open(t, os.DevNull, sample, false)
	o.Note(write(t, o, at, "1\n"))
	if err := o.Close(at); err != nil {
		t.Error(err)
	}
	if _, _, err := Open(os.DevNull, sample, true, 0); err == nil {
		t.Error("goes on with a device")
	}
	if _, _, err := Open(t.TempDir(), sample, false, 0); err == nil {
		t.Error("writes to a folder")
	}
}
