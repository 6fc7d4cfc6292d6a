package verbatimbeam_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	verbatimbeam "github.com/verbatim-news/verbatim/beam"
)

// rowsOf writes rows as a Parquet file.
func rowsOf[T any](t *testing.T, options []parquet.WriterOption, rows ...T) []byte {
	t.Helper()
	var out bytes.Buffer
	writer := parquet.NewGenericWriter[T](&out, options...)
	if _, err := writer.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// onFriday is a text that reckons a day from the one on which it was published, which
// is Saturday, 3 February 2024, in all of these tests.
const onFriday = "“The bridge is safe,” Mara Quill said on Friday."

// TestParquet reads the columns as programs write them.
func TestParquet(t *testing.T) {
	type words struct {
		Section   string `parquet:"section,dict"`
		ID        string `parquet:"id"`
		Text      string `parquet:"text,zstd"`
		Published string `parquet:"published"`
	}
	type clock struct {
		ID        int64     `parquet:"id"`
		Text      *string   `parquet:"text,optional,snappy"`
		Published time.Time `parquet:"published,timestamp(microsecond)"`
	}
	type milliseconds struct {
		ID        int32  `parquet:"id"`
		Text      string `parquet:"text"`
		Published int64  `parquet:"published,timestamp(millisecond)"`
	}
	type day struct {
		Text      string `parquet:"text"`
		Published int32  `parquet:"published,date"`
	}
	type hive struct {
		Text      string           `parquet:"text"`
		Published deprecated.Int96 `parquet:"published"`
	}
	type bare struct {
		Text      []byte   `parquet:"text"`
		Published *float64 `parquet:"published"`
	}
	text, saturday := onFriday, time.Date(2024, 2, 3, 14, 5, 0, 0, time.UTC)
	seconds := float64(saturday.Unix())
	nanoseconds := uint64(saturday.Sub(saturday.Truncate(24 * time.Hour)))
	julian := uint32(saturday.Unix()/86400 + 2440588)
	for name, file := range map[string][]byte{
		"words":          rowsOf(t, nil, words{"news", "7", text, "3 Feb 2024 14:05"}),
		"clock":          rowsOf(t, nil, clock{7, &text, saturday}),
		"milliseconds":   rowsOf(t, nil, milliseconds{7, text, saturday.UnixMilli()}),
		"day":            rowsOf(t, nil, day{text, int32(saturday.Unix() / 86400)}),
		"hive":           rowsOf(t, nil, hive{text, deprecated.Int96{uint32(nanoseconds), uint32(nanoseconds >> 32), julian}}),
		"bare":           rowsOf(t, nil, bare{[]byte(text), &seconds}),
		"several groups": rowsOf(t, []parquet.WriterOption{parquet.MaxRowsPerRowGroup(1)}, words{"news", "7", text, "2024-02-03"}, words{"news", "7", text, "2024-02-03"}),
	} {
		t.Run(name, func(t *testing.T) {
			records, failures, _ := pipe(t, write(t, filepath.Join(t.TempDir(), "a.parquet"), file), verbatimbeam.Source{}, verbatimbeam.Options{Light: true})
			if len(failures) != 0 || len(records) == 0 {
				t.Fatalf("records %s, failures %s", records, failures)
			}
			for _, record := range records {
				if !strings.Contains(record, `"sent":{"value":"2024-02-02"`) {
					t.Errorf("another day in %s", record)
				}
				if hasID := name != "day" && name != "hive" && name != "bare"; hasID != strings.HasPrefix(record, `{"id":"7",`) {
					t.Errorf("another id in %s", record)
				}
			}
		})
	}
}

// TestParquetFailures reads rows and files that are none.
func TestParquetFailures(t *testing.T) {
	type row struct {
		ID   string  `parquet:"id"`
		Text *string `parquet:"text,optional"`
	}
	type list struct {
		Text []string `parquet:"text,list"`
	}
	type number struct {
		Text int64 `parquet:"text"`
	}
	good, latin, long := "a", "caf\xe9", strings.Repeat("a", 200)
	whole := rowsOf(t, nil, row{"1", &good}, row{"2", nil}, row{"3", &latin}, row{"4", &long})
	for name, test := range map[string]struct {
		file    []byte
		records int
		want    []string
	}{
		"rows":   {whole, 1, []string{`{"id":"2","file":"FILE","line":2,"error":"no \"text\""}`, `{"id":"3","file":"FILE","line":3,"error":"text is not UTF-8"}`, `{"id":"4","file":"FILE","line":4,"error":"longer than 150 bytes"}`}},
		"list":   {rowsOf(t, nil, list{[]string{"a"}}), 0, []string{`{"file":"FILE","line":1,"error":"reading: there is no column text"}`}},
		"number": {rowsOf(t, nil, number{7}), 0, []string{`{"file":"FILE","line":1,"error":"reading: the column text is INT(64,true)"}`}},
		"cut":    {whole[:len(whole)/2], 0, []string{`{"file":"FILE","line":1,"error":"reading: `}},
	} {
		t.Run(name, func(t *testing.T) {
			file := write(t, filepath.Join(t.TempDir(), "a.parquet"), test.file)
			records, failures, _ := pipe(t, file, verbatimbeam.Source{MaxBytes: 150}, verbatimbeam.Options{Light: true})
			if len(records) != test.records || len(failures) != len(test.want) {
				t.Fatalf("records %s, failures %s", records, failures)
			}
			for n, want := range test.want {
				if got := strings.ReplaceAll(failures[n], file, "FILE"); !strings.HasPrefix(got, want) {
					t.Errorf("failure %s; want %s", got, want)
				}
			}
		})
	}
}
