package verbatim_test

import (
	"testing"

	"github.com/verbatim-news/verbatim"
)

// TestCalled compares what the speaker of the last message is called, published and
// flattened.
func TestCalled(t *testing.T) {
	tests := []struct{ name, text, published, flat string }{
		{"a surname that is a month", "The vote is on Monday. Harriet May said the deal was good. “It is fair,” May said.", "Harriet May", "Harriet May"},
		{"a surname that is an auxiliary", "The vote is on Monday. George Will said the deal was good. “It is fair,” Will said.", "George Will", "George Will"},
		{"a given name that is an auxiliary", "The vote is on Monday. Will Pike said the deal was good. “It is fair,” Pike said.", "Will Pike", "Will Pike"},
		{"a surname behind Ms", "The vote is on Monday. Ms May said the deal was good.", "May", "May"},
		{"an auxiliary is no name", "The vote is on Monday. The mayor may say the deal is good. “It is fair,” Ms Pike said.", "Pike", "Pike"},
		{"a department", "The bears are gone. The Department of Fish and Game said they had been moved.", "Department of Fish and Game", "Department of Fish and Game"},
		{"a society for something", "The bears are gone. The Selby Society for the Protection of Bears said they had been moved.", "Selby Society for the Protection of Bears", ""},
		{"a committee on two topics", "The bears are gone. The House Committee on Parks and Wildlife said they had been moved.", "House Committee on Parks and Wildlife", "House Committee on Parks and Wildlife"},
		{"a bank of a place", "The bears are gone. The Bank of St Hilary said they had been paid for.", "Bank of St Hilary", "Bank of St. Hilary"},
		{"an office is not its body", "The FBI Director quit on Friday. The FBI said it was sorry.", "FBI", ""},
		{"a nickname in marks", "“He is a gamer,” Selby coach Tommy “Moose” Kowalchuk said.", "Tommy “Moose” Kowalchuk", ""},
		{"an ampersand", "Smith & Dunleavy said profit had doubled.", "Smith & Dunleavy", ""},
		{"an age behind the name", "The fire began at dawn. Gary Epker, 32, said the roof fell in.", "Gary Epker", "Gary Epker"},
		{"an owner", "Paul Krenner came. The clerk was late. Krenner’s claim that the roof had fallen in was denied.", "Paul Krenner", "Paul Krenner"},
		{"there is no speaker", "There are concerns that the roof may fall in.", "", ""},
		{"particles", "The council met on Monday. Maria de la Cruz Ortega said the shelter was full.", "Maria de la Cruz Ortega", "Maria de la Cruz Ortega"},
	}
	for _, tt := range tests {
		for form, want := range map[string]string{"published": tt.published, "flat": tt.flat} {
			text := tt.text
			if form == "flat" {
				text = verbatim.Flatten(text).Text
			}
			if want == "" {
				continue
			}
			if got := lastSpeaker(verbatim.Parse(text)); got != want {
				t.Errorf("%s, %s: the last speaker is %q, want %q", tt.name, form, got, want)
			}
		}
	}
}

// lastSpeaker returns the name of the speaker of the last message.
func lastSpeaker(doc *verbatim.Document) string {
	if len(doc.Messages) == 0 || doc.Messages[len(doc.Messages)-1].Speaker == nil {
		return ""
	}
	return doc.Messages[len(doc.Messages)-1].Speaker.Name
}

// TestRecipientsOfOthers looks whom another speaker has told who goes on after one
// who told an outlet.
func TestRecipientsOfOthers(t *testing.T) {
	doc := verbatim.Parse("Amara Okonjo, the bank’s deputy chair, said in an interview with the Selby Ledger that it would not raise its offer. The largest shareholder, Brevik Capital, said the bid was low.")
	if len(doc.Messages) != 2 {
		t.Fatalf("%d messages, want 2", len(doc.Messages))
	}
	if r := doc.Messages[0].Recipient; r == nil || r.Name != "Selby Ledger" {
		t.Errorf("the first recipient is %v, want the Selby Ledger", r)
	}
	if r := doc.Messages[1].Recipient; r != nil {
		t.Errorf("the second recipient is %q, want none", r.Name)
	}
}
