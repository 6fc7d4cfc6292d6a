package verbatim

// Furniture is a piece of the page around the prose, such as a headline or a
// byline.
type Furniture struct {
	Span
	Kind FurnitureKind `json:"kind"`
}

// A FurnitureKind says what a piece of furniture is.
type FurnitureKind string

// An Author is a writer named in the byline.
type Author struct {
	Span
	Name string `json:"name"`
}
