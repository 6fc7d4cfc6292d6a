package value

import (
	"fmt"
	"slices"
)

// An UnknownValueError reports text that is no value of one of the closed
// vocabularies of the record, such as [Form] or [Channel].
type UnknownValueError struct {
	Type  string // the name of the vocabulary's type
	Value string // the text that was read
}

func (e *UnknownValueError) Error() string {
	return fmt.Sprintf("verbatim: %q is no %s", e.Value, e.Type)
}

// checkValue returns an [UnknownValueError] unless value is one of known.
func checkValue[T ~string](typeName string, value T, known []T) error {
	if slices.Contains(known, value) {
		return nil
	}
	return &UnknownValueError{Type: typeName, Value: string(value)}
}

// MarshalValue is the MarshalText of every closed vocabulary.
func MarshalValue[T ~string](typeName string, value T, known []T) ([]byte, error) {
	if err := checkValue(typeName, value, known); err != nil {
		return nil, err
	}
	return []byte(value), nil
}

// UnmarshalValue is the UnmarshalText of every closed vocabulary. It leaves
// value as it was on error.
func UnmarshalValue[T ~string](typeName string, value *T, text []byte, known []T) error {
	if err := checkValue(typeName, T(text), known); err != nil {
		return err
	}
	*value = T(text)
	return nil
}
