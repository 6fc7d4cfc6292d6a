package page

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// transcriptLabels returns the labels of a transcript, in order; none if the
// text is none. One name with a colon may be anything: labels must be of a form
// that nothing else has, or recur before words that are spoken.
func (f *finder) transcriptLabels() []label {
	labels := f.findLabels()
	if len(labels) == 1 && f.tokens[labels[0].First].Gap.Has(token.GapTurn) {
		return labels
	}
	if len(labels) < 2 {
		return nil
	}
	f.proveByName(labels)
	c := f.countVoices(labels)
	labels = slices.DeleteFunc(labels, func(l label) bool { return !f.belongs(l, c) })
	labels = f.withoutArticles(labels)
	if len(labels) < 2 || !f.isTranscript(labels, c) {
		return f.quotedLabels(labels, c)
	}
	return labels
}

// quotedLabels returns those labels that stand before quotation marks and recur:
// a check of facts sets them before what was claimed, ROE: “…”
func (f *finder) quotedLabels(labels []label, c voices) []label {
	return slices.DeleteFunc(labels, func(l label) bool {
		shape := token.ShapeTitle
		if !l.name.Empty() {
			shape = f.tokens[l.name.First].Shape
		}
		return !l.opens || shape == token.ShapeMixed || shape == token.ShapeLower || c.quoted[f.voiceKey(l.name)] < 2 || !f.tokens[l.Last].Gap.Has(token.GapDoubleOpen)
	})
}

// answerReach is how many labels before an answer its question may stand: counsel
// may object.
const answerReach = 4

// withoutArticles leaves out the "A" that does not follow a question: it is the
// article that begins a paragraph, or the last of several initials.
func (f *finder) withoutArticles(labels []label) []label {
	asked := -answerReach - 1 // the number of the last question
	kept := labels[:0]
	for _, l := range labels {
		if l.name.Len() == 1 {
			switch f.fold(l.name.First) {
			case "q":
				asked = len(kept)
			case "a":
				if len(kept)-asked > answerReach {
					continue
				}
			}
		}
		kept = append(kept, l)
	}
	return kept
}

// isTranscript reports whether labels are those of a transcript.
func (f *finder) isTranscript(labels []label, c voices) bool {
	sure, some, recurring := 0, 0, 0
	distinct := make(map[string]bool)
	for _, l := range labels {
		key := f.voiceKey(l.name)
		distinct[key] = true
		switch l.proof {
		case sureProof:
			sure++
		case someProof:
			some++
		}
		if c.opening[key] > 1 {
			recurring++
		}
	}
	switch {
	case sure > 1:
		return true
	case len(distinct) < 2, !f.areSpoken(labels):
		return false
	case some > 0, recurring > 2 && (sure > 0 || f.announced(labels[0].First)):
		return true
	}
	return recurring > 3 && (f.arePersons(labels, c) || f.alternate(labels))
}

// alternate reports whether labels that nothing else proves stand as close as
// those of a talk do.
func (f *finder) alternate(labels []label) bool {
	changes := 0
	for n := range labels[1:] {
		if f.voiceKey(labels[n].name) != f.voiceKey(labels[n+1].name) {
			changes++
		}
	}
	return len(labels) >= minAlternating && 2*changes >= len(labels) && 3*f.countSpoken(labels) >= 2*len(labels)
}

// minAlternating is how many labels must alternate to be those of voices.
const minAlternating = 6

// areSpoken reports whether at least every third label stands before words that
// are spoken.
func (f *finder) areSpoken(labels []label) bool { return 3*f.countSpoken(labels) >= len(labels) }

// maxSpoken is how many words of a turn are asked whether they are spoken.
const maxSpoken = 60

// countSpoken counts the labels before words in the first or second person, or
// before a question.
func (f *finder) countSpoken(labels []label) int {
	spoken := 0
	for n, l := range labels {
		end := min(len(f.tokens), l.Last+maxSpoken)
		if n+1 < len(labels) {
			end = min(end, labels[n+1].First)
		}
		if f.isInPerson(token.Range{First: l.Last, Last: end}) {
			spoken++
		}
	}
	return spoken
}

// proveByName raises the proof of labels that are short for others: a surname or
// the initials of a name in full.
func (f *finder) proveByName(labels []label) {
	full := make(map[string]int) // by the surname or the initials
	for n := range labels {
		l := &labels[n]
		if l.name.Len() < 2 {
			continue
		}
		for _, short := range [...]string{f.voiceKey(l.name), f.initialsOf(l.name)} {
			if _, known := full[short]; !known {
				full[short] = n
			}
		}
	}
	for n := range labels {
		l := &labels[n]
		if l.name.Len() != 1 || !l.opens {
			continue
		}
		if k, ok := full[f.fold(l.name.First)]; ok {
			l.proof = sureProof
			labels[k].proof = max(labels[k].proof, someProof)
		}
	}
}

// findLabels returns whatever may be a label.
func (f *finder) findLabels() []label {
	var labels []label
	for i := 0; i < len(f.tokens); i++ {
		l, ok := f.labelAt(i)
		if !ok || l.Last >= len(f.tokens) {
			continue
		}
		labels = append(labels, l)
		i = max(i, l.Last-1)
	}
	return labels
}

// voices count how often each voice opens a paragraph, and which words name one
// whose label is proof.
type voices struct {
	opening map[string]int // labels of the voice that open a paragraph
	quoted  map[string]int // those of them that a quotation follows
	all     map[string]int // all labels of the voice
	proven  map[string]bool
}

func (f *finder) countVoices(labels []label) voices {
	c := voices{make(map[string]int), make(map[string]int), make(map[string]int), make(map[string]bool)}
	for _, l := range labels {
		key := f.voiceKey(l.name)
		c.all[key]++
		if l.opens {
			c.opening[key]++
			if f.tokens[l.Last].Gap.Has(token.GapDoubleOpen) {
				c.quoted[key]++
			}
		}
		if l.proof > noProof {
			c.proven[key] = true
		}
	}
	return c
}

// voiceKey returns the word by which the labels of one voice are known to be so:
// the surname, or the number of a voice.
func (f *finder) voiceKey(name token.Range) string {
	if name.Empty() {
		return ""
	}
	last := name.Last - 1
	if last > name.First && lexicon.IsNameSuffix(f.fold(last)) {
		last--
	}
	for i := name.First + 1; i < last; i++ {
		if f.fold(i) == "of" && lexicon.IsTitle(f.fold(name.First)) {
			return f.fold(i - 1) // "Mr. ROE of Ohio"
		}
	}
	return f.fold(last)
}

// belongs reports whether a label is one of a voice, if the text is a transcript:
// within a paragraph it must recur or be of a form of its own.
func (f *finder) belongs(l label, c voices) bool {
	key := f.voiceKey(l.name)
	switch {
	case l.proof == sureProof:
		return true
	case !l.opens:
		return c.all[key] > 1 && (c.proven[key] || f.isUpper(l.name))
	}
	return l.proof == someProof || l.name.Len() > 1 || c.opening[key] > 1 || c.proven[key] || f.isUpper(l.name)
}

// isUpper reports whether all of a name is in capitals.
func (f *finder) isUpper(name token.Range) bool {
	for i := name.First; i < name.Last; i++ {
		if f.tokens[i].Shape != token.ShapeUpper {
			return false
		}
	}
	return true
}

// arePersons reports whether the labels are of persons: at least half of those that
// recur are given names, or surnames or initials of names that the text gives in
// full.
func (f *finder) arePersons(labels []label, c voices) bool {
	known := make(map[string]bool)
	for i := 1; i < len(f.tokens); i++ {
		given, surname := f.tokens[i-1], f.tokens[i]
		if surname.Gap.Bare() && isCapital(surname.Shape) && isCapital(given.Shape) && lexicon.IsGivenName(given.Fold) {
			known[surname.Fold], known[given.Fold[:1]+surname.Fold[:1]] = true, true
		}
	}
	persons, all := 0, 0
	for _, l := range labels {
		if key := f.voiceKey(l.name); c.opening[key] > 1 {
			all++
			if known[key] || lexicon.IsGivenName(key) {
				persons++
			}
		}
	}
	return 2*persons >= all && all > 0
}

// isCapital reports whether a word of a shape begins with a capital.
func isCapital(s token.Shape) bool {
	return s == token.ShapeTitle || s == token.ShapeUpper || s == token.ShapeMixed
}

// maxTranscriptHead is how many words before the first label are searched for
// what the text says that it is.
const maxTranscriptHead = 120

// announced reports whether the words before token end say that the text is a
// transcript.
func (f *finder) announced(end int) bool {
	for i := max(0, end-maxTranscriptHead); i < end; i++ {
		switch f.fold(i) {
		case "transcript", "transcripts", "deposition", "verbatim":
			return true
		}
	}
	return false
}

// nameVoices gives the labels that are signs for a name the words of that name:
// initials of one who was named before, and the letters of questions and answers
// where the head or an examination tells whose they are.
func (f *finder) nameVoices(labels []label) {
	full := make(map[string]token.Range) // by initials
	examiners := examinations{finder: f}
	for n := range labels {
		l := &labels[n]
		if l.name.Empty() {
			continue
		}
		switch word := f.fold(l.name.First); {
		case l.name.Len() == 1 && (word == "q" || word == "a"):
			examiners.readUntil(l.First)
			l.voice = examiners.asks
			if word == "a" {
				l.voice = examiners.answers
			}
		case l.name.Len() == 1:
			if named, ok := full[word]; ok {
				l.voice = named
			}
		default:
			if initials := f.initialsOf(l.name); full[initials].Empty() {
				full[initials] = l.name
			}
		}
	}
}

// initialsOf returns the first letters of a name.
func (f *finder) initialsOf(name token.Range) string {
	var b strings.Builder
	for i := name.First; i < name.Last; i++ {
		if !lexicon.IsTitle(f.fold(i)) {
			b.WriteByte(f.fold(i)[0])
		}
	}
	return b.String()
}
