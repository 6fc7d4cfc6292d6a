// Package large holds weights for the tagger of package verbatim that find more than
// its own, and take longer: a transformer of six layers that has read English at
// large, then news in every form, and last articles whose attributions were marked
// by hand. What it gains and what it costs is in docs/large.md of the module of package verbatim.
//
//	model, err := large.Load()
//	…
//	doc := (&verbatim.Parser{Model: model}).Parse(text)
//
// The weights began as those of MiniLM-L6-H384 (Wang et al. 2020), which is licensed
// under Apache 2.0: see NOTICE.
package large

import (
	_ "embed"
	"sync"

	"github.com/verbatim-news/verbatim"
)

//go:embed weights.bin
var weights []byte

var load = sync.OnceValues(func() (*verbatim.Model, error) { return verbatim.ReadModel(weights) })

// Load returns the model, for Parser.Model. It is read once, and all callers get the
// same. The error is a *verbatim.ModelError, and says that the version of package
// verbatim that the program is built with does not know the weights' form or has other
// weights of its own, with which these are mixed: both modules are released together,
// and a program takes the same version of both.
func Load() (*verbatim.Model, error) { return load() }
