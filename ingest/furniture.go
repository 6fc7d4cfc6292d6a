package ingest

import (
	"strings"
	"unicode"

	"github.com/verbatim-news/verbatim"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Furniture is all of a page that is no part of its article. The readability library
// finds where the article stands; what stands within it and is none of it, such as a
// box that asks for an address between two paragraphs, is taken out here, by
// what its makers call it.

// furnitureElements never hold words of an article.
var furnitureElements = map[string]bool{
	"nav": true, "form": true, "dialog": true, "button": true, "menu": true,
	"amp-ad": true, "amp-sidebar": true, "amp-consent": true, "amp-list": true, "amp-embed": true, "amp-social-share": true, "amp-next-page": true,
}

// furnitureWords are words of a class, an id or a label of which one is enough.
var furnitureWords = words(`
	newsletter subscribe subscription signup gateway cookie consent gdpr advert advertisement advertising advertorial ads adslot adunit
	sponsor sponsored promo promotion taboola outbrain recirc recirculation related recommended recommendations
	jp-relatedposts internallink share sharing sharedaddy addtoany social disqus comments breadcrumb breadcrumbs
	byline bylines mostread mostviewed caption credit imagewrap trending readmore donate donation submeta newsletters teaser teasers upsell`)

// furniturePairs are words that say so together, next to each other.
var furniturePairs = pairs(`
	sign up|most read|most viewed|most popular|read more|read next|read also|more on|more from|more in|more stories|also read|see also|you may|author bio|about author
	ad slot|ad wrapper|ad unit|ad container|ad banner|mid ad|article ad|cookie banner|related articles|related posts|related links|links block|topic list|key events|tags links|cat links|field tags
	entry footer|post navigation|sticky banner|skip link|button wrapper|story tags|share tools|sign off|bottom of|image block caption|audio module|site index|submeta topics`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func pairs(list string) map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Split(list, "\n") {
		for _, pair := range strings.Split(line, "|") {
			set[strings.TrimSpace(pair)] = true
		}
	}
	return set
}

// mostOfPage is the share of the page's letters, in percent, from which on an
// element is no furniture, whatever it is called: it may be the article in a frame.
const mostOfPage = 30

// maxPullQuotes is how many pull quotes of a page are looked for in its text. Articles
// have a few.
const maxPullQuotes = 30

// removeFurniture takes furniture out of the page. What the page says of its article
// tells its byline.
func removeFurniture(root *html.Node, about *declared) {
	letters := countLetters(root)
	said, pullQuotes := "", 0
	isRepeated := func(n *html.Node) bool {
		if !isPullQuote(n) || pullQuotes == maxPullQuotes {
			return false
		}
		pullQuotes++
		if said == "" {
			said = spoken(root)
		}
		return strings.Count(said, spoken(n)) > 1
	}
	var remove []*html.Node
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type != html.ElementNode {
				continue
			}
			small := letters[child]*100 <= letters[root]*mostOfPage
			if isDialog(child) || small && (isFurniture(child) || isRepeated(child) || about.isByline(child, letters[child])) {
				remove = append(remove, child)
				continue
			}
			keepDateline(child)
			keepSource(child)
			visit(child)
		}
	}
	visit(root)
	for _, n := range remove {
		if heading := headingBefore(n); heading != nil {
			heading.Parent.RemoveChild(heading)
		}
		n.Parent.RemoveChild(n)
	}
}

// isPullQuote reports whether an element shows words of the article once more, in
// large letters, as far as its name tells: some sites call any quotation so.
func isPullQuote(n *html.Node) bool {
	parts := nameParts(attribute(n, "class"))
	for i, part := range parts {
		if part == "pullquote" || part == "quote" && i > 0 && parts[i-1] == "pull" {
			return true
		}
	}
	return false
}

// spoken returns the words below a node, without marks.
func spoken(n *html.Node) string {
	return verbatim.Flatten(visibleText(n)).Text
}

// visibleText is textOf without scripts and styles.
func visibleText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom != atom.Script && d.Parent.DataAtom != atom.Style {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// keepDateline takes the class from an element that is called dateline: it is the place
// with which an article begins, and readability takes it for a byline and away.
func keepDateline(n *html.Node) {
	for i, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && strings.Contains(strings.ToLower(a.Val), "dateline") {
			n.Attr[i].Val = ""
		}
	}
}

// keepSource calls the footer of a quotation what it is: who is quoted there.
// Readability takes footers away.
func keepSource(n *html.Node) {
	if n.DataAtom == atom.Footer && n.Parent != nil && n.Parent.DataAtom == atom.Blockquote {
		n.Data, n.DataAtom = atom.Cite.String(), atom.Cite
	}
}

// headingBefore returns the heading of an element, if it stands right before it and
// nothing else is below it.
func headingBefore(n *html.Node) *html.Node {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol || followed(n) {
		return nil
	}
	for before := n.PrevSibling; before != nil; before = before.PrevSibling {
		switch before.DataAtom {
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return before
		}
		if strings.TrimSpace(textOf(before)) != "" {
			return nil
		}
	}
	return nil
}

// followed reports whether letters stand behind an element in the one around it.
func followed(n *html.Node) bool {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.DataAtom != atom.Script && strings.TrimSpace(textOf(next)) != "" {
			return true
		}
	}
	return false
}

// countLetters counts for each element the bytes of text within it.
func countLetters(root *html.Node) map[*html.Node]int {
	counts := map[*html.Node]int{}
	var count func(n *html.Node) int
	count = func(n *html.Node) (sum int) {
		switch {
		case n.Type == html.TextNode:
			return len(strings.TrimSpace(n.Data))
		case n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Head:
			return 0
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			sum += count(child)
		}
		counts[n] = sum
		return sum
	}
	count(root)
	return counts
}

// isDialog reports whether an element lies over the page until a reader has answered
// it. It may have more words than a page without an article.
func isDialog(n *html.Node) bool {
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Main || n.DataAtom == atom.Article {
		return false
	}
	if n.DataAtom == atom.Dialog || attribute(n, "role") == "dialog" || attribute(n, "aria-modal") == "true" {
		return true
	}
	for _, part := range append(nameParts(attribute(n, "id")), nameParts(attribute(n, "class"))...) {
		if part == "cookie" || part == "cookies" || part == "gdpr" || part == "consent" {
			return true
		}
	}
	return false
}

// isFurniture reports whether an element is called what furniture is called.
func isFurniture(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Head || n.DataAtom == atom.Article || n.DataAtom == atom.Main:
		return false
	case furnitureElements[n.Data], n.DataAtom == atom.Aside, isHidden(n), isPicture(n):
		return true
	case n.DataAtom == atom.Footer && n.Parent != nil && n.Parent.DataAtom != atom.Blockquote:
		return true
	}
	switch attribute(n, "role") {
	case "navigation", "complementary", "dialog", "alertdialog", "search", "contentinfo", "menu", "banner":
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "id": // the anchor of a heading may be a sentence
			if len(nameParts(a.Val)) <= 3 && soundsLikeFurniture(a.Val) {
				return true
			}
		case "class", "data-component", "data-testid", "data-gu-name", "aria-label", "data-module", "data-type":
			if soundsLikeFurniture(a.Val) {
				return true
			}
		}
	}
	return isAdvertisement(n) || isLinks(n)
}

// isLinks reports whether an element is a list of links and little else: a menu, or
// what else there is to read. A sentence that is a link as a whole is none.
func isLinks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Td, atom.P, atom.Div, atom.Font, atom.Center, atom.Section, atom.H2, atom.H3, atom.H4:
	default:
		return false
	}
	const (
		share    = 60  // percent of the letters
		sentence = 140 // bytes of a link that is more than a headline: the words of somebody
		oneLink  = 100 // bytes; beyond them a paragraph with a link is a sentence
		unlinked = 60  // bytes that may stand together outside links
	)
	links, all := 0, 0
	var count func(n *html.Node, linked bool) (isProse bool)
	count = func(n *html.Node, linked bool) bool {
		if n.Type == html.TextNode {
			length := len(strings.TrimSpace(n.Data))
			all += length
			if linked {
				links += length
			}
			return length > sentence || !linked && length > unlinked
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if count(child, linked || child.DataAtom == atom.A) {
				return true
			}
		}
		return false
	}
	if count(n, false) || links == 0 || links*100 < all*share {
		return false
	}
	return n.DataAtom != atom.P || all <= oneLink
}

// isPicture reports whether the element is a picture with what stands below it. A
// figure may also hold a quotation or a table.
func isPicture(n *html.Node) bool {
	if n.DataAtom != atom.Figure {
		return n.DataAtom == atom.Figcaption
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.Blockquote || d.DataAtom == atom.Table || d.DataAtom == atom.Pre {
			return false
		}
	}
	return true
}

// isByline reports whether the element holds the byline and nothing else, or the date
// of publication.
func (d *declared) isByline(n *html.Node, letters int) bool {
	if n.DataAtom == atom.Time {
		value := attribute(n, "datetime")
		return value != "" && (d.isDated(value) || n.Parent != nil && n.Parent.DataAtom != atom.P && strings.Contains(strings.ToLower(textOf(n)), "updated"))
	}
	names := 0
	for _, name := range d.authors {
		names += len(name)
	}
	const more = 60 // bytes of a place, an office or a date beside the names
	if names == 0 || letters < names || letters > names+more {
		return false
	}
	text := clean(textOf(n))
	if !strings.HasPrefix(text, "By ") && !strings.HasPrefix(text, "by ") && !strings.HasPrefix(text, "BY ") {
		return false
	}
	for _, name := range d.authors {
		if !strings.Contains(text, name) {
			return false
		}
	}
	return true
}

// isDated reports whether the page says that it was published then.
func (d *declared) isDated(value string) bool {
	for _, p := range d.published {
		if p.value == value && p.from != "<time>" {
			return true
		}
	}
	return len(d.published) > 0 && d.published[0].value == value
}

// isHidden reports whether a reader of the page never sees the element.
func isHidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || attribute(n, "aria-hidden") == "true" {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return false
}

// soundsLikeFurniture reports whether a class or id has a word of furniture. Each of
// several classes counts for itself, and one that speaks of the body of an article,
// as "article-body-commercial-selector", never.
func soundsLikeFurniture(value string) bool {
	for _, class := range strings.Fields(value) {
		parts := nameParts(class)
		if furnitureWords[strings.ToLower(class)] {
			return true
		}
		body, bad := false, false
		for i, part := range parts {
			body = body || part == "body" || part == "content"
			bad = bad || furnitureWords[part] || i > 0 && furniturePairs[parts[i-1]+" "+part]
		}
		if bad && !body && parts[0] != "has" && parts[0] != "no" && parts[0] != "with" {
			return true
		}
	}
	return false
}

// nameParts splits "relatedPosts-box" into its words, in small letters.
func nameParts(class string) (parts []string) {
	var part []rune
	flush := func() {
		if len(part) > 0 {
			parts = append(parts, strings.ToLower(string(part)))
			part = part[:0]
		}
	}
	lower := false
	for _, r := range class {
		switch {
		case !unicode.IsLetter(r):
			flush()
			lower = false
			continue
		case unicode.IsUpper(r) && lower:
			flush()
		}
		lower = unicode.IsLower(r)
		part = append(part, r)
	}
	flush()
	if len(parts) == 0 {
		parts = []string{""}
	}
	return parts
}

// isAdvertisement reports whether the element holds nothing but the word that
// stands over one.
func isAdvertisement(n *html.Node) bool {
	if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
		return false
	}
	const longest = 40
	length := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if length += len(strings.TrimSpace(d.Data)); length > longest {
				return false
			}
		}
	}
	switch strings.ToLower(clean(textOf(n))) {
	case "advertisement", "skip advertisement", "advertisement skip advertisement", "sponsored content", "story continues below advertisement", "article continues below", "sign up", "subscribe now", "read more":
		return true
	}
	return false
}
