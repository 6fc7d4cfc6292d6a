package verbatim

import (
	"github.com/verbatim-news/verbatim/internal/locate"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Match says how far the words at a place are those of the quotation.
type Match string

const (
	// MatchExact: the same to the letter, from the first word to the last.
	MatchExact Match = "exact"
	// MatchForm: the same words. Marks, capitals, spaces, accents or spelling
	// differ, or one of the texts is flattened.
	MatchForm Match = "form"
	// MatchEdited: words differ only where marks say so: the quotation has an
	// ellipsis or brackets, or joins pieces between which the text has words outside
	// its quotation marks, as in “We go,” she said, “at noon”. Whether an edit is
	// fair is for the reader to judge by the differences.
	MatchEdited Match = "edited"
	// MatchAltered: words differ and nothing says so, or an edit takes a negation
	// away.
	MatchAltered Match = "altered"
)

// Valid reports whether m is one of the constants.
func (m Match) Valid() bool {
	switch m {
	case MatchExact, MatchForm, MatchEdited, MatchAltered:
		return true
	}
	return false
}

// A DifferenceKind says what differs between a quotation and its place.
type DifferenceKind string

const (
	DifferenceReplaced    DifferenceKind = "replaced"    // words of the text by others
	DifferenceInserted    DifferenceKind = "inserted"    // words that the text does not have
	DifferenceOmitted     DifferenceKind = "omitted"     // words that the quotation does not have
	DifferenceSpelled     DifferenceKind = "spelled"     // the same words written otherwise: "12" for "twelve", "do not" for "don't"
	DifferenceElided      DifferenceKind = "elided"      // words for which the quotation has an ellipsis
	DifferenceBracketed   DifferenceKind = "bracketed"   // what the quotation has in square brackets, for words of the text or none
	DifferenceInterrupted DifferenceKind = "interrupted" // words outside quotation marks between two pieces of the place
)

// Valid reports whether k is one of the constants.
func (k DifferenceKind) Valid() bool {
	switch k {
	case DifferenceReplaced, DifferenceInserted, DifferenceOmitted, DifferenceSpelled, DifferenceElided, DifferenceBracketed, DifferenceInterrupted:
		return true
	}
	return false
}

// A Difference is one thing in which a quotation and the place where it stands
// differ: words that follow one another are one difference.
type Difference struct {
	Kind DifferenceKind `json:"kind"`
	// Text and Quotation are the bytes that differ, of the text and of the
	// quotation. On the side that has no words the span is empty and stands
	// where they would.
	Text      Span `json:"text"`
	Quotation Span `json:"quotation"`
	// Negation: one side has "not", "n't", "never", "no" or the like, or a
	// prefix such as "un-", and the other has not.
	Negation bool `json:"negation,omitzero"`
	// Number: the words that differ hold a number, or the sign of one.
	Number bool `json:"number,omitzero"`
	// Name: the words that differ hold a name, by its capital or, where
	// capitals are lost, a word that usually has one.
	Name bool `json:"name,omitzero"`
}

// A Located is the place of a text where a quotation stands.
type Located struct {
	// Span reaches from the first word of the place to the last; marks around
	// it are left out.
	Span
	// Pieces are the parts of the place, in order: more than one where the
	// quotation leaves words out with an ellipsis or the text interrupts it.
	Pieces []Span `json:"pieces"`
	Match  Match  `json:"match"`
	// Agreement is the share of words that have a counterpart on the other side,
	// of those of the quotation and of the place: 1 where all do. Words in
	// brackets and those that an ellipsis or an interruption stands for do not
	// count.
	Agreement float64 `json:"agreement"`
	// Differences are in the order of the text; nil if there are none.
	Differences []Difference `json:"differences,omitzero"`
	// Others are further places where the quotation stands as well as here;
	// nil if there are none. No two overlap.
	Others []Span `json:"others,omitzero"`
}

// Unaltered reports whether no word was altered: the match is any but
// [MatchAltered].
func (l *Located) Unaltered() bool { return l.Match != MatchAltered }

// Locate finds where a quotation stands in a text, published or flattened. It is
// [Locator.Locate] for a text that is searched once.
func Locate(text, quotation string) (Located, bool) {
	return NewLocator(text).Locate(quotation)
}

// A Locator finds quotations in one text, whose words it reads once. It never
// changes: any number of goroutines may share it.
type Locator struct{ text *locate.Text }

// NewLocator makes a text ready to be searched, in linear time. Any text is
// legal.
func NewLocator(text string) *Locator { return &Locator{locate.New(text)} }

// Locate finds where a quotation stands in the text and tells word by word what
// differs. It returns false if it does not stand there.
//
// Words are the same whatever their capitals, accents, ligatures and forms of
// Unicode, and whatever marks and spaces stand around or within them: “long-term”,
// "long term" and "longterm", “don’t”, "don t" and "dont". So are numbers in
// digits and words ("$3 million", "three million dollars"), British and American
// spellings, and contractions and what they stand for. Of these, what differs in more
// than marks, capitals and accents is reported as [DifferenceSpelled].
//
// An ellipsis in the quotation stands for up to some 400 words of the text (40
// beside a part of one or two words), square brackets for up to eight or none:
// "[the mayor]", "[T]he", "want[ed]"; [sic] is nothing. Where it leaves words out, one
// of its parts must have three words, and there must be two words for each bracket
// that stands for others. A negation that stands right
// before the first word or after the last, in the same sentence and quotation as
// far as marks tell, counts as left out.
//
// A paraphrase is no quotation. Of one with up to three words, none may be
// replaced, inserted or missing; of four, one; of five to eight, two; of more, a
// third; and, where more than one differs, no more than there are words that agree
// and are no function words. Words missing in a row count as one up to three, as
// two up to some 48, and farther apart two pieces are no longer one quotation. Beyond
// that nothing is reported. Of several places the one with the fewest
// differences is returned, then one to the letter, then one in quotation marks,
// then the first.
//
// It knows nothing of who speaks: that the words stand in a text does not mean
// that a certain person said them, and not that anybody did ("he denied that …").
// For that, look for the message of the text's [Document] whose Content has the
// place.
//
// Time and memory are linear in text and quotation, whatever they hold.
func (l *Locator) Locate(quotation string) (Located, bool) {
	place, ok := l.text.Find(quotation)
	if !ok {
		return Located{}, false
	}
	located := Located{
		Pieces:    spansFrom(place.Pieces),
		Match:     Match(place.Match),
		Agreement: place.Agreement,
		Others:    spansFrom(place.Others),
	}
	located.Span = Span{located.Pieces[0].Start, located.Pieces[len(located.Pieces)-1].End}
	for _, d := range place.Differences {
		located.Differences = append(located.Differences, Difference{
			Kind: DifferenceKind(d.Kind), Text: Span(d.Text), Quotation: Span(d.Quotation),
			Negation: d.Negation, Number: d.Number, Name: d.Name,
		})
	}
	return located, true
}

func spansFrom(spans []token.Span) []Span {
	if len(spans) == 0 {
		return nil
	}
	converted := make([]Span, len(spans))
	for n, s := range spans {
		converted[n] = Span(s)
	}
	return converted
}
