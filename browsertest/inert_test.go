package browsertest

import (
	"html"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

// hostileText tries to be more than text.
const hostileText = `<script>alert(1)</script><img src=x onerror=alert(2)> “</span></p><svg onload=alert(3)>I was not there,” said Mara <b onclick=alert(4)>Voss</b> on Monday.

“Look at javascript:alert(5) and at https://example.org/"onmouseover="alert(6),” Voss told <iframe src="https://example.org/">the Post</iframe>.

</script></style></title></textarea><!-- <base href="https://example.org/"><meta http-equiv="refresh" content="0;url=https://example.org/"><link rel=stylesheet href=https://example.org/a.css>
{{.Title}} ${alert(7)} ` + "\u202eegassem siht\u202c \u200b\x1b[2J\x00\u2028 \xff\xfe" + `
“[x](javascript:alert(8)),” she said.`

// hostile is a document of hostileText whose own fields are hostile as well.
func hostile(t *testing.T) (string, *verbatim.Document) {
	doc := verbatim.Parse(hostileText)
	const markup = `"><script>alert(9)</script><img src=x onerror='alert(10)'>` + "\u202e"
	doc.ID = markup
	for n := range doc.Speakers {
		doc.Speakers[n].Name += markup
		doc.Speakers[n].Roles = []string{markup}
	}
	for n := range doc.Messages {
		m := &doc.Messages[n]
		m.Text += markup
		for _, p := range []*verbatim.Party{m.Speaker, m.Recipient} {
			if p != nil {
				p.Name = doc.Speakers[p.ID].Name
			}
		}
		m.URLs = nil
		for u := range doc.URLs {
			m.URLs = append(m.URLs, u)
		}
	}
	for n, address := range []string{"javascript:alert(11)", "JaVaScRiPt://example.org/%0aalert(12)", "data:text/html,<script>alert(13)</script>", "vbscript:x", `https://example.org/"onclick="alert(14)`} {
		if n < len(doc.URLs) {
			doc.URLs[n].Address = address
		}
	}
	if len(doc.Messages) == 0 || len(doc.URLs) == 0 {
		t.Fatalf("%d messages and %d addresses are found in the article: there is nothing to test", len(doc.Messages), len(doc.URLs))
	}
	return hostileText, doc
}

// TestInert opens an article that tries to run scripts, to load something and to
// lead elsewhere, and touches everything on the page. The tab fails the test for
// dialogs, requests, navigations and whatever the policy had to stop.
func TestInert(t *testing.T) {
	text, doc := hostile(t)
	page := pageOfDocument(t, text, doc)
	for name, s := range map[string]screen{"wide": wide, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			tab := newTab(t, s)
			tab.open(page)
			want(tab, "document.scripts.length + document.styleSheets.length", 2)
			want(tab, `document.querySelectorAll("img, iframe, base, link, meta[http-equiv=refresh], object, embed").length`, 0)
			want(tab, `[...document.querySelectorAll("a")].every((a) => /^(https?|mailto|file):/.test(a.protocol))`, true)
			want(tab, `[...document.querySelectorAll("*")].every((e) => [...e.attributes].every((a) => !a.name.startsWith("on") && a.name !== "style"))`, true)
			want(tab, `/[\u202a-\u202e\u2066-\u2069\u200b\0\x1b\u2028]/.test(document.documentElement.textContent + document.title)`, false)
			want(tab, `document.querySelector(".text").textContent.includes("<script>alert(1)</script>")`, true)
			want(tab, `document.querySelector(".text").textContent.includes("[U+202E]egassem siht[U+202C]")`, true)
			tab.run(`for (const e of document.querySelectorAll(".text *, .cards *:not(.links a), .voices *")) {
				for (const type of ["mouseover", "click", "focus"]) e.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
			}`)
		})
	}
}

// TestPolicy plays markup that got into the page: the page's own policy stops it.
func TestPolicy(t *testing.T) {
	tab := newTab(t, wide)
	tab.open(harbour(t).page())
	tab.expect("browser's log: error: ", "Content Security Policy")
	tab.expect("request: ", "/stopped")
	tab.run(`document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }))`)
	tab.run(`document.body.insertAdjacentHTML("beforeend", "<img src=stopped onerror='window.ran = true'><b style='position:fixed' id=styled></b>")`)
	want(tab, "window.ran === undefined", true)
	want(tab, "getComputedStyle(document.getElementById('styled')).position", "static")
	tab.mu.Lock()
	defer tab.mu.Unlock()
	if tab.stopped != 1 {
		t.Errorf("the policy stopped %d requests, want that for the picture", tab.stopped)
	}
}

// TestFrame shows a page in another one that has a policy of its own, in a frame
// without an origin, as the documentation of htmlview says.
func TestFrame(t *testing.T) {
	tab := newTab(t, wide)
	tab.expect("navigation: ", "about:srcdoc")
	tab.open([]byte(`<!DOCTYPE html><meta charset="utf-8"><title>host</title>` +
		`<meta http-equiv="Content-Security-Policy" content="` + htmlview.Policy() + `">` +
		`<iframe sandbox="allow-scripts" width="1200" height="700" srcdoc="` + html.EscapeString(string(harbour(t).page())) + `"></iframe>`))
	frame := tab.frame("about:srcdoc")
	frame.do(chromedp.Poll[chromedp.Void](`document.readyState === "complete"`))
	want(frame, `origin`, "null")
	frame.run(`document.querySelector("#t2").click()`)
	want(frame, selectedCard, "m2")
	frame.run(`document.querySelector(".skip").click()`)
	frame.run(`document.querySelector("#m1 .find").click()`)
	want(frame, selectedCard, "m1")
	want(frame, "document.URL", "about:srcdoc")
}

// frame returns the frame of a page that shows an address, which the browser runs
// by itself.
func (t *tab) frame(address string) *tab {
	t.Helper()
	targets, err := chromedp.Targets(t.ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range targets {
		if target.Type == "iframe" && target.URL == address {
			ctx, end := chromedp.NewContext(t.ctx, chromedp.WithTargetID(target.TargetID))
			t.Cleanup(end)
			return &tab{T: t.T, ctx: ctx}
		}
	}
	t.Fatalf("no frame shows %s", address)
	return nil
}
