// The command is a module of its own: it may use what it needs, and whoever
// imports the library gets the library's dependencies and no more.
module github.com/verbatim-news/verbatim/cmd

go 1.26.0

require (
	github.com/andybalholm/brotli v1.3.0
	github.com/google/go-cmp v0.7.0
	github.com/verbatim-news/verbatim v0.0.0
)

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/text v0.43.0 // indirect
)

// On the main branch the command is built on the library beside it. "go install
// …/cmd/verbatim@version" refuses a module that replaces anything: the commit
// that is tagged cmd/vX.Y.Z has no replace and requires the library by its tag.
// .ci/install rehearses that.
replace github.com/verbatim-news/verbatim => ..
