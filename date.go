package verbatim

import "time"

// A TimestampType is the TIMEX3 type of a time expression.
type TimestampType string

const (
	Date     TimestampType = "DATE"     // a calendar day, month, year or other period
	Time     TimestampType = "TIME"     // a time of day
	Duration TimestampType = "DURATION" // a length of time
	Set      TimestampType = "SET"      // times that recur
)

// A Timestamp is a time expression of the text.
type Timestamp struct {
	Span
	Type TimestampType `json:"type"`
	// Value is the TIMEX3 value; it is empty where the text does not fix one.
	Value string `json:"value,omitempty"`
	// From and To are the interval [From, To) that the value covers. Both are
	// zero where the value is no interval of the calendar.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Dateline reports that the expression is furniture of the article, such
	// as a publication stamp, and not part of its prose.
	Dateline bool `json:"dateline,omitempty"`
}

// FindTimestamps returns the time expressions of text in order.
func FindTimestamps(text string, published time.Time) []Timestamp { return nil }
