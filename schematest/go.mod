module github.com/verbatim-news/verbatim/schematest

go 1.26.0

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/verbatim-news/verbatim v0.0.0
)

require (
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/verbatim-news/verbatim => ..
