// Package lexicon answers for a word by itself: what it is in any text, whatever
// stands beside it.
//
// A folded word comes in; out goes its class of function words, the cue or the
// role that it is, whether it is a given name, a title, a particle of names or a
// month, and how news usually writes it. What a word means in its place is a
// matter of the rooms above.
//
// The lists are closed and English. Those of given names and capitals were
// counted over news, the cues over the training part of PolNeAR; the comment
// beside each says how.
package lexicon
