// Package verbatimtest helps the tests of programs that import verbatim: it
// compares documents with golden files and with each other, says what a test
// expects of one, lists one for people to read, and has articles to test with.
//
//	func TestInterview(t *testing.T) {
//		doc := verbatim.Parse(interview)
//		verbatimtest.Golden(t, doc, "testdata/interview.golden.json")
//		verbatimtest.Expect(t, doc).Message("seen the letter").From("Greta Holm").Stance(verbatim.StanceDenied)
//	}
//
// Golden files are written, not compared, when the environment variable
// VERBATIM_UPDATE is 1:
//
//	VERBATIM_UPDATE=1 go test ./...
//
// and also when the test binary has a boolean flag called update and it is
// set. The package registers no flag itself, so that it never collides with
// one that the importing tests declare.
//
// # Over versions
//
// A version with a new model or new rules reads some articles otherwise, and
// golden files show it. What counts as a change depends on the number of the
// version:
//
//   - A patch changes no document but where the one before was at fault: its
//     CHANGELOG says where.
//   - A minor version may change what documents say, and the confidence of all
//     messages. Fields and words of a vocabulary may be new; none goes.
//   - A major version may change the fields, and what a field means.
//
// So a test that is to hold over versions asks for what it needs and no more. It
// expects the messages that matter to it with [Expect], leaves out what every model
// moves with [IgnoreConfidence], [IgnoreOffsets] and [IgnoreWhy], or compares one
// field with [Only]. What a new version changes in an archive is told by the command
// "verbatim diff", on the records of both.
package verbatimtest
