// Package article reads the structure of a text: what is marked and cased, its
// paragraphs and sentences, the runs between quotation marks, its noun phrases
// and names.
//
// Text, tokens and the layout of the page come in, and a tagger or none; an
// [Article] goes out that is final. Where marks are gone, the tagger's opinion
// stands in for them. The package knows a word in its place; what a word is by
// itself the lexicon says, and what it means for who said what the rooms above.
package article
