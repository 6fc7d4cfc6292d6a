package page

// postEnd returns the end of the post or outlet at token i ("bbc political
// editor", "staff writer", "usa today"), or i.
func (f *finder) postEnd(i int) int {
	p, proven := i, i
	for range 4 {
		if n := outlets().at(f.tokens, p); n > 0 && p == proven {
			p += n
			proven = p
			continue
		}
		if n := posts().at(f.tokens, p); n > 0 {
			p += n
			proven = p
			continue
		}
		n := beats().at(f.tokens, p)
		if n == 0 {
			n = postPlaces().at(f.tokens, p)
		}
		if n == 0 {
			break
		}
		p += n
	}
	return proven
}

// postStart returns the start of the post or outlet that ends right before
// token end, or end.
func (f *finder) postStart(end int) int {
	for first := max(0, end-6); first < end; first++ {
		if f.postEnd(first) == end {
			return first
		}
	}
	return end
}

// isPostParagraph reports whether the paragraph is a post or outlet: "BBC News,
// Lowmark".
func (f *finder) isPostParagraph(b paragraph) bool {
	post := f.postEnd(b.First)
	return post == b.Last || post > b.First && b.Len() <= 8 && !b.ends && b.stops == 0
}

// isPostFollower reports whether the word after a post leaves it the end of a
// byline: "editor of" and "reporter said" go on.
func isPostFollower(word string) bool {
	switch word {
	case "of", "for", "at", "from", "with", "to", "about", "on", "as", "showed", "shows", "found":
		return false
	}
	return !goesOn(word)
}

// outlets are the newspapers, broadcasters and agencies that stand behind a
// name in a byline.
var outlets = phrasesOf(`bbc; bbc news; bbc sport; cnn; reuters; ap; afp; associated press; the associated press; press association;
pa; usa today; the guardian; guardian; the observer; new york times; the new york times; washington post;
the washington post; los angeles times; times; npr; politico; bloomberg; abc news; cbs news; nbc news; fox
news; sky news; al jazeera; huffpost; buzzfeed news`)

// beats are the words before the post in a byline: "political editor".
var beats = phrasesOf(`political; politics; deputy political; chief political; home; home affairs; foreign; foreign affairs;
diplomatic; defence; security; legal affairs; economics; economic; business; technology; health; science;
environment; education; arts; entertainment; sports; sport; media; religion; religious affairs; social
affairs; transport; consumer; senior; chief; national; international; white house; state; north america;
middle east; europe; africa; asia; world affairs; special; staff; news; data; crime; congressional;
investigations; royal; showbusiness; climate; crime; courts; housing; property; money; personal finance;
retail; energy; industry; employment; social policy; policy; community affairs; indigenous affairs; rural;
local democracy; public affairs; war; white house; pentagon; supreme court; parliamentary; city hall;
statehouse`)

// posts are the posts that a byline names.
var posts = phrasesOf(`editor; correspondent; correspondents; reporter; reporters; writer; writers; staff; bureau chief; columnist;
commentator; journalist; producer; contributor; analyst`)

// postPlaces are the parts of the world that a post is for: "northern
// correspondent".
var postPlaces = phrasesOf(`northern; southern; north of england; west of england; south west; scotland; wales; ireland;
midlands; us; uk; eu; south asia; southeast asia; east asia; latin america; global; washington; moscow;
beijing; berlin; paris; jerusalem; brussels; india; china; russia; australia; canada; los angeles; new york;
hong kong; rome; tokyo; delhi; nairobi; johannesburg; istanbul; central europe; nordic; pacific; caribbean;
africa; texas; california`)
