package timex

// directionOf reads which way the words around an expression point that leaves
// it open: the verb that governs it, or else all words around it.
func (p *scanner) directionOf(e *Expression) directionCue {
	switch {
	case e.offset > 0, e.means == meansWeekday && p.isBefore(e.First, "come") && !oneOf(p.before(e.First, 2), "had", "has", "have", "ve", "s"):
		return cueSurelyFuture
	case e.hasYear, e.means == meansFixed, e.means == meansDuration, e.means == meansShift && e.unit != unitWeekend:
		return cueNone
	case e.means != meansShift:
		if cue := p.governed(e); cue != cueNone {
			return cue
		}
	}
	return p.cueAround(e.First, e.Last, e.means == meansWeekday)
}

// cueAround reads which way the words around tokens [first, last) point. The
// nearer a word, the more it counts; words of another sentence do not count
// where marks tell.
func (p *scanner) cueAround(first, last int, weekday bool) directionCue {
	score := 0
	for k := 1; k <= 8 && first-k >= 0 && !p.words[first-k+1].has(bitWall); k++ {
		if word := p.tokens[first-k].Fold; word == "by" && k > 1 && carries(p.tokens[first-k+1].Fold) {
			continue // "replied by email on 4 February"
		} else if word != "to" || k > 1 && p.words[first-k+1].class == wordNone && !isAddressed(p.tokens[first-k+1].Fold) {
			score += cueOf(word, k) * (10 - k)
		}
	}
	for k := 0; k < 4 && last+k < len(p.tokens) && !p.words[last+k].has(bitWall); k++ {
		score += cueOf(p.tokens[last+k].Fold, 9) * (6 - k)
	}
	threshold := 6
	if weekday { // nine of ten bare weekdays of news lie behind it
		threshold = 14
	}
	switch {
	case score >= 14:
		return cueSurelyFuture
	case score >= threshold:
		return cueFuture
	case score <= -6:
		return cuePast
	}
	return cueNone
}

// carries reports whether a word after "by" is what carries words, and no deadline.
func carries(word string) bool {
	switch word {
	case "email", "mail", "letter", "phone", "telephone", "text", "post", "fax", "message", "video", "hand":
		return true
	}
	return false
}

// isAddressed reports whether a word after "to" is one who is spoken or written
// to, and no verb: "to nurses", "to parliament".
func isAddressed(word string) bool {
	switch word {
	case "staff", "parliament", "congress", "police", "people", "her", "him", "them", "us", "me", "the", "a", "an", "his", "their", "its", "my", "our":
		return true
	}
	n := len(word)
	return n > 3 && word[n-1] == 's' && word[n-2] != 's'
}

// cueOf weighs one word that stands distance tokens before the expression.
func cueOf(word string, distance int) int {
	switch word {
	case "will", "ll":
		return 3
	case "shall", "upcoming", "scheduled", "due", "expected", "expire", "expires", "payable", "deadline", "until", "till", "planned", "planning", "soon":
		return 2
	case "by", "effective", "plans", "plan", "early", "begins", "starts", "starting", "would", "could", "should", "set", "slated", "resume",
		"beginning", "through", "expects", "intends", "can", "when", "if", "meet", "matures", "maturing", "record":
		if distance > 6 && word != "would" {
			return 0
		}
		return 1
	case "to":
		if distance <= 5 {
			return 1
		}
	case "was", "were", "had", "did", "since", "said", "ended", "told", "came", "began", "held", "took", "found", "fell", "rose", "after", "made",
		"went", "left", "won", "lost", "met", "got", "saw", "became", "gave", "ago", "been", "during", "killed", "ran":
		return -2
	}
	if n := len(word); n > 4 && word[n-2:] == "ed" {
		return -1
	}
	return 0
}

// reportReach is how many words may stand between a weekday and the verb of saying that
// it belongs to: "told the inquest at Selby on Thursday", "on Thursday Judge Roe ruled".
const reportReach = 6

// isReported reports whether an expression stands in the clause of a verb of saying.
func (p *scanner) isReported(e *Expression) bool {
	for k := 1; k <= reportReach && e.First-k >= 0 && !p.words[e.First-k+1].has(bitWall); k++ {
		if tells(p.tokens[e.First-k].Fold) {
			return true
		}
	}
	for k := 0; k < reportReach && e.Last+k < len(p.tokens) && !p.words[e.Last+k].has(bitWall); k++ {
		if tells(p.tokens[e.Last+k].Fold) {
			return true
		}
	}
	return false
}

// tells reports whether a word is the past of a verb with which news reports that
// somebody told of something.
func tells(word string) bool {
	switch word {
	case "said", "told", "heard", "announced", "reported", "confirmed", "warned", "ruled", "wrote", "testified", "admitted", "denied",
		"pleaded", "sentenced", "jailed", "published", "released", "issued":
		return true
	}
	return false
}
