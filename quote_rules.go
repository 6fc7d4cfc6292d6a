package verbatim

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// readByRules finds the attributions of an article from cue clauses, marks and
// the shift of person, without a trained model.
func readByRules(a *article) []attribution {
	r := &ruleReader{article: a, taken: make([]bool, len(a.runs))}
	if a.marked {
		r.readLabels()
		r.readMarked()
	} else {
		r.readUnmarked()
	}
	r.readLoneRuns()
	sortAttributions(r.found)
	return r.found
}

// A ruleReader collects attributions.
type ruleReader struct {
	*article
	taken   []bool  // runs that already belong to an attribution
	claimed []words // words that turns and signatures have used, in order
	found   []attribution
}

// readMarked goes through the sentences of a text with sentence marks.
func (r *ruleReader) readMarked() {
	for n, sentence := range r.sentences {
		if r.isClaimed(sentence) || r.standsAside(sentence) {
			continue
		}
		clauses := r.clausesOf(sentence)
		for k, clause := range clauses {
			limits := sentence
			if k > 0 {
				limits.first = clauses[k-1].extent().last
			}
			if k+1 < len(clauses) {
				limits.last = r.beforeClause(clauses[k+1], sentence)
			}
			r.attribute(clause, limits, n)
		}
	}
}

// isClaimed reports whether a sentence belongs to a turn of a transcript or
// holds a signature.
func (r *ruleReader) isClaimed(sentence words) bool {
	k, _ := slices.BinarySearchFunc(r.claimed, sentence.first, func(w words, at int) int { return cmp.Compare(w.last, at+1) })
	return k < len(r.claimed) && r.claimed[k].overlaps(sentence)
}

// clausesOf finds the cue clauses of a sentence outside its quoted runs.
func (r *ruleReader) clausesOf(sentence words) []cueClause {
	var clauses []cueClause
	limits := sentence
	until := sentence.first // the first quoted word at or after i
	for i := sentence.first; i < sentence.last; i++ {
		if run := r.runOf[i]; run > 0 && r.runs[run-1].len() > 1 {
			i = r.runs[run-1].last - 1
			limits.first = i + 1
			continue
		}
		if until <= i {
			until = r.outsideUntil(i, sentence.last)
		}
		clause, ok := r.clauseAt(i, words{limits.first, until})
		if !ok {
			continue
		}
		if clause.source.empty() {
			clause.source, clause.implied = r.impliedSource(clauses, sentence, i), true
		}
		clauses = append(clauses, clause)
		i = max(i, clause.extent().last-1)
		limits.first = i + 1
	}
	return clauses
}

// impliedSource returns the subject of a participle such as "adding": that of
// the clause before it in the sentence, else the phrase that opens the sentence.
func (r *ruleReader) impliedSource(before []cueClause, sentence words, cue int) words {
	if n := len(before); n > 0 {
		return before[n-1].source
	}
	if !r.marked || r.runOf[sentence.first] > 0 {
		return words{}
	}
	return r.nounPhraseAfter(sentence.first, words{sentence.first, cue})
}

// outsideUntil returns the first token at or after i that stands in a quoted
// run of several words, or last.
func (r *ruleReader) outsideUntil(i, last int) int {
	for ; i < last; i++ {
		if run := r.runOf[i]; run > 0 && r.runs[run-1].len() > 1 {
			return i
		}
	}
	return last
}

// beforeClause returns where the words before a clause end: before the
// conjunction that ties it on, if any.
func (r *ruleReader) beforeClause(next cueClause, sentence words) int {
	first := next.extent().first
	if first > sentence.first && lexicon.ClassOf(r.fold(first-1)).Has(lexicon.Conjunction) {
		return first - 1
	}
	return first
}

// attribute finds the content of one cue clause within limits, words of the
// sentence numbered sentence.
func (r *ruleReader) attribute(clause cueClause, limits words, sentence int) {
	extent := clause.extent()
	quotes := clause.lexeme.Frame != lexicon.Object
	switch {
	case quotes && r.quotedBefore(clause, limits, sentence):
	case r.quotedAfter(clause, limits, sentence):
	case clause.prefixed && extent.first <= limits.first+1, !clause.prefixed && !clause.inverted && r.contentFollows(extent.last, limits):
		r.add(clause, words{r.contentStart(clause), r.throughRun(limits.last)})
	case quotes && extent.first > limits.first:
		r.add(clause, words{limits.first, extent.first})
	}
}

// contentFollows reports whether anything that can be content stands between
// the clause and the end of limits.
func (r *ruleReader) contentFollows(from int, limits words) bool {
	if from >= limits.last {
		return false
	}
	if limits.last-from < 4 && isDayWord(r.fold(limits.last-1)) {
		return false
	}
	if r.gap(from).has(gapComma) && limits.first < from {
		return false
	}
	switch r.fold(from) {
	case "on", "in", "at", "during", "after", "before", "when":
		return limits.last-from > 8
	}
	return true
}

// contentStart returns the first word of what follows a clause, past the
// listener that its cue names.
func (r *ruleReader) contentStart(clause cueClause) int {
	first := clause.extent().last
	if clause.lexeme.Frame != lexicon.Listener {
		return first
	}
	for i := first; i < min(first+8, len(r.tokens)); i++ {
		switch {
		case r.fold(i) == "that" || r.runOf[i] > 0:
			return i
		case r.gap(i).has(gapComma | gapColon):
			return i
		}
	}
	if lexicon.ClassOf(r.fold(first)) != 0 || r.isNameWord(first) {
		return min(first+1, len(r.tokens))
	}
	return first
}

// throughRun returns last, or the end of the run that stands across it.
func (r *ruleReader) throughRun(last int) int {
	if last > 0 && last < len(r.tokens) {
		if run := r.runOf[last-1]; run > 0 && run == r.runOf[last] {
			return r.runs[run-1].last
		}
	}
	return last
}

// quotedBefore attributes the run that ends right before the clause: “…,” she
// said. What stands unquoted before the run in its sentence is content too.
func (r *ruleReader) quotedBefore(clause cueClause, limits words, sentence int) bool {
	extent := clause.extent()
	if extent.first == 0 || r.runOf[extent.first-1] == 0 {
		return false
	}
	run := int(r.runOf[extent.first-1]) - 1
	if r.runs[run].last != extent.first || r.taken[run] {
		return false
	}
	content := r.runs[run].words
	if !r.opensSentence(content.first) {
		content.first = min(content.first, limits.first)
	}
	a := r.newAttribution(clause)
	for earlier := run - 1; earlier >= 0 && !r.taken[earlier] && r.runs[earlier].last == content.first && r.opensSentence(content.first) &&
		!r.paragraphStart(content.first); earlier-- {
		content.first = r.runs[earlier].first
	}
	a.content = append(a.content, content)
	r.takeRuns(&a, content)
	r.continueQuote(&a, extent.last, run+1, sentence)
	r.found = append(r.found, a)
	return true
}

// quotedAfter attributes the run that a clause introduces: She said, “…”
func (r *ruleReader) quotedAfter(clause cueClause, limits words, sentence int) bool {
	extent := clause.extent()
	first := r.outsideUntil(extent.last, min(extent.last+12, limits.last))
	atEnd := limits.last < len(r.tokens) && r.gap(limits.last).has(gapColon|gapComma) && first >= limits.last
	if atEnd && r.runOf[limits.last] > 0 {
		first = limits.last
	} else if first >= min(extent.last+12, limits.last) {
		return false
	}
	run := int(r.runOf[first]) - 1
	if run < 0 || r.runs[run].first != first || r.taken[run] {
		return false
	}
	a := r.newAttribution(clause)
	introduced := r.gap(first).has(gapComma|gapColon) || first == r.contentStart(clause)
	content := r.runs[run].words
	end := r.throughRun(limits.last)
	if !introduced || clause.lexeme.Frame == lexicon.Object {
		content.first = min(r.contentStart(clause), content.first)
	}
	if content.last < end && !r.isSentenceStart(content.last) {
		content.last = end
	}
	a.content = append(a.content, content)
	r.takeRuns(&a, content)
	r.continueQuote(&a, content.last, run+1, sentence)
	r.found = append(r.found, a)
	return true
}

// continueQuote adds the runs that go on in the same voice: right after the
// clause, or as whole sentences of the same paragraph, or at the head of the
// next paragraph where a quotation was left open.
func (r *ruleReader) continueQuote(a *attribution, from, run, sentence int) {
	for ; run < len(r.runs) && !r.taken[run]; run++ {
		next := r.runs[run]
		joined := next.first == from
		whole := r.opensSentence(next.first) && !r.hasParagraphBetween(from, next.first) && r.sentenceWithoutClause(next.words, sentence)
		resumed := run > 0 && r.runs[run-1].continues
		if !joined && !whole && !resumed || next.single != r.runs[max(run-1, 0)].single {
			return
		}
		if !resumed && joined && r.hasParagraphBetween(from-1, next.first) {
			return
		}
		a.content = append(a.content, next.words)
		r.takeRuns(a, next.words)
		from = next.last
	}
}

// sentenceWithoutClause reports whether what follows the run in its sentence,
// if anything, is no cue clause of its own.
func (r *ruleReader) sentenceWithoutClause(run words, from int) bool {
	if r.isSentenceStart(run.last) {
		return true
	}
	sentence, _ := r.sentenceAround(run.last, from)
	for i := run.last; i < min(sentence.last, run.last+maxSource); i++ {
		if _, ok := r.clauseAt(i, words{run.last, sentence.last}); ok {
			return false
		}
	}
	return true
}

func (r *ruleReader) hasParagraphBetween(from, to int) bool {
	for i := from + 1; i <= to && i < len(r.tokens); i++ {
		if r.paragraphStart(i) {
			return true
		}
	}
	return false
}

// opensSentence reports whether token i is the first of a sentence or of what
// a colon or dash announces.
func (r *ruleReader) opensSentence(i int) bool {
	return r.isSentenceStart(i) || r.gap(i).has(gapColon)
}

// newAttribution begins an attribution with the source and cue of a clause.
func (r *ruleReader) newAttribution(clause cueClause) attribution {
	return attribution{source: clause.source, cue: []words{clause.cue}, mode: r.modeOf(clause.lexeme.Act, clause.source), confidence: clause.lexeme.Weight}
}

// add appends an attribution with one content and the runs within it.
func (r *ruleReader) add(clause cueClause, content words) {
	content = r.trim(content)
	if content.empty() {
		return
	}
	a := r.newAttribution(clause)
	a.content = []words{content}
	r.takeRuns(&a, content)
	r.found = append(r.found, a)
}

// trim leaves out a conjunction at either end of a content.
func (r *ruleReader) trim(content words) words {
	for !content.empty() && isJoint(r.fold(content.last-1)) {
		content.last--
	}
	for !content.empty() && isJoint(r.fold(content.first)) {
		content.first++
	}
	return content
}

func isJoint(word string) bool { return word == "and" || word == "but" || word == "as" }

// takeRuns marks the runs within content as used and records their words as
// verbatim.
func (r *ruleReader) takeRuns(a *attribution, content words) {
	for i := content.first; i < content.last; i++ {
		run := int(r.runOf[i]) - 1
		if run < 0 {
			continue
		}
		r.taken[run] = true
		part := words{max(content.first, r.runs[run].first), min(content.last, r.runs[run].last)}
		a.verbatim = append(a.verbatim, part)
		i = part.last - 1
	}
}

// readLoneRuns attributes the runs that no cue clause claimed. A run of whole
// sentences goes on with the voice before it; a run within a sentence is a
// scare quote or a title unless it is long enough to be somebody's words.
func (r *ruleReader) readLoneRuns() {
	voices := slices.DeleteFunc(slices.Clone(r.found), func(a attribution) bool { return len(a.verbatim) == 0 || a.source.empty() })
	slices.SortStableFunc(voices, func(a, b attribution) int { return cmp.Compare(a.end(), b.end()) })
	var before attribution // the last of the voices that has ended
	for n, run := range r.runs {
		if r.taken[n] || run.len() < 3 || r.isTitle(run.words) {
			continue
		}
		for len(voices) > 0 && voices[0].end() <= run.first {
			if before.content == nil || voices[0].end() > before.end() {
				before = voices[0]
			}
			voices = voices[1:]
		}
		whole := r.opensSentence(run.first) && r.isSentenceStart(run.last)
		a := attribution{content: []words{run.words}, verbatim: []words{run.words}, mode: Speech, confidence: 0.4}
		if whole && before.content != nil && run.first-before.end() < maxVoiceGap {
			a.source, a.confidence = before.source, 0.5
			before = a
		}
		r.taken[n] = true
		r.found = append(r.found, a)
	}
}

// maxVoiceGap is how many words may stand between a quotation and the one that
// it goes on from.
const maxVoiceGap = 60
