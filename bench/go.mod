module github.com/verbatim-news/verbatim/bench

go 1.26.0

replace github.com/verbatim-news/verbatim => ..

require (
	github.com/verbatim-news/verbatim v0.0.0-00010101000000-000000000000
	mvdan.cc/xurls/v2 v2.6.0
)

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/text v0.43.0 // indirect
)
