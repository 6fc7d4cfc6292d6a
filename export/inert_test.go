package export_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/export"
)

// cmpVisible compares strings by what a reader sees of them: forms for one line
// and for people keep no more.
var cmpVisible = cmp.Comparer(func(a, b string) bool { return seen(a) == seen(b) })

func seen(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isHostile(r):
			return utf8.RuneError
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)), " ")
}

// TestInert finds in the file of every form what a terminal would act on, and what is
// not UTF-8.
func TestInert(t *testing.T) {
	for _, format := range export.Formats() {
		for _, c := range hostileCases() {
			if format.Binary() || format == export.HTML && strings.HasPrefix(c.name, "hostile strings") {
				continue // its files are those of the formats that it packs; a page refuses words that are none
			}
			data := written(t, format, export.Options{}, c)
			if !utf8.Valid(data) {
				t.Errorf("%s of %s is not UTF-8", format, c.name)
			}
			for _, r := range string(data) {
				if isHostile(r) && r != '\n' && !(r == '\r' && (format == export.CSV || format == export.HTML)) && !(r == '\t' && strings.Contains("brat conll timeml html", string(format))) {
					t.Errorf("%s of %s holds %U", format, c.name, r)
					break
				}
			}
		}
	}
}

// TestMarkupIsEscaped finds markup of the article in the forms that have their own.
func TestMarkupIsEscaped(t *testing.T) {
	for _, format := range []export.Format{export.JSONLD, export.Annotations, export.TimeML} {
		for _, c := range hostileCases() {
			data := string(written(t, format, export.Options{}, c))
			for _, markup := range []string{"<script", "<img", "<b>", "<i>", "<!--", "]]>"} {
				if strings.Contains(data, markup) {
					t.Errorf("%s of %s holds %s", format, c.name, markup)
				}
			}
		}
	}
}
