package speaker

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// "The 41-year-old" is the one of whom the article tells that age: "Jane Roe, 41,",
// "Jane Roe, a 41-year-old teacher".

// noteAges notes the ages that stand beside names.
func (n *Names) noteAges() {
	n.ages = make(map[string]int)
	for k, name := range n.names {
		at := name.Last
		if _, ok := n.ageAt(at + 1); ok && lexicon.ClassOf(n.article.Fold(at)).Has(lexicon.Determiner) {
			at++
		}
		age := n.article.Fold(at)
		if !isAge(age) || n.article.Marked && !n.article.BreaksPhrase(name.Last) {
			continue
		}
		if other, taken := n.ages[age]; taken && other != n.of[k] {
			n.ages[age] = ofSeveral
			continue
		}
		n.ages[age] = n.of[k]
	}
}

// ofSeveral stands for the bearer of what several have.
const ofSeveral = -1

// isAge reports whether a word is a number that can be somebody's age in years.
func isAge(word string) bool {
	return len(word) > 0 && len(word) <= 3 && token.IsDigits(word) && (len(word) < 3 || word[0] == '1')
}

// ageAt returns the age that tokens i and after tell: "41-year-old".
func (n *Names) ageAt(i int) (age string, ok bool) {
	a := n.article
	if age = a.Fold(i); !isAge(age) || a.Fold(i+2) != "old" {
		return "", false
	}
	return age, a.Fold(i+1) == "year" || a.Fold(i+1) == "years"
}

// ofAge resolves "the 41-year-old" and "the 41-year-old teacher", given without the
// article: the bearer of that age, else the one whom a pronoun would mean.
func (r *resolver) ofAge(w token.Range, head int) Meaning {
	age, ok := r.ageAt(w.First)
	if !ok {
		return Meaning{}
	}
	if k, known := r.ages[age]; known && k != ofSeveral {
		return r.ofBearer(k)
	}
	if head == w.First+2 {
		return r.salient(w.First, lexicon.UnknownGender, true)
	}
	return Meaning{}
}
