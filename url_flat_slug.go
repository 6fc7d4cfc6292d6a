package verbatim

import "strings"

// Where a path of words ends in running prose is decided by weights, one for
// each word after the host: the path is the words up to the highest sum. The
// weights are tenths of a natural logarithm and were fitted on the 2,128
// addresses with a scheme or www, other than short links, of the training
// news: how much more often a kind of word stands in paths than in prose.
const (
	slugHost      = -4 // the sum to beat where a scheme stands before
	slugSite      = 38 // the sum to beat where only www does
	slugDate      = 0  // part of a date at the beginning of a path
	slugNumber    = 5
	slugLongID    = 78 // five digits or more
	slugMixed     = 44 // letters and digits in one word
	slugFile      = 22 // "html" and the like
	slugFileEnd   = 38 // and the path ends there
	slugWiki      = 10 // "wiki", and the word after it
	slugHeadline  = 5  // the word stands shortly before the address too
	slugWord      = -4
	slugRepeated  = -20 // the word stands in the path already: the headline that follows
	slugClosed    = 45  // one or two words of content, and then the text ends or another address begins
	slugMostWords = 40
	slugWindow    = 300 // bytes before the address that are searched for the headline
)

// slug reads a path of words such as a news page has: a section, a date, the
// headline, a number.
func (h flatHost) slug(text string, first Span, schemed bool) flatPath {
	window := text[max(0, h.Start-slugWindow):h.Start]
	best, end := slugHost, h.End
	if !schemed {
		best = slugSite
	}
	sum, count, length := 0, 0, 0
	var words [slugMostWords]string
	for word := first; word.Len() > 0 && count < len(words); word = nextFlat(text, word.End) {
		w := word.In(text)
		if beginsAddress(text, word) {
			break
		}
		sum += slugWeight(w, words[:count], window)
		words[count] = w
		count++
		reach := sum
		if isPageExtension(w) && (count < 2 || words[count-2] != "index") {
			reach += slugFileEnd
		}
		if next := nextFlat(text, word.End); count <= 2 && sum >= 2*slugWord && (next.Len() == 0 || beginsAddress(text, next)) {
			reach += slugClosed
		}
		if reach > best {
			best, end, length = reach, word.End, count
		}
	}
	if length == 0 {
		return flatPath{end: h.End}
	}
	path := joinPath(words[:length])
	return flatPath{end: end, text: path, caseLost: hasFoldedLetter(path), marksLost: length > 1, prose: length > 1}
}

// beginsAddress reports whether the word is the first of another address.
func beginsAddress(text string, word Span) bool {
	w := word.In(text)
	if isScheme(w) {
		return true
	}
	next := nextFlat(text, word.End)
	after := nextFlat(text, next.End).In(text)
	return next.In(text) == "com" && !isFunctionWord(w) || after == "com" && isSubdomain(w, next.In(text)+".com")
}

// slugWeight returns the weight of the next word of a path. before are the
// words of the path so far, window the text before the address.
func slugWeight(word string, before []string, window string) int {
	common := proseWeight(word)
	switch {
	case isDigits(word):
		if len(before) < 4 && (isYear(word) || len(before) > 0 && len(word) <= 2) {
			return slugDate
		}
		if len(word) < 5 {
			return slugNumber
		}
		return slugLongID
	case strings.ContainsAny(word, "0123456789"):
		return slugMixed
	case isPageExtension(word):
		return slugFile
	case len(before) == 0 && word == "wiki", len(before) == 1 && before[0] == "wiki":
		return slugWiki
	}
	if common == 0 && len(before) > 1 && contains(before, word) {
		return slugRepeated
	}
	if len(before) > 0 && containsWord(window, word) {
		if common < 0 {
			return 0
		}
		return slugHeadline
	}
	if common < 0 {
		return common
	}
	return slugWord
}

// proseWeight returns the weight of a word that holds sentences together, and
// 0 for every other.
func proseWeight(word string) int {
	switch word {
	case "also", "mr", "000", "t", "which":
		return -37
	case "according", "been", "but", "such", "that", "then", "would":
		return -30
	case "have", "or", "s", "said", "some", "there", "those", "were":
		return -27
	case "percent", "an", "had", "i", "its", "much", "other", "re", "the", "their", "these", "they":
		return -23
	case "even", "a", "and", "as", "do", "don", "going", "has", "he", "him", "his", "if", "into", "it", "many", "our", "she", "than", "this", "through", "very", "was", "while":
		return -20
	case "about", "any", "are", "at", "be", "because", "being", "by", "could", "from", "in", "is", "like", "more", "not", "of", "only", "should", "since", "so", "them", "think", "to", "when", "where", "you":
		return -16
	case "against", "all", "before", "can", "did", "during", "for", "government", "her", "last", "may", "most", "my", "now", "on", "one", "people", "say", "time", "told", "two", "u", "up", "way", "we", "who", "will", "with", "year", "years":
		return -13
	case "get", "make", "party", "political", "still":
		return -9
	}
	return 0
}

// joinPath puts the separators of a path back as they most often were: slashes
// around a date and after a section, a dot before "html", low lines in an
// encyclopedia, hyphens elsewhere.
func joinPath(words []string) string {
	var b strings.Builder
	lastOfDate := -1
	for i, word := range words[:min(len(words), 4)] {
		if i > 0 && len(word) <= 2 && isDigits(word) && (lastOfDate == i-1 || isYear(words[i-1])) || isYear(word) {
			lastOfDate = i
		}
	}
	for i, word := range words {
		switch {
		case i == 0 || i <= lastOfDate+1 && lastOfDate >= 0 || i == 1 && words[0] == "wiki":
			b.WriteByte('/')
		case isPageExtension(word):
			b.WriteByte('.')
		case words[0] == "wiki":
			b.WriteByte('_')
		default:
			b.WriteByte('-')
		}
		b.WriteString(word)
	}
	return b.String()
}

// isPageExtension reports whether word is how the name of a page or picture ends.
func isPageExtension(word string) bool {
	switch word {
	case "html", "htm", "shtml", "php", "asp", "aspx", "cfm", "jsp", "stm", "pdf", "xml", "jpg", "jpeg", "png", "gif", "js":
		return true
	}
	return false
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// containsWord reports whether word stands in text with no letter or digit
// beside it.
func containsWord(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || asciiClass[text[start-1]] != classWord) && (end == len(text) || asciiClass[text[end]] != classWord) {
			return true
		}
		at = end
	}
}
