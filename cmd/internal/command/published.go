package command

import (
	"flag"

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
