package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// csvColumns are the columns of CSV.
var csvColumns = []string{
	"article", "published", "message", "repeats", "form", "mode", "stance",
	"speaker", "speaker_id", "speaker_kind", "recipient", "recipient_id", "channel",
	"sent", "sent_from", "sent_to", "text", "confidence", "urls", "urls_lost",
	"content", "verbatim", "source", "cue",
}

var csvHead = strings.Join(csvColumns, ",") + "\r\n"

// Columns are the names of the columns of [CSV].
func Columns() []string { return slices.Clone(csvColumns) }

// Rows returns the lines of [CSV] for a document of text, one a message and a cell
// for each of [Columns], for those who write tables of other kinds. Its cells are
// [Visible], and not defused: where a table knows text from formulas, "=1+1" stands
// as it is. The error is a [*MismatchError].
func Rows(text string, doc *verbatim.Document, unit Unit) ([][]string, error) {
	if err := Check(text, doc); err != nil {
		return nil, err
	}
	return newArticle(text, doc, CSV.form(), Options{Units: unit}).csvRows(), nil
}

func (a *article) csvRows() [][]string {
	rows := make([][]string, len(a.Messages))
	for n := range rows {
		rows[n] = a.csvRow(n)
		for k, cell := range rows[n] {
			rows[n][k] = Visible(cell)
		}
	}
	return rows
}

// csvRecord makes a line for each message.
func csvRecord(a *article) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	for _, row := range a.csvRows() {
		for k := range row {
			row[k] = defused(row[k])
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// csvRow returns the cells of message n, in the order of csvColumns.
func (a *article) csvRow(n int) []string {
	m := &a.Messages[n]
	row := []string{a.ID, "", strconv.Itoa(n), "", string(m.Form), string(m.Mode), m.Stance.String()}
	if a.Published != nil {
		row[1] = a.Published.Value
	}
	if m.Repeats != nil {
		row[3] = strconv.Itoa(*m.Repeats)
	}
	kind := ""
	if m.Speaker != nil {
		kind = string(a.Speakers[m.Speaker.ID].Kind)
	}
	row = append(row, nameOf(m.Speaker), idOf(m.Speaker), kind, nameOf(m.Recipient), idOf(m.Recipient), string(m.Channel))
	row = append(row, sentCells(m.Sent)...)
	addresses, lost := a.addressCells(m.URLs)
	row = append(row, m.Text, chance(m.Confidence), addresses, lost)
	source := ""
	if m.Source != nil {
		source = a.ranges(*m.Source)
	}
	return append(row, a.ranges(m.Content...), a.ranges(m.Verbatim...), source, a.ranges(m.Cue...))
}

// idOf is the ID of one end of a message; empty for nobody.
func idOf(p *verbatim.Party) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(p.ID)
}

// sentCells are value, beginning and end of a time.
func sentCells(sent *verbatim.MessageTime) []string {
	if sent == nil {
		return []string{"", "", ""}
	}
	return []string{sent.Value, instant(sent.From), instant(sent.To)}
}

// instant writes a time in RFC 3339; empty for the zero time.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// addressCells lists addresses, and what each has lost, one space apart. White
// space cannot stand in an address.
func (a *article) addressCells(urls []int) (addresses, lost string) {
	var all, losses []string
	damaged := false
	for _, n := range urls {
		u := &a.URLs[n]
		all = append(all, strings.Join(strings.Fields(u.Address), ""))
		losses = append(losses, lossOf(u, "+", "-"))
		damaged = damaged || len(u.Lossy) > 0
	}
	if !damaged {
		losses = nil
	}
	return strings.Join(all, " "), strings.Join(losses, " ")
}

// lossOf joins what an address has lost; without loss it is none.
func lossOf(u *verbatim.URL, between, none string) string {
	if len(u.Lossy) == 0 {
		return none
	}
	list := make([]string, len(u.Lossy))
	for n, loss := range u.Lossy {
		list[n] = string(loss)
	}
	return strings.Join(list, between)
}

func chance(c float64) string { return strconv.FormatFloat(c, 'f', -1, 64) }

// defused keeps a spreadsheet from taking a cell for a formula. A cell that
// begins with what begins one, or with an apostrophe, has an apostrophe put in
// front of it: whoever takes one apostrophe away where a cell begins with one has
// the cell as it was. The first characters are those of OWASP's page on CSV
// injection, wide forms included; a tab or a line break can no longer stand
// there.
func defused(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r\n'＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
