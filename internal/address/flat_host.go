package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/suffix"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A flatHost is a host put back together from the words of its span.
type flatHost struct {
	token.Span
	name      string // with its dots, in lower case
	www       bool   // the first label is www
	marksLost bool   // a dot of name may have been a hyphen, or the reverse
	spoken    bool   // a dot is read out
}

// longestFlatHost is how many words after a scheme are looked through for a
// top-level domain.
const longestFlatHost = 7

// readFlatHost reads the host that begins with the word at byte at, where a
// scheme or "www" says that there is one.
func readFlatHost(text string, at int) (h flatHost, found bool) {
	var spans [longestFlatHost]token.Span
	var words [longestFlatHost]string
	count := 0
	word := token.Span{Start: at, End: wordEnd(text, at)}
	for word.Len() > 0 && count < len(words) {
		if w := strings.ToLower(word.In(text)); w != "dot" || count == 0 {
			spans[count], words[count] = word, w
			count++
		} else {
			h.spoken = true
		}
		word = nextFlat(text, word.End)
	}
	labels, suffixes := splitHost(words[:count])
	if labels == 0 {
		return h, false
	}
	h.Span = token.Span{Start: at, End: spans[labels-1].End}
	h.www = isWWW(words[0])
	h.name, h.marksLost = joinHost(words[:labels], suffixes)
	h.marksLost = h.marksLost && !h.spoken
	return h, true
}

// splitHost returns how many of words, from the first, are the labels of a
// host, 0 if they are none, and how many of these are its public suffix.
func splitHost(words []string) (labels, suffixes int) {
	if len(words) >= 4 && isByte(words[0]) && isByte(words[1]) && isByte(words[2]) && isByte(words[3]) {
		return 4, 0
	}
	if len(words) > 0 && words[0] == "localhost" {
		return 1, 0
	}
	first := 1
	if len(words) > 0 && isWWW(words[0]) {
		first = 2
	}
	weak := 0
	for k := first; k < len(words); k++ {
		word := words[k]
		if isShortener(words[k-1] + "." + word) {
			return k + 1, 1
		}
		if k+1 < len(words) && (isCountryOf(word, words[k+1]) || first == 2 && isStateOf(word, words[k+1])) {
			return k + 2, 2
		}
		if isStrongTop(word) {
			if weak > 0 && k-weak > 0 {
				break
			}
			return k + 1, 1
		}
		if weak == 0 && suffix.IsTopLevel(word) && (len(word) == 2 || k == first) {
			weak = k + 1
		}
	}
	if weak == 0 {
		return 0, 0
	}
	return weak, 1
}

// joinHost puts the labels of a host together. The mark between two labels was
// a dot or a hyphen: names of machines, sites of an authority and names under
// a host of many sites had dots in the training news, other names a hyphen.
func joinHost(words []string, suffixes int) (name string, marksLost bool) {
	core := len(words) - suffixes - 1
	if core <= 0 || suffixes == 0 {
		return strings.Join(words, "."), false
	}
	var b strings.Builder
	for k, word := range words {
		b.WriteString(word)
		switch {
		case k == len(words)-1:
		case k >= core:
			b.WriteByte('.')
		case k == 0 && isWWW(word):
			b.WriteByte('.')
		case word == "xn": // Punycode
			b.WriteString("--")
			marksLost = true
		case isMachineName(word) && k == 0 || isManySites(words[core], words[core+1]):
			b.WriteByte('.')
			marksLost = marksLost || !isMachineName(word)
		default:
			b.WriteByte('-')
			marksLost = true
		}
	}
	return b.String(), marksLost
}

// isByte reports whether word is a number from 0 to 255.
func isByte(word string) bool {
	if len(word) > 3 {
		return false
	}
	n := 0
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
		n = n*10 + int(word[i]-'0')
	}
	return n < 256 && word != ""
}

func isWWW(label string) bool { return label == "www" || label == "www2" || label == "ww2" }

// isCountryOf reports whether top and country together are a public suffix
// under which people read sites, such as "co uk". Under co, which also ends
// names of companies, only the codes are taken that use it, and none that is
// also a word or an abbreviation of the news ("co na", "co st").
func isCountryOf(top, country string) bool {
	if len(country) != 2 {
		return false
	}
	switch top {
	case "co":
		switch country {
		case "uk", "nz", "za", "jp", "kr", "il", "ke", "th":
			return true
		}
	case "com":
		switch country {
		case "co", "lb", "sg", "hk", "cn", "tw", "mx", "ar", "tr", "ua", "ph", "pk", "eg", "vn", "au", "br":
			return true
		}
	case "org", "gov", "ac", "net", "edu", "govt", "gob":
		return !isEnglishWord(country) && suffix.IsPublic(top, country)
	}
	return false
}

// isStateOf reports whether top and country are the suffix of a state's own
// sites though country is also an English word. Only "www" makes that likely.
func isStateOf(top, country string) bool {
	return (top == "gov" || top == "nic" || top == "ac") && (country == "in" || country == "it" || country == "my")
}

// isHostWithoutDot reports whether label and top, next to each other in
// flattened text, are a host. Under com and org nearly every such pair of the
// training news was one (com 7,855 of 8,035, org 1,862 of 1,906), and tk is
// hardly ever a word; elsewhere only those pairs are taken that were written
// with a dot in at least 4 of 5 places, and well-known sites.
func isHostWithoutDot(label, top string) bool {
	switch top {
	case "com":
		return token.IsASCII(label) // "com" is Portuguese for "with"
	case "org", "tk":
		return true
	}
	return isKnownHost(label, top)
}

// isSubdomain reports whether label stood before the host with a dot.
func isSubdomain(label, host string) bool {
	switch host {
	case "twitter.com":
		return label == "pic" || label == "mobile"
	case "wikipedia.org":
		return label == "en" || label == "de" || label == "fr" || label == "es"
	case "foxnews.com":
		return label == "video" || label == "live" || label == "insider" || label == "radio" || label == "nation"
	case "go.com":
		return label == "abcnews" || label == "espn" || label == "abc" || label == "6abc" || label == "abc7"
	case "yahoo.com":
		return label == "news" || label == "sports" || label == "finance"
	case "google.com":
		return label == "docs" || label == "drive" || label == "maps" || label == "plus"
	case "imgur.com":
		return label == "i"
	case "twimg.com":
		return label == "pbs"
	case "apple.com":
		return label == "itunes"
	case "blogspot.com", "wordpress.com", "tumblr.com", "substack.com", "livejournal.com", "typepad.com", "senate.gov", "house.gov", "example.com", "example.org", "example.net":
		return !isRunningWord(label)
	}
	return false
}

// isMachineName reports whether label, the first of a host, was followed by a
// dot and not a hyphen in the training news.
func isMachineName(label string) bool {
	switch label {
	case "www", "www2", "ww2", "en", "de", "fr", "es", "m", "v", "l", "on", "go", "pol", "nj", "news", "video", "live", "media", "static", "platform", "blog", "blogs", "documents", "data", "docs", "drive", "support", "help", "store", "shop", "vault", "catalog", "pic", "pbs", "mobile", "edition", "money", "sports", "finance", "learn", "jobs", "donate", "english", "dev", "api", "cdn", "s", "i", "s3", "abcnews", "espn", "breaking", "encyclopedia", "plus", "maps", "itunes", "music", "open", "play", "apps", "mail", "old", "secure", "insider", "radio", "podcasts", "archive", "archives", "web", "time", "pubs", "my", "act", "action", "petitions", "cms", "img", "images", "portal", "tickets", "library", "bookshop", "subscribe", "addons", "community", "files", "forum", "forums", "status", "amp":
		return true
	}
	return false
}

// isSureMachineName reports whether label is the first of a host wherever it
// stands before one: in the news "video" was 50 times of 50.
func isSureMachineName(label string) bool {
	switch label {
	case "m", "mobile", "www2", "ww2", "video", "edition", "amp", "blogs", "docs", "podcasts", "static", "cdn", "api", "img", "s3":
		return true
	}
	return false
}

// isHyphenated reports whether label stands before the well-known host with a
// hyphen.
func isHyphenated(label, host string) bool {
	switch host {
	case "span.org":
		return label == "c"
	case "webster.com":
		return label == "merriam"
	case "journal.com":
		return label == "courier"
	case "monitor.com":
		return label == "al"
	case "mobile.com":
		return label == "t"
	case "cola.com":
		return label == "coca"
	}
	return false
}

// isManySites reports whether names stand right under the host label.top with
// a dot.
func isManySites(label, top string) bool {
	switch top {
	case "gov", "edu", "mil", "ac":
		return true
	}
	switch label {
	case "example": // RFC 2606
		return true
	case "blogspot", "wordpress", "tumblr", "typepad", "substack", "livejournal", "wikipedia", "go", "github", "medium", "weebly", "wixsite", "squarespace", "herokuapp":
		return true
	}
	return false
}

// leadsToSite reports whether word has a site for its object, so that all words
// between it and a top-level domain are labels of a host: in the news 5 of 5
// words between "visit" and "norvik com" were.
func leadsToSite(word string) bool {
	switch word {
	case "visit", "visiting", "see", "check", "browse":
		return true
	}
	return false
}

// isSiteNoun reports whether word after "visit" or "see" says what is visited
// and is no part of its name.
func isSiteNoun(word string) bool {
	switch word {
	case "website", "websites", "site", "sites", "page", "pages", "web", "webpage", "homepage", "blog", "online", "us", "me", "them", "here", "now", "today", "www", "http", "https", "facebook", "twitter", "instagram", "youtube":
		return true
	}
	return false
}

// isClipped reports whether the letter name ends "p m" or "i m" rather than
// names a machine.
func isClipped(before, name string) bool {
	return name == "m" && (len(before) < 2 || token.IsDigits(before))
}
