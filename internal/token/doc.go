// Package token is where a text becomes words.
//
// A string comes in; a [Text] goes out: its words in order, each with its bytes,
// its folded form, the way it was written and what stood before it, and whether
// the text has kept marks and capitals, which all rooms then read by. The ranges
// and spans that all other rooms speak in are here too, and flattening, which
// makes of a text what search indexes and mining corpora keep of it.
//
// The package knows how letters, marks and scripts are written (Unicode Standard
// Annex 29, by uniseg), and nothing of any language.
package token
