package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A dash at the head of a line opens speech where no quotation marks do:
//
//	— Is the road open? asked Orla.
//	— We had no choice, Tom answered.
//
// It opens the entries of a list as well. Lines one below the other are a dialogue
// if somebody is told to have spoken one, and any speaks of oneself, to somebody, or
// asks.

// appendDialogueRuns appends the runs of the paragraphs that a dash opens. runs are
// those between quotation marks; a paragraph that holds any is left to them.
func (a *Article) appendDialogueRuns(runs []Run) []Run {
	between := runs
	for n := 0; n < len(a.Paragraphs); n++ {
		var lines []line
		for ; n < len(a.Paragraphs) && a.opensWithDash(a.Paragraphs[n]); n++ {
			p := a.Paragraphs[n]
			for len(between) > 0 && between[0].First < p.First {
				between = between[1:]
			}
			if len(between) > 0 && between[0].First < p.Last {
				break
			}
			lines = a.appendLines(lines, p)
		}
		if a.isDialogue(lines) {
			for _, l := range lines {
				runs = a.appendLineRuns(runs, l)
			}
		}
	}
	return runs
}

// A line is what one speaker of a dialogue says, with the words that tell who.
type line struct {
	token.Range
	told token.Range // "said Orla"; at the end of the line and empty where left out
}

// opensWithDash reports whether a dash stands at the head of a paragraph.
func (a *Article) opensWithDash(p token.Range) bool { return a.Gap(p.First).Has(token.GapDash) }

// appendLines appends the lines of a paragraph, each of which a dash opens.
func (a *Article) appendLines(lines []line, p token.Range) []line {
	first := p.First
	for i := p.First + 1; i <= p.Last; i++ {
		if i < p.Last && !(a.Gap(i).Has(token.GapDash) && a.Gap(i).Has(token.GapFullStop|token.GapQuestion)) {
			continue
		}
		l := line{Range: token.Range{First: first, Last: i}}
		l.told = a.toldIn(l.Range)
		lines = append(lines, l)
		first = i
	}
	return lines
}

// isDialogue reports whether lines that stand together are spoken.
func (a *Article) isDialogue(lines []line) bool {
	told, spoken := false, false
	for _, l := range lines {
		told = told || !l.told.Empty()
		spoken = spoken || a.isSpoken(token.Range{First: l.First, Last: l.told.First}) || a.Gap(l.told.First).Has(token.GapQuestion)
	}
	return told && spoken
}

// isSpoken reports whether the speaker or somebody addressed shows in words.
func (a *Article) isSpoken(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if lexicon.ClassOf(a.Fold(i)).Has(lexicon.FirstPerson | lexicon.SecondPerson) {
			return true
		}
	}
	return false
}

// appendLineRuns appends the words of a line that are spoken: those before it is
// told who speaks, and those in the sentences behind that still speak.
func (a *Article) appendLineRuns(runs []Run, l line) []Run {
	runs = append(runs, Run{Range: token.Range{First: l.First, Last: l.told.First}, dashed: true})
	if rest := (token.Range{First: l.told.Last, Last: l.Last}); a.isSpoken(rest) {
		runs = append(runs, Run{Range: rest, dashed: true})
	}
	return runs
}

// toldIn returns the words of a line that tell who speaks, to the end of their
// sentence.
func (a *Article) toldIn(l token.Range) token.Range {
	for i := l.First + 1; i < l.Last; i++ {
		if !a.Gap(i).Has(token.GapComma|token.GapQuestion|token.GapDash) || !a.tellsSpeaker(i, l.Last) {
			continue
		}
		end := i + 1
		for end < l.Last && !a.Starts[end] {
			end++
		}
		return token.Range{First: i, Last: end}
	}
	return token.Range{First: l.Last, Last: l.Last}
}

// maxTeller is how many words may name a speaker before the verb.
const maxTeller = 4

// tellsSpeaker reports whether "said Orla", "she said" or "the guard answered" begins
// at token i.
func (a *Article) tellsSpeaker(i, end int) bool {
	if isDialogueVerb(a.Fold(i)) {
		return i+1 < end && a.Gap(i+1).Bare() && a.opensTeller(i+1)
	}
	if !a.opensTeller(i) {
		return false
	}
	for k := i + 1; k < min(i+1+maxTeller, end) && a.Gap(k).Bare(); k++ {
		if isDialogueVerb(a.Fold(k)) {
			return true
		}
	}
	return false
}

// opensTeller reports whether token i can begin the name of a speaker.
func (a *Article) opensTeller(i int) bool {
	class := lexicon.ClassOf(a.Fold(i))
	if class == 0 {
		return a.Tokens[i].Shape == token.ShapeTitle || a.Tokens[i].Shape == token.ShapeUpper
	}
	return class.Has(lexicon.Subject|lexicon.Determiner|lexicon.Possessive) && !class.Has(lexicon.SecondPerson)
}

// isDialogueVerb reports whether a verb tells who speaks a line.
func isDialogueVerb(word string) bool {
	cue, ok := lexicon.LookupCue(word)
	return ok && cue.Act == lexicon.Speaking && cue.Frame != lexicon.Object && len(word) > 2 && word[len(word)-3:] != "ing"
}
