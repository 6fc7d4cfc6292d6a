package verbatim_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// articles joins the golden articles of one form, so that a benchmark reads
// what the library is for.
func articles(b *testing.B, suffix string) []string {
	var texts []string
	for _, c := range readCases(b) {
		if strings.HasSuffix(c.name, suffix) {
			texts = append(texts, c.text)
		}
	}
	return texts
}

// benchmarkTexts runs read over all texts and counts their bytes and words.
func benchmarkTexts(b *testing.B, texts []string, read func(text string)) {
	size, words := 0, 0
	for _, text := range texts {
		size += len(text)
		words += len(strings.Fields(verbatim.Flatten(text).Text))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			read(text)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkParse(b *testing.B) {
	for _, form := range []string{"flat", "published"} {
		b.Run(form, func(b *testing.B) {
			benchmarkTexts(b, articles(b, "-"+form), func(text string) { verbatim.Parse(text) })
		})
		b.Run(form+"/light", func(b *testing.B) {
			parser := verbatim.Parser{Light: true}
			benchmarkTexts(b, articles(b, "-"+form), func(text string) { parser.Parse(text) })
		})
	}
}

func BenchmarkFindQuotes(b *testing.B) {
	for _, form := range []string{"flat", "published"} {
		b.Run(form, func(b *testing.B) {
			benchmarkTexts(b, articles(b, "-"+form), func(text string) { verbatim.FindQuotes(text) })
		})
	}
}

func BenchmarkFlatten(b *testing.B) {
	for _, form := range []string{"flat", "published"} {
		b.Run(form, func(b *testing.B) {
			benchmarkTexts(b, articles(b, "-"+form), func(text string) { verbatim.Flatten(text) })
		})
	}
	b.Run("Cyrillic", func(b *testing.B) {
		benchmarkTexts(b, []string{strings.Repeat("Мы здесь, — сказала Анна. ", 400)}, func(text string) { verbatim.Flatten(text) })
	})
}
