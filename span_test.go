package verbatim_test

import (
	"testing"

	"github.com/verbatim-news/verbatim"
)

func TestSpan(t *testing.T) {
	const text = "“Été,” she said"
	outer, inner := verbatim.Span{Start: 3, End: 8}, verbatim.Span{Start: 3, End: 5}
	if got := outer.In(text); got != "Été" || outer.Len() != len("Été") {
		t.Errorf("%v is %q of %d bytes; want %q", outer, got, outer.Len(), "Été")
	}
	tests := []struct {
		a, b               verbatim.Span
		contains, overlaps bool
	}{
		{outer, inner, true, true},
		{inner, outer, false, true},
		{outer, outer, true, true},
		{outer, verbatim.Span{Start: 7, End: 9}, false, true},
		{outer, verbatim.Span{Start: 8, End: 9}, false, false}, // it begins where the other ends
		{outer, verbatim.Span{Start: 0, End: 3}, false, false},
		{outer, verbatim.Span{Start: 5, End: 5}, true, false}, // empty
	}
	for _, test := range tests {
		if got := test.a.Contains(test.b); got != test.contains {
			t.Errorf("%v.Contains(%v) = %t", test.a, test.b, got)
		}
		if test.b.Len() > 0 {
			if got := test.a.Overlaps(test.b); got != test.overlaps || got != test.b.Overlaps(test.a) {
				t.Errorf("%v.Overlaps(%v) = %t", test.a, test.b, got)
			}
		}
	}
}
