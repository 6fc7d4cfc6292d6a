package lexicon

// A Stance is what a word of a cue says that the source does with the content,
// if it is more than putting it forward.
type Stance uint8

// The stances.
const (
	Denying     Stance = iota + 1 // "denied that": it is not so
	Rejecting                     // "dismissed": it is not so, or not to be, unless it is dismissed "as" something
	Asking                        // "asked": a question, or a request
	Wondering                     // "wondered": a question
	Requesting                    // "urged": somebody is to do it
	Directing                     // "told him to": words for somebody, which may be a request
	Promising                     // "vowed to": the source will do it
	Withholding                   // "declined to say": it is not told
	Foreseeing                    // "expected to say": it is not said yet
)

// StanceOf returns the stance of a lower-cased word of a cue, or 0 for none.
func StanceOf(word string) Stance {
	switch word {
	case "deny", "denies", "denied", "denying", "denial", "denials", "refute", "refutes", "refuted", "refuting", "rebut", "rebuts",
		"rebutted", "rebutting", "disavow", "disavowed", "disavows", "disavowing", "repudiate", "repudiated", "repudiates", "disagree", "disagreed",
		"disagrees", "disagreeing", "disbelieve", "disbelieved", "debunk", "debunked", "debunks",
		"recant", "recanted", "recants", "retract", "retracted", "retracts", "downplay", "downplayed", "downplays", "downplaying",
		"scotch", "scotched", "scotches", "scotching":
		return Denying
	case "reject", "rejects", "rejected", "rejecting", "rejection", "dismiss", "dismisses", "dismissed", "dismissing", "discount", "discounted",
		"discounts", "dispute", "disputes", "disputed", "disputing", "contest", "contested", "contests", "rubbished", "scoffed", "scoffs", "scoff", "contradict",
		"contradicted", "contradicts", "overrule", "overrules", "overruled", "overruling", "bristle", "bristles", "bristled", "bristling", "balk",
		"balks", "balked", "balking", "push", "pushes", "pushed", "pushing", "brush", "brushes", "brushed", "brushing", "shrug", "shrugs", "shrugged", "shrugging",
		"wave", "waves", "waved", "waving", "laughed", "laughs", "issue", "exception", "offense", "offence", "umbrage", "rule", "rules", "ruled", "ruling",
		"play", "plays", "played", "playing", "pour", "pours", "poured", "pouring", "shot", "shoots", "shooting", "knocked", "knocks", "slapped",
		"slaps", "batted", "bats", "batting", "swatted", "swats", "swatting", "hit", "hits", "hitting", "quashed", "quashes", "quash", "challenged", "challenges",
		"threw", "throws", "throwing", "beat", "beats", "beating", "denounced", "denounces", "denouncing", "ridiculed", "ridicules", "ridiculing", "mocked",
		"mocks", "mocking", "counter", "countered", "counters", "countering", "fought", "decried", "decries", "decrying":
		return Rejecting
	case "ask", "asks", "asked", "asking":
		return Asking
	case "wonder", "wonders", "wondered", "wondering", "inquire", "inquires", "inquired", "inquiring", "enquire", "enquires", "enquired",
		"queried", "queries", "query", "question", "questions", "questioned", "questioning", "quizzed":
		return Wondering
	case "urge", "urges", "urged", "urging", "implore", "implores", "implored", "imploring", "beg", "begs", "begged", "begging",
		"plead", "pleads", "pleaded", "pled", "pleading", "exhort", "exhorts", "exhorted", "exhorting", "demand", "demands", "demanded", "demanding",
		"request", "requests", "requested", "requesting", "beseech", "besought", "entreated", "plea", "pleas", "petitioned", "petitions", "recommended",
		"recommends", "recommend", "recommending", "ordered", "orders", "ordering", "instructed", "instructs", "instructing", "commanded",
		"commands", "encouraged", "encourages", "encourage", "encouraging", "lobbied", "lobbying":
		return Requesting
	case "tell", "tells", "told", "telling", "warn", "warns", "warned", "warning", "advise", "advises", "advised", "advising", "call", "calls", "called",
		"calling", "appeal", "appeals", "appealed", "appealing", "press", "presses", "pressed", "pressing", "want", "wants", "wanted", "wanting", "need", "needs", "needed", "remind", "reminded", "reminds",
		"invite", "invites", "invited", "inviting", "directed", "directs", "persuade", "persuaded":
		return Directing
	case "vow", "vows", "vowed", "vowing", "promise", "promises", "promised", "promising", "pledge", "pledges", "pledged", "pledging",
		"threaten", "threatens", "threatened", "threatening", "offer", "offers", "offered", "offering", "swore", "swears", "swear", "swearing", "guarantee", "guarantees",
		"guaranteed", "threat", "threats", "commit", "commits", "committed", "committing",
		"undertake", "undertakes", "undertook", "undertaken", "undertaking", "word":
		return Promising
	case "decline", "declines", "declined", "declining", "refuse", "refuses", "refused", "refusing", "refusal", "unwilling", "unable", "reluctant",
		"hesitant", "avoid", "avoids", "avoided", "avoiding", "fail", "fails", "failed", "failing", "withhold", "withheld", "withholding", "demurred",
		"silent", "mum", "noncommittal", "coy":
		return Withholding
	case "expected", "likely", "due", "set", "scheduled", "poised", "going", "about", "plan", "plans", "planned", "planning", "intends", "intend", "intended",
		"prepares", "preparing", "prepared", "unlikely", "slated":
		return Foreseeing
	}
	return 0
}

// IsSaying reports whether a lower-cased infinitive is one of saying something:
// what is not said yet by whom one expects "to say".
func IsSaying(word string) bool {
	switch word {
	case "say", "comment", "confirm", "answer", "explain", "reveal", "speak", "respond", "tell", "acknowledge", "admit", "deny", "state",
		"clarify", "concede", "apologize", "apologise", "announce", "mention", "endorse", "condemn", "denounce", "argue", "claim", "testify",
		"tweet", "write", "report", "urge", "ask", "recommend", "insist", "stress", "warn", "declare", "reiterate", "highlight", "emphasize",
		"emphasise", "criticize", "criticise", "accuse", "promise", "pledge", "propose", "outline", "unveil", "discuss", "describe", "note":
		return true
	}
	return false
}

// IsGiving reports whether a lower-cased verb is one of giving something away: who
// gives "no details" withholds them.
func IsGiving(word string) bool {
	switch word {
	case "offer", "offers", "offered", "offering", "give", "gives", "gave", "given", "giving", "provide", "provides", "provided", "providing",
		"present", "presents", "presented", "presenting", "propose", "proposes", "proposed", "proposing", "release", "releases", "released",
		"releasing", "supply", "supplies", "supplied", "supplying", "cite", "cites", "cited", "citing", "reveal", "reveals", "revealed",
		"revealing", "disclose", "discloses", "disclosed", "disclosing", "produce", "produces", "produced", "producing", "make", "makes",
		"made", "making", "issue", "issues", "issued", "issuing":
		return true
	}
	return false
}

// IsTelling reports whether a lower-cased infinitive is one of saying something
// or of giving it away: what one declines to do who declines "to name them".
func IsTelling(word string) bool {
	switch word {
	case "disclose", "name", "identify", "elaborate", "specify", "speculate", "talk", "provide", "give", "share", "release", "address",
		"rule", "weigh", "detail", "offer", "predict", "estimate", "characterize", "characterise", "divulge", "expand", "commit", "cite",
		"indicate", "call", "blame", "entertain":
		return true
	}
	return IsSaying(word)
}
