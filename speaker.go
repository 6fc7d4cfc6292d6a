package verbatim

import (
	speakerroom "github.com/verbatim-news/verbatim/internal/speaker"
)

// FindSpeakers returns those who speak, or are spoken to, in text. It does all
// the work of [Parse].
func FindSpeakers(text string) []speakerroom.Speaker { return Parse(text).Speakers }
