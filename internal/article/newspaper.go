package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// startsPaper reports whether the weekday at token i opens the name of a
// newspaper: "the Sunday Times". Package timex finds no time there by the same
// signs.
func (a *Article) startsPaper(i int) bool {
	if i+1 >= len(a.Tokens) || i == 0 || !lexicon.IsSureWeekday(a.Fold(i)) || a.BreaksPhrase(i+1) {
		return false
	}
	noun := i + 1
	if word := a.Fold(noun); (word == "evening" || word == "business") && noun+1 < len(a.Tokens) { // the Saturday Evening Post
		noun++
	}
	if !lexicon.IsPaperNoun(a.Fold(noun)) || a.Fold(noun) == "press" && noun+1 < len(a.Tokens) && a.Fold(noun+1) == "conference" {
		return false
	}
	if a.Cased {
		return a.Tokens[i+1].Shape != token.ShapeLower && lexicon.ClassOf(a.Fold(i-1)) != lexicon.Preposition
	}
	return a.Fold(i-1) == "the" || i > 2 && a.Fold(i-2) == "the" && a.Fold(i-3) == "told"
}

// endsPaper reports whether tokens i and i+1 close the name of a newspaper: "the
// Mail on Sunday", and not what came "in the mail on Sunday".
func (a *Article) endsPaper(i int) bool {
	if i < 2 || i+1 >= len(a.Tokens) || a.Fold(i) != "on" || a.Fold(i+1) != "sunday" {
		return false
	}
	switch before := a.Fold(i - 2); a.Fold(i - 1) {
	case "mail", "independent":
	case "sun", "star", "people":
		if before != "the" {
			return false
		}
	case "scotland", "wales":
		if before == "told" {
			return true
		}
		if before != "the" || !a.Cased {
			return false
		}
	default:
		return false
	}
	if a.Cased {
		return a.Tokens[i-1].Shape != token.ShapeLower
	}
	return i > 2 && a.Fold(i-2) == "the" && a.Fold(i-3) == "told"
}
