package export

import "github.com/verbatim-news/verbatim"

// What Brat and CoNLL have no place for, and hold in notes and comments.
type (
	messageNote struct {
		Message    int              `json:"message"`
		Form       verbatim.Form    `json:"form"`
		Mode       verbatim.Mode    `json:"mode"`
		Stance     string           `json:"stance"`
		Speaker    *verbatim.Party  `json:"speaker,omitzero"`
		Recipient  *verbatim.Party  `json:"recipient,omitzero"`
		Channel    verbatim.Channel `json:"channel,omitzero"`
		Sent       string           `json:"sent,omitzero"`
		Timestamp  *int             `json:"timestamp,omitzero"`
		URLs       []int            `json:"urls,omitzero"`
		Repeats    *int             `json:"repeats,omitzero"`
		Confidence float64          `json:"confidence"`
	}

	speakerNote struct {
		Speaker int                  `json:"speaker"`
		Name    string               `json:"name"`
		Kind    verbatim.SpeakerKind `json:"kind,omitzero"`
	}

	timeNote struct {
		Timestamp int                    `json:"timestamp"`
		Type      verbatim.TimestampType `json:"type"`
		Value     string                 `json:"value,omitzero"`
		Other     string                 `json:"other,omitzero"`
	}

	addressNote struct {
		URL     int             `json:"url"`
		Address string          `json:"address"`
		Lossy   []verbatim.Loss `json:"lossy,omitzero"`
	}
)

func messageNoteOf(m *verbatim.Message, n int) messageNote {
	note := messageNote{
		Message: n, Form: m.Form, Mode: m.Mode, Stance: m.Stance.String(), Speaker: m.Speaker, Recipient: m.Recipient,
		Channel: m.Channel, URLs: m.URLs, Repeats: m.Repeats, Confidence: m.Confidence,
	}
	if m.Sent != nil {
		note.Sent, note.Timestamp = m.Sent.Value, m.Sent.Timestamp
	}
	return note
}

func speakerNoteOf(s *verbatim.Speaker, n int) speakerNote { return speakerNote{n, s.Name, s.Kind} }

func timeNoteOf(t *verbatim.Timestamp, n int) timeNote { return timeNote{n, t.Type, t.Value, t.Other} }

func addressNoteOf(u *verbatim.URL, n int) addressNote { return addressNote{n, u.Address, u.Lossy} }
