package attribution

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Some quotations stand behind a colon that no verb leads to: And from the mayor:
// “…”. She recalled her mother's words: “…”

// readIntroduced names the speakers of such quotations.
func (r *ruleReader) readIntroduced() {
	of := r.attributionsOf()
	for _, run := range r.Runs {
		if run.First == 0 || !r.Gap(run.First).Has(token.GapColon) {
			continue
		}
		source, cue := r.ownerOfWords(run.First)
		if source.Empty() {
			source, cue = r.senderBefore(run.First)
		}
		if source.Empty() || r.isClaimed(run.Range) {
			continue
		}
		if n := of[run.First] - 1; n >= 0 {
			r.giveTo(n, source, cue, run.First)
		}
	}
}

// giveTo makes source and cue those of attribution n from token at on, unless it
// has another cue and source there or is a quotation of somebody before.
func (r *ruleReader) giveTo(n int, source, cue token.Range, at int) {
	x := &r.found[n]
	rest := token.Range{First: at, Last: len(r.Tokens)}
	said := intersect(x.Content, rest)
	if before := x.Content[0].First < source.First && len(intersect(x.Verbatim, token.Range{First: 0, Last: at})) > 0; before || len(x.Cue) > 0 && x.Cue[0].First > at {
		return
	}
	x.Content, x.Verbatim = said, intersect(x.Verbatim, rest)
	x.Source, x.Cue = source, []token.Range{cue}
	x.Mode = modeOf(r.Article, lexicon.Speaking, source)
}

// ownerOfWords returns who owns the words that a colon before token at announces,
// and the noun for them: "her mother's advice:".
func (r *ruleReader) ownerOfWords(at int) (owner, noun token.Range) {
	i := at - 1
	if !isWordsNoun(r.Fold(i)) || i < 2 {
		return owner, noun
	}
	end := i
	switch {
	case r.Fold(i-1) == "s" && r.Gap(i-1).Has(token.GapApostrophe):
		end = i - 1
	case !r.Gap(i).Has(token.GapSingleClose) || r.BreaksPhrase(i):
		return owner, noun
	}
	first := r.PhraseStart(end, token.Range{First: max(0, end-article.MaxSource), Last: end})
	return token.Range{First: first, Last: end}, token.Range{First: i, Last: i + 1}
}

// isWordsNoun reports whether a noun stands for what its owner said.
func isWordsNoun(word string) bool {
	switch word {
	case "words", "advice", "warning", "motto", "mantra", "saying", "reply", "response", "answer", "remark", "refrain", "verdict", "comment", "reaction", "explanation", "message":
		return true
	}
	return false
}

// senderBefore returns whom a colon before token at announces words from, with
// the preposition: "And from the mayor:".
func (r *ruleReader) senderBefore(at int) (sender, cue token.Range) {
	first := r.PhraseStart(at, token.Range{First: max(0, at-article.MaxSource), Last: at})
	if first == at || first == 0 || r.Fold(first-1) != "from" || !r.CanName(at-1) && lexicon.RoleOf(r.Fold(at-1)) == lexicon.NoRole {
		return sender, cue
	}
	for i := first - 1; i > 0 && !r.Starts[i]; i-- {
		if !isJoint(r.Fold(i-1)) && r.Fold(i-1) != "this" {
			return sender, cue // "a letter that came from the mayor:" has a verb
		}
	}
	return token.Range{First: first, Last: at}, token.Range{First: first - 1, Last: first}
}
