package verbatim

import "strings"

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
	timestamps   []Timestamp
	stampOf      []int32         // for each token 1 + the index of its timestamp, or 0
	stamps       []words         // the words of each timestamp
	content      []bool          // for each token whether it is attributed content
	cue          []bool          // for each token whether it is part of a cue
	isDebate     bool            // the article is an account of a debate
	interviewers map[string]bool // the last words of the names of those who interview; made by findClues
	isHearing    bool            // the article is an account of a court or a committee
	theme        Channel         // the kind of writing that the article is about, if it is about one
}

func newSettingReader(a *article, attributions []attribution, timestamps []Timestamp) *settingReader {
	r := &settingReader{article: a, timestamps: timestamps, stampOf: make([]int32, len(a.tokens)), content: make([]bool, len(a.tokens)), cue: make([]bool, len(a.tokens))}
	for _, x := range attributions {
		set(r.content, x.content)
		set(r.cue, x.cue)
	}
	r.isHearing = a.isAbout(isCourtWord)
	r.isDebate = a.isAbout(isDebateWord)
	r.theme = a.writtenTheme()
	r.stamps = make([]words, len(timestamps))
	next := 0
	for n, stamp := range timestamps {
		for next < len(a.tokens) && a.tokens[next].end <= stamp.Start {
			next++
		}
		last := next
		for ; last < len(a.tokens) && a.tokens[last].start < stamp.End; last++ {
			r.stampOf[last] = int32(n + 1)
		}
		r.stamps[n] = words{next, last}
	}
	return r
}

// settingReach is how many words beside the cue are searched where no sentence
// ends.
const settingReach = 14

// leadingTime returns the time expression that flattening has put between a cue
// and the words it introduces, "replied the following morning off the record",
// and the token after it. A day by its name or number, and one told from
// another, are the writer's; "tomorrow" is as likely the speaker's.
func (r *settingReader) leadingTime(a attribution) (stamp, next int) {
	if len(a.cue) == 0 || r.marked || a.form() == Indirect || a.content[0].first != a.lastCue().last {
		return -1, 0
	}
	first := a.content[0].first
	if word := r.fold(first); word == "on" || word == "in" || word == "at" {
		first++
	}
	if first >= len(r.tokens) || r.stampOf[first] == 0 {
		return -1, 0
	}
	n := int(r.stampOf[first]) - 1
	for next = first; next < len(r.tokens) && int(r.stampOf[next])-1 == n; next++ {
	}
	if !tellsWhen(r.timestamps[n]) || a.content[0].last-next < 3 || r.fold(first) == "today" || r.fold(first) == "tomorrow" || r.fold(first) == "tonight" {
		return -1, 0
	}
	return n, next
}

// moveLeadingTime takes such a time out of the content.
func (r *settingReader) moveLeadingTime(a *attribution) {
	stamp, next := r.leadingTime(*a)
	if stamp < 0 {
		return
	}
	for i := a.content[0].first; i < next; i++ {
		r.content[i] = false
	}
	a.content[0].first = next
	if len(a.verbatim) > 0 && a.verbatim[0].first < next {
		a.verbatim[0].first = min(next, a.verbatim[0].last)
	}
}

// settingOf reads the setting of one attribution from the unattributed words
// near its cue, and from the scene before them.
func (r *settingReader) settingOf(a attribution, near, scene words) setting {
	s := setting{timestamp: -1}
	if len(a.cue) == 0 {
		if a.posted {
			s.channel, s.timestamp = ChannelPost, r.timestampAfter(a.source.last)
		} else if a.isTurn() {
			s.channel = ChannelInterview
		}
		return s
	}
	s.recipient = r.recipientOf(a, near)
	s.channel = r.channelOf(a, near)
	if s.channel == "" && !s.recipient.empty() {
		s.channel = r.channelByRecipient(a, s.recipient)
	}
	if s.channel == "" {
		s.channel = r.channelIn(scene)
	}
	if s.channel == "" {
		s.channel = r.channelByAuthor(a)
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

// signatureReach is how many words after the name that signs a post its day may
// stand.
const signatureReach = 4

// timestampAfter returns the time expression that begins within a few words of
// token i, or -1.
func (r *settingReader) timestampAfter(i int) int {
	for k := i; k < min(len(r.tokens), i+signatureReach); k++ {
		if n := int(r.stampOf[k]) - 1; n >= 0 && tellsWhen(r.timestamps[n]) {
			return n
		}
	}
	return -1
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

// sceneBefore returns what the sentence before token i tells in the writer's own
// voice: "She spoke at a hearing on Monday."
func (r *settingReader) sceneBefore(i int) words {
	first := i
	for first > 0 && i-first < sceneReach && (first == i || !r.isSentenceStart(first)) {
		if r.content[first-1] || r.cue[first-1] {
			break
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

// narrative returns the words around the cue of a, up to the ends of its
// sentence, on the right also up to another cue.
func (r *settingReader) narrative(a attribution) words {
	cue := a.cue[0]
	first, last := cue.first, a.lastCue().last
	for first > 0 && cue.first-first < 3*settingReach && !r.isSentenceStart(first) {
		if !r.marked && cue.first-first >= settingReach {
			break
		}
		first--
	}
	end := last
	for last < len(r.tokens) && last-end < 2*settingReach && !r.isSentenceStart(last) && !r.cue[last] {
		if !r.marked && last-end >= settingReach {
			break
		}
		last++
	}
	return words{first, last}
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
