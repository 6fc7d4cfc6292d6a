// The command is a module of its own: it may use what it needs, and whoever
// imports the library gets the library's dependencies and no more.
module github.com/verbatim-news/verbatim/cmd

go 1.26.0

require (
	github.com/andybalholm/brotli v1.3.0
	github.com/bmatcuk/doublestar/v4 v4.10.4
	github.com/gofrs/flock v0.13.2
	github.com/google/go-cmp v0.7.0
	github.com/klauspost/compress v1.20.4
	github.com/vbauerster/mpb/v8 v8.16.2
	github.com/verbatim-news/verbatim v0.0.0
	golang.org/x/sync v0.25.0
	golang.org/x/term v0.48.0
)

require (
	github.com/VividCortex/ewma v1.2.0 // indirect
	github.com/acarl005/stripansi v0.0.0-20180116102854-5a71ef0e047d // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/mattn/go-runewidth v0.0.30 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/vbauerster/cupwriter v0.0.5 // indirect
	golang.org/x/sys v0.50.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

// On the main branch the command is built on the library beside it. "go install
// …/cmd/verbatim@version" refuses a module that replaces anything: the commit
// that is tagged cmd/vX.Y.Z has no replace and requires the library by its tag.
// .ci/install rehearses that.
replace github.com/verbatim-news/verbatim => ..
