package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// In a passive of judging, the one who judges may stand behind the judgement: "the film was
// described as “slow” by Roe", "she was hailed as the best of her age by Roe".

// judgedBy reads The deal was called “a betrayal” by Roe.
func (r *ruleReader) judgedBy(run token.Range) (source, cue token.Range) {
	if run.Last >= len(r.Tokens) || r.Fold(run.Last) != "by" || r.IsSentenceStart(run.Last) {
		return token.Range{}, token.Range{}
	}
	verb := run.First - 1
	if verb > 0 && r.Fold(verb) == "as" {
		verb--
	}
	if verb < 1 || beBefore(r.Article, verb) < 0 || !isJudging(r.Fold(verb)) {
		return token.Range{}, token.Range{}
	}
	limits := r.restOf(run.Last)
	source = r.withName(r.NounPhraseAfter(run.Last+1, limits), limits)
	if !r.canReport(source) {
		return token.Range{}, token.Range{}
	}
	return source, token.Range{First: verb, Last: run.First}
}

// isJudging reports whether a participle tells what somebody calls something or holds it
// to be.
func isJudging(participle string) bool {
	switch participle {
	case "called", "labelled", "labeled", "dubbed", "termed", "characterized", "characterised", "welcomed", "portrayed", "billed":
		return true
	}
	return isHeld(participle)
}

// takeJudge gives a passive of judging, of which the tagger knows no source, the one behind
// "by" at the end of the judgement.
func takeJudge(a *article.Article, x *Attribution) {
	if !x.Source.Empty() || len(x.Cue) != 1 || len(x.Content) == 0 {
		return
	}
	verb := x.Cue[0].Last - 1
	if a.Fold(verb) == "as" {
		verb--
	}
	w := x.lastContent()
	if isJudging(a.Fold(verb)) && a.Fold(verb+1) == "by" && w.First > verb {
		for as := verb + 2; as <= w.First && as < verb+2+article.MaxSource; as++ {
			if a.Fold(as) != "as" {
				continue
			}
			if agent := a.NounPhraseAfter(verb+2, token.Range{First: verb + 2, Last: as}); agent.Last == as {
				x.Source, x.Passive = agent, true // "described by neighbours | as a quiet man"
			}
			return
		}
	}
	if verb < 1 || w.First != x.Cue[0].Last || a.Fold(verb+1) != "as" && a.RunOf[w.First] == 0 || !isJudging(a.Fold(verb)) || beBefore(a, verb) < 0 {
		return
	}
	for by := w.First + 1; by+1 < w.Last; by++ {
		if a.Fold(by) != "by" || a.RunOf[by] > 0 || lexicon.ClassOf(a.Fold(by-1)) != 0 {
			continue
		}
		agent := a.NounPhraseAfter(by+1, token.Range{First: by + 1, Last: w.Last})
		if !namesAgent(a, agent) || !a.Marked && lexicon.ClassOf(a.Fold(agent.First)).Has(lexicon.Subject) { // "by many"
			continue
		}
		x.Source, x.Passive = agent, true
		x.Content[len(x.Content)-1].Last = by
		x.Verbatim = intersect(x.Verbatim, token.Range{First: 0, Last: by})
		return
	}
}

// namesAgent reports whether a noun phrase behind "by" names somebody who may judge.
func namesAgent(a *article.Article, w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		switch role := lexicon.RoleOf(a.Fold(i)); {
		case role == lexicon.PersonRole, role == lexicon.GroupRole, role == lexicon.OrganRole, a.Cased && a.IsNameWord(i), lexicon.IsPeople(a.Fold(i)):
			return true
		}
	}
	return false
}
