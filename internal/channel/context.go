package channel

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A Context is what the writer's words around the cue of an attribution tell
// about how, to whom and when it was said. Ranges are of tokens.
type Context struct {
	Near      token.Range // the words around the cue; empty without one, like the next
	Before    token.Range // the writer's sentence before
	Channel   Channel     // the channel that these and the source tell first
	Told      Channel     // the one that they leave no choice of; empty where they do
	Sender    token.Range // the words that name who sent what the source only calls "the message"
	Recipient token.Range // the words that name whom it was said to; empty where not told
	Timestamp int         // index of the time expression that tells when, or -1

	// What each thing tells by itself; empty where it tells nothing.
	ByCue       Channel // a word of the cue: "tweeted"
	BySource    Channel // the source, a written thing: "the report"
	ByRecipient Channel // what Recipient is: "told the jury"
	ByAuthor    Channel // a writing named right before, whose author goes on: "a post by the mayor; she said"
	LastWritten Channel // the last written thing named before a cue that is Written
	CalledOn    bool    // Recipient is one on whom the cue calls, for all to hear
	Written     bool    // the cue is a verb of writing that tells no channel: "wrote"
	ByOutlet    bool    // the source is a news outlet
}

// Contexts are what an article tells about the occasions on which things were
// said.
type Contexts struct {
	Of        []Context     // one for each attribution
	Mentions  []Mention     // in the order of the text
	Hearers   []Hearer      // in the order of the text
	Times     []token.Range // the words of each time expression
	IsHearing bool          // the article is an account of a court or a committee
	IsDebate  bool          // the article is an account of a debate
	Theme     Channel       // the kind of writing that the article is about, if it is about one
}

// Read reads the contexts of all attributions of an article, and the places where
// it mentions an occasion. times are its time expressions.
func Read(a *article.Article, reading *attribution.Reading, times []timex.Timestamp) *Contexts {
	c := &Contexts{
		Of: make([]Context, len(reading.Attributions)), Times: make([]token.Range, len(times)),
		IsHearing: isAbout(a, courtWord), IsDebate: isAbout(a, debateWord), Theme: writtenTheme(a),
	}
	r := &reader{Article: a, Reading: reading, Contexts: c, timestamps: times}
	r.placeTimes()
	for n, x := range reading.Attributions {
		c.Of[n] = r.contextOf(x)
	}
	c.Mentions = mentionsOf(r)
	c.Hearers = hearersOf(r)
	return c
}

// A reader reads the contexts of one article.
type reader struct {
	*article.Article
	*attribution.Reading
	*Contexts  // as far as they are made
	timestamps []timex.Timestamp
}

// contextOf reads the context of one attribution.
func (r *reader) contextOf(x attribution.Attribution) Context {
	c := Context{Timestamp: -1, ByCue: r.byCue(x), BySource: r.bySource(x.Source), ByAuthor: r.byAuthor(x), ByOutlet: r.isOutlet(x.Source)}
	if len(x.Cue) == 0 {
		if x.Posted {
			c.Channel, c.Timestamp = Post, r.timeAfter(x.Source.Last)
		} else if x.Turn {
			c.Channel = Interview
		}
		return c
	}
	c.Near = r.near(x)
	c.Before = r.sentenceBefore(r.opening(x, c.Near))
	if c.Written = r.isWritten(x); c.Written {
		c.LastWritten = r.lastWritten(x.Cue[0].First)
	}
	c.Recipient = r.recipientOf(x, c.Near)
	if sender, told := r.senderBefore(x, token.Range{First: c.Before.First, Last: min(x.Content[0].First, x.Source.First)}); !sender.Empty() {
		c.Sender = sender
		if c.Recipient.Empty() {
			c.Recipient = told
		}
	}
	if c.Recipient.Empty() {
		c.Recipient = r.hearerOfSource(x.Source)
	}
	if !x.Addressed.Empty() {
		c.Recipient = x.Addressed
	}
	if w := r.openingObject(x, c.Recipient); !w.Empty() {
		c.Recipient = w
	}
	c.ByRecipient = r.byRecipient(x, c.Recipient)
	c.Told = r.toldChannel(x, &c)
	c.Channel = r.channelOf(x, &c)
	c.Timestamp = r.timeNear(x, c.Near)
	if c.Timestamp < 0 && c.Channel.Mutual() {
		c.Timestamp = r.timeIn(c.Before)
	}
	c.CalledOn = !c.Recipient.Empty() && r.callsOn(x)
	if r.isNewsConference(c.Recipient) {
		c.Recipient = token.Range{}
	}
	return c
}

// nearReach is how many words beside the cue are searched where no sentence ends.
const nearReach = 14

// near returns the words around the cue of x, up to the ends of its sentence, on
// the right also up to another cue.
func (r *reader) near(x attribution.Attribution) token.Range {
	cue := x.Cue[0]
	first, last := cue.First, x.LastCue().Last
	for first > 0 && cue.First-first < 3*nearReach && !r.IsSentenceStart(first) {
		if !r.Marked && cue.First-first >= nearReach {
			break
		}
		first--
	}
	end := last
	for last < len(r.Tokens) && last-end < 2*nearReach && !r.IsSentenceStart(last) && !r.Cue[last] {
		if !r.Marked && last-end >= nearReach {
			break
		}
		last++
	}
	// What stands between the cue and its content is the writer's, though a sentence
	// may seem to begin there: "he replied the following morning …".
	if at := x.Content[0].First; at > last && at-end <= leadReach {
		last = at
	}
	return token.Range{First: first, Last: last}
}

// leadReach is how many words may stand between a cue and the content that it
// leads to.
const leadReach = 6

// opening returns the token at which an attribution begins: its content where
// that comes first.
func (r *reader) opening(x attribution.Attribution, near token.Range) int {
	if first := x.Content[0].First; first < near.First || r.Content[near.First] {
		return min(first, near.First)
	}
	return near.First
}

// sentenceReach is how many words back the sentence before may begin.
const sentenceReach = 40

// sentenceBefore returns what the sentence before token i tells in the writer's
// own voice: "She spoke at a hearing on Monday."
func (r *reader) sentenceBefore(i int) token.Range {
	first := i
	for first > 0 && i-first < sentenceReach && (first == i || !r.IsSentenceStart(first)) {
		if r.Content[first-1] || r.Cue[first-1] {
			break
		}
		first--
	}
	return token.Range{First: first, Last: i}
}
