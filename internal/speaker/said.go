package speaker

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Said is what is known of those who spoke so far, for the words that only mean
// somebody by what stands before them. The zero Said is that of the beginning of
// an article. Nothing but [Said.Take] and [Said.Learn] changes it.
type Said struct {
	last    Meaning // who spoke last; nobody at first
	before  Meaning // who spoke last but one
	at      int     // the token after the words that name the last
	genders map[Party]lexicon.Gender
}

// Take notes that the one who is meant by a source spoke. Sources are taken in
// the order of the text.
func (s *Said) Take(m Meaning, source token.Range) {
	if m.IsNobody() {
		return
	}
	s.last, s.before, s.at = m, s.last, source.Last
	s.Learn(m)
}

// Learn notes what the words for one who is spoken to tell of anybody's gender:
// who was "she" once does not become "he".
func (s *Said) Learn(m Meaning) {
	if m.told != nil && s.genders[m.told.party] == lexicon.UnknownGender {
		if s.genders == nil {
			s.genders = make(map[Party]lexicon.Gender)
		}
		s.genders[m.told.party] = m.told.gender
	}
}
