package channel

import "github.com/verbatim-news/verbatim/internal/article"

// An article about letters or messages names them at least this often, and at
// least once in so many words.
const (
	themeWords = 4
	themeShare = 120
)

// writtenTheme returns the channel of an exchange that the article is about.
func writtenTheme(a *article.Article) Channel {
	messages, emails, letters := 0, 0, 0
	for i := range a.Tokens {
		switch channelOfNoun(a.Fold(i), a.Fold(i-1), a.Fold(i+1)) {
		case Message:
			messages++
		case Email:
			emails++
		case Letter:
			letters++
		}
	}
	most, theme := messages, Message
	if emails > most {
		most, theme = emails, Email
	}
	if letters > most {
		most, theme = letters, Letter
	}
	if most >= themeWords && most*themeShare >= len(a.Tokens) {
		return theme
	}
	return ""
}

// inTheme returns the channel of the noun at token i as the article means it: one
// about messages means those of the platform that it names, unless it says posts.
func (r *reader) inTheme(c Channel, i int) Channel {
	if r.Theme != Message || !isPlatform(r.Fold(i)) {
		return c
	}
	switch r.Fold(i + 1) {
	case "post", "posts", "feed", "page":
		return c
	}
	return Message
}

// An account of a hearing or debate has at least this many words of its kind,
// some of them found in hardly anything else, and at least one in so many words.
const (
	sessionWords   = 5
	sessionTypical = 2
	sessionShare   = 90
)

// A typicality tells how far a word is one of the accounts of a kind of session.
type typicality int

const (
	foreign typicality = iota // no word of theirs
	common                    // a word of theirs and of other news
	typical                   // a word of theirs
)

// isAbout reports whether the article is an account of the kind of session whose
// words of tells.
func isAbout(a *article.Article, of func(word string) typicality) bool {
	found, own := 0, 0
	for _, t := range a.Tokens {
		switch of(t.Fold) {
		case typical:
			own++
			found++
		case common:
			found++
		}
	}
	return found >= sessionWords && own >= sessionTypical && found*sessionShare >= len(a.Tokens)
}
