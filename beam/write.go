package verbatimbeam

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn1x2[Record, int, string](&recordLineFn{})
	register.DoFn1x3[Failure, int, string, error](&failureLineFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
}

// Write writes a collection of [Record] as lines to files PREFIX-00000-of-00064.ndjson
// and so on, where shards is 64. Which of them has a record depends on the record alone;
// the lines of a file are in no order. A file appears when it is whole, and one that
// would have no line is not written.
func Write(s beam.Scope, prefix string, shards int, records beam.PCollection) {
	s = s.Scope("verbatim.Write")
	write(s, prefix, shards, beam.ParDo(s, &recordLineFn{Shards: shards}, records))
}

// WriteFailures does for a collection of [Failure] what [Write] does for records.
func WriteFailures(s beam.Scope, prefix string, shards int, failures beam.PCollection) {
	s = s.Scope("verbatim.WriteFailures")
	write(s, prefix, shards, beam.ParDo(s, &failureLineFn{Shards: shards}, failures))
}

func write(s beam.Scope, prefix string, shards int, lines beam.PCollection) {
	if shards < 1 {
		panic("verbatimbeam: no number of shards")
	}
	filesystem.ValidateScheme(prefix)
	beam.ParDo0(s, &writeFn{Prefix: prefix, Shards: shards}, beam.GroupByKey(s, lines))
}

// A recordLineFn gives the line of a record and the shard that it goes to.
type recordLineFn struct{ Shards int }

// ProcessElement gives a line.
func (f *recordLineFn) ProcessElement(r Record) (shard int, line string) {
	return shardOf(r.JSON, f.Shards), r.JSON
}

// A failureLineFn gives the line of a failure and the shard that it goes to.
type failureLineFn struct{ Shards int }

// ProcessElement gives a line.
func (f *failureLineFn) ProcessElement(failure Failure) (shard int, line string, err error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(failure); err != nil {
		return 0, "", err
	}
	line = string(bytes.TrimSuffix(out.Bytes(), []byte("\n")))
	return shardOf(line, f.Shards), line, nil
}

// shardOf spreads lines evenly. A line read again goes where it went before.
func shardOf(line string, shards int) int {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(line)) // it never fails
	return int(sum.Sum64() % uint64(shards))
}

// A writeFn writes the lines of a shard to its file.
type writeFn struct {
	Prefix string
	Shards int
}

// ProcessElement writes a file. An engine may have two workers write the same one at a
// time: each writes to a file of its own, and the last to be whole stays, which has the
// same lines. Where files cannot be renamed, as in object stores, they appear whole
// anyway.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s-%05d-of-%05d.ndjson", f.Prefix, shard, f.Shards)
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	renamer, renames := files.(filesystem.Renamer)
	if !renames {
		return writeLines(ctx, files, name, lines)
	}
	unfinished := fmt.Sprintf("%s.%016x.unfinished", name, rand.Uint64())
	if err := writeLines(ctx, files, unfinished, lines); err != nil {
		if remover, ok := files.(filesystem.Remover); ok {
			err = errors.Join(err, remover.Remove(ctx, unfinished))
		}
		return err
	}
	return renamer.Rename(ctx, unfinished, name)
}

func writeLines(ctx context.Context, files filesystem.Interface, name string, lines func(*string) bool) error {
	file, err := files.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	for line := ""; lines(&line); {
		_, _ = out.WriteString(line) // Flush returns the first error
		_ = out.WriteByte('\n')
	}
	return errors.Join(out.Flush(), file.Close())
}
