package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// In a flattened transcript nothing is left of a label but its words. It is known
// by its place, where the tagger sees sentences end, and because it recurs there.

// A flatLabel is the label of a turn in flattened text.
type flatLabel struct {
	name  token.Range
	end   int    // the token after the label, with what tells more about the speaker
	voice string // its words
	key   string // the word by which labels of one speaker are known to be so
}

const (
	minFlatLabels = 4   // labels in a transcript
	maxFlatTurn   = 200 // words of a turn on the average
)

// readFlatTurns attributes the turns of a flattened transcript.
func (r *ruleReader) readFlatTurns() {
	labels := r.flatLabels()
	if !r.isFlatTranscript(labels) {
		return
	}
	e := flatExamination{ruleReader: r}
	for n, l := range labels {
		end := len(r.Tokens)
		if n+1 < len(labels) {
			end = r.beforeExaminer(labels[n+1].name.First)
		}
		voice := e.voiceOf(labels, n)
		words := r.withoutSounds(token.Range{First: l.end, Last: end})
		if words.Empty() {
			continue
		}
		r.claimed = append(r.claimed, token.Range{First: l.name.First, Last: end})
		r.found = append(r.found, Attribution{
			Source: l.name, Voice: voice, Content: []token.Range{words}, Verbatim: []token.Range{words},
			Mode: Speech, Turn: true, Confidence: flatTurnConfidence,
		})
	}
}

// flatTurnConfidence is that of a turn whose label has lost its marks.
const flatTurnConfidence = 0.6

// flatLabels returns the labels of a flattened text: those of voices that recur,
// names in full that can hardly be anything else, and the "A" of answers.
func (r *ruleReader) flatLabels() (labels []flatLabel) {
	voices := r.flatVoices()
	if len(voices) == 0 {
		return nil
	}
	asked := -1 // the end of the last question that awaits its answer
	for i := 0; i < len(r.Tokens); i++ {
		l, ok := r.flatLabelAt(i, voices)
		if !ok || len(labels) > 0 && labels[len(labels)-1].end == i {
			continue // none, or the first words address somebody
		}
		if asked >= 0 {
			labels = r.appendAnswer(labels, token.Range{First: asked, Last: i})
		}
		labels, asked, i = append(labels, l), -1, l.end-1
		if l.voice == "q" {
			asked = l.end
		}
	}
	if asked >= 0 {
		labels = r.appendAnswer(labels, token.Range{First: asked, Last: len(r.Tokens)})
	}
	r.setKeys(labels)
	return labels
}

// setKeys gives every label its key: the surname, or what the label ends with.
func (r *ruleReader) setKeys(labels []flatLabel) {
	surnames := make(map[string]string) // by initials
	for n := range labels {
		l := &labels[n]
		l.key = r.Fold(l.name.Last - 1)
		switch {
		case r.isNumber(l.name.Last - 1):
			l.key = l.voice
		case l.name.Len() == 2:
			surnames[r.Fold(l.name.First)[:1]+l.key[:1]] = l.key
		case surnames[l.voice] != "":
			l.key = surnames[l.voice]
		}
	}
}

// flatLabelAt reads the label at token i.
func (r *ruleReader) flatLabelAt(i int, voices flatVoices) (l flatLabel, ok bool) {
	if r.IsAside(i) || !r.isLetterQ(i) && r.turnChance(i)+flatOpening+flatCapitals < flatAgain {
		return l, false
	}
	var least float32
	name := r.knownAt(i, voices)
	if !name.Empty() {
		least = r.leastScore(name, voices[r.Joined(name)])
	} else {
		_, end := r.labelEnds(i)
		name, least = token.Range{First: i, Last: end}, flatAlone
		if name.Len() < 2 || !r.opensSpeech(r.pastRemark(name.Last)) && !r.isInCapitals(name) {
			return l, false
		}
		if isCourtesy(r.Fold(i)) || r.Fold(i) == "the" || r.isOffice(i) {
			least = flatTitled
		}
	}
	l = flatLabel{name: name, end: r.pastRemark(name.Last), voice: r.Joined(name)}
	return l, l.end < len(r.Tokens) && r.labelScore(name, l.end) >= least
}

// appendAnswer appends the "a" that stands for the answer to a question, if there
// is one within limits.
func (r *ruleReader) appendAnswer(labels []flatLabel, limits token.Range) []flatLabel {
	at := -1
	for i := limits.First + 1; i+1 < limits.Last; i++ {
		if r.Fold(i) != "a" {
			continue
		}
		if r.opensSpeech(i+1) || lexicon.ClassOf(r.Fold(i+1)).Has(lexicon.Determiner|lexicon.Possessive|lexicon.Clitic) {
			at = i
			break
		}
		if before := r.Restored[i-1]; at < 0 && (before.EndChance > 0.5 || before.Follow == tagger.FollowAsk) {
			at = i
		}
	}
	if at < 0 {
		return labels
	}
	return append(labels, flatLabel{name: token.Range{First: at, Last: at + 1}, end: at + 1, voice: "a"})
}

// isFlatTranscript reports whether labels are those of a transcript: there are
// enough, most are of voices that recur, these take turns, and what they say is
// spoken.
func (r *ruleReader) isFlatTranscript(labels []flatLabel) bool {
	if len(labels) < minFlatLabels || len(r.Tokens)-labels[0].name.First > maxFlatTurn*len(labels) {
		return false
	}
	changes, spoken := 0, 0
	turns := make(map[string]int)
	for n, l := range labels {
		end := len(r.Tokens)
		turns[l.key]++
		if n+1 < len(labels) {
			end = labels[n+1].name.First
			if l.key != labels[n+1].key {
				changes++
			}
		}
		if r.isInPerson(token.Range{First: l.end, Last: min(end, l.end+personWindow)}) || l.voice == "q" {
			spoken++
		}
	}
	voices, recurring := 0, 0
	for _, n := range turns {
		if n > 1 {
			voices, recurring = voices+1, recurring+n
		}
	}
	return voices > 1 && 3*recurring >= 2*len(labels) && 2*changes >= len(labels) && 3*spoken >= len(labels)
}

// isInPerson reports whether words speak in the first or second person or ask.
func (r *ruleReader) isInPerson(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if r.Restored[i].Follow == tagger.FollowAsk {
			return true
		}
	}
	return r.persons(w) > 0
}

// withoutSounds leaves out the words for sounds at either end of a turn.
func (r *ruleReader) withoutSounds(w token.Range) token.Range {
	for !w.Empty() && isSound(r.Fold(w.First)) {
		w.First++
	}
	for !w.Empty() && isSound(r.Fold(w.Last-1)) {
		w.Last--
	}
	return w
}

func isSound(word string) bool {
	switch word {
	case "applause", "laughter", "crosstalk", "inaudible", "unintelligible", "indiscernible":
		return true
	}
	return false
}
