package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// News sets the posts of a social network between its paragraphs. In flattened
// text what is left of one is its words, the address that ends it and, below
// it, its signature: the name, the account and the day.

// A post is one such post.
type post struct {
	token.Range             // its text, addresses included
	signature   token.Range // the name that signs it; empty where none does
	end         int         // the word after the signature
}

const (
	maxPost       = 60  // words of a post
	maxPostBytes  = 280 // what the network lets a post hold
	maxPostVerb   = 60  // words between a post and the verb that announces it
	maxParaphrase = 80  // words between a post and the sentence that tells of it
	sharedWords   = 5   // words in a row by which a post repeats that sentence
	maxSignature  = 8   // words of the name in a signature
)

// readPosts attributes the posts that their addresses or signatures show. What
// the tagger has read into their words gives way.
func (r *ruleReader) readPosts(urls []address.Address) {
	cued := make([]bool, len(r.Tokens))
	for _, x := range r.found {
		token.Mark(cued, x.Cue)
	}
	var posts []post
	var made []Attribution
	for _, p := range r.findPosts(urls) {
		m := Attribution{Source: p.signature, Content: []token.Range{p.Range}, Verbatim: []token.Range{p.Range}, Mode: Writing, Posted: true, Confidence: 0.6}
		if p.signature.Empty() {
			if slices.Contains(cued[p.First:p.Last], true) {
				continue // the writer's own sentence, with an address at its end
			}
			m.Source, m.Cue = r.posterBefore(p.First)
			m.Confidence = 0.5
		}
		if !m.Source.Empty() {
			posts, made = append(posts, p), append(made, m)
		}
	}
	r.makeWay(posts, made)
	r.found = append(r.found, made...)
}

// findPosts returns the posts in order.
func (r *ruleReader) findPosts(urls []address.Address) []post {
	var posts []post
	free := 0 // the first word that no post before has
	for i := 0; i < len(r.Tokens); i++ {
		for len(urls) > 0 && urls[0].Start < r.Tokens[i].Start {
			urls = urls[1:]
		}
		p := post{Range: token.Range{First: i, Last: i}}
		for len(urls) > 0 && p.Last < len(r.Tokens) && urls[0].Start == r.Tokens[p.Last].Start && isPostLink(urls[0]) {
			for p.Last < len(r.Tokens) && r.Tokens[p.Last].Start < urls[0].End {
				p.Last++
			}
			urls = urls[1:]
		}
		addressed := p.Last > i
		p.signature, p.end = r.signedAt(p.Last, addressed)
		if !addressed && p.signature.Empty() {
			continue
		}
		if !addressed {
			p.signature.First = max(free, r.forenameBefore(i))
			p.Last = p.signature.First
		}
		body := min(i, p.Last) // the first word after those of the post
		if p.signature.Empty() {
			p.signature = r.accountWithin(token.Range{First: max(free, body-maxPost), Last: body})
		}
		p.First = r.postStart(body, max(free, startAfter(p.signature, body)), !p.signature.Empty())
		if body-p.First >= 2 {
			posts = append(posts, p)
		}
		free = p.end
		i = max(i, p.end-1)
	}
	return posts
}

// isPostLink reports whether an address is one of those that a network gives out
// for what stands in its posts and for nothing else.
func isPostLink(u address.Address) bool {
	return (u.Host == "t.co" || u.Host == "pic.twitter.com") && !strings.HasSuffix(u.Written, u.Host)
}

// signedAt reads a signature at token i, "Jane Roe (@JaneRoe) May 3, 2016", and
// returns the name in it and the token after it; i if there is none. Without an
// address before it the account must be made of the name.
func (r *ruleReader) signedAt(i int, addressed bool) (name token.Range, end int) {
	for at := i + 2; at+2 < len(r.Tokens) && at <= i+maxSignature+1; at++ {
		if !lexicon.IsMonth(r.Fold(at)) || r.Tokens[at+1].Shape != token.ShapeNumber || !r.isDigits(at+2, 4) {
			continue
		}
		name = token.Range{First: i, Last: at - 1}
		if addressed || r.accountOf(name) {
			return name, at + 3
		}
		break
	}
	return token.Range{}, i
}

// accountOf reports whether the token after a name is an account made of it:
// "jane roe janeroe". Its first word and its last but one must be in it, so that
// the name begins where it seems to.
func (r *ruleReader) accountOf(name token.Range) bool {
	account := r.Fold(name.Last)
	inside := func(i int) bool {
		word := r.Fold(i)
		if len(word) < 3 || len(account) <= len(word)+1 {
			return false
		}
		return strings.HasPrefix(account, word) || strings.HasSuffix(account, word) || len(word) > 3 && strings.Contains(account, word)
	}
	return inside(name.First) && (name.Len() == 1 || inside(name.Last-1))
}

// accountWithin returns the last name in limits that its account follows. A post
// may be headed in this way instead of signed.
func (r *ruleReader) accountWithin(limits token.Range) token.Range {
	for i := limits.Last - 2; i-2 >= limits.First; i-- {
		for n := 2; n <= 3 && i-n >= limits.First; n++ {
			if name := (token.Range{First: i - n, Last: i}); r.accountOf(name) {
				return name
			}
		}
	}
	return token.Range{}
}

// startAfter returns the token after the account that follows a name before
// token end, or 0.
func startAfter(w token.Range, end int) int {
	if w.Empty() || w.Last >= end {
		return 0
	}
	return w.Last + 1
}

// forenameBefore returns the first token of the name that goes on at token i: an
// account may leave out the forename of its owner, or shorten it.
func (r *ruleReader) forenameBefore(i int) int {
	first := i - 1
	if first > 0 && len(r.Fold(first)) == 1 {
		first--
	}
	if first < 0 || r.Starts[i] {
		return i
	}
	if !lexicon.HasCapital(r.Fold(first)) {
		return i
	}
	return first
}

// postStart returns where the text of a post that ends before token end begins,
// no earlier than free.
func (r *ruleReader) postStart(end, free int, signed bool) int {
	limits := token.Range{First: max(free, end-maxPost), Last: end}
	if first := r.afterParaphrase(limits); first < end {
		return first
	}
	first := end - 1
	for first > limits.First && !r.opensPost(first, signed) {
		first--
	}
	first = max(first, limits.First)
	for next := first + 1; first < end-1 && r.Tokens[end-1].End-r.Tokens[first].Start > maxPostBytes; next++ {
		if next == end-1 || r.Starts[next] {
			first = next
		}
	}
	return first
}

// opensPost reports whether token i may be the first of a post: of a paragraph
// if it is signed and so stands between paragraphs, else of a sentence.
func (r *ruleReader) opensPost(i int, signed bool) bool {
	if i == 0 {
		return true
	}
	return r.Starts[i] && !signed || r.Restored[i-1].Follow == tagger.FollowParagraph || r.isStampBefore(i)
}

// isStampBefore reports whether a date as machines write it, 2016-05-03, ends
// before token i: what a page keeps of a post often has one at its head.
func (r *ruleReader) isStampBefore(i int) bool {
	return i >= 3 && r.isDigits(i-3, 4) && r.isDigits(i-2, 2) && r.isDigits(i-1, 2)
}

func (r *ruleReader) isDigits(i, size int) bool {
	return len(r.Fold(i)) == size && token.IsDigits(r.Fold(i))
}

// afterParaphrase returns where the words begin that repeat what was told right
// before: a post often follows a sentence that tells what it says. It returns
// limits.last if nothing is repeated.
func (r *ruleReader) afterParaphrase(limits token.Range) int {
	for i := limits.First; i+sharedWords <= limits.Last; i++ {
		for k := max(0, i-maxParaphrase); k+sharedWords <= i; k++ {
			if !r.SameWords(token.Range{First: k, Last: k + sharedWords}, i) {
				continue
			}
			first := i
			for j := max(limits.First, i-2); j < i; j++ {
				if j > 0 && r.Restored[j-1].EndChance > r.Restored[first-1].EndChance {
					first = j
				}
			}
			return first
		}
	}
	return limits.Last
}

// posterBefore returns the source and cue nearest before token first that tell
// of a post: "she tweeted", "a post by the group's founder".
func (r *ruleReader) posterBefore(first int) (source token.Range, cue []token.Range) {
	limits := token.Range{First: max(0, first-maxPostVerb), Last: first}
	for i := first - 1; i >= limits.First; i-- {
		switch r.Fold(i) {
		case "tweeted", "tweets", "retweeted", "posted", "posts", "wrote", "writes", "shared":
			if clause, ok := clauseAt(r.Article, i, limits); ok && !clause.inverted {
				return clause.source, []token.Range{clause.cue}
			}
		case "tweet", "post", "message":
			if r.Fold(i+1) == "by" || r.Fold(i+1) == "from" {
				if source = r.NounPhraseAfter(i+2, limits); !source.Empty() {
					return source, []token.Range{{First: i, Last: i + 1}}
				}
			}
			group := verbGroup(r.Article, i, limits)
			if group.Len() > 1 && lexicon.ClassOf(r.Fold(group.First)).Has(lexicon.Auxiliary) {
				if source = r.NounPhraseBefore(group.First, limits); !source.Empty() {
					return source, []token.Range{group}
				}
			}
		}
	}
	return token.Range{}, nil
}

// makeWay takes the words of posts and of their signatures out of the
// attributions found before. One that has a post for its content, and its cue
// before it, is the same message: what is made of the post takes over its cue
// and, if nobody signs, its source.
func (r *ruleReader) makeWay(posts []post, made []Attribution) {
	r.found = slices.DeleteFunc(r.found, func(x Attribution) bool {
		first := x.Content[0].First
		k, _ := slices.BinarySearchFunc(posts, first+1, func(p post, at int) int { return cmp.Compare(p.end, at) })
		if k == len(posts) || posts[k].First >= x.End() || first+1 < posts[k].First {
			return false
		}
		if len(x.Cue) > 0 && x.LastCue().Last <= posts[k].First {
			made[k].Cue = x.Cue
			if posts[k].signature.Empty() && !x.Source.Empty() {
				made[k].Source = x.Source
			}
		}
		return true
	})
	for n := range r.found {
		x := &r.found[n]
		k, _ := slices.BinarySearchFunc(posts, x.Content[0].First+1, func(p post, at int) int { return cmp.Compare(p.end, at) })
		if k < len(posts) {
			before := token.Range{First: 0, Last: posts[k].First}
			x.Content, x.Verbatim = intersect(x.Content, before), intersect(x.Verbatim, before)
		}
	}
}
