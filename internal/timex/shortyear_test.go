package timex

import (
	"testing"
)

// Two digits are a year where an apostrophe stands for its century or where the
// date is written as forms have it.
func TestShortYear(t *testing.T) {
	for _, c := range []struct{ text, span, value string }{
		{"The mill burned in '87.", "87", "1987"},
		{"The mill burned in the summer of ’68.", "the summer of ’68", "1968-SU"},
		{"He lost all in the crash of '29.", "29", "1929"},
		{"He was of the class of '32.", "32", "2032"},
		{"The mill burned in May '68 and again.", "May '68", "1968-05"},
		{"The mill burned on May 4, '87, at noon.", "May 4, '87, at noon", "1987-05-04T12:00"},
		{"Dated 3-Mar-15 by hand.", "3-Mar-15", "2015-03-03"},
		{"dated 3 mar 15 by hand", "3 mar 15", "2015-03-03"},
		{"it opened on 4 may 87 in orrin", "4 may 87", "1987-05-04"},
		{"it opened on 4 may 87 people came", "4 may", "2017-05-04"},
		{"it opened on 4 nov 12 people came", "4 nov", "2017-11-04"},
		{"it opened on nov 4 12 boats came", "nov 4", "2017-11-04"},
		{"it opened on 4 nov 10 30 a m", "4 nov 10 30 a m", "2017-11-04T10:30"},
	} {
		times := read(c.text, tuesday)
		if last := len(times) - 1; last < 0 || times[last].In(c.text) != c.span || times[last].Value != c.value {
			t.Errorf("%q = %+v, want %q = %s", c.text, times, c.span, c.value)
		}
	}
	for _, text := range []string{"She said '87 of them came.", "It rose 4-5-12 in all.", "The 'class' of 95 met."} {
		if times := read(text, tuesday); len(times) > 0 {
			t.Errorf("%q = %+v, want none", text, times)
		}
	}
}
