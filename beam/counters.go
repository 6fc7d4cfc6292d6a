package verbatimbeam

import "github.com/apache/beam/sdks/v2/go/pkg/beam"

// What a pipeline counts.
var (
	articleCount = beam.NewCounter(counters, "articles")
	failureCount = beam.NewCounter(counters, "failures")
	remarkCount  = beam.NewCounter(counters, "remarks")
	byteCount    = beam.NewCounter(counters, "bytes")
	messageCount = beam.NewCounter(counters, "messages")
)

// counters is the namespace of the counters.
const counters = "verbatim"
