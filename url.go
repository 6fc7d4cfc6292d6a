package verbatim

// A URL is a web or mail address of the text.
type URL struct {
	Span
	// URL is the address as a person would type it. No scheme is invented.
	URL  string `json:"url"`
	Host string `json:"host"`
	// Lossy names what flattening destroyed and cannot be given back.
	Lossy []Loss `json:"lossy,omitempty"`
}

// A Loss is a property of an address that flattening destroyed.
type Loss string

const (
	LossCase       Loss = "case"       // capitals of a path
	LossSeparators Loss = "separators" // which marks stood between the parts
)

// FindURLs returns the addresses of text in order.
func FindURLs(text string) []URL { return nil }
