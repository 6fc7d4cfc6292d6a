package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/verbatim-news/verbatim"
)

const (
	shownCards = `[...document.querySelectorAll(".cards .card:not([hidden])")].map((card) => card.id).join(" ")`
	fadedWords = `[...document.querySelectorAll(".text .out")].map((piece) => piece.textContent).join("|")`
	status     = `document.querySelector("[role=status]").textContent`
)

func TestFilter(t *testing.T) {
	tab := newTab(t, wide)
	tab.open(harbour(t).page())
	want(tab, shownCards, "m1 m2 m3 m4")

	box := func(name string) chromedp.CSS {
		return chromedp.CSS(`#voices .voice:has(.k1, bdi) input[value="` + name + `"]`)
	}
	tab.do(chromedp.Click(box("2")))
	want(tab, shownCards, "m3")
	want(tab, status, "1 of 4 messages shown")
	want(tab, fadedWords, "that he had taken a krone|I sleep well|and the books are at |https://sandholm.example/books|that the board would meet")
	tab.do(chromedp.Click(box("unknown")))
	want(tab, shownCards, "m3 m4")
	tab.do(chromedp.Click(chromedp.ID("all")))
	want(tab, shownCards, "m1 m2 m3 m4")
	want(tab, status, "All 4 messages shown")
	want(tab, fadedWords, "")

	tab.do(chromedp.Click(chromedp.CSS(`[name=stance][value=denied]`)), chromedp.Click(chromedp.CSS(`[name=stance][value=asserted]`)))
	want(tab, shownCards, "m3")
	tab.do(chromedp.Click(chromedp.ID("all")))

	tab.do(chromedp.Focus(chromedp.ID("confidence")), chromedp.KeyEvent(kb.End))
	want(tab, shownCards, "")
	want(tab, `document.querySelector("output").textContent`, "95 %")
	tab.do(chromedp.KeyEvent(strings.Repeat(kb.ArrowLeft, 2))) // 85
	want(tab, shownCards, "m1")
	// What is selected in the text is shown, filtered or not.
	tab.do(chromedp.Click(chromedp.CSS("#t3")))
	want(tab, shownCards, "m1 m2 m3 m4")
	want(tab, selectedCard, "m3")
}

func TestOrder(t *testing.T) {
	a := harbour(t)
	zero := 0
	a.doc.Messages[2].Sent = &verbatim.MessageTime{Value: "2025-03-02", From: published.AddDate(0, 0, -4), To: published, Timestamp: &zero}
	a.doc.Messages[1].Sent.From, a.doc.Messages[1].Sent.To = published.AddDate(0, 0, -3), published
	tab := newTab(t, wide)
	tab.open(a.page())
	want(tab, shownCards, "m1 m3 m4 m2")
	tab.do(chromedp.SendKeys(chromedp.ID("order"), kb.ArrowDown))
	want(tab, shownCards, "m1 m2 m3 m4")
	tab.do(chromedp.SendKeys(chromedp.ID("order"), kb.ArrowUp))
	want(tab, shownCards, "m1 m3 m4 m2")
}

// TestReadableWords shows the readable words of a flattened article in their
// places, and the article as it stands again.
func TestReadableWords(t *testing.T) {
	a := &annotation{T: t, text: "i d have put a stop to it penhallow said nobody came to me"}
	speaker := a.speaker("Penhallow", "penhallow")
	parts := []verbatim.Span{a.span("i d have put a stop to it"), a.span("nobody came to me")}
	a.doc.Messages = []verbatim.Message{{
		Quote: verbatim.Quote{Form: verbatim.FormDirect, Mode: verbatim.ModeSpeech, Content: parts, Verbatim: parts, Cue: a.spans("said")},
		Text:  "I'd have put a stop to it. Nobody came to me", Speaker: speaker, Confidence: 0.8,
	}}
	tab := newTab(t, wide)
	tab.open(a.page())
	const words = `[...document.querySelectorAll(".text .content")].map((piece) => piece.textContent).join("|")`
	want(tab, words, "i d have put a stop to it|nobody came to me")
	button := chromedp.ID("restore")
	tab.do(chromedp.Click(button))
	want(tab, words, "I'd have put a stop to it.|Nobody came to me")
	want(tab, `document.querySelector("#restore").ariaPressed`, "true")
	tab.do(chromedp.Click(chromedp.CSS("#t1")))
	want(tab, litWords, "I'd have put a stop to it.|said|Nobody came to me")
	tab.do(chromedp.Click(button))
	want(tab, words, "i d have put a stop to it|nobody came to me")
}

// TestPaper prints the page.
func TestPaper(t *testing.T) {
	tab := newTab(t, wide)
	tab.open(harbour(t).page())
	tab.do(chromedp.Click(chromedp.CSS("#t1")))
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	want(tab, `[...document.querySelectorAll(".scripted, .skip, .sheet")].every((part) => part.offsetWidth === 0)`, true)
	want(tab, `document.querySelector("#t1 .chip").offsetWidth > 0 && document.querySelector("#m1 .chip").offsetWidth > 0`, true)
	want(tab, `document.querySelector("#m1 .chip").textContent`, "Denied:")
	want(tab, `getComputedStyle(document.querySelector(".panel")).overflowY`, "visible")
	want(tab, `getComputedStyle(document.querySelector("#m2 .links a"), "::after").content`, `" <https://sandholm.example/books>"`)
	printed := call(tab, page.PrintToPDF, page.PrintToPDFParams{})
	if len(printed.Data) == 0 {
		t.Error("nothing was printed")
	}
}
