package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// nounConfidence is that of what a noun for something said tells that the tagger has
// passed over.
const nounConfidence = 0.45

// readNouns adds what a noun says that somebody claims, warns of, promises or asks for,
// where the tagger has found neither: "despite repeated denials from the ministry that
// fuel was short", "a pledge by the minister to build 300 clinics".
func (r *ruleReader) readNouns() {
	used := r.usedWords()
	for i := 0; i+3 < len(r.Tokens); i++ {
		if next := r.Fold(i + 1); next != "from" && next != "by" || used[i] || r.RunOf[i] > 0 || r.IsAside(i) {
			continue
		}
		leads := leadsOf(r.Fold(i))
		if leads == nil {
			continue
		}
		if x, ok := r.nounAt(i, leads); ok && !slices.Contains(used[x.Source.First:x.Content[0].Last], true) {
			r.found = append(r.found, x)
		}
	}
}

// leadsOf returns the words that lead to what is said behind a noun for it and who says
// it; nil for any other noun.
func leadsOf(noun string) []string {
	switch noun {
	case "denial", "denials", "warning", "warnings", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "assurance", "assurances",
		"admission", "complaint", "complaints", "suggestion", "suggestions", "insistence", "confirmation":
		return []string{"that"}
	case "pledge", "pledges", "promise", "promises", "vow", "vows", "threat", "threats", "offer":
		return []string{"that", "to"}
	case "plea", "pleas", "appeal", "appeals", "call", "calls", "demand", "demands", "request", "requests":
		return []string{"that", "for", "to"}
	}
	return nil
}

// nounAt reads the noun at token i with who says it and what.
func (r *ruleReader) nounAt(i int, leads []string) (Attribution, bool) {
	sentence := r.Sentences[r.SentenceOf(i)]
	agent := r.NounPhraseAfter(i+2, token.Range{First: i + 2, Last: min(sentence.Last, i+2+article.MaxSource)})
	lead := agent.Last
	if agent.Empty() || lead >= sentence.Last || !slices.Contains(leads, r.Fold(lead)) || r.BreaksPhrase(lead) || !r.canReport(agent) || r.Fold(lead) == "that" && r.isFinite(lead+1) {
		return Attribution{}, false
	}
	content := token.Range{First: lead, Last: r.nounEnd(i, lead, sentence)}
	if r.Fold(lead) == "for" {
		content.First++
	}
	if content.Len() < shortestReport {
		return Attribution{}, false
	}
	return Attribution{Source: agent, Cue: []token.Range{{First: i, Last: i + 1}}, Content: []token.Range{content}, Mode: Speech, Confidence: nounConfidence}, true
}

// nounEnd returns where the words end that the lead at a token begins: at a mark, and where
// the noun is the subject of its sentence before the verb of that.
func (r *ruleReader) nounEnd(noun, lead int, sentence token.Range) int {
	verbs := 1 // how many finite verbs are the content's own
	if r.Fold(lead) != "that" {
		verbs = 0
	}
	sentence.Last = min(sentence.Last, lead+maxFlatContent)
	isSubject := noun-sentence.First < article.MaxSource
	for k := sentence.First; k < noun && isSubject; k++ {
		if r.isFinite(k) || lexicon.ClassOf(r.Fold(k)).Has(lexicon.Preposition) {
			isSubject = false
		}
	}
	for k := lead + 1; k < sentence.Last; k++ {
		if r.Marked && r.BreaksPhrase(k) && !r.Gap(k).BareBut(token.GapHyphen) {
			return k
		}
		if !isSubject || !r.isFinite(k) && !isRegularPast(r.Fold(k)) || r.isFinite(k-1) || isAdverb(r.Fold(k-1)) && r.isFinite(k-2) {
			continue
		}
		if verbs == 0 {
			return k
		}
		verbs--
	}
	return sentence.Last
}
