package browsertest

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What is selected, and what has the focus, in the page's own words.
const (
	selectedCard = `document.querySelector(".cards .card[aria-current]")?.id ?? ""`
	litWords     = `[...document.querySelectorAll(".text .lit")].map((piece) => piece.textContent).join("|")`
	focused      = `document.activeElement.closest("[id]")?.id ?? ""`
)

// inSight is whether an element, found by its selector, is on the screen.
func inSight(selector string) string {
	return `(() => {
		const box = document.querySelector(` + "`" + selector + "`" + `).getBoundingClientRect();
		return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight;
	})()`
}

// TestSelect goes from the text to the messages and back, by the mouse.
func TestSelect(t *testing.T) {
	tab := newTab(t, wide)
	tab.open(harbour(t).page())

	tab.do(chromedp.Click(chromedp.CSS(`.text .content.k1.denied`)))
	want(tab, selectedCard, "m1")
	want(tab, litWords, "Magnus Torvald|denied|that he had taken a krone")
	want(tab, inSight("#m1"), true)

	// A quotation in two parts, with what stands between them, its time and link.
	tab.do(chromedp.Click(chromedp.CSS(`#m2 .words`)))
	want(tab, selectedCard, "m2")
	want(tab, litWords, "I sleep well|Torvald|told|Monday|and the books are at |https://sandholm.example/books")
	want(tab, inSight("#t2"), true)
	for role, words := range map[string]string{"source": "Torvald", "cue": "told", "time": "Monday", "link": "https://sandholm.example/books"} {
		want(tab, `[...document.querySelectorAll(".lit-`+role+`")].map((piece) => piece.textContent).join("|")`, words)
	}
	want(tab, `document.querySelectorAll(".ref[aria-current]").length`, 2)

	// The source, the cue and the second part lead to the message as well.
	for _, part := range []string{`.source.n1:not(.content):nth-of-type(2)`, `.text p:nth-of-type(2) .cue`, `.text .address`} {
		tab.do(chromedp.KeyEvent(kb.Escape))
		want(tab, selectedCard+" + "+litWords, "")
		tab.run("document.querySelector(`" + part + "`).scrollIntoView()")
		tab.do(chromedp.Click(chromedp.CSS(part)))
		want(tab, selectedCard, "m2")
	}
	want(tab, "getSelection().toString()", "")
}

// TestSelectNested selects the inner one of nested messages first.
func TestSelectNested(t *testing.T) {
	a := &annotation{T: t, text: "Brodd said that Torvald denied that he had taken it."}
	brodd, torvald := a.speaker("Brodd", "Brodd"), a.speaker("Torvald", "Torvald")
	outer, inner := harbour(t).doc.Messages[3], harbour(t).doc.Messages[0]
	source, inside := a.span("Brodd"), a.span("Torvald")
	outer.Content, outer.Cue, outer.Source, outer.Speaker = a.spans("that Torvald denied that he had taken it"), a.spans("said"), &source, brodd
	inner.Content, inner.Cue, inner.Source, inner.Speaker = a.spans("that he had taken it"), a.spans("denied"), &inside, torvald
	a.doc.Messages = append(a.doc.Messages, outer, inner)
	tab := newTab(t, wide)
	tab.open(a.page())
	for _, id := range []string{"m2", "m1", "m2"} {
		tab.do(chromedp.Click(chromedp.CSS(".text .m.denied")))
		want(tab, selectedCard, id)
	}
	want(tab, litWords, "Torvald|denied|that he had taken it")
}

// TestKeyboard does the same without a mouse.
func TestKeyboard(t *testing.T) {
	tab := newTab(t, wide)
	tab.open(harbour(t).page())
	tab.do(chromedp.KeyEvent(kb.Tab))
	want(tab, `document.activeElement.className`, "skip")
	tab.do(chromedp.KeyEvent(kb.Enter))
	want(tab, focused, "messages")

	tab.run(`document.querySelector(".skip").focus()`)
	tab.do(chromedp.KeyEvent(kb.Tab))
	want(tab, focused, "t1")
	want(tab, `getComputedStyle(document.activeElement).outlineStyle`, "solid")
	tab.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	want(tab, selectedCard, "m2")
	want(tab, focused, "m2")
	tab.do(chromedp.KeyEvent(kb.Escape))
	want(tab, selectedCard, "")
	want(tab, focused, "t2")

	tab.run(`document.querySelector("#m2 .find").focus()`)
	tab.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	want(tab, selectedCard, "m3")
	want(tab, focused, "t3")
	tab.do(chromedp.KeyEvent(kb.Escape))
	want(tab, focused, "m3")
}

// TestPhone shows the message selected below its words, where there is no room
// beside them.
func TestPhone(t *testing.T) {
	tab := newTab(t, phone)
	tab.open(harbour(t).page())
	want(tab, "document.documentElement.scrollWidth <= innerWidth", true)
	tab.do(chromedp.Click(chromedp.CSS("#t2")))
	want(tab, inSight("#sheet"), true)
	want(tab, inSight("#t2"), true)
	want(tab, `document.querySelector("#sheet .words").textContent`, "“I sleep well, and the books are at https://sandholm.example/books”")
	want(tab, `document.querySelectorAll("[id]").length === new Set([...document.querySelectorAll("[id]")].map((e) => e.id)).size`, true)
	want(tab, `document.elementFromPoint(...(({ left, top }) => [left + 5, top + 5])(document.querySelector("#t2").getBoundingClientRect())).closest("#sheet") === null`, true)
	tab.do(chromedp.Click(chromedp.ID("sheet-list")))
	want(tab, inSight("#m2"), true)
	want(tab, focused, "m2")
	tab.run(`document.querySelector("#t1").scrollIntoView()`)
	tab.do(chromedp.Click(chromedp.CSS("#t1")), chromedp.Click(chromedp.ID("sheet-close")))
	want(tab, `document.querySelector("#sheet").hidden`, true)
	want(tab, focused, "t1")
}

// TestWithoutScript reads the page in a browser that runs none: the numbers in the
// text lead to the messages and back.
func TestWithoutScript(t *testing.T) {
	tab := newTab(t, wide)
	call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tab.open(harbour(t).page())
	tab.expect("navigation: ", "#")
	tab.do(chromedp.Click(chromedp.CSS("#t2")))
	want(tab, "location.hash", "#m2")
	want(tab, inSight("#m2"), true)
	tab.do(chromedp.Click(chromedp.CSS("#m2 .find")))
	want(tab, "location.hash", "#t2")
	want(tab, `[...document.querySelectorAll(".scripted")].every((part) => part.offsetWidth === 0)`, true)
}
