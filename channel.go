package verbatim

// A Channel is the way by which a message reached those it was for.
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

// Valid reports whether c is one of the constants. The empty Channel is none:
// it stands for one that is not known.
func (c Channel) Valid() bool {
	switch c {
	case ChannelSpeech, ChannelInterview, ChannelStatement, ChannelPost, ChannelMessage, ChannelEmail, ChannelLetter,
		ChannelCall, ChannelDocument, ChannelNewsConference, ChannelDebate, ChannelTestimony, ChannelConversation:
		return true
	}
	return false
}
