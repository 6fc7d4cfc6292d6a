package page

import (
	"strings"
)

// isAgency reports whether the name of an agency begins at token i.
func (f *finder) isAgency(i int) bool { return agencies().at(f.tokens, i) > 0 }

// joined joins the folded words of a range.
func (f *finder) joined(first, end int) string {
	if end-first == 1 {
		return f.tokens[first].Fold
	}
	var b strings.Builder
	for i, t := range f.tokens[first:end] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Fold)
	}
	return b.String()
}

// isDatelineFollower reports whether the word after an agency leaves it a
// signature. "ap reported", "reuters photo" and "cnn s" are part of the prose.
func isDatelineFollower(word string) bool {
	switch word {
	case "", "reported", "reports", "report", "reporter", "reporters", "correspondent", "correspondents", "journalist",
		"journalists", "photo", "photos", "photographer", "news", "poll", "editor", "bureau", "writer", "writers", "anchor",
		"host", "interview", "quoted", "cited", "first", "contributor", "analyst", "learned", "asked", "wrote", "story", "to":
		return false
	}
	return !goesOn(word)
}

// agencies are the agencies and networks that sign a dateline.
var agencies = phrasesOf(`ap; afp; reuters; reuter; upi; xinhua; ani; pti; ians; dpa; tass; kyodo; efe; ansa; cnn; cnnmoney;
bloomberg; sputnik; prnewswire; businesswire; associated press; the associated press; agence france presse;
thomson reuters foundation; business wire; pr newswire; globe newswire; cbs news; nbc news; abc news; fox
news; bbc news; npr; cns; the washington post; los angeles times; the center square`)
