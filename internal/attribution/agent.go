package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readAgents reads the passives that name who speaks, where the tagger has found
// neither cue nor content: "Roe was accused by Pryce of hiding the letters".
func (r *ruleReader) readAgents() {
	var read []Attribution
	for by := 2; by+2 < len(r.Tokens); by++ {
		if r.Fold(by) != "by" || r.RunOf[by] > 0 || r.IsAside(by) {
			continue
		}
		if x, ok := r.agentAt(by); ok {
			read = append(read, x)
		}
	}
	r.replaceVague(read)
}

// agentAt reads the passive whose agent stands behind token by.
func (r *ruleReader) agentAt(by int) (Attribution, bool) {
	verb := by - 1
	to := leadOf(r.Fold(verb))
	if be := beBefore(r.Article, verb); to == "" || be < 0 || r.isUndone(be) {
		return Attribution{}, false
	}
	sentence := r.Sentences[r.SentenceOf(by)]
	last := min(sentence.Last, by+2*maxFlatContent)
	lead := by + 2
	for lead < min(last, by+2+article.MaxSource) && r.Fold(lead) != to {
		lead++
	}
	if lead+1 >= last || r.Fold(lead) != to {
		return Attribution{}, false
	}
	agent := r.NounPhraseAfter(by+1, token.Range{First: by + 1, Last: lead})
	if agent.Last != lead {
		return Attribution{}, false
	}
	content := token.Range{First: lead, Last: last}
	for i := lead + 1; i < last; i++ {
		if r.Marked && r.BreaksPhrase(i) && !r.Gap(i).BareBut(token.GapHyphen) {
			content.Last = i
			break
		}
	}
	if to == "of" || to == "for" {
		content.First++
	}
	x := Attribution{Source: agent, Cue: []token.Range{{First: verb - 1, Last: verb + 1}}, Content: []token.Range{content}, Mode: Speech, Confidence: 0.5}
	return x, content.Len() > 1
}

// isUndone reports whether what the form of "be" at token i tells has not happened:
// "has not been", "to be", "would be".
func (r *ruleReader) isUndone(i int) bool {
	if r.Fold(i) == "be" {
		return true
	}
	for k := i - maxUndone; k < i+2; k++ {
		switch word := r.Fold(k); {
		case word == "not", word == "never", word == "none", word == "t" && lexicon.TakesNot(r.Fold(k-1)):
			return true
		}
	}
	return false
}

// maxUndone is how many words back a denial may stand: "none of these men has been".
const maxUndone = 6

// leadOf returns the word behind an agent that leads to what somebody was accused
// of, blamed for or asked to do, by the participle; "" for any other word.
func leadOf(participle string) string {
	switch participle {
	case "accused", "suspected", "convinced":
		return "of"
	case "blamed", "criticized", "criticised", "praised", "condemned", "denounced", "attacked", "mocked", "faulted", "thanked":
		return "for"
	case "urged", "asked", "ordered", "advised", "instructed", "begged", "invited", "encouraged", "implored":
		return "to"
	case "told", "warned", "informed", "assured", "reminded":
		return "that"
	}
	return ""
}

// replaceVague puts passives that were read by rule in place of what the tagger has
// found in their words without a source or with the wrong one, unless it has read the
// same words as a cue with their content, or somebody says so.
func (r *ruleReader) replaceVague(read []Attribution) {
	if len(read) == 0 {
		return
	}
	cues, of := r.indexed(func(x *Attribution) []token.Range { return x.Cue }), r.attributionsOf()
	dropped := make([]bool, len(r.found))
	var kept []Attribution
	for _, x := range read {
		verb := x.Cue[0].Last - 1
		isVague := func(n int) bool {
			return len(r.found[n].Cue) == 0 || r.found[n].AnyCueWord(func(i int) bool { return i == verb })
		}
		if n := cues[verb] - 1; n >= 0 && r.found[n].End() > x.Source.Last {
			continue
		}
		if n := of[verb] - 1; n >= 0 && !isVague(n) {
			continue
		}
		for i := max(0, x.Cue[0].First-1); i < x.Content[0].Last; i++ {
			if n := of[i] - 1; n >= 0 && isVague(n) {
				dropped[n] = true
			}
		}
		kept = append(kept, x)
	}
	r.leaveOut(dropped)
	r.found = append(r.found, kept...)
}
