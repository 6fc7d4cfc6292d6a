package verbatimbeam

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
	"github.com/verbatim-news/verbatim/internal/published"
)

func init() {
	register.DoFn4x0[context.Context, Article, func(Record), func(Failure)](&ParseFn{})
}

// Options are those of [verbatim.Parser], in a form that can be sent to the machines
// that read. The zero value is ready to use.
type Options struct {
	Published time.Time            // for articles that do not say; see [verbatim.Parser]
	Zone      string               // of dates without one, such as Europe/London or +01:00; empty is UTC
	Prefer    verbatim.Direction   // which way a day points that the article leaves open
	DayFirst  bool                 // read 3/4/2024 as 3 April where the article does not tell
	Light     bool                 // read by rules alone
	Names     []verbatim.KnownName // those whom the caller knows
	MaxBytes  int                  // how long a text may be; 0 allows any length
	Explain   bool                 // say what decided who said it, to whom, how and when
}

// Validate returns what is wrong with the options, or nil.
func (o *Options) Validate() error {
	_, _, err := o.parser()
	return err
}

// parser returns the parser of the options, and the zone of dates without one.
func (o *Options) parser() (*verbatim.Parser, *time.Location, error) {
	zone, err := zoneOf(o.Zone)
	if err != nil {
		return nil, nil, err
	}
	if o.Prefer != "" && !o.Prefer.Valid() {
		return nil, nil, fmt.Errorf("verbatimbeam: %q is no direction", o.Prefer)
	}
	parser := &verbatim.Parser{
		Published: o.Published, Prefer: o.Prefer, DayFirst: o.DayFirst, Light: o.Light, MaxBytes: o.MaxBytes, Explain: o.Explain,
	}
	if len(o.Names) > 0 {
		if parser.Names, err = verbatim.NewNames(o.Names); err != nil {
			return nil, nil, err
		}
	}
	return parser, zone, nil
}

// zoneOf returns the zone of a name; UTC of none.
func zoneOf(name string) (*time.Location, error) {
	if name == "" {
		return time.UTC, nil
	}
	return published.Zone(name)
}

// Parse reads a collection of [Article]. It gives one of [Record], and one of [Failure]
// for articles that could not be read, which only a fault of the parser itself makes
// happen. It panics where the options are wrong, as functions that construct pipelines
// do; [Options.Validate] tells before.
func Parse(s beam.Scope, articles beam.PCollection, options Options) (records, failures beam.PCollection) {
	if err := options.Validate(); err != nil {
		panic(err)
	}
	return beam.ParDo2(s.Scope("verbatim.Parse"), &ParseFn{Options: options}, articles)
}

// ParseFn is the DoFn behind [Parse]: from an [Article] to a [Record], or to a [Failure]
// as its second output. One parser serves all bundles that a worker has for an instance.
type ParseFn struct {
	Options Options

	parser *verbatim.Parser
	zone   *time.Location
}

// Setup makes the parser.
func (f *ParseFn) Setup() (err error) {
	f.parser, f.zone, err = f.Options.parser()
	return err
}

// ProcessElement reads one article.
func (f *ParseFn) ProcessElement(ctx context.Context, a Article, records func(Record), failures func(Failure)) {
	doc, line, err := f.read(ctx, a)
	if err != nil {
		failureCount.Inc(ctx, 1)
		failures(Failure{ID: a.ID, File: a.File, Line: max(a.Line, 1), Error: oneLine(err)})
		return
	}
	articleCount.Inc(ctx, 1)
	byteCount.Inc(ctx, int64(len(a.Text)))
	messageCount.Inc(ctx, int64(len(doc.Messages)))
	records(Record{ID: a.ID, JSON: line})
}

// read reads an article and makes its record. A fault in either costs this article
// alone: engines would begin the whole bundle again, and for ever.
func (f *ParseFn) read(ctx context.Context, a Article) (doc *verbatim.Document, line string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("internal error: %v", fault)
		}
	}()
	parser := *f.parser
	when, err := published.Parse(a.Published, f.zone)
	switch {
	case err != nil:
		remark(ctx, a, fmt.Errorf("published: %w", err))
	case !when.IsZero():
		parser.Published = when
	}
	doc = parser.Parse(a.Text)
	doc.ID = a.ID
	record, err := export.NewEncoder(io.Discard, export.NDJSON, export.Options{}).Record(a.Text, doc)
	return doc, strings.TrimSuffix(string(record), "\n"), err
}

// remark counts and logs what is odd about an article that is read all the same.
func remark(ctx context.Context, a Article, err error) {
	remarkCount.Inc(ctx, 1)
	place := fmt.Sprintf("id %.100q", a.ID)
	if a.File != "" {
		place = fmt.Sprintf("%s: line %d (%s)", a.File, a.Line, place)
	}
	log.Warnf(ctx, "%s: %s", place, oneLine(err))
}

// oneLine is the message of an error, or of several joined.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
