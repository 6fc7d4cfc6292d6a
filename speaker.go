package verbatim

// A Speaker is a person, an organisation or a thing that speaks or is spoken
// to, with every mention that the article makes of it as such.
type Speaker struct {
	// ID is the speaker's index in Document.Speakers.
	ID int `json:"id"`
	// Name is the fullest form that the article gives, with capitals where the
	// article or common usage supports them. For one who is never named it is
	// the description without its article: "lawyer for the family".
	Name string `json:"name"`
	// Aliases are the other forms, in the order in which they first occur.
	Aliases []string `json:"aliases,omitempty"`
	// Mentions are the places that name the speaker, pronouns included.
	Mentions []Span `json:"mentions"`
}

// FindSpeakers returns those who speak, or are spoken to, in text.
func FindSpeakers(text string) []Speaker { return Parse(text).Speakers }
