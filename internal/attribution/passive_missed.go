package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// passiveConfidence is that of what a passive tells that the tagger has passed over.
const passiveConfidence = 0.5

// readMissedPassives adds what somebody was told where the tagger has found no cue:
// "Parents were texted by the school to say that …", "Drivers are being urged to …".
func (r *ruleReader) readMissedPassives() {
	var cues, of []int // which attribution each token is a cue and a content of, once asked
	for n, sentence := range r.Sentences {
		x, ok := r.passiveIn(sentence)
		if !ok || r.Headline.Contains(sentence.First) || r.isClaimed(sentence) || r.StandsAside(sentence) {
			continue
		}
		if of == nil {
			cues, of = r.indexed(func(x *Attribution) []token.Range { return x.Cue }), r.attributionsOf()
		}
		if slices.ContainsFunc(cues[sentence.First:sentence.Last], func(n int) bool { return n > 0 }) {
			continue
		}
		if k := of[x.Content[0].First] - 1; k >= 0 {
			if lone := r.found[k]; len(lone.Cue) > 0 || !lone.Source.Empty() || len(lone.Verbatim) > 0 || r.SentenceOf(lone.Content[0].First) != n || r.SentenceOf(lone.End()-1) != n {
				continue
			}
			r.found[k] = x
			continue
		}
		r.found = append(r.found, x)
	}
}

// passiveIn returns the passive of telling that a sentence has, with what was told.
func (r *ruleReader) passiveIn(sentence token.Range) (Attribution, bool) {
	for verb := sentence.First + 1; verb < sentence.Last; verb++ {
		if r.RunOf[verb] > 0 {
			return Attribution{}, false
		}
		if !isBe(r.Article, verb-1) || !isToldVerb(r.Fold(verb)) || isInviting(r.Fold(verb)) {
			continue
		}
		be := groupStart(r.Article, verb-1)
		if subjectBefore(r.Article, be).Empty() {
			return Attribution{}, false
		}
		content := token.Range{First: r.opensTold(verb, sentence), Last: sentence.Last}
		if content.Len() < shortestReport {
			content = r.toldBefore(be, verb, sentence)
		}
		if content.Len() < shortestReport {
			return Attribution{}, false
		}
		return Attribution{Content: []token.Range{content}, Cue: []token.Range{{First: be, Last: verb + 1}}, Mode: Speech, Confidence: passiveConfidence}, true
	}
	return Attribution{}, false
}

// takeToldBefore gives the passives whose content is nothing but who was told what their
// sentences begin with.
func (r *ruleReader) takeToldBefore() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) != 1 || len(x.Content) != 1 || x.Content[0].Last != x.Cue[0].First || len(x.Verbatim) > 0 {
			continue
		}
		be, verb := x.Cue[0].First, x.Cue[0].Last-1
		if !isBe(r.Article, verb-1) || subjectBefore(r.Article, be) != x.Content[0] {
			continue
		}
		sentence := r.Sentences[r.SentenceOf(be)]
		if lead := r.toldBefore(be, verb, sentence); !lead.Empty() {
			x.Content = []token.Range{lead}
		}
	}
}

// toldBefore returns the clause that a sentence begins with, and ends by saying who was told
// so by whom: "The brakes had failed, | the inquest was told by Roe".
func (r *ruleReader) toldBefore(be, verb int, sentence token.Range) token.Range {
	subject := subjectBefore(r.Article, be)
	lead := token.Range{First: sentence.First, Last: subject.First}
	by := agentAfter(r.Article, verb)
	if by < 0 || subject.Empty() || lead.Len() < shortestReport || lead.Len() > maxFlatContent || r.Fold(verb) != "told" || !r.hasVerb(lead) || lexicon.ClassOf(r.Fold(lead.First)).Has(lexicon.Preposition|lexicon.Conjunction) {
		return token.Range{}
	}
	isParted := r.Gap(subject.First).BareBut(token.GapComma) && r.Gap(subject.First).Has(token.GapComma)
	if !isParted && (r.Marked || !lexicon.SitsInSession(r.Fold(subject.Last-1))) || r.NounPhraseAfter(by+1, token.Range{First: by + 1, Last: sentence.Last}).Last != sentence.Last {
		return token.Range{}
	}
	return lead
}

// isInviting reports whether a participle tells what one may do, or get, rather than what
// one was told.
func isInviting(word string) bool {
	return word == "invited" || word == "offered" || word == "encouraged"
}

// opensTold returns the token with which what was told begins behind a participle: "that",
// "to" or a word of asking; the end of the sentence if there is none near by.
func (r *ruleReader) opensTold(verb int, sentence token.Range) int {
	for i := verb + 1; i < min(sentence.Last, verb+maxToldBy); i++ {
		switch r.Fold(i) {
		case "that", "to", "if", "whether", "not":
			return i
		}
		if isAsking(r.Fold(verb)) && isQuestionWord(r.Fold(i)) {
			return i
		}
		if r.Gap(i).Has(token.GapSemicolon|token.GapColon) || r.Gap(i).Has(token.GapComma) && agentAfter(r.Article, verb) < 0 {
			break
		}
	}
	return sentence.Last
}

// maxToldBy is how many words may tell by whom, when and how somebody was told.
const maxToldBy = 14
