package address

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A flatPath is what follows a host in flattened text. Its end is that of the
// host where nothing does.
type flatPath struct {
	end       int
	text      string // with its separators put back, "" where there is no path
	caseLost  bool
	marksLost bool
	prose     bool // its end was decided by its words alone
}

// path reads the path after the host. schemed says that a scheme stands before
// the host, so that a path is likely.
func (h flatHost) path(text string, schemed bool) flatPath {
	if h.spoken {
		return spokenPath(text, h.End)
	}
	expected := schemed || h.www
	none := flatPath{end: h.End}
	first := nextFlat(text, h.End)
	if first.Len() == 0 {
		return none
	}
	site := strings.TrimPrefix(strings.TrimPrefix(h.name, "www."), "m.")
	switch site {
	case "youtu.be":
		return h.videoCode(text, first, "/")
	case "youtube.com":
		if v := nextFlat(text, first.End); first.In(text) == "watch" && v.In(text) == "v" {
			return h.videoCode(text, nextFlat(text, v.End), "/watch?v=")
		}
	case "twitter.com", "x.com":
		return h.handle(text, first, expected)
	case "instagram.com":
		if code := nextFlat(text, first.End); first.In(text) == "p" && code.Len() > 0 {
			return flatPath{end: code.End, text: "/p/" + code.In(text), caseLost: true}
		}
		return h.handle(text, first, expected)
	case "doi.org", "dx.doi.org":
		return h.documentID(text, first)
	case "facebook.com", "t.me", "linktr.ee":
		return h.handle(text, first, expected)
	}
	switch {
	case isImageHost(site):
		return h.picture(text, first, expected)
	case isShortener(site):
		return h.code(text, first, expected)
	case schemed:
		return h.slug(text, first, slugHost)
	case h.www:
		return h.slug(text, first, slugSite)
	case isDateAt(text, first):
		return h.slug(text, first, slugBare)
	}
	return none
}

// isDateAt reports whether a date begins with the word first, in the order
// that paths have: the year, the month, the day.
func isDateAt(text string, first token.Span) bool {
	if !token.IsYear(first.In(text)) {
		return false
	}
	month := nextFlat(text, first.End)
	last := nextFlat(text, month.End)
	day := last.In(text)
	if len(day) > 2 || !token.IsDigits(day) || !isDate(number(first.In(text)), monthInPath(month.In(text)), number(day)) {
		return false
	}
	after := nextFlat(text, last.End).In(text)
	return after != "" && !token.IsDigits(after) // digits are a time of day
}

// picture reads the code of a picture and the end of its file's name, if it
// has one. Those of pbs.twimg.com stand under "media" and may hold hyphens and
// low lines, which are spaces now, so that only the end tells how far they go.
func (h flatHost) picture(text string, first token.Span, expected bool) flatPath {
	const folder = "media"
	switch {
	case h.name == "pbs.twimg.com" && first.In(text) != folder && expected:
		return h.slug(text, first, slugHost)
	case h.name != "pbs.twimg.com":
		p := h.code(text, first, expected)
		if extension := nextFlat(text, p.end); p.end > h.End && isImageExtension(extension.In(text)) {
			p.end = extension.End
			p.text += "." + extension.In(text)
		}
		return p
	}
	code := nextFlat(text, first.End)
	const mostParts = 3
	for end, n := code, 0; end.Len() > 0 && n < mostParts; n++ {
		after := nextFlat(text, end.End)
		name := text[code.Start:end.End]
		p := flatPath{text: "/" + folder + "/" + strings.ReplaceAll(name, " ", "-"), caseLost: hasFoldedLetter(name), marksLost: n > 0}
		if isImageExtension(after.In(text)) {
			p.end = after.End
			p.text += "." + after.In(text)
			return p
		}
		if format := nextFlat(text, after.End); after.In(text) == "format" && isImageExtension(format.In(text)) {
			p.end = format.End
			p.text += "?format=" + format.In(text)
			if name := nextFlat(text, format.End); name.In(text) == "name" {
				size := nextFlat(text, name.End)
				p.end = size.End
				p.text += "&name=" + size.In(text)
			}
			return p
		}
		end = after
	}
	return flatPath{end: h.End}
}

// code reads the one word that is the code of a short link.
func (h flatHost) code(text string, first token.Span, expected bool) flatPath {
	code := first.In(text)
	if isRunningWord(code) || isScheme(code) || !expected && len(code) < 4 {
		return flatPath{end: h.End}
	}
	end := first.End
	if joined := joinedWord(text, first); joined > 0 {
		end -= joined
		code = code[:len(code)-joined]
	}
	if h.name == "t.co" && !isShortCode(code) && len(code) != 8 && len(code) != 10 {
		return flatPath{end: h.End}
	}
	return flatPath{end: end, text: "/" + code, caseLost: hasFoldedLetter(code)}
}

// videoCode reads the code of a video, eleven letters, digits, hyphens and low
// lines; the last two are spaces now.
func (h flatHost) videoCode(text string, first token.Span, prefix string) flatPath {
	const length = 11
	end := first.End
	for end-first.Start < length {
		next := nextFlat(text, end)
		if next.Len() == 0 {
			break
		}
		end = next.End
	}
	if first.Len() > 0 && end-first.Start != length && isShortCode(first.In(text)) {
		end = first.End // a code cut short
	} else if first.Len() == 0 || end-first.Start != length {
		return flatPath{end: h.End}
	}
	code := text[first.Start:end]
	joined := strings.ReplaceAll(code, " ", "-")
	return flatPath{end: end, text: prefix + joined, caseLost: hasFoldedLetter(code), marksLost: joined != code}
}

// handle reads the name of an account on a social network and, if there is
// one, the number of a post. A name may hold a low line, which is a space now,
// so that it can be two words before "status" and a number.
func (h flatHost) handle(text string, first token.Span, expected bool) flatPath {
	at := first
	for words := 1; words <= 3 && at.Len() > 0; words++ {
		status := nextFlat(text, at.End)
		number := nextFlat(text, status.End)
		if word := status.In(text); (word == "status" || word == "statuses" || word == "posts") && token.IsDigits(number.In(text)) {
			name := text[first.Start:at.End]
			return flatPath{end: number.End, text: "/" + strings.ReplaceAll(name, " ", "_") + "/" + word + "/" + number.In(text), caseLost: hasFoldedLetter(name), marksLost: words > 1}
		}
		at = status
	}
	name := first.In(text)
	if isRunningWord(name) || isScheme(name) || !expected && !looksLikeHandle(name) {
		return flatPath{end: h.End}
	}
	if number := nextFlat(text, first.End); len(number.In(text)) >= 8 && token.IsDigits(number.In(text)) {
		return flatPath{end: number.End, text: "/" + name + "/" + number.In(text), caseLost: hasFoldedLetter(name)}
	}
	return flatPath{end: first.End, text: "/" + name, caseLost: hasFoldedLetter(name), prose: true}
}

// looksLikeHandle reports whether a word that follows a bare host is no word
// of the prose: it holds digits, or is longer than nearly all words.
func looksLikeHandle(word string) bool {
	return len(word) >= 13 || strings.IndexAny(word, "0123456789") > 0
}

// isShortCode reports whether a word looks like the code of a short link:
// letters and digits mixed.
func isShortCode(word string) bool {
	digits := 0
	for i := range len(word) {
		if '0' <= word[i] && word[i] <= '9' {
			digits++
		}
	}
	return len(word) >= 5 && len(word) <= 12 && digits > 0
}

// documentID reads a DOI, "10.1038/nature12345": a prefix of two numbers and,
// after its slash, words up to the first with digits and the numbers that follow.
func (h flatHost) documentID(text string, first token.Span) flatPath {
	const mostWords = 8
	registrant := nextFlat(text, first.End)
	if code := registrant.In(text); first.In(text) != "10" || len(code) < 4 || !token.IsDigits(code) {
		return flatPath{end: h.End}
	}
	p := flatPath{end: h.End, text: "/10." + registrant.In(text) + "/"}
	separator, numbered := ".", false
	word := nextFlat(text, registrant.End)
	for n := 0; n < mostWords && word.Len() > 0; n++ {
		w := word.In(text)
		digits := strings.ContainsAny(w, "0123456789")
		if numbered && !digits || isRunningWord(w) && n > 0 {
			break
		}
		if n > 0 {
			p.text += separator
		} else if digits && w[0] == 's' {
			separator = "-" // as in those of Springer
		}
		p.text += w
		p.end = word.End
		p.marksLost = n > 0
		numbered = numbered || digits
		word = nextFlat(text, word.End)
	}
	if !numbered {
		return flatPath{end: h.End}
	}
	p.caseLost = hasFoldedLetter(p.text)
	return p
}

// joinedWord returns how many of the letters at the end of a word begin another
// address, joined to the one that the word ends: those of "https" or of "pic".
func joinedWord(text string, word token.Span) int {
	w := word.In(text)
	for _, head := range [...]string{"https", "http", "pic"} {
		if len(w) <= len(head) || !strings.HasSuffix(w, head) {
			continue
		}
		next := nextFlat(text, word.End)
		top := nextFlat(text, next.End)
		code := nextFlat(text, top.End).In(text)
		if head == "pic" && next.In(text) == "twitter" && top.In(text) == "com" && isPictureCode(code) {
			return len(head)
		}
		if head != "pic" && next.Len() > 0 {
			if _, found := readFlatHost(text, next.Start); found {
				return len(head)
			}
		}
		return 0
	}
	return 0
}

// isPictureCode reports whether word can be a code of pic.twitter.com.
func isPictureCode(word string) bool { return len(word) == 10 || isShortCode(word) }

// hasFoldedLetter reports whether word holds letters and none of them is a
// capital, so that capitals may have been lost.
func hasFoldedLetter(word string) bool {
	letters := false
	for i := range len(word) {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			return false
		case 'a' <= c && c <= 'z':
			letters = true
		}
	}
	return letters
}

func isScheme(word string) bool {
	switch word {
	case "http", "https", "hxxp", "hxxps", "www":
		return true
	}
	return false
}
