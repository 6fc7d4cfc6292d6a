package attribution

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Who calls or writes to somebody in order to say something says it, however much stands
// between: "Roe phoned her mother from the station to say | she was safe", "Roe called
// his broker and told him | to sell".

// A contact is the words with which somebody calls or writes to somebody and says
// something.
type contact struct {
	subject, object token.Range
	cue             []token.Range
	past            int // the token after whom it names
	content         int // the token with which what is said begins
}

// contactConfidence is that of what is said so where the tagger has passed it over.
const contactConfidence = 0.45

// readContacting gives what is said so its cue, and whom it is said to, and adds what the
// tagger has passed over.
func (r *ruleReader) readContacting() {
	var of, cues []int // which attribution each token is a content and a cue of, once asked
	for verb := 1; verb+3 < len(r.Tokens); verb++ {
		if !isContacting(r.Fold(verb)) && !isWritingTo(r.Article, verb) || r.RunOf[verb] > 0 || r.IsAside(verb) {
			continue
		}
		c, ok := r.contactAt(verb)
		if !ok {
			continue
		}
		if of == nil {
			cues, of = r.indexed(func(x *Attribution) []token.Range { return x.Cue }), r.attributionsOf()
		}
		if n := of[c.content] - 1; n >= 0 {
			r.takeContact(&r.found[n], verb, c)
			continue
		}
		content := token.Range{First: c.content, Last: min(r.Sentences[r.SentenceOf(verb)].Last, c.content+maxFlatContent)}
		isTold := func(n int) bool { return n > 0 }
		if c.subject.Empty() || content.Len() < shortestReport || !r.hasVerb(content) || slices.ContainsFunc(cues[verb:content.Last], isTold) || slices.ContainsFunc(of[verb:content.Last], isTold) {
			continue
		}
		x := Attribution{Source: c.subject, Cue: c.cue, Addressed: c.object, Content: []token.Range{content}, Mode: Speech, Confidence: contactConfidence}
		r.takeRuns(&x, x.Content[0])
		r.found = append(r.found, x)
	}
}

// takeContact sets right an attribution that holds what is said so, if its cue is the verb
// at a token, a part of the words that say so or none.
func (r *ruleReader) takeContact(x *Attribution, verb int, c contact) {
	w := &x.Content[0]
	if len(x.Content) != 1 || w.Last-c.content < 2 || len(x.Cue) > 1 {
		return
	}
	for _, cue := range x.Cue {
		if (cue.First > verb || cue.Last <= verb) && (cue.First <= verb || cue.Last > c.content) {
			return
		}
	}
	if w.First < verb {
		return
	}
	if x.Source.Empty() || x.Source.First >= verb && x.Source.Last <= c.content {
		x.Source = c.subject // not the one who is called, nor where from
	}
	if x.Source.Empty() {
		return
	}
	x.Addressed, x.Cue, w.First = c.object, c.cue, c.content
	x.Verbatim = intersect(x.Verbatim, *w)
}

// isWritingTo reports whether token i is a form of "write" with "to" behind it.
func isWritingTo(a *article.Article, i int) bool {
	switch a.Fold(i) {
	case "wrote", "written", "writing":
		return a.Fold(i+1) == "to"
	}
	return false
}

// longestContact is how many words may stand between whom somebody calls and what is said.
const longestContact = 12

// contactAt reads the contact whose verb stands at a token.
func (r *ruleReader) contactAt(verb int) (contact, bool) {
	limits := token.Range{First: verb + 1, Last: min(r.Sentences[r.SentenceOf(verb)].Last, verb+1+article.MaxSource+longestContact)}
	if r.Fold(limits.First) == "to" {
		limits.First++
	}
	object := r.NounPhraseAfter(limits.First, limits)
	past := object.Last
	for i := object.First + 1; i < object.Last; i++ {
		if r.Fold(i) != "of" && lexicon.ClassOf(r.Fold(i)).Has(lexicon.Preposition) {
			object.Last = i // "her mother | from the station"
		}
	}
	if object.Empty() || r.Fold(object.First) == "it" {
		return contact{}, false
	}
	if first := r.pastName(past, limits); first > past {
		object, past = token.Range{First: past, Last: first}, first
	}
	c := contact{object: object, past: past, subject: subjectBefore(r.Article, groupStart(r.Article, verb))}
	for i := past; i+1 < min(limits.Last, past+longestContact); i++ {
		word := r.Fold(i)
		switch {
		case r.RunOf[i] > 0:
			return contact{}, false
		case word == "to" && isTellingOf(r.Fold(i+1)):
			c.content = i + 2
			if lexicon.IsObjectPronoun(r.Fold(c.content)) {
				c.content++ // "to tell | him"
			}
			c.cue = []token.Range{{First: verb, Last: verb + 1}, {First: i, Last: c.content}}
			return c, c.content < limits.Last
		case i == c.past && r.Gap(i).BareBut(token.GapComma) && isAskingNow(word):
			c.content = i + 1
			if lexicon.IsObjectPronoun(r.Fold(c.content)) {
				c.content++ // "asking her | to visit"
			}
			c.cue = []token.Range{{First: verb, Last: verb + 1}, {First: i, Last: c.content}}
			return c, c.content < limits.Last
		case word == "and" && isTellingThem(r.Fold(i+1)) && lexicon.IsObjectPronoun(r.Fold(i+2)):
			c.content = i + 3
			c.cue = []token.Range{{First: verb, Last: verb + 1}, {First: i + 1, Last: i + 2}}
			return c, c.content < limits.Last
		case r.isFinite(i), isRegularPast(word), r.hasSubclause(token.Range{First: i, Last: i + 1}):
			return contact{}, false
		}
	}
	return contact{}, false
}

// pastName returns the token after the name that stands between commas from token i on:
// "her mother, | Ruth, | from the airport"; i if there is none.
func (r *ruleReader) pastName(i int, limits token.Range) int {
	if !r.Marked {
		return i
	}
	last := i
	for last < limits.Last && r.IsNameWord(last) && (last == i || !r.BreaksPhrase(last)) {
		last++
	}
	if last == i || !r.Gap(i).BareBut(token.GapComma) || !r.Gap(i).Has(token.GapComma) || !r.Gap(last).Has(token.GapComma) {
		return i
	}
	return last
}

// isTellingOf reports whether an infinitive of saying leads to what is said to the one who
// is called.
func isTellingOf(word string) bool {
	switch word {
	case "say", "tell", "warn", "confirm", "explain", "report", "announce", "complain", "admit", "demand", "urge", "ask", "request":
		return true
	}
	return false
}

// isAskingNow reports whether a participle tells what somebody writes to somebody for.
func isAskingNow(word string) bool {
	switch word {
	case "asking", "urging", "demanding", "requesting", "warning", "begging", "inviting":
		return true
	}
	return false
}

// isTellingThem reports whether a verb has for its object who is told.
func isTellingThem(word string) bool {
	return word == "told" || word == "asked" || word == "warned" || word == "ordered" || word == "begged" || word == "urged"
}

// isContacting reports whether a verb tells that somebody calls or writes to whom its
// object names.
func isContacting(word string) bool {
	switch word {
	case "radioed", "called", "phoned", "telephoned", "rang", "texted", "emailed", "contacted", "messaged", "alerted", "phoning", "calling":
		return true
	}
	return false
}
