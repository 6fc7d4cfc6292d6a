package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/token"
)

// senderBefore returns who the writer's words before an attribution say sent what
// its source only calls by what it is, and to whom, if they tell: "Roe emailed the
// board again. “…,” the email said."
func (r *reader) senderBefore(x attribution.Attribution, before token.Range) (sender, recipient token.Range) {
	if !NamesCarrier(r.Article, x.Source) {
		return sender, recipient
	}
	for i := before.Last - 1; i > before.First && !r.Content[i]; i-- {
		if !isSending(r.Fold(i)) {
			continue
		}
		sender = r.NounPhraseBefore(i, token.Range{First: max(before.First, i-article.MaxSource), Last: i})
		if sender.Empty() {
			continue
		}
		first := i + 1
		if r.Fold(first) == "to" {
			first++
		}
		return sender, r.recipientAt(first, token.Range{First: first, Last: min(before.Last, first+article.MaxSource)})
	}
	return sender, recipient
}

// NamesCarrier reports whether a source names nothing but what carries a message:
// "the message", "the second email", "the account". "The Post" is a paper.
func NamesCarrier(a *article.Article, source token.Range) bool {
	if source.Len() < 2 || source.Len() > 3 || a.Fold(source.First) != "the" || a.IsCapital(source.Last-1) {
		return false
	}
	for i := source.First + 1; i < source.Last-1; i++ {
		switch a.Fold(i) {
		case "twitter", "direct", "text", "email", "second", "first", "same":
		default:
			return false
		}
	}
	return a.Fold(source.Last-1) == "account" || IsCarrier(a.Fold(source.Last-1))
}

// isSending reports whether a verb tells that somebody wrote to somebody.
func isSending(word string) bool {
	switch word {
	case "contacted", "wrote", "emailed", "messaged", "texted", "sent":
		return true
	}
	return false
}
