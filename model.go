package verbatim

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/verbatim-news/verbatim/internal/tagger"
)

// A Model is the weights of a tagger, for [Parser.Model]. The library has its own
// and needs none; the module github.com/verbatim-news/verbatim/large has larger
// ones, which find more and take longer. Any number of goroutines may use one.
type Model struct {
	tagger *tagger.Model
	sha256 string
}

// A ModelError says why bytes are no weights that this version can read.
type ModelError struct {
	Offset int    // where the fault is, in bytes; 0 for no place in particular
	Reason string // what is wrong there
}

func (e *ModelError) Error() string {
	if e.Offset == 0 {
		return "verbatim: no model: " + e.Reason
	}
	return fmt.Sprintf("verbatim: no model: offset %d: %s", e.Offset, e.Reason)
}

// ReadModel reads the bytes of a file of weights: of large/weights.bin, or of one
// that the programs in train have made. It keeps them: they must not be changed
// afterwards. Its errors are of type [*ModelError].
//
// Weights decide what is found in a text and how long that takes, and nothing else:
// a file from elsewhere can make readings wrong or slow.
func ReadModel(weights []byte) (*Model, error) {
	read, err := tagger.Decode(weights)
	if fault := new(tagger.WeightsError); errors.As(err, &fault) {
		return nil, &ModelError{Offset: fault.Offset, Reason: fault.Reason}
	}
	if err != nil {
		return nil, &ModelError{Reason: err.Error()}
	}
	sum := sha256.Sum256(weights)
	return &Model{tagger: read, sha256: hex.EncodeToString(sum[:])}, nil
}

// SHA256 returns the SHA-256 of the weights in hexadecimal: [Provenance.Model] of
// what is read with them.
func (m *Model) SHA256() string { return m.sha256 }
