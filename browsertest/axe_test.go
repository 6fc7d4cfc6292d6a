package browsertest

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe is the script of axe-core, which tells what keeps people from using a page.
var axe = sync.OnceValues(func() (string, error) {
	file, err := os.Open("testdata/axe-core/axe.min.js.gz")
	if err != nil {
		return "", err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return "", err
	}
	script, err := io.ReadAll(unpacked)
	return string(script), err
})

// A violation is a rule of axe-core that a page breaks.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// wantAccessible fails the test for what axe-core finds in the page that is open,
// down to what is of moderate impact.
func (t *tab) wantAccessible() {
	t.Helper()
	script, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	t.do(chromedp.Evaluate[chromedp.Void](script))
	for _, v := range eval[[]violation](t, `axe.run(document, {resultTypes: ["violations"]}).then((found) => found.violations)`) {
		if v.Impact == "minor" {
			continue
		}
		for _, node := range v.Nodes[:min(len(v.Nodes), 3)] {
			t.Errorf("%s, %s: %s\n%.300s\n%s", v.Impact, v.ID, v.Help, node.HTML, strings.TrimSpace(node.FailureSummary))
		}
	}
}

// TestAccessible runs axe-core over pages in both schemes and widths, as they open
// and with everything on them open, a message selected and some filtered away.
func TestAccessible(t *testing.T) {
	wideDark, phoneDark := screen{1280, 900, true}, screen{390, 844, true}
	for _, c := range []struct {
		name, text string
		screens    []screen
	}{
		{"denials", golden(t, "harbour-denials-published"), []screen{wide, phone, wideDark, phoneDark}},
		{"blog", golden(t, "live-blog-published"), []screen{wide, phoneDark}},
		{"flat", sample(t), []screen{phone, wideDark}},
		{"hostile", hostileText, []screen{wide}},
		{"nothing", "", []screen{wide}},
	} {
		page := pageOf(t, c.text)
		for _, s := range c.screens {
			t.Run(fmt.Sprintf("%s, %d, dark %v", c.name, s.width, s.dark), func(t *testing.T) {
				tab := newTab(t, s)
				tab.open(page)
				tab.wantAccessible()
				if c.text == "" {
					return
				}
				tab.run(`document.querySelector(".ref").click()`)
				tab.run(`document.querySelector("[name=stance]")?.click()`)
				tab.run(`for (const more of document.querySelectorAll("details")) more.open = true`)
				tab.wantAccessible()
			})
		}
	}
}
