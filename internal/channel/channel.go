package channel

import (
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
	"github.com/verbatim-news/verbatim/internal/value"
)

// A Channel is the way by which a message reached its recipient.
// Empty means that the text does not tell.
type Channel string

const (
	Speech         Channel = "speech"          // remarks on a stage, a rally, an address
	Interview      Channel = "interview"       // told an outlet, a show or a podcast
	Statement      Channel = "statement"       // an issued statement, a press release
	Post           Channel = "post"            // a tweet or another public social post
	Message        Channel = "message"         // a direct message, a text, a chat
	Email          Channel = "email"           // electronic mail
	Letter         Channel = "letter"          // a letter, open ones included
	Call           Channel = "call"            // by telephone
	Document       Channel = "document"        // a report, filing, memo, book, article, poll or law
	NewsConference Channel = "news_conference" // a news conference or briefing
	Debate         Channel = "debate"          // a debate of candidates or parties
	Testimony      Channel = "testimony"       // before a court or a committee
	Conversation   Channel = "conversation"    // a reported exchange in person
)

var All = [...]Channel{
	Speech, Interview, Statement, Post, Message, Email, Letter,
	Call, Document, NewsConference, Debate, Testimony, Conversation,
}

// MarshalText returns the channel's word, or an [UnknownValueError].
func (c Channel) MarshalText() ([]byte, error) { return value.MarshalValue("Channel", c, All[:]) }

// UnmarshalText accepts the words of the constants and returns an
// [UnknownValueError] for any other.
func (c *Channel) UnmarshalText(text []byte) error {
	return value.UnmarshalValue("Channel", c, text, All[:])
}

// channelOf tells the channel by the cue itself, then by the nouns beside it,
// then by what the source is.
func (r *Reader) channelOf(a attribution.Attribution, near token.Range) Channel {
	if c := OfCue(r.Article, a); c != "" {
		return c
	}
	for i := near.First; i < near.Last; i++ {
		if r.Content[i] || a.Source.Contains(i) {
			continue
		}
		if c := r.channelNoun(i, near); c != "" {
			return c
		}
	}
	return r.ChannelOfSource(a.Source)
}

// ChannelOfSource returns the channel of a source that is a written thing.
func (r *Reader) ChannelOfSource(source token.Range) Channel {
	for i := source.First; i < source.Last; i++ {
		if lexicon.IsDocument(r.Fold(i)) && (i == source.Last-1 || r.headless(i, source)) {
			return documentChannel(r.Fold(i))
		}
	}
	return ""
}

// OfCue returns the channel that a word of the cue tells by itself.
func OfCue(a *article.Article, x attribution.Attribution) (channel Channel) {
	if x.Posted {
		return Post
	}
	x.AnyCueWord(func(i int) bool {
		channel = channelOfVerb(a.Fold(i))
		if channel == "" {
			channel = channelOfNoun(a.Fold(i), a.Fold(i-1), a.Fold(i+1))
		}
		return channel != ""
	})
	return channel
}

// headless reports whether what follows token i in the source only says more
// about it: "the report by …", "a poll released on …".
func (r *Reader) headless(i int, source token.Range) bool {
	next := r.Fold(i + 1)
	return lexicon.ClassOf(next).Has(lexicon.Preposition|lexicon.Subject|lexicon.Complementizer) || r.BreaksPhrase(i+1) ||
		strings.HasSuffix(next, "ed") && i+1 < source.Last
}

// documentChannel returns the channel of a source that is a written thing.
func documentChannel(noun string) Channel {
	switch noun {
	case "tweet", "tweets", "post", "posts":
		return Post
	case "statement":
		return Statement
	case "letter":
		return Letter
	case "email", "emails":
		return Email
	case "message":
		return Message
	}
	return Document
}

func channelOfVerb(word string) Channel {
	switch word {
	case "tweeted", "tweets", "tweeting", "retweeted", "posted", "blogged":
		return Post
	case "emailed":
		return Email
	case "texted", "messaged":
		return Message
	case "testified", "testifies", "testifying":
		return Testimony
	}
	return ""
}

// channelNoun reports the channel that the noun at token i tells, if it stands
// after a preposition, as in "in a statement", "on Twitter", "at a rally".
func (r *Reader) channelNoun(i int, near token.Range) Channel {
	c := r.inTheme(channelOfNoun(r.Fold(i), r.Fold(i-1), r.Fold(i+1)), i)
	if c == "" {
		return ""
	}
	for k := i - 1; k >= near.First && i-k <= 5; k-- {
		switch r.Fold(k) {
		case "in", "on", "at", "during", "via", "through", "by", "before", "from", "to", "issued", "released", "sent",
			"delivered", "posted", "gave":
			return c
		case "of", "about", "for", "with":
			return ""
		}
		if r.BreaksPhrase(k + 1) {
			return ""
		}
	}
	return ""
}

// inTheme returns the channel of the noun at token i as the article means it: one
// about messages means those of the platform that it names, unless it says posts.
func (r *Reader) inTheme(c Channel, i int) Channel {
	if r.Theme != Message || !isPlatform(r.Fold(i)) {
		return c
	}
	switch r.Fold(i + 1) {
	case "post", "posts", "feed", "page":
		return c
	}
	return Message
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
		return Post
	}
	switch word {
	case "statement", "statements":
		if before == "opening" || before == "closing" {
			return ""
		}
		return Statement
	case "release":
		if before == "press" || before == "news" {
			return Statement
		}
	case "conference", "briefing":
		if before == "news" || before == "press" || before == "media" {
			return NewsConference
		}
	case "interview", "interviews", "podcast", "programme", "radio", "telecast", "broadcast":
		return Interview
	case "show":
		return Interview
	case "tweet", "tweets":
		return Post
	case "post":
		if before == "blog" || isPlatform(before) || before == "a" || before == "media" {
			return Post
		}
	case "media":
		if before == "social" {
			return Post
		}
	case "message", "messages":
		if before == "facebook" && after == "posted" {
			return Post
		}
		return Message
	case "dm", "dms", "whatsapp", "text", "texts":
		return Message
	case "email", "emails":
		return Email
	case "letter":
		return Letter
	case "phone", "telephone":
		if after != "interview" && after != "call" {
			return Call
		}
	case "call":
		switch before {
		case "phone", "conference", "telephone", "video", "press", "media":
			return Call
		}
		if after == "with" || after == "to" {
			return Call
		}
	case "memo", "report", "filing", "op", "oped", "book", "memoir", "essay", "column", "article", "complaint", "affidavit",
		"lawsuit", "survey", "poll", "polls", "study", "document", "documents", "ruling", "indictment", "editorial", "blog",
		"piece", "paper", "newspaper", "website", "brief", "ad", "ads", "commercial", "dossier", "transcript", "injunction", "briefs":
		return Document
	case "ed":
		if before == "op" {
			return Document
		}
	case "speech", "speeches", "rally", "rallies", "remarks", "address", "sermon", "keynote", "convention", "fundraiser", "event",
		"ceremony", "podium", "stage", "gathering", "summit", "forum", "commencement", "heckler", "hecklers", "stump", "cheers":
		return Speech
	case "hall":
		if before == "town" {
			return Speech
		}
	case "stop":
		if before == "campaign" {
			return Speech
		}
	case "gaggle":
		return NewsConference
	case "debate":
		return Debate
	case "hearing", "court", "testimony", "tribunal", "inquest", "inquiry", "subcommittee", "trial", "parliament":
		return Testimony
	case "meeting", "conversation", "dinner", "breakfast", "lunch":
		return Conversation
	}
	return ""
}

// ChannelByRecipient tells the channel by the recipient: an outlet interviews, a
// court or committee takes testimony, a crowd hears a speech.
func (r *Reader) ChannelByRecipient(a attribution.Attribution, recipient token.Range) Channel {
	c := channelOfRecipient(r.Article, recipient)
	if c == Interview && r.Fold(a.LastCue().Last-1) == "asked" {
		return ""
	}
	return c
}

// channelOfRecipient returns the channel that recipients tell by what they are.
func channelOfRecipient(a *article.Article, recipient token.Range) Channel {
	if !recipient.Empty() {
		recipient = withOutlet(a, recipient)
	}
	for i := recipient.Last - 1; i >= recipient.First; i-- {
		switch word := a.Fold(i); {
		case SitsInSession(word):
			return Testimony
		case IsCrowd(word):
			switch a.Fold(i - 1) {
			case "radio", "television", "tv", "show":
				return Interview
			}
			return Speech
		case IsOutletWord(word), word == "viewers", word == "listeners":
			return Interview
		}
	}
	return ""
}

// SitsInSession reports whether a word names those before whom one testifies.
func SitsInSession(word string) bool {
	switch word {
	case "court", "jury", "jurors", "committee", "subcommittee", "tribunal", "inquest", "inquiry", "mps", "commons", "parliament", "senate":
		return true
	}
	return false
}

// IsCrowd reports whether a word names those who hear a speech.
func IsCrowd(word string) bool {
	switch word {
	case "crowd", "supporters", "audience", "rally", "delegates", "graduates", "congregation", "worshippers", "mourners":
		return true
	}
	return false
}

// IsOutletWord reports whether a word is common in the names of news outlets
// and programmes.
func IsOutletWord(word string) bool {
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

// ChannelByAuthor returns the channel of a writing that was named right before
// with its author, if a pronoun goes on: "a post by the mayor; she said".
func (r *Reader) ChannelByAuthor(a attribution.Attribution) Channel {
	if !r.IsSubjectPronoun(a.Source) || a.Source.First > a.Content[0].First {
		return ""
	}
	for k := a.Source.First - 1; k > 0 && a.Source.First-k < authorReach; k-- {
		if r.Fold(k) == "by" {
			return channelOfNoun(r.Fold(k-1), r.Fold(k-2), "by")
		}
	}
	return ""
}

// channelByKind falls back on what kind of words or article it is: something
// written goes by the last written thing that the text spoke of, and what is
// said in an account of a court or committee was said there.
func (r *Reader) channelByKind(a attribution.Attribution, s Context) Channel {
	switch {
	case r.IsOutlet(a.Source):
		return Document
	case r.IsWritten(a):
		if c := r.WrittenBefore(a.Cue[0].First); c != "" {
			return c
		}
		return Document
	case !s.Recipient.Empty() && r.Theme != "":
		return r.Theme
	case r.IsHearing && a.Mode == attribution.Speech:
		return Testimony
	case r.IsDebate && a.Mode == attribution.Speech:
		return Debate
	}
	return ""
}

// writtenReach is how many words back the thing may be named that somebody
// "wrote".
const writtenReach = 150

// WrittenBefore returns the channel of the last written thing that is named
// before token i.
func (r *Reader) WrittenBefore(i int) Channel {
	for k := i - 1; k >= 0 && i-k < writtenReach; k-- {
		switch c := channelOfNoun(r.Fold(k), r.Fold(k-1), r.Fold(k+1)); c {
		case Message, Email, Letter, Post, Document:
			return c
		}
	}
	return ""
}

// An article about letters or messages names them at least this often, and at
// least once in so many words.
const (
	themeWords = 4
	ThemeShare = 120
)

// writtenTheme returns the channel of an exchange that the article is about.
func writtenTheme(a *article.Article) Channel {
	messages, emails, letters := 0, 0, 0
	for i := range a.Tokens {
		switch channelOfNoun(a.Fold(i), a.Fold(i-1), a.Fold(i+1)) {
		case Message:
			messages++
		case Email:
			emails++
		case Letter:
			letters++
		}
	}
	most, theme := messages, Message
	if emails > most {
		most, theme = emails, Email
	}
	if letters > most {
		most, theme = letters, Letter
	}
	if most >= themeWords && most*ThemeShare >= len(a.Tokens) {
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
func isAbout(a *article.Article, is func(word string) bool) bool {
	found := 0
	for _, t := range a.Tokens {
		if is(t.Fold) {
			found++
		}
	}
	return found >= sessionWords && found*sessionShare >= len(a.Tokens)
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

// IsWritten reports whether the cue is a verb of writing that tells no channel.
func (r *Reader) IsWritten(a attribution.Attribution) bool {
	return a.AnyCueWord(func(i int) bool {
		switch r.Fold(i) {
		case "wrote", "writes", "written":
			return true
		}
		return false
	})
}

// IsOutlet reports whether a source is a news outlet.
func (r *Reader) IsOutlet(source token.Range) bool {
	return !source.Empty() && source.Len() <= 4 && IsOutletWord(r.Fold(source.Last-1))
}

// IsPrivate reports whether what goes through a channel is meant for certain
// people alone.
func IsPrivate(c Channel) bool {
	switch c {
	case Message, Email, Letter, Call, Conversation:
		return true
	}
	return false
}

// IsWriting reports whether what goes through a channel is written.
func IsWriting(c Channel) bool {
	switch c {
	case Post, Message, Email, Letter, Document, Statement:
		return true
	}
	return false
}

// IsCarrierNoun reports whether a noun names what carries a message.
func IsCarrierNoun(word string) bool {
	switch word {
	case "message", "tweet", "email", "letter", "post", "text", "note", "memo":
		return true
	}
	return false
}

// IsSession reports whether all who speak in a channel do so on one occasion.
func IsSession(c Channel) bool {
	return c == Testimony || c == Debate || c == NewsConference
}

// IsGathering reports whether those who hear what goes through a channel are
// there together.
func IsGathering(c Channel) bool { return IsSession(c) || c == Speech }

// Mutual reports whether those who use a channel answer each other in it.
func Mutual(c Channel) bool { return slices.Contains(MutualChannels, c) }

var MutualChannels = []Channel{
	Message, Email, Letter, Call, Testimony, Debate, Conversation,
}
