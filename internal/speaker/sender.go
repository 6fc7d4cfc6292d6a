package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// senderOf returns who sent what a phrase names, of which the words up to token
// head are its noun and what was done with it: "a statement sent to the paper by
// Jane Roe, who".
func (r *resolver) senderOf(w token.Range, head int) (sender token.Range) {
	if !isSent(r.Fold(head)) && (head == w.First || !isSent(r.Fold(head-1))) {
		return sender
	}
	for i := head + 1; i+1 < w.Last; i++ {
		switch word := r.Fold(i); {
		case word == "by" && isDisclosed(r.Fold(i-1)) && r.Fold(i-1) != "sent" && r.Fold(i-1) != "issued" && r.Fold(i-1) != "released":
			return sender // "obtained by the paper"
		case word == "by" || word == "from":
			sender = r.untilPreposition(token.Range{First: i + 1, Last: w.Last})
			if name := r.nameBehind(sender.Last, w); !name.Empty() {
				return name // "from Roe's agent, Jane Pryce"
			}
			if lexicon.ClassOf(r.Fold(sender.Last-1))&^lexicon.Title != 0 {
				return token.Range{} // "by the two"
			}
			return sender
		case r.BreaksPhrase(i) || word == "who" || word == "which" || word == "that":
			return sender
		}
	}
	return sender
}

// nameBehind returns the name in full that ends a phrase behind a comma at token i.
func (r *resolver) nameBehind(i int, w token.Range) token.Range {
	first, last := r.namesIn(token.Range{First: i, Last: w.Last})
	if i >= w.Last || last-first != 1 || !r.Gap(i).BareBut(token.GapComma) || !r.Gap(i).Has(token.GapComma) {
		return token.Range{}
	}
	if n := r.names[first]; withTitles(n) != i || n.Last != w.Last || n.Len() < 2 || !r.isPersonAlone(first) {
		return token.Range{}
	}
	return token.Range{First: i, Last: w.Last}
}

// isSent reports whether a noun names what one person or body sends in its own
// name.
func isSent(word string) bool {
	switch word {
	case "statement", "letter", "email", "message", "post", "tweet", "note", "memo", "release":
		return true
	}
	return false
}

// untilPreposition cuts a phrase at the first mark, relative clause, participle or
// preposition other than "of", "for" and "on".
func (r *resolver) untilPreposition(w token.Range) token.Range {
	for i := w.First + 1; i < w.Last; i++ {
		word := r.Fold(i)
		if r.BreaksPhrase(i) || word == "who" || word == "which" || isDisclosed(word) || word != "of" && word != "for" && word != "on" && lexicon.ClassOf(word).Has(lexicon.Preposition) || word == "when" || word == "as" || lexicon.IsDayWord(word) {
			w.Last = i
		}
	}
	return w
}

// isDisclosed reports whether a participle tells how something sent came to light.
func isDisclosed(word string) bool {
	switch word {
	case "obtained", "seen", "released", "shared", "published", "sent", "posted", "read", "viewed", "reviewed", "leaked", "dated", "issued":
		return true
	}
	return false
}

// maxOwned is how many words may stand between an owner's name and the noun for the
// owner's words: "Roe's May 18 resignation letter".
const maxOwned = 4

// ownerOfWords returns whose words a phrase that holds the name numbered first
// stands for: "Jane Roe's statement", "the Ministry's May 18 letter to Selby". Words
// that are called after nobody who is named, as "the report", stay what they are.
func (r *resolver) ownerOfWords(w token.Range, head, first int) (owner token.Range) {
	for k := r.namesBefore(head) - 1; k >= first && head-r.names[k].Last <= maxOwned; k-- {
		n := r.names[k]
		if !r.isOwner(n) {
			continue
		}
		if !isOwnWords(r.Fold(head), r.Fold(head-1) == "s" || n.Last == head) || lexicon.IsDayWord(r.Fold(n.Last-1)) {
			return owner
		}
		for i := n.Last; i < head; i++ {
			if r.Fold(i) == "s" && i > n.Last {
				return token.Range{First: w.First, Last: i} // "Roe's lawyer's statement"
			}
			if lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition | lexicon.Conjunction) {
				return owner
			}
		}
		return token.Range{First: w.First, Last: n.Last}
	}
	return owner
}

// isOwner reports whether what follows a name belongs to its bearer.
func (r *resolver) isOwner(n article.Name) bool {
	return r.Fold(n.Last) == "s" || r.Gap(n.Last).Has(token.GapSingleClose) && strings.HasSuffix(r.Fold(n.Last-1), "s")
}

// isOwnWords reports whether a noun names words that are those of the one whom they
// belong to, beside it or in general: "Roe's report" is Roe's, "Roe's autopsy report"
// is not.
func isOwnWords(word string, beside bool) bool {
	switch word {
	case "testimony", "remarks", "comments", "speech", "memoir", "memoirs", "affidavit", "declaration", "op-ed", "essay", "tweets", "posts", "letters", "emails", "statements":
		return true
	case "report", "account", "analysis", "column", "announcement", "response", "words", "claim", "assertion", "warning":
		return beside
	}
	return isSent(word)
}
