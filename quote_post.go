package verbatim

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// News sets the posts of a social network between its paragraphs. In flattened
// text what is left of one is its words, the address that ends it and, below
// it, its signature: the name, the account and the day.

// A post is one such post.
type post struct {
	words           // its text, addresses included
	signature words // the name that signs it; empty where none does
	end       int   // the word after the signature
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
func (r *ruleReader) readPosts(urls []URL) {
	cued := make([]bool, len(r.tokens))
	for _, x := range r.found {
		set(cued, x.cue)
	}
	var posts []post
	var made []attribution
	for _, p := range r.findPosts(urls) {
		m := attribution{source: p.signature, content: []words{p.words}, verbatim: []words{p.words}, mode: Writing, posted: true, confidence: 0.6}
		if p.signature.empty() {
			if slices.Contains(cued[p.first:p.last], true) {
				continue // the writer's own sentence, with an address at its end
			}
			m.source, m.cue = r.posterBefore(p.first)
			m.confidence = 0.5
		}
		if !m.source.empty() {
			posts, made = append(posts, p), append(made, m)
		}
	}
	r.makeWay(posts, made)
	r.found = append(r.found, made...)
}

// findPosts returns the posts in order.
func (r *ruleReader) findPosts(urls []URL) []post {
	var posts []post
	free := 0 // the first word that no post before has
	for i := 0; i < len(r.tokens); i++ {
		for len(urls) > 0 && urls[0].Start < r.tokens[i].start {
			urls = urls[1:]
		}
		p := post{words: words{i, i}}
		for len(urls) > 0 && p.last < len(r.tokens) && urls[0].Start == r.tokens[p.last].start && isPostLink(urls[0]) {
			for p.last < len(r.tokens) && r.tokens[p.last].start < urls[0].End {
				p.last++
			}
			urls = urls[1:]
		}
		addressed := p.last > i
		p.signature, p.end = r.signedAt(p.last, addressed)
		if !addressed && p.signature.empty() {
			continue
		}
		if !addressed {
			p.signature.first = max(free, r.forenameBefore(i))
			p.last = p.signature.first
		}
		body := min(i, p.last) // the first word after those of the post
		if p.signature.empty() {
			p.signature = r.accountWithin(words{max(free, body-maxPost), body})
		}
		p.first = r.postStart(body, max(free, p.signature.startAfter(body)), !p.signature.empty())
		if body-p.first >= 2 {
			posts = append(posts, p)
		}
		free = p.end
		i = max(i, p.end-1)
	}
	return posts
}

// isPostLink reports whether an address is one of those that a network gives out
// for what stands in its posts and for nothing else.
func isPostLink(u URL) bool {
	return (u.Host == "t.co" || u.Host == "pic.twitter.com") && !strings.HasSuffix(u.URL, u.Host)
}

// signedAt reads a signature at token i, "Jane Roe (@JaneRoe) May 3, 2016", and
// returns the name in it and the token after it; i if there is none. Without an
// address before it the account must be made of the name.
func (r *ruleReader) signedAt(i int, addressed bool) (name words, end int) {
	for at := i + 2; at+2 < len(r.tokens) && at <= i+maxSignature+1; at++ {
		if !isMonthWord(r.fold(at)) || r.tokens[at+1].shape != shapeNumber || !r.isDigits(at+2, 4) {
			continue
		}
		name = words{i, at - 1}
		if addressed || r.accountOf(name) {
			return name, at + 3
		}
		break
	}
	return words{}, i
}

// accountOf reports whether the token after a name is an account made of it:
// "jane roe janeroe". Its first word and its last but one must be in it, so that
// the name begins where it seems to.
func (r *ruleReader) accountOf(name words) bool {
	account := r.fold(name.last)
	inside := func(i int) bool {
		word := r.fold(i)
		if len(word) < 3 || len(account) <= len(word)+1 {
			return false
		}
		return strings.HasPrefix(account, word) || strings.HasSuffix(account, word) || len(word) > 3 && strings.Contains(account, word)
	}
	return inside(name.first) && (name.len() == 1 || inside(name.last-1))
}

// accountWithin returns the last name in limits that its account follows. A post
// may be headed in this way instead of signed.
func (r *ruleReader) accountWithin(limits words) words {
	for i := limits.last - 2; i-2 >= limits.first; i-- {
		for n := 2; n <= 3 && i-n >= limits.first; n++ {
			if name := (words{i - n, i}); r.accountOf(name) {
				return name
			}
		}
	}
	return words{}
}

// startAfter returns the token after the account that follows a name before
// token end, or 0.
func (w words) startAfter(end int) int {
	if w.empty() || w.last >= end {
		return 0
	}
	return w.last + 1
}

// forenameBefore returns the first token of the name that goes on at token i: an
// account may leave out the forename of its owner, or shorten it.
func (r *ruleReader) forenameBefore(i int) int {
	first := i - 1
	if first > 0 && len(r.fold(first)) == 1 {
		first--
	}
	if first < 0 || r.starts[i] {
		return i
	}
	if _, known := lexicon.LookupName(r.fold(first)); !known {
		return i
	}
	return first
}

// postStart returns where the text of a post that ends before token end begins,
// no earlier than free.
func (r *ruleReader) postStart(end, free int, signed bool) int {
	limits := words{max(free, end-maxPost), end}
	if first := r.afterParaphrase(limits); first < end {
		return first
	}
	first := end - 1
	for first > limits.first && !r.opensPost(first, signed) {
		first--
	}
	first = max(first, limits.first)
	for next := first + 1; first < end-1 && r.tokens[end-1].end-r.tokens[first].start > maxPostBytes; next++ {
		if next == end-1 || r.starts[next] {
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
	return r.starts[i] && !signed || r.restored[i-1].Follow == tagger.FollowParagraph || r.isStampBefore(i)
}

// isStampBefore reports whether a date as machines write it, 2016-05-03, ends
// before token i: what a page keeps of a post often has one at its head.
func (r *ruleReader) isStampBefore(i int) bool {
	return i >= 3 && r.isDigits(i-3, 4) && r.isDigits(i-2, 2) && r.isDigits(i-1, 2)
}

func (r *ruleReader) isDigits(i, size int) bool {
	return len(r.fold(i)) == size && r.tokens[i].shape == shapeNumber
}

// afterParaphrase returns where the words begin that repeat what was told right
// before: a post often follows a sentence that tells what it says. It returns
// limits.last if nothing is repeated.
func (r *ruleReader) afterParaphrase(limits words) int {
	for i := limits.first; i+sharedWords <= limits.last; i++ {
		for k := max(0, i-maxParaphrase); k+sharedWords <= i; k++ {
			if !r.sameWords(words{k, k + sharedWords}, i) {
				continue
			}
			first := i
			for j := max(limits.first, i-2); j < i; j++ {
				if j > 0 && r.restored[j-1].EndChance > r.restored[first-1].EndChance {
					first = j
				}
			}
			return first
		}
	}
	return limits.last
}

// posterBefore returns the source and cue nearest before token first that tell
// of a post: "she tweeted", "a post by the group's founder".
func (r *ruleReader) posterBefore(first int) (source words, cue []words) {
	limits := words{max(0, first-maxPostVerb), first}
	for i := first - 1; i >= limits.first; i-- {
		switch r.fold(i) {
		case "tweeted", "tweets", "retweeted", "posted", "posts", "wrote", "writes", "shared":
			if clause, ok := r.clauseAt(i, limits); ok && !clause.inverted {
				return clause.source, []words{clause.cue}
			}
		case "tweet", "post", "message":
			if r.fold(i+1) == "by" || r.fold(i+1) == "from" {
				if source = r.nounPhraseAfter(i+2, limits); !source.empty() {
					return source, []words{{i, i + 1}}
				}
			}
			group := r.verbGroup(i, limits)
			if group.len() > 1 && lexicon.ClassOf(r.fold(group.first)).Has(lexicon.Auxiliary) {
				if source = r.nounPhraseBefore(group.first, limits); !source.empty() {
					return source, []words{group}
				}
			}
		}
	}
	return words{}, nil
}

// makeWay takes the words of posts and of their signatures out of the
// attributions found before. One that has a post for its content, and its cue
// before it, is the same message: what is made of the post takes over its cue
// and, if nobody signs, its source.
func (r *ruleReader) makeWay(posts []post, made []attribution) {
	r.found = slices.DeleteFunc(r.found, func(x attribution) bool {
		first := x.content[0].first
		k, _ := slices.BinarySearchFunc(posts, first+1, func(p post, at int) int { return cmp.Compare(p.end, at) })
		if k == len(posts) || posts[k].first >= x.end() || first+1 < posts[k].first {
			return false
		}
		if len(x.cue) > 0 && x.lastCue().last <= posts[k].first {
			made[k].cue = x.cue
			if posts[k].signature.empty() && !x.source.empty() {
				made[k].source = x.source
			}
		}
		return true
	})
	for n := range r.found {
		x := &r.found[n]
		k, _ := slices.BinarySearchFunc(posts, x.content[0].first+1, func(p post, at int) int { return cmp.Compare(p.end, at) })
		if k < len(posts) {
			before := words{0, posts[k].first}
			x.content, x.verbatim = intersect(x.content, before), intersect(x.verbatim, before)
		}
	}
}
