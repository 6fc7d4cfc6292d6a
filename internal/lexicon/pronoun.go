package lexicon

// IsObjectPronoun reports whether a folded word is a pronoun that stands for the
// one to whom something is done: "told him".
func IsObjectPronoun(word string) bool { return word == "him" || word == "her" || word == "them" }
