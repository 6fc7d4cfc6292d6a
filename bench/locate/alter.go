package main

import (
	"math/rand/v2"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// An alteration changes one word of a quotation.
type alteration struct {
	name  string
	alter func(c cut, donor string, random *rand.Rand) (altered, bool)
}

var alterations = []alteration{
	{"replaced", replaceWord}, {"dropped", dropWord}, {"inserted", insertWord}, {"“not” dropped", dropNot},
}

// An altered quotation, with the word of the article and the one that stands for it;
// either may be empty.
type altered struct {
	quotation string
	old, new  string
	at        verbatim.Span // of new in the quotation
}

// A field is a word between spaces, without the marks around it.
type field struct{ start, end int }

// fieldsOf returns the fields of a quotation but for those in brackets and "sic",
// which say themselves that they are not the speaker's.
func fieldsOf(words string) (fields []field) {
	at, open := 0, 0
	for _, w := range strings.Fields(words) {
		start := at + strings.Index(words[at:], w)
		at = start + len(w)
		open += strings.Count(w, "[")
		inside := open > 0
		open -= min(open, strings.Count(w, "]"))
		if inside || strings.Contains(w, "sic") && strings.Trim(w, "(sic)") == "" {
			continue
		}
		first, last := strings.IndexFunc(w, isWordRune), strings.LastIndexFunc(w, isWordRune)
		if first >= 0 {
			fields = append(fields, field{start + first, start + last + len(lastRune(w, last))})
		}
	}
	return fields
}

func (f field) in(words string) string { return words[f.start:f.end] }

// other returns a word of donor that is none of those of the quotation.
func other(words, donor string, random *rand.Rand) (string, bool) {
	known := " " + verbatim.Flatten(words).Text + " "
	fields := fieldsOf(donor)
	for range 20 {
		w := verbatim.Flatten(fields[random.IntN(len(fields))].in(donor)).Text
		if !strings.Contains(w, " ") && !strings.Contains(known, " "+w+" ") {
			return w, true
		}
	}
	return "", false
}

func replaceWord(c cut, donor string, random *rand.Rand) (altered, bool) {
	fields := fieldsOf(c.words)
	w, ok := other(c.words, donor, random)
	if !ok || len(fields) < shortest {
		return altered{}, false
	}
	f := fields[random.IntN(len(fields))]
	return altered{c.words[:f.start] + w + c.words[f.end:], f.in(c.words), w, verbatim.Span{Start: f.start, End: f.start + len(w)}}, true
}

// dropWord drops a word within: without its first or last word a quotation is shorter
// and still word for word. So it is without one of two that are the same, and one
// beside an ellipsis or a bracket belongs to what that stands for.
func dropWord(c cut, _ string, random *rand.Rand) (altered, bool) {
	fields := fieldsOf(c.words)
	for range 20 {
		if len(fields) < shortest {
			break
		}
		n := 1 + random.IntN(len(fields)-2)
		before, at, after := fields[n-1], fields[n], fields[n+1]
		same := strings.EqualFold(at.in(c.words), before.in(c.words)) || strings.EqualFold(at.in(c.words), after.in(c.words))
		if around := c.words[before.end:after.start]; !same && !strings.ContainsAny(around, "[]…") && !strings.Contains(around, "...") && !strings.Contains(around, ". .") {
			return drop(c.words, fields, n), true
		}
	}
	return altered{}, false
}

func drop(words string, fields []field, n int) altered {
	f := fields[n]
	return altered{quotation: words[:f.start] + words[f.end:], old: f.in(words), at: verbatim.Span{Start: f.start, End: f.start}}
}

func insertWord(c cut, donor string, random *rand.Rand) (altered, bool) {
	fields := fieldsOf(c.words)
	w, ok := other(c.words, donor, random)
	if !ok || len(fields) < shortest {
		return altered{}, false
	}
	at := fields[1+random.IntN(len(fields)-1)].start
	return altered{c.words[:at] + w + " " + c.words[at:], "", w, verbatim.Span{Start: at, End: at + len(w)}}, true
}

// dropNot drops a "not", wherever it stands.
func dropNot(c cut, _ string, random *rand.Rand) (altered, bool) {
	fields := fieldsOf(c.words)
	for n, f := range fields {
		if len(fields) >= shortest && strings.EqualFold(f.in(c.words), "not") {
			return drop(c.words, fields, n), true
		}
	}
	return altered{}, false
}

// namedIn reports whether a difference names the altered word, by itself or among
// others.
func (a altered) namedIn(found verbatim.Located, text string) (by, within bool) {
	old := verbatim.Flatten(a.old).Text
	for _, d := range found.Differences {
		if d.Kind == verbatim.DifferenceSpelled {
			continue
		}
		was := verbatim.Flatten(d.Text.In(text)).Text
		if was == old && (a.new == "" && d.Quotation.Len() == 0 || a.new != "" && d.Quotation == a.at) {
			by = true
		}
		if strings.Contains(" "+was+" ", " "+old+" ") && d.Quotation.Contains(a.at) || a.new != "" && d.Quotation.Contains(a.at) {
			within = true
		}
	}
	return by, within
}
