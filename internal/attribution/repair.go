package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// The tagger gives every word one role, so it cannot read an attribution within
// another one, and where two cues stand by one content it links the wrong one at
// times. What it has left is enough to set some of that right.

// repair goes over the attributions found in flattened text. bare are the cues
// with a source for which the tagger found no content.
func (r *ruleReader) repair(bare []Attribution) {
	for n := range r.found {
		r.dropOccasion(&r.found[n])
	}
	r.splitBetween(bare)
	r.readInner()
}

// cutAtSentences ends a reported content with its sentence: the writer goes on after the
// full stop, with a cue of its own for what is again reported. In flattened text the stop is
// only likely, and what is cut must stand behind a clause of saying.
func (r *ruleReader) cutAtSentences() {
	for n := range r.found {
		x := &r.found[n]
		if x.Form() != Indirect || len(x.Cue) == 0 || !r.Marked && !r.isReportFlat(*x) {
			continue
		}
		for k := range x.Content {
			rest := x.Content[k]
			at := startWithin(r.Article, rest)
			if at == rest.Last || at <= x.Cue[0].First && x.Cue[0].First < rest.Last {
				continue
			}
			if !r.Marked && (rest.First != x.LastCue().Last || !r.isClauseFlat(token.Range{First: at, Last: rest.Last})) {
				continue
			}
			x.Content[k].Last = at
			rest.First = at
			r.readRest(rest)
			x = &r.found[n] // which may have moved
		}
	}
}

// isReportFlat reports whether an attribution of flattened text has a source and a verb of
// saying before what is reported: of other words the form is not as sure.
func (r *ruleReader) isReportFlat(x Attribution) bool {
	lexeme, isCue := lexicon.LookupCue(r.Fold(x.LastCue().Last - 1))
	return isCue && lexeme.Frame != lexicon.Object && !x.Source.Empty() && x.Source.First < x.LastCue().First
}

// isClauseFlat reports whether words of flattened text, before which a stop is only
// likely, are more than the end of the one before: a time with which the next begins, or
// words enough.
func (r *ruleReader) isClauseFlat(w token.Range) bool {
	switch first := r.Fold(w.First); {
	case lexicon.IsDayWord(first), first == "last", first == "earlier", first == "on" && lexicon.IsDayWord(r.Fold(w.First+1)), first == "meanwhile", first == "but":
		return true
	}
	return w.Len() > 2
}

// cutRelative ends the content of a relative clause at the comma that ends the
// clause: "a guard, who asked not to be named, was sent home".
func (r *ruleReader) cutRelative() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || len(x.Content) != 1 || x.Form() == Direct || !r.isRelative(x.Cue[0].First) {
			continue
		}
		w := &x.Content[0]
		for i := w.First + 1; i < w.Last && x.LastCue().Last <= w.First; i++ {
			if r.Gap(i).Has(token.GapComma) && r.RunOf[i] == 0 && r.isFinite(i) {
				w.Last = i
				x.Verbatim = intersect(x.Verbatim, *w)
			}
		}
	}
}

// cutOccasion ends the reported words of a sentence at the comma before what tells on what
// occasion they were said: "denied that he owned a gun, | testifying on Thursday".
func (r *ruleReader) cutOccasion() {
	for n := range r.found {
		x := &r.found[n]
		if len(x.Cue) == 0 || x.Form() != Indirect {
			continue
		}
		w := &x.Content[len(x.Content)-1]
		for i := w.First + 2; i < w.Last && x.LastCue().Last <= w.First; i++ {
			if r.Gap(i).BareBut(token.GapComma) && r.Gap(i).Has(token.GapComma) && opensOccasionOf(r.Fold(i), r.Fold(i+1)) {
				w.Last = i
			}
		}
	}
}

// dropSetting ends what is told of, if it is a thing and no clause, before the occasion on
// which it was: "announced the deal | at a news conference", "defended the plan | in a
// statement on Friday".
func (r *ruleReader) dropSetting(x *Attribution) {
	if len(x.Cue) != 1 || len(x.Content) != 1 || x.Form() == Direct || x.Content[0].First != x.Cue[0].Last || x.AnyCueWord(func(i int) bool { return isPointingTo(r.Fold(i)) }) {
		return
	}
	w := &x.Content[0]
	for i := w.First; i < w.Last; i++ {
		switch word := r.Fold(i); {
		case r.RunOf[i] > 0:
		case r.isFinite(i), lexicon.ClassOf(word).Has(lexicon.Complementizer), word == "to", word == "of" && strings.HasSuffix(r.Fold(i+1), "ing"):
			return
		case (word == "at" || word == "in" || word == "during") && i-w.First >= 2 && r.namesSetting(i+1, *w):
			if rest := (token.Range{First: i, Last: w.Last}); !r.leadsToVerb(token.Range{First: i + 2, Last: w.Last}) && len(intersect(x.Verbatim, rest)) == 0 {
				w.Last = i
			}
			return
		}
	}
}

// leadsToVerb reports whether a verb, of which what stands before is the subject, follows in
// words before a mark or a clause.
func (r *ruleReader) leadsToVerb(w token.Range) bool {
	for i := w.First; i < w.Last && !r.BreaksPhrase(i); i++ {
		switch word := r.Fold(i); {
		case word == "held", word == "sent", word == "made":
			return false // "a briefing held at the ministry"
		case r.isFinite(i):
			return true
		case lexicon.ClassOf(word).Has(lexicon.Complementizer | lexicon.Conjunction | lexicon.Subject&^lexicon.Determiner):
			return false
		}
	}
	return false
}

// takeLeading gives a clause of telling in the middle of a sentence what the sentence begins
// with, where the tagger has taken what happened besides for it: "Profit would fall, | Roe
// told the exchange, | sending its shares down".
func (r *ruleReader) takeLeading(x *Attribution) {
	if !r.Marked || len(x.Cue) != 1 || len(x.Content) != 1 || x.Form() != Indirect || x.Source.Empty() || x.Source.First > x.Cue[0].First {
		return
	}
	w, first := x.Content[0], x.Source.First
	if !r.Gap(w.First).Has(token.GapComma) || !strings.HasSuffix(r.Fold(w.First), "ing") || !r.Gap(first).BareBut(token.GapComma) || !r.Gap(first).Has(token.GapComma) {
		return
	}
	sentence := r.Sentences[r.SentenceOf(first)]
	lead := token.Range{First: sentence.First, Last: first}
	if w.First-x.Cue[0].Last > maxOccasion || lead.Len() < shortestReport || lead.Len() > maxFlatContent || r.RunOf[lead.First] > 0 || lexicon.ClassOf(r.Fold(lead.First)).Has(lexicon.Preposition|lexicon.Conjunction) || !r.hasVerb(lead) {
		return
	}
	if isCondition(r.Fold(lead.Last - 1)) {
		return
	}
	x.Content = []token.Range{lead}
	if w.First == x.Cue[0].Last {
		x.Content = append(x.Content, w) // "Roe said, | adding to her troubles"
	}
}

// isPointingTo reports whether a verb has for its object what somebody else says: "asked
// about the remarks | in the letter".
func isPointingTo(word string) bool {
	switch word {
	case "asked", "citing", "cited", "referencing", "referenced", "referring", "referred", "quoting", "quoted", "mentioning", "mentioned", "responded", "responding", "reacted",
		"reacting", "replied", "accused":
		return true
	}
	return false
}

// namesSetting reports whether the noun phrase at token i is that of an occasion on which
// somebody speaks or writes.
func (r *ruleReader) namesSetting(i int, w token.Range) bool {
	const longest = 5
	if !lexicon.ClassOf(r.Fold(i)).Has(lexicon.Determiner) {
		return false
	}
	for k := i + 1; k < min(w.Last, i+longest); k++ {
		switch r.Fold(k) {
		case "conference", "briefing":
			return r.Fold(k-1) == "news" || r.Fold(k-1) == "press" || r.Fold(k-1) == "media"
		case "statement", "speech", "interview", "tweet", "email", "letter", "video", "post", "memo", "podcast", "hearing", "rally", "address":
			return true
		}
		if lexicon.ClassOf(r.Fold(k)) != 0 {
			return false
		}
	}
	return false
}

// opensOccasionOf reports whether a participle and the word behind it begin what tells on
// what occasion something was said.
func opensOccasionOf(participle, next string) bool {
	switch participle {
	case "testifying", "tweeting":
		return true
	case "speaking":
		return next == "at" || next == "to" || next == "on" || next == "during" || next == "after" || next == "from" || next == "in"
	}
	return false
}

// isRelative reports whether the cue at token i has "who" behind a comma for its
// subject.
func (r *ruleReader) isRelative(i int) bool {
	for i > 0 && (lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Auxiliary) || isAdverb(r.Fold(i-1))) {
		i--
	}
	return i > 0 && r.Fold(i-1) == "who" && r.Gap(i-1).Has(token.GapComma)
}

// isFinite reports whether token i is the verb of a clause whose subject stands
// before.
func (r *ruleReader) isFinite(i int) bool {
	word := r.Fold(i)
	return !r.IsNameWord(i) && (lexicon.ClassOf(word).Has(lexicon.Auxiliary) || lexicon.IsPastTense(word) || word == "said" || word == "says" || isCueInPast(word))
}

// isCueInPast reports whether a word is the past of a verb of saying.
func isCueInPast(word string) bool {
	_, ok := lexicon.LookupCue(word)
	return ok && strings.HasSuffix(word, "ed")
}

// dropFarParts leaves out the parts of a content that stand in the headline or
// have a paragraph between them and the cue: they are somebody else's words, or
// the same ones again. Those that are quotations are returned, of nobody.
func (r *ruleReader) dropFarParts(x *Attribution) (lone []Attribution) {
	if len(x.Content) < 2 || len(x.Cue) == 0 {
		return nil
	}
	cue := x.Cue[0].First
	home := r.paragraphOf(cue)
	isFar := func(w token.Range) bool {
		there := r.paragraphOf(w.First)
		if r.IsWorkTitle(w) && r.SentenceOf(w.First) != r.SentenceOf(cue) {
			return true
		}
		return there < home-1 || there > home+1 || r.Headline.Contains(w.First) != r.Headline.Contains(cue)
	}
	near := slices.DeleteFunc(slices.Clone(x.Content), isFar)
	if len(near) == 0 || len(near) == len(x.Content) {
		return nil
	}
	for _, w := range x.Content {
		if own := intersect(x.Verbatim, w); isFar(w) && len(own) == 1 && own[0] == w && w.Len() >= shortestPart && !r.IsWorkTitle(w) {
			lone = append(lone, Attribution{Content: own, Verbatim: own, Mode: Speech, Confidence: loneConfidence})
		}
	}
	x.Content = near
	x.Verbatim = slices.DeleteFunc(slices.Clone(x.Verbatim), isFar)
	return lone
}

// loneConfidence is that of a quotation that no cue stands by.
const loneConfidence = 0.4

// paragraphOf returns the index of the paragraph that token i stands in.
func (r *ruleReader) paragraphOf(i int) int {
	n, _ := slices.BinarySearchFunc(r.Paragraphs, i, func(w token.Range, i int) int { return cmp.Compare(w.Last, i+1) })
	return n
}

// startWithin returns the first token within w at which a sentence begins after
// the one that w begins with, or w.Last.
func startWithin(a *article.Article, w token.Range) int {
	for i := w.First + 1; i < w.Last; i++ {
		if a.Starts[i] {
			return i
		}
	}
	return w.Last
}

// readRest adds the attributions that the sentences of rest begin with.
func (r *ruleReader) readRest(rest token.Range) {
	for !rest.Empty() {
		sentence := token.Range{First: rest.First, Last: startWithin(r.Article, rest)}
		rest.First = sentence.Last
		for _, clause := range r.clausesOf(sentence) {
			if clause.extent().First == sentence.First && clause.lexeme.Frame == lexicon.Clause {
				r.add(clause, token.Range{First: r.contentStart(clause), Last: sentence.Last})
			}
			break
		}
	}
}

// splitBetween gives a bare cue that stands right behind a content, and at the
// end of its sentence, the last part of that content if the first part has a cue
// of its own before it: She said, “…” “…,” he added.
func (r *ruleReader) splitBetween(bare []Attribution) {
	endsAt := make(map[int]int, len(r.found))
	for n, x := range r.found {
		endsAt[x.End()] = n
	}
	for _, b := range bare {
		extent := b.extent()
		n, found := endsAt[extent.First]
		if !found || !r.IsSentenceStart(extent.Last) {
			continue
		}
		x := &r.found[n]
		content := x.lastContent()
		if len(x.Cue) == 0 || x.LastCue().Last > content.First || len(x.Verbatim) == 0 || !r.quotes(b) {
			continue
		}
		at := r.likeliestEnd(content)
		if content.Last-at < shortestPart || at-content.First < shortestPart {
			continue
		}
		b.Content = []token.Range{{First: at, Last: content.Last}}
		b.Verbatim = b.Content
		x.Content[len(x.Content)-1].Last = at
		x.Verbatim = intersect(x.Verbatim, token.Range{First: 0, Last: at})
		r.found = append(r.found, b)
	}
}

// shortestPart is how many words each part of a content has at least.
const shortestPart = 4

// sureEnd is the chance of a sentence's end above which a content is split.
const sureEnd = 0.5

// likeliestEnd returns the word after the likeliest end of a sentence within w,
// or w.last if none is likely.
func (r *ruleReader) likeliestEnd(w token.Range) int {
	at, most := w.Last, float32(sureEnd)
	for i := w.First + 1; i < w.Last; i++ {
		if chance := r.Restored[i-1].EndChance; chance > most && lexicon.AbbreviationOf(r.Fold(i-1)) == lexicon.AbbreviationNone {
			at, most = i, chance
		}
	}
	return at
}

// quotes reports whether the cue of an attribution stands with people's words.
func (r *ruleReader) quotes(a Attribution) bool {
	return a.AnyCueWord(func(i int) bool {
		cue, ok := lexicon.LookupCue(r.Fold(i))
		return ok && (quotingVerb(cue) || cue.Frame == lexicon.Addressee)
	})
}

// quotingVerb reports whether a cue can stand beside people's very words.
func quotingVerb(cue lexicon.Cue) bool {
	return cue.Frame == lexicon.Clause && cue.Act != lexicon.Thinking
}

// extent returns the words of an attribution without content.
func (a Attribution) extent() token.Range {
	w := token.Range{First: a.Cue[0].First, Last: a.LastCue().Last}
	if !a.Source.Empty() {
		w = token.Range{First: min(w.First, a.Source.First), Last: max(w.Last, a.Source.Last)}
	}
	return w
}

func (a Attribution) lastContent() token.Range { return a.Content[len(a.Content)-1] }

// intersect returns what of ranges stands within w.
func intersect(ranges []token.Range, w token.Range) []token.Range {
	var kept []token.Range
	for _, part := range ranges {
		part = token.Range{First: max(part.First, w.First), Last: min(part.Last, w.Last)}
		if !part.Empty() {
			kept = append(kept, part)
		}
	}
	return kept
}

// dropOccasion leaves out the words at the head of a content that tell when it
// was said: replied the following morning, “…”
func (r *ruleReader) dropOccasion(x *Attribution) {
	if len(x.Cue) == 0 {
		return
	}
	content := &x.Content[0]
	if x.LastCue().Last != content.First {
		return
	}
	first := r.pastOccasion(*content)
	if first == content.First || content.Last-first < 3 {
		return
	}
	content.First = first
	x.Verbatim = intersect(x.Verbatim, token.Range{First: first, Last: len(r.Tokens)})
}

// pastOccasion returns the first word of content after a day or part of it that
// opens it.
func (r *ruleReader) pastOccasion(content token.Range) int {
	i := content.First
	switch {
	case lexicon.IsWeekday(r.Fold(i)):
		i++
	case r.Fold(i) == "on" && lexicon.IsWeekday(r.Fold(i+1)):
		i += 2
	case r.Fold(i) == "the" && (r.Fold(i+1) == "following" || r.Fold(i+1) == "next" || r.Fold(i+1) == "same"):
		i += 2
	default:
		return content.First
	}
	switch r.Fold(i) {
	case "morning", "afternoon", "evening", "night", "day", "week", "month", "year":
		i++
	default:
		if r.Fold(content.First) == "the" {
			return content.First
		}
	}
	if class := lexicon.ClassOf(r.Fold(i)); class.Has(lexicon.Auxiliary | lexicon.Clitic) {
		return content.First // "Friday's decision"
	}
	return i
}
