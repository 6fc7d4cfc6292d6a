package token

import (
	"strings"
)

// captions is a text in the form of WebVTT or SubRip, published or flattened.
type captions struct {
	text   string
	tokens []Token
	rows   []Range // the times, in order
	flat   bool    // nothing is left of it but words
	kept   []Token
	gap    Gap  // what stood before the next word that is kept
	timed  int  // the token after the last times
	named  bool // the word before ends the name of a voice
	voiced bool // tags name the voices
}

// words returns the words of the captions. A line ends where the screen does, so
// line breaks are spaces; a paragraph begins where somebody else speaks.
func (c *captions) words() []Token {
	c.kept = make([]Token, 0, len(c.tokens))
	c.voiced = !c.flat && strings.Contains(c.text, "<v ")
	i := c.afterHead()
	for i < len(c.tokens) {
		switch end := c.timingEnd(i); {
		case end > i:
			i = c.drop(i, end)
			c.timed = i
			c.gap |= GapCue
		default:
			i = c.wordOrTag(i)
		}
	}
	if len(c.kept) > 0 {
		c.kept[0].Gap |= GapStart
	}
	return c.kept
}

// drop leaves out the tokens [i, end), and keeps what stood before the first.
func (c *captions) drop(i, end int) int {
	if i < end {
		c.gap |= c.tokens[i].Gap &^ GapOther
	}
	return end
}

// afterHead returns the first token after "WEBVTT" and what describes the file.
func (c *captions) afterHead() int {
	if c.tokens[0].Fold != "webvtt" {
		return 0
	}
	first := c.rows[0].First
	for i := 1; i < first; i++ {
		if !c.flat && c.tokens[i].Gap.Has(GapParagraph) {
			return i
		}
	}
	return first
}

// timingEnd returns the token after the times of a caption, with its number before
// them and its settings behind, that begin at token i; i if there are none.
func (c *captions) timingEnd(i int) int {
	for len(c.rows) > 0 && c.rows[0].Last <= i {
		c.rows = c.rows[1:]
	}
	if len(c.rows) == 0 {
		return i
	}
	row := c.rows[0]
	numbered := row.First == i+1 && IsDigits(c.tokens[i].Fold) && (c.flat || c.tokens[i].Gap.Has(GapStart|GapLine) && c.tokens[i+1].Gap.Has(GapLine))
	if row.First != i && !numbered {
		return i
	}
	end := row.Last
	for end < len(c.tokens) && !c.tokens[end].Gap.Has(GapLine) && (!c.flat || c.isSetting(end)) {
		end++
	}
	return end
}

// isSetting reports whether token i of flattened captions tells where a caption is
// shown: "align start position 0".
func (c *captions) isSetting(i int) bool {
	switch FoldAt(c.tokens, i) {
	case "align", "position", "size", "line", "vertical", "region":
		return isSettingValue(FoldAt(c.tokens, i+1))
	}
	switch FoldAt(c.tokens, i-1) {
	case "align", "position", "size", "line", "vertical", "region":
		return isSettingValue(c.tokens[i].Fold)
	}
	return false
}

func isSettingValue(word string) bool {
	switch word {
	case "start", "middle", "center", "end", "left", "right", "rl", "lr":
		return true
	}
	return IsDigits(word)
}

// wordOrTag keeps the word at token i, or leaves out the tag that begins there, and
// returns the token after it.
func (c *captions) wordOrTag(i int) int {
	end, voice := c.tagAt(i)
	if end == i {
		c.keep(i)
		return i + 1
	}
	c.drop(i, i+1)
	if voice == end {
		c.gap |= GapCue
		return end
	}
	c.gap |= GapTurn
	for k := voice; k < end; k++ {
		c.keep(k)
	}
	c.named = !c.flat
	return end
}

// keep appends the word at token i.
func (c *captions) keep(i int) {
	t := c.tokens[i]
	if c.startsTurn(i) || c.voiced && c.gap.Has(GapCue) && c.timed == i {
		c.gap |= GapTurn
	}
	if t.Gap |= c.gap; t.Gap != 0 { // else a script without spaces
		t.Gap = t.Gap&^(GapLine|GapParagraph|GapStart) | GapSpace
	}
	if c.named {
		t.Gap |= GapColon
	}
	if t.Gap.Has(GapTurn) && !c.flat {
		t.Gap |= GapLine | GapParagraph
	}
	c.kept = append(c.kept, t)
	c.gap, c.named = 0, false
}

// startsTurn reports whether a dash at the head of a line says that somebody else
// speaks from token i.
func (c *captions) startsTurn(i int) bool {
	if !c.tokens[i].Gap.Has(GapDash | GapHyphen) {
		return false
	}
	before := strings.TrimRight(c.text[max(0, c.tokens[i].Start-8):c.tokens[i].Start], " \"“'‘>")
	line, dashed := strings.CutSuffix(before, "-")
	if !dashed {
		line, dashed = strings.CutSuffix(before, "–")
	}
	return dashed && strings.HasSuffix(strings.TrimRight(line, " \t"), "\n")
}

// maxTag is how many bytes a tag may have.
const maxTag = 200

// tagAt returns the token after the tag that begins at token i, such as <i> or
// <v Jane Roe>, and the first token of the name of a voice in it, if it has one;
// else the same token. In flattened captions "v" after the times is all that is
// left of such a tag.
func (c *captions) tagAt(i int) (end, voice int) {
	t := c.tokens[i]
	if c.flat {
		if t.Fold == "v" && c.gap.Has(GapCue) && i+1 < len(c.tokens) {
			return i + 2, i + 1
		}
		return i, i
	}
	open := strings.HasSuffix(c.text[:t.Start], "<")
	if !open && !strings.HasSuffix(c.text[:t.Start], "</") && !strings.HasSuffix(c.text[:t.Start], `{\`) {
		return i, i
	}
	size := strings.IndexAny(c.text[t.End:min(len(c.text), t.End+maxTag)], ">}\n")
	if size < 0 || c.text[t.End+size] == '\n' {
		return i, i
	}
	for end = i + 1; end < len(c.tokens) && c.tokens[end].Start < t.End+size; {
		end++
	}
	if !open || t.Fold != "v" {
		return end, end
	}
	voice = i + 1
	for voice < end && c.tokens[voice].Gap == GapFullStop { // the class of the tag
		voice++
	}
	return end, voice
}
