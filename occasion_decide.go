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
	w := &occasionWeights[o.formIndex()]
	for n := range o.tellings {
		o.tellings[n].channel = o.decideChannel(n, w)
	}
	var times []timeCandidate
	var hearers []hearerCandidate
	for n := range o.tellings {
		t := &o.tellings[n]
		if t.sent = t.own.timestamp; !o.tellsItself(t) {
			times = o.timeEvidence(n, times)
			t.sent = likeliest(times, w.time[:]).timestamp
		}
		hearers = o.hearerEvidence(n, hearers)
		chosen := likeliest(hearers, w.recipient[:])
		if t.recipient = chosen.party; t.recipient != noParty {
			o.mentionHearer(chosen)
		}
	}
}

// likeliest returns the first of the candidates for which the reasons count most.
func likeliest[C interface{ weigh([]float32) float32 }](candidates []C, weights []float32) C {
	best, most := candidates[0], candidates[0].weigh(weights)
	for _, c := range candidates[1:] {
		if sum := c.weigh(weights); sum > most {
			best, most = c, sum
		}
	}
	return best
}

// tellsItself reports whether a time expression stands right after the cue, where
// it can hardly tell anything but when the words were said: "she said on
// Monday".
func (o *occasions) tellsItself(t *telling) bool {
	if t.own.timestamp < 0 || len(t.cue) == 0 {
		return false
	}
	after := o.stamps[t.own.timestamp].first - t.lastCue().last
	return after >= 0 && after <= 2
}

// mentionHearer records where the text names the one addressed: here, or where a
// message that shares its hearer with this one does.
func (o *occasions) mentionHearer(c hearerCandidate) {
	w := c.words
	if w.empty() && len(o.speakers[c.party].Mentions) == 0 {
		w = o.heardAt[c.party]
	}
	if !w.empty() {
		o.mention(c.party, w)
	}
}

// formIndex tells whether the text has kept its marks, as the weights count it.
func (a *article) formIndex() int {
	if a.marked {
		return 1
	}
	return 0
}

// decideChannel returns the channel of message n that most speaks for.
func (o *occasions) decideChannel(n int, w *weights) Channel {
	if o.tellings[n].posted {
		return ChannelPost
	}
	candidates := o.channelEvidence(n)
	best := unknownChannel
	most := candidates[unknownChannel].weigh(w.channel[unknownChannel][:])
	for k, e := range candidates[:unknownChannel] {
		if score := e.weigh(w.channel[k][:]); score > most && e.supports() {
			best, most = k, score
		}
	}
	if best == unknownChannel {
		return ""
	}
	return channels[best]
}

// supports reports whether any reason is one for this channel before others: what
// speaks for it is then in the text, and not just in what news is mostly like.
func (e evidence) supports() bool {
	const general = 1<<channelAlways | 1<<channelWrittenMode | 1<<channelSpokenMode
	return e&^(general|messageKinds) != 0
}

// weigh adds up what the reasons of the set count.
func (e evidence) weigh(weights []float32) (sum float32) {
	e.each(func(reason int) { sum += weights[reason] })
	return sum
}
