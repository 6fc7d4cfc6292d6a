package article

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// startsPaper reports whether the weekday at token i opens the name of a
// newspaper: "the Sunday Times". Package timex finds no time there by the same
// signs.
func (a *Article) startsPaper(i int) bool {
	if i+1 >= len(a.Tokens) || i == 0 || !lexicon.IsSureWeekday(a.Fold(i)) || !lexicon.IsPaperNoun(a.Fold(i+1)) || a.BreaksPhrase(i+1) {
		return false
	}
	if a.Cased {
		return a.Tokens[i+1].Shape != token.ShapeLower && lexicon.ClassOf(a.Fold(i-1)) != lexicon.Preposition
	}
	return a.Fold(i-1) == "the"
}

// endsPaper reports whether tokens i and i+1 close the name of a newspaper: "the
// Mail on Sunday", and not what came "in the mail on Sunday".
func (a *Article) endsPaper(i int) bool {
	if i < 2 || i+1 >= len(a.Tokens) || a.Fold(i) != "on" || a.Fold(i+1) != "sunday" || a.Fold(i-1) != "mail" && a.Fold(i-1) != "independent" {
		return false
	}
	if a.Cased {
		return a.Tokens[i-1].Shape != token.ShapeLower
	}
	return i > 2 && a.Fold(i-2) == "the" && a.Fold(i-3) == "told"
}
