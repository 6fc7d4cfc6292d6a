package htmlview

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A voice is a speaker as the page shows it, or whoever spoke where the record
// names nobody.
type voice struct {
	ID       int // -1 for the unknown
	Name     string
	About    string // kind, titles and roles, in words
	Initials string
	Colour   int // number of a colour of the style; 0 for the unknown
	Messages int // sent, without repetitions
	Received int
	Words    int // of its messages
	Share    int // of all words, in per cent
	Bar      int // of the most, in per cent
}

// colours is how many colours the style has for speakers. Where there are more
// speakers colours come again: initials and numbers stand beside them.
const colours = 8

// unknown is the ID of whoever the record does not name.
const unknown = -1

// Known reports whether the record names the voice.
func (v *voice) Known() bool { return v.ID != unknown }

// voicesOf returns the speakers by ID, and behind them the unknown, with their
// shares of what was said. Words given again count once.
func voicesOf(doc *verbatim.Document) []voice {
	voices := make([]voice, len(doc.Speakers)+1)
	for n, s := range doc.Speakers {
		about := slices.Concat(s.Titles, s.Roles)
		if len(about) == 0 && s.Kind != "" && s.Kind != verbatim.SpeakerPerson {
			about = []string{string(s.Kind)}
		}
		voices[n] = voice{
			ID: n, Name: shown(s.Name), About: shown(strings.Join(about, ", ")),
			Initials: initialsOf(s.Name),
		}
	}
	voices[len(doc.Speakers)] = voice{ID: unknown, Name: "Speaker unknown", Initials: "?"}
	all, most := 0, 0
	for n := range doc.Messages {
		m := &doc.Messages[n]
		if m.Recipient != nil {
			voices[m.Recipient.ID].Received++
		}
		if m.Repeats != nil {
			continue
		}
		v := voiceOf(voices, m.Speaker)
		words := len(strings.Fields(m.Text))
		v.Messages++
		v.Words += words
		all += words
		most = max(most, v.Words)
	}
	for n := range voices {
		voices[n].Share = percent(voices[n].Words, all)
		voices[n].Bar = percent(voices[n].Words, most)
	}
	for n, id := range byWords(voices) {
		if voices[id].Known() {
			voices[id].Colour = 1 + n%colours
		}
	}
	return voices
}

// voiceOf returns the voice of a party, or the unknown.
func voiceOf(voices []voice, p *verbatim.Party) *voice {
	if p == nil {
		return &voices[len(voices)-1]
	}
	return &voices[p.ID]
}

// byWords returns the indexes of voices, those that say most first and the
// unknown last.
func byWords(voices []voice) []int {
	order := make([]int, len(voices))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if voices[a].Known() != voices[b].Known() {
			return map[bool]int{true: -1, false: 1}[voices[a].Known()]
		}
		return cmp.Or(cmp.Compare(voices[b].Words, voices[a].Words), cmp.Compare(voices[b].Messages, voices[a].Messages))
	})
	return order
}

func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (100*part + whole/2) / whole
}

// initialsOf returns the first letters of the first and the last word of a name
// that begin with one, in capitals.
func initialsOf(name string) string {
	var letters []string
	for _, word := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, strings.ToUpper(string(r)))
		}
	}
	switch len(letters) {
	case 0:
		return "?"
	case 1:
		return letters[0]
	}
	return letters[0] + letters[len(letters)-1]
}

// Key is how the page's script and its forms call a voice.
func (v *voice) Key() string {
	if !v.Known() {
		return "unknown"
	}
	return strconv.Itoa(v.ID)
}
