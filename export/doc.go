// Package export writes documents in the forms that the tools of others read:
// tables, linked data, the standoff and inline formats of linguists, and lists
// for people.
//
// An [Encoder] writes one file in one [Format], valid as a whole for no document,
// one or many:
//
//	e := export.NewEncoder(file, export.CSV, export.Options{})
//	for a, doc := range parser.ParseAll(articles) {
//		if err := e.Encode(a.Text, doc); err != nil {
//			return err
//		}
//	}
//	return e.Close()
//
// Who makes documents on several goroutines has each make its record too, with
// [Encoder.Record], and writes the records in order with [Encoder.WriteRecord].
//
// # What every form keeps
//
// What a speaker does not assert is never shown as if they did: where a form has a
// place for the [verbatim.Stance], it stands there, and a form whose own words would
// call a denial a quotation uses other words for it. Speakers who are not known
// are left out, or called "unknown" in the lists for people. Addresses that
// flattening has damaged are marked. docs/exports.md shows each form by an
// example and says what is lost in it.
//
// # Articles from anywhere
//
// Any text is legal, and stays inert: markup, formulas, control characters and
// marks that turn the direction of writing do nothing where the form is opened in
// the usual way. The document must be one of the text; [MismatchError] says
// where it cannot be.
package export
