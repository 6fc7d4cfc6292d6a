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

// An account of a hearing or debate has at least this many words of its kind, and
// at least one in so many words.
const (
	sessionWords = 5
	sessionShare = 90
)

// isAbout reports whether the article is an account of the kind of session that
// words for which is holds are typical of.
func isAbout(a *article.Article, is func(word string) bool) bool {
	found := 0
	for _, t := range a.Tokens {
		if is(t.Fold) {
			found++
		}
	}
	return found >= sessionWords && found*sessionShare >= len(a.Tokens)
}
