package htmlview

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// restore gives the pieces of every message the part of its readable text that
// stands for them, where that says more than the words as they stand, in a text
// that has lost its marks or its capitals. The two have the same letters and digits
// in the same order, and differ in capitals and in what stands between; a message
// for which that does not hold, because a word of an address was left out, say,
// stays as it stands.
func (c *cutting) restore(messages []verbatim.Message) {
	if !isFlattened(c.text) {
		return
	}
	pieces := make([][]*piece, len(messages))
	ends := make([][]int, len(messages)) // of each content span, how many pieces there are so far
	for _, m := range c.marks {
		if m.kind != content || !isRestored(c.text, &messages[m.of]) {
			continue
		}
		pieces[m.of] = append(pieces[m.of], c.marked[m.first:m.end]...)
		ends[m.of] = append(ends[m.of], len(pieces[m.of]))
	}
	for n := range messages {
		words, ok := c.align(messages[n].Text, pieces[n], ends[n])
		if !ok {
			continue
		}
		for i, p := range pieces[n] {
			if p.top[content] == n {
				p.restored = words[i]
			}
		}
	}
}

// isFlattened reports whether a text has next to no marks, or next to no capitals:
// published news has one of either for less than ten words.
func isFlattened(text string) bool {
	const rare = 50 // words
	words, marks, capitals := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		if strings.ContainsFunc(word, isMark) {
			marks++
		}
		if strings.ContainsFunc(word, unicode.IsUpper) {
			capitals++
		}
	}
	return rare*marks < words || rare*capitals < words
}

// isRestored reports whether the readable text of a message says more than its
// words, and more than a capital or a mark at its ends.
func isRestored(text string, m *verbatim.Message) bool {
	var was []string
	bytes := 0
	for _, s := range m.Content {
		if bytes += s.Len(); bytes > 4*len(m.Text)+64 {
			return false // they are not the same words
		}
		was = append(was, strings.Fields(s.In(text))...)
	}
	is := strings.Fields(strings.TrimFunc(m.Text, isNoLetter))
	if len(was) != len(is) {
		return true
	}
	for i := range was {
		if was[i] != is[i] && (i > 0 || !strings.EqualFold(was[i], is[i])) {
			return true
		}
	}
	return false
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isMark(r rune) bool { return isNoLetter(r) && !unicode.IsSpace(r) }

// align parts the readable text among the pieces of a content. ends are the
// numbers of pieces after which its spans end: there the spaces of the readable
// text stand for what parts the spans, and belong to neither piece.
func (c *cutting) align(readable string, pieces []*piece, ends []int) (words []string, ok bool) {
	at := 0
	for i, p := range pieces {
		start := at
		was := p.In(c.text)
		for _, r := range was {
			if isNoLetter(r) {
				continue
			}
			at += run(readable[at:], isNoLetter)
			next, size := utf8.DecodeRuneInString(readable[at:])
			if unicode.ToLower(next) != unicode.ToLower(r) {
				return nil, false
			}
			at += size
		}
		at += run(readable[at:], isMark)
		if last, _ := utf8.DecodeLastRuneInString(was); unicode.IsSpace(last) {
			at += run(readable[at:], unicode.IsSpace)
		}
		if i == len(pieces)-1 {
			at += run(readable[at:], isNoLetter)
		}
		words = append(words, readable[start:at])
		if len(ends) > 0 && i+1 == ends[0] {
			ends = ends[1:]
			words[i] = strings.TrimRightFunc(words[i], unicode.IsSpace)
			at += run(readable[at:], unicode.IsSpace)
		}
	}
	return words, at == len(readable)
}

// run returns how many bytes at the beginning of text are of a class.
func run(text string, class func(rune) bool) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !class(r) }); end >= 0 {
		return end
	}
	return len(text)
}
