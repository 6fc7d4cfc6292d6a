package htmlview

import (
	"net/url"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// A link is an address as the page shows it.
type link struct {
	Words string
	// Href is where it leads; empty where a link might lead elsewhere than the
	// article's, or do something else.
	Href string
	// Caution says why it is no link, or that it was put together; empty where
	// there is nothing to say.
	Caution string
}

// newLink makes a link of an address; words are those of the text.
func newLink(u verbatim.URL, words string) link {
	l := link{Words: shown(u.Address)}
	switch {
	case len(u.Lossy) > 0:
		var lost []string
		for _, loss := range u.Lossy {
			lost = append(lost, lossWords[loss])
		}
		l.Caution = strings.Join(lost, " and ") + " lost: not a working link"
	case isDefanged(words):
		l.Caution = "made unclickable in the article"
	default:
		l.Href = hrefOf(u)
		if l.Href != "" && words != u.Address {
			l.Caution = "put together again"
		}
	}
	return l
}

var lossWords = map[verbatim.Loss]string{
	verbatim.LossCase:       "capitals",
	verbatim.LossSeparators: "marks between its parts",
}

// isDefanged reports whether an address was written so that nobody follows it by
// mistake: "hxxp://example[.]com".
func isDefanged(words string) bool {
	lower := strings.ToLower(words)
	return strings.HasPrefix(lower, "hxx") || slices.ContainsFunc(fences, func(f string) bool { return strings.Contains(lower, f) })
}

// fences are what stands around the marks of a defanged address.
var fences = []string{"[.", ".]", "[dot", "[:]", "[/", "[@]", "[at]", "{.", "(.)", "(dot)", "(at)"}

// hrefOf returns what leads to an address, or nothing: http, https and mailto
// alone, and https for a page that is given without a scheme, as browsers do.
func hrefOf(u verbatim.URL) string {
	address := u.Address
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || isHidden(r) }) {
		return ""
	}
	if u.Kind == verbatim.URLEmail {
		mailbox := address
		if len(mailbox) > len("mailto:") && strings.EqualFold(mailbox[:len("mailto:")], "mailto:") {
			mailbox = mailbox[len("mailto:"):]
		}
		name, host, found := strings.Cut(mailbox, "@")
		if !found || name == "" || host == "" || strings.ContainsAny(mailbox, "?&:/\\\"<>") {
			return ""
		}
		return "mailto:" + url.PathEscape(name) + "@" + host
	}
	if !strings.Contains(address, "://") {
		if u.Host == "" || !strings.HasPrefix(strings.ToLower(address), u.Host) {
			return "" // "javascript:" and its like
		}
		address = "https://" + address
	}
	parsed, err := url.Parse(address)
	if err != nil || parsed.Hostname() == "" || parsed.User != nil {
		return ""
	}
	if scheme := strings.ToLower(parsed.Scheme); scheme != "http" && scheme != "https" {
		return ""
	}
	return parsed.String()
}
