package channel

import "strings"

// channelOfVerb returns the channel that a verb tells by itself.
func channelOfVerb(word string) Channel {
	switch word {
	case "tweeted", "tweets", "tweeting", "retweeted", "posted", "blogged":
		return Post
	case "emailed":
		return Email
	case "texted", "messaged":
		return Message
	case "testified", "testifies", "testifying":
		return Testimony
	}
	return ""
}

// channelOfNoun returns the channel that a noun tells, between the words before
// and after it.
func channelOfNoun(word, before, after string) Channel {
	switch word {
	case "statement", "statements":
		switch before {
		case "opening":
			return Testimony
		case "closing":
			return "" // of a debate, too
		}
	case "release":
		if before == "press" || before == "news" || before == "media" || (before == "the" || before == "a") && after != "of" && after != "from" {
			return Statement
		}
	case "conference":
		if before == "news" || before == "press" || before == "media" {
			return NewsConference
		}
	case "briefing":
		switch before {
		case "intelligence", "classified", "security", "closed", "private", "door":
		default:
			return NewsConference
		}
	case "floor":
		if before == "senate" || before == "house" || before == "assembly" {
			return Speech
		}
	case "applause":
		return Speech
	case "opinion", "dissent", "decision", "judgment", "judgement", "papers", "motion":
		if isOfCourt(before) {
			return Document
		}
	case "note":
		if before == "a" || before == "research" {
			return Document
		}
	case "arguments", "argument":
		if before == "oral" {
			return Testimony
		}
	case "gaggle":
		return NewsConference
	case "interview", "interviews", "podcast", "programme", "radio", "telecast", "broadcast", "show":
		return Interview
	case "post":
		if before != "blog" && before != "a" && before != "media" && !isPlatform(before) {
			return "" // "the Washington Post"
		}
	case "media":
		if before == "social" {
			return Post
		}
	case "message", "messages":
		if before == "facebook" && after == "posted" {
			return Post
		}
	case "phone", "telephone":
		if after != "interview" && after != "call" {
			return Call
		}
	case "call":
		switch before {
		case "phone", "conference", "telephone", "video", "press", "media":
			return Call
		}
		if after == "with" || after == "to" {
			return Call
		}
	case "ed":
		if before == "op" {
			return Document
		}
	case "speech", "speeches", "rally", "rallies", "remarks", "address", "sermon", "keynote", "convention", "fundraiser", "event",
		"ceremony", "podium", "stage", "gathering", "summit", "forum", "commencement", "heckler", "hecklers", "stump", "cheers":
		return Speech
	case "hall":
		if before == "town" {
			return Speech
		}
	case "questions":
		if isFielding(before) {
			return NewsConference
		}
	case "question":
		if after == "period" || after == "time" {
			return Testimony // of a parliament
		}
	case "stop":
		if before == "campaign" {
			return Speech
		}
	case "debate":
		return Debate
	case "court":
		if !isCourtActing(after) && !isCourtPaper(after) {
			return Testimony
		}
	case "evidence":
		if isGiving(before) {
			return Testimony
		}
	case "examination":
		if before == "cross" || before == "direct" {
			return Testimony
		}
	case "witness":
		if after == "box" || after == "stand" {
			return Testimony
		}
	case "hearing", "testimony", "tribunal", "inquest", "inquiry", "subcommittee", "trial", "parliament":
		return Testimony
	case "meeting", "conversation":
		return Conversation
	case "x":
		if before == "on" || isPosting(after) {
			return Post
		}
	case "threads":
		if before == "on" || isPosting(after) {
			return Post
		}
	case "social":
		if before == "truth" {
			return Post
		}
	}
	if isMeal(word) {
		return Conversation
	}
	if isPlatform(word) {
		return Post
	}
	return OfWriting(word)
}

// OfWriting returns the channel of a written thing.
func OfWriting(noun string) Channel {
	switch noun {
	case "tweet", "tweets", "post", "blog":
		return Post
	case "statement", "statements":
		return Statement
	case "letter":
		return Letter
	case "email", "emails":
		return Email
	case "message", "messages", "dm", "dms", "whatsapp", "text", "texts":
		return Message
	case "memo", "report", "filing", "filings", "op", "oped", "book", "memoir", "essay", "column", "article", "complaint", "affidavit",
		"lawsuit", "survey", "poll", "polls", "study", "document", "documents", "ruling", "indictment", "editorial",
		"piece", "paper", "newspaper", "website", "brief", "ad", "ads", "commercial", "dossier", "transcript", "injunction", "briefs":
		return Document
	}
	return ""
}

// speaksInWriting reports whether what the noun of a source names speaks through
// what it writes, or is asked by a poll: "the court ruled", "61 percent said".
func speaksInWriting(noun string) bool {
	switch noun {
	case "court", "courts", "appeals", "circuit", "suit", "statistics", "resolution", "warrant", "agreement", "directive",
		"proposal", "summary", "draft", "estimate", "estimates", "law", "act", "percent", "%", "respondents", "polling":
		return true
	}
	return false
}

// IsCarrier reports whether a noun names what carries a message to somebody.
func IsCarrier(word string) bool {
	switch OfWriting(word) {
	case Post, Message, Email, Letter:
		return true
	}
	return word == "note" || word == "memo" || word == "voicemail"
}

// isPlatform reports whether a word names a social network.
func isPlatform(word string) bool {
	switch word {
	case "twitter", "facebook", "instagram", "mastodon", "bluesky", "tiktok", "snapchat", "weibo", "telegram", "linkedin", "reddit", "youtube":
		return true
	}
	return false
}

// isCourtActing reports whether the word after "court" makes it one that rules
// and not a place where people are heard: "the court struck down", "the court's".
func isCourtActing(word string) bool {
	switch word {
	case "s", "struck", "held", "found", "left", "let", "set", "gave", "took", "made", "put", "overturned", "has", "had", "will", "would", "ruling", "decision", "order":
		return true
	}
	return len(word) > len("used") && strings.HasSuffix(word, "ed")
}

// isOfCourt reports whether the word before an opinion, a motion or papers makes them
// those of a court: "the majority opinion", "in dissent".
func isOfCourt(word string) bool {
	switch word {
	case "court", "concurring", "dissenting", "majority", "written", "in":
		return true
	}
	return false
}

// isCourtPaper reports whether the word after "court" makes it what is handed in
// or kept there: "in a court filing".
func isCourtPaper(word string) bool {
	switch word {
	case "filing", "filings", "document", "documents", "paper", "papers", "record", "records", "submission", "submissions":
		return true
	}
	return false
}

// isGiving reports whether a word is a form of "give".
func isGiving(word string) bool {
	switch word {
	case "gave", "give", "gives", "given", "giving":
		return true
	}
	return false
}

// isFielding reports whether a verb before "questions" is one of those who answer
// a crowd of reporters.
func isFielding(word string) bool {
	switch word {
	case "took", "takes", "taking", "fielded", "fields", "fielding":
		return true
	}
	return false
}

// isPosting reports whether a word after the name of a social network, which may
// be a word of its own, tells that it is one.
func isPosting(word string) bool {
	switch word {
	case "post", "posts", "account", "feed":
		return true
	}
	return false
}

// isMeal reports whether a word names what people talk over: "over dinner".
func isMeal(word string) bool {
	switch word {
	case "dinner", "breakfast", "lunch", "coffee", "tea", "drinks", "supper", "brunch":
		return true
	}
	return false
}

// IsOutletWord reports whether a word is common in the names of news outlets
// and programmes.
func IsOutletWord(word string) bool {
	switch word {
	case "cnn", "bbc", "nbc", "abc", "cbs", "fox", "msnbc", "cnbc", "npr", "pbs", "itv", "sky", "reuters", "ap", "afp", "bloomberg",
		"politico", "axios", "news", "times", "post", "journal", "tribune", "herald", "guardian", "telegraph", "gazette", "courier",
		"chronicle", "observer", "globe", "star", "mail", "mirror", "sun", "independent", "atlantic", "magazine", "newspaper",
		"radio", "tv", "television", "podcast", "wsj", "dispatch", "inquirer", "sentinel", "examiner", "register", "argus",
		"press", "banner", "ledger", "review", "record", "bulletin", "standard", "express", "enquirer", "weekly", "daily", "buzzfeed", "breitbart", "vox", "slate", "economist", "newsweek", "advertiser", "echo", "mercury", "beacon", "intercept", "oregonian", "spectator", "newsnight", "newshour", "nyt", "rté", "rte",
		"clarion", "bugle", "lantern", "gleaner", "intelligencer", "jazeera", "cbc", "ctv", "foxnews", "newsmax", "yorker", "huffpost", "cns",
		"univision", "telemundo", "forbes", "vogue", "tmz", "cbn", "thewrap", "ndtv", "rnz", "lbc", "stv", "utv", "haaretz", "spiegel",
		"xinhua", "tass", "interfax", "kyodo", "yonhap", "pti", "irna", "dpa", "ansa", "anadolu", "tanjug", "izvestia", "pravda":
		return true
	}
	return false
}

// isOutletPair reports whether two words are the name of an outlet, or of a show, that
// no word alone tells.
func isOutletPair(first, second string) bool {
	switch second {
	case "hill":
		return first == "the"
	case "today":
		return first == "usa"
	case "stone":
		return first == "rolling"
	case "fair":
		return first == "vanity"
	case "insider":
		return first == "business"
	case "jones":
		return first == "mother"
	case "edition", "joe":
		return first == "morning" || first == "inside"
	case "minutes":
		return first == "60"
	case "america", "britain":
		return first == "morning"
	case "nation":
		return first == "the"
	}
	return false
}

// courtWord tells how far a word is typical of accounts of a court or a
// committee in session: news of a court's rulings names the court, too.
func courtWord(word string) typicality {
	switch word {
	case "court", "judge", "tribunal", "prosecutor", "prosecutors":
		return common
	case "jury", "jurors", "trial", "prosecution", "defendant", "witness", "witnesses", "testified", "testimony", "hearing",
		"inquest", "coroner", "subcommittee", "barrister", "kc", "qc":
		return typical
	}
	return foreign
}

// debateWord tells how far a word is typical of accounts of a debate.
func debateWord(word string) typicality {
	switch word {
	case "debate", "debates", "moderator", "moderators", "candidates", "debated", "podium":
		return typical
	}
	return foreign
}

// IsOutletNoun reports whether a word is what an outlet or its programme is called
// for short.
func IsOutletNoun(word string) bool {
	switch word {
	case "newspaper", "paper", "magazine", "outlet", "network", "program", "programme", "show", "station", "site", "website",
		"publication", "broadcaster", "tabloid", "daily":
		return true
	}
	return false
}

// isOfOutlet reports whether a word names who works for an outlet.
func isOfOutlet(word string) bool {
	switch word {
	case "reporter", "reporters", "editor", "journalist", "journalists", "columnist", "presenter", "producer", "photographer", "writer":
		return true
	}
	return IsHost(word)
}

// IsHost reports whether a word names who asks on air.
func IsHost(word string) bool {
	switch word {
	case "host", "hosts", "anchor", "anchors", "interviewer", "correspondent", "moderator", "moderators":
		return true
	}
	return false
}

// isGathered reports whether a word names those who come together to listen, but
// is used for much else too.
func isGathered(word string) bool {
	switch word {
	case "attendees", "volunteers", "activists", "students", "voters", "mayors", "donors", "parishioners", "cadets", "guests",
		"fans", "protesters", "onlookers", "members", "veterans", "workers", "residents", "employees", "people", "troops":
		return true
	}
	return false
}

// isTalking reports whether a word is a form of speak or talk.
func isTalking(word string) bool {
	switch word {
	case "spoke", "speaking", "spoken", "speaks", "talked", "talking", "talks":
		return true
	}
	return false
}

// isReached reports whether a word tells that reporters spoke to somebody.
func isReached(word string) bool {
	switch word {
	case "reached", "contacted", "approached":
		return true
	}
	return false
}

// isGatheringOfMany reports whether a word names an occasion on which people speak to a
// crowd, and to each other, too.
func isGatheringOfMany(word string) bool {
	switch word {
	case "event", "summit", "forum", "convention", "gathering", "ceremony":
		return true
	}
	return false
}

// isTelling reports whether a word is a form of "tell".
func isTelling(word string) bool {
	switch word {
	case "told", "tells", "telling":
		return true
	}
	return false
}

// isQuestioned reports whether a word tells that somebody was asked.
func isQuestioned(word string) bool {
	switch word {
	case "asked", "pressed", "questioned", "interviewed", "quizzed", "grilled", "challenged", "prodded", "prompted":
		return true
	}
	return false
}
