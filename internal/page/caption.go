package page

import (
	"github.com/verbatim-news/verbatim/internal/token"
)

// maxCaption is the length in words to which a paragraph that ends with a
// picture credit is a caption.
const maxCaption = 120

// photograph reads "photograph jane roe getty images".
func (f *finder) photograph(i int) int {
	if isVerbOpener(f.fold(i-1)) || isPlaceOpener(f.fold(i-1)) {
		return i
	}
	p := i + 1
	if f.fold(p) == "by" {
		p++
	}
	for q := p; q < min(p+5, len(f.tokens)); q++ {
		if n := photoAgencies().at(f.tokens, q); n > 0 && isDatelineFollower(f.fold(q+n)) {
			return q + n
		}
		if cannotName(f.tokens[q].Fold) && f.tokens[q].Fold != "and" {
			break
		}
	}
	return i
}

// endsWithPhotoCredit reports whether the last words, in brackets or behind a
// stroke, name a picture agency.
func (f *finder) endsWithPhotoCredit(b paragraph) bool {
	for i := max(b.First+1, b.Last-10); i < b.Last; i++ {
		n := photoAgencies().at(f.tokens[:b.Last], i)
		if n == 0 {
			continue
		}
		atEnd, opened, stroke := i+n == b.Last, f.tokens[i].Gap.Has(token.GapBracketOpen), i+n < b.Last && f.tokens[i+n].Gap.Has(token.GapSlash)
		switch {
		case atEnd && (opened || f.tokens[i].Gap.Has(token.GapSlash) || f.fold(i-1) == "via"),
			opened && (n > 1 || stroke),
			stroke && i+n+4 >= b.Last && f.tokens[i].Shape == token.ShapeUpper:
			return true
		}
	}
	return false
}

// captionPhrases tell of a picture.
var captionPhrases = kindPhrases{
	kind: Caption,
	anywhere: `image copyright getty images image caption; image source getty images image caption; image caption;
media caption; image copyright getty images; image copyright; image source getty images; toggle caption; hide caption;
enlarge this image; file photo; getty images`,
	opening: `image caption; media caption; image copyright; image source; toggle caption; hide caption; enlarge this
image; file photo; file in this; photo by; photos by; photograph by; photo courtesy; photo credit; image credit; image
courtesy; featured image; illustration by; ap photo; reuters photo; video by; graphic by`,
	label: `photo; photograph; caption; picture; image; pictured; file; credit; photo credit; image credit; getty
images`,
}

// photoAgencies sign pictures.
var photoAgencies = phrasesOf(`getty images; getty; reuters; ap; ap photo; ap images; afp; epa; rex; rex features; pa; pa wire;
alamy; shutterstock; istock; bloomberg; the guardian; zuma press; upi; associated press; corbis; xinhua; press association`)
