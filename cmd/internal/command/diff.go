package command

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/diff"
	"github.com/verbatim-news/verbatim/export"
)

// The exit statuses of diff are those of diff(1): what is different is told from
// what is wrong.
const (
	exitDifferent = 1
	exitTrouble   = 2
)

var diffCommand = Command{
	Name:    "diff",
	Args:    "old new",
	Summary: "tell which records of two runs differ, and in what",
	About: `Diff compares the records of two files, as batch and parse print them, and tells
in words what differs: those of two versions, two models, two sets of options.
Records are paired by their id, and those without one in their order. "-" is
standard input. It says first what differs in each record, then which are in one
file alone, then how often each field differs.

That another version or model made a record is no difference: it is told at the
end. Another text, another day of publication or another option is one.

-ignore and -only take names parted by commas: a kind of record (message, speaker,
timestamp, url, furniture, author, document, provenance), a field (confidence, why),
the field of a kind (message.speaker), or "offsets" for what moved by bytes alone
and "ids" for what moved in its list alone.

-json prints an object a line, {"id", "status", "changes"}, where status is
changed, new or gone, and last one with the summary. -summary prints that alone.

Memory is bounded where both files have their records in the same order. Otherwise
those that wait for their partner are held.

The exit status is 0 if nothing differs, 1 if something does, and 2 if a file or a
record of it could not be read, whatever else differs, or if output could not be
written or the command line was wrong.`,
	Define: func(flags *flag.FlagSet) func([]string, Streams) int {
		var c comparison
		flags.BoolVar(&c.asJSON, "json", false, "print JSON, an object a line")
		flags.BoolVar(&c.summaryOnly, "summary", false, "print how much differs, and not what")
		flags.Func("ignore", "`fields` that do not count: confidence,why,offsets", names(&c.filter.Ignore))
		flags.Func("only", "the `fields` that count, and no others: message.speaker", names(&c.filter.Only))
		return func(files []string, streams Streams) int {
			if len(files) != 2 {
				streams.report("diff: %d files given, not two", len(files))
				return exitTrouble
			}
			return c.compare(files[0], files[1], streams)
		}
	},
}

// names adds the names of a flag to a list, if they mean something.
func names(list *[]string) func(string) error {
	return func(value string) error {
		given := strings.Split(value, ",")
		_, err := diff.Filter{Only: given}.Apply(nil)
		*list = append(*list, given...)
		return err
	}
}

// A comparison is one run of diff.
type comparison struct {
	asJSON, summaryOnly bool
	filter              diff.Filter

	streams Streams
	files   [2]*recordFile
	waiting [2]waitingRoom // read from one file, and not yet from the other
	summary tally
}

// A tally counts what differs.
type tally struct {
	Records int            `json:"records"` // that both files have
	Changed int            `json:"changed"`
	New     int            `json:"new"`
	Gone    int            `json:"gone"`
	Fields  map[string]int `json:"fields"` // how many changes there are of each: "message.speaker"
	Made    [2][]string    `json:"made"`   // by which versions and models the old and the new records were made
}

// A changedRecord is a line of the JSON output.
type changedRecord struct {
	ID      string        `json:"id"`
	Status  string        `json:"status"`
	Changes []diff.Change `json:"changes,omitzero"`
}

const (
	statusChanged = "changed"
	statusNew     = "new"
	statusGone    = "gone"
)

// compare reads both files side by side.
func (c *comparison) compare(before, after string, streams Streams) int {
	out := bufio.NewWriter(streams.Out)
	c.streams = Streams{streams.In, out, streams.Err}
	c.summary.Fields = make(map[string]int)
	for side, name := range []string{before, after} {
		file, err := openRecords(name, streams)
		if err != nil {
			streams.report("%v", err)
			return exitTrouble
		}
		defer func() { _ = file.close() }() // it was only read
		c.files[side] = file
	}
	err := c.readBoth()
	if err == nil {
		err = c.rest()
	}
	if err == nil {
		err = c.printSummary()
	}
	if err == nil {
		err = out.Flush()
	}
	switch {
	case err != nil:
		streams.written(err)
		return exitTrouble
	case c.files[0].faults+c.files[1].faults > 0:
		return exitTrouble
	case c.summary.Changed+c.summary.New+c.summary.Gone > 0:
		return exitDifferent
	}
	return exitOK
}

// readBoth takes a record from each file in turn and compares those that belong
// together. The error is one of writing.
func (c *comparison) readBoth() error {
	for open := true; open; {
		open = false
		for side, file := range c.files {
			doc := file.next()
			if doc == nil {
				continue
			}
			open = true
			if err := c.take(side, doc); err != nil {
				return err
			}
		}
	}
	return nil
}

// take compares a record with the one that waits for it, or has it wait.
func (c *comparison) take(side int, doc *verbatim.Document) error {
	c.note(side, doc.Provenance)
	partner := c.waiting[1-side].take(doc.ID)
	switch {
	case partner == nil:
		c.waiting[side].put(doc)
		return nil
	case side == 0:
		return c.print(doc, partner)
	}
	return c.print(partner, doc)
}

// note keeps which versions and models made the records of a file.
func (c *comparison) note(side int, p verbatim.Provenance) {
	made := "version " + orUnknown(p.Version)
	if p.Model != "" {
		made += fmt.Sprintf(", model %.12s", p.Model)
	}
	if !slices.Contains(c.summary.Made[side], made) {
		c.summary.Made[side] = append(c.summary.Made[side], made)
	}
}

func orUnknown(value string) string {
	if value == "" {
		return "unknown"
	}
	return value
}

// print prints what differs between two records of an article.
func (c *comparison) print(before, after *verbatim.Document) error {
	c.summary.Records++
	before.Provenance.Version, before.Provenance.Model = after.Provenance.Version, after.Provenance.Model
	changes, err := c.filter.Apply(diff.Documents(before, after))
	if err != nil || len(changes) == 0 {
		return err
	}
	c.summary.Changed++
	for n := range changes {
		c.summary.Fields[changeName(&changes[n])]++
	}
	if c.asJSON {
		return c.printJSON(changedRecord{ID: after.ID, Status: statusChanged, Changes: changes})
	}
	return c.printText(recordName(after.ID) + "\n" + indented(diff.Format(changes)))
}

// changeName is the name of a change in the summary.
func changeName(c *diff.Change) string {
	switch {
	case c.IsNew():
		return string(c.Record) + " new"
	case c.IsGone():
		return string(c.Record) + " gone"
	}
	return string(c.Record) + "." + c.Field
}

// rest prints the records that are in one file alone.
func (c *comparison) rest() error {
	for side, status := range []string{statusGone, statusNew} {
		for _, id := range c.waiting[side].ids() {
			if status == statusNew {
				c.summary.New++
			} else {
				c.summary.Gone++
			}
			var err error
			if c.asJSON {
				err = c.printJSON(changedRecord{ID: id, Status: status})
			} else {
				err = c.printText(fmt.Sprintf("%s is only in %s\n", recordName(id), export.Inert(c.files[side].name)))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func recordName(id string) string {
	if id == "" {
		return "a record without id"
	}
	return export.Inert(id)
}

// indented moves lines to the right.
func indented(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString("    " + export.Inert(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return b.String()
}

func (c *comparison) printText(text string) error {
	if c.summaryOnly {
		return nil
	}
	_, err := io.WriteString(c.streams.Out, text)
	return err
}

func (c *comparison) printJSON(record changedRecord) error {
	if c.summaryOnly {
		return nil
	}
	return writeJSON(c.streams.Out, record)
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// printSummary prints how much differs. Where nothing does, it is silent, as
// diff(1) is, unless it was asked for.
func (c *comparison) printSummary() error {
	s := &c.summary
	if c.asJSON {
		return writeJSON(c.streams.Out, map[string]*tally{"summary": s})
	}
	if s.Changed+s.New+s.Gone == 0 && !c.summaryOnly {
		return nil
	}
	var b strings.Builder
	if !c.summaryOnly {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%d of %d records differ; %d only in %s, %d only in %s\n", s.Changed, s.Records,
		s.Gone, export.Inert(c.files[0].name), s.New, export.Inert(c.files[1].name))
	most := make([]string, 0, len(s.Fields))
	for name := range s.Fields {
		most = append(most, name)
	}
	slices.SortFunc(most, func(a, b string) int {
		if s.Fields[a] != s.Fields[b] {
			return s.Fields[b] - s.Fields[a]
		}
		return strings.Compare(a, b)
	})
	for _, name := range most {
		fmt.Fprintf(&b, "    %6d  %s\n", s.Fields[name], name)
	}
	if !slices.Equal(s.Made[0], s.Made[1]) {
		for side, made := range s.Made {
			fmt.Fprintf(&b, "%s: %s\n", export.Inert(c.files[side].name), export.Inert(strings.Join(made, "; ")))
		}
	}
	_, err := io.WriteString(c.streams.Out, b.String())
	return err
}
