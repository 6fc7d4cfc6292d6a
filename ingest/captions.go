package ingest

import (
	"strings"

	"github.com/verbatim-news/verbatim"
	"golang.org/x/net/html"
)

// readCaptions reads captions in SubRip or WebVTT. The parser of verbatim reads them
// as they are: it knows the times, joins the cues and takes the voices for speakers.
// Here only that is left out which nobody says: notes, styles and regions, character
// references, and lines that are shown again in the next cue.
func (d *document) readCaptions(format Format) (*Article, error) {
	text, encoding := decode(d.content, d.mediaType)
	var p prose
	shown, cues := "", 0
	for _, block := range captionBlocks(text) {
		if isNoCaption(block.text) {
			continue
		}
		if shown = p.addCue(block, shown); shown != "" {
			cues++
		}
	}
	if cues == 0 {
		return nil, errNoText
	}
	a := d.article(format)
	a.Title = captionTitle(text, format)
	a.Text, a.Source = string(p.text), p.origin().through(encoding)
	return a, nil
}

// A line is a piece of a text and where it begins there.
type line struct {
	text string
	at   int
}

// captionBlocks splits a file at its empty lines.
func captionBlocks(text string) (blocks []line) {
	start, at := -1, 0
	for l := range strings.Lines(text) {
		if strings.TrimSpace(l) == "" {
			if start >= 0 {
				blocks = append(blocks, line{text[start:at], start})
			}
			start = -1
		} else if start < 0 {
			start = at
		}
		at += len(l)
	}
	if start >= 0 {
		blocks = append(blocks, line{text[start:], start})
	}
	return blocks
}

// isNoCaption reports whether a block of WebVTT is none that is shown.
func isNoCaption(block string) bool {
	first, _, _ := strings.Cut(block, "\n")
	word, _, _ := strings.Cut(strings.TrimSpace(first), " ")
	switch word {
	case "NOTE", "STYLE", "REGION":
		return !strings.Contains(first, "-->")
	}
	return false
}

// addCue adds a cue without the lines of the last one that it shows again, as captions
// do that roll up. It returns the last line of the cue.
func (p *prose) addCue(block line, shown string) string {
	if len(p.text) > 0 {
		p.put("\n")
	}
	at, words, last := block.at, false, ""
	for l := range strings.Lines(block.text) {
		switch {
		case strings.Contains(l, "-->"):
			words = true
		case words:
			bare := strings.TrimSpace(captionTags.Replace(l))
			if bare != "" && bare == shown && last == "" {
				at += len(l)
				shown = ""
				continue
			}
			last = bare
		}
		p.addCaption(l, at)
		at += len(l)
	}
	if !strings.HasSuffix(string(p.text), "\n") {
		p.put("\n")
	}
	return last
}

// captionTags stand in the lines of captions that roll up.
var captionTags = strings.NewReplacer("<c>", "", "</c>", "")

// addCaption adds a line without its character references. Those for < and > stay: they
// would be taken for tags.
func (p *prose) addCaption(l string, at int) {
	for l != "" {
		end := strings.IndexByte(l, '&')
		if end < 0 {
			end = len(l)
		}
		if end > 0 {
			p.add(l[:end], verbatim.Span{Start: at, End: at + end})
			at, l = at+end, l[end:]
			continue
		}
		size := reference(l)
		text := html.UnescapeString(l[:size])
		switch text {
		case "<", ">":
			text = l[:size]
		case "\u200e", "\u200f":
			text = ""
		case "\u00a0":
			text = " "
		}
		p.add(text, verbatim.Span{Start: at, End: at + size})
		at, l = at+size, l[size:]
	}
}

// captionTitle returns what stands behind WEBVTT in the first line.
func captionTitle(text string, format Format) string {
	if format != FormatWebVTT {
		return ""
	}
	first, _, _ := strings.Cut(text, "\n")
	_, title, _ := strings.Cut(strings.TrimSpace(first), " ")
	return strings.TrimLeft(title, "- ")
}
