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
	for n, l := range labels {
		end := len(r.Tokens)
		if n+1 < len(labels) {
			end = labels[n+1].name.First
		}
		words := r.withoutSounds(token.Range{First: l.end, Last: end})
		if words.Empty() {
			continue
		}
		r.claimed = append(r.claimed, token.Range{First: l.name.First, Last: end})
		r.found = append(r.found, Attribution{
			Source: l.name, Voice: l.name, Content: []token.Range{words}, Verbatim: []token.Range{words},
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
		if !ok {
			continue
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
	return labels
}

// flatLabelAt reads the label at token i.
func (r *ruleReader) flatLabelAt(i int, voices flatVoices) (l flatLabel, ok bool) {
	if r.IsAside(i) || !r.isLetterQ(i) && r.turnChance(i)+flatOpening+flatCapitals < flatAgain {
		return l, false
	}
	var least float32
	name := r.knownAt(i, voices)
	if !name.Empty() {
		least = voices[r.Joined(name)].least()
	} else {
		_, end := r.labelEnds(i)
		name, least = token.Range{First: i, Last: end}, flatAlone
		if name.Len() < 2 || r.Fold(i) == "the" {
			return l, false
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
// enough, of several voices that take turns, and what they say is spoken.
func (r *ruleReader) isFlatTranscript(labels []flatLabel) bool {
	if len(labels) < minFlatLabels || len(r.Tokens)-labels[0].name.First > maxFlatTurn*len(labels) {
		return false
	}
	changes, spoken := 0, 0
	for n, l := range labels {
		end := len(r.Tokens)
		if n+1 < len(labels) {
			end = labels[n+1].name.First
			if l.voice != labels[n+1].voice {
				changes++
			}
		}
		if r.isInPerson(token.Range{First: l.end, Last: min(end, l.end+personWindow)}) || l.voice == "q" {
			spoken++
		}
	}
	return 2*changes >= len(labels) && 3*spoken >= len(labels)
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
