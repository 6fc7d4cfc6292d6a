package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// Words that stand for furniture stand in prose too. There the word before ties
// them to a sentence, or the word behind goes on with one.

// ties reports whether a word ties what comes after it to a sentence: "from",
// "the", "and", "was".
func ties(word string) bool {
	switch word {
	case "and", "or", "but", "as", "that", "than", "s":
		return true
	}
	return lexicon.ClassOf(word).Has(lexicon.Preposition | lexicon.Determiner | lexicon.Possessive | lexicon.Auxiliary)
}

// goesOn reports whether a word goes on with a sentence in which what comes before
// it is subject or owner: "said", "was", "s". Auxiliaries that mostly ask, "did"
// and "can", may as well begin one.
func goesOn(word string) bool {
	switch word {
	case "s", "and", "or", "that", "who", "which", "has", "had", "have", "is", "was", "were", "are", "will", "would":
		return true
	}
	return tells(word)
}

// tells reports whether a word is one of those by which prose names a speaker.
func tells(word string) bool {
	switch word {
	case "said", "says", "say", "told":
		return true
	}
	return false
}
