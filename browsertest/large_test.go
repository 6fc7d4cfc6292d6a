package browsertest

import (
	"os"
	"testing"
)

func TestLargePage(t *testing.T) {
	for _, name := range []string{"/tmp/page-denflat.html", "/tmp/page-big.html", "/tmp/page-bigflat.html"} {
		page, _ := os.ReadFile(name)
		t.Run(name, func(t *testing.T) {
			tab := newTab(t, wide)
			tab.open(page)
			paint := eval[float64](tab, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
			elements := eval[int](tab, "document.getElementsByTagName('*').length")
			load := eval[float64](tab, "performance.timing.loadEventEnd - performance.timing.navigationStart")
			t.Logf("%s: %d bytes of page, %d elements, first paint after %.0f ms, load %.0f", name, len(page), elements, paint, load)
		})
	}
}
