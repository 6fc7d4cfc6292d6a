package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readPassive sets right who speaks where the subject of the cue is the one
// spoken to or about: "Bell was told by Kerr that", "asked whether she knew, Kerr
// said". The speaker stands behind "by" or is not named.
func readPassive(a *article.Article, x *Attribution) {
	if isHeard(a, *x) {
		x.Passive, x.Addressed, x.Source = true, x.Source, token.Range{}
		return
	}
	verb := passiveVerb(a, *x)
	if verb < 0 {
		return
	}
	subject := x.Source
	hasAgent := !subject.Empty() && a.Fold(subject.First-1) == "by" && subject.First > verb
	if hasAgent || subject.Empty() && !isAskedAside(a, *x, verb) {
		subject = subjectBefore(a, groupStart(a, x.Cue[0].First))
	}
	if !hasAgent {
		takeAgent(a, x, verb)
	}
	x.Passive = true
	if subject.Empty() && !hasAgent {
		subject = phraseBefore(a, *x)
	}
	if be := groupStart(a, verb); subject.Empty() && isBe(a, be) {
		switch {
		case a.Marked:
			subject = headingSubject(a, be) // "Roe, 34, of Mill Lane, was told"
		case be > 1 && a.Tokens[be-1].Shape == token.ShapeNumber && a.IsNameWord(be-2):
			subject = a.NounPhraseBefore(be-1, clauseBefore(a, be-1)) // "roe 26 was told"
		}
	}
	dropSubject(a, x, verb)
	if isToldVerb(a.Fold(verb)) && x.Addressed.Empty() && !subject.Overlaps(x.Source) && a.Fold(verb+1) != "of" {
		x.Addressed = subject
	}
}

// groupStart returns the first of the auxiliaries that end before token i, or i.
func groupStart(a *article.Article, i int) int {
	for i > 0 && !a.IsSentenceStart(i) && lexicon.ClassOf(a.Fold(i-1)).Has(lexicon.Auxiliary) {
		i--
	}
	return i
}

// subjectBefore returns the noun phrase before a cue that begins at token i, with where
// those are whom it names if the sentence begins with them: "villagers near Orrin have been
// told". It is none if it is the end of another: "after a visit to Orle people were told".
func subjectBefore(a *article.Article, i int) token.Range {
	subject := a.NounPhraseBefore(i, clauseBefore(a, i))
	if lexicon.ClassOf(a.Fold(subject.First-1)).Has(lexicon.Preposition) && !a.BreaksPhrase(subject.First) && !isAboutNumber(a, subject.First) {
		whole := token.Range{First: clauseBefore(a, i).First, Last: i}
		if isStart := a.IsSentenceStart(whole.First); !isStart || subject.Empty() || whole.Len() > article.MaxName || !isNounPhrase(a, whole) || !opensGroup(a, whole.First) {
			return token.Range{}
		}
		return whole
	}
	return subject
}

// isAboutNumber reports whether the number at token i is one that a sentence begins with:
// "About 300 pupils were told".
func isAboutNumber(a *article.Article, i int) bool {
	return a.Tokens[i].Shape == token.ShapeNumber && i > 0 && a.IsSentenceStart(i-1)
}

// opensGroup reports whether a noun for several people opens a phrase: "villagers near".
func opensGroup(a *article.Article, i int) bool {
	word := a.Fold(i)
	if lexicon.ClassOf(word) != 0 || len(word) <= 4 || !strings.HasSuffix(word, "s") && word != "people" {
		return false
	}
	switch a.Fold(i + 1) {
	case "living", "travelling", "traveling", "working", "staying":
		return true
	}
	return lexicon.ClassOf(a.Fold(i + 1)).Has(lexicon.Preposition)
}

// phraseBefore returns the part of the content that ends right before the cue of a
// passive, if it is a noun phrase with where those are who were told: "villagers in
// Orrin | have been urged".
func phraseBefore(a *article.Article, x Attribution) token.Range {
	for _, w := range x.Content {
		if w.Last == x.Cue[0].First && len(x.Content) > 1 && w.Len() <= article.MaxName && isNounPhrase(a, w) && a.MayStart(w.First) {
			return w
		}
	}
	return token.Range{}
}

// dropSubject leaves the subject of a passive with the participle at token verb out
// of its content, if more of it stands before or behind: that is who was told.
func dropSubject(a *article.Article, x *Attribution, verb int) {
	if !isToldVerb(a.Fold(verb)) {
		return
	}
	subject := subjectBefore(a, x.Cue[0].First)
	if subject.Empty() {
		subject = phraseBefore(a, *x)
	}
	for n, w := range x.Content {
		switch {
		case subject.Empty() || w.Last != subject.Last:
			continue
		case w == subject && len(x.Content) > 1:
			x.Verbatim, x.Content = without(x.Verbatim, w), without(x.Content, w)
		case w.First < subject.First && a.RunOf[subject.First] == 0 && a.RunOf[subject.First-1] > 0:
			x.Content[n].Last = subject.First // “…,” the driver was told by Roe
		}
		return
	}
}

// isHeard reports whether the source is a court or the like that "heard", or
// behind what it heard, as headlines have it, "told".
func isHeard(a *article.Article, x Attribution) bool {
	if len(x.Cue) == 0 || x.Source.Empty() || x.Source.Last > x.LastCue().First || !lexicon.SitsInSession(a.Fold(x.Source.Last-1)) {
		return false
	}
	switch a.Fold(x.LastCue().Last - 1) {
	case "hear", "heard", "hears":
		return true
	case "told":
		return x.Content[0].First < x.Source.First
	}
	return false
}

// passiveVerb returns the token of the participle that makes the cue a passive,
// or -1.
func passiveVerb(a *article.Article, x Attribution) int {
	if len(x.Cue) == 0 {
		return -1
	}
	last := x.LastCue()
	for i := last.First; i < last.Last; i++ {
		word := a.Fold(i)
		if !isToldVerb(word) && !isJudgedVerb(word) {
			continue
		}
		if beBefore(a, i) >= 0 || isAskedAside(a, x, i) {
			return i
		}
		return -1
	}
	return -1
}

// isBe reports whether token i is a form of "be", or of what stands for it
// before a participle.
func isBe(a *article.Article, i int) bool {
	switch a.Fold(i) {
	case "was", "were", "been", "being", "is", "are", "be", "got", "gets":
		return true
	}
	return false
}

// beBefore returns the token of the form of "be" before a participle, with an adverb
// between at most, or -1.
func beBefore(a *article.Article, verb int) int {
	switch {
	case isBe(a, verb-1):
		return verb - 1
	case isAdverb(a.Fold(verb-1)) && isBe(a, verb-2):
		return verb - 2
	}
	return -1
}

// isAskedAside reports whether token i is a participle that stands for itself:
// "asked whether she knew, Kerr said", "when asked about it".
func isAskedAside(a *article.Article, x Attribution, i int) bool {
	if !isAsking(a.Fold(i)) {
		return false
	}
	if i != x.Cue[0].First || !x.Source.Empty() && x.Source.Last == i && a.Gap(i).Bare() {
		return false
	}
	switch a.Fold(i - 1) {
	case "when", "if", "once":
		return true
	}
	// "“Why?” asked Kerr": the content stands before and the source behind.
	return a.Marked && a.IsSentenceStart(i) && x.Content[0].First > i && x.Source.First != i+1
}

// isToldVerb reports whether a participle has the one spoken to as its subject.
func isToldVerb(word string) bool {
	switch word {
	case "told", "asked", "warned", "informed", "advised", "urged", "ordered", "instructed", "reminded", "assured", "notified",
		"begged", "pressed", "invited", "encouraged", "questioned", "quizzed", "cautioned", "implored", "alerted", "promised", "offered",
		"texted", "emailed", "messaged":
		return true
	}
	return false
}

// isJudgedVerb reports whether a participle has the one spoken about as its
// subject.
func isJudgedVerb(word string) bool {
	switch word {
	case "accused", "criticized", "criticised", "blamed", "praised", "condemned", "denounced", "attacked", "mocked", "slammed", "hailed",
		"lauded", "ridiculed", "dismissed", "rejected", "blasted", "lambasted", "derided", "credited", "faulted", "challenged", "refused", "denied":
		return true
	}
	return false
}

// takeAgent makes the words behind "by" after the participle at token verb the
// source: who speaks in a passive. They are no part of the content.
func takeAgent(a *article.Article, x *Attribution, verb int) {
	x.Source = token.Range{}
	by := agentAfter(a, verb)
	if by < 0 {
		by = senderAfter(a, verb)
	}
	first, last := by+1, min(len(a.Tokens), by+1+article.MaxSource)
	if by < 0 {
		return
	}
	swallowed := -1 // the content that begins with the agent
	for n, w := range x.Content {
		switch {
		case w.First == first && w.Len() > 1 || w.First == first-1 && w.Len() > 2:
			swallowed = n
		case w.Contains(first):
			return
		case w.First > first:
			last = min(last, w.First)
		}
	}
	for i := first; i < last; i++ {
		if a.IsSentenceStart(i) || swallowed >= 0 && endsAgent(a.Fold(i)) {
			last = i
		}
	}
	agent := a.NounPhraseAfter(first, token.Range{First: first, Last: last})
	if agent.Empty() || isMeans(a.Fold(agent.First)) {
		return
	}
	if swallowed >= 0 {
		w := &x.Content[swallowed]
		if agent.Last >= w.Last {
			return
		}
		w.First = agent.Last
		x.Verbatim = intersect(x.Verbatim, token.Range{First: agent.Last, Last: len(a.Tokens)})
	}
	x.Source = agent
}

// agentAfter returns the token "by" behind a participle, past when it was: "was told
// last year by"; -1 if there is none.
func agentAfter(a *article.Article, verb int) int {
	const longestWhen = 3
	for i := verb + 1; i <= verb+1+longestWhen; i++ {
		switch word := a.Fold(i); {
		case word == "by":
			return i
		case word == "last", word == "this", word == "on", word == "in", word == "earlier", word == "year", word == "month", word == "week", word == "twice", word == "once", word == "again", isAdverb(word), lexicon.IsDayWord(word), lexicon.IsMonth(word):
		default:
			return -1
		}
	}
	return -1
}

// senderAfter returns the token "from" before whoever sent what somebody was told in: "were
// told in a text message from"; -1 if there is none.
func senderAfter(a *article.Article, verb int) int {
	const longest = 6
	if a.Fold(verb+1) != "in" && a.Fold(verb+1) != "by" {
		return -1
	}
	for i := verb + 2; i < min(verb+2+longest, len(a.Tokens)) && !a.IsSentenceStart(i); i++ {
		if a.Fold(i) == "from" && isMeans(a.Fold(i-1)) {
			return i
		}
	}
	return -1
}

// isMeans reports whether a word behind "by" tells how one was told, and not by whom.
func isMeans(word string) bool {
	switch word {
	case "letter", "email", "e-mail", "text", "phone", "telephone", "post", "mail", "message", "video", "fax":
		return true
	}
	return false
}

// endsAgent reports whether a word leads to what somebody was accused of or
// asked to do.
func endsAgent(word string) bool {
	switch word {
	case "of", "to", "for", "that", "about", "over", "if", "whether", "not":
		return true
	}
	return false
}

// clauseBefore returns the words of the sentence before token i.
func clauseBefore(a *article.Article, i int) token.Range {
	first := i
	for first > 0 && i-first < article.MaxSource && !a.IsSentenceStart(first) {
		first--
	}
	return token.Range{First: first, Last: i}
}
