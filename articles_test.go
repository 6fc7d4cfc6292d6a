package verbatim_test

import (
	"iter"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// manyArticles yields articles of changing length, and counts them.
func manyArticles(n int, given *int) iter.Seq[verbatim.Article] {
	return func(yield func(verbatim.Article) bool) {
		for i := range n {
			*given++
			text := "“We go,” said Ana Lopez on Monday."
			for range i % 5 * 20 {
				text += " “We stay,” said Ben Okafor."
			}
			if !yield(verbatim.Article{ID: strconv.Itoa(i), Text: text, Published: time.Date(2024, 1, 1+i, 0, 0, 0, 0, time.UTC)}) {
				return
			}
		}
	}
}

// TestParseAll leaves the loop at different places: articles come in order, each
// with the document that Parse gives, a few are read ahead and nothing runs on.
func TestParseAll(t *testing.T) {
	const all = 60
	before := runtime.NumGoroutine()
	for _, limit := range []int{0, 1, 7, all, all + 1} {
		given, got := 0, 0
		parser := verbatim.Parser{Light: true, Published: time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)}
		for a, doc := range parser.ParseAll(manyArticles(all, &given)) {
			if got == limit {
				break
			}
			want := (&verbatim.Parser{Light: true, Published: a.Published}).Parse(a.Text)
			want.ID = strconv.Itoa(got)
			if diff := cmp.Diff(want, doc); diff != "" || a.ID != want.ID {
				t.Fatalf("article %d comes as %q (-want +got):\n%s", got, a.ID, diff)
			}
			got++
		}
		if got != min(limit, all) {
			t.Errorf("%d documents of %d", got, min(limit, all))
		}
		if ahead := given - got; ahead > 2*runtime.GOMAXPROCS(0)+2 {
			t.Errorf("%d articles were asked for beyond the %d that the loop took", ahead, got)
		}
		if left := goroutinesBeyond(before); left > 0 {
			t.Errorf("%d goroutines run on after %d articles", left, got)
		}
	}
}

// goroutinesBeyond returns how many more goroutines there are than before. One that
// has returned may still be counted until the system lets its thread go on.
func goroutinesBeyond(before int) int {
	for patience := time.Now().Add(10 * time.Second); time.Now().Before(patience); runtime.Gosched() {
		if runtime.NumGoroutine() <= before {
			return 0
		}
	}
	return runtime.NumGoroutine() - before
}

// TestParseAllPublished checks that the parser's own date counts for an article
// that has none.
func TestParseAllPublished(t *testing.T) {
	parser := verbatim.Parser{Light: true, Published: time.Date(2024, 5, 8, 0, 0, 0, 0, time.UTC)}
	source := func(yield func(verbatim.Article) bool) {
		yield(verbatim.Article{Text: "the bridge was shut on monday"})
	}
	for _, doc := range parser.ParseAll(source) {
		if got := doc.Timestamps[0].Value; got != "2024-05-06" {
			t.Errorf("monday is %q", got)
		}
	}
}

// A source that fails by panicking takes the loop down and nothing else.
func TestParseAllPanic(t *testing.T) {
	before := runtime.NumGoroutine()
	defer func() {
		if recover() == nil {
			t.Error("the panic is lost")
		}
		if left := goroutinesBeyond(before); left > 0 {
			t.Errorf("%d goroutines run on", left)
		}
	}()
	source := func(yield func(verbatim.Article) bool) {
		yield(verbatim.Article{Text: "said"})
		panic("the archive is gone")
	}
	for range new(verbatim.Parser).ParseAll(source) {
	}
}
