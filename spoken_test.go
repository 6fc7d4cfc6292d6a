package verbatim_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// said is a message as its speaker and its readable words.
type said struct{ speaker, text string }

// saidIn returns what is said in a text, in order.
func saidIn(text string) (all []said) {
	for _, m := range verbatim.Parse(text).Messages {
		s := said{text: m.Text}
		if m.Speaker != nil {
			s.speaker = m.Speaker.Name
		}
		all = append(all, s)
	}
	return all
}

// checkSaid holds what is said in each text against what must be.
func checkSaid(t *testing.T, texts map[string][]said) {
	t.Helper()
	for text, want := range texts {
		if diff := cmp.Diff(want, saidIn(text), cmp.AllowUnexported(said{})); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", text, diff)
		}
	}
}

// TestFillers reads recognised speech: neither the sounds of somebody who thinks nor
// words said twice stand for a speaker or part one from the words. Within what is
// said they stay.
func TestFillers(t *testing.T) {
	checkSaid(t, map[string][]said{
		"governor orla kvist uh said the dam was full":                {{"Orla Kvist", "The dam was full"}},
		"orla kvist told uh told reporters the dam was full":          {{"Orla Kvist", "The dam was full"}},
		"according to um the county sheriff three people were hurt":   {{"county sheriff", "Three people were hurt"}},
		"the the mayor has uh has said the ferry would sail":          {{"mayor", "The ferry would sail"}},
		"she she said erm the harbour is shut":                        {{"", "The harbour is shut"}},
		"orla kvist said the ferry will not uh sail this this autumn": {{"Orla Kvist", "The ferry will not uh sail this this autumn"}},
	})
}

// TestFurnitureBetween reads flattened text with furniture between two sentences:
// each is said as if it were not there.
func TestFurnitureBetween(t *testing.T) {
	want := []said{{"harbour board", "The ferry would stay in port"}, {"Orla Kvist", "We found cracks in two of the piers"}}
	for _, furniture := range []string{
		"", "listen to this article", "article continues after this advertisement", "sign up for our newsletter",
		"we use cookies to improve your experience", "share this article", "subscribe to our podcast",
	} {
		checkSaid(t, map[string][]said{
			"the ferry would stay in port the harbour board said on monday " + furniture +
				" we found cracks in two of the piers said orla kvist the chief engineer": want,
		})
	}
}

// TestDialogue reads lines that a dash opens, and the entries of a list.
func TestDialogue(t *testing.T) {
	checkSaid(t, map[string][]said{
		"— We lost the boat, said Orla.\n— So did I, answered Tom.":                                         {{"Orla", "We lost the boat"}, {"Tom", "So did I"}},
		"They met at noon.\n— Is it safe? asked Orla Kvist.\n— It is not, the guard replied.\n\nThey left.": {{"Orla Kvist", "Is it safe?"}, {"guard", "It is not"}},
		"– You are late, Orla Kvist said. We have waited an hour.\n– Then go, said Tom.":                    {{"Orla Kvist", "You are late. We have waited an hour."}, {"Tom", "Then go"}},
		"— We lost the boat, said Orla. — So did I, said Tom.":                                              {{"Orla", "We lost the boat"}, {"Tom", "So did I"}},
		"The hall serves:\n— Soup of the day\n— Grilled trout\n— Lamb pie":                                  nil,
	})
}

// TestCapitals reads texts of capitals only, as captions are.
func TestCapitals(t *testing.T) {
	checkSaid(t, map[string][]said{
		">> ORLA KVIST: I LOST THE BOAT IN AN HOUR.\n>> REPORTER: ARE YOU SAFE?": {{"Orla Kvist", "I lost the boat in an hour."}, {"Reporter", "Are you safe?"}},
		"\"WE HAD NO WARNING,\" SAID ORLA KVIST, THE CHIEF ENGINEER.":            {{"Orla Kvist", "We had no warning"}},
	})
}
