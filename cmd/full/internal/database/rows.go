package database

import (
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// rows adds rows to the tables, within one transaction.
type rows struct {
	transaction *sql.Tx
	statements  map[string]*sql.Stmt // by table
	last        map[string]int64     // the last id of each table
}

// columns are those of each table, in the order in which rows are given.
var columns = map[string]string{
	"articles":          "id, name, published, updated, text, unit, sha256, version, model",
	"speakers":          "id, article_id, number, name, kind, titles, roles, aliases",
	"times":             `id, article_id, number, start, "end", words, type, value, modifier, other, from_time, to_time, granularity, holiday, dateline`,
	"addresses":         `id, article_id, number, start, "end", address, host, kind, lossy, confidence`,
	"messages":          "id, article_id, number, stance, speaker_id, recipient_id, channel, sent, sent_from, sent_to, time_id, text, form, mode, repeats_id, confidence",
	"message_addresses": "message_id, address_id",
	"message_spans":     `message_id, role, position, start, "end", words`,
	"mentions":          `speaker_id, start, "end", words`,
}

func begin(database *sql.DB) (*rows, error) {
	transaction, err := database.Begin()
	if err != nil {
		return nil, err
	}
	r := &rows{transaction: transaction, statements: map[string]*sql.Stmt{}, last: map[string]int64{}}
	for table, list := range columns {
		places := strings.Repeat(", ?", strings.Count(list, ",")+1)[2:]
		// A speaker may be mentioned twice by the same bytes of a foreign document.
		statement, err := transaction.Prepare("INSERT OR IGNORE INTO " + table + " (" + list + ") VALUES (" + places + ")")
		if err != nil {
			return nil, err
		}
		r.statements[table] = statement
	}
	return r, nil
}

func (r *rows) commit() error { return r.transaction.Commit() }

// add adds the rows of a document.
func (r *rows) add(text string, doc *verbatim.Document, unit export.Unit) error {
	x := &insertion{rows: r, text: text, doc: doc, counted: export.Recount(text, doc, unit)}
	x.speakersBefore, x.timesBefore, x.addressesBefore, x.messagesBefore = r.last["speakers"], r.last["times"], r.last["addresses"], r.last["messages"]
	x.article(unit)
	for n := range doc.Speakers {
		x.speaker(n)
	}
	for n := range doc.Timestamps {
		x.time(n)
	}
	for n := range doc.URLs {
		x.address(n)
	}
	for n := range doc.Messages {
		x.message(n)
	}
	return x.err
}

// An insertion adds the rows of one document, and keeps the first error.
type insertion struct {
	*rows
	text                                                         string
	doc, counted                                                 *verbatim.Document // counted has its spans in the unit of the database
	speakersBefore, timesBefore, addressesBefore, messagesBefore int64              // the last ids before the document's own
	err                                                          error
}

// put adds a row to a table.
func (x *insertion) put(table string, values ...any) {
	if x.err == nil {
		_, x.err = x.statements[table].Exec(values...)
	}
}

// next returns a new id for a table.
func (x *insertion) next(table string) int64 {
	x.last[table]++
	return x.last[table]
}

func (x *insertion) article(unit export.Unit) {
	made := x.doc.Provenance
	x.put("articles", x.next("articles"), shown(x.doc.ID), stamp(x.doc.Published), stamp(x.doc.Updated), readable(x.text), string(unit),
		orNull(made.SHA256), orNull(made.Version), orNull(made.Model))
}

func (x *insertion) speaker(n int) {
	s, counted := &x.doc.Speakers[n], &x.counted.Speakers[n]
	id := x.next("speakers")
	x.put("speakers", id, x.last["articles"], n, export.Visible(s.Name), shown(string(s.Kind)), list(s.Titles), list(s.Roles), list(s.Aliases))
	for k, mention := range s.Mentions {
		x.put("mentions", id, counted.Mentions[k].Start, counted.Mentions[k].End, readable(mention.In(x.text)))
	}
}

func (x *insertion) time(n int) {
	t, counted := &x.doc.Timestamps[n], x.counted.Timestamps[n].Span
	x.put("times", x.next("times"), x.last["articles"], n, counted.Start, counted.End, readable(t.In(x.text)), export.Visible(string(t.Type)), shown(t.Value),
		shown(string(t.Modifier)), shown(t.Other), instant(t.From), instant(t.To), shown(string(t.Granularity)), shown(t.Holiday), t.Dateline)
}

func (x *insertion) address(n int) {
	u, counted := &x.doc.URLs[n], x.counted.URLs[n].Span
	lossy := make([]string, len(u.Lossy))
	for k, loss := range u.Lossy {
		lossy[k] = string(loss)
	}
	x.put("addresses", x.next("addresses"), x.last["articles"], n, counted.Start, counted.End, export.Visible(u.Address), shown(u.Host), shown(string(u.Kind)),
		list(lossy), u.Confidence)
}

func (x *insertion) message(n int) {
	m, counted := &x.doc.Messages[n], &x.counted.Messages[n]
	id := x.next("messages")
	var sent, from, to, told, repeats any
	if m.Sent != nil {
		sent, from, to = shown(m.Sent.Value), instant(m.Sent.From), instant(m.Sent.To)
		if m.Sent.Timestamp != nil {
			told = x.timesBefore + 1 + int64(*m.Sent.Timestamp)
		}
	}
	if m.Repeats != nil {
		repeats = x.messagesBefore + 1 + int64(*m.Repeats)
	}
	x.put("messages", id, x.last["articles"], n, export.Visible(m.Stance.String()), x.party(m.Speaker), x.party(m.Recipient), shown(string(m.Channel)),
		sent, from, to, told, export.Visible(m.Text), export.Visible(string(m.Form)), export.Visible(string(m.Mode)), repeats, m.Confidence)
	for _, url := range m.URLs {
		x.put("message_addresses", id, x.addressesBefore+1+int64(url))
	}
	x.spans(id, "content", m.Content, counted.Content)
	x.spans(id, "verbatim", m.Verbatim, counted.Verbatim)
	x.spans(id, "cue", m.Cue, counted.Cue)
	if m.Source != nil {
		x.spans(id, "source", []verbatim.Span{*m.Source}, []verbatim.Span{*counted.Source})
	}
}

func (x *insertion) spans(message int64, role string, spans, counted []verbatim.Span) {
	for n, s := range spans {
		x.put("message_spans", message, role, n, counted[n].Start, counted[n].End, readable(s.In(x.text)))
	}
}

// party is the id of one end of a message, or null.
func (x *insertion) party(p *verbatim.Party) any {
	if p == nil {
		return nil
	}
	return x.speakersBefore + 1 + int64(p.ID)
}

// readable is a text as SQL can have it, with as many characters: what is not UTF-8
// is U+FFFD, and so is NUL, at which some of its functions end.
func readable(text string) string {
	return strings.Map(func(r rune) rune { // of invalid bytes, r is U+FFFD
		if r == 0 {
			return '\uFFFD'
		}
		return r
	}, text)
}

// shown is a value on one line, as export.Visible has it; null where there is none.
func shown(value string) any { return orNull(export.Visible(value)) }

func orNull(value string) any {
	if value == "" {
		return nil
	}
	return value
}

func stamp(t *verbatim.Timestamp) any {
	if t == nil {
		return nil
	}
	return shown(t.Value)
}

func instant(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.Format(time.RFC3339)
}

// list is a JSON array; null where it is empty.
func list(values []string) any {
	if len(values) == 0 {
		return nil
	}
	visible := make([]string, len(values))
	for n, value := range values {
		visible[n] = export.Visible(value)
	}
	array, err := json.Marshal(visible)
	if err != nil { // of strings there is none
		return nil
	}
	return string(array)
}
