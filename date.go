package verbatim

import (
	"time"

	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// FindTimestamps returns the time expressions of text in order; no two share a
// byte. Relative expressions are reckoned from the publication stamp that the
// text carries, or from published where it carries none. With neither (the
// zero time), they are found and left without a value. Only the calendar day
// and clock of published count, in its own location.
//
// [Parse] finds the same and sets Dateline for more of them, since it knows the
// furniture of the page.
//
// FindTimestamps reads no clock, locale or time zone database: the answer
// depends on its arguments alone. Its time is linear in the length of text.
func FindTimestamps(text string, published time.Time) []timex.Timestamp {
	expressions := timex.Scan(token.Read(text).Tokens)
	return timex.ResolveTimes(expressions, timex.ReckonedFrom(expressions, published), timex.PreferPast)
}
