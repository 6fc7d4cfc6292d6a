package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// A Channel is the way by which a message reached its hearers or readers.
// Empty means that the text does not tell.
type Channel string

const (
	ChannelSpeech         Channel = "speech"          // remarks on a stage, a rally, an address
	ChannelInterview      Channel = "interview"       // told an outlet, a show or a podcast
	ChannelStatement      Channel = "statement"       // an issued statement, a press release
	ChannelPost           Channel = "post"            // a tweet or another public social post
	ChannelMessage        Channel = "message"         // a direct message, a text, a chat
	ChannelEmail          Channel = "email"           // electronic mail
	ChannelLetter         Channel = "letter"          // a letter, open ones included
	ChannelCall           Channel = "call"            // by telephone
	ChannelDocument       Channel = "document"        // a report, filing, memo, book, article, poll or law
	ChannelNewsConference Channel = "news_conference" // a news conference or briefing
	ChannelDebate         Channel = "debate"          // a debate of candidates or parties
	ChannelTestimony      Channel = "testimony"       // before a court or a committee
	ChannelConversation   Channel = "conversation"    // a reported exchange in person
)

var channels = [...]Channel{
	ChannelSpeech, ChannelInterview, ChannelStatement, ChannelPost, ChannelMessage, ChannelEmail, ChannelLetter,
	ChannelCall, ChannelDocument, ChannelNewsConference, ChannelDebate, ChannelTestimony, ChannelConversation,
}

// MarshalText returns the channel's word, or an [UnknownValueError].
func (c Channel) MarshalText() ([]byte, error) { return marshalValue("Channel", c, channels[:]) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (c *Channel) UnmarshalText(text []byte) error {
	return unmarshalValue("Channel", c, text, channels[:])
}

// channelOf tells the channel by the cue itself, then by the nouns beside it,
// then by what the source is.
func (r *settingReader) channelOf(a attribution, near words) Channel {
	if c := r.channelOfCue(a); c != "" {
		return c
	}
	for i := near.first; i < near.last; i++ {
		if r.content[i] || a.source.contains(i) {
			continue
		}
		if c := r.channelNoun(i, near); c != "" {
			return c
		}
	}
	return r.channelOfSource(a.source)
}

// channelOfSource returns the channel of a source that is a written thing.
func (r *settingReader) channelOfSource(source words) Channel {
	for i := source.first; i < source.last; i++ {
		if lexicon.IsDocument(r.fold(i)) && (i == source.last-1 || r.headless(i, source)) {
			return documentChannel(r.fold(i))
		}
	}
	return ""
}

// channelOfCue returns the channel that a word of the cue tells by itself.
func (a *article) channelOfCue(x attribution) (channel Channel) {
	if x.posted {
		return ChannelPost
	}
	x.anyCueWord(func(i int) bool {
		channel = channelOfVerb(a.fold(i))
		if channel == "" {
			channel = channelOfNoun(a.fold(i), a.fold(i-1), a.fold(i+1))
		}
		return channel != ""
	})
	return channel
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
	c := r.inTheme(channelOfNoun(r.fold(i), r.fold(i-1), r.fold(i+1)), i)
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

// inTheme returns the channel of the noun at token i as the article means it: one
// about messages means those of the platform that it names, unless it says posts.
func (r *settingReader) inTheme(c Channel, i int) Channel {
	if r.theme != ChannelMessage || !isPlatform(r.fold(i)) {
		return c
	}
	switch r.fold(i + 1) {
	case "post", "posts", "feed", "page":
		return c
	}
	return ChannelMessage
}

// isPlatform reports whether a word names a social network.
func isPlatform(word string) bool {
	switch word {
	case "twitter", "facebook", "instagram", "mastodon", "bluesky", "tiktok", "snapchat", "weibo", "telegram":
		return true
	}
	return false
}

func channelOfNoun(word, before, after string) Channel {
	if isPlatform(word) {
		return ChannelPost
	}
	switch word {
	case "statement", "statements":
		if before == "opening" || before == "closing" {
			return ""
		}
		return ChannelStatement
	case "release":
		if before == "press" || before == "news" {
			return ChannelStatement
		}
	case "conference", "briefing":
		if before == "news" || before == "press" || before == "media" {
			return ChannelNewsConference
		}
	case "interview", "interviews", "podcast", "programme", "radio", "telecast", "broadcast":
		return ChannelInterview
	case "show":
		return ChannelInterview
	case "tweet", "tweets":
		return ChannelPost
	case "post":
		if before == "blog" || isPlatform(before) || before == "a" || before == "media" {
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
		switch before {
		case "phone", "conference", "telephone", "video", "press", "media":
			return ChannelCall
		}
		if after == "with" || after == "to" {
			return ChannelCall
		}
	case "memo", "report", "filing", "op", "oped", "book", "memoir", "essay", "column", "article", "complaint", "affidavit",
		"lawsuit", "survey", "poll", "polls", "study", "document", "documents", "ruling", "indictment", "editorial", "blog",
		"piece", "paper", "newspaper", "website", "brief", "ad", "ads", "commercial", "dossier", "transcript", "injunction", "briefs":
		return ChannelDocument
	case "ed":
		if before == "op" {
			return ChannelDocument
		}
	case "speech", "speeches", "rally", "rallies", "remarks", "address", "sermon", "keynote", "convention", "fundraiser", "event",
		"ceremony", "podium", "stage", "gathering", "summit", "forum", "commencement", "heckler", "hecklers", "stump", "cheers":
		return ChannelSpeech
	case "hall":
		if before == "town" {
			return ChannelSpeech
		}
	case "stop":
		if before == "campaign" {
			return ChannelSpeech
		}
	case "gaggle":
		return ChannelNewsConference
	case "debate":
		return ChannelDebate
	case "hearing", "court", "testimony", "tribunal", "inquest", "inquiry", "subcommittee", "trial", "parliament":
		return ChannelTestimony
	case "meeting", "conversation", "dinner", "breakfast", "lunch":
		return ChannelConversation
	}
	return ""
}

// channelByRecipient tells the channel by the hearer: an outlet interviews, a
// court or committee takes testimony, a crowd hears a speech.
func (r *settingReader) channelByRecipient(a attribution, recipient words) Channel {
	c := channelOfHearers(r.article, recipient)
	if c == ChannelInterview && r.fold(a.lastCue().last-1) == "asked" {
		return ""
	}
	return c
}

// channelOfHearers returns the channel that its hearers tell by what they are.
func channelOfHearers(a *article, hearers words) Channel {
	if !hearers.empty() {
		hearers = a.withOutlet(hearers)
	}
	for i := hearers.last - 1; i >= hearers.first; i-- {
		switch word := a.fold(i); {
		case isHearerInSession(word):
			return ChannelTestimony
		case isCrowd(word):
			switch a.fold(i - 1) {
			case "radio", "television", "tv", "show":
				return ChannelInterview
			}
			return ChannelSpeech
		case isOutletWord(word), word == "viewers", word == "listeners":
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

// authorReach is how many words back the writing may be named that a pronoun's
// bearer is the author of.
const authorReach = 12

// channelByAuthor returns the channel of a writing that was named right before
// with its author, if a pronoun goes on: "a post by the mayor; she said".
func (r *settingReader) channelByAuthor(a attribution) Channel {
	if !r.isSubjectPronoun(a.source) || a.source.first > a.content[0].first {
		return ""
	}
	for k := a.source.first - 1; k > 0 && a.source.first-k < authorReach; k-- {
		if r.fold(k) == "by" {
			return channelOfNoun(r.fold(k-1), r.fold(k-2), "by")
		}
	}
	return ""
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
	case r.isHearing && a.mode == Speech:
		return ChannelTestimony
	case r.isDebate && a.mode == Speech:
		return ChannelDebate
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

// An account of a hearing or debate has at least this many words of its kind, and
// at least one in so many words.
const (
	sessionWords = 5
	sessionShare = 90
)

// isAbout reports whether the article is an account of the kind of session that
// words for which is holds are typical of.
func (a *article) isAbout(is func(word string) bool) bool {
	found := 0
	for _, t := range a.tokens {
		if is(t.fold) {
			found++
		}
	}
	return found >= sessionWords && found*sessionShare >= len(a.tokens)
}

func isCourtWord(word string) bool {
	switch word {
	case "court", "jury", "jurors", "judge", "trial", "prosecutor", "prosecutors", "prosecution", "defendant", "witness",
		"witnesses", "testified", "testimony", "hearing", "tribunal", "inquest", "coroner", "subcommittee", "barrister", "kc", "qc":
		return true
	}
	return false
}

func isDebateWord(word string) bool {
	switch word {
	case "debate", "debates", "moderator", "moderators", "candidates", "debated", "podium":
		return true
	}
	return false
}

// isWritten reports whether the cue is a verb of writing that tells no channel.
func (r *settingReader) isWritten(a attribution) bool {
	return a.anyCueWord(func(i int) bool {
		switch r.fold(i) {
		case "wrote", "writes", "written":
			return true
		}
		return false
	})
}

// isOutlet reports whether a source is a news outlet.
func (r *settingReader) isOutlet(source words) bool {
	return !source.empty() && source.len() <= 4 && isOutletWord(r.fold(source.last-1))
}

// isPrivate reports whether what goes through a channel is meant for certain
// people alone.
func isPrivate(c Channel) bool {
	switch c {
	case ChannelMessage, ChannelEmail, ChannelLetter, ChannelCall, ChannelConversation:
		return true
	}
	return false
}

// isWriting reports whether what goes through a channel is written.
func isWriting(c Channel) bool {
	switch c {
	case ChannelPost, ChannelMessage, ChannelEmail, ChannelLetter, ChannelDocument, ChannelStatement:
		return true
	}
	return false
}
