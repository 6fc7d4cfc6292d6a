package database

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// written makes a database of the documents of texts, with the names of their
// indexes, and opens it.
func written(t *testing.T, options export.Options, texts ...string) *sql.DB {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a b?#%.db") // a name that a URI would misread
	w, err := Create(file, options)
	if err != nil {
		t.Fatal(err)
	}
	for n, text := range texts {
		doc := verbatim.Parse(text)
		doc.ID = fmt.Sprint("a", n)
		if err := w.Encode(text, doc); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatal(err)
	}
	return opened(t, file)
}

func opened(t *testing.T, file string) *sql.DB {
	t.Helper()
	database, err := sql.Open("sqlite", file)
	if strings.ContainsAny(file, "?#%") {
		moved := filepath.Join(t.TempDir(), "moved.db")
		if err := os.Rename(file, moved); err != nil {
			t.Fatal(err)
		}
		database, err = sql.Open("sqlite", moved)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { database.Close() })
	return database
}

// query returns the rows of a query, the cells of each with a stroke between them.
func query(t *testing.T, database *sql.DB, statement string, arguments ...any) []string {
	t.Helper()
	rows, err := database.Query(statement, arguments...)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for rows.Next() {
		cells, places := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for n := range cells {
			places[n] = &cells[n]
		}
		if err := rows.Scan(places...); err != nil {
			t.Fatal(err)
		}
		parts := make([]string, len(cells))
		for n, cell := range cells {
			if parts[n] = cell.String; !cell.Valid {
				parts[n] = "null"
			}
		}
		list = append(list, strings.Join(parts, "|"))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// goldenTexts are the articles of testdata/parse.
func goldenTexts(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "testdata", "parse", "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden articles: %v", len(paths), err)
	}
	var texts []string
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(content), "---\n")
		texts = append(texts, text)
	}
	return texts
}

// TestGoldenArticles reads messages, spans, speakers and times back, and has every
// reference lead somewhere.
func TestGoldenArticles(t *testing.T) {
	texts := goldenTexts(t)
	database := written(t, export.Options{}, texts...)
	if faults := query(t, database, "PRAGMA integrity_check"); !slices.Equal(faults, []string{"ok"}) {
		t.Errorf("integrity: %v", faults)
	}
	if faults := query(t, database, "PRAGMA foreign_key_check"); len(faults) > 0 {
		t.Errorf("references lead nowhere: %v", faults)
	}
	if wrong := query(t, database, `SELECT message_spans.words FROM message_spans JOIN messages ON messages.id = message_id JOIN articles ON articles.id = article_id
		WHERE words <> substr(articles.text, start + 1, "end" - start)`); len(wrong) > 0 {
		t.Errorf("%d spans have other words than the text, such as %q", len(wrong), wrong[0])
	}
	for n, text := range texts {
		doc := export.Recount(text, verbatim.Parse(text), export.Runes)
		if diff := cmp.Diff(messagesOf(doc), query(t, database, `SELECT number, stance, channel, sent, text, form, mode,
			(SELECT name FROM speakers WHERE speakers.id = speaker_id), (SELECT name FROM speakers WHERE speakers.id = recipient_id),
			(SELECT number FROM times WHERE times.id = time_id), (SELECT number FROM messages AS repeated WHERE repeated.id = messages.repeats_id),
			(SELECT group_concat(role || ' ' || start || '-' || "end", ', ' ORDER BY role, position) FROM message_spans WHERE message_id = messages.id),
			(SELECT group_concat(addresses.number ORDER BY addresses.number) FROM message_addresses JOIN addresses ON addresses.id = address_id WHERE message_id = messages.id)
			FROM messages WHERE article_id = ? ORDER BY number`, n+1)); diff != "" {
			t.Errorf("article %d does not come back (-document +read):\n%s", n, diff)
		}
	}
}

// messagesOf are the messages of a document as the query above has them.
func messagesOf(doc *verbatim.Document) []string {
	var list []string
	for n := range doc.Messages {
		m := &doc.Messages[n]
		sent, told, repeats := "null", "null", "null"
		if m.Sent != nil {
			sent = orNullWord(m.Sent.Value)
			told = index(m.Sent.Timestamp)
		}
		repeats = index(m.Repeats)
		var spans []string
		add := func(role string, list ...verbatim.Span) {
			for _, s := range list {
				spans = append(spans, fmt.Sprintf("%s %d-%d", role, s.Start, s.End))
			}
		}
		add("content", m.Content...)
		add("cue", m.Cue...)
		if m.Source != nil {
			add("source", *m.Source)
		}
		add("verbatim", m.Verbatim...)
		urls := "null"
		if len(m.URLs) > 0 {
			urls = strings.Trim(strings.ReplaceAll(fmt.Sprint(m.URLs), " ", ","), "[]")
		}
		list = append(list, strings.Join([]string{
			fmt.Sprint(n), m.Stance.String(), orNullWord(string(m.Channel)), sent, export.Visible(m.Text), string(m.Form), string(m.Mode),
			name(m.Speaker), name(m.Recipient), told, repeats, strings.Join(spans, ", "), urls,
		}, "|"))
	}
	return list
}

func name(p *verbatim.Party) string {
	if p == nil {
		return "null"
	}
	return p.Name
}

func index(n *int) string {
	if n == nil {
		return "null"
	}
	return fmt.Sprint(*n)
}

func orNullWord(value string) string {
	if value == "" {
		return "null"
	}
	return value
}

// TestSearch finds words, whatever their capitals and accents, with who said them.
func TestSearch(t *testing.T) {
	database := written(t, export.Options{}, "“The harbour wall is safe,” said Zoë Ñandú. Ben Okafor denied that the Café was closed.")
	for words, want := range map[string]string{"HARBOUR wall": "Zoë Ñandú|asserted", "cafe": "Ben Okafor|denied"} {
		got := query(t, database, "SELECT speaker, stance FROM said JOIN messages_fts ON messages_fts.rowid = said.id WHERE messages_fts MATCH ?", words)
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%q finds %v; want %s", words, got, want)
		}
	}
}

// TestUnits counts as the options say, and runes otherwise.
func TestUnits(t *testing.T) {
	const text = "🦊 “Nous sommes là,” said Élodie Ñandú."
	doc := verbatim.Parse(text)
	for unit, want := range map[export.Unit]export.Unit{"": export.Runes, export.Bytes: export.Bytes, export.UTF16: export.UTF16} {
		span := export.Recount(text, doc, want).Messages[0].Content[0]
		got := query(t, written(t, export.Options{Units: unit}, text), `SELECT unit, start, "end" FROM message_spans, articles WHERE role = 'content'`)
		if want := fmt.Sprintf("%s|%d|%d", want, span.Start, span.End); !slices.Equal(got, []string{want}) {
			t.Errorf("in %q: %v; want %s", unit, got, want)
		}
	}
}

// TestHostileText writes what SQL and its readers could stumble over.
func TestHostileText(t *testing.T) {
	const text = "“'); DROP TABLE messages; --\x00\xff \x1b[31m \u202e =1+1,” said Ana Lopez. “Go,” she told \xed\xa0\x80 Ben."
	database := written(t, export.Options{}, text, "", "\x00")
	if n := query(t, database, "SELECT count(*) FROM articles"); n[0] != "3" {
		t.Errorf("%s articles of 3", n[0])
	}
	for _, cell := range query(t, database, "SELECT text, name FROM messages LEFT JOIN speakers ON speakers.id = speaker_id") {
		if !utf8.ValidString(cell) || cell != export.Visible(cell) {
			t.Errorf("a cell is %q", cell)
		}
	}
	if wrong := query(t, database, `SELECT words FROM message_spans JOIN messages ON messages.id = message_id JOIN articles ON articles.id = article_id
		WHERE words <> substr(articles.text, start + 1, "end" - start)`); len(wrong) > 0 {
		t.Errorf("spans have other words than the text: %q", wrong)
	}
}

func TestErrors(t *testing.T) {
	if _, err := Create(filepath.Join(t.TempDir(), "absent", "a.db"), export.Options{}); err == nil {
		t.Error("a database in a folder that is not there")
	}
	w, err := Create(filepath.Join(t.TempDir(), "a.db"), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var mismatch *export.MismatchError
	if err := w.Encode("x", &verbatim.Document{URLs: []verbatim.URL{{Span: verbatim.Span{End: 9}}}}); !errors.As(err, &mismatch) {
		t.Errorf("the document of another text: %v", err)
	}
	if err := w.Encode("“We go,” said Ana.", verbatim.Parse("“We go,” said Ana.")); err != nil {
		t.Errorf("after it: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

// TestDocumentation runs the query of docs/exports.md.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "docs", "exports.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?sm)^```[a-z]*\n(.*?)^```$")
	_, section, found := strings.Cut(string(page), "\n## sqlite\n")
	examples := blocks.FindAllStringSubmatch(section, -1)
	article := regexp.MustCompile("(?s)`reyes.txt`:\n\n```\n(.*?)```").FindStringSubmatch(string(page))
	if !found || len(examples) != 2 || article == nil {
		t.Fatal("docs/exports.md shows no query, or no article")
	}
	database := written(t, export.Options{}, article[1])
	if got := strings.Join(query(t, database, examples[0][1]), "\n") + "\n"; got != examples[1][1] {
		t.Errorf("docs/exports.md shows\n%s\nand the query gives\n%s", examples[1][1], got)
	}
}
