package locate

import "github.com/verbatim-news/verbatim/internal/lexicon"

// takesNot reports whether a folded word is what an apostrophe leaves of an
// auxiliary before the "t" of "not".
func takesNot(folded string) bool {
	return lexicon.TakesNot(folded) || folded == "ain" || folded == "shan" || folded == "needn"
}

// isClitic reports whether a folded word is what an apostrophe ties to the one
// before it: the "t" of "don't" too.
func isClitic(folded string) bool { return folded == "t" || lexicon.IsClitic(folded) }

// contracts reports whether word i of short and word k of long are the same word,
// one contracted and one written out: "re" and "are", the "t" of "don't" and
// "not", its "don" and "do".
func contracts(short *side, i int, long *side, k int) bool {
	a, b := short.fold(i), long.fold(k)
	switch a {
	case "m":
		return b == "am"
	case "re":
		return b == "are"
	case "ll":
		return b == "will"
	case "ve":
		return b == "have"
	case "d":
		return b == "would" || b == "had"
	case "s":
		return b == "is" || b == "has" || b == "us" && i > 0 && short.fold(i-1) == "let"
	case "t":
		return b == "not" && i > 0 && takesNot(short.fold(i-1))
	}
	if i+1 >= len(short.words) || short.fold(i+1) != "t" || !takesNot(a) {
		return false
	}
	return a == b+"n" || a == "won" && b == "will" || a == "shan" && b == "shall"
}

// sameContracted is contracts whichever side is the one that contracts.
func sameContracted(a *side, i int, b *side, k int) bool {
	return contracts(a, i, b, k) || contracts(b, k, a, i)
}

// mayContract reports whether two folded words begin or end alike, as those of
// sameContracted do.
func mayContract(a, b string) bool { return a[0] == b[0] || a[len(a)-1] == b[len(b)-1] }
