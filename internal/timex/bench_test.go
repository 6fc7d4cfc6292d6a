package timex

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-news/verbatim/internal/token"
)

// plainProse gives news prose of our own that holds no time expression, one
// sentence a line.
func plainProse(t testing.TB) []string {
	data, err := os.ReadFile(filepath.Join("testdata", "prose.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// newsText builds at least size bytes of news out of plain prose and the tables
// of expressions: about one sentence of six names a time, as news does.
func newsText(t testing.TB, size int) string {
	var timed []string
	for _, file := range []string{"calendar.txt", "relative.txt", "amounts.txt", "clocks.txt"} {
		for _, c := range readTimeCases(t, file) {
			timed = append(timed, c.text)
		}
	}
	prose := plainProse(t)
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(prose[n%len(prose)])
		b.WriteByte(' ')
		if n%6 == 5 {
			b.WriteString(timed[(n/6)%len(timed)])
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkTimes(b *testing.B) {
	published := time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)
	news := newsText(b, 1<<20)
	flat, _ := token.Flatten(news)
	for _, form := range []struct{ name, text string }{{"published", news}, {"flat", flat}} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(int64(len(form.text)))
			b.ReportAllocs()
			found := 0
			for b.Loop() {
				found = len(read(form.text, published))
			}
			b.ReportMetric(float64(found), "timestamps")
		})
	}
}

// BenchmarkWords is the floor under BenchmarkTimes.
func BenchmarkWords(b *testing.B) {
	flat, _ := token.Flatten(newsText(b, 1<<20))
	b.SetBytes(int64(len(flat)))
	b.ReportAllocs()
	for b.Loop() {
		token.Read(flat)
	}
}

// BenchmarkTimeWords is the work of the first call: building the vocabulary.
func BenchmarkTimeWords(b *testing.B) {
	for b.Loop() {
		buildTimeWords()
	}
}
