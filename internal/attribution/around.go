package attribution

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// Some quotations have their speaker named without a verb of saying: by a noun for
// what was said, “…,” was the answer from Roe, by a colon after a sentence about
// somebody, Roe was blunt: “…”, or by a sentence about the words, That is how Roe
// describes it.

// aroundConfidence is that of a quotation whose speaker is named so.
const aroundConfidence = 0.6

// readAround names the speakers of quotations that the tagger has found no source
// for, or has passed over.
func (r *ruleReader) readAround() {
	of := r.attributionsOf()
	for _, run := range r.Runs {
		n := of[run.First] - 1
		known := n >= 0 && r.lacksSource(r.found[n])
		if n >= 0 && !known && len(r.found[n].Cue) == 0 && r.found[n].Content[0].First == run.First {
			source, cue := r.utteranceAfter(run.Range) // against whoever spoke before
			if known = !source.Empty(); known && len(r.found[n].Content) == 1 {
				r.found[n].Source, r.found[n].Cue = source, []token.Range{cue}
				continue
			}
		}
		if n >= 0 && !known || r.StandsAside(run.Range) || r.Headline.Contains(run.First) {
			continue
		}
		begins := known && r.found[n].Content[0].First == run.First
		var source, cue token.Range
		if known && !begins {
			source, cue = r.inTheWordsOf(run.Range)
			if source.Empty() {
				source, cue = r.heldBy(run.Range)
			}
		} else {
			source, cue = r.around(run.Range)
		}
		if source.Empty() && begins {
			source, cue = r.clauseAfter(run.Range)
		}
		if source.Empty() {
			source, cue = r.judgedBy(run.Range)
		}
		if source.Empty() {
			source, cue = r.asPut(run.Range)
		}
		if source.Empty() {
			continue
		}
		if !known {
			n = len(r.found)
			r.found = append(r.found, Attribution{Content: []token.Range{run.Range}, Verbatim: []token.Range{run.Range}, Mode: Speech})
		}
		x := &r.found[n]
		x.Source, x.Confidence = source, max(x.Confidence, aroundConfidence)
		if x.Cue = nil; !cue.Empty() {
			x.Cue = []token.Range{cue}
		}
		if slices.ContainsFunc(x.Content, x.isBeside) {
			x.Content, x.Verbatim = []token.Range{run.Range}, []token.Range{run.Range}
		}
	}
}

// lacksSource reports whether nobody is named for the words of an attribution, or
// only by a verb that quotes nothing: “…” Those were the words of Roe when they
// called.
func (r *ruleReader) lacksSource(x Attribution) bool {
	if len(x.Cue) == 0 || x.Source.Empty() && x.Cue[0].Len() == 1 && isReading(r.Fold(x.Cue[0].First)) {
		return x.Source.Empty()
	}
	return len(x.Content) == 1 && x.Content[0].Last < x.Cue[0].First && !r.quotes(x) && !r.IsSentenceStart(x.Cue[0].First) && r.SentenceOf(x.Content[0].Last-1) != r.SentenceOf(x.Cue[0].First)
}

// isReading reports whether a verb tells what is written somewhere: "the sign read".
func isReading(word string) bool { return word == "read" || word == "reads" || word == "ran" }

// around returns the words that name the speaker of a quoted run, and those that
// say so, if there are any.
func (r *ruleReader) around(run token.Range) (source, cue token.Range) {
	for _, read := range [...]func(token.Range) (source, cue token.Range){r.utteranceAfter, r.manner, r.verbAtEnd, r.inTheWordsOf, r.beforeColon} {
		if source, cue = read(run); !source.Empty() {
			return source, cue
		}
	}
	return token.Range{}, token.Range{}
}

// longestTag is how many words may name the one who speaks before the verb that ends the
// sentence of a quotation.
const longestTag = 4

// verbAtEnd reads “…?” Roe pressed. and “…,” prodded Roe. Whatever verb ends the sentence
// that a quotation goes on with tells how the words were said.
func (r *ruleReader) verbAtEnd(run token.Range) (source, cue token.Range) {
	at := run.Last
	if at >= len(r.Tokens) || !r.Gap(at).Has(token.GapComma|token.GapQuestion) || r.Gap(at).Has(token.GapParagraph|token.GapLine) {
		return token.Range{}, token.Range{}
	}
	first, verb := at, at
	if isRegularPast(r.Fold(at)) {
		first++
	}
	end := first
	for end < min(len(r.Tokens), first+longestTag) && r.IsNameWord(end) && (end == first || !r.BreaksPhrase(end)) {
		end++
	}
	last := end
	if first == at {
		verb, last = end, end+1
	}
	if end == first || last > len(r.Tokens) || !isRegularPast(r.Fold(verb)) || last < len(r.Tokens) && !r.Gap(last).Has(token.GapFullStop|token.GapParagraph) {
		return token.Range{}, token.Range{}
	}
	return token.Range{First: first, Last: end}, token.Range{First: verb, Last: verb + 1}
}

// clauseAfter reads “…,” the engineer, Jane Roe, had written.
func (r *ruleReader) clauseAfter(run token.Range) (source, cue token.Range) {
	limits := r.restOf(run.Last)
	if r.IsSentenceStart(run.Last) {
		source = r.subjectAt(limits.First, limits)
		if verb := source.Last; r.Gap(run.Last).Has(token.GapQuestion) && verb > run.Last && verb < limits.Last && isContacting(r.Fold(verb)) && r.Fold(verb) != "called" && r.canReport(source) {
			return source, token.Range{First: verb, Last: verb + 1} // “Where are you?” Roe messaged her.
		}
		return token.Range{}, token.Range{}
	}
	if limits.First < limits.Last && isImploring(r.Fold(limits.First)) {
		if source = r.NounPhraseAfter(limits.First+1, limits); !source.Empty() {
			return r.withName(source, limits), token.Range{First: limits.First, Last: limits.First + 1}
		}
	}
	if source, cue = r.yetToTell(limits); !source.Empty() {
		return source, cue
	}
	if source = r.subjectAt(limits.First, limits); !source.Empty() && source.Last < limits.Last && isContacting(r.Fold(source.Last)) && r.Fold(source.Last) != "called" {
		return source, token.Range{First: source.Last, Last: source.Last + 1}
	}
	for i := limits.First; i < min(limits.Last, limits.First+article.MaxSource); i++ {
		clause, ok := clauseAt(r.Article, i, limits)
		if ok && clause.extent().First == limits.First && quotingVerb(clause.lexeme) {
			return clause.source, clause.cue
		}
	}
	return token.Range{}, token.Range{}
}

// yetToTell reads “…,” Roe is due to tell the board.
func (r *ruleReader) yetToTell(limits token.Range) (source, cue token.Range) {
	source = r.NounPhraseAt(limits.First, limits)
	const group = 5 // words: "is now expected to say"
	for i := source.Last + 1; i+1 < min(limits.Last, source.Last+group); i++ {
		if lexicon.StanceOf(r.Fold(i)) == lexicon.Foreseeing && isBe(r.Article, source.Last) && r.Fold(i+1) == "to" && lexicon.IsSaying(r.Fold(i+2)) && !source.Empty() {
			return source, token.Range{First: source.Last, Last: i + 3}
		}
	}
	return token.Range{}, token.Range{}
}

// isImploring reports whether a verb that asks somebody for something may stand between a
// quotation and who says it: “…,” begged Roe.
func isImploring(word string) bool {
	switch word {
	case "begged", "pleaded", "implored", "urged", "demanded", "appealed", "beseeched", "ordered", "instructed", "prayed":
		return true
	}
	return false
}

// withName widens a description by the name between commas behind it: "the girl's mother,
// Jane Roe,".
func (r *ruleReader) withName(w, limits token.Range) token.Range {
	last := w.Last
	for last < limits.Last && r.IsNameWord(last) && (last == w.Last || !r.BreaksPhrase(last)) {
		last++
	}
	if r.areNames(token.Range{First: w.Last, Last: last}) {
		w.Last = last
	}
	return w
}

// isUtteranceNoun reports whether a noun stands for something said.
func isUtteranceNoun(word string) bool {
	switch word {
	case "reply", "answer", "response", "verdict", "message", "advice", "warning", "words", "comment", "conclusion", "view", "reaction",
		"assessment", "explanation", "retort", "complaint", "promise", "plea", "request", "question", "remark", "statement", "tweet",
		"email", "letter", "note", "memo", "text", "prediction", "description", "summary", "argument", "claim", "motto", "excuse", "defence", "defense", "rebuttal":
		return true
	}
	return false
}

// maxUtterance is how many words may stand between a quotation and the noun for it.
const maxUtterance = 6

// utteranceAfter reads “…,” came the reply from Roe, and “…,” were the last words
// of Roe.
func (r *ruleReader) utteranceAfter(run token.Range) (source, cue token.Range) {
	first := run.Last
	if (r.IsSentenceStart(first) || r.Gap(first).Has(token.GapDash)) && isPointing(r.Fold(first)) {
		first++
	}
	switch r.Fold(first) {
	case "came", "was", "were", "is", "ran", "read", "reads":
	default:
		return token.Range{}, token.Range{}
	}
	limits := r.restOf(first)
	if r.Fold(first+1) == "all" {
		return r.allThatSaid(first+2, limits)
	}
	for i := first + 1; i < min(first+1+maxUtterance, limits.Last-1); i++ {
		if !isUtteranceNoun(r.Fold(i)) {
			continue
		}
		if of := r.Fold(i + 1); of == "of" || of == "from" {
			return r.withName(r.NounPhraseAfter(i+2, limits), limits), token.Range{First: first, Last: i + 1}
		}
		if owner := r.ownerOf(token.Range{First: first + 1, Last: i}); !owner.Empty() {
			return owner, token.Range{First: i, Last: i + 1}
		}
		return r.utterer(i+1, limits)
	}
	return token.Range{}, token.Range{}
}

// allThatSaid reads “…” was all that Roe would say.
func (r *ruleReader) allThatSaid(i int, limits token.Range) (source, cue token.Range) {
	if r.Fold(i) == "that" {
		i++
	}
	for say := i + 1; say < min(limits.Last, i+article.MaxSource); say++ {
		if r.Fold(say) != "say" && r.Fold(say) != "said" {
			continue
		}
		group := groupStart(r.Article, say)
		for group > i && (r.Fold(group-1) == "to" || lexicon.ClassOf(r.Fold(group-1)).Has(lexicon.Auxiliary)) {
			group-- // "had to say"
		}
		return token.Range{First: i, Last: group}, token.Range{First: group, Last: say + 1}
	}
	return token.Range{}, token.Range{}
}

// ownerOf returns whose the noun behind words is: "was | Jane Roe |'s final | verdict".
func (r *ruleReader) ownerOf(w token.Range) token.Range {
	if w.Len() > 0 && lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Possessive) {
		return token.Range{First: w.First, Last: w.First + 1}
	}
	for i := w.First + 1; i < w.Last; i++ {
		if r.Fold(i) == "s" && r.Gap(i).Has(token.GapApostrophe|token.GapSingleClose) {
			return token.Range{First: w.First, Last: i}
		}
	}
	return token.Range{}
}

// utterer reads behind the noun for what was said the one who said it: the last words
// “that Roe spoke”, the first words “out of Roe's mouth”.
func (r *ruleReader) utterer(i int, limits token.Range) (source, cue token.Range) {
	if r.Fold(i) == "out" && r.Fold(i+1) == "of" {
		for k := i + 3; k+1 < limits.Last; k++ {
			if r.Fold(k) == "s" && r.Fold(k+1) == "mouth" {
				return token.Range{First: i + 2, Last: k}, token.Range{First: i - 1, Last: i}
			}
		}
		return token.Range{}, token.Range{}
	}
	if r.Fold(i) == "that" {
		i++
	}
	source = r.subjectAt(i, limits)
	switch verb := source.Last; r.Fold(verb) {
	case "spoke", "said", "uttered", "shouted", "wrote", "asks", "asked", "poses", "posed", "gave", "gives", "uses", "used", "repeats", "repeated", "sent", "chose":
		return source, token.Range{First: verb, Last: verb + 1}
	}
	return token.Range{}, token.Range{}
}

// isPointing reports whether a word stands for what was said right before.
func isPointing(word string) bool {
	return word == "that" || word == "this" || word == "those" || word == "these"
}

// manner reads “…” That is how Roe describes the flood, and “…” is how Roe put it.
func (r *ruleReader) manner(run token.Range) (source, cue token.Range) {
	be := run.Last
	if r.IsSentenceStart(be) && isPointing(r.Fold(be)) {
		be++
	}
	if !isBe(r.Article, be) && (be == run.Last || r.Fold(be) != "s") || r.Fold(be+1) != "how" {
		return token.Range{}, token.Range{}
	}
	limits := r.restOf(be)
	source = r.subjectAt(be+2, limits)
	if source.Empty() {
		return token.Range{}, token.Range{}
	}
	if verb := r.pastApposition(source.Last, limits); r.isActAt(verb) {
		return source, token.Range{First: verb, Last: verb + 1}
	}
	return token.Range{}, token.Range{}
}

// pastApposition returns the token after the second of two commas that the words from
// token i on stand between: "Jane Roe, a juror, | summed it up"; i if there are none.
func (r *ruleReader) pastApposition(i int, limits token.Range) int {
	if !r.Gap(i).Has(token.GapComma) {
		return i
	}
	for k := i + 1; k < min(i+article.MaxName, limits.Last); k++ {
		if r.Gap(k).Has(token.GapComma) {
			return k
		}
	}
	return i
}

// subjectAt returns the noun phrase at token i, up to its verb.
func (r *ruleReader) subjectAt(i int, limits token.Range) token.Range {
	w := r.NounPhraseAt(i, limits)
	for k := w.First + 1; k < w.Last; k++ {
		if r.isActAt(k) {
			w.Last = k
		}
	}
	return w
}

// isActAt reports whether token i is a verb that tells what somebody does.
func (r *ruleReader) isActAt(i int) bool {
	word := r.Fold(i)
	if r.Cased && r.IsNameWord(i) {
		return false
	}
	_, known := lexicon.LookupCue(word)
	present := len(word) > 4 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && lexicon.ClassOf(r.Fold(i+1)).Has(lexicon.Determiner|lexicon.Possessive|lexicon.Preposition)
	return known || present || isPutting(word) || word == "sums" || word == "sees" || lexicon.IsPastTense(word) || isRegularPast(word)
}

// inTheWordsOf reads In the words of Roe, “…”, and “…,” in the words of Roe.
func (r *ruleReader) inTheWordsOf(run token.Range) (source, cue token.Range) {
	first := run.Last
	if !r.saysInTheWordsOf(first) {
		for first = run.First - 1; first > 0 && run.First-first < article.MaxSource && !r.saysInTheWordsOf(first); first-- {
		}
		if !r.saysInTheWordsOf(first) {
			return token.Range{}, token.Range{}
		}
	}
	cue = token.Range{First: first, Last: first + len(inTheWordsOf)}
	limits := r.restOf(first)
	if first < run.First {
		limits.Last = run.First
	}
	source = r.NounPhraseAfter(cue.Last, limits)
	if first < run.First && !source.Empty() && r.areNames(token.Range{First: source.Last, Last: run.First}) {
		source.Last = run.First // "of its architect, Jane Roe, “…”"
	}
	if first < run.First && source.Last < run.First {
		return token.Range{}, token.Range{}
	}
	return source, cue
}

// areNames reports whether words stand behind a comma, if there are any, and are a name.
func (r *ruleReader) areNames(w token.Range) bool {
	for i := w.First; i < w.Last; i++ {
		if !r.IsNameWord(i) {
			return false
		}
	}
	return w.Empty() || r.Gap(w.First).Has(token.GapComma)
}

// asPut reads As Roe once put it, “…”, and “…,” as Roe put it.
func (r *ruleReader) asPut(run token.Range) (source, cue token.Range) {
	if as := run.Last; as < len(r.Tokens) && r.Fold(as) == "as" && !r.IsSentenceStart(as) {
		return r.putFrom(as, min(len(r.Tokens), as+article.MaxSource))
	}
	first := max(0, run.First-article.MaxSource)
	for as := run.First - 1; as >= first && r.RunOf[as] == 0; as-- {
		if r.Fold(as) == "as" {
			return r.putFrom(as, run.First)
		}
	}
	return token.Range{}, token.Range{}
}

// putFrom reads "as Roe once put it" from token as, up to token last.
func (r *ruleReader) putFrom(as, last int) (source, cue token.Range) {
	for put := as + 2; put+1 < last; put++ {
		if word := r.Fold(put); word != "put" && word != "puts" || r.Fold(put+1) != "it" {
			continue
		}
		group := verbGroup(r.Article, put, token.Range{First: as + 1, Last: put + 1})
		if group.First > as+1 && r.Fold(group.First-1) == "once" {
			group.First--
		}
		if source = r.NounPhraseAfter(as+1, token.Range{First: as + 1, Last: group.First}); source.Last == group.First {
			return source, token.Range{First: group.First, Last: put + 2}
		}
	}
	return token.Range{}, token.Range{}
}

// isHeld reports whether a participle may tell with "as" what somebody holds something to be.
func isHeld(participle string) bool {
	return participle == "described" || participle == "branded" || isJudgedVerb(participle)
}

// heldBy reads Plans for a bridge were dismissed by Roe as “…”.
func (r *ruleReader) heldBy(run token.Range) (source, cue token.Range) {
	as := run.First - 1
	if as < 0 || r.Fold(as) != "as" {
		return token.Range{}, token.Range{}
	}
	for by := as - 1; by > 1 && as-by < article.MaxSource; by-- {
		verb := by - 1
		if r.Fold(by) != "by" || beBefore(r.Article, verb) < 0 || !isHeld(r.Fold(verb)) {
			continue
		}
		if source = r.NounPhraseAfter(by+1, token.Range{First: by + 1, Last: as}); source.Last == as {
			return source, token.Range{First: verb, Last: verb + 1}
		}
	}
	return token.Range{}, token.Range{}
}

var inTheWordsOf = [...]string{"in", "the", "words", "of"}

func (r *ruleReader) saysInTheWordsOf(i int) bool {
	for k, word := range inTheWordsOf {
		if r.Fold(i+k) != word {
			return false
		}
	}
	return true
}

// maxBeforeColon is how many words a sentence may have that ends in a colon and is
// about who speaks next.
const maxBeforeColon = 16

// beforeColon reads Roe was blunt: “…”, and The verdict of Roe: “…”
func (r *ruleReader) beforeColon(run token.Range) (source, cue token.Range) {
	if run.First == 0 || !r.Gap(run.First).Has(token.GapColon|token.GapQuestion) {
		return token.Range{}, token.Range{}
	}
	sentence := r.Sentences[r.SentenceOf(run.First-1)]
	limits := token.Range{First: sentence.First, Last: run.First}
	if r.Gap(run.First).Has(token.GapQuestion) && !isUtteranceNoun(r.Fold(run.First-1)) {
		return token.Range{}, token.Range{} // but "Her verdict? “…”"
	}
	if limits.Len() > maxBeforeColon || r.RunOf[limits.First] > 0 {
		return token.Range{}, token.Range{}
	}
	subject := r.subjectAt(limits.First, limits)
	if subject.Empty() {
		return token.Range{}, token.Range{}
	}
	for i := subject.First; i < subject.Last; i++ {
		if !isUtteranceNoun(r.Fold(i)) {
			continue
		}
		cue = token.Range{First: i, Last: i + 1}
		switch before, after := r.Fold(i-1), r.Fold(i+1); {
		case after == "of" || after == "from":
			return token.Range{First: i + 2, Last: max(i+2, subject.Last)}, cue
		case lexicon.ClassOf(before).Has(lexicon.Possessive):
			return token.Range{First: i - 1, Last: i}, cue
		}
		for k := i - 1; k > subject.First; k-- {
			if r.Fold(k) == "s" && r.Gap(k).Has(token.GapApostrophe) {
				return token.Range{First: subject.First, Last: k}, cue
			}
		}
		return token.Range{}, token.Range{}
	}
	subject.Last = r.throughName(subject.Last, limits)
	if !r.isPersonal(subject) || subject.Last == run.First || !isBe(r.Article, subject.Last) && !isPutting(r.Fold(subject.Last)) && !r.hasWords(token.Range{First: subject.Last, Last: run.First}) {
		return token.Range{}, token.Range{} // "Roe on trade: '…'" is a heading
	}
	return subject, token.Range{First: subject.Last, Last: min(subject.Last+1, run.First)}
}

// hasWords reports whether what is told of somebody is what they had to say: "had a short
// answer for her critics", "needed just three words".
func (r *ruleReader) hasWords(w token.Range) bool {
	switch r.Fold(w.First) {
	case "had", "has", "gave", "gives", "offered", "offers", "needed", "used", "chose", "issued", "sent", "delivered", "left", "kept":
	default:
		return false
	}
	found := false
	for i := w.First + 1; i < w.Last; i++ {
		if word := r.Fold(i); word == "from" || word == "by" {
			return false // "had an answer from the board"
		}
		found = found || isUtteranceNoun(r.Fold(i)) && !lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Possessive)
	}
	return found
}

// isPutting reports whether a verb tells that something is put into words.
func isPutting(word string) bool { return word == "put" || word == "puts" }

// throughName returns the token after the name that stands between commas after
// token i, or i.
func (r *ruleReader) throughName(i int, limits token.Range) int {
	if !r.Gap(i).BareBut(token.GapComma) || !r.Gap(i).Has(token.GapComma) {
		return i
	}
	for k := i; k < min(i+article.MaxName, limits.Last); k++ {
		if k > i && r.Gap(k).Has(token.GapComma) {
			return k
		}
		if !r.CanName(k) {
			return i
		}
	}
	return i
}

// isPersonal reports whether a subject is a person: a pronoun, a name, or a noun
// for one.
func (r *ruleReader) isPersonal(w token.Range) bool {
	if w.Len() == 1 && lexicon.ClassOf(r.Fold(w.First)).Has(lexicon.Subject) {
		return lexicon.GenderOf(r.Fold(w.First)) != lexicon.UnknownGender
	}
	for i := w.First; i < w.Last; i++ {
		if lexicon.RoleOf(r.Fold(i)) == lexicon.PersonRole || i > w.First && r.IsNameWord(i) || lexicon.IsGivenName(r.Fold(i)) {
			return true
		}
	}
	return w.Len() == 1 && r.IsNameWord(w.First) && !lexicon.IsFunctionWord(r.Fold(w.First)) && (!r.Starts[w.First] || lexicon.HasCapital(r.Fold(w.First)))
}

// restOf returns the words of the sentence from token i on.
func (r *ruleReader) restOf(i int) token.Range {
	last := i + 1
	for last < len(r.Tokens) && last-i < 2*article.MaxSource && !r.IsSentenceStart(last) {
		last++
	}
	return token.Range{First: i, Last: min(last, len(r.Tokens))}
}
