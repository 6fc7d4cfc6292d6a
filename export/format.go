package export

import "slices"

// A Format is a form of output.
type Format string

const (
	JSON        Format = "json"        // the records of docs/document.schema.json in an array
	NDJSON      Format = "ndjson"      // a record a line
	CSV         Format = "csv"         // a line a message, RFC 4180
	JSONLD      Format = "jsonld"      // linked data in the words of schema.org
	Annotations Format = "annotations" // W3C Web Annotations
	TimeML      Format = "timeml"      // the text with its times marked in it; one article
	TimeMLZip   Format = "timeml-zip"  // a TimeML file an article
	Brat        Format = "brat"        // annotations for the text beside them; one article
	BratZip     Format = "brat-zip"    // text and annotations of each article
	CoNLL       Format = "conll"       // a token a line, CoNLL-U Plus
	HTML        Format = "html"        // the page of package htmlview; one article
	HTMLZip     Format = "html-zip"    // a page an article
	Markdown    Format = "markdown"    // a list for newsletters and notes
	Text        Format = "text"        // a list for people
)

// Formats returns all formats, in the order in which they are best listed.
func Formats() []Format {
	list := make([]Format, len(forms))
	for n := range forms {
		list[n] = forms[n].format
	}
	return list
}

// Valid reports whether f is one of the constants.
func (f Format) Valid() bool { return f.form() != nil }

// Extension is how the name of a file in this format usually ends: ".csv".
func (f Format) Extension() string { return f.known().extension }

// MediaType is the media type of the format, as HTTP has it.
func (f Format) MediaType() string { return f.known().mediaType }

// Summary says in a few words what the format is, for a list of them.
func (f Format) Summary() string { return f.known().summary }

// Single reports whether a file in this format holds one article and no more.
func (f Format) Single() bool { return f.known().single }

// Binary reports whether the format is none to be shown in a terminal.
func (f Format) Binary() bool { return f.known().archive }

// A form is what makes a format. The zero form makes nothing.
type form struct {
	format                        Format
	extension, mediaType, summary string
	head, between, foot           string // before, between and after the records
	none                          string // the file without records, where it is not head and foot
	unit                          Unit   // what its standard counts; empty if that is an option
	single                        bool
	archive                       bool          // a record is a zip archive, and so is the file
	beside                        []archiveFile // in an archive, beside those of the articles
	record                        func(*article) ([]byte, error)
}

// forms has all formats.
var forms = []form{
	{
		format: JSON, extension: ".json", mediaType: "application/json", summary: "the records, indented",
		head: "[\n", between: ",\n", foot: "]\n", none: "[]\n", record: indentedRecord,
	},
	{format: NDJSON, extension: ".ndjson", mediaType: "application/x-ndjson", summary: "a record a line", record: lineRecord},
	{format: CSV, extension: ".csv", mediaType: "text/csv; charset=utf-8", summary: "a table, a line a message", head: csvHead, record: csvRecord},
	{
		format: JSONLD, extension: ".jsonld", mediaType: "application/ld+json", summary: "linked data, schema.org",
		head: jsonldHead, between: ",\n", foot: jsonldFoot, record: jsonldRecord,
	},
	{
		format: Annotations, extension: ".json", mediaType: `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`,
		summary: "W3C Web Annotations", head: "[", between: ",", foot: "\n]\n", unit: Runes, record: annotationsRecord,
	},
	{
		format: TimeML, extension: ".tml", mediaType: "application/xml", summary: "one text with its times marked",
		none: timemlNone, single: true, record: timemlRecord,
	},
	{format: TimeMLZip, extension: ".zip", mediaType: "application/zip", summary: "a zip of timeml files", archive: true, record: timemlArchive},
	{format: Brat, extension: ".ann", mediaType: "text/plain; charset=utf-8", summary: "one text's annotations for brat", unit: Runes, single: true, record: bratRecord},
	{format: BratZip, extension: ".zip", mediaType: "application/zip", summary: "a zip of brat's files, texts too", unit: Runes, archive: true, beside: bratFiles, record: bratArchive},
	{format: CoNLL, extension: ".conllup", mediaType: "text/plain; charset=utf-8", summary: "a token a line, with BIO", head: conllHead, record: conllRecord},
	{format: HTML, extension: ".html", mediaType: "text/html; charset=utf-8", summary: "one article as a page", none: htmlNone, single: true, record: htmlRecord},
	{format: HTMLZip, extension: ".zip", mediaType: "application/zip", summary: "a zip of pages", archive: true, record: htmlArchive},
	{format: Markdown, extension: ".md", mediaType: "text/markdown; charset=utf-8", summary: "a list for newsletters", between: "\n", record: markdownRecord},
	{format: Text, extension: ".txt", mediaType: "text/plain; charset=utf-8", summary: "a list for people", record: textRecord},
}

// form returns what makes the format; nil if it is none.
func (f Format) form() *form {
	n := slices.IndexFunc(forms, func(x form) bool { return x.format == f })
	if n < 0 {
		return nil
	}
	return &forms[n]
}

// known is form with the zero form for what is none.
func (f Format) known() *form {
	if x := f.form(); x != nil {
		return x
	}
	return new(form)
}
