package browsertest

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	update   = flag.Bool("update", false, "make the pictures of the documents again")
	pictures = flag.String("pictures", "", "a `folder` for pictures of every page, to be looked at")
)

// maxPicture is how many bytes a picture of the documents has at most: whoever
// clones the library gets it.
const maxPicture = 300_000

// TestPicture holds the picture of the README to its page: it is the one that the
// README's command makes, with a denial selected.
func TestPicture(t *testing.T) {
	const path = "../docs/page.png"
	tab := newTab(t, wide)
	tab.open(pageOf(t, sample(t)))
	tab.do(chromedp.Click(chromedp.CSS(".ref:has(.denied)")))
	made := get(tab, chromedp.CaptureScreenshot())
	if *update {
		if err := os.WriteFile(path, made, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Its dots differ by the fonts that there are.
	want, err := png.DecodeConfig(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.DecodeConfig(bytes.NewReader(kept))
	if err != nil || got.Width != want.Width || got.Height != want.Height || len(kept) > maxPicture {
		t.Errorf("%s has %d×%d dots and %d bytes (%v), want %d×%d and %d at most; go test -run TestPicture -update .",
			path, got.Width, got.Height, len(kept), err, want.Width, want.Height, maxPicture)
	}
}

// TestLooks makes pictures for people to look at, on demand.
func TestLooks(t *testing.T) {
	if *pictures == "" {
		t.Skip("pictures are made with -pictures FOLDER")
	}
	articles := map[string]string{"sample": sample(t)}
	for _, name := range []string{"harbour-denials-published", "harbour-denials-flat", "live-blog-flat", "transcript-radio"} {
		articles[name] = golden(t, name)
	}
	for name, text := range articles {
		page := pageOf(t, text)
		for look, s := range map[string]screen{"wide": wide, "phone": phone, "wide-dark": {1280, 900, true}, "phone-dark": {390, 844, true}} {
			tab := newTab(t, s)
			tab.open(page)
			keep := func(state string) {
				picture := get(tab, chromedp.CaptureScreenshot())
				if err := os.WriteFile(filepath.Join(*pictures, name+"-"+look+"-"+state+".png"), picture, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			keep("top")
			tab.run("document.querySelectorAll('.ref')[3]?.click()")
			keep("selected")
			tab.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'})); document.getElementById('speakers')?.scrollIntoView()")
			keep("speakers")
			tab.run("document.querySelector('.legend').scrollIntoView()")
			keep("legend")
		}
	}
}
