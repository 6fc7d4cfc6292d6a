package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/address"
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Reading is who says what in an article.
type Reading struct {
	Attributions []Attribution // in the order in which their contents begin
	Quoted       []bool        // for each token whether it is somebody's own word
	Content      []bool        // for each token whether it is attributed to somebody
	Cue          []bool        // for each token whether it signals an attribution
	Linked       []token.Range // the words of the addresses, in order
}

// IsReported reports whether token i is no word of whoever attributes x: one within
// reported words, but not one of those that x as a whole is reported in: what Roe "said
// in a statement", according to the Gazette.
func (r *Reading) IsReported(i int, x *Attribution) bool {
	if !r.Content[i] || len(x.Cue) == 0 || !r.Content[x.Cue[0].First] {
		return r.Content[i]
	}
	return r.Quoted[i] || slices.ContainsFunc(x.Content, func(w token.Range) bool { return w.Contains(i) })
}

// Read finds the attributions of an article: by what the tagger has found in
// it, or by rules alone where it has not been asked. addresses are those of the
// text, times its time expressions.
func Read(a *article.Article, addresses []address.Address, times []timex.Timestamp) *Reading {
	var found []Attribution
	if a.Restored == nil {
		found = readByRules(a)
	} else {
		found = readTagged(a, addresses)
	}
	for n := range found {
		dropDateline(a, &found[n])
		dropTimeOfSource(a, &found[n], times)
		readPassive(a, &found[n])
		if found[n].Passive {
			dropTimeOfSource(a, &found[n], times) // "by doctors | last year"
		}
		takeJudge(a, &found[n])
		readHearsay(a, &found[n])
		takeExpected(a, &found[n])
		dropAddressed(a, &found[n])
		takeAbsolute(a, &found[n])
		takeCondition(a, &found[n])
		settleOwnWords(a, &found[n])
		dropOwnClause(&found[n])
	}
	found = slices.DeleteFunc(found, func(x Attribution) bool {
		return len(x.Content) == 0 || saysNothing(a, x) || isBareAddress(a, x, addresses)
	})
	if a.Timed {
		for n := range found {
			found[n].Content, found[n].Verbatim = splitAtCues(a, found[n].Content), splitAtCues(a, found[n].Verbatim)
		}
	}
	r := &Reading{
		Attributions: found,
		Quoted:       make([]bool, len(a.Tokens)), Content: make([]bool, len(a.Tokens)), Cue: make([]bool, len(a.Tokens)),
	}
	for n := range found {
		token.Mark(r.Quoted, found[n].Verbatim)
		dropLeadingTime(a, &found[n], times)
		found[n].Stance = stanceOf(a, found[n])
		token.Mark(r.Content, found[n].Content)
		token.Mark(r.Cue, found[n].Cue)
	}
	// One that has lost its first words may begin after the next, and of two that
	// begin with the same word one may begin with the mark before it.
	slices.SortStableFunc(found, func(x, y Attribution) int {
		return cmp.Compare(a.ContentSpan(x.Content[0]).Start, a.ContentSpan(y.Content[0]).Start)
	})
	r.Linked = linkedWords(a, addresses)
	return r
}

// linkedWords returns the words of addresses.
func linkedWords(a *article.Article, addresses []address.Address) []token.Range {
	words := make([]token.Range, len(addresses))
	i := 0
	for n, u := range addresses {
		for i < len(a.Tokens) && a.Tokens[i].End <= u.Start {
			i++
		}
		words[n].First = i
		for i < len(a.Tokens) && a.Tokens[i].Start < u.End {
			i++
		}
		words[n].Last = i
	}
	return words
}

// splitAtCues parts ranges where the time of a recording stands between two words.
func splitAtCues(a *article.Article, ranges []token.Range) (parts []token.Range) {
	for _, w := range ranges {
		for i := w.First + 1; i < w.Last; i++ {
			if a.Gap(i).Has(token.GapCue) {
				parts = append(parts, token.Range{First: w.First, Last: i})
				w.First = i
			}
		}
		parts = append(parts, w)
	}
	return parts
}

// readTagged takes what the tagger has found in the article. Where marks remain
// they decide which words are verbatim, and the labels of a transcript or a
// list of reactions decide who speaks.
func readTagged(a *article.Article, addresses []address.Address) []Attribution {
	r := &ruleReader{Article: a, taken: make([]bool, len(a.Runs))}
	if a.Marked {
		r.readLabels()
	} else {
		r.readFlatTurns()
	}
	var bare []Attribution // cues without content
	for _, found := range a.Tagged {
		x := attributionOf(a, found)
		if len(x.Content) == 0 && len(x.Cue) > 0 {
			bare = append(bare, x)
		}
		if all := len(x.Content); all > 0 {
			if x.Content = withoutAside(a, x.Content); len(x.Content) < all {
				x.Verbatim = within(x.Verbatim, x.Content)
			}
		}
		if len(x.Content) > 0 && !r.claims(x) {
			r.found = append(r.found, x)
		}
	}
	if a.Marked {
		for n := range r.found {
			r.found = append(r.found, r.dropFarParts(&r.found[n])...)
		}
		r.cutAtSentences()
		r.cutRelative()
		r.cutOccasion()
		r.rejoin()
		r.readMissedRuns()
		r.readIntroduced()
		r.joinResumed()
		r.readInner()
		r.readAround()
		r.readMissed()
		r.readMissedPassives()
		r.joinAddressed()
		r.readQuestioned()
	} else {
		r.repair(bare)
		r.cutAtSentences()
		r.readPosts(addresses)
		r.readQuestionedFlat()
		r.readMissedFlat()
		r.readPutFlat()
	}
	for n := range r.found {
		r.dropSetting(&r.found[n])
		r.takeLeading(&r.found[n])
	}
	r.takeToldBefore()
	r.splitVoices()
	r.readParticiples()
	r.readHeaded()
	r.readContacting()
	r.readAdmitted()
	r.readRequested()
	r.readAgents()
	r.readRejected()
	r.readNouns()
	r.readQuoted()
	sortAttributions(r.found)
	return r.found
}

// attributionOf gives what the tagger found its mode.
func attributionOf(a *article.Article, found tagger.Attribution) Attribution {
	x := Attribution{
		Cue: rangesOf(found.Cue), Content: rangesOf(found.Content), Verbatim: rangesOf(found.Verbatim),
		Confidence: found.Confidence,
	}
	if !found.Source.Empty() {
		x.Source = sourceWithin(a, token.Range{First: found.Source.First, Last: found.Source.Last}, x)
		dropOpening(a, &x)
		takeResident(a, &x)
		takePolitician(a, &x)
		takeGivenName(a, &x)
		takeSurname(a, &x)
		takeKin(a, &x)
		takeDescribed(a, &x)
	}
	x.Mode = modeOf(a, actOf(a, x.Cue), x.Source)
	return x
}

// withoutAside leaves out the contents that reach into furniture.
func withoutAside(a *article.Article, content []token.Range) []token.Range {
	return slices.DeleteFunc(content, a.StandsAside)
}

// within returns what of ranges stands within the parts of a content.
func within(ranges, content []token.Range) []token.Range {
	var kept []token.Range
	for _, w := range content {
		kept = append(kept, intersect(ranges, w)...)
	}
	return kept
}

// sourceWithin cuts a source at the ends of sentences and keeps the part that
// stands with the cue. A number before it, such as the clock time of an entry,
// is no part of it.
func sourceWithin(a *article.Article, source token.Range, x Attribution) token.Range {
	before := len(x.Cue) > 0 && x.Cue[0].First < source.First
	for i := source.First + 1; i < source.Last; i++ {
		if !a.Starts[i] || !a.Marked && i+1 == source.Last && a.Tokens[i].Shape == token.ShapeNumber && a.IsNameWord(i-1) {
			continue // "roe 42 said": an age begins no sentence
		}
		if before {
			source.Last = i
			break
		}
		source.First = i
	}
	for source.Len() > 1 && a.Tokens[source.First].Shape == token.ShapeNumber && a.Starts[source.First] {
		source.First++
	}
	return source
}

// dropOpening leaves out of a source the end of the phrase that the sentence opens with, up
// to the comma behind it: "Replying to Jane Roe, | the minister said".
func dropOpening(a *article.Article, x *Attribution) {
	first := x.Source.First
	if !a.Marked || first == 0 || a.Starts[first] || len(x.Cue) == 0 || x.Cue[0].First < first || !lexicon.ClassOf(a.Fold(first-1)).Has(lexicon.Preposition) || a.BreaksPhrase(first) {
		return
	}
	for i := first + 1; i < x.Source.Last; i++ {
		if !a.Gap(i).Has(token.GapComma) {
			continue
		}
		opening := a.Sentences[a.SentenceOf(first)].First
		if word := a.Fold(opening); strings.HasSuffix(word, "ing") && lexicon.ClassOf(a.Fold(i)).Has(lexicon.Determiner) && first-opening < article.MaxSource {
			x.Source.First = i
		}
		return
	}
}

// takeResident widens a source that is only the place in which whoever the sentence begins
// with lives, as reports of courts tell it: "Roe, 44, of Mill Lane, | Selby, denies".
func takeResident(a *article.Article, x *Attribution) {
	first := x.Source.First
	if !a.Marked || len(x.Cue) == 0 || x.Cue[0].First < first || !a.Gap(first).Has(token.GapComma) || !a.Gap(x.Source.Last).Has(token.GapComma) {
		return
	}
	w := token.Range{First: a.Sentences[a.SentenceOf(first)].First, Last: x.Source.Last}
	if w.Len() > 2*article.MaxName {
		return
	}
	of := first - 1
	for of > w.First && a.Fold(of) != "of" {
		of--
	}
	if of < w.First+2 || a.Tokens[of-1].Shape != token.ShapeNumber || !a.Gap(of).Has(token.GapComma) || !a.Gap(of-1).Has(token.GapComma) || !a.IsNameWord(of-2) {
		return
	}
	x.Source.First = w.First
}

// takePolitician widens a source that begins behind the party and place of a
// politician, with what only says more about him or her, by the name: "sen jane roe
// d ohio | chair of the panel said".
func takePolitician(a *article.Article, x *Attribution) {
	party := a.PartyBefore(x.Source.First)
	if party == x.Source.First || x.Source.Len() == 1 || a.MayStart(x.Source.First) || !opensDescription(a.Fold(x.Source.First)) {
		return
	}
	first := a.PhraseStart(party, token.Range{First: max(0, party-article.MaxSource), Last: party})
	if first == party || !a.IsNameWord(party-1) {
		return
	}
	widenSource(x, first)
}

// opensDescription reports whether a word begins what only says more about a person
// who was just named.
func opensDescription(word string) bool {
	switch word {
	case "who", "a", "an", "former", "ranking", "top", "senior":
		return true
	}
	return lexicon.RoleOf(word) == lexicon.PersonRole && !strings.HasPrefix(word, "spokes")
}

// takeGivenName widens a source that begins with a surname by the given name
// before it, which is no part of the content.
func takeGivenName(a *article.Article, x *Attribution) {
	first := x.Source.First
	if !a.Marked && x.Source.Len() == 1 && first > 0 && a.Tokens[first].Shape == token.ShapeNumber && a.CanName(first-1) {
		first-- // "roe | 42 said"
	}
	for first > 0 && a.CanName(first) && (isGivenNameAt(a, first-1) || hasAmpersand(a, first) && a.IsNameWord(first-1)) && !a.BreaksPhrase(first) {
		first--
	}
	first = withInitials(a, first)
	if first == x.Source.First {
		return
	}
	widenSource(x, first)
}

// takeSurname gives a source that ends in a given name the surname behind it, which is
// no part of the cue: "analyst Jane | Roe sees".
func takeSurname(a *article.Article, x *Attribution) {
	at := x.Source.Last
	if !a.Cased && (x.Source.Empty() || isAdverb(a.Fold(at)) || !a.IsRare(at) && !a.IsRare(at-1) || lexicon.RoleOf(a.Fold(at)) != lexicon.NoRole) {
		return
	}
	if len(x.Cue) == 0 || x.Cue[0].First != at || x.Cue[0].Len() < 2 || a.BreaksPhrase(at) || !isGivenNameAt(a, at-1) || !a.CanName(at) {
		return
	}
	if _, isCue := lexicon.LookupCue(a.Fold(at)); isCue || lexicon.ClassOf(a.Fold(at)) != 0 {
		return
	}
	x.Source.Last++
	x.Cue[0].First++
}

// hasAmpersand reports whether "&" stands before token i: "Roe & Pryce".
func hasAmpersand(a *article.Article, i int) bool {
	return strings.Contains(a.Text[a.Tokens[i-1].End:a.Tokens[i].Start], "&")
}

// withInitials returns the first token of the letters before a source, "D.C.
// police"; first itself if there are none or they end a phrase of their own, "in the
// U.S."
func withInitials(a *article.Article, first int) int {
	i := first
	for i > 0 && a.IsOfInitials(i-1) && !a.IsSentenceStart(i) {
		i--
	}
	switch {
	case i == first:
		return first
	case i == 0 || a.Starts[i]:
		return i
	case lexicon.ClassOf(a.Fold(i-1)).Has(lexicon.Determiner) && (i == 1 || !lexicon.ClassOf(a.Fold(i-2)).Has(lexicon.Preposition)):
		return i - 1
	}
	return first
}

// isGivenNameAt reports whether token i is a given name, known or of its own
// kind.
func isGivenNameAt(a *article.Article, i int) bool {
	if a.Cased && a.IsOfInitials(i) {
		return true // "J. Roe"
	}
	if a.IsHomograph(i) {
		return true // "Will Roe"
	}
	return a.CanName(i) && !a.IsAside(i) && lexicon.ClassOf(a.Fold(i)) == 0 && (lexicon.IsGivenName(a.Fold(i)) || a.IsRare(i))
}

// without returns ranges less the words of w.
func without(ranges []token.Range, w token.Range) []token.Range {
	var kept []token.Range
	for _, part := range ranges {
		for _, rest := range []token.Range{{First: part.First, Last: min(part.Last, w.First)}, {First: max(part.First, w.Last), Last: part.Last}} {
			if !rest.Empty() {
				kept = append(kept, rest)
			}
		}
	}
	return kept
}

// dropDateline leaves out of a source the furniture that it begins with: the
// dateline stands before the first one who is named. What stands before a colon is
// one, too, though only the colon shows it: no name goes on behind one.
func dropDateline(a *article.Article, x *Attribution) {
	first := x.Source.First
	for !x.Source.Empty() && a.IsAside(x.Source.First) {
		x.Source.First++
	}
	if !isCapitals(a, first) && !isCapitals(a, first-1) {
		return
	}
	for i := x.Source.First + 1; i < min(x.Source.Last, first+maxDateline); i++ {
		if a.Gap(i).Has(token.GapColon) {
			x.Source.First = i
			return
		}
	}
}

// isCapitals reports whether token i is written in capitals, as the place of a dateline is.
func isCapitals(a *article.Article, i int) bool {
	return i >= 0 && a.Tokens[i].Shape == token.ShapeUpper
}

// maxDateline is how many words a dateline has at the most.
const maxDateline = 8

// readMissedRuns gives the quoted runs that the tagger has passed over to the
// cue clauses beside them: where marks stand, a word or two can be a quotation.
func (r *ruleReader) readMissedRuns() {
	used := r.usedWords()
	for i, run := range r.RunOf {
		if used[i] && run > 0 {
			r.taken[run-1] = true
		}
	}
	for n, sentence := range r.Sentences {
		if r.isClaimed(sentence) || r.StandsAside(sentence) || !r.touchesFreeRun(sentence) {
			continue
		}
		for _, clause := range r.clausesOf(sentence) {
			if clause.lexeme.Frame == lexicon.Object || used[clause.cue.Last-1] {
				continue
			}
			if !r.quotedBefore(clause, sentence, n) {
				r.quotedAfter(clause, sentence, n)
			}
		}
	}
}

// usedWords returns for each token whether it is of a content or a cue found so far.
func (r *ruleReader) usedWords() []bool {
	used := make([]bool, len(r.Tokens))
	for _, x := range r.found {
		token.Mark(used, x.Content)
		token.Mark(used, x.Cue)
	}
	return used
}

// touchesFreeRun reports whether a run that belongs to no attribution stands in
// the sentence or at either end of it.
func (r *ruleReader) touchesFreeRun(sentence token.Range) bool {
	for i := max(sentence.First-1, 0); i <= sentence.Last && i < len(r.Tokens); i++ {
		if run := r.RunOf[i]; run > 0 && !r.taken[run-1] {
			return true
		}
	}
	return false
}

func rangesOf(spans []tagger.Span) []token.Range {
	var ranges []token.Range
	for _, s := range spans {
		ranges = append(ranges, token.Range{First: s.First, Last: s.Last})
	}
	return ranges
}

// actOf returns what the words of a cue say was done; speaking if they do not
// tell.
func actOf(a *article.Article, cue []token.Range) lexicon.Act {
	for _, w := range cue {
		for i := w.First; i < w.Last; i++ {
			if lexeme, ok := lexicon.LookupCue(a.Fold(i)); ok {
				return lexeme.Act
			}
		}
	}
	return lexicon.Speaking
}

// modeOf tells speech from writing and thought by the act and by whether the
// source is a document.
func modeOf(a *article.Article, act lexicon.Act, source token.Range) Mode {
	switch act {
	case lexicon.Thinking:
		return Thought
	case lexicon.Writing:
		return Writing
	}
	for i := source.First; i < source.Last; i++ {
		if lexicon.IsDocument(a.Fold(i)) {
			return Writing
		}
	}
	return Speech
}
