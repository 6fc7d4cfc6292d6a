package speaker

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/token"
)

// know looks the names of the article up in the roster. Whom the article names in
// full in another way is somebody else, whatever the surname; what it tells of
// somebody's gender stands.
func (n *Names) know() {
	if n.article.Roster == nil {
		return
	}
	n.entered = make(map[int]int)
	for i, name := range n.names {
		entry, ok := n.article.Roster.Named(n.article.Tokens[name.First:name.Last])
		b := &n.bearers[n.of[i]]
		if !ok || b.known != nil || name.Len() < b.fullest.Len() && !n.isForm(b.fullest, entry) {
			continue
		}
		b.known = n.article.Roster.Entry(entry)
		if b.gender == lexicon.UnknownGender {
			b.gender = b.known.Gender.Lexical()
		}
		b.person = b.person || Kind(b.known.Kind) == Person || b.known.Gender != ""
		if _, entered := n.entered[entry]; !entered {
			n.entered[entry] = n.of[i]
		}
	}
}

// isForm reports whether words are a form of an entry's name.
func (n *Names) isForm(w token.Range, entry int) bool {
	named, ok := n.article.Roster.Named(n.article.Tokens[w.First:w.Last])
	return ok && named == entry
}

// knownHolder resolves a description that nobody in the article bears by who is
// known to hold it.
func (r *resolver) knownHolder(w token.Range) Meaning {
	entry, ok := r.Roster.Holder(r.Joined(w))
	if !ok {
		return Meaning{}
	}
	if k, named := r.entered[entry]; named {
		return r.ofBearer(k)
	}
	known := r.Roster.Entry(entry)
	return Meaning{Party: Party{words: strings.ToLower(known.Name), known: known}, name: known.Name}
}

// kindOfKnown returns what the roster says that an entry of it is; "" for nil.
func kindOfKnown(e *roster.Entry) Kind {
	if e == nil {
		return ""
	}
	return Kind(e.Kind)
}
