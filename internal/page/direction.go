package page

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxDirection is how many words a stage direction may have.
const maxDirection = 12

// withoutDirections returns what of the words of a turn is said: all but the
// stage directions in brackets, "(APPLAUSE)", "[laughter]".
func (f *finder) withoutDirections(w token.Range) (said []token.Range) {
	first := w.First
	for i := w.First; i < w.Last; i++ {
		end := f.directionAt(i)
		if end == i {
			continue
		}
		if first < i {
			said = append(said, token.Range{First: first, Last: i})
		}
		first = min(end, w.Last)
		i = max(i, first-1)
	}
	if first < w.Last {
		said = append(said, token.Range{First: first, Last: w.Last})
	}
	return said
}

// directionAt returns the token after the stage direction that begins at token
// i, or i: words in brackets that are written in capitals or tell of a sound, of
// the record or of how somebody speaks.
func (f *finder) directionAt(i int) int {
	if !f.tokens[i].Gap.Has(token.GapBracketOpen) {
		return i
	}
	upper, tells := true, false
	for end := i; end < len(f.tokens) && end-i < maxDirection; {
		upper = upper && f.tokens[end].Shape == token.ShapeUpper
		tells = tells || isDirectionWord(f.tokens[end].Fold)
		end++
		if !f.gap(end).Has(token.GapBracketClose) {
			continue
		}
		if upper || tells {
			return end
		}
		break
	}
	return i
}

// gap returns what stands before token i, or after the last one.
func (f *finder) gap(i int) token.Gap {
	if i < len(f.tokens) {
		return f.tokens[i].Gap
	}
	return f.words.Tail
}

// isDirectionWord reports whether a word in brackets tells of a sound or of the
// record.
func isDirectionWord(word string) bool {
	switch word {
	case "laughter", "laughs", "laugh", "laughing", "chuckles", "chuckling", "giggles", "applause", "applauds", "cheers", "cheering", "booing", "boos", "crosstalk",
		"inaudible", "unintelligible", "indiscernible", "off", "mic", "microphone", "music", "song", "soundbite", "sound", "audio", "video", "clip", "videotape",
		"recording", "pause", "pauses", "silence", "sighs", "sigh", "coughs", "gasps", "crying", "sobbing", "ph", "phonetic", "gavel", "recess", "break",
		"commercial", "voiceover", "voice", "camera", "translated", "translation", "interpreter", "whispering", "whispers", "shouting", "simultaneous", "interruption",
		"interposing", "background", "noise", "beep", "bleep", "ringing", "witness", "affirmative", "negative", "discussion", "adjourned", "nods", "continuing", "speaking":
		return true
	}
	return false
}
