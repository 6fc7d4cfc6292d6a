package journal

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/cmd/internal/input"
)

// form is the form of the journals that this package writes, and the only one
// that it goes on with.
const form = 1

// A Run says what makes an output: whoever goes on with it must be of the same
// version, read the same inputs and have the same options.
type Run struct {
	Form    int               `json:"journal"` // set by Open
	Version string            `json:"version"`
	Model   string            `json:"model,omitzero"`
	Options map[string]string `json:"options"` // those that decide what is written
	Inputs  []input.File      `json:"inputs"`
}

// differences says in words how r differs from the run that began an output.
func (r Run) differences(begun Run) []string {
	var found []string
	differ := func(what, was, is string) {
		if was != is {
			found = append(found, fmt.Sprintf("%s was %s and is %s", what, orNone(was), orNone(is)))
		}
	}
	differ("the form of the journal", fmt.Sprint(begun.Form), fmt.Sprint(r.Form))
	differ("the version", begun.Version, r.Version)
	differ("the model", begun.Model, r.Model)
	names := maps.Clone(begun.Options)
	if names == nil {
		names = map[string]string{}
	}
	maps.Copy(names, r.Options)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		differ("-"+name, begun.Options[name], r.Options[name])
	}
	differ("the number of inputs", fmt.Sprint(len(begun.Inputs)), fmt.Sprint(len(r.Inputs)))
	if len(begun.Inputs) != len(r.Inputs) {
		return found
	}
	for i, was := range begun.Inputs {
		is := r.Inputs[i]
		differ(fmt.Sprintf("input %d", i+1), was.Name, is.Name)
		if was.Name == is.Name && (was.Size != is.Size || !was.Modified.Equal(is.Modified)) {
			found = append(found, was.Name+" has been changed since")
		}
	}
	return found
}

func orNone(value string) string {
	if value == "" {
		return "none"
	}
	return value
}

// A Position is how far a run has come: all lines up to there are answered and
// nothing behind them is.
type Position struct {
	Input    int    `json:"input"`      // index of the input
	Line     int    `json:"line"`       // of that input, from 1; 0 before the first
	Sum      uint64 `json:"sum,string"` // of the input's bytes to the end of that line
	Articles int    `json:"articles"`   // answered, over all inputs
	Failed   int    `json:"failed"`     // lines that could not be read
	Remarked int    `json:"remarked"`   // articles that were read with a remark
	Broken   int    `json:"broken"`     // inputs that could not be read to their end
	Read     int64  `json:"read"`       // bytes of the lines that were read
	Written  int64  `json:"written"`    // bytes of the output
	Done     bool   `json:"done"`       // there is nothing more to read
}

// A RefusedError says why an output is left as it is.
type RefusedError struct {
	Output  string   // the name of the file
	Reasons []string // at least one
}

// Error gives the file and the reasons on one line.
func (e *RefusedError) Error() string { return e.Output + ": " + strings.Join(e.Reasons, "; ") }

func refuse(output string, reasons ...string) error {
	return &RefusedError{Output: output, Reasons: reasons}
}
