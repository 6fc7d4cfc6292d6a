package attribution

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Reports of courts tell what somebody admits or denies by a participle or the name of the
// offence: "Roe, 34, denies causing a fire", "a man has admitted stealing a van".

// readAdmitted adds what somebody admits or denies so where the tagger has found nothing.
func (r *ruleReader) readAdmitted() {
	var used []bool
	for verb := 1; verb+1 < len(r.Tokens); verb++ {
		if !isAdmitting(r.Fold(verb)) || r.RunOf[verb] > 0 || r.IsAside(verb) || r.BreaksPhrase(verb+1) || !r.isDeed(verb+1) {
			continue
		}
		group := groupStart(r.Article, verb)
		if isBe(r.Article, verb-1) || group > 0 && lexicon.ClassOf(r.Fold(group-1)).Has(lexicon.Determiner|lexicon.Possessive) {
			continue
		}
		source := r.whoAdmits(group)
		content := token.Range{First: verb + 1, Last: r.deedEnd(verb + 1)}
		if source.Empty() || !r.canReport(source) && !r.IsSubjectPronoun(source) && lexicon.GenderOf(r.Fold(source.Last-1)) == lexicon.UnknownGender {
			continue
		}
		if used == nil {
			used = r.usedWords()
		}
		if slices.Contains(used[group:content.Last], true) {
			continue
		}
		x := Attribution{Source: source, Cue: []token.Range{{First: group, Last: verb + 1}}, Content: []token.Range{content}, Mode: Speech, Confidence: admittedConfidence}
		r.takeRuns(&x, content)
		r.found = append(r.found, x)
	}
}

// admittedConfidence is that of what somebody admits so.
const admittedConfidence = 0.5

// isAdmitting reports whether a verb tells that somebody owns to something or does not.
func isAdmitting(word string) bool {
	switch word {
	case "admitted", "admits", "denied", "denies", "deny", "admit":
		return true
	}
	return false
}

// isDeed reports whether what somebody does is named at token i: by a participle, or as an
// offence that ends the phrase.
func (r *ruleReader) isDeed(i int) bool {
	word := r.Fold(i)
	if len(word) > 5 && strings.HasSuffix(word, "ing") {
		return lexicon.RoleOf(word) == lexicon.NoRole && lexicon.ClassOf(word) == 0
	}
	switch word {
	case "murder", "manslaughter", "theft", "assault", "fraud", "burglary", "robbery", "arson", "rape", "perjury", "wrongdoing", "drink":
		return true
	}
	return false
}

// whoAdmits returns the subject of the verb group at a token: the phrase before it, the one
// that the sentence begins with, or whom "who" stands for.
func (r *ruleReader) whoAdmits(group int) token.Range {
	if r.Fold(group-1) == "who" {
		return token.Range{First: group - 1, Last: group}
	}
	if subject := subjectBefore(r.Article, group); !subject.Empty() && !r.Gap(group).Has(token.GapComma) {
		return subject
	}
	return headingSubject(r.Article, group)
}

// deedEnd returns where the words end that tell what somebody did: at a mark, or before
// what else happened.
func (r *ruleReader) deedEnd(first int) int {
	last := min(r.Sentences[r.SentenceOf(first)].Last, first+article.MaxSource)
	for i := first + 1; i < last; i++ {
		if r.Marked && r.BreaksPhrase(i) && !r.Gap(i).BareBut(token.GapHyphen) {
			return i
		}
		if word := r.Fold(i); isJoint(word) && i+1 < last && (r.isFinite(i+1) || isRegularPast(r.Fold(i+1))) || word == "who" || word == "when" || word == "after" {
			return i
		}
	}
	return last
}
