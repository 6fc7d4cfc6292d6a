// Package htmlview shows an article with its record as one web page: the text
// with everything marked that the record speaks of, beside it the messages in
// the order in which they were sent and those who sent them.
//
//	doc := verbatim.Parse(text)
//	err := htmlview.Write(file, text, doc, htmlview.Options{})
//
// # The page
//
// The page is one file. It loads nothing and sends nothing, can be read without
// its script, on paper and by a screen reader, and follows the light or dark
// scheme of the reader. What the record does not tell is shown as not told, and
// a message that its speaker does not assert says so in words, wherever it
// stands: a denial is never shown like a statement.
//
// # Text from outside
//
// Whatever stands in the article or the record is shown as text. Control
// characters and those that turn the direction of writing are made visible
// ("[U+202E]"), invalid UTF-8 is shown as U+FFFD. An address is a link where it
// is one of http, https or mailto, or has no scheme, and only if it is certain:
// not where flattening took capitals or marks of it, nor where the article took
// care that it is none ("hxxp://", "[.]"). The page's own content security policy
// allows its script and its style, by their hashes, and nothing else.
//
// # In another page
//
// The page may be made anywhere that Go runs, in a browser's worker as well, and
// shown in a frame:
//
//	<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" srcdoc="…">
//
// Without allow-popups its links do nothing. A page in srcdoc or from a blob:
// address is under the policy of the page around it too, which has to allow what
// [Policy] does. The script keeps to its own document, needs no origin and
// stores nothing.
package htmlview
