// The full command is a module of its own: what reads web pages and archives and
// writes databases weighs more than the rest together, and whoever wants none of
// it builds the small command of the module above.
module github.com/verbatim-news/verbatim/cmd/full

go 1.26.0

require github.com/verbatim-news/verbatim/cmd v0.0.0

require (
	github.com/bmatcuk/doublestar/v4 v4.10.4 // indirect
	github.com/gofrs/flock v0.13.2 // indirect
	github.com/klauspost/compress v1.20.4 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/schollz/progressbar/v3 v3.19.1 // indirect
	github.com/verbatim-news/verbatim v0.0.0 // indirect
	golang.org/x/sync v0.25.0 // indirect
	golang.org/x/sys v0.50.0 // indirect
	golang.org/x/term v0.48.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace (
	github.com/verbatim-news/verbatim => ../..
	github.com/verbatim-news/verbatim/cmd => ..
)
