package browsertest

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// soon is within how many milliseconds something of a page is to be seen. It is
// about ten times what it takes on one idle core.
const soon = 2000

// TestLargePage opens and scrolls the page of an article of a megabyte, published
// and in one line.
func TestLargePage(t *testing.T) {
	text := strings.Repeat(manyArticles(t), 40)[:1_000_000]
	for name, text := range map[string]string{"published": text, "flat": verbatim.Flatten(text).Text} {
		t.Run(name, func(t *testing.T) {
			var page bytes.Buffer
			parser := verbatim.Parser{Light: true} // what matters here is the length
			if err := htmlview.Write(&page, text, parser.Parse(text), htmlview.Options{}); err != nil {
				t.Fatal(err)
			}
			var tab *tab
			paint := soon + 1.0
			for tries := 0; tries < 3 && paint > soon; tries++ { // the machine may be busy
				tab = newTab(t, wide)
				tab.open(page.Bytes())
				paint = eval[float64](tab, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
			}
			t.Logf("%d bytes, %d elements, first paint after %.0f ms, loaded after %.0f ms", page.Len(), eval[int](tab, "document.getElementsByTagName('*').length"),
				paint, eval[float64](tab, "performance.getEntriesByType('navigation')[0].loadEventEnd"))
			if paint > soon {
				t.Errorf("the first paint comes after %.0f ms", paint)
			}
			// The heights of what was never painted are estimates, which one scroll may miss.
			tab.do(chromedp.Poll[chromedp.Void]("document.querySelector('.text').lastElementChild.scrollIntoView() || " + inSight(".text > :last-child")))
			tab.run("[...document.querySelectorAll('.ref')].at(-1).click()")
			tab.do(chromedp.Poll[chromedp.Void](inSight(".cards .card[aria-current] .who")))
			tab.run("(([...cards]) => cards[cards.length >> 1].querySelector('.find').click())(document.querySelectorAll('.cards .card'))")
			tab.do(chromedp.Poll[chromedp.Void](inSight(".text .ref[aria-current]")))
			want(tab, "document.querySelectorAll('.lit').length > 0", true)
		})
	}
}

// manyArticles returns the published golden cases, one after another.
func manyArticles(t *testing.T) string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/parse/*-published.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden cases: %v", len(paths), err)
	}
	var all strings.Builder
	for _, path := range paths {
		all.WriteString(golden(t, strings.TrimSuffix(filepath.Base(path), ".txt")) + "\n\n")
	}
	return all.String()
}
