package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// TestFormats has parse and batch write the files that need a library.
func TestFormats(t *testing.T) {
	const text = "“We are here,” said Ana Lopez."
	for name, input := range map[string]string{"parse": text, "batch": `{"text": "` + text + `"}`} {
		dir := t.TempDir()
		for format, count := range map[string]func(*testing.T, string) int{"xlsx": rowsOfWorkbook, "sqlite": rowsOfDatabase} {
			file := filepath.Join(dir, "said")
			var stdout, stderr strings.Builder
			tool := command.Tool{Formats: formats}
			status := tool.Run([]string{name, "-format", format, "-o", file}, command.Streams{In: strings.NewReader(input), Out: &stdout, Err: &stderr})
			if status != 0 || stdout.Len()+stderr.Len() > 0 {
				t.Fatalf("%s -format %s: status %d, output %q, reported %q", name, format, status, stdout.String(), stderr.String())
			}
			if n := count(t, file); n != 1 {
				t.Errorf("%s -format %s writes %d messages; want 1", name, format, n)
			}
			if err := os.Remove(file); err != nil {
				t.Error(err)
			}
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%s leaves %v behind, error %v", name, left, err)
		}
	}
}

func rowsOfWorkbook(t *testing.T, file string) int {
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("messages")
	if err != nil {
		t.Fatal(err)
	}
	return len(rows) - 1
}

func rowsOfDatabase(t *testing.T, file string) (n int) {
	database, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	if err := database.QueryRow("SELECT count(*) FROM said").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
