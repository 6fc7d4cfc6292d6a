package command

import (
	"flag"
	"fmt"
	"time"

	"github.com/verbatim-news/verbatim/internal/published"
)

// defineDates declares the flags that tell when articles were published. A date given
// before the zone is read again in it.
func (r *reader) defineDates(flags *flag.FlagSet) {
	date := &given{}
	date.set = func(value string) (string, error) {
		when, err := published.Parse(value, r.zone)
		switch {
		case err == nil:
			r.parser.Published = when
			return value, nil
		case r.open != nil && isFieldName(value):
			r.fields.Published = value
			return value, nil
		}
		return "", err
	}
	usage := "the `date` of publication for articles that do not say: 2024-02-03, \"3 Feb 2024 14:05\", RFC 3339 or 1123, or seconds since 1970"
	if r.open != nil {
		usage = "the `date` of publication for articles that do not say: 2024-02-03, \"3 Feb 2024 14:05\", RFC 3339 or 1123, or seconds since 1970; or the field of CSV and JSON that holds it, such as meta.date"
	}
	flags.Var(date, "published", usage)
	r.defineZone(flags, func() (err error) {
		if !r.parser.Published.IsZero() {
			_, err = date.set(date.value)
		}
		return err
	})
}

// defineZone declares the flag for the zone of dates without one; once it is known,
// changed is called.
func (o *opening) defineZone(flags *flag.FlagSet, changed func() error) {
	flags.Var(&given{set: func(name string) (_ string, err error) {
		if o.zone, err = published.Zone(name); err != nil {
			return "", err
		}
		return name, changed()
	}}, "zone", "the time `zone` of dates without one, such as Europe/London or +01:00 (default UTC)")
}

// publishedField reads the date in a field of a record: a string, or a number of
// seconds or milliseconds since 1970.
func publishedField(f *field, zone *time.Location) (time.Time, error) {
	if !f.isAbsent() && f.kind != kindString && f.kind != kindNumber {
		return time.Time{}, fmt.Errorf("published is %s, neither a string nor a number", f.kind)
	}
	when, err := published.Parse(f.value, zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("published: %w", err)
	}
	return when, nil
}
