// The tests that need a browser are a module of their own: what drives one is no
// business of whoever imports the library.
module github.com/verbatim-news/verbatim/browsertest

go 1.26.0

require (
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/verbatim-news/verbatim v0.0.0
	golang.org/x/net v0.62.0
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/verbatim-news/verbatim => ..
