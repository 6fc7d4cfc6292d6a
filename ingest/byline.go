package ingest

import (
	"strings"
	"time"

	"github.com/verbatim-news/verbatim/internal/published"
	"golang.org/x/net/html"
)

// A masthead holds the short lines of a page: where the page declares nothing, as
// those of long ago do not, they tell headline, byline and date.
type masthead struct{ lines []string }

// maxLine is how many bytes such a line may have.
const maxLine = 200

// newMasthead gathers the short lines of the page, in their order. It is to be
// called before the page is cut to its article.
func newMasthead(root *html.Node) *masthead {
	m := new(masthead)
	for n := range root.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		switch n.Parent.Data {
		case "script", "style", "title":
			continue
		}
		if line := clean(n.Data); line != "" && len(line) <= maxLine {
			m.lines = append(m.lines, line)
		}
	}
	return m
}

// apply takes from the lines behind the headline what is not known yet. What stands
// before the headline is about the page: the day on which it was made, for one.
func (m *masthead) apply(a *Article, zone *time.Location) {
	headline, behind := m.headline(a.Title)
	a.Title = headline
	const near = 8 // lines in which byline and date stand
	for _, line := range m.lines[behind:min(behind+near, len(m.lines))] {
		if by, ok := strings.CutPrefix(line, "By "); ok && len(a.Byline) == 0 && isShort(by) {
			a.Byline = people(by)
		}
		if when := dateLine(line, zone); a.Published.IsZero() && !when.IsZero() {
			a.Published, a.Dated = when, "byline"
		}
	}
}

// headline returns the line of the page with which its title begins, or the title
// itself, and the number of lines up to there. A title goes on with the name of the site.
func (m *masthead) headline(title string) (headline string, behind int) {
	headline = title
	for i, line := range m.lines {
		rest, ok := strings.CutPrefix(title, line)
		if !ok || line == "" {
			continue
		}
		for _, between := range []string{"", " - ", " | ", " – ", " — ", " : ", " · "} {
			if between == "" && rest == "" || between != "" && strings.HasPrefix(rest, between) {
				return line, i + 1
			}
		}
	}
	return headline, behind
}

// dateLine returns the time that a line tells, if it tells nothing else, and else the
// zero time.
func dateLine(line string, zone *time.Location) time.Time {
	for _, label := range []string{"Published", "Posted", "First published", "Created"} {
		if rest, ok := strings.CutPrefix(line, label); ok {
			line = strings.TrimPrefix(strings.TrimLeft(rest, ": "), "on ")
		}
	}
	const longest = 60
	if len(line) > longest || strings.IndexFunc(line, isLetterOrDash) < 0 {
		return time.Time{} // a number alone is none of a reader's dates
	}
	when, err := published.Parse(line, zone)
	if err != nil {
		return time.Time{}
	}
	return when
}

func isLetterOrDash(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r == '-' || r == '/' }

// readOpening takes headline, byline and date from the beginning of the text, line by line,
// and keeps of them what is not known yet.
func (a *Article) readOpening(zone *time.Location) {
	at := 0
	for at < len(a.Text) {
		line, _, _ := strings.Cut(a.Text[at:], "\n")
		when := dateLine(line, zone)
		by, named := strings.CutPrefix(line, "By ")
		switch {
		case line == "", line == a.Title, a.isByline(line):
		case !when.IsZero():
			if a.Published.IsZero() {
				a.Published, a.Dated = when, "byline"
			}
		case named && len(a.Byline) == 0 && isShort(by):
			a.Byline = people(by)
		default:
			a.cut(at)
			return
		}
		at = min(at+len(line)+1, len(a.Text))
	}
}

// isShort reports whether a line has no more than names and no sentence: "By Friday
// the lake had fallen to 11 percent" is none.
func isShort(names string) bool {
	const longest = 80
	return len(names) <= longest && !strings.ContainsAny(strings.TrimRight(names, "."), "“”\"0123456789") && !strings.HasSuffix(names, ".") && strings.ToLower(names) != names
}

// isByline reports whether the line names the authors and says little else.
func (a *Article) isByline(line string) bool {
	by, ok := strings.CutPrefix(line, "By ")
	if !ok || len(a.Byline) == 0 || len(line) > maxLine {
		return false
	}
	names := people(by)
	return len(names) > 0 && names[0] == a.Byline[0]
}
