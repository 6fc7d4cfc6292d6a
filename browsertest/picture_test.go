package browsertest

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/verbatim-news/verbatim"
)

var (
	update   = flag.Bool("update", false, "make the pictures of the documents again")
	pictures = flag.String("pictures", "", "a `folder` for pictures of every page, to be looked at")
)

// maxPicture is how many bytes a picture of the documents has at most: whoever
// clones the library gets it.
const maxPicture = 300_000

// TestPicture holds the picture of the README to its page: it is the one that the
// README's command makes, with a message selected.
func TestPicture(t *testing.T) {
	const path = "../docs/page.png"
	tab := newTab(t, screen{width: 1280, height: 1240})
	text := sample(t)
	tab.open(pageOfDocument(t, text, verbatim.Parse(text)))
	tab.do(chromedp.Click(chromedp.CSS("#m3 .words")))
	made := smaller(t, get(tab, chromedp.CaptureScreenshot()))
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

// smaller returns a picture in its 256 most frequent colours. All others, which
// are those of the edges of letters, become the nearest of them.
func smaller(t *testing.T, picture []byte) []byte {
	t.Helper()
	full, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	count := map[color.Color]int{}
	bounds := full.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[full.At(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)))
	})
	reduced := image.NewPaletted(bounds, color.Palette(colours[:min(len(colours), 256)]))
	nearest := map[color.Color]uint8{}
	for _, c := range colours {
		nearest[c] = uint8(reduced.Palette.Index(c))
	}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			reduced.SetColorIndex(x, y, nearest[full.At(x, y)])
		}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, reduced); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
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
