//go:build !inprocess

package verbatimbeam_test

import _ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

// runner is the one that ships with the SDK: it encodes what is handed on, and runs
// bundles side by side, as engines do.
const runner = "prism"
