package htmlview

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// A page is all that the template needs.
type page struct {
	Policy string
	Style  template.CSS
	Script template.JS

	Title    string
	Headed   bool // the headline stands in the text; else the title stands above it
	Blocks   []paragraph
	Cards    []*card
	Voices   []*voice // those that say most, in order
	Others   []*voice // the rest of those who sent or received something
	Stances  []stanceCount
	Count    int // messages, without repetitions
	Repeated int
	Restored bool // some words can be shown made readable
	Long     bool // too long to be laid out all at once
	// Kinds has the kinds of marks that the text has, for the legend.
	Kinds      map[string]bool
	Published  *moment // as the text itself says; nil if it does not
	Provenance verbatim.Provenance
}

// A stanceCount is a stance with the number of messages that have it.
type stanceCount struct {
	stance
	Count int
}

// A paragraph is a block as the template writes it.
type paragraph struct {
	Tag    string // "h1", or "p"
	Class  string
	Pieces []shownPiece
}

// A shownPiece is a piece as the template writes it.
type shownPiece struct {
	Refs     []ref
	Class    string // empty where the record says nothing of the piece
	Text     string
	Restored string
}

// A ref stands in the text where the words of a message begin or go on, and
// leads to its card.
type ref struct {
	*card
	GoesOn bool
}

func newPage(text string, doc *verbatim.Document, options Options) *page {
	cutting := cut(text, doc)
	cutting.restore(doc.Messages)
	voices := voicesOf(doc)
	cards := cardsOf(text, doc, voices, cutting)
	p := &page{
		Policy: Policy(), Style: template.CSS(style), Script: template.JS(script),
		Cards: inOrder(cards, doc), Long: len(text) > longText || len(cards) > longList, Kinds: map[string]bool{},
		Provenance: verbatim.Provenance{Version: shown(doc.Provenance.Version), Model: shown(doc.Provenance.Model), SHA256: shown(doc.Provenance.SHA256)},
	}
	headline := p.write(cutting, voices, cards)
	p.Title = titleOf(options, headline, doc)
	p.Headed = headline != "" && options.Title == ""
	if !p.Headed {
		p.demoteHeadline()
	}
	for _, id := range byWords(voices) {
		switch v := &voices[id]; {
		case v.Messages > 0 && (len(p.Voices) < shownVoices || !v.Known()):
			p.Voices = append(p.Voices, v)
		case v.Messages+v.Received > 0:
			p.Others = append(p.Others, v)
		}
	}
	p.count(cards)
	if doc.Published != nil && doc.Published.Value != "" {
		published := newMoment(doc.Published.Value)
		p.Published = &published
	}
	return p
}

// From longText bytes of text or longList messages on the browser lays out only
// what is in sight. Short pages are spared that: it shows on quick jumps.
const (
	longText = 100_000
	longList = 400
)

// shownVoices is how many speakers are shown at once: as many as have a colour of
// their own.
const shownVoices = colours

// titleOf returns the title of a page.
func titleOf(options Options, headline string, doc *verbatim.Document) string {
	for _, title := range []string{options.Title, headline, doc.ID} {
		if title = strings.Join(strings.Fields(title), " "); title != "" {
			return shown(title)
		}
	}
	return "Article"
}

// write makes the paragraphs of the page and returns the words of the headline,
// if a paragraph holds it.
func (p *page) write(c *cutting, voices []voice, cards []card) (headline string) {
	classes := map[appearance]string{}
	p.Blocks = make([]paragraph, len(c.blocks))
	for i, b := range c.blocks {
		out := paragraph{Tag: "p", Class: "block", Pieces: make([]shownPiece, len(b.pieces))}
		if b.kind != "" {
			out.Class += " piece-of-page " + string(b.kind)
		}
		if b.goesOn {
			out.Class += " goes-on"
		}
		if b.kind == verbatim.FurnitureHeadline && headline == "" {
			headline = b.In(c.text)
			out.Tag = "h1"
			if len(headline) > longHeadline {
				out.Class += " long"
			}
		}
		for k, piece := range b.pieces {
			s := shownPiece{Text: shown(piece.In(c.text)), Restored: shown(piece.restored)}
			for _, m := range piece.opens {
				s.Refs = append(s.Refs, ref{&cards[m.of], m.part > 0})
			}
			if piece.isMarked() {
				look := appearanceOf(piece, voices, cards)
				class, known := classes[look]
				if !known {
					class = look.class()
					classes[look] = class
				}
				s.Class = class
			}
			p.Restored = p.Restored || s.Restored != ""
			out.Pieces[k] = s
		}
		p.Blocks[i] = out
	}
	for look := range classes {
		for k, is := range look.kinds {
			p.Kinds[kindClasses[k]] = p.Kinds[kindClasses[k]] || is
		}
	}
	return headline
}

// longHeadline is from how many bytes on a headline is set smaller: flattened
// text has no mark between it and the standfirst.
const longHeadline = 120

// demoteHeadline makes the headline a paragraph, below a title of the caller's.
func (p *page) demoteHeadline() {
	for i := range p.Blocks {
		p.Blocks[i].Tag = "p"
	}
}

// count counts the messages, and those of each stance.
func (p *page) count(cards []card) {
	counts := map[string]int{}
	for n := range cards {
		counts[cards[n].Stance.Value]++
		if cards[n].Repeats > 0 {
			p.Repeated++
		}
	}
	p.Count = len(cards) - p.Repeated
	for _, s := range stances {
		if counts[s.Value] > 0 {
			p.Stances = append(p.Stances, stanceCount{s, counts[s.Value]})
		}
	}
}

// An appearance is all that the look of a piece depends on.
type appearance struct {
	kinds  [kinds]bool
	colour int // of the speaker of the words; 0 for the unknown
	named  int // colour of the speaker whom the words name
	stance string
}

var kindClasses = [kinds]string{
	content: "content", hedged: "hedged", verbatimWords: "verbatim", source: "source", cue: "cue", mention: "mention",
	author: "author", timestamp: "time", address: "address", furniture: "furniture",
}

func appearanceOf(p *piece, voices []voice, cards []card) appearance {
	var a appearance
	for k, of := range p.top {
		a.kinds[k] = of >= 0
	}
	if n := p.top[content]; n >= 0 {
		a.colour = cards[n].Speaker.Colour
	}
	if n := p.top[hedged]; n >= 0 {
		a.stance = cards[n].Stance.Value
	}
	if n := p.top[source]; n >= 0 {
		a.named = cards[n].Speaker.Colour
	} else if n := p.top[mention]; n >= 0 {
		a.named = voices[n].Colour
	}
	return a
}

// class returns the classes of an appearance: "m" for all that is marked, the
// kinds, "k" and "n" with the colours, and the stance.
func (a appearance) class() string {
	words := []string{"m"}
	for k, is := range a.kinds {
		if is {
			words = append(words, kindClasses[k])
		}
	}
	if a.kinds[content] {
		words = append(words, "k"+strconv.Itoa(a.colour))
	}
	if a.kinds[source] || a.kinds[mention] {
		words = append(words, "n"+strconv.Itoa(a.named))
	}
	if a.stance != "" {
		words = append(words, a.stance)
	}
	return strings.Join(words, " ")
}
