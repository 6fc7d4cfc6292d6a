// Package tagger finds who said what in news text, whether or not it has its
// marks and capitals: it labels words as source, cue, and verbatim or reported
// content, links them into attributions, and tells how the words were written.
//
// A caller cuts a text into words, says of each what stood before it
// ([MarksBetween]) and how it is written ([ShapeOf]), or that nobody knows
// ([Unknown], [NoCase]), and calls [Model.Read] on the model that [Load] gives, or [Decode] for a file of
// other weights.
//
// docs/model.md tells what the weights were trained on and how far to trust
// them; train/ makes them.
package tagger
