package verbatimbeam

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/verbatim-news/verbatim/internal/line"
	"github.com/verbatim-news/verbatim/internal/sniff"
)

func init() {
	register.DoFn4x1[context.Context, fileio.FileMetadata, func(Article), func(Failure), error](&readFn{})
}

// A Source says how files are read. Its zero value reads what "verbatim batch" reads.
type Source struct {
	Zone     string // of dates without one, such as Europe/London or +01:00; empty is UTC
	MaxBytes int    // of a line; a longer one becomes a [Failure]; 0 is 16 MiB
}

// Read reads the files that a pattern of the file system matches ("archive/*.ndjson.gz",
// "gs://archive/2016-*"), of which there has to be one. They hold JSON objects, one a
// line, as "verbatim batch" takes them, plain or compressed with gzip or zstd, or are
// Parquet with the columns id, text and published, of which text alone is needed; which
// of these shows in their content, not in their names. It gives a collection of
// [Article], and one of [Failure] for lines and rows that are none and for what is
// broken of a file.
//
// A file is read by one worker, so that lines can be counted: an archive of many files
// keeps many busy. Articles are spread anew after that. What a storage does not give
// is an error that engines try again, and no failure.
//
// It panics where source is wrong, as functions that construct pipelines do.
func Read(s beam.Scope, pattern string, source Source) (articles, failures beam.PCollection) {
	if _, err := zoneOf(source.Zone); err != nil {
		panic(err)
	}
	s = s.Scope("verbatim.Read")
	files := fileio.MatchFiles(s, pattern, fileio.MatchEmptyDisallow())
	articles, failures = beam.ParDo2(s, &readFn{Source: source}, beam.Reshuffle(s, files))
	return beam.Reshuffle(s, articles), failures
}

// A readFn gives the articles of a file.
type readFn struct {
	Source Source

	zone *time.Location
}

// Setup finds the zone.
func (f *readFn) Setup() (err error) {
	f.zone, err = zoneOf(f.Source.Zone)
	if f.Source.MaxBytes <= 0 {
		f.Source.MaxBytes = line.MaxBytes
	}
	return err
}

// ProcessElement reads one file. The error is one of the storage.
func (f *readFn) ProcessElement(ctx context.Context, file fileio.FileMetadata, articles func(Article), failures func(Failure)) error {
	storage, err := filesystem.New(ctx, file.Path)
	if err != nil {
		return err
	}
	stored, err := storage.OpenRead(ctx, file.Path)
	if err != nil {
		return errors.Join(err, storage.Close())
	}
	if isFolder(stored) {
		log.Infof(ctx, "%s is a folder: left out", file.Path)
	} else {
		found := &finding{ctx: ctx, file: file.Path, zone: f.zone, limit: f.Source.MaxBytes, articles: articles, failures: failures}
		err = found.read(stored)
	}
	return errors.Join(err, stored.Close(), storage.Close())
}

// isFolder reports whether a pattern has matched a folder, which can be opened too.
func isFolder(stored io.Reader) bool {
	file, local := stored.(fs.File)
	if !local {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.IsDir()
}

// A finding is the reading of one file.
type finding struct {
	ctx      context.Context
	file     string
	zone     *time.Location
	limit    int // bytes that a line may have
	articles func(Article)
	failures func(Failure)
}

// read reads the file. The error is one of the storage; all others become failures.
func (f *finding) read(stored io.Reader) error {
	watched := &watchedReader{in: stored}
	buffered := bufio.NewReaderSize(watched, 1<<16)
	head, _ := buffered.Peek(len(parquetMagic)) // what is wrong shows in reading on
	switch {
	case string(head) == parquetMagic:
		return f.readParquet(stored, buffered)
	default:
		f.readCompressed(head, buffered)
	}
	return watched.err
}

// readCompressed reads lines, compressed or not.
func (f *finding) readCompressed(head []byte, in io.Reader) {
	switch sniff.Content(head) {
	case sniff.Gzip:
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			f.fail("", 1, fmt.Errorf("reading: %w", err))
			return
		}
		in = unpacked
	case sniff.Zstandard:
		unpacked, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			f.fail("", 1, fmt.Errorf("reading: %w", err))
			return
		}
		defer unpacked.Close()
		in = unpacked
	}
	f.readLines(line.NewReader(in, f.limit))
}

// maxWindow is how far back a zstd stream may refer, in bytes: what "zstd --long"
// writes, and no more, since a reader keeps that much in memory.
const maxWindow = 128 << 20

func (f *finding) readLines(lines *line.Reader) {
	for {
		content, tooLong, err := lines.Next()
		ended := errors.Is(err, io.EOF)
		switch {
		case err != nil && !ended:
			f.fail("", lines.Number, fmt.Errorf("reading: %w", err))
			return
		case tooLong:
			f.fail("", lines.Number, fmt.Errorf("longer than %d bytes", f.limit))
		case !line.IsBlank(content):
			article, remark, err := line.Parse(content, f.zone)
			if err != nil {
				f.fail(article.ID, lines.Number, err)
				break
			}
			f.give(Article{ID: article.ID, Text: article.Text, Published: written(article.Published), Line: lines.Number}, remark)
		}
		if ended {
			return
		}
	}
}

// give hands out an article, with what was odd about it or nil.
func (f *finding) give(a Article, odd error) {
	a.File = f.file
	if odd != nil {
		remark(f.ctx, a, odd)
	}
	f.articles(a)
}

// fail hands out a failure.
func (f *finding) fail(id string, number int, err error) {
	failureCount.Inc(f.ctx, 1)
	f.failures(Failure{ID: id, File: f.file, Line: number, Error: oneLine(err)})
}

// written is the form of a time that [Article] has; its day and zone stay.
func written(when time.Time) string {
	if when.IsZero() {
		return ""
	}
	return when.Format(time.RFC3339Nano)
}

// A watchedReader keeps the error of what it reads from, whatever becomes of it in
// those who read.
type watchedReader struct {
	in  io.Reader
	err error
}

// Read reads.
func (w *watchedReader) Read(p []byte) (int, error) {
	n, err := w.in.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}
