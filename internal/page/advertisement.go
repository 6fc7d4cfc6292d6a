package page

// isAdvertisement reports whether word is the label of an advertisement.
func isAdvertisement(word string) bool {
	switch word {
	case "advertisement", "advertising", "ad", "sponsored", "below":
		return true
	}
	return false
}

// isAdvertisementWord reports whether word can stand among such labels.
func isAdvertisementWord(word string) bool {
	switch word {
	case "story", "article", "continues", "continue", "continued", "after", "below", "scroll", "reading", "to", "keep",
		"content", "the", "main", "message", "by":
		return true
	}
	return isAdvertisement(word)
}

// advertisementPhrases stand around advertisements.
var advertisementPhrases = kindPhrases{
	kind: Advertisement,
	anywhere: `story continues below advertisement; story continues below; story continued below; article continues
after advertisement; article continues below; advertisement continue reading the main story; advertisement scroll to
continue; scroll to continue with content; take our poll story continues below; story continues after advertisement;
story continues after this advertisement; article continues after this advertisement; story continues after this ad;
article continues after this ad; story continues below this ad; story continues below this advertisement; article
continues below this ad; article continues below this advertisement`,
	opening: `advertisement; story continues below; story continued below; article continues below; take our poll;
this content is subject to copyright; sponsored content; paid content; hidden ad unit`,
}
