package verbatim_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// FuzzLocate looks for anything in anything, and for a piece of the text itself,
// flattened: as words of letters it must be found.
func FuzzLocate(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text, "we will not … [the mayor] said 3 million, isn’t it", uint16(3), uint16(12))
	}
	f.Add(interview, "We want … [the] harbo[u]r, for $3m", uint16(0), uint16(9))
	f.Add("a a a a a", "a … a [sic] a", uint16(1), uint16(2))
	f.Add("東京は東京", "京は", uint16(0), uint16(1))
	f.Fuzz(func(t *testing.T, text, quotation string, first, count uint16) {
		locator := verbatim.NewLocator(text)
		found, ok := locator.Locate(quotation)
		checkLocated(t, found, ok, text, quotation)
		again, _ := verbatim.Locate(text, quotation)
		if diff := cmp.Diff(found, again); diff != "" {
			t.Errorf("the second answer differs from the first (-first +second):\n%s", diff)
		}
		words := strings.Fields(verbatim.Flatten(text).Text)
		if len(words) == 0 || strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return // what flattening does to other scripts may part words
		}
		from := int(first) % len(words)
		piece := strings.Join(words[from:min(len(words), from+1+int(count)%64)], " ")
		cut, ok := locator.Locate(piece)
		checkLocated(t, cut, ok, text, piece)
		if !ok || verbatim.Flatten(cut.In(text)).Text != piece {
			t.Errorf("%q of the text itself is found: %t, %+v", piece, ok, cut)
		}
	})
}

// checkLocated checks what holds for every place.
func checkLocated(t *testing.T, found verbatim.Located, ok bool, text, quotation string) {
	t.Helper()
	if !ok {
		if diff := cmp.Diff(verbatim.Located{}, found); diff != "" {
			t.Errorf("not found, and yet:\n%s", diff)
		}
		return
	}
	if !found.Match.Valid() || found.Agreement <= 0 || found.Agreement > 1 || len(found.Pieces) == 0 {
		t.Fatalf("%+v", found)
	}
	at := found.Start
	for _, p := range found.Pieces {
		if p.Start < at || p.Len() <= 0 || p.End > found.End {
			t.Fatalf("pieces %v of %v", found.Pieces, found.Span)
		}
		at = p.End
	}
	if at != found.End || found.Start != found.Pieces[0].Start {
		t.Errorf("pieces %v of %v", found.Pieces, found.Span)
	}
	checkSpan(t, found.Span, text)
	altered := false
	for _, d := range found.Differences {
		checkSpan(t, d.Text, text)
		checkSpan(t, d.Quotation, quotation)
		altered = altered || d.Negation
		switch d.Kind {
		case verbatim.DifferenceReplaced, verbatim.DifferenceInserted, verbatim.DifferenceOmitted:
			altered = true
		}
		if !d.Kind.Valid() || d.Text.Len() == 0 && d.Quotation.Len() == 0 {
			t.Errorf("%+v", d)
		}
	}
	if altered == found.Unaltered() {
		t.Errorf("%s with %+v", found.Match, found.Differences)
	}
	if found.Match == verbatim.MatchExact && !strings.Contains(quotation, found.In(text)) {
		t.Errorf("%q is exactly %q", quotation, found.In(text))
	}
	for n, other := range found.Others {
		checkSpan(t, other, text)
		if other.Overlaps(found.Span) || n > 0 && other.Overlaps(found.Others[n-1]) {
			t.Errorf("other places %v of %v", found.Others, found.Span)
		}
	}
}

// checkSpan checks that a span lies in a text, on rune boundaries.
func checkSpan(t *testing.T, s verbatim.Span, text string) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		t.Fatalf("%v is not in a text of %d bytes", s, len(text))
	}
	if utf8.ValidString(text) && !utf8.ValidString(s.In(text)) {
		t.Errorf("%v parts a character: %q", s, s.In(text))
	}
}
