// Package ingest opens the files that newsrooms have and gives the articles in them,
// ready to be parsed: web pages, feeds, web archives, captions, e-mail, documents
// and tables, compressed and in archives.
//
// # Getting started
//
// [Open] takes a stream and goes through its articles, one of a page and many of an
// archive. [Reader] is the same with options: the fields of records, the zone of
// dates without one, limits. Each [Article] has its text and what the source says
// of it; hand them to [verbatim.Parser], or to [verbatim.Parser.ParseAll] with
// [Article.Verbatim].
//
// # The way back
//
// [Article.Source] leads from a span of the text to the bytes of the page, or of the
// other document, that it was made of. A span of flattened text goes the same way
// after [verbatim.FlatText.Original].
//
// # Faults
//
// What cannot be read is an [*Error] with the path to it, and everything else is read
// all the same. What asks for too much ends with a [*LimitError]; what is no
// article, with an [*UnknownError]. A date that is none is in [Article.Remarks].
//
// # Limits
//
// One document is held in memory at a time; [Limits] bounds it. Captions of
// pictures, menus, comments and lists of other articles are no part of an
// article. There is no reading of pictures, spreadsheets or slides. docs/ingest.md
// tells which library reads which format, and what they were measured by.
package ingest
