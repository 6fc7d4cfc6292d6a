package verbatim

import "github.com/verbatim-news/verbatim/internal/speaker"

// A Speaker is a person, an organisation or a thing that speaks or is spoken
// to, with every mention that the article makes of it as such.
type Speaker struct {
	// ID is the speaker's index in Document.Speakers.
	ID int `json:"id"`
	// Name is the fullest form that the article gives, without titles, and with
	// capitals where the article or common usage supports them. For one who is
	// never named it is the description without its article: "lawyer for the
	// family".
	Name string `json:"name"`
	// Kind is what the speaker is; empty where the article does not tell.
	Kind SpeakerKind `json:"kind,omitzero"`
	// Titles are those that stand before the name, as they stand there: "Sen.",
	// "Prime Minister". Roles are the descriptions beside it: "spokesman" before
	// the name, "a lawyer for the family" in apposition. Each stands once,
	// whatever its capitals, in the order in which they first occur; nil if
	// there are none.
	Titles []string `json:"titles,omitzero"`
	Roles  []string `json:"roles,omitzero"`
	// Aliases are the other forms, in the order in which they first occur; nil
	// if there are none.
	Aliases []string `json:"aliases,omitzero"`
	// Mentions are the places that name the speaker, pronouns included, in
	// the order of the text.
	Mentions []Span `json:"mentions"`
}

// A SpeakerKind says what a speaker is.
type SpeakerKind string

const (
	SpeakerPerson       SpeakerKind = "person"
	SpeakerGroup        SpeakerKind = "group"        // several persons: voters, two officials
	SpeakerOrganisation SpeakerKind = "organisation" // a company, a court, a government
	SpeakerAccount      SpeakerKind = "account"      // on a platform, by whoever writes there
	SpeakerDocument     SpeakerKind = "document"     // a report, a poll, a lawsuit
)

// Valid reports whether k is one of the constants. The empty SpeakerKind is
// none: it stands for one that is not known.
func (k SpeakerKind) Valid() bool {
	switch k {
	case SpeakerPerson, SpeakerGroup, SpeakerOrganisation, SpeakerAccount, SpeakerDocument:
		return true
	}
	return false
}

// A Party is one end of a message: a speaker of the document.
type Party struct {
	ID   int    `json:"id"` // index into Document.Speakers
	Name string `json:"name"`
}

// speakersOf converts speakers to public records.
func speakersOf(speakers []speaker.Speaker) []Speaker {
	list := make([]Speaker, len(speakers))
	for i, s := range speakers {
		list[i] = Speaker{
			ID: i, Name: s.Name, Kind: SpeakerKind(s.Kind), Titles: s.Titles, Roles: s.Roles, Aliases: s.Aliases,
			Mentions: make([]Span, len(s.Mentions)),
		}
		for k, mention := range s.Mentions {
			list[i].Mentions[k] = Span(mention)
		}
	}
	return list
}

// partyOf returns speaker id as one end of a message; nil for nobody.
func partyOf(speakers []Speaker, id int) *Party {
	if id < 0 {
		return nil
	}
	return &Party{ID: id, Name: speakers[id].Name}
}
