package page

// isShareButton reports whether word is the label of a button under an article.
func isShareButton(word string) bool {
	switch word {
	case "share", "shares", "tweet", "print", "email", "comment", "comments", "facebook", "twitter", "whatsapp", "pinterest",
		"reddit", "linkedin", "flipboard", "messenger", "bookmark", "telegram", "tumblr", "pocket", "buffer", "bluesky":
		return true
	}
	return false
}

// isShareWord reports whether word can stand among such labels.
func isShareWord(word string) bool {
	switch word {
	case "copy", "link", "save", "sharing", "options", "via", "this", "on", "article", "story":
		return true
	}
	return isShareButton(word)
}

// sharePhrases are the buttons under an article.
var sharePhrases = kindPhrases{
	kind: Share,
	anywhere: `share all sharing options for; share on facebook share on twitter share via email; share on facebook;
share on twitter; share via email; share this with; share this story; email this article; tweet this; share this
article; listen to this article; listen to this story`,
	opening: `share this; share on; share all sharing options; discuss this article; leave a comment; join the
conversation; have something to add to this story; comments this field; name this field; email this field`,
}
