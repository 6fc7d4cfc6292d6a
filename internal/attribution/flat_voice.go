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
	labels   int  // places where it may stand as a label
	sure     int  // places where it surely does
	places   int  // all places
	subjects int  // places where it is the subject of a verb
	isPart   bool // of another label
}

// isKnown reports whether the label recurs as one, and seldom is the subject of a
// sentence.
func (v *flatVoice) isKnown() bool {
	return !v.isPart && v.sure >= 1 && v.labels >= 2 && 2*v.subjects <= v.labels && (5*v.labels >= 2*v.places || v.labels > 2 && 6*v.labels >= v.places)
}

// mayAnswer reports whether a label may be that of one who answers a voice that is
// known: it surely stands like one somewhere, or is a noun for voices.
func (r *ruleReader) mayAnswer(label string, v *flatVoice, surnames map[string]bool) bool {
	switch {
	case v.isPart || v.subjects > 0 || v.labels == 0:
		return false
	case isFlatVoice(label):
		return v.places >= 2
	case surnames[label]:
		return true
	case v.words == 1 && r.surnames[label]:
		return v.sure > 0 && v.places >= 2
	}
	given, _, full := strings.Cut(label, " ")
	return (v.sure > 0 || full && v.words == 2 && lexicon.IsGivenName(given)) && 3*v.labels >= v.places
}

// leastScore returns the least score that a place of a known label must have: it is
// lower where little else has its form, and higher where the others often speak of
// the one who bears the name.
func (r *ruleReader) leastScore(name token.Range, v *flatVoice) float32 {
	word := r.Fold(name.First)
	switch {
	case r.isNumber(name.Last-1) && name.Len() > 1:
		return 0
	case lexicon.IsAddress(word), isFlatVoice(word), word == "the", name.Len() == 1 && r.initials[word]:
		return flatForm
	case v.labels > 2 && 5*v.labels < 2*v.places:
		return flatPlace
	}
	return flatAgain
}

// flatVoices are those of the voices of a text that are known, by their labels.
type flatVoices map[string]*flatVoice

// flatVoices finds the labels that recur where sentences begin.
func (r *ruleReader) flatVoices() flatVoices {
	r.findPairs()
	voices := make(flatVoices)
	for i := range r.Tokens {
		if r.IsAside(i) || r.turnChance(i) < flatStart && !r.opensLabel(i) {
			continue
		}
		shortest, longest := r.labelEnds(i)
		for end := shortest; end > i && end <= longest; end++ {
			r.countLabel(voices, token.Range{First: i, Last: end})
		}
	}
	if !voices.anyRecurs() {
		return nil
	}
	voices.dropParts()
	r.countPlaces(voices)
	r.keepKnown(voices)
	return voices
}

// keepKnown leaves out the labels that are not known to be those of voices. Where
// one voice is, others need less: somebody must answer it.
func (r *ruleReader) keepKnown(voices flatVoices) {
	given, surnames := voices.namesInFull()
	answered := false
	for _, v := range voices {
		answered = answered || v.isKnown()
	}
	for label, v := range voices {
		known := v.isKnown() || answered && r.mayAnswer(label, v, surnames)
		if !known || v.words == 1 && !r.isOneWordVoice(label, v, given, surnames) {
			delete(voices, label)
		}
	}
}

// opensLabel reports whether a word begins labels more often than anything else,
// even where no sentence seems to end before it.
func (r *ruleReader) opensLabel(i int) bool {
	return r.isLetterQ(i) || r.surnames[r.Fold(i)] || isFlatVoice(r.Fold(i)) || lexicon.IsAddress(r.Fold(i)) || r.Fold(i) == "the" && r.isOffice(i+1)
}

// flatStart is the least chance of a sentence's end before a label that counts.
const flatStart = 0.1

// anyRecurs reports whether any label may be known.
func (voices flatVoices) anyRecurs() bool {
	for _, v := range voices {
		if v.sure > 0 && v.labels > 1 {
			return true
		}
	}
	return false
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
	case !r.isLetterQ(name.First) && r.isSubject(name, end):
		v.subjects++
	default:
		score := r.labelScore(name, end)
		if score >= flatAgain {
			v.labels++
		}
		if score >= flatPlace {
			v.sure++
		}
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
			case token.IsDigits(label[strings.LastIndexByte(label, ' ')+1:]):
				part.isPart = true
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

// namesInFull returns the given names and the surnames of the labels that have
// both, as far as one place is sure.
func (voices flatVoices) namesInFull() (given, surnames map[string]bool) {
	given, surnames = make(map[string]bool), make(map[string]bool)
	for label, v := range voices {
		if v.words > 1 && v.sure > 0 && !v.isPart {
			given[label[:strings.IndexByte(label, ' ')]] = true
			surnames[label[strings.LastIndexByte(label, ' ')+1:]] = true
		}
	}
	return given, surnames
}

// isOneWordVoice reports whether a single word may be the label of a voice: the
// letter for a question, a noun for voices, or what names give: a surname, initials,
// or the given name of one who has no label in full.
func (r *ruleReader) isOneWordVoice(label string, v *flatVoice, given, surnames map[string]bool) bool {
	switch {
	case label == "q", isFlatVoice(label), surnames[label]:
		return true
	case given[label]:
		return false
	}
	return r.surnames[label] || r.initials[label] || v.labels > 2 && lexicon.IsGivenName(label)
}

// findPairs notes the surnames and the initials of persons to whom the text gives
// both names: after a given name, or twice where sentences begin.
func (r *ruleReader) findPairs() {
	r.surnames, r.initials = make(map[string]bool), make(map[string]bool)
	seen := make(map[string]bool)
	for i := 1; i < len(r.Tokens); i++ {
		given, surname := r.Fold(i-1), r.Fold(i)
		isGiven := lexicon.IsGivenName(given)
		if !isGiven && r.turnChance(i-1) < flatAgain || !r.maySurname(i) || len(given) < 2 || r.isOffice(i-1) {
			continue
		}
		if !isGiven {
			if !r.CanName(i - 1) {
				continue
			}
			if pair := given + " " + surname; !seen[pair] {
				seen[pair] = true
				continue
			}
		}
		r.surnames[surname], r.initials[given[:1]+surname[:1]] = true, true
	}
}

// maySurname reports whether token i may be a surname that no list of names has.
func (r *ruleReader) maySurname(i int) bool {
	word := r.Fold(i)
	if len(word) < 3 || lexicon.ClassOf(word) != 0 || lexicon.IsGivenName(word) || r.opensSpeech(i) {
		return false
	}
	cue, ok := lexicon.LookupCue(word)
	return !ok || cue.Weight <= 0.3
}
