// Package locate finds where a quotation stands in a text.
//
// A text comes in once and is indexed ([New]); a quotation comes in and its
// [Place] goes out ([Text.Find]): which words of the text it is, how far it is
// word for word, and each difference with its bytes on both sides.
//
// Words are compared by what they are and not by how they are written: one id
// stands for "Twelve" and "12", for "colour" and "color", for a word composed
// and decomposed. A quotation whose ids stand in the text in a row is found by
// the search of Knuth, Morris and Pratt. Any other is looked for where most of
// its rare words stand close together, and aligned there word by word
// (Needleman and Wunsch, with gaps that cost little once they are long). Both
// take time linear in text and quotation, whatever they hold.
package locate
