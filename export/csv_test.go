package export_test

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// tableOf reads a table with its header, each line by the names of its columns.
func tableOf(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []map[string]string
	for _, row := range rows[1:] {
		line := map[string]string{}
		for k, cell := range row {
			line[rows[0][k]] = strings.TrimPrefix(cell, "'")
		}
		table = append(table, line)
	}
	return table
}

func readCSV(t *testing.T, data []byte) []fact {
	var facts []fact
	for _, line := range tableOf(t, data) {
		confidence, err := strconv.ParseFloat(line["confidence"], 64)
		if err != nil {
			t.Error(err)
		}
		facts = append(facts, fact{
			Content: line["content"], Verbatim: line["verbatim"], Source: line["source"], Cue: line["cue"],
			Speaker: line["speaker"], Recipient: line["recipient"], Stance: line["stance"], Channel: line["channel"],
			Sent: line["sent"], Confidence: confidence,
		})
	}
	return facts
}

func TestCSV(t *testing.T) {
	for _, c := range cases(t) {
		if strings.HasPrefix(c.name, "hostile strings") {
			continue
		}
		if diff := cmp.Diff(factsOf(c, export.Bytes), readCSV(t, written(t, export.CSV, export.Options{}, c)), cmpVisible); diff != "" {
			t.Errorf("%s does not come back (-document +read):\n%s", c.name, diff)
		}
	}
}

// TestCSVIsInert looks at each cell of all articles as a spreadsheet and a terminal
// would.
func TestCSVIsInert(t *testing.T) {
	data := written(t, export.CSV, export.Options{}, cases(t)...)
	if bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) {
		t.Error("a line does not end as RFC 4180 has it, or a cell holds a line break")
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for k, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
				t.Errorf("%s: a spreadsheet runs %q", rows[0][k], cell)
			}
			if at := strings.IndexFunc(cell, isHostile); at >= 0 {
				t.Errorf("%s: a terminal acts on %q", rows[0][k], cell)
			}
		}
	}
}

// TestCSVApostrophe takes the apostrophe away as the documentation says.
func TestCSVApostrophe(t *testing.T) {
	for _, name := range []string{"=1+1", "'=1+1", "'tis", "plain", "''", "-", "＝2"} {
		doc := &verbatim.Document{Messages: []verbatim.Message{{Text: name}}}
		if got := tableOf(t, written(t, export.CSV, export.Options{}, testCase{name, "", doc}))[0]["text"]; got != name {
			t.Errorf("%q comes back as %q", name, got)
		}
	}
}
