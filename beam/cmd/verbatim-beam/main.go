// Command verbatim-beam reads news articles and writes who said what to whom, as a
// pipeline of Apache Beam: within its own process, or on Flink, Spark or Dataflow.
//
//	verbatim-beam -in 'archive/*.ndjson.gz' -out records/2016
//	verbatim-beam -in 'gs://archive/*.parquet' -out gs://said/2016 -runner dataflow -project news -region europe-west1 -staging_location gs://said/staging
//	verbatim-beam -in … -out … -runner flink -endpoint localhost:8099 -environment_type DOCKER -environment_config IMAGE
//
// The records are what "verbatim batch" writes, in files OUT-00000-of-00016.ndjson and
// so on; for articles that cannot be read there are lines in OUT-failures-….
// docs/beam.md tells more.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/exec/optimized" // calls without reflection
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"

	"github.com/verbatim-news/verbatim"
	verbatimbeam "github.com/verbatim-news/verbatim/beam"
	"github.com/verbatim-news/verbatim/internal/published"
)

func main() {
	run := declare(flag.CommandLine)
	flag.Parse()
	beam.Init() // a worker does its work in it and ends
	if flag.NArg() > 0 {
		fail(2, fmt.Errorf("%q follows the flags, and -in names what is read", flag.Arg(0)))
	}
	pipeline, err := run.pipeline()
	if err != nil {
		fail(2, err)
	}
	result, err := beam.Run(context.Background(), run.runner(), pipeline)
	if err != nil {
		fail(1, err)
	}
	for _, count := range result.Metrics().AllMetrics().Counters() {
		if count.Key.Namespace == "verbatim" {
			fmt.Fprintf(os.Stderr, "%s: %d\n", count.Key.Name, count.Result())
		}
	}
}

func fail(status int, err error) {
	fmt.Fprintf(os.Stderr, "verbatim-beam: %v\n", err)
	os.Exit(status)
}

// A run is what the command line asks for.
type run struct {
	in, out   string
	failures  string
	shards    int
	published string
	prefer    string
	source    verbatimbeam.Source
	options   verbatimbeam.Options
}

// declare declares the flags.
func declare(flags *flag.FlagSet) *run {
	r := new(run)
	flags.StringVar(&r.in, "in", "", "read the files that match a `pattern`: lines of JSON, plain, gzip or zstd, or Parquet")
	flags.StringVar(&r.out, "out", "", "write records to files whose names begin with `prefix`")
	flags.StringVar(&r.failures, "failures", "", "write lines for what cannot be read to files whose names begin with `prefix` (default that of -out with -failures)")
	flags.IntVar(&r.shards, "shards", 16, "write `n` files of records")
	flags.IntVar(&r.source.MaxBytes, "max-bytes", 0, "refuse lines of more than `n` bytes (default 16 MiB)")
	flags.StringVar(&r.published, "published", "", "the `date` of publication for articles that do not say")
	flags.StringVar(&r.source.Zone, "timezone", "", "the time `zone` of dates without one, such as Europe/London or +01:00 (default UTC); -zone is a flag of Dataflow")
	flags.StringVar(&r.prefer, "prefer", "", "read a day that the article leaves open as `past|future|nearest` (default past)")
	flags.BoolVar(&r.options.DayFirst, "day-first", false, "read 3/4/2024 as 3 April where the article does not tell")
	flags.BoolVar(&r.options.Light, "light", false, "read by rules alone: much faster, much less accurate in flattened text")
	flags.BoolVar(&r.options.Explain, "explain", false, "say what decided who said it, to whom, how and when")
	return r
}

// runner is the name of the engine.
func (r *run) runner() string {
	if *runners.Runner == "" {
		return ownRunner
	}
	return *runners.Runner
}

// pipeline makes the pipeline. The error is one of the command line.
func (r *run) pipeline() (*beam.Pipeline, error) {
	switch {
	case r.in == "" || r.out == "":
		return nil, fmt.Errorf("-in and -out are needed")
	case r.shards < 1:
		return nil, fmt.Errorf("-shards is %d, and no number from 1", r.shards)
	}
	zone := time.UTC
	var err error
	if r.source.Zone != "" {
		if zone, err = published.Zone(r.source.Zone); err != nil {
			return nil, fmt.Errorf("-timezone: %w", err)
		}
	}
	if r.options.Published, err = published.Parse(r.published, zone); err != nil {
		return nil, fmt.Errorf("-published: %w", err)
	}
	r.options.Prefer, r.options.Zone = verbatim.Direction(r.prefer), r.source.Zone
	if err := r.options.Validate(); err != nil {
		return nil, err
	}
	if r.failures == "" {
		r.failures = r.out + "-failures"
	}
	pipeline, s := beam.NewPipelineWithRoot()
	articles, unreadable := verbatimbeam.Read(s, r.in, r.source)
	records, unread := verbatimbeam.Parse(s, articles, r.options)
	verbatimbeam.Write(s, r.out, r.shards, records)
	verbatimbeam.WriteFailures(s, r.failures, 1, beam.Flatten(s, unreadable, unread))
	return pipeline, nil
}
