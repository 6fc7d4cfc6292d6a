// The large weights are a module of their own: they weigh more than the library
// with its own weights, and nobody has to fetch them who does not ask for them.
module github.com/verbatim-news/verbatim/large

go 1.26.0

require github.com/verbatim-news/verbatim v0.0.0

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/verbatim-news/verbatim => ../
