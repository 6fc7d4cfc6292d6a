package lexicon

func IsObjectPronoun(word string) bool { return word == "him" || word == "her" || word == "them" }
