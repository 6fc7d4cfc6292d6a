// Package lean makes a smaller set of the tagger's weights, for where the program
// is sent to whoever uses it: in a browser. The library itself reads with the
// weights as they are.
//
// # What is left out
//
// The file keeps its form and its size: docs/model.md and internal/tagger say
// what stands in it. What shrinks is what a compressor makes of it, because the
// numbers in it are rounded to fewer values:
//
//   - The rows of the words are rounded to steps that grow with the square root of
//     the word's rank, up to about twice the spread of the numbers. What rounding
//     costs is its square times how often the word is met, and how often a word is
//     met falls with its rank, so that the steps of all words cost alike.
//   - The rows of endings, beginnings and lengths have one step.
//   - The matrices keep 95 of 255 values. They are a sixth of the file, and each
//     of their numbers counts for every word.
//   - The words of a step stand in the order of the alphabet, their rows with them,
//     for the compressor's sake: order means nothing to the tagger.
//
// docs/playground.md has what that costs in accuracy.
package lean
