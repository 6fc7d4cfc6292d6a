package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A flatVoice is how words that may be the label of a voice are used in flattened
// text.
type flatVoice struct {
	words    int  // of the label
	labels   int  // places where it stands like a label
	places   int  // all places
	subjects int  // places where it is the subject of a verb
	isPart   bool // of another label
}

// isKnown reports whether the label recurs as one, and seldom is the subject of a
// sentence.
func (v *flatVoice) isKnown() bool {
	return !v.isPart && v.labels >= 2 && 2*v.subjects <= v.labels && (5*v.labels >= 2*v.places || v.labels > 2 && 6*v.labels >= v.places)
}

// least returns the least score that a place must have to be one of the label: it
// is higher where the others often speak of the one who bears the name.
func (v *flatVoice) least() float32 {
	if 5*v.labels < 2*v.places {
		return flatPlace
	}
	return flatAgain
}

// flatVoices are those of the voices of a text that are known, by their labels.
type flatVoices map[string]*flatVoice

// flatVoices finds the labels that recur where sentences begin.
func (r *ruleReader) flatVoices() flatVoices {
	voices := make(flatVoices)
	for i := range r.Tokens {
		if r.IsAside(i) || !r.isLetterQ(i) && r.turnChance(i) < flatAgain {
			continue
		}
		shortest, longest := r.labelEnds(i)
		for end := shortest; end > i && end <= longest; end++ {
			r.countLabel(voices, token.Range{First: i, Last: end})
		}
	}
	voices.dropParts()
	r.countPlaces(voices)
	for label, v := range voices {
		if !v.isKnown() {
			delete(voices, label)
		}
	}
	voices.dropOneWord(r.givenPairs())
	return voices
}

// countLabel counts one place where a label may stand.
func (r *ruleReader) countLabel(voices flatVoices, name token.Range) {
	end := r.pastRemark(name.Last)
	if end >= len(r.Tokens) {
		return
	}
	label := r.Joined(name)
	v := voices[label]
	if v == nil {
		v = &flatVoice{words: name.Len()}
		voices[label] = v
	}
	switch {
	case r.isPredicate(end) && !r.isLetterQ(name.First):
		v.subjects++
	case r.labelScore(name, end) >= flatPlace:
		v.labels++
	}
}

// dropParts leaves out one of two labels of which one begins the other: the longer
// one if it stands like a label at less than half the places of the shorter.
func (voices flatVoices) dropParts() {
	for label, v := range voices {
		for at := strings.LastIndexByte(label, ' '); at > 0; at = strings.LastIndexByte(label[:at], ' ') {
			part := voices[label[:at]]
			switch {
			case part == nil || v.labels == 0:
			case 2*v.labels < part.labels:
				v.isPart = true
			default:
				part.isPart = true
			}
		}
	}
}

// countPlaces counts all the places where labels stand.
func (r *ruleReader) countPlaces(voices flatVoices) {
	for i := 0; i < len(r.Tokens); i++ {
		if name := r.knownAt(i, voices); !name.Empty() {
			voices[r.Joined(name)].places++
			i = name.Last - 1
		}
	}
}

// knownAt returns the longest label that stands at token i.
func (r *ruleReader) knownAt(i int, voices flatVoices) token.Range {
	_, longest := r.labelEnds(i)
	for end := longest; end > i; end-- {
		name := token.Range{First: i, Last: end}
		if v := voices[r.Joined(name)]; v != nil && !v.isPart && v.labels > 0 {
			return name
		}
	}
	return token.Range{}
}

// givenPairs returns the surnames, the given names and the initials of persons
// whom the text gives both names.
func (r *ruleReader) givenPairs() map[string]bool {
	names := make(map[string]bool)
	for i := 1; i < len(r.Tokens); i++ {
		given, surname := r.Fold(i-1), r.Fold(i)
		if lexicon.IsGivenName(given) && r.CanName(i) && len(surname) > 1 {
			names[surname], names[given], names[given[:1]+surname[:1]] = true, true, true
		}
	}
	return names
}

// dropOneWord leaves out the single words that are no labels: all but the letter
// for a question, nouns for voices, and what names give: the surname, the initials,
// or the given name of one who has no label in full.
func (voices flatVoices) dropOneWord(names map[string]bool) {
	given, surnames := make(map[string]bool), make(map[string]bool)
	for label, v := range voices {
		if v.words > 1 {
			given[label[:strings.IndexByte(label, ' ')]] = true
			surnames[label[strings.LastIndexByte(label, ' ')+1:]] = true
		}
	}
	for label, v := range voices {
		switch {
		case v.words > 1, label == "q", isFlatVoice(label), surnames[label]:
		case given[label], v.labels < 3, !names[label]:
			delete(voices, label)
		}
	}
}
