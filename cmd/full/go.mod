// The full command is a module of its own: what reads web pages and archives and
// writes databases weighs more than the rest together, and whoever wants none of
// it builds the small command of the module above.
module github.com/verbatim-news/verbatim/cmd/full

go 1.26.0

require github.com/verbatim-news/verbatim/cmd v0.0.0

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/verbatim-news/verbatim v0.0.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace (
	github.com/verbatim-news/verbatim => ../..
	github.com/verbatim-news/verbatim/cmd => ..
)
