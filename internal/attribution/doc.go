// Package attribution finds who says what: sources, cues and contents that belong
// together, in the terms of PolNeAR and PARC.
//
// An article comes in, with its addresses and time expressions; a [Reading] goes
// out: the attributions, and for each token whether it is quoted, content or cue.
// What the tagger has found is gone over by what marks, labels and posts show;
// without a tagger cue clauses, marks and the shift of person tell alone. The
// package knows verbs of saying and how they stand in a sentence, and nothing of
// who the sources are.
package attribution
