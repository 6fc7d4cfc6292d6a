// Package address finds web and mail addresses, and puts together again those of
// which flattening has left the words alone.
//
// A text comes in; the addresses go out in its order, with what flattening took
// and cannot be given back. The package knows how addresses are written (the
// WHATWG URL standard, GitHub Flavored Markdown, defanging), which hosts news
// links to, and by package suffix which domains there are.
package address
