package diff

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// String returns the change on one line: message 3 “We go at noon”: speaker
// “Ana Lopez” → “Ben Okafor”.
func (c Change) String() string {
	if c.Field == "" {
		return c.place() + " " + c.fate()
	}
	return c.place() + ": " + c.Field + " " + c.step()
}

// Format returns changes for people to read: a line for each record that changed,
// and below it an indented one for each field.
//
//	message 3 “We go at noon”
//	    speaker  “Ana Lopez” → “Ben Okafor”
//	    stance   “asserted” → “denied”
//	message 5 “We return” is new
//
// It is empty where there is no change. What would break a line, or cannot be
// seen, is written as in Go.
func Format(changes []Change) string {
	var b strings.Builder
	for first := 0; first < len(changes); {
		last, widest := first, 0 // the changes of one record
		for ; last < len(changes) && changes[last].place() == changes[first].place() && (changes[first].Field == "") == (changes[last].Field == ""); last++ {
			widest = max(widest, utf8.RuneCountInString(changes[last].Field))
		}
		if changes[first].Field == "" {
			last = first + 1
			fmt.Fprintf(&b, "%s %s\n", changes[first].place(), changes[first].fate())
			first = last
			continue
		}
		fmt.Fprintln(&b, changes[first].place())
		for _, c := range changes[first:last] {
			fmt.Fprintf(&b, "    %-*s  %s\n", widest, c.Field, c.step())
		}
		first = last
	}
	return b.String()
}

// place says which record changed.
func (c *Change) place() string {
	words := string(c.Record)
	switch {
	case c.New != nil:
		words += fmt.Sprintf(" %d", *c.New)
	case c.Old != nil:
		words += fmt.Sprintf(" %d", *c.Old)
	}
	if c.Words != "" {
		words += " " + quoted(c.Words)
	}
	return words
}

// fate says whether the record is new or gone.
func (c *Change) fate() string {
	if c.IsGone() {
		return "is gone"
	}
	return "is new"
}

// step says what a field was and what it is.
func (c *Change) step() string { return orNothing(c.From) + " → " + orNothing(c.To) }

func orNothing(value string) string {
	if value == "" {
		return "nothing"
	}
	return quoted(value)
}

// quoted puts a value in marks, and on one line.
func quoted(value string) string {
	escaped := strconv.QuoteToGraphic(value)
	return "“" + strings.ReplaceAll(escaped[1:len(escaped)-1], `\"`, `"`) + "”"
}
