package attribution

import (
	"cmp"
	"slices"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readByRules finds the attributions of an article from cue clauses, marks and
// the shift of person, without a trained model.
func readByRules(a *article.Article) []Attribution {
	r := &ruleReader{Article: a, taken: make([]bool, len(a.Runs))}
	if a.Marked {
		r.readLabels()
		r.readMarked()
	} else {
		r.readUnmarked()
	}
	r.readLoneRuns()
	r.readContacting()
	sortAttributions(r.found)
	return r.found
}

// A ruleReader collects attributions.
type ruleReader struct {
	*article.Article
	taken   []bool        // runs that already belong to an attribution
	claimed []token.Range // words that turns and signatures have used, in order
	found   []Attribution

	// Of flattened text: words that are surnames, and those that are initials, of
	// persons whom it names in full.
	surnames, initials map[string]bool
}

// readMarked goes through the sentences of a text with sentence marks.
func (r *ruleReader) readMarked() {
	for n, sentence := range r.Sentences {
		if r.isClaimed(sentence) || r.StandsAside(sentence) {
			continue
		}
		clauses := r.clausesOf(sentence)
		for k, clause := range clauses {
			limits := sentence
			if k > 0 {
				limits.First = clauses[k-1].extent().Last
			}
			if k+1 < len(clauses) {
				limits.Last = r.beforeClause(clauses[k+1], sentence)
			}
			r.attribute(clause, limits, n)
		}
	}
}

// isClaimed reports whether a sentence belongs to a turn of a transcript or
// holds a signature.
func (r *ruleReader) isClaimed(sentence token.Range) bool {
	k, _ := slices.BinarySearchFunc(r.claimed, sentence.First, func(w token.Range, at int) int { return cmp.Compare(w.Last, at+1) })
	return k < len(r.claimed) && r.claimed[k].Overlaps(sentence)
}

// clausesOf finds the cue clauses of a sentence outside its quoted runs.
func (r *ruleReader) clausesOf(sentence token.Range) []cueClause {
	var clauses []cueClause
	limits := sentence
	until := sentence.First // the first quoted word at or after i
	for i := sentence.First; i < sentence.Last; i++ {
		if run := r.RunOf[i]; run > 0 && r.Runs[run-1].Len() > 1 {
			i = r.Runs[run-1].Last - 1
			limits.First = i + 1
			continue
		}
		if until <= i {
			until = r.outsideUntil(i, sentence.Last)
		}
		clause, ok := clauseAt(r.Article, i, token.Range{First: limits.First, Last: until})
		if !ok {
			continue
		}
		if clause.source.Empty() {
			clause.source, clause.implied = r.impliedSource(clauses, sentence, i), true
		}
		clauses = append(clauses, clause)
		i = max(i, clause.extent().Last-1)
		limits.First = i + 1
	}
	return clauses
}

// impliedSource returns the subject of a participle such as "adding": that of
// the clause before it in the sentence, else the phrase that opens the sentence.
func (r *ruleReader) impliedSource(before []cueClause, sentence token.Range, cue int) token.Range {
	if n := len(before); n > 0 {
		return before[n-1].source
	}
	if !r.Marked || r.RunOf[sentence.First] > 0 {
		return token.Range{}
	}
	return r.NounPhraseAfter(sentence.First, token.Range{First: sentence.First, Last: cue})
}

// outsideUntil returns the first token at or after i that stands in a quoted
// run of several words, or last.
func (r *ruleReader) outsideUntil(i, last int) int {
	for ; i < last; i++ {
		if run := r.RunOf[i]; run > 0 && r.Runs[run-1].Len() > 1 {
			return i
		}
	}
	return last
}

// beforeClause returns where the words before a clause end: before the
// conjunction that ties it on, if any.
func (r *ruleReader) beforeClause(next cueClause, sentence token.Range) int {
	first := next.extent().First
	if first > sentence.First && lexicon.ClassOf(r.Fold(first-1)).Has(lexicon.Conjunction) {
		return first - 1
	}
	return first
}

// attribute finds the content of one cue clause within limits, words of the
// sentence numbered sentence.
func (r *ruleReader) attribute(clause cueClause, limits token.Range, sentence int) {
	extent := clause.extent()
	quotes := clause.lexeme.Frame != lexicon.Object
	switch {
	case quotes && r.quotedBefore(clause, limits, sentence):
	case r.quotedAfter(clause, limits, sentence):
	case clause.prefixed && extent.First <= limits.First+1, !clause.prefixed && !clause.inverted && r.contentFollows(extent.Last, limits):
		r.add(clause, token.Range{First: r.contentStart(clause), Last: r.throughRun(limits.Last)})
	case quotes && extent.First > limits.First:
		r.add(clause, token.Range{First: limits.First, Last: extent.First})
	}
}

// contentFollows reports whether anything that can be content stands between
// the clause and the end of limits.
func (r *ruleReader) contentFollows(from int, limits token.Range) bool {
	if from >= limits.Last {
		return false
	}
	if limits.Last-from < 4 && lexicon.IsDayWord(r.Fold(limits.Last-1)) {
		return false
	}
	if r.Gap(from).Has(token.GapComma) && limits.First < from {
		return false
	}
	switch r.Fold(from) {
	case "on", "in", "at", "during", "after", "before", "when":
		return limits.Last-from > 8
	}
	return true
}

// contentStart returns the first word of what follows a clause, past the
// one addressed that its cue names.
func (r *ruleReader) contentStart(clause cueClause) int {
	first := clause.extent().Last
	if clause.lexeme.Frame != lexicon.Addressee {
		return first
	}
	for i := first; i < min(first+8, len(r.Tokens)); i++ {
		switch {
		case r.Fold(i) == "that" || r.RunOf[i] > 0:
			return i
		case r.Gap(i).Has(token.GapComma | token.GapColon):
			return i
		}
	}
	if lexicon.ClassOf(r.Fold(first)) != 0 || lexicon.IsObjectPronoun(r.Fold(first)) || r.IsNameWord(first) {
		return min(first+1, len(r.Tokens))
	}
	return first
}

// throughRun returns last, or the end of the run that stands across it.
func (r *ruleReader) throughRun(last int) int {
	if last > 0 && last < len(r.Tokens) {
		if run := r.RunOf[last-1]; run > 0 && run == r.RunOf[last] {
			return r.Runs[run-1].Last
		}
	}
	return last
}

// quotedBefore attributes the run that ends right before the clause: “…,” she
// said. What stands unquoted before the run in its sentence is content too.
func (r *ruleReader) quotedBefore(clause cueClause, limits token.Range, sentence int) bool {
	extent := clause.extent()
	if extent.First == 0 || r.RunOf[extent.First-1] == 0 {
		return false
	}
	run := int(r.RunOf[extent.First-1]) - 1
	if r.Runs[run].Last != extent.First || r.taken[run] {
		return false
	}
	content := r.Runs[run].Range
	if !r.opensSentence(content.First) {
		content.First = min(content.First, limits.First)
	}
	for earlier := run - 1; earlier >= 0 && !r.taken[earlier] && r.Runs[earlier].Last == content.First && r.opensSentence(content.First) &&
		!r.ParagraphStart(content.First); earlier-- {
		content.First = r.Runs[earlier].First
	}
	a := r.newAttribution(clause, content)
	r.takeRuns(&a, content)
	r.continueQuote(&a, extent.Last, run+1, sentence)
	r.found = append(r.found, a)
	return true
}

// quotedAfter attributes the run that a clause introduces: She said, “…”
func (r *ruleReader) quotedAfter(clause cueClause, limits token.Range, sentence int) bool {
	extent := clause.extent()
	first := r.outsideUntil(extent.Last, min(extent.Last+12, limits.Last))
	atEnd := limits.Last < len(r.Tokens) && r.Gap(limits.Last).Has(token.GapColon|token.GapComma) && first >= limits.Last
	if atEnd && r.RunOf[limits.Last] > 0 {
		first = limits.Last
	} else if first >= min(extent.Last+12, limits.Last) {
		return false
	}
	run := int(r.RunOf[first]) - 1
	if run < 0 || r.Runs[run].First != first || r.taken[run] {
		return false
	}
	introduced := r.Gap(first).Has(token.GapComma|token.GapColon) || first == r.contentStart(clause)
	content := r.Runs[run].Range
	end := r.throughRun(limits.Last)
	if !introduced || clause.lexeme.Frame == lexicon.Object {
		content.First = min(r.contentStart(clause), content.First)
	}
	if content.Last < end && !r.IsSentenceStart(content.Last) {
		content.Last = end
	}
	a := r.newAttribution(clause, content)
	r.takeRuns(&a, content)
	r.continueQuote(&a, content.Last, run+1, sentence)
	r.found = append(r.found, a)
	return true
}

// continueQuote adds the runs that go on in the same voice: right after the
// clause, or as whole sentences of the same paragraph, or at the head of the
// next paragraph where a quotation was left open.
func (r *ruleReader) continueQuote(a *Attribution, from, run, sentence int) {
	for ; run < len(r.Runs) && !r.taken[run]; run++ {
		next := r.Runs[run]
		joined := next.First == from
		whole := r.opensSentence(next.First) && !r.hasParagraphBetween(from, next.First) && r.sentenceWithoutClause(next.Range, sentence)
		resumed := run > 0 && r.Runs[run-1].Continues
		if a.isBeside(next.Range) || !joined && !whole && !resumed || next.Single != r.Runs[max(run-1, 0)].Single {
			return
		}
		if !resumed && joined && r.hasParagraphBetween(from-1, next.First) {
			return
		}
		a.Content = append(a.Content, next.Range)
		r.takeRuns(a, next.Range)
		from = next.Last
	}
}

// sentenceWithoutClause reports whether what follows the run in its sentence,
// if anything, is no cue clause of its own.
func (r *ruleReader) sentenceWithoutClause(run token.Range, from int) bool {
	if r.IsSentenceStart(run.Last) {
		return true
	}
	sentence, _ := r.SentenceAround(run.Last, from)
	for i := run.Last; i < min(sentence.Last, run.Last+article.MaxSource); i++ {
		if _, ok := clauseAt(r.Article, i, token.Range{First: run.Last, Last: sentence.Last}); ok {
			return false
		}
	}
	return true
}

func (r *ruleReader) hasParagraphBetween(from, to int) bool {
	for i := from + 1; i <= to && i < len(r.Tokens); i++ {
		if r.ParagraphStart(i) {
			return true
		}
	}
	return false
}

// opensSentence reports whether token i is the first of a sentence or of what
// a colon or dash announces.
func (r *ruleReader) opensSentence(i int) bool {
	return r.IsSentenceStart(i) || r.Gap(i).Has(token.GapColon)
}

// newAttribution begins an attribution with the source and cue of a clause, and
// with the words that are its content. A subject that these hold is none of the
// cue: "The bridge is safe, was quoted as saying".
func (r *ruleReader) newAttribution(clause cueClause, content token.Range) Attribution {
	if clause.implied && clause.source.Overlaps(content) {
		clause.source = token.Range{}
	}
	return Attribution{Content: []token.Range{content}, Source: clause.source, Cue: []token.Range{clause.cue}, Mode: modeOf(r.Article, clause.lexeme.Act, clause.source), Confidence: clause.lexeme.Weight}
}

// add appends an attribution with one content and the runs within it.
func (r *ruleReader) add(clause cueClause, content token.Range) {
	content = r.trim(content)
	if content.Empty() {
		return
	}
	a := r.newAttribution(clause, content)
	r.takeRuns(&a, content)
	r.found = append(r.found, a)
}

// trim leaves out a conjunction at either end of a content.
func (r *ruleReader) trim(content token.Range) token.Range {
	for !content.Empty() && isJoint(r.Fold(content.Last-1)) {
		content.Last--
	}
	for !content.Empty() && isJoint(r.Fold(content.First)) {
		content.First++
	}
	return content
}

func isJoint(word string) bool { return word == "and" || word == "but" || word == "as" }

// takeRuns marks the runs within content as used and records their words as
// verbatim.
func (r *ruleReader) takeRuns(a *Attribution, content token.Range) {
	for i := content.First; i < content.Last; i++ {
		run := int(r.RunOf[i]) - 1
		if run < 0 {
			continue
		}
		r.taken[run] = true
		part := token.Range{First: max(content.First, r.Runs[run].First), Last: min(content.Last, r.Runs[run].Last)}
		a.Verbatim = append(a.Verbatim, part)
		i = part.Last - 1
	}
}

// readLoneRuns attributes the runs that no cue clause claimed. A run of whole
// sentences goes on with the voice before it; a run within a sentence is a
// scare quote or a title unless it is long enough to be somebody's words.
func (r *ruleReader) readLoneRuns() {
	voices := slices.DeleteFunc(slices.Clone(r.found), func(a Attribution) bool { return len(a.Verbatim) == 0 || a.Source.Empty() })
	slices.SortStableFunc(voices, func(a, b Attribution) int { return cmp.Compare(a.End(), b.End()) })
	var before Attribution // the last of the voices that has ended
	for n, run := range r.Runs {
		if r.taken[n] || run.Len() < 3 || r.IsWorkTitle(run.Range) {
			continue
		}
		for len(voices) > 0 && voices[0].End() <= run.First {
			if before.Content == nil || voices[0].End() > before.End() {
				before = voices[0]
			}
			voices = voices[1:]
		}
		whole := r.opensSentence(run.First) && r.IsSentenceStart(run.Last)
		a := Attribution{Content: []token.Range{run.Range}, Verbatim: []token.Range{run.Range}, Mode: Speech, Confidence: loneConfidence}
		if whole && before.Content != nil && run.First-before.End() < maxVoiceGap {
			a.Source, a.Confidence = before.Source, 0.5
			before = a
		}
		r.taken[n] = true
		r.found = append(r.found, a)
	}
}

// maxVoiceGap is how many words may stand between a quotation and the one that
// it goes on from.
const maxVoiceGap = 60
