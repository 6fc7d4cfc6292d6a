package tagger

import "testing"

func TestShapeOf(t *testing.T) {
	for word, want := range map[string]Shape{
		"bread": AllLower, "Bread": Titled, "BREAD": AllUpper, "McAdam": MixedCase, "iPad": MixedCase,
		"A": OneCapital, "a": AllLower, "Ü": OneCapital, "1984": NoLetters, "2nd": AllLower, "G7": AllUpper, "": NoLetters,
	} {
		if got := ShapeOf(word); got != want {
			t.Errorf("ShapeOf(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestMarksBetween(t *testing.T) {
	for _, c := range []struct {
		gap   string
		first bool
		want  Marks
	}{
		{" ", false, Space},
		{", ", false, Comma | Space},
		{"’", false, Apostrophe},
		{"-", false, Hyphen},
		{" - ", false, Dash | Space},
		{" “", false, Space | OpenDouble},
		{`, "`, false, Comma | Space | OpenDouble},
		{`," `, false, Comma | Space | CloseDouble},
		{`"`, true, OpenDouble},
		{`"`, false, Straight},
		{`." "`, false, Stop | Space | CloseDouble | OpenDouble},
		{" '", false, Space | OpenSingle},
		{"' ", false, Space | CloseSingle},
		{".\n\n", false, Stop | Space | Paragraph},
		{" (", false, Space | OpenBracket},
		{"@", false, Other},
		{"", false, 0},
	} {
		if got := MarksBetween(c.gap, c.first); got != c.want {
			t.Errorf("MarksBetween(%q, %v) = %b, want %b", c.gap, c.first, got, c.want)
		}
	}
}
