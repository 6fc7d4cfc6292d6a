package article

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/roster"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// An Article is a text with the structure that its marks still show, or that
// the tagger reads into it where they are gone. It is final when [Read] returns.
type Article struct {
	Text       string
	Tokens     []token.Token
	Marked     bool // sentence marks remain
	Cased      bool // capitals remain
	Timed      bool // times of a recording stand between the words
	Paragraphs []token.Range
	Starts     []bool // for each token whether a sentence begins there
	Sentences  []token.Range
	Runs       []Run
	RunOf      []int32 // for each token 1 + the index of its run, or 0
	Headline   token.Range
	Roster     *roster.Roster // those whom the caller knows, or nil
	Turns      []page.Turn    // those of a transcript, in order

	// Restored is for each token the tagger's opinion of how it was written,
	// and Tagged what it takes for attributions; both nil without a tagger.
	Restored []tagger.Restored
	Tagged   []tagger.Attribution
	// Gists is the tagger's gist of each token; nil where it makes none.
	Gists []tagger.Gist

	words       token.Text
	aside       []bool          // for each token whether it is furniture that nobody says
	named       map[string]bool // words that the tagger would mostly write with a capital
	capitalised map[string]bool // words written with a capital within a sentence
	nameWords   []byte          // for each token of a text without capitals whether it looks like a name, once that is asked; nil while the article is read
	known       []bool          // for each token of a text without capitals whether it is of a known name; nil for none
}

// A Tagger reads words, as [tagger.Model] does.
type Tagger interface {
	Read(words []tagger.Word, quotes []tagger.Run) tagger.Reading
}

// Read reads the structure of text. words are its tokens, layout its furniture;
// without a reader, which is nil then, it is read by what remains of its marks
// alone. known are those whom the caller knows, nil for nobody.
func Read(text string, words token.Text, layout page.Layout, reader Tagger, known *roster.Roster) *Article {
	a := &Article{
		Text: text, Roster: known, Tokens: words.Tokens, Marked: words.Marked, Cased: words.Cased, Timed: words.Timed,
		Turns: layout.Turns, words: words,
	}
	a.Paragraphs = splitWords(a.Tokens, a.ParagraphStart)
	a.Starts = make([]bool, len(a.Tokens))
	for i := range a.Starts {
		a.Starts[i] = i == 0 || a.marksStart(i)
	}
	a.Sentences = splitWords(a.Tokens, a.IsSentenceStart)
	a.Runs = findQuotedRuns(a)
	a.RunOf = make([]int32, len(a.Tokens))
	for n, run := range a.Runs {
		for i := run.First; i < run.Last; i++ {
			a.RunOf[i] = int32(n + 1)
		}
	}
	a.setAside(layout)
	if reader != nil {
		a.consult(reader)
	}
	a.markKnown()
	a.capitalised = a.capitalisedWithin()
	if !a.Cased {
		a.nameWords = make([]byte, len(a.Tokens))
	}
	return a
}

// Span returns the bytes of words.
func (a *Article) Span(w token.Range) token.Span { return w.Span(a.Tokens) }

// Gap returns what stands before token i, or after the last one.
func (a *Article) Gap(i int) token.Gap {
	if i < len(a.Tokens) {
		return a.Tokens[i].Gap
	}
	return a.words.Tail
}

// splitWords cuts the tokens before each one for which starts reports true.
func splitWords(tokens []token.Token, starts func(i int) bool) []token.Range {
	var parts []token.Range
	first := 0
	for i := 1; i < len(tokens); i++ {
		if starts(i) {
			parts = append(parts, token.Range{First: first, Last: i})
			first = i
		}
	}
	if first < len(tokens) {
		parts = append(parts, token.Range{First: first, Last: len(tokens)})
	}
	return parts
}

// ParagraphStart reports whether a paragraph begins at token i > 0.
func (a *Article) ParagraphStart(i int) bool { return a.words.StartsParagraph(i) }

// IsSentenceStart reports whether a sentence begins at token i, or the text
// ends there.
func (a *Article) IsSentenceStart(i int) bool { return i >= len(a.Tokens) || a.Starts[i] }

// marksStart reports whether the marks tell that a sentence begins at token
// i > 0.
func (a *Article) marksStart(i int) bool {
	t, before := a.Tokens[i], a.Tokens[i-1]
	switch {
	case a.ParagraphStart(i):
		return true
	case !t.Gap.Has(token.GapFullStop | token.GapQuestion), t.Gap&^token.GapFullStop == 0:
		return false
	case a.Cased && t.Shape == token.ShapeLower:
		return false
	case t.Gap.Has(token.GapQuestion):
		return true
	}
	switch lexicon.AbbreviationOf(before.Fold) {
	case lexicon.AbbreviationBefore:
		return false
	case lexicon.AbbreviationAny:
		return t.Shape == token.ShapeTitle && lexicon.ClassOf(t.Fold) != 0
	}
	return true
}

// SentenceAround returns the sentence that holds token i; from is the index of
// a sentence at or before it, for callers that go through the text in order.
func (a *Article) SentenceAround(i, from int) (sentence token.Range, index int) {
	for ; from < len(a.Sentences); from++ {
		if a.Sentences[from].Last > i {
			return a.Sentences[from], from
		}
	}
	return token.Range{}, from
}

// SentenceOf returns the index of the sentence that holds token i.
func (a *Article) SentenceOf(i int) int {
	n, found := slices.BinarySearchFunc(a.Sentences, i, func(s token.Range, at int) int { return cmp.Compare(s.First, at) })
	if !found {
		n--
	}
	return max(n, 0)
}

// setAside takes note of the furniture. Headline and standfirst may report what
// somebody said; all other furniture stands aside.
func (a *Article) setAside(l page.Layout) {
	a.aside = make([]bool, len(a.Tokens))
	for _, p := range l.Pieces {
		switch p.Kind {
		case page.Headline:
			a.Headline = p.Range
		case page.Standfirst:
		default:
			for i := p.First; i < p.Last; i++ {
				a.aside[i] = true
			}
		}
	}
}

// IsAside reports whether token i is furniture that nobody says.
func (a *Article) IsAside(i int) bool { return a.aside[i] }

// StandsAside reports whether any word of w is furniture that nobody says.
func (a *Article) StandsAside(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if a.IsAside(i) {
			return true
		}
	}
	return false
}

// markKnown finds the words of known names where capitals no longer show them. A
// single word must look like a name besides: it may be an ordinary one.
func (a *Article) markKnown() {
	if a.Roster == nil || a.Cased {
		return
	}
	known := make([]bool, len(a.Tokens))
	for i := 0; i < len(a.Tokens); i++ {
		if end := a.Roster.FormAt(a.Tokens, i); end > i+1 {
			for ; i < end; i++ {
				known[i] = true
			}
			i--
		}
	}
	a.known = known
}
