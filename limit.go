package verbatim

import "fmt"

// A TooLongError says that a text was not read, because it is longer than
// [Parser.MaxBytes] allows.
type TooLongError struct {
	// Bytes is the length of the text, and MaxBytes what was allowed.
	Bytes    int `json:"bytes"`
	MaxBytes int `json:"maxBytes"`
}

// Error returns both lengths in a line.
func (e *TooLongError) Error() string {
	return fmt.Sprintf("verbatim: a text of %d bytes is longer than the %d that are allowed", e.Bytes, e.MaxBytes)
}

// Err returns a [*TooLongError] if the text was not read, else nil. A parser
// without [Parser.MaxBytes] reads every text.
func (d *Document) Err() error {
	if d.Unread == nil {
		return nil // not a nil pointer in an interface
	}
	return d.Unread
}

// refusal says why a text is not to be read, or is nil.
func (p *Parser) refusal(text string) *TooLongError {
	if p.MaxBytes <= 0 || len(text) <= p.MaxBytes {
		return nil
	}
	return &TooLongError{Bytes: len(text), MaxBytes: p.MaxBytes}
}
