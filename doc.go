// Package verbatim reads news text and gives back structured message records:
// who said what to whom, when, through which channel, with which links.
//
// It is made for text that has lost its formatting, lower-cased and with every
// run of punctuation replaced by one space, as search-index dumps, mining
// corpora and captions hold it. The same functions take an article as it was
// published; the marks and capitals that remain are evidence, never a
// requirement.
//
// # Getting started
//
// [Parse] reads an article and returns a [Document]. A [Parser] does the same
// with options, such as the time of publication from which "on Monday" is
// reckoned. [FindQuotes], [FindSpeakers], [FindTimestamps] and [FindURLs] give
// one part alone, and [Flatten] makes flattened text from published text.
//
// Any text is legal, and parsing has no error: invalid UTF-8, control
// characters or a megabyte without a space give an answer, in time linear in
// the length of the text. All functions are pure, read no clock, file or
// network, and may be called from many goroutines at once.
//
// # Spans
//
// Every piece of an answer carries a [Span], the half-open range of bytes at
// which it stands in the text as it was given: text[span.Start:span.End] is the
// piece itself.
//
// # Quotes and messages
//
// An attribution, here a [Quote], is a source, a cue and a content that belong
// together: the words naming who speaks, the words that signal it, and what is
// attributed. Its [Form] says how far the content is word for word, its [Mode]
// whether it was spoken, written or thought. A [Message] adds what the article
// tells about it: the resolved speaker and recipient, the [Channel], the time
// and the links. A field that the text does not support is absent.
//
// Attributions are found by a small trained tagger whose weights are part of
// the package and are decoded when they are first needed. Where quotation marks
// remain, they decide which words are verbatim. [Parser.Light] reads by rules
// alone.
//
// # Timestamps
//
// A [Timestamp] is a time expression with its TIMEX3 type and value and the
// interval that the value covers. Relative expressions are reckoned from the
// publication stamp that the text carries, from [Parser.Published], or from the
// time that the text named before.
//
// # Limits
//
// The package reads news in English. One text is one article. Speakers are
// resolved within the article and no further. What flattening destroyed is
// given back only where usage and context tell it, and never in a span.
package verbatim
