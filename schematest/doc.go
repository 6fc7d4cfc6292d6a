// Package schematest checks that docs/document.schema.json describes the
// record: every golden file and every answer of the parser is valid, and the
// schema and the Go types name the same fields and values. It reads the other
// forms of package export too, with processors of JSON-LD and Markdown.
//
// It is a module of its own, so that validator and processors are no dependency
// of the library.
package schematest
