// Package page finds what stands around the prose of an article: headline, byline,
// dateline, stamps, captions, links and buttons, all of which nobody says.
//
// The words of a text and its time expressions come in; a [Layout] goes out, with
// the pieces of furniture in order, those who wrote the article, and which of the
// expressions are stamps of the page. Nothing is written into what came in.
//
// The package knows how news pages are built and what stands on them: where marks
// are left, by paragraphs, capitals and the marks of a dateline; in flattened text
// by words alone, and then the head of an article is found only where a byline, a
// stamp or a dateline proves it. It has a file for each kind of furniture, with
// the phrases of that kind.
package page
