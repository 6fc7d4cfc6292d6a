package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// pairTops are the top-level domains whose pairs are counted.
var pairTops = []string{"com", "org", "ly", "edu", "ws", "io", "tk", "gov", "net", "co", "us", "tv", "me", "info", "in", "it", "to", "is", "news"}

// atMail and atHost are "at", a word and a host, as a mailbox and as a host of
// three words; hosts that begin with www, pic or video are known ones.
var (
	atMail = regexp.MustCompile(`(?i)\bat[\s:]+[A-Za-z0-9]+@[A-Za-z0-9]+\.(?:com|org)\b`)
	atHost = regexp.MustCompile(`(?i)\bat[\s:]+([A-Za-z0-9]+)[\s.-][A-Za-z0-9]+\.(?:com|org)\b`)
)

// countPairs prints how often a word and a top-level domain that are next to
// each other in flattened text had a full stop and nothing else between them.
func countPairs(w io.Writer, articles []article) {
	type count struct{ all, dotted int }
	counts := map[string]*count{}
	for _, top := range pairTops {
		counts[top] = &count{}
	}
	mails, hosts := 0, 0
	for _, a := range articles {
		mails += len(atMail.FindAllString(a.Text, -1))
		for _, m := range atHost.FindAllStringSubmatch(a.Text, -1) {
			switch strings.ToLower(m[1]) {
			case "www", "pic", "video", "the", "a", "an":
			default:
				hosts++
			}
		}
		in := wordsOf(a.Text)
		for i := 1; i < len(in); i++ {
			word := a.Text[in[i][0]:in[i][1]]
			c := counts[strings.ToLower(word)]
			if c == nil {
				continue
			}
			c.all++
			title := word[0] < 'a' && word[1:] == strings.ToLower(word[1:])
			if a.Text[in[i-1][1]:in[i][0]] == "." && !title {
				c.dotted++
			}
		}
	}
	fmt.Fprintf(w, "%d articles\n", len(articles))
	for _, top := range pairTops {
		fmt.Fprintf(w, "%-5s %8d pairs, %6d with a dot\n", top, counts[top].all, counts[top].dotted)
	}
	fmt.Fprintf(w, "at, a word and a host: %d mailboxes, %d others\n", mails, hosts)
}

var mailPattern = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// printConfidence prints, for every confidence that verbatim gives in
// flattened text, how many of the addresses were there.
func printConfidence(w io.Writer, articles []article) {
	type count struct{ right, all int }
	counts := map[float64]*count{}
	for _, a := range articles {
		want := gold(a.Text)
		in := wordsOf(a.Text)
		for _, m := range mailPattern.FindAllStringIndex(a.Text, -1) {
			if r, ok := in.covered(m[0], m[1]); ok {
				want[r] = true
			}
		}
		flat := verbatim.Flatten(a.Text).Text
		words := wordsOf(flat)
		for _, u := range verbatim.FindURLs(flat) {
			c := counts[u.Confidence]
			if c == nil {
				c = &count{}
				counts[u.Confidence] = c
			}
			c.all++
			if r, ok := words.covered(u.Start, u.End); ok && want[r] {
				c.right++
			}
		}
	}
	for _, confidence := range slices.SortedFunc(maps.Keys(counts), cmp.Compare[float64]) {
		c := counts[confidence]
		fmt.Fprintf(w, "%.2f: %d of %d were there\n", confidence, c.right, c.all)
	}
}
