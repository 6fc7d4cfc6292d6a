// Package restore makes the words of a content readable: "i don t think the u s
// will" is "I don't think the U.S. will".
//
// An article comes in with its addresses and times; for the ranges of one content
// after another a string goes out. Words and their order never change, nor does a
// span: flattening the string gives the words again.
//
// The package knows how English writes apostrophes, initials, abbreviations,
// numbers and times of day, and believes the tagger about other marks where it is
// sure. Where the text has kept its marks and capitals they are written as they
// stand.
package restore
