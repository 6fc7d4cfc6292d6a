package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// OfVoice returns who is meant by the label of a transcript: the bearer of the
// name in it, or one known by the label alone, such as "Moderator". Letters that
// stand for whoever asks or answers mean nobody.
func (n *Names) OfVoice(w token.Range, said *Said) Meaning {
	if w.Empty() || w.Len() == 1 && isPart(n.article.Fold(w.First)) {
		return Meaning{}
	}
	r := resolver{n.article, n, said}
	bare := r.withoutArticle(w)
	if bare.Empty() {
		return Meaning{}
	}
	if bare.First > w.First || r.isOfficeAlone(bare) {
		return r.ofOffice(bare).by(w)
	}
	name := r.withoutOffice(bare)
	if !r.Cased {
		return r.flatVoice(name).by(w)
	}
	if first, last := r.namesIn(name); first < last && r.names[first].First >= name.First {
		return r.ofBearer(r.of[first]).by(w)
	}
	if k, ok := r.called[words{r.Joined(name), ""}]; ok && k >= 0 {
		return r.ofBearer(k).by(w)
	}
	return r.labelled(name).by(w)
}

// withoutOffice drops the titles and offices before the name of a label: "CHAIRMAN
// ROE", "Dr. Jane Roe".
func (r *resolver) withoutOffice(w token.Range) token.Range {
	for w.Len() > 1 && (isOffice(r.Fold(w.First)) || isOfficeWord(r.Fold(w.First)) || r.Fold(w.First) == "chairman") {
		w.First++
	}
	return w
}

// isPart reports whether a label tells no more than who asks and who answers.
func isPart(word string) bool {
	switch word {
	case "q", "a", "question", "answer":
		return true
	}
	return false
}

// isOfficeAlone reports whether a label is what a speaker is and no name:
// "MODERATOR", "SPEAKER 1", "Speaker B", "MINISTER OF FINANCE".
func (r *resolver) isOfficeAlone(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		switch word := r.Fold(i); {
		case word == "of" && i > w.First:
			return !lexicon.IsGivenName(r.Fold(i + 1))
		case !isOffice(word) && !isOfficeWord(word) && r.Tokens[i].Shape != token.ShapeNumber && (len(word) > 1 || i == w.First):
			return false
		}
	}
	return true
}

// ofOffice returns the one who bears an office as a title, if one alone does, or
// else the one known by it.
func (r *resolver) ofOffice(w token.Range) Meaning {
	if h := r.holders[r.Fold(w.First)]; w.Len() == 1 && h.all == 1 {
		return r.ofBearer(h.first)
	}
	return r.labelled(w)
}

// labelled returns the one who is known by a label.
func (r *resolver) labelled(w token.Range) Meaning {
	return r.describedAs(article.NameOf(r.Text, r.Tokens[w.First:w.Last]), w)
}

// flatVoice returns the one whom the name in the label of a flattened transcript
// means. Where a label ends is known, and where another name does is not: what was
// read as more of the name than the label has is none of it.
func (r *resolver) flatVoice(name token.Range) Meaning {
	if k, ok := r.called[words{r.Joined(name), ""}]; ok && k >= 0 && r.Joined(r.bearers[k].fullest) == r.Joined(name) {
		return r.ofBearer(k)
	}
	return r.labelled(name)
}
