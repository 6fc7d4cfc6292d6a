// Package channel tells through which channel things were said: an interview, a
// letter, a speech. Into it go an article, who says what in it and its time
// expressions; out come a [Context] for each attribution, which is what the
// writer's words around the cue tell of channel, recipient and time, and the
// places where the article mentions an occasion. It knows words, and what stands
// beside them; who is meant by a recipient, and what one message tells about
// another, is for the rooms above.
package channel

import (
	"cmp"
	"strings"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Channel is the way by which a message reached its recipient. Empty means that
// the text does not tell.
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

// All are the channels, in the order in which weights are kept for them.
var All = [...]Channel{
	Speech, Interview, Statement, Post, Message, Email, Letter,
	Call, Document, NewsConference, Debate, Testimony, Conversation,
}

// MutualChannels are those in which people answer each other.
var MutualChannels = [...]Channel{Message, Email, Letter, Call, Testimony, Debate, Conversation}

// Mutual reports whether those who use a channel answer each other in it.
func (c Channel) Mutual() bool {
	for _, mutual := range MutualChannels {
		if c == mutual {
			return true
		}
	}
	return false
}

// Session reports whether all who speak in a channel do so on one occasion.
func (c Channel) Session() bool { return c == Testimony || c == Debate || c == NewsConference }

// Gathering reports whether those who hear what goes through a channel are there
// together.
func (c Channel) Gathering() bool { return c.Session() || c == Speech }

// Private reports whether what goes through a channel is meant for certain people
// alone.
func (c Channel) Private() bool {
	switch c {
	case Message, Email, Letter, Call, Conversation:
		return true
	}
	return false
}

// Written reports whether what goes through a channel is written.
func (c Channel) Written() bool {
	switch c {
	case Post, Message, Email, Letter, Document, Statement:
		return true
	}
	return false
}

// channelOf returns what tells the channel of x first: the cue, the nouns beside
// it, what source and recipient are, the sentence before, the author of what was
// just named, and at last what kind of words or article it is.
func (r *reader) channelOf(x attribution.Attribution, c *Context) Channel {
	if c.ByCue != "" {
		return c.ByCue
	}
	if c.Told != "" {
		return c.Told
	}
	if beside := r.channelBeside(x, c.Near); beside != "" {
		return beside
	}
	if by := cmp.Or(c.BySource, c.ByRecipient); by != "" {
		return by
	}
	if before := r.channelIn(c.Before); before != "" {
		return before
	}
	return cmp.Or(c.ByAuthor, r.byKind(x, c))
}

// byCue returns the channel that a word of the cue tells by itself.
func (r *reader) byCue(x attribution.Attribution) (channel Channel) {
	if x.Posted {
		return Post
	}
	x.AnyCueWord(func(i int) bool {
		channel = cmp.Or(channelOfVerb(r.Fold(i)), r.channelOfNounAt(i))
		return channel != ""
	})
	return channel
}

// byActing returns the channel of a verb of the cue that tells one only in some senses.
func (r *reader) byActing(x attribution.Attribution) (channel Channel) {
	if x.Passive {
		return ""
	}
	if len(x.Cue) == 2 && !x.Addressed.Empty() && (isCalling(r.Fold(x.Cue[0].First)) || r.Fold(x.Cue[0].First) == "rang") {
		return Call // "called her mother to say"
	}
	x.AnyCueWord(func(i int) bool {
		channel = r.channelOfActing(i)
		return channel != ""
	})
	return channel
}

// channelOfActing returns the channel of the verb at token i that tells one only in some
// senses: what a court ruled and what is filed is written, but not what is ruled out.
func (r *reader) channelOfActing(i int) Channel {
	if isCallingUp(r.Fold(i)) && r.Fold(i) != "rang" { // "rang the alarm"
		return Call
	}
	switch r.Fold(i) {
	case "ruled":
		if r.Fold(i+1) != "out" {
			return Document
		}
	case "filed", "sued":
		return Document
	case "pleaded":
		if next := r.Fold(i + 1); next == "guilty" || next == "not" {
			return Testimony
		}
	}
	return ""
}

// channelOfNounAt returns the channel that the noun at token i tells.
func (r *reader) channelOfNounAt(i int) Channel {
	c := channelOfNoun(r.Fold(i), r.Fold(i-1), r.Fold(i+1))
	switch {
	case c != "" && r.isOutside(i):
		return ""
	case c == Testimony && r.IsDebate && r.Fold(i) == "statement":
		return Debate
	}
	return c
}

// isOutside reports whether the noun at token i names a place before whose doors
// something is said, and not in it: "outside court", "on the steps of the court".
func (r *reader) isOutside(i int) bool {
	for before := i - 1; before >= max(0, i-maxPlaceName) && !r.BreaksPhrase(before+1); before-- {
		switch word := r.Fold(before); {
		case word == "outside", word == "steps":
			return true
		case word != "the" && word != "of" && !r.IsNameWord(before):
			return false
		}
	}
	return false
}

// maxPlaceName is how many words may stand between "outside" and the noun of a
// place: "outside the Selby Crown Court".
const maxPlaceName = 4

// channelBeside returns the first channel that a noun of the writer's around the
// cue tells.
func (r *reader) channelBeside(x attribution.Attribution, near token.Range) Channel {
	for i := near.First; i < near.Last; i++ {
		if r.IsReported(i, &x) || x.Source.Contains(i) {
			continue
		}
		if c := r.placedNoun(i, near); c != "" {
			return c
		}
	}
	return ""
}

// channelIn returns the last channel that the sentence before tells.
func (r *reader) channelIn(before token.Range) Channel {
	for k := before.Last - 1; k >= before.First; k-- {
		if c := r.placedNoun(k, before); c != "" {
			return c
		}
	}
	return ""
}

// placedNoun returns the channel that the noun at token i tells, if it stands
// after a preposition, as in "in a statement", "on Twitter", "at a rally".
func (r *reader) placedNoun(i int, limits token.Range) Channel {
	c := r.inTheme(r.channelOfNounAt(i), i)
	if c == "" {
		return ""
	}
	if c == NewsConference && isFielding(r.Fold(i-1)) || r.isStateOf(i) {
		return c
	}
	for k := i - 1; k >= limits.First && i-k <= 5; k-- {
		switch r.Fold(k) {
		case "in", "on", "at", "during", "via", "through", "by", "before", "from", "to", "under", "issued", "released", "sent",
			"delivered", "delivering", "posted", "gave", "giving", "gives":
			return c
		case "over":
			if isMeal(r.Fold(i)) {
				return c
			}
		case "of", "about", "for", "with":
			return ""
		}
		if r.BreaksPhrase(k + 1) {
			return ""
		}
	}
	return ""
}

// isStateOf reports whether the noun at token i is the address or speech on the state
// of something: "his state of the province address".
func (r *reader) isStateOf(i int) bool {
	if word := r.Fold(i); word != "address" && word != "speech" {
		return false
	}
	for k := i - 1; k > max(0, i-4); k-- {
		if r.Fold(k) == "of" {
			return r.Fold(k-1) == "state"
		}
	}
	return false
}

// bySource returns the channel of a source that is a written thing, or speaks
// through one.
func (r *reader) bySource(source token.Range) Channel {
	for i := source.First; i < source.Last; i++ {
		word := r.Fold(i)
		if word == "who" || word == "whose" {
			return "" // "Jane Roe, who teaches law at Selby"
		}
		if word == "release" {
			return channelOfNoun(word, r.Fold(i-1), r.Fold(i+1))
		}
		if (lexicon.IsDocument(word) || speaksInWriting(word) && !(i == source.First && r.IsNameWord(i))) && (i == source.Last-1 || r.isHead(i, source)) {
			return cmp.Or(OfWriting(word), Document)
		}
	}
	return ""
}

// isHead reports whether what follows token i in the source only says more about
// it: "the report by …", "a poll released on …".
func (r *reader) isHead(i int, source token.Range) bool {
	next := r.Fold(i + 1)
	return lexicon.ClassOf(next).Has(lexicon.Preposition|lexicon.Subject|lexicon.Complementizer) || r.BreaksPhrase(i+1) ||
		(strings.HasSuffix(next, "ed") || next == "sent" || next == "written") && i+1 < source.Last
}

// byRecipient returns the channel that the recipient tells: an outlet interviews,
// a court or committee takes testimony, a crowd hears a speech.
func (r *reader) byRecipient(x attribution.Attribution, recipient token.Range) Channel {
	c := r.channelOfRecipient(recipient)
	if c == Interview && r.Fold(x.LastCue().Last-1) == "asked" {
		return ""
	}
	return c
}

// channelOfRecipient returns the channel that a recipient tells by what it is.
func (r *reader) channelOfRecipient(w token.Range) Channel {
	if !w.Empty() {
		w = r.withOutlet(w)
	}
	for i := w.Last - 1; i >= w.First; i-- {
		switch word := r.Fold(i); {
		case lexicon.SitsInSession(word), word == "witness" && r.Fold(i-2) == "to" && r.Fold(i-1) == "the", isJudge(word) && r.Fold(w.First-1) == "told":
			return Testimony
		case r.channelOfNounAt(i) == NewsConference:
			return NewsConference
		case lexicon.IsCrowd(word):
			switch r.Fold(i - 1) {
			case "radio", "television", "tv", "show":
				return Interview
			}
			return Speech
		case IsOutletWord(word), word == "viewers", word == "listeners":
			return Interview
		}
	}
	if r.isStation(w) || r.endsOutletPair(w) {
		return Interview
	}
	return ""
}

// isJudge reports whether a word names one who is told something in court.
func isJudge(word string) bool {
	switch word {
	case "judge", "judges", "magistrate", "magistrates", "coroner":
		return true
	}
	return false
}

// endsOutletPair reports whether a recipient ends in the two words of an outlet: "told
// The Hill".
func (r *reader) endsOutletPair(w token.Range) bool {
	at := w.Last - 1
	return !w.Empty() && isOutletPair(r.Fold(at-1), r.Fold(at)) && r.IsNameWord(at) && !r.BreaksPhrase(at)
}

// isStation reports whether a recipient is called as broadcasters and agencies are, by
// three letters or more without an article: "told KTSM".
func (r *reader) isStation(w token.Range) bool {
	isOwner := w.Len() > 1 && r.Fold(w.First+1) == "s" // "RTV's Morning Brief"
	if !r.Cased || w.Len() != 1 && !isOwner || r.Tokens[w.First].Shape != token.ShapeUpper || len(r.Fold(w.First)) < 3 || r.Fold(w.First-1) != "told" {
		return false
	}
	switch r.Fold(w.First) {
	case "nato", "nasa", "opec", "fifa", "uefa", "unesco", "unicef", "mps", "meps", "fbi", "cia", "usa", "isis", "nhs":
		return false
	}
	return true
}

// withOutlet adds to a name the outlet that it is said to be of: "CNN's | Jane
// Roe".
func (r *reader) withOutlet(w token.Range) token.Range {
	switch {
	case r.Fold(w.First-1) == "s" && IsOutletWord(r.Fold(w.First-2)):
		w.First -= 2
	case IsOutletWord(r.Fold(w.First-1)) && (!r.Cased || r.IsNameWord(w.First-1)):
		w.First--
	}
	return w
}

// authorReach is how many words back the writing may be named that a pronoun's
// bearer is the author of.
const authorReach = 12

// byAuthor returns the channel of a writing that was named right before with its
// author, if a pronoun goes on: "a post by the mayor; she said".
func (r *reader) byAuthor(x attribution.Attribution) Channel {
	if !r.IsSubjectPronoun(x.Source) || x.Source.First > x.Content[0].First {
		return ""
	}
	for k := x.Source.First - 1; k > 0 && x.Source.First-k < authorReach; k-- {
		if r.Fold(k) == "by" {
			return r.channelOfNounAt(k - 1)
		}
	}
	return ""
}

// writtenJustBefore returns the channel of what the end of the sentence before a
// quotation says that somebody wrote, if the cue goes on with it: Roe welcomed it in a
// post on X. “…,” she wrote.
func (r *reader) writtenJustBefore(x attribution.Attribution) Channel {
	if !r.IsSubjectPronoun(x.Source) || x.Source.First < x.Content[0].First || !r.isWritten(x) || !r.IsSentenceStart(x.Content[0].First) {
		return ""
	}
	for k := x.Content[0].First - 1; k > 1 && x.Content[0].First-k < authorReach && !r.IsSentenceStart(k); k-- {
		if c := r.channelOfNounAt(k); c.Written() && r.opensThing(k) {
			return c
		}
	}
	return ""
}

// opensThing reports whether token i is a noun behind "in a", with one word before it
// at the most: "in a post", "in a handwritten letter".
func (r *reader) opensThing(i int) bool {
	for a := i - 1; a >= max(1, i-2); a-- {
		if word := r.Fold(a); word == "a" || word == "an" {
			return r.Fold(a-1) == "in"
		}
	}
	return false
}

// byKind falls back on what kind of words or article it is: something written
// goes by the last written thing that the text spoke of, and what is said in an
// account of a court or committee was said there.
func (r *reader) byKind(x attribution.Attribution, c *Context) Channel {
	switch {
	case c.ByOutlet:
		return Document
	case c.Written:
		return cmp.Or(c.LastWritten, Document)
	case !c.Recipient.Empty() && r.Theme != "":
		return r.Theme
	case r.IsHearing && x.Mode == attribution.Speech:
		return Testimony
	case r.IsDebate && x.Mode == attribution.Speech:
		return Debate
	}
	return ""
}

// isWritten reports whether the cue is a verb of writing that tells no channel.
func (r *reader) isWritten(x attribution.Attribution) bool {
	return x.AnyCueWord(func(i int) bool {
		switch r.Fold(i) {
		case "wrote", "writes", "written":
			return true
		}
		return false
	})
}

// writtenReach is how many words back the thing may be named that somebody
// "wrote".
const writtenReach = 150

// lastWritten returns the channel of the last written thing that is named before
// token i.
func (r *reader) lastWritten(i int) Channel {
	for k := i - 1; k >= 0 && i-k < writtenReach; k-- {
		switch c := r.channelOfNounAt(k); c {
		case Message, Email, Letter, Post, Document:
			return c
		}
	}
	return ""
}

// isOutlet reports whether a source is a news outlet.
func (r *reader) isOutlet(source token.Range) bool {
	if source.Empty() || source.Len() > 4 {
		return false
	}
	last := r.Fold(source.Last - 1)
	return IsOutletWord(last) || last == "outlet" || last == "outlets"
}
