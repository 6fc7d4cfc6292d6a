package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// A measure counts what is found of some quotations.
type measure struct {
	quotations []cut
	random     *rand.Rand
	failures   int // how many to list
}

// forms are those of an article.
var forms = []string{"published", "flattened"}

// in returns the article in a form and where the quotation stands there.
func (c cut) in(form string) (text string, at verbatim.Span) {
	if form == "published" {
		return c.text, verbatim.Span{Start: c.start, End: c.start + len(c.words)}
	}
	before, words := verbatim.Flatten(c.text[:c.start]).Text, verbatim.Flatten(c.words).Text
	start := 0
	if before != "" {
		start = len(before) + 1
	}
	return verbatim.Flatten(c.text).Text, verbatim.Span{Start: start, End: start + len(words)}
}

// written counts quotations whose marks, capitals and spaces were changed.
func (m *measure) written() {
	fmt.Println("| marks, capitals and spaces changed, article | quotations | at the right place | of these, where the words stand more than once | no word reported as altered |")
	fmt.Println("| --- | ---: | ---: | ---: | ---: |")
	for _, form := range forms {
		right, repeated, unaltered, listed := 0, 0, 0, 0
		for _, c := range m.quotations {
			text, at := c.in(form)
			quotation := rewrite(c.words, m.random)
			found, ok := verbatim.Locate(text, quotation)
			switch {
			case ok && found.Span == at:
				right++
			case ok && slices.Contains(found.Others, at):
				right++
				repeated++
			}
			isRight := ok && (found.Span == at || slices.Contains(found.Others, at))
			if ok && found.Unaltered() {
				unaltered++
			}
			if (!isRight || !found.Unaltered()) && listed < m.failures {
				listed++
				list(form, c.words, quotation, text, found, ok)
			}
		}
		n := len(m.quotations)
		fmt.Printf("| %s | %d | %d (%.2f %%) | %d | %d (%.2f %%) |\n", form, n, right, percent(right, n), repeated, unaltered, percent(unaltered, n))
	}
	fmt.Println()
}

// altered counts quotations of which one word was altered.
func (m *measure) altered() {
	fmt.Println("| one word altered, article | quotations | reported as altered | at the right place | the word named, by itself | among others | negation flagged |")
	fmt.Println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, form := range forms {
		for _, how := range alterations {
			n, reported, right, named, among, flagged, listed := 0, 0, 0, 0, 0, 0, 0
			for k, c := range m.quotations {
				text, at := c.in(form)
				a, ok := how.alter(c, m.quotations[(k+1)%len(m.quotations)].words, m.random)
				if !ok {
					continue
				}
				n++
				found, ok := verbatim.Locate(text, a.quotation)
				if ok && !found.Unaltered() {
					reported++
				}
				within := func(s verbatim.Span) bool { return s.Overlaps(at) }
				if ok && (within(found.Span) || slices.ContainsFunc(found.Others, within)) {
					right++
				}
				by, amid := a.namedIn(found, text)
				switch {
				case by:
					named++
				case amid:
					among++
				}
				for _, d := range found.Differences {
					if d.Negation {
						flagged++
						break
					}
				}
				if (!ok || found.Unaltered() || !by && !amid) && listed < m.failures {
					listed++
					list(form+", "+how.name+" "+a.old+" → "+a.new, c.words, a.quotation, text, found, ok)
				}
			}
			negations := "–"
			if how.name == "“not” dropped" {
				negations = fmt.Sprint(flagged)
			}
			fmt.Printf("| %s, %s | %d | %d (%.2f %%) | %d | %d | %d | %s |\n", form, how.name, n, reported, percent(reported, n), right, named, among, negations)
		}
	}
	fmt.Println()
}

// elsewhere counts quotations that are found in texts that do not have them: an
// article which is another one, and their own without the paragraphs that hold
// them, which tells of the same things in other words.
func (m *measure) elsewhere() {
	fmt.Println("| quotations sought where they are not | quotations | found unaltered | found altered |")
	fmt.Println("| --- | ---: | ---: | ---: |")
	for _, where := range []string{"another article", "their own article without the paragraph"} {
		for _, form := range forms {
			unaltered, altered, listed := 0, 0, 0
			for _, c := range m.quotations {
				text := c.other
				if where != "another article" {
					text = c.without()
				}
				if form == "flattened" {
					text = verbatim.Flatten(text).Text
				}
				found, ok := verbatim.Locate(text, c.words)
				switch {
				case ok && found.Unaltered():
					unaltered++
				case ok:
					altered++
				}
				if ok && listed < m.failures {
					listed++
					list(where+", "+form, "", c.words, text, found, ok)
				}
			}
			fmt.Printf("| %s, %s | %d | %d | %d |\n", where, form, len(m.quotations), unaltered, altered)
		}
	}
}

// without returns the article without the paragraphs that hold the quotation.
func (c cut) without() string {
	var b strings.Builder
	for line := range strings.Lines(c.text) {
		if !strings.Contains(line, c.words) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// speed times searches of a megabyte of news: one text read for one quotation, and
// read once for all.
func (m *measure) speed(articles []string) {
	const rounds, megabyte = 40, 1_000_000
	fmt.Println("\n| a megabyte of news searched, milliseconds of the processor | least | median |")
	fmt.Println("| --- | ---: | ---: |")
	for _, form := range forms {
		var joined strings.Builder
		for n := 0; joined.Len() < megabyte; n++ {
			joined.WriteString(articles[n*len(articles)/4000%len(articles)] + "\n\n")
		}
		text := joined.String()
		if form == "flattened" {
			text = verbatim.Flatten(text).Text
		}
		text = text[:min(len(text), megabyte)]
		at := strings.LastIndex(text[:len(text)/2], " ") + 1
		there := strings.Join(strings.Fields(text[at : at+300])[:25], " ")
		fields := strings.Fields(there)
		altered := strings.Join(append(slices.Clone(fields[:10]), append([]string{"otherwise"}, fields[11:]...)...), " ")
		for _, sought := range []struct{ name, words string }{{"there", there}, {"there, altered", altered}, {"not there", m.quotations[0].words}} {
			row(form+", 25 words "+sought.name, rounds, func() { verbatim.Locate(text, sought.words) })
			locator := verbatim.NewLocator(text)
			row(form+", 25 words "+sought.name+", text read before", rounds, func() { locator.Locate(sought.words) })
		}
	}
}

func row(name string, rounds int, do func()) {
	var took []float64
	for range rounds {
		start := processorTime()
		do()
		took = append(took, (processorTime()-start).Seconds()*1000)
	}
	slices.Sort(took)
	fmt.Printf("| %s | %.2f | %.2f |\n", name, took[0], took[len(took)/2])
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// list prints one failure.
func list(what, words, quotation, text string, found verbatim.Located, ok bool) {
	fmt.Printf("%s\n  cut    %q\n  sought %q\n", what, words, quotation)
	if !ok {
		fmt.Println("  not found")
		return
	}
	fmt.Printf("  found  %s %q\n", found.Match, verbatim.Excerpt(text, found.Pieces...))
	for _, d := range found.Differences {
		fmt.Printf("    %s %q → %q\n", d.Kind, d.Text.In(text), d.Quotation.In(quotation))
	}
}

// rewrite changes the marks, capitals and spaces of a quotation at random: no
// letter or digit is another one.
func rewrite(words string, random *rand.Rand) string {
	capitals := random.IntN(4)
	var b strings.Builder
	runes := []rune(words)
	for i, r := range runes {
		inside := i > 0 && i+1 < len(runes) && isWordRune(runes[i-1]) && isWordRune(runes[i+1])
		switch {
		case unicode.IsLetter(r):
			switch {
			case capitals == 1:
				r = unicode.ToLower(r)
			case capitals == 2:
				r = unicode.ToUpper(r)
			case capitals == 3 && random.IntN(8) == 0:
				r = unicode.ToUpper(r)
			}
			b.WriteRune(r)
		case isWordRune(r):
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteString([]string{" ", " ", "  ", "\n", "\u00a0"}[random.IntN(5)])
		case r == '…' || r == '[' || r == ']':
			b.WriteRune(r) // says that words are missing or changed
		case inside && (r == '\'' || r == '’'):
			b.WriteString([]string{"'", "’", "", " "}[random.IntN(4)])
		case inside && r == '-' && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1]):
			b.WriteString([]string{"-", "‑", " ", ""}[random.IntN(4)])
		case inside:
			b.WriteString([]string{string(r), string(r), " "}[random.IntN(3)])
		default:
			b.WriteString([]string{string(r), "", " ", ",", " – "}[random.IntN(5)])
		}
	}
	return []string{"“" + b.String() + ",”", `"` + b.String() + `"`, b.String(), "'" + b.String() + ".'"}[random.IntN(4)]
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func lastRune(s string, at int) string {
	_, size := utf8.DecodeRuneInString(s[at:])
	return s[at : at+size]
}
