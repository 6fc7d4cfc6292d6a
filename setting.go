package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
)

// A setting is what the words around an attribution tell about how, to whom
// and when it was said. A speaker stays in a setting until the text leaves it.
type setting struct {
	channel   Channel
	recipient words // empty where not told
	timestamp int   // index of the time expression, or -1
}

// settingReader reads the settings of attributions in the order of the text.
type settingReader struct {
	*article
	timestamps   []Timestamp
	stampOf      []int32         // for each token 1 + the index of its timestamp, or 0
	content      []bool          // for each token whether it is attributed content
	verbatim     []bool          // for each token whether it is quoted
	cue          []bool          // for each token whether it is part of a cue
	isDebate     bool            // the article is an account of a debate
	interviewers map[string]bool // the last words of the names of those who interview; made by findClues
	isHearing    bool            // the article is an account of a court or a committee
	theme        Channel         // the kind of writing that the article is about, if it is about one
}

func newSettingReader(a *article, attributions []attribution, timestamps []Timestamp) *settingReader {
	r := &settingReader{article: a, timestamps: timestamps, stampOf: make([]int32, len(a.tokens)), content: make([]bool, len(a.tokens)), verbatim: make([]bool, len(a.tokens)), cue: make([]bool, len(a.tokens))}
	for _, x := range attributions {
		set(r.content, x.content)
		set(r.verbatim, x.verbatim)
		set(r.cue, x.cue)
	}
	r.isHearing = a.isAbout(isCourtWord)
	r.isDebate = a.isAbout(isDebateWord)
	r.theme = a.writtenTheme()
	next := 0
	for n, stamp := range timestamps {
		for next < len(a.tokens) && a.tokens[next].end <= stamp.Start {
			next++
		}
		for i := next; i < len(a.tokens) && a.tokens[i].start < stamp.End; i++ {
			r.stampOf[i] = int32(n + 1)
		}
	}
	return r
}

// settingReach is how many words beside the cue are searched where no sentence
// ends.
const settingReach = 14

// leadingTime returns the time expression that flattening has put between a cue
// and the words it introduces, "replied the following morning off the record",
// and the token after it. A day by its name or number, and one told from
// another, are the writer's; "tomorrow" is as likely the speaker's.
func (r *settingReader) leadingTime(a attribution) (stamp, next int) {
	if len(a.cue) == 0 || r.marked || a.form() == Indirect || a.content[0].first != a.cue[len(a.cue)-1].last {
		return -1, 0
	}
	first := a.content[0].first
	if word := r.fold(first); word == "on" || word == "in" || word == "at" {
		first++
	}
	if first >= len(r.tokens) || r.stampOf[first] == 0 {
		return -1, 0
	}
	n := int(r.stampOf[first]) - 1
	for next = first; next < len(r.tokens) && int(r.stampOf[next])-1 == n; next++ {
	}
	if !tellsWhen(r.timestamps[n]) || a.content[0].last-next < 3 || r.fold(first) == "today" || r.fold(first) == "tomorrow" || r.fold(first) == "tonight" {
		return -1, 0
	}
	return n, next
}

// moveLeadingTime takes such a time out of the content.
func (r *settingReader) moveLeadingTime(a *attribution) {
	stamp, next := r.leadingTime(*a)
	if stamp < 0 {
		return
	}
	for i := a.content[0].first; i < next; i++ {
		r.content[i] = false
	}
	a.content[0].first = next
	if len(a.verbatim) > 0 && a.verbatim[0].first < next {
		a.verbatim[0].first = min(next, a.verbatim[0].last)
	}
}

// settingOf reads the setting of one attribution from the unattributed words
// of the sentence that holds its cue.
func (r *settingReader) settingOf(a attribution) setting {
	s := setting{timestamp: -1}
	if len(a.cue) == 0 {
		if a.isTurn() {
			s.channel = ChannelInterview
		}
		return s
	}
	near := r.narrative(a)
	s.recipient = r.recipientOf(a, near)
	s.channel = r.channelOf(a, near)
	if s.channel == "" && !s.recipient.empty() {
		s.channel = r.channelByRecipient(a, s.recipient)
	}
	scene := r.sceneBefore(r.opening(a, near))
	if s.channel == "" {
		s.channel = r.channelIn(scene)
	}
	if s.channel == "" {
		s.channel = r.channelByAuthor(a)
	}
	if s.channel == "" {
		s.channel = r.channelByKind(a, s)
	}
	s.timestamp = r.timestampNear(a, near)
	if s.timestamp < 0 && mutual(s.channel) {
		s.timestamp = r.timestampIn(scene)
	}
	return s
}

// sceneReach is how many words back the sentence may stand that sets the scene
// for what is said next.
const sceneReach = 40

// opening returns the token at which an attribution begins: its content where
// that comes first.
func (r *settingReader) opening(a attribution, near words) int {
	if first := a.content[0].first; first < near.first || r.content[near.first] {
		return min(first, near.first)
	}
	return near.first
}

// sceneBefore returns what the sentence before token i tells in the writer's own
// voice: "She spoke at a hearing on Monday."
func (r *settingReader) sceneBefore(i int) words {
	first := i
	for first > 0 && i-first < sceneReach && (first == i || !r.isSentenceStart(first)) {
		if r.content[first-1] || r.cue[first-1] {
			break
		}
		first--
	}
	return words{first, i}
}

// channelIn returns the last channel that a scene tells.
func (r *settingReader) channelIn(scene words) Channel {
	for k := scene.last - 1; k >= scene.first; k-- {
		if c := r.channelNoun(k, scene); c != "" {
			return c
		}
	}
	return ""
}

// timestampIn returns the last time expression of a scene that can be the time
// of a message, or -1.
func (r *settingReader) timestampIn(scene words) int {
	for k := scene.last - 1; k >= scene.first; k-- {
		if n := int(r.stampOf[k]) - 1; n >= 0 && tellsWhen(r.timestamps[n]) {
			return n
		}
	}
	return -1
}

// narrative returns the words around the cue of a, up to the ends of its
// sentence, on the right also up to another cue.
func (r *settingReader) narrative(a attribution) words {
	cue := a.cue[0]
	first, last := cue.first, a.cue[len(a.cue)-1].last
	for first > 0 && cue.first-first < 3*settingReach && !r.isSentenceStart(first) {
		if !r.marked && cue.first-first >= settingReach {
			break
		}
		first--
	}
	end := last
	for last < len(r.tokens) && last-end < 2*settingReach && !r.isSentenceStart(last) && !r.cue[last] {
		if !r.marked && last-end >= settingReach {
			break
		}
		last++
	}
	return words{first, last}
}

// recipientOf returns the words beside the cue that name whom it is addressed
// to: "told X that", "wrote to X", "in an interview with X", "asked by X".
func (r *settingReader) recipientOf(a attribution, near words) words {
	cue := a.cue[len(a.cue)-1]
	at := cue.last
	limits := words{at, min(len(r.tokens), at+maxSource)}
	lexeme, _ := lexicon.LookupCue(r.fold(cue.last - 1))
	switch {
	case lexeme.Frame == lexicon.Listener:
		if w := r.listenerAt(at, limits); !w.empty() {
			return w
		}
	case takesListener(r.fold(cue.last - 1)):
		if w := r.listenerAt(at, limits); !w.empty() && !r.isSubject(w) {
			return w
		}
	case r.fold(at) == "to" && (!r.content[at] || speaksTo(r.fold(cue.last-1))) && a.source.first != at:
		return r.listenerAt(at+1, limits)
	case r.fold(at) == "on" && isCalling(r.fold(cue.last-1)):
		if w := r.listenerAt(at+1, limits); !w.empty() && r.fold(w.last) == "to" {
			return w
		}
	}
	for i := cue.first; i < min(len(r.tokens)-2, at+6); i++ {
		if i > at && (r.breaksPhrase(i) || r.content[i]) {
			break
		}
		if r.fold(i) == "interview" && r.fold(i+1) == "with" || isCarrierNoun(r.fold(i)) && r.fold(i+1) == "to" {
			return r.listenerAt(i+2, words{i + 2, min(len(r.tokens), i+2+maxSource)})
		}
	}
	return r.recipientBeside(a, near)
}

// recipientBeside returns whom the clauses beside that of the cue name as asking
// or hearing: "asked by X, she said", "he said, speaking to X". The nearest on
// the left comes first.
func (r *settingReader) recipientBeside(a attribution, near words) words {
	cue := a.cue[0]
	for i := cue.first - 1; i >= near.first; i-- {
		if w := r.addressAt(a, i, cue.first); !w.empty() {
			return w
		}
	}
	for i := cue.last; i < near.last; i++ {
		if w := r.addressAt(a, i, near.last); !w.empty() {
			return w
		}
	}
	return words{}
}

// addressAt reads the words at token i, if they are the writer's, as ones that
// tell whom the speaker of a beside them answers or addresses.
func (r *settingReader) addressAt(a attribution, i, last int) words {
	if r.content[i] || a.source.contains(i) {
		return words{}
	}
	next := r.fold(i + 1)
	first := i + 2
	switch word := r.fold(i); {
	case isQuestioned(word) && next == "by":
	case isAnswering(word) && next == "to":
	case isTalking(word) && (next == "to" || next == "with"):
	case isCarrierNoun(word) && next == "to", word == "interview" && next == "with", word == "writing" && next == "to":
	case word == "question" || word == "questions":
		if next != "from" && next != "by" {
			return words{}
		}
	case word == "telling", word == "addressing", word == "urging", word == "reminding", word == "assuring", word == "thanking", word == "warning":
		first = i + 1
	default:
		return words{}
	}
	limits := words{first, min(len(r.tokens), last+maxSource, first+maxSource)}
	for k := first; k < limits.last; k++ {
		if r.content[k] {
			limits.last = k
		}
	}
	return r.listenerAt(first, limits)
}

// speaksTo reports whether "to" after a verb leads to a listener and never to an
// infinitive.
func speaksTo(word string) bool {
	switch word {
	case "apologized", "apologised", "complained", "explained", "confided", "responded", "replied", "admitted", "lied":
		return true
	}
	return false
}

func isCalling(word string) bool { return word == "called" || word == "calls" || word == "calling" }

// isQuestioned reports whether a word tells that somebody was asked.
func isQuestioned(word string) bool {
	switch word {
	case "asked", "pressed", "questioned", "interviewed", "quizzed", "grilled", "challenged", "prodded", "prompted":
		return true
	}
	return false
}

// isAnswering reports whether a word followed by "to" tells that somebody
// answers.
func isAnswering(word string) bool {
	switch word {
	case "response", "responding", "responded", "reply", "replying", "replied", "answer":
		return true
	}
	return false
}

// isSubject reports whether a phrase that may name a listener is the subject of
// what is said instead: "warned the plan would fail".
func (r *settingReader) isSubject(w words) bool {
	return r.content[w.first] && r.fold(w.last) != "not" && lexicon.ClassOf(r.fold(w.last)).Has(lexicon.Auxiliary)
}

// takesListener reports whether a cue other than tell takes whom it is addressed
// to as its object.
func takesListener(word string) bool {
	switch word {
	case "asked", "asks", "asking", "urged", "urges", "urging", "thanked", "thanking", "warned", "warning", "texted", "texting",
		"emailed", "emailing", "messaged", "messaging", "advised", "advising", "begged", "begging", "implored", "imploring",
		"alerted", "alerting", "cautioned", "cautioning", "chided", "chiding", "scolded":
		return true
	}
	return false
}

// listenerAt reads the noun phrase at token i as a listener.
func (r *settingReader) listenerAt(i int, limits words) words {
	if i >= limits.last {
		return words{}
	}
	if n := r.runOf[i]; n > 0 {
		if run := r.runs[n-1]; run.first == i && r.isTitle(run.words) {
			return run.words
		}
		return words{}
	}
	if isObjectPronoun(r.fold(i)) {
		return words{i, i + 1}
	}
	if show := r.showAt(i, limits); !show.empty() {
		return show
	}
	w := r.trimListener(r.nounPhraseAfter(i, limits))
	if !w.empty() {
		w = r.widenListener(w, limits)
	}
	if w.empty() || lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Subject) && !lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Determiner) {
		return words{}
	}
	return r.standIn(w)
}

// trimListener cuts off what stands after the naming of a listener without a
// mark between: "the court | last week", "the crowd | gathered in", "Jane Roe's |
// question".
func (r *settingReader) trimListener(w words) words {
	for i := w.first; i < w.last; i++ {
		word := r.fold(i)
		switch {
		case i > w.first && word == "s" && (r.fold(i+1) == "question" || r.fold(i+1) == "questions" || i+1 == w.last):
			return words{w.first, i}
		case r.isNameWord(i):
		case i > w.first && (word == "last" || word == "late" || word == "early" || word == "next"),
			(strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")) && len(word) > 5 && channelOfNoun(word, "", "") == "" && (i > w.first || i+1 == w.last) && !lexicon.ClassOf(r.fold(i-1)).Has(lexicon.Determiner):
			return words{w.first, i}
		default:
			if _, ok := lexicon.LookupCue(word); ok && lexicon.RoleOf(word) == lexicon.NoRole {
				return words{w.first, i}
			}
		}
	}
	return w
}

// widenListener adds what a name is only the first word of: "the House Energy |
// and Commerce Committee" and, without capitals, "iowa | reporters" and "clinton
// | attorney jane roe".
func (r *settingReader) widenListener(w, limits words) words {
	last := w.last
	if last+1 >= limits.last || r.content[last] || r.breaksPhrase(last) || !r.isNameWord(last-1) {
		return w
	}
	word := r.fold(last)
	switch {
	case word == "and":
		for k := last + 1; k < limits.last && k-last < 4 && r.isNameWord(k) && !r.content[k] && !r.breaksPhrase(k); k++ {
			if head := r.fold(k); lexicon.RoleOf(head) == lexicon.OrganRole && k > last+1 {
				return words{w.first, k + 1}
			}
		}
	case r.cased:
	case word == "com":
		return words{w.first, last + 1}
	case isCrowd(word), isGathered(word), lexicon.RoleOf(word) == lexicon.GroupRole, word == "journalists":
		return words{w.first, last + 1}
	case lexicon.RoleOf(word) == lexicon.PersonRole:
		w.last = last + 1
		for w.last < limits.last && r.isNameWord(w.last) && !r.content[w.last] && !r.breaksPhrase(w.last) {
			w.last++
		}
	}
	return w
}

// showAt reads an outlet with a show or somebody of its own: "ABC's “Good Morning
// America”", "NBC's Meet the Press", "CNN's Jane Roe".
func (r *settingReader) showAt(i int, limits words) words {
	for k := i + 1; k < min(limits.last, i+6); k++ {
		if n := r.runOf[k]; n > 0 {
			if run := r.runs[n-1]; run.first == k && r.isTitle(run.words) && (r.fold(k-1) == "s" || isOutletWord(r.fold(k-1))) {
				return words{i, run.last}
			}
			break
		}
		if isOutletWord(r.fold(k-1)) && (!r.cased || r.gap(k).has(gapApostrophe|gapSingleClose)) && r.isNameWord(k) {
			if _, person := lexicon.GivenName(r.fold(k)); person {
				return words{k, r.titleEnd(k, limits)} // "Fox News' Jane Roe"
			}
		}
		if k > i+1 && r.fold(k-1) == "s" && isOutletWord(r.fold(k-2)) && r.isNameWord(k-2) {
			last := r.titleEnd(k, limits)
			if _, person := lexicon.GivenName(r.fold(k)); person && last > k {
				return words{k, last}
			}
			if last > k {
				return words{i, last}
			}
			if !r.cased {
				return words{i, k - 1}
			}
			break
		}
		if r.breaksPhrase(k) || lexicon.ClassOf(r.fold(k)).Has(lexicon.Preposition) {
			break
		}
	}
	return words{}
}

// withOutlet adds to a name the outlet that it is said to be of: "CNN's | Jane
// Roe".
func (a *article) withOutlet(w words) words {
	switch {
	case a.fold(w.first-1) == "s" && isOutletWord(a.fold(w.first-2)):
		return words{w.first - 2, w.last}
	case isOutletWord(a.fold(w.first-1)) && (!a.cased || a.isNameWord(w.first-1)):
		return words{w.first - 1, w.last}
	}
	return w
}

// titleEnd returns the token after the capitalised title that begins at token i, or
// i. Function words may stand within it: "Face the Nation".
func (r *settingReader) titleEnd(i int, limits words) int {
	last := i
	for k := i; k < limits.last && k-i < maxName; k++ {
		if k > i && r.breaksPhrase(k) {
			break
		}
		if r.isCapital(k) && !r.isPlainDay(k) {
			last = k + 1
		} else if k == i || !joinsTitle(r.fold(k)) {
			break
		}
	}
	return last
}

// isPlainDay reports whether token k is a day rather than the end of a title:
// "Meet the Press | Sunday", but "Fox News Sunday".
func (r *settingReader) isPlainDay(k int) bool {
	word := r.fold(k)
	return isDayWord(word) && word != "today" && word != "tonight" && r.fold(k-1) != "news"
}

// isCapital reports whether token k is written with a capital, or would be as it
// stands.
func (r *settingReader) isCapital(k int) bool {
	if !r.cased && r.restored != nil {
		return r.restored[k].Case != tagger.CaseLower
	}
	return r.isNameWord(k)
}

// joinsTitle reports whether a word may stand in a title without a capital.
func joinsTitle(word string) bool {
	switch word {
	case "the", "of", "and", "with", "in", "on", "a":
		return true
	}
	return false
}

// antecedentReach is how many words back somebody may be named whom a
// description stands for.
const antecedentReach = 400

// standIn returns the name that "the paper", "the host" or "the committee" stands
// for: the last of the kind before it, or the description itself.
func (r *settingReader) standIn(w words) words {
	if r.fold(w.first) != "the" || w.len() != 2 {
		return w
	}
	head := r.fold(w.last - 1)
	for k := w.first - 1; k > max(0, w.first-antecedentReach); k-- {
		if r.verbatim[k] || r.isAside(k) {
			continue
		}
		switch {
		case isOutletNoun(head):
			if isOutletWord(r.fold(k)) && r.isNameWord(k) {
				return r.nameThrough(k)
			}
		case isHost(head):
			if isHost(r.fold(k)) && r.isNameWord(k+1) && !r.breaksPhrase(k+1) {
				return words{k + 1, r.nameThrough(k + 1).last}
			}
		case isHearerInSession(head) && head != "court":
			if r.fold(k) == head && r.isNameWord(k) && r.isNameWord(k-1) {
				return r.nameThrough(k)
			}
		default:
			return w
		}
	}
	return w
}

// nameThrough returns the words of the name that token k stands in.
func (r *settingReader) nameThrough(k int) words {
	w := words{k, k + 1}
	for w.first > 0 && k-w.first < maxName && !r.breaksPhrase(w.first) && r.isNameWord(w.first-1) && !isDayWord(r.fold(w.first-1)) {
		w.first--
	}
	for w.last < len(r.tokens) && w.len() < maxName && !r.breaksPhrase(w.last) && r.isNameWord(w.last) && !isDayWord(r.fold(w.last)) {
		w.last++
	}
	return w
}

// isOutletNoun reports whether a word is what an outlet or its programme is called
// for short.
func isOutletNoun(word string) bool {
	switch word {
	case "newspaper", "paper", "magazine", "outlet", "network", "program", "programme", "show", "station", "site", "website",
		"publication", "broadcaster", "tabloid", "daily":
		return true
	}
	return false
}

// isHost reports whether a word names who asks on air.
func isHost(word string) bool {
	switch word {
	case "host", "hosts", "anchor", "anchors", "interviewer", "moderator", "moderators":
		return true
	}
	return false
}

// timestampNear returns the time expression in the unattributed words near the
// cue that stands closest to it, or -1.
func (r *settingReader) timestampNear(a attribution, near words) int {
	cue := a.cue[0]
	best, distance := -1, len(r.tokens)
	for i := near.first; i < near.last; i++ {
		n := int(r.stampOf[i]) - 1
		if n < 0 || r.content[i] || a.source.contains(i) || !tellsWhen(r.timestamps[n]) {
			continue
		}
		d := i - cue.last
		if d < 0 {
			d = cue.first - i
		}
		if d < distance {
			best, distance = n, d
		}
	}
	return best
}

// tellsWhen reports whether a time expression can be the time of a message.
func tellsWhen(t Timestamp) bool {
	return (t.Type == Date || t.Type == Time) && t.Value != "" && !t.Dateline && !strings.HasSuffix(t.Value, "_REF")
}
