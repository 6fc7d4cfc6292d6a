package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// putConfidence is that of what somebody is said to have put into words where the tagger
// has passed it over.
const putConfidence = 0.45

// longestPut is how many words may be put so in a text of many sentences, of which the
// tagger has taken none for somebody's.
const longestPut = 16

// A putting is a clause that tells whose words those beside it are.
type putting struct {
	source, cue, content token.Range
	shortest             int  // words that the content must have
	summed               bool // by how somebody sums it up, which the tagger takes for more words
}

// readPutFlat adds what sentences of flattened text tell as somebody's words by a clause of
// their own: "good soil is a bank account | as roe puts it", "it was in the words of roe | a
// failure of duty", "not yet | came the reply from roe".
func (r *ruleReader) readPutFlat() {
	var used []bool
	var read []Attribution
	summed := make(map[int]bool) // cues that the tagger may have taken for others'
	longest := maxFlatContent
	if len(r.Sentences) > fewSentences {
		longest = longestPut
	}
	for i := range r.Tokens {
		p, ok := r.puttingAt(i)
		if !ok || p.content.Len() < p.shortest || p.content.Len() > longest || !r.canReport(p.source) {
			continue
		}
		if used == nil {
			used = r.usedWords()
		}
		if slices.Contains(used[p.content.First:p.content.Last], true) || used[p.source.First] {
			continue
		}
		if p.summed {
			summed[p.cue.First] = true
		}
		words := []token.Range{p.content}
		read = append(read, Attribution{Source: p.source, Cue: []token.Range{p.cue}, Content: words, Verbatim: words, Mode: Speech, Confidence: putConfidence})
	}
	if len(summed) > 0 {
		r.found = slices.DeleteFunc(r.found, func(x Attribution) bool { return x.AnyCueWord(func(i int) bool { return summed[i] }) })
	}
	r.found = append(r.found, read...)
}

// puttingAt reads the clause that begins at token i, if one does.
func (r *ruleReader) puttingAt(i int) (putting, bool) {
	isReply := r.isReplyFrom(i)
	isHow := r.Fold(i+1) == "how" && isBe(r.Article, i) && i > 0 && r.Fold(i-1) != "that"
	isAs := r.Fold(i) == "as"
	if !isAs && !isReply && !isHow && !r.saysInTheWordsOf(i) || r.IsAside(i) {
		return putting{}, false
	}
	sentence := r.Sentences[r.SentenceOf(i)]
	p := putting{shortest: shortestReport, summed: isHow}
	switch {
	case isReply:
		p.cue, p.shortest = token.Range{First: i, Last: i + replyWords}, 1
		p.source = r.ownNounPhrase(p.cue.Last+1, sentence)
	case isHow:
		p.source = r.subjectAt(i+2, sentence)
		p.cue = token.Range{First: p.source.Last, Last: p.source.Last + 1}
		if p.source.Empty() || !isDescribing(r.Fold(p.cue.First)) {
			return putting{}, false
		}
	case isAs:
		p.source, p.cue = r.putFrom(i, min(sentence.Last, i+article.MaxSource))
	default:
		p.cue = token.Range{First: i, Last: i + len(inTheWordsOf)}
		p.source = r.ownNounPhrase(p.cue.Last, sentence)
	}
	p.content = token.Range{First: max(p.source.Last, p.cue.Last), Last: sentence.Last}
	if isReply || isHow || p.content.Len() < shortestReport {
		p.content = token.Range{First: sentence.First, Last: i}
	}
	return p, !p.source.Empty()
}

// isDescribing reports whether a verb behind "how" tells that somebody puts something into
// words: "is how roe summed it up".
func isDescribing(word string) bool {
	switch word {
	case "described", "describes", "summed", "sums", "put", "puts", "explained", "explains", "remembered", "remembers":
		return true
	}
	return false
}

// replyWords is how many words "came the reply" has.
const replyWords = 3

// isReplyFrom reports whether "came the reply from" or its kin stands at token i.
func (r *ruleReader) isReplyFrom(i int) bool {
	if r.Fold(i) != "came" || r.Fold(i+1) != "the" || r.Fold(i+replyWords) != "from" {
		return false
	}
	switch r.Fold(i + 2) {
	case "reply", "answer", "response", "retort", "cry", "shout":
		return true
	}
	return false
}

// ownNounPhrase returns the noun phrase at token i up to the article or pronoun behind it,
// with which in flattened text another begins.
func (r *ruleReader) ownNounPhrase(i int, limits token.Range) token.Range {
	w := r.NounPhraseAfter(i, limits)
	for k := w.First + 1; k < w.Last; k++ {
		if class := lexicon.ClassOf(r.Fold(k)); class.Has(lexicon.Determiner) && !lexicon.ClassOf(r.Fold(k-1)).Has(lexicon.Preposition) {
			w.Last = k
		}
	}
	return w
}
