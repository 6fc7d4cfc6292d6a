package verbatim_test

import (
	"testing"
	"time"

	"github.com/verbatim-news/verbatim"
)

// A weekday in the name of a newspaper is no time, and the newspaper is whom
// somebody told.
func TestWeekdayOfNewspaper(t *testing.T) {
	parser := verbatim.Parser{Published: time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)}
	for _, c := range []struct{ text, recipient, sent string }{
		{"“The pier is sound,” Ida Orr told the Sunday Herald.", "Sunday Herald", ""},
		{"the pier is sound ida orr told the sunday herald", "Sunday Herald", ""},
		{"“The pier is sound,” Ida Orr told the Sunday Courier.", "Sunday Courier", ""},
		{"“The pier is sound,” Ida Orr told the Mail on Sunday.", "Mail on Sunday", ""},
		{"“The pier is sound,” Ida Orr told the Sun on Sunday.", "Sun on Sunday", ""},
		{"“The pier is sound,” Ida Orr told Scotland on Sunday.", "Scotland on Sunday", ""},
		{"“The pier is sound,” Ida Orr told the Saturday Evening Post.", "Saturday Evening Post", ""},
		{"“The pier is sound,” Ida Orr told the Sunday Mirror on Monday.", "Sunday Mirror", "2017-11-13"},
		{"“The pier is sound,” Ida Orr told the port authority on Sunday.", "port authority", "2017-11-12"},
	} {
		for _, m := range parser.Parse(c.text).Messages {
			recipient, sent := "", ""
			if m.Recipient != nil {
				recipient = m.Recipient.Name
			}
			if m.Sent != nil {
				sent = m.Sent.Value
			}
			if recipient != c.recipient || sent != c.sent {
				t.Errorf("%q: told %q on %q, want %q on %q", c.text, recipient, sent, c.recipient, c.sent)
			}
		}
	}
}
