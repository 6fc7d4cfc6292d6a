package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
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
	timestamps []Timestamp
	stampOf    []int32 // for each token 1 + the index of its timestamp, or 0
	content    []bool  // for each token whether it is attributed content
	isHearing  bool    // the article is an account of a court or a committee
	theme      Channel // the kind of writing that the article is about, if it is about one
}

func newSettingReader(a *article, attributions []attribution, timestamps []Timestamp) *settingReader {
	r := &settingReader{article: a, timestamps: timestamps, stampOf: make([]int32, len(a.tokens)), content: make([]bool, len(a.tokens))}
	for _, x := range attributions {
		for _, w := range x.content {
			for i := w.first; i < w.last; i++ {
				r.content[i] = true
			}
		}
	}
	r.isHearing = a.isHearingText()
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
	s.recipient = r.recipientOf(a)
	s.channel = r.channelOf(a, near)
	if s.channel == "" && !s.recipient.empty() {
		s.channel = r.channelByRecipient(a, s.recipient)
	}
	scene := r.sceneBefore(r.opening(a, near))
	if s.channel == "" {
		s.channel = r.channelIn(scene)
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

// channelByKind falls back on what kind of words or article it is: something
// written goes by the last written thing that the text spoke of, and what is
// said in an account of a court or committee was said there.
func (r *settingReader) channelByKind(a attribution, s setting) Channel {
	switch {
	case r.isOutlet(a.source):
		return ChannelDocument
	case r.isWritten(a):
		if c := r.writtenBefore(a.cue[0].first); c != "" {
			return c
		}
		return ChannelDocument
	case !s.recipient.empty() && r.theme != "":
		return r.theme
	case r.isHearing && a.mode == Speech && r.speaksOn(a):
		return ChannelTestimony
	}
	return ""
}

// writtenReach is how many words back the thing may be named that somebody
// "wrote".
const writtenReach = 150

// writtenBefore returns the channel of the last written thing that is named
// before token i.
func (r *settingReader) writtenBefore(i int) Channel {
	for k := i - 1; k >= 0 && i-k < writtenReach; k-- {
		switch c := channelOfNoun(r.fold(k), r.fold(k-1), r.fold(k+1)); c {
		case ChannelMessage, ChannelEmail, ChannelLetter, ChannelPost, ChannelDocument:
			return c
		}
	}
	return ""
}

// An article about letters or messages names them at least this often, and at
// least once in so many words.
const (
	themeWords = 4
	themeShare = 120
)

// writtenTheme returns the channel of an exchange that the article is about.
func (a *article) writtenTheme() Channel {
	messages, emails, letters := 0, 0, 0
	for i := range a.tokens {
		switch channelOfNoun(a.fold(i), a.fold(i-1), a.fold(i+1)) {
		case ChannelMessage:
			messages++
		case ChannelEmail:
			emails++
		case ChannelLetter:
			letters++
		}
	}
	most, theme := messages, ChannelMessage
	if emails > most {
		most, theme = emails, ChannelEmail
	}
	if letters > most {
		most, theme = letters, ChannelLetter
	}
	if most >= themeWords && most*themeShare >= len(a.tokens) {
		return theme
	}
	return ""
}

// An account of a hearing has at least this many words of the courtroom, and
// at least one in so many words.
const (
	hearingWords = 5
	hearingShare = 90
)

// isHearingText reports whether the article is an account of a court or a
// committee.
func (a *article) isHearingText() bool {
	found := 0
	for _, t := range a.tokens {
		switch t.fold {
		case "court", "jury", "jurors", "judge", "trial", "prosecutor", "prosecutors", "prosecution", "defendant", "witness",
			"witnesses", "testified", "testimony", "hearing", "tribunal", "inquest", "coroner", "subcommittee", "barrister", "kc", "qc":
			found++
		}
	}
	return found >= hearingWords && found*hearingShare >= len(a.tokens)
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

// sceneBefore returns the sentence before token i, if nothing is attributed in
// it: "She spoke at a hearing on Monday."
func (r *settingReader) sceneBefore(i int) words {
	first := i
	for first > 0 && i-first < sceneReach && (first == i || !r.isSentenceStart(first)) {
		if r.content[first-1] {
			return words{}
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

// isWritten reports whether the cue is a verb of writing that tells no channel.
func (r *settingReader) isWritten(a attribution) bool {
	for _, cue := range a.cue {
		for i := cue.first; i < cue.last; i++ {
			switch r.fold(i) {
			case "wrote", "writes", "written":
				return true
			}
		}
	}
	return false
}

// isOutlet reports whether a source is a news outlet.
func (r *settingReader) isOutlet(source words) bool {
	return !source.empty() && source.len() <= 4 && isOutletWord(r.fold(source.last-1))
}

// narrative returns the words around the cue of a, up to the ends of its
// sentence.
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
	for last < len(r.tokens) && last-end < 2*settingReach && !r.isSentenceStart(last) {
		if !r.marked && last-end >= settingReach {
			break
		}
		last++
	}
	return words{first, last}
}

// channelOf tells the channel by the cue itself, then by the nouns beside it,
// then by what the source is.
func (r *settingReader) channelOf(a attribution, near words) Channel {
	for _, cue := range a.cue {
		for i := cue.first; i < cue.last; i++ {
			if c := channelOfVerb(r.fold(i)); c != "" {
				return c
			}
			if c := channelOfNoun(r.fold(i), r.fold(i-1), r.fold(i+1)); c != "" {
				return c
			}
		}
	}
	for i := near.first; i < near.last; i++ {
		if r.content[i] || a.source.contains(i) {
			continue
		}
		if c := r.channelNoun(i, near); c != "" {
			return c
		}
	}
	for i := a.source.first; i < a.source.last; i++ {
		if lexicon.IsDocument(r.fold(i)) && (i == a.source.last-1 || r.headless(i, a.source)) {
			return documentChannel(r.fold(i))
		}
	}
	return ""
}

// headless reports whether what follows token i in the source only says more
// about it: "the report by …", "a poll released on …".
func (r *settingReader) headless(i int, source words) bool {
	next := r.fold(i + 1)
	return lexicon.ClassOf(next).Has(lexicon.Preposition|lexicon.Subject|lexicon.Complementizer) || r.breaksPhrase(i+1) ||
		strings.HasSuffix(next, "ed") && i+1 < source.last
}

// documentChannel returns the channel of a source that is a written thing.
func documentChannel(noun string) Channel {
	switch noun {
	case "tweet", "tweets", "post", "posts":
		return ChannelPost
	case "statement":
		return ChannelStatement
	case "letter":
		return ChannelLetter
	case "email", "emails":
		return ChannelEmail
	case "message":
		return ChannelMessage
	}
	return ChannelDocument
}

func channelOfVerb(word string) Channel {
	switch word {
	case "tweeted", "tweets", "tweeting", "retweeted", "posted", "blogged":
		return ChannelPost
	case "emailed":
		return ChannelEmail
	case "texted", "messaged":
		return ChannelMessage
	case "testified", "testifies", "testifying":
		return ChannelTestimony
	}
	return ""
}

// channelNoun reports the channel that the noun at token i tells, if it stands
// after a preposition, as in "in a statement", "on Twitter", "at a rally".
func (r *settingReader) channelNoun(i int, near words) Channel {
	c := channelOfNoun(r.fold(i), r.fold(i-1), r.fold(i+1))
	if c == "" {
		return ""
	}
	for k := i - 1; k >= near.first && i-k <= 5; k-- {
		switch r.fold(k) {
		case "in", "on", "at", "during", "via", "through", "by", "before", "from", "to", "issued", "released", "sent",
			"delivered", "posted", "gave":
			return c
		case "of", "about", "for", "with":
			return ""
		}
		if r.breaksPhrase(k + 1) {
			return ""
		}
	}
	return ""
}

func channelOfNoun(word, before, after string) Channel {
	switch word {
	case "statement", "statements":
		return ChannelStatement
	case "release":
		if before == "press" || before == "news" {
			return ChannelStatement
		}
	case "conference", "briefing":
		if before == "news" || before == "press" || before == "media" {
			return ChannelNewsConference
		}
	case "interview", "interviews", "podcast", "programme":
		return ChannelInterview
	case "show":
		return ChannelInterview
	case "twitter", "facebook", "instagram", "mastodon", "bluesky", "tweet", "tweets", "tiktok", "snapchat", "weibo", "telegram":
		return ChannelPost
	case "post":
		if before == "blog" || before == "facebook" || before == "instagram" || before == "a" || before == "media" {
			return ChannelPost
		}
	case "media":
		if before == "social" {
			return ChannelPost
		}
	case "message", "messages":
		if before == "facebook" && after == "posted" {
			return ChannelPost
		}
		return ChannelMessage
	case "dm", "dms", "whatsapp", "text", "texts":
		return ChannelMessage
	case "email", "emails":
		return ChannelEmail
	case "letter":
		return ChannelLetter
	case "phone", "telephone":
		if after != "interview" && after != "call" {
			return ChannelCall
		}
	case "call":
		if before == "phone" || before == "conference" || before == "telephone" || before == "video" {
			return ChannelCall
		}
	case "memo", "report", "filing", "op", "oped", "book", "memoir", "essay", "column", "article", "complaint", "affidavit",
		"lawsuit", "survey", "poll", "study", "document", "documents", "ruling", "indictment", "editorial", "blog":
		return ChannelDocument
	case "speech", "rally", "remarks", "address", "sermon", "keynote", "convention", "fundraiser", "event", "ceremony", "podium":
		return ChannelSpeech
	case "debate":
		return ChannelDebate
	case "hearing", "court", "testimony", "tribunal", "inquest", "inquiry", "subcommittee", "trial", "parliament":
		return ChannelTestimony
	case "meeting", "conversation", "dinner", "breakfast", "lunch":
		return ChannelConversation
	}
	return ""
}

// recipientOf returns the words right after the cue that name whom it is
// addressed to: "told X that", "wrote to X", "in an interview with X".
func (r *settingReader) recipientOf(a attribution) words {
	cue := a.cue[len(a.cue)-1]
	at := cue.last
	limits := words{at, min(len(r.tokens), at+maxSource)}
	lexeme, _ := lexicon.LookupCue(r.fold(cue.last - 1))
	switch {
	case lexeme.Frame == lexicon.Listener, takesListener(r.fold(cue.last - 1)):
		if w := r.listenerAt(at, limits); !w.empty() {
			return w
		}
	case r.fold(at) == "to" && !r.content[at] && a.source.first != at:
		return r.listenerAt(at+1, limits)
	}
	for i := at; i < min(len(r.tokens)-1, at+6); i++ {
		if i > at && r.breaksPhrase(i) {
			break
		}
		if r.fold(i) == "interview" && r.fold(i+1) == "with" {
			return r.listenerAt(i+2, words{i + 2, min(len(r.tokens), i+2+maxSource)})
		}
	}
	return words{}
}

// takesListener reports whether a cue other than tell takes whom it is addressed
// to as its object.
func takesListener(word string) bool {
	switch word {
	case "asked", "asks", "asking", "urged", "urges", "urging", "thanked", "warned", "texted", "emailed", "messaged", "advised":
		return true
	}
	return false
}

// listenerAt reads the noun phrase at token i as a listener.
func (r *settingReader) listenerAt(i int, limits words) words {
	if i >= limits.last || r.runOf[i] > 0 {
		return words{}
	}
	if isObjectPronoun(r.fold(i)) {
		return words{i, i + 1}
	}
	w := r.nounPhraseAfter(i, limits)
	if w.empty() || lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Subject) && !lexicon.ClassOf(r.fold(w.first)).Has(lexicon.Determiner) {
		return words{}
	}
	return w
}

// channelByRecipient tells the channel by the hearer: an outlet interviews, a
// court or committee takes testimony, a crowd hears a speech.
func (r *settingReader) channelByRecipient(a attribution, recipient words) Channel {
	for i := recipient.last - 1; i >= recipient.first; i-- {
		switch word := r.fold(i); {
		case isHearerInSession(word):
			return ChannelTestimony
		case isCrowd(word):
			return ChannelSpeech
		case isOutletWord(word) && r.fold(a.cue[len(a.cue)-1].last-1) != "asked":
			return ChannelInterview
		}
	}
	return ""
}

func isHearerInSession(word string) bool {
	switch word {
	case "court", "jury", "jurors", "committee", "subcommittee", "tribunal", "inquest", "inquiry", "mps", "commons", "parliament", "senate":
		return true
	}
	return false
}

func isCrowd(word string) bool {
	switch word {
	case "crowd", "supporters", "audience", "rally", "delegates", "graduates", "congregation", "worshippers", "mourners":
		return true
	}
	return false
}

// isOutletWord reports whether a word is common in the names of news outlets
// and programmes.
func isOutletWord(word string) bool {
	switch word {
	case "cnn", "bbc", "nbc", "abc", "cbs", "fox", "msnbc", "cnbc", "npr", "pbs", "itv", "sky", "reuters", "ap", "afp", "bloomberg",
		"politico", "axios", "news", "times", "post", "journal", "tribune", "herald", "guardian", "telegraph", "gazette", "courier",
		"chronicle", "observer", "globe", "star", "mail", "mirror", "sun", "independent", "atlantic", "magazine", "newspaper",
		"radio", "tv", "television", "podcast", "wsj", "dispatch", "inquirer", "sentinel", "examiner", "register", "argus",
		"press", "banner", "ledger", "review", "record", "bulletin", "standard", "express", "enquirer", "weekly", "daily", "buzzfeed", "breitbart", "vox", "slate", "economist", "newsweek", "advertiser", "echo":
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
