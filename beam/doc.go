// Package verbatimbeam reads news articles in pipelines of Apache Beam, on one machine
// or on as many as Flink, Dataflow or Spark have.
//
// [Read], [Parse] and [Write] are the parts of a pipeline; each takes and gives
// collections, so that a pipeline of others uses those that it needs:
//
//	articles, unreadable := verbatimbeam.Read(s, "gs://archive/*.ndjson.gz", verbatimbeam.Source{})
//	records, unread := verbatimbeam.Parse(s, articles, verbatimbeam.Options{})
//	verbatimbeam.Write(s, "gs://said/records", 64, records)
//
// The record of an article is, to the byte, the line that "verbatim batch" writes for
// it. What cannot be read becomes a [Failure], the line that batch writes in its place,
// and never ends a pipeline.
//
// An engine hands elements out in no order and may read some twice; records and
// failures say for themselves which article they are of, by ID, file and line.
//
// # Counters
//
// Under the name "verbatim", a pipeline counts articles, failures, remarks (what was
// odd about an article that was read all the same, such as a date that is none), bytes
// of text and messages.
package verbatimbeam
