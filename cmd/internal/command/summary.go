package command

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/journal"
)

// A summary says what a run of batch did. The counts are those of the whole output,
// seconds and rates those of this run.
type summary struct {
	Version           string  `json:"version"`
	Model             string  `json:"model,omitzero"`
	Status            int     `json:"status"`           // the exit status
	Stopped           string  `json:"stopped,omitzero"` // by which signal
	Error             string  `json:"error,omitzero"`   // what ended the run
	Done              bool    `json:"done"`             // all inputs were read
	Resumed           bool    `json:"resumed"`          // another run had begun the output
	Inputs            int     `json:"inputs"`
	BrokenInputs      int     `json:"brokenInputs"` // not read to their end
	Articles          int     `json:"articles"`     // with a record
	Failed            int     `json:"failed"`       // lines without
	Remarked          int     `json:"remarked"`     // articles with a remark
	BytesRead         int64   `json:"bytesRead"`    // of lines, decompressed
	BytesWritten      int64   `json:"bytesWritten"`
	Seconds           float64 `json:"seconds"`
	ArticlesPerSecond float64 `json:"articlesPerSecond"`
	MegabytesPerSec   float64 `json:"megabytesPerSecond"`
}

// count takes the counts of a run that went from one position to another.
func (s *summary) count(from, to journal.Position, took time.Duration) {
	s.Done, s.Resumed = to.Done, from != journal.Position{}
	s.BrokenInputs, s.Articles, s.Failed, s.Remarked = to.Broken, to.Articles, to.Failed, to.Remarked
	s.BytesRead, s.BytesWritten = to.Read, to.Written
	s.Seconds = max(took, time.Microsecond).Seconds() // some clocks stand still as long
	s.ArticlesPerSecond = float64(to.Articles-from.Articles) / s.Seconds
	s.MegabytesPerSec = float64(to.Read-from.Read) / 1e6 / s.Seconds
}

// String is the summary in words.
func (s *summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s read from %s in %v (%.1f a second, %.2f MB/s)",
		counted(s.Articles, "article"), counted(s.Inputs, "input"), time.Duration(s.Seconds*float64(time.Second)).Round(time.Second/10), s.ArticlesPerSecond, s.MegabytesPerSec)
	for _, part := range []struct {
		n    int
		noun string
		what string
	}{{s.Remarked, "article", "with a remark"}, {s.Failed, "line", "not read"}, {s.BrokenInputs, "input", "not read to the end"}} {
		if part.n > 0 {
			b.WriteString(", " + counted(part.n, part.noun) + " " + part.what)
		}
	}
	return b.String()
}

func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// write writes the summary as JSON.
func (s *summary) write(file *os.File) error {
	if err := encode(file, s, "  "); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
