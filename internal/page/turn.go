package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Turn is what one voice of a transcript says until the next one does.
type Turn struct {
	Label token.Range   // the words that stand for the speaker; empty where only a mark parts two voices
	Voice token.Range   // the words that name the speaker: the label, those that it is short for, or none
	Words []token.Range // what is said, without the stage directions within
}

// End returns the token after the turn.
func (t Turn) End() int { return t.Words[len(t.Words)-1].Last }

// turns reads the turns of a transcript; none if the text is no transcript.
func (f *finder) turns() []Turn {
	labels := f.transcriptLabels()
	if len(labels) == 0 {
		return nil
	}
	f.nameVoices(labels)
	long := f.goesOverParagraphs(labels)
	turns := make([]Turn, 0, len(labels))
	for n, l := range labels {
		end := len(f.tokens)
		if n+1 < len(labels) {
			end = labels[n+1].First
		}
		said := token.Range{First: l.Last, Last: f.turnEnd(l, end, long, n+1 == len(labels))}
		words := f.withoutDirections(said)
		switch last := len(turns) - 1; {
		case len(words) == 0:
		case last >= 0 && f.goesOnInCaption(turns[last], l):
			turns[last].Words = append(turns[last].Words, words...)
		default:
			turns = append(turns, Turn{Label: l.name, Voice: l.voice, Words: words})
		}
	}
	return turns
}

// goesOnInCaption reports whether a label names the voice of the turn before
// again, as the captions of a voice that goes on do.
func (f *finder) goesOnInCaption(before Turn, l label) bool {
	if !f.words.Timed || l.name.Empty() || l.name.Len() != before.Label.Len() {
		return false
	}
	for i := range l.name.Len() {
		if f.fold(l.name.First+i) != f.fold(before.Label.First+i) {
			return false
		}
	}
	return true
}

// longTurns is one label in how many paragraphs a transcript has at least.
const longTurns = 5

// goesOverParagraphs reports whether the turns may have several paragraphs: the
// labels stand so close that nothing else can be between them.
func (f *finder) goesOverParagraphs(labels []label) bool {
	paragraphs := 1
	for i := labels[0].First + 1; i < labels[len(labels)-1].Last; i++ {
		if f.words.StartsParagraph(i) {
			paragraphs++
		}
	}
	return len(labels) > 2 && longTurns*len(labels) >= paragraphs || f.announced(labels[0].First)
}

// turnEnd returns the token after the turn that a label begins: that of its
// paragraph, or the next label at token end where turns are long. What stands
// below the last turn may be no part of it.
func (f *finder) turnEnd(l label, end int, long, last bool) int {
	quoted := !long && f.tokens[l.Last].Gap.Has(token.GapDoubleOpen)
	for i := l.Last + 1; i < end; i++ {
		if quoted && f.tokens[i].Gap.Has(token.GapDoubleClose) {
			return i
		}
		if !f.words.StartsParagraph(i) {
			continue
		}
		if !long || last && !f.isSpoken(f.paragraphAt(i)) || f.startsExamination(i) {
			return i
		}
	}
	return end
}

// isSpoken reports whether a paragraph below the last label goes on with its
// turn: it speaks in the first or second person, and not of the transcript.
func (f *finder) isSpoken(b paragraph) bool {
	for i := b.First; i < b.Last; i++ {
		switch f.fold(i) {
		case "transcript", "transcripts", "transcribed", "copyright", "edited", "condensed", "interview", "podcast", "newsletter", "subscribe":
			return false
		}
	}
	return f.isInPerson(b.Range) && !f.isQuoted(b)
}

// isInPerson reports whether some words have one in the first or second person or
// a question.
func (f *finder) isInPerson(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if lexicon.ClassOf(f.fold(i)).Has(lexicon.FirstPerson|lexicon.SecondPerson) || f.gap(i+1).Has(token.GapQuestion) {
			return true
		}
	}
	return false
}
