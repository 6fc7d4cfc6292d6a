// Package verbatim reads news articles and returns who said what to whom, when,
// and through which channel.
//
// It is made for flattened text: lower-cased, with one space in place of every
// mark, as search-index dumps, mining corpora and captions hold it. An article
// as it was published can be given to the same functions; the marks and
// capitals that remain are used as evidence and never required.
//
// # Getting started
//
// [Parse] turns one article into a [Document]. A [Parser] does the same with
// options, and [Parser.ParseAll] goes through many articles on all cores.
// [FindQuotes], [FindSpeakers], [FindTimestamps] and [FindURLs] return one part of
// what Parse returns, and [Flatten] turns a published text into a flattened one.
//
// Any text is legal: parsing has no error, and there is an answer in linear
// time for invalid UTF-8, for control characters and for a megabyte without a
// space. Nothing is read but the arguments, neither files nor network nor
// clock, and the same arguments give the same answer. Everything may be used
// by many goroutines at once.
//
// # Spans
//
// Every piece of a document carries its [Span], a range of bytes of the text as
// it was given: text[Start:End] is the piece itself. [Excerpt] joins several,
// [Offsets] counts them as other languages do, and [FlatText.Original] leads from a
// flattened text back to the published one. [Document.MovedTo] carries a whole
// document there.
//
// # Quotes and messages
//
// A [Quote] is an attribution: a source (the words that name who speaks), a cue
// (the words that signal it, such as "said" or "according to") and a content.
// Its [Form] tells whether the content is word for word, its [Mode] whether it
// was spoken, written or thought, its [Stance] whether the source asserts it at
// all or denies, asks or promises it. A [Message] adds what the article as a whole
// tells: the [Speaker] behind the source, the recipient, the [Channel], the
// time and the addresses. A field that the text does not support is absent.
//
// [Document.Timeline] goes through the messages as they were sent,
// [Document.SentBetween] through those of a time range, [Document.MessagesBy] and
// [Document.MessagesTo] through those of one speaker and to one. [Document.Threads]
// tells who answered whom, [Document.Shares] who spoke how much. Whoever shows
// messages must show their stance: the words of a denial alone are a confession.
//
// # Times
//
// A [Timestamp] is a time expression with its TIMEX3 value and the interval that
// it covers. Relative expressions are reckoned from the publication stamp that
// the article carries, or else from Parser.Published.
//
// # Addresses
//
// A [URL] is given as a person would type it, put together again where only
// spaces are left. What flattening destroyed is named and not made up.
//
// # Quotations
//
// [Locate] finds where words that somebody quotes stand in a text, and tells word
// by word what differs: for fact-checkers, and for programs in which a language model
// wrote the quotation. A [Locator] reads a text once for many of them.
//
// # Records
//
// A document is plain data, to be written as JSON and read again. Its
// vocabularies, such as [Form] and [Channel], are strings of which any is read;
// [Document.Validate] tells what is wrong with a record that comes from elsewhere.
// Its [Provenance] tells what made it, of which text and with which options, and
// whether two records may be compared; the package diff tells what differs in them.
//
// # Limits
//
// The rules and the model are those of news in English. A text is taken for one
// article. Speakers are told apart within the article and not identified beyond
// it. In flattened text the edges of what was said are often off by words; the
// Confidence of a message tells how likely its words and speaker are right, and
// docs/accuracy.md what that is worth.
package verbatim
