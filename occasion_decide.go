package verbatim

// weights tell how much each reason counts for a candidate, by whether the
// text has kept its marks.
type weights struct {
	channel   [unknownChannel + 1][channelReasons]float32
	time      [timeReasons]float32
	recipient [hearerReasons]float32
}

// decide fills in the channel, the time and the recipient of every message. The
// channels come first: the others are weighed with them.
func (o *occasions) decide() {
	w := &occasionWeights[0]
	if o.marked {
		w = &occasionWeights[1]
	}
	for n := range o.tellings {
		o.tellings[n].channel = o.decideChannel(n, w)
	}
	var times []timeCandidate
	var hearers []hearerCandidate
	for n := range o.tellings {
		t := &o.tellings[n]
		times = o.timeEvidence(n, times)
		best, most := -1, float32(0)
		for k, c := range times {
			if score := c.weigh(w.time[:]); k == 0 || score > most {
				best, most = c.timestamp, score
			}
		}
		t.sent = best
		hearers = o.hearerEvidence(n, hearers)
		chosen := hearerCandidate{party: noParty}
		for k, c := range hearers {
			if score := c.weigh(w.recipient[:]); k == 0 || score > most {
				chosen, most = c, score
			}
		}
		t.recipient = chosen.party
		if chosen.party != noParty {
			if chosen.words.empty() && len(o.speakers[chosen.party].Mentions) == 0 {
				chosen.words = o.heardAs(n, chosen.party)
			}
			if !chosen.words.empty() {
				o.mention(chosen.party, chosen.words)
			}
		}
	}
}

// heardAs returns the words of the message nearest to message n that name
// somebody as its hearer. Most are the speaker's own.
func (o *occasions) heardAs(n, party int) words {
	for _, k := range []int{o.tellings[n].previous[tellsHearer], o.tellings[n].next[tellsHearer]} {
		if k >= 0 && o.tellings[k].hearer == party {
			return o.tellings[k].own.recipient
		}
	}
	for k := n - 1; k >= 0; k-- {
		if o.tellings[k].hearer == party {
			return o.tellings[k].own.recipient
		}
	}
	return words{}
}

// decideChannel returns the channel of message n that most speaks for.
func (o *occasions) decideChannel(n int, w *weights) Channel {
	candidates := o.channelEvidence(n)
	best, most := unknownChannel, float32(0)
	for k, e := range candidates {
		if score := e.weigh(w.channel[k][:]); k == 0 || score > most {
			best, most = k, score
		}
	}
	if best == unknownChannel {
		return ""
	}
	return channels[best]
}

// weigh adds up what the reasons of the set count.
func (e evidence) weigh(weights []float32) (sum float32) {
	e.each(func(reason int) { sum += weights[reason] })
	return sum
}
