package export

import (
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim"
)

// markdownRecord makes a section of CommonMark: the article's name, then a
// paragraph and a block quote for each message.
func markdownRecord(a *article) ([]byte, error) {
	var b strings.Builder
	title := a.ID
	if title == "" {
		title = "Article"
	}
	b.WriteString("## " + escapedMarkdown(Visible(title)) + "\n")
	if a.Published != nil && a.Published.Value != "" {
		b.WriteString("\nPublished " + escapedMarkdown(Visible(timeForPeople(a.Published.Value))) + "\n")
	}
	for n := range a.Messages {
		a.markdown(&b, &a.Messages[n])
	}
	return []byte(b.String()), nil
}

func (a *article) markdown(b *strings.Builder, m *verbatim.Message) {
	heading := joinedHeading(headingParts(m), func(part headingPart, text string) string {
		switch text = escapedMarkdown(text); part {
		case partWho:
			return "**" + text + "**"
		case partStance:
			return "*" + text + "*"
		}
		return text
	})
	// The brackets around the stance, before an address, would be a link.
	heading = strings.NewReplacer(" [*", ` \[*`, "*]", `*\]`, "  ", " ").Replace(heading)
	b.WriteString("\n" + heading + " (" + chance(m.Confidence) + "):\n\n> ")
	said := escapedMarkdown(Visible(m.Text))
	if m.Form == verbatim.FormDirect {
		said = "“" + said + "”"
	}
	b.WriteString(said + "\n")
	for _, n := range m.URLs {
		u := &a.URLs[n]
		link := escapedMarkdown(Visible(u.Address))
		if len(u.Lossy) == 0 && isWebAddress(u.Address) && !strings.ContainsAny(u.Address, "<>") {
			link = "<" + u.Address + ">"
		}
		lost := ""
		if len(u.Lossy) > 0 {
			lost = " " + escapedMarkdown(Visible(damage(u)))
		}
		b.WriteString("\n" + link + lost + "\n")
	}
	if m.Repeats != nil {
		b.WriteString("\n(said again elsewhere)\n")
	}
}

// escapedMarkdown has a line of text read as it is by CommonMark, by GitHub's
// dialect, which makes links of bare addresses and of @names, and by those that
// know formulas, footnotes and attributes. A mark that does something only where
// it stands among others is left alone where it does not.
func escapedMarkdown(text string) string {
	var b strings.Builder
	before := ' '
	for at, r := range text {
		if marksUp(r, before, text[at+len(string(r)):], at == 0) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// marksUp reports whether r, after before and in front of rest, may be markup.
func marksUp(r, before rune, rest string, first bool) bool {
	switch r {
	case '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~', '&', '@', '$', '^':
		return true
	case '+', '-', '=', '!':
		return first || before == r || strings.HasPrefix(rest, string(r)) || r == '!' && strings.HasPrefix(rest, "[")
	case '.', ')': // a list, and addresses that begin with www
		return unicode.IsDigit(before) || before == 'w' || before == 'W'
	case ':': // addresses, and names of pictures
		return rest != "" && rest[0] != ' '
	}
	return false
}
