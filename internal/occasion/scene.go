package occasion

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/token"
)

// leaveScenes takes away the channels that messages only have from an occasion which
// is over where they are told: "Last week she told farmers" is not in the letter of
// January. A recipient that came with it goes, too.
func (d *decider) leaveScenes() {
	var last [unknownChannel]int // the message after which an occasion of each channel goes on, counted from 1
	for n := range d.drafts {
		t := &d.drafts[n]
		k := channelIndex(t.Channel)
		if k == unknownChannel {
			continue
		}
		if last[k] == 0 || !d.leaves(t, &d.drafts[last[k]-1]) {
			last[k] = n + 1
			continue
		}
		t.Channel = ""
		if t.to != t.ownRecipient && t.to == d.drafts[last[k]-1].to {
			t.to, t.toWords = nobody, token.Range{}
		}
	}
}

// leaves reports whether a message is not on the occasion of the one before it that
// has its channel, and names none itself.
func (d *decider) leaves(t, before *draft) bool {
	return (d.opensScene(t, before) || d.tellsReporters(t)) && !d.namesChannel(t) && !d.tellsOf(t.Channel, d.between(before, t))
}

// between returns the words between two messages, of those that are not far from the
// later one.
func (d *decider) between(before, t *draft) token.Range {
	end := max(before.own.Near.Last, before.Content[len(before.Content)-1].Last, t.at-farWords)
	return token.Range{First: min(end, t.at), Last: t.at}
}

// opensScene reports whether a message was said elsewhere than one before it that has
// its channel: what was spoken, or said and not written in the one letter, on another day,
// as the message itself tells, and what somebody was told where the other wrote to
// somebody else. One posts on many days, and papers are quoted on many.
func (d *decider) opensScene(t, before *draft) bool {
	isLater := t.Sent >= 0 && t.Sent == t.own.Timestamp && before.Sent >= 0 && !d.sameDay(t.Sent, before.Sent)
	switch t.Channel {
	case channel.Letter, channel.Statement:
		if isLater && t.Mode == attribution.Speech {
			return true
		}
	}
	if t.Channel.Written() {
		return d.isTold(t) && t.ownRecipient != before.to
	}
	return isLater
}

// tellsReporters reports whether what seems to be testimony was told to reporters.
func (d *decider) tellsReporters(t *draft) bool {
	if t.Channel != channel.Testimony || t.own.Recipient.Empty() {
		return false
	}
	switch d.Fold(t.own.Recipient.First) {
	case "reporters", "journalists", "newsmen":
		return true
	}
	return false
}

// isTold reports whether the cue says that somebody was told, as one is by word of mouth.
func (d *decider) isTold(t *draft) bool {
	if t.ownRecipient == nobody || t.Mode != attribution.Speech || len(t.Cue) == 0 {
		return false
	}
	switch d.Fold(t.LastCue().Last - 1) {
	case "told", "tells", "tell", "telling":
		return true
	}
	return false
}

// namesChannel reports whether a message names its channel itself, in its cue, its
// source or beside them.
func (d *decider) namesChannel(t *draft) bool {
	if t.Posted || t.Turn || t.own.ByOutlet {
		return true
	}
	switch t.Channel {
	case t.own.ByCue, t.own.Told, t.own.BySource, t.own.ByAuthor, t.own.ByRecipient:
		return true
	}
	return d.tellsOf(t.Channel, t.own.Near)
}

// tellsOf reports whether the writer mentions an occasion of a channel within w.
func (d *decider) tellsOf(c channel.Channel, w token.Range) bool {
	return slices.ContainsFunc(d.mentionsIn(w), func(m channel.Mention) bool { return m.Channel == c && !m.Attributed })
}

// leaveReaders takes away the recipients that messages only have from a letter of the same
// speaker's, if what they were said through is known, too, and is another: who reads the
// letter of Monday need not hear the speech of Tuesday. Of what was said through anything
// else it is known for certain enough where the message names its channel itself, in a
// text with marks.
func (d *decider) leaveReaders() {
	type pair struct{ from, to party }
	wrote := make(map[pair]channel.Channel)
	for n := range d.drafts {
		t := &d.drafts[n]
		switch {
		case t.to == nobody:
		case t.to == t.ownRecipient:
			wrote[pair{t.from, t.to}] = t.Channel
		default:
			if c := wrote[pair{t.from, t.to}]; c != "" && (c == channel.Letter || c == channel.Email || d.Marked && d.namesChannel(t)) && t.Channel != "" && t.Channel != c {
				t.to, t.toWords = nobody, token.Range{}
			}
		}
	}
}
