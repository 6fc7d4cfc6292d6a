package reading

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/verbatim-news/verbatim"
)

// Options are those of a reading, as the object that JavaScript gives. The zero
// value has those of the zero parser. verbatim.d.ts describes them.
type Options struct {
	ID        string               `json:"id"`
	Published published            `json:"published"`
	Prefer    verbatim.Direction   `json:"prefer"`
	DayFirst  bool                 `json:"dayFirst"`
	Light     bool                 `json:"light"`
	Explain   bool                 `json:"explain"`
	Names     []verbatim.KnownName `json:"names"`
	Units     units                `json:"units"`
	Title     string               `json:"title"` // of a page
}

// An OptionError says what is wrong with the options.
type OptionError struct{ Problem string }

// Error returns the problem.
func (e *OptionError) Error() string { return e.Problem }

// readOptions reads the JSON of an object of options; the empty string is none.
// Its errors are of type [*OptionError].
func readOptions(object string) (Options, error) {
	var o Options
	if object == "" {
		return o, nil
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(object)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&o); err != nil {
		return Options{}, &OptionError{"options: " + err.Error()}
	}
	if _, err := decoder.Token(); err != io.EOF {
		return Options{}, &OptionError{"options: more than one object"}
	}
	if o.Prefer != "" && !o.Prefer.Valid() {
		return Options{}, &OptionError{fmt.Sprintf("prefer: %q is none of past, future and nearest", o.Prefer)}
	}
	return o, nil
}

// parser returns a parser with the options.
func (o *Options) parser() (*verbatim.Parser, error) {
	p := &verbatim.Parser{
		Published: time.Time(o.Published), Prefer: o.Prefer, DayFirst: o.DayFirst, Light: o.Light, Explain: o.Explain,
	}
	if len(o.Names) > 0 {
		names, err := verbatim.NewNames(o.Names)
		if err != nil {
			return nil, &OptionError{"names: " + err.Error()}
		}
		p.Names = names
	}
	return p, nil
}

// published is a time of publication, YYYY-MM-DD or RFC 3339; the empty string
// is one that is not known.
type published time.Time

// UnmarshalText reads the time.
func (p *published) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = published{}
		return nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, string(text)); err == nil {
			*p = published(t)
			return nil
		}
	}
	return fmt.Errorf("published: %.100q is neither YYYY-MM-DD nor an RFC 3339 time", text)
}

// MarshalText writes the time, so that options can be compared.
func (p published) MarshalText() ([]byte, error) { return time.Time(p).MarshalText() }

// units are what spans are counted in.
type units string

const (
	utf16Units units = "utf16" // as JavaScript counts; the empty string means it too
	byteUnits  units = "bytes" // of UTF-8, as Go does
	runeUnits  units = "runes" // code points, as Python does
)

// UnmarshalText reads the name of the units.
func (u *units) UnmarshalText(text []byte) error {
	switch value := units(text); value {
	case "", utf16Units, byteUnits, runeUnits:
		*u = value
		return nil
	}
	return fmt.Errorf("units: %.100q is none of utf16, bytes and runes", text)
}

// of returns how a span of text is counted in the units, or nil for bytes.
func (u units) of(text string) func(verbatim.Span) verbatim.Span {
	switch u {
	case byteUnits:
		return nil
	case runeUnits:
		return verbatim.NewOffsets(text).Runes
	}
	return verbatim.NewOffsets(text).UTF16
}
