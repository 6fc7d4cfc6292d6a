package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readRejected reads the claims that a sentence begins with and tells who rejects or
// voices: "Claims that the mine was unsafe have been dismissed by its owner", "Concerns
// that it may flood were raised by engineers".
func (r *ruleReader) readRejected() {
	var rejected []Attribution
	of := make(map[int]int) // by sentence
	for by := 2; by+1 < len(r.Tokens); by++ {
		if r.Fold(by) != "by" || r.RunOf[by] > 0 || r.IsAside(by) {
			continue
		}
		if x, ok := r.rejectedAt(by); ok {
			of[r.SentenceOf(by)] = len(rejected)
			rejected = append(rejected, x)
		}
	}
	if len(rejected) == 0 {
		return
	}
	r.found = slices.DeleteFunc(r.found, func(y Attribution) bool {
		n, ok := of[r.SentenceOf(y.Content[0].First)]
		return ok && r.isClaimTold(y, rejected[n])
	})
	r.replaceVague(rejected)
}

// isClaimTold reports whether an attribution is of the same claim as x, and of nobody or
// the same one, and has for its cue no more than the noun for the claim, or no cue.
func (r *ruleReader) isClaimTold(y, x Attribution) bool {
	that := x.Content[0].First
	if len(y.Cue) > 0 && y.LastCue().Last != that || !y.Source.Empty() && !y.Source.Overlaps(x.Source) {
		return false
	}
	return slices.ContainsFunc(y.Content, func(w token.Range) bool { return w.Contains(that) })
}

// longestClaimed is how many words a sentence may have up to who rejects what it begins
// with.
const longestClaimed = 48

// rejectedAt reads the claim that is rejected by the one behind token by.
func (r *ruleReader) rejectedAt(by int) (Attribution, bool) {
	verb := by - 1
	be := beBefore(r.Article, verb)
	if !isRejected(r.Fold(verb)) && !isVoiced(r.Fold(verb)) || be < 0 {
		return Attribution{}, false
	}
	be = groupStart(r.Article, be)
	sentence := r.Sentences[r.SentenceOf(by)]
	that := r.claimedAt(sentence)
	limits := token.Range{First: by + 1, Last: min(sentence.Last, by+1+article.MaxSource)}
	agent := r.withName(r.NounPhraseAfter(by+1, limits), limits)
	if that < 0 || by-that > longestClaimed || be-that < shortestReport || agent.Empty() {
		return Attribution{}, false
	}
	content := token.Range{First: that, Last: be}
	x := Attribution{Source: agent, Cue: []token.Range{{First: be, Last: verb + 1}}, Content: []token.Range{content}, Mode: Speech, Confidence: 0.5}
	r.takeRuns(&x, content)
	return x, true
}

// claimedAt returns the token "that" behind the claims that a sentence begins with, or -1.
func (r *ruleReader) claimedAt(sentence token.Range) int {
	const longest = 4 // words up to it: "the latest claims that"
	for i := sentence.First; i < min(sentence.Last-1, sentence.First+longest); i++ {
		if (isClaim(r.Fold(i)) || isWorry(r.Fold(i))) && r.Fold(i+1) == "that" {
			return i + 1
		}
	}
	return -1
}

// isRejected reports whether a participle tells that somebody holds a claim to be wrong.
func isRejected(participle string) bool {
	switch participle {
	case "denied", "rejected", "dismissed", "disputed", "refuted", "rebutted", "scotched", "challenged", "rubbished", "contested":
		return true
	}
	return false
}

// isVoiced reports whether a participle tells that somebody holds a claim to be right.
func isVoiced(participle string) bool {
	switch participle {
	case "raised", "voiced", "expressed", "made", "levelled", "leveled", "aired", "echoed", "repeated", "supported", "backed":
		return true
	}
	return false
}

// isWorry reports whether a noun is one of what somebody fears or complains of.
func isWorry(noun string) bool {
	switch noun {
	case "concerns", "concern", "worries", "warnings", "complaints", "objections", "doubts":
		return true
	}
	return false
}
