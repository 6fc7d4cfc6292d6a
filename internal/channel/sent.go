package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// sentWriting returns whom the writer says that something written was sent to, beside the
// cue: "sent the judge a note asking what", "texted his sister a warning".
func (r *reader) sentWriting(x attribution.Attribution, near token.Range) token.Range {
	for i := near.First; i < x.LastCue().Last; i++ {
		if r.Content[i] || !takesWriting(r.Fold(i)) || lexicon.ClassOf(r.Fold(i+1)).Has(lexicon.Preposition|lexicon.Adverb) || isDirection(r.Fold(i+1)) {
			continue
		}
		w := r.recipientAt(i+1, token.Range{First: i + 1, Last: min(near.Last, i+1+article.MaxSource)})
		if first := r.Fold(w.Last); w.Empty() || first != "a" && first != "an" && first != "another" {
			continue
		}
		for k := w.Last + 1; k < min(w.Last+1+longestCarrier, near.Last); k++ {
			if IsCarrier(r.Fold(k)) {
				return w
			}
		}
	}
	return token.Range{}
}

// isDirection reports whether a word behind a verb of sending is none for whoever gets it.
func isDirection(word string) bool {
	switch word {
	case "out", "off", "back", "up", "around", "home", "away", "along":
		return true
	}
	return false
}

// takesWriting reports whether a verb may take one whom something is sent and what is sent.
func takesWriting(word string) bool {
	switch word {
	case "sent", "sends", "sending", "wrote", "writes", "writing", "handed", "gave", "left", "passed", "texted", "emailed", "slipped":
		return true
	}
	return false
}

// isCallingUp reports whether a verb has for its object whom somebody calls from afar.
func isCallingUp(word string) bool {
	switch word {
	case "radioed", "phoned", "telephoned", "rang":
		return true
	}
	return false
}
