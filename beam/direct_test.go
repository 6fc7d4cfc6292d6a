//go:build inprocess

package verbatimbeam_test

//lint:ignore SA1019 its successor needs all that the tag leaves out
import _ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"

// runner is the small one that ships with the SDK.
const runner = "direct"
