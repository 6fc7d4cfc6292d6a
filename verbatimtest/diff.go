package verbatimtest

import (
	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/diff"
)

// Diff returns what differs between the document that a test wants and the one
// that it got, record by record and in words, from wanted to got:
//
//	message 3 “We go at noon”
//	    speaker  “Ana Lopez” → “Ben Okafor”
//	    stance   “asserted” → “denied”
//	message 5 “We return” is new
//
// It is empty if both say the same. Indexes are those of got, but for what is
// gone. The Provenance does not count, as another version changes it though it
// reads the same; nor do offsets where both tell by it that they are of different
// texts. Programs that want the changes as values use the package diff.
func Diff(want, got *verbatim.Document, options ...Option) string {
	var filter diff.Filter
	for _, option := range append(options, ignore(string(diff.RecordProvenance))) {
		option(&filter)
	}
	changes, err := filter.Apply(diff.Documents(want, got))
	if err != nil {
		return err.Error() + "\n" // an Only that means nothing must not pass
	}
	return diff.Format(changes)
}

// An Option leaves something out of a comparison.
type Option func(*diff.Filter)

// IgnoreConfidence leaves out how sure the reader is, which changes with every
// model.
func IgnoreConfidence() Option { return ignore("confidence") }

// IgnoreOffsets leaves out where things stand, for articles that are still edited.
func IgnoreOffsets() Option { return ignore("offsets") }

// IgnoreIDs leaves out the IDs and the order of speakers, and the order of all
// other records.
func IgnoreIDs() Option { return ignore("ids") }

// IgnoreWhy leaves out the reasons that [verbatim.Parser.Explain] asks for.
func IgnoreWhy() Option { return ignore("why") }

func ignore(name string) Option {
	return func(f *diff.Filter) { f.Ignore = append(f.Ignore, name) }
}

// Only compares these fields and no others, by their names in the record's JSON:
// "stance", "message.speaker", "timestamp.value", "timestamp" for all of a time.
// That a message is new or gone counts where one of its fields does. A name that
// means nothing is reported as a difference.
func Only(fields ...string) Option {
	return func(f *diff.Filter) { f.Only = append(f.Only, fields...) }
}
