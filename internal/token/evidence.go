package token

// surveyed finds out which evidence a text has kept of how it was published. One
// mark or capital in a hundred words is too few to rely on. A single line break
// separates paragraphs, unless lines are wrapped: many of them then end in the
// middle of a sentence. An address on a line of its own is small without that.
func (t Text) surveyed() Text {
	marks, capitals, lines, wrapped := 0, 0, 0, 0
	letters, upper, lower := 0, 0, 0 // capital letters by themselves, words in capitals, and without
	for i := range t.Tokens {
		w := &t.Tokens[i]
		if !w.Gap.Bare() || w.Gap.Has(GapParagraph) {
			marks++
		}
		switch {
		case w.Shape == ShapeTitle && w.End-w.Start == 1:
			letters++
		case w.Shape == ShapeTitle:
			capitals++
		case w.Shape == ShapeUpper:
			upper++
		case w.Shape == ShapeLower:
			lower++
		}
		if w.Gap.Has(GapLine) && !w.Gap.Has(GapParagraph) {
			lines++
			if w.Gap.Bare() && w.Shape == ShapeLower && w.Fold != "http" && w.Fold != "https" {
				wrapped++
			}
		}
	}
	if !t.Tail.Bare() {
		marks++
	}
	if upper <= lower {
		capitals += letters // in a text of capitals only, "I" and "A" are as all others
	}
	t.Marked = 100*marks > len(t.Tokens)
	t.Cased = 100*capitals > len(t.Tokens)
	t.breaks = GapParagraph | GapLine
	if 3*wrapped > lines {
		t.breaks = GapParagraph
	}
	return t
}

// StartsParagraph reports whether a paragraph begins at token i > 0.
func (t *Text) StartsParagraph(i int) bool { return t.Tokens[i].Gap.Has(t.breaks) }
