package locate_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/locate"
)

// megabyte makes a text of a megabyte with as many words, and as often the same
// ones, as news has: the nth commonest is met one nth as often as the commonest.
func megabyte(marks string) string {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 2, 30_000)
	var b strings.Builder
	for b.Len() < 1_000_000 {
		b.WriteString(wordOf(int(zipf.Uint64())))
		if random.IntN(8) == 0 {
			b.WriteString(marks)
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// wordOf spells a number in syllables, the commonest words with one.
func wordOf(n int) string {
	var b strings.Builder
	for n++; n > 0; n /= 40 {
		b.WriteByte("bcdfgklmprstvnzh"[n%40%16])
		b.WriteString([]string{"a", "e", "i", "o", "u", "an", "er", "is"}[n%40%8])
	}
	return b.String()
}

func BenchmarkLocate(b *testing.B) {
	const quotation = "We kept the old wall for as long as it would stand, and then we kept it for one year more"
	for form, marks := range map[string]string{"published": ",", "curly": "’s", "flat": ""} {
		text := megabyte(marks)
		middle := strings.Index(text[len(text)/2:], " ") + len(text)/2
		text = text[:middle] + " " + quotation + text[middle:]
		for name, sought := range map[string]string{
			"there": quotation, "altered": strings.Replace(quotation, "old", "new", 1), "not there": "nobody has ever seen such water in the lower streets of this town",
		} {
			b.Run(form+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					locate.New(text).Find(sought)
				}
			})
			b.Run(form+"/"+name+"/read once", func(b *testing.B) {
				read := locate.New(text)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					read.Find(sought)
				}
			})
		}
	}
}
