package address

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// Where a path of words ends in running prose is decided by weights, one for
// each word after the host: the path is the words up to the highest sum. The
// weights are tenths of a natural logarithm and were fitted on the 2,128
// addresses with a scheme or www, other than short links, of the training
// news: how much more often a kind of word stands in paths than in prose.
const (
	slugHost      = -4 // the sum to beat where a scheme stands before
	slugSite      = 38 // the sum to beat where only www does
	slugBare      = 44 // the sum to beat where neither does: a date and more
	slugDate      = 14 // part of a date at the beginning of a path
	slugNumber    = 5
	slugLongID    = 80 // five digits or more
	slugMixed     = 52 // letters and digits in one word
	slugFile      = 22 // "html" and the like
	slugFileEnd   = 46 // and the path ends there
	slugWiki      = 10 // "wiki", and the word after it
	slugHeadline  = 5  // the word stands shortly before the address too
	slugWord      = -4
	slugDated     = 3  // a word after a date
	slugRepeated  = -8 // the word stands in the path already: the headline that follows
	slugClosed    = 45 // one or two words of content, and then the text ends or another address begins
	slugMostWords = 40
	slugWindow    = 300 // bytes before the address that are searched for the headline
)

// slug reads a path of words such as a news page has: a section, a date, the
// headline, a number. toBeat is the sum below which there is no path.
func (h flatHost) slug(text string, first token.Span, toBeat int) flatPath {
	r := slugReader{window: text[max(0, h.Start-slugWindow):h.Start]}
	best, end, length := toBeat, h.End, 0
	sum := 0
	for word := first; word.Len() > 0 && r.count < len(r.words) && !beginsAddress(text, word); word = nextFlat(text, word.End) {
		w := word.In(text)
		sum += r.weight(w)
		reach := sum
		if isPageExtension(w) && (r.count == 0 || r.words[r.count-1] != "index") {
			reach += slugFileEnd
		}
		r.words[r.count] = w
		r.count++
		if next := nextFlat(text, word.End); r.count <= 2 && sum >= 2*slugWord && (next.Len() == 0 || beginsAddress(text, next)) {
			reach += slugClosed
		}
		if reach > best {
			best, end, length = reach, word.End, r.count
		}
	}
	if length == 0 {
		return flatPath{end: h.End}
	}
	path := joinPath(r.words[:length])
	return flatPath{end: end, text: path, caseLost: hasFoldedLetter(path), marksLost: length > 1, prose: length > 1}
}

// beginsAddress reports whether the word is the first of another address.
func beginsAddress(text string, word token.Span) bool {
	w := word.In(text)
	if isScheme(w) {
		return true
	}
	next := nextFlat(text, word.End)
	after := nextFlat(text, next.End).In(text)
	return next.In(text) == "com" && !isRunningWord(w) || after == "com" && isSubdomain(w, next.In(text)+".com")
}

// A slugReader weighs the words of a path one after another.
type slugReader struct {
	window string // the text before the address
	words  [slugMostWords]string
	count  int
	dated  bool // a date has been read, and no number of the page or word of the headline since
}

// weight returns the weight of the next word of the path.
func (r *slugReader) weight(word string) int {
	before := r.words[:r.count]
	last := ""
	if r.count > 0 {
		last = before[r.count-1]
	}
	switch {
	case token.IsYear(word) && r.count < 4:
		return slugDate
	case token.IsYear(last) && monthInPath(word) > 0, r.count > 0 && r.count < 6 && len(word) <= 2 && token.IsDigits(word):
		r.dated = r.dated || token.IsYear(last)
		return slugDate
	case token.IsDigits(word) && len(word) < 5:
		return slugNumber
	case token.IsDigits(word):
		r.dated = false
		return slugLongID
	case strings.ContainsAny(word, "0123456789"):
		r.dated = false
		return slugMixed
	case isPageExtension(word):
		r.dated = false
		return slugFile
	case r.count == 0 && word == "wiki", r.count == 1 && last == "wiki":
		return slugWiki
	}
	common := proseWeight(word)
	switch {
	case common == 0 && r.count > 1 && slices.Contains(before, word):
		return slugRepeated
	case r.count > 0 && containsWord(r.window, word):
		if common < 0 {
			return 0
		}
		r.dated = false // the headline tells where the path ends
		return slugHeadline
	case common < 0:
		return common
	case r.dated:
		return slugDated
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

// joinPath puts the separators of a path back as they most often were: a colon
// before a port, slashes around a date and after a section of the site, a dot
// before "html", low lines in an encyclopedia, hyphens elsewhere.
func joinPath(words []string) string {
	var b strings.Builder
	if isPort(words[0]) {
		b.WriteByte(':')
		b.WriteString(words[0])
		if words = words[1:]; len(words) == 0 {
			return b.String()
		}
	}
	dateEnd := endOfDate(words)
	for i, word := range words {
		switch {
		case i > 0 && i == len(words)-1 && isPageExtension(word):
			b.WriteByte('.')
		case i <= dateEnd, endsSection(words[dateEnd:i], dateEnd > 0), i == 1 && len(words[0]) == 1 && !token.IsDigits(words[0]), i == 1 && words[0] == "wiki":
			b.WriteByte('/')
		case word == "index" && i == len(words)-2 && isPageExtension(words[i+1]):
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

// endOfDate returns how many words the date at the beginning of a path and
// what stands before it are, or 0 if there is no date. Sections may stand before
// a date of digits with its day, and fewer before any other.
func endOfDate(words []string) int {
	const mostBefore, mostBeforeDay = 4, 7 // words
	for i, word := range words[:min(len(words), mostBeforeDay)] {
		if !token.IsYear(word) {
			continue
		}
		end := i + 1
		for end < len(words) && end < i+3 && (end == i+1 && monthInPath(words[end]) > 0 || len(words[end]) <= 2 && token.IsDigits(words[end])) {
			end++
		}
		switch {
		case i > 0 && (end == i+1 || end == len(words)-1 && words[end] == "pdf"):
			return 0 // "ferry-plan-2019", "ferry-plan-2019-05.pdf"
		case i < mostBefore || end == i+3 && token.IsDigits(words[i+1]):
			return end
		}
	}
	return 0
}

// endsSection reports whether words, the first of a path or the first after its
// date, are one or two sections of the site.
func endsSection(words []string, dated bool) bool {
	if len(words) == 0 || len(words) > 2 {
		return false
	}
	for _, word := range words {
		if !isSection(word) && !(dated && (word == "us" || word == "uk")) {
			return false
		}
	}
	return true
}

// isSection reports whether word names a section of a site rather than begins a
// headline.
func isSection(word string) bool {
	switch word {
	case "news", "blog", "blogs", "article", "articles", "post", "posts", "story", "stories", "politics", "pages", "archives", "documents", "events", "opinion", "opinions", "world", "sport", "sports", "business", "media", "video", "videos", "technology", "tech", "science", "health", "entertainment", "culture", "arts", "photos", "uploads", "files":
		return true
	}
	return false
}

// isPort reports whether word right after a host is a port that sites are
// served on.
func isPort(word string) bool {
	switch word {
	case "80", "443", "3000", "5000", "8000", "8008", "8080", "8081", "8088", "8443", "8888", "9000", "9090":
		return true
	}
	return false
}

// isPageExtension reports whether word is how the name of a page or picture ends.
func isPageExtension(word string) bool {
	switch word {
	case "html", "htm", "shtml", "php", "asp", "aspx", "cfm", "jsp", "stm", "pdf", "xml", "jpg", "jpeg", "png", "gif", "js":
		return true
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
		if (start == 0 || token.ClassOf(text[start-1]) != token.WordByte) && (end == len(text) || token.ClassOf(text[end]) != token.WordByte) {
			return true
		}
		at = end
	}
}
