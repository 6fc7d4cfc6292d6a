package occasion

import (
	"github.com/verbatim-news/verbatim/internal/channel"
	"github.com/verbatim-news/verbatim/internal/speaker"
)

// writtenReach is how many messages back one may have been written that "the statement"
// and its like go on with.
const writtenReach = 3

// whoWrote returns who wrote what the source of message n names only as "the statement" or
// "the letter": the one of the last messages that went through one.
func (d *decider) whoWrote(n int) speaker.Meaning {
	w := d.Reading.Attributions[n].Source
	if w.Len() != 2 || d.Fold(w.First) != "the" || d.IsNameWord(w.Last-1) {
		return speaker.Meaning{}
	}
	written := channel.OfWriting(d.Fold(w.Last - 1))
	switch written {
	case channel.Statement, channel.Letter, channel.Email, channel.Post, channel.Message:
	default:
		return speaker.Meaning{}
	}
	for k := n - 1; k >= max(0, n-writtenReach) && w.First-d.drafts[k].at < farWords; k-- {
		if t := &d.drafts[k]; t.own.Channel == written && t.from != nobody && d.meanings[t.from].IsNamed() {
			return d.meanings[t.from]
		}
	}
	return speaker.Meaning{}
}
