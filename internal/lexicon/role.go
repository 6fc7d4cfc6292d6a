package lexicon

import "strings"

// A Role says what kind of bearer a common noun names.
type Role uint8

// The roles.
const (
	NoRole       Role = iota
	PersonRole        // the senator, the lawyer
	GroupRole         // officials, voters
	OrganRole         // the company, the ministry
	AccountRole       // the account, the magazine's website: speaks for its owner
	DocumentRole      // the report, the poll
)

// RoleOf returns the role of a lower-cased common noun.
func RoleOf(word string) Role {
	switch word {
	case "president", "senator", "governor", "mayor", "minister", "secretary", "chancellor", "congressman",
		"congresswoman", "lawmaker", "representative", "candidate", "nominee", "politician", "leader", "chairman",
		"chairwoman", "chair", "chief", "director", "executive", "ceo", "boss", "manager", "coach", "player", "striker",
		"captain", "judge", "prosecutor", "lawyer", "attorney", "solicitor", "barrister", "detective", "inspector",
		"officer", "sheriff", "general", "colonel", "doctor", "surgeon", "professor", "scientist", "researcher",
		"economist", "analyst", "strategist", "pollster", "historian", "author", "writer", "journalist", "reporter",
		"editor", "columnist", "host", "anchor", "moderator", "actor", "actress", "singer", "director-general",
		"businessman", "businesswoman", "billionaire", "mogul", "magnate", "tycoon", "developer", "founder", "owner",
		"spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "ambassador", "diplomat", "envoy",
		"activist", "campaigner", "teacher", "student", "nurse", "farmer", "resident", "neighbour", "neighbor", "witness",
		"victim", "suspect", "defendant", "plaintiff", "driver", "pilot", "mother", "father", "son", "daughter", "brother",
		"sister", "wife", "husband", "widow", "man", "woman", "boy", "girl", "teenager", "democrat", "republican",
		"conservative", "councillor", "mp", "pope", "king", "queen", "prince", "princess", "bishop", "archbishop", "rabbi",
		"imam", "pastor", "priest", "official", "expert", "critic", "operative", "veteran", "star", "comedian", "artist",
		"neurosurgeon", "rapper", "investor", "hopeful", "contender", "rival", "entrepreneur", "broadcaster", "commentator",
		"pundit", "filmmaker", "publicist", "agent", "musician", "organizer", "organiser", "commissioner", "speaker", "commander",
		"deputy", "superintendent", "trooper", "premier", "legislator", "delegate", "heckler", "caller", "native", "graduate",
		"presenter", "engineer", "surveyor", "treasurer", "lecturer", "photographer", "novelist", "poet", "librarian", "headteacher",
		"headmaster", "headmistress", "paramedic", "firefighter", "dentist", "psychologist", "psychiatrist", "biologist", "geologist",
		"physicist", "epidemiologist", "accountant", "shopkeeper", "landlord", "landlady", "tenant", "homeowner", "volunteer", "protester",
		"insider", "consultant", "architect", "designer", "fisherman", "survivor", "bystander", "colleague", "friend", "cousin", "uncle",
		"aunt", "nephew", "niece", "grandmother", "grandfather", "grandson", "granddaughter", "girlfriend", "boyfriend", "passenger",
		"councilman", "councilwoman", "councilmember", "alderman", "assemblyman", "assemblywoman", "magistrate", "td", "warden", "waitress", "advocate",
		"whip", "counterpart", "olympian", "paralympian", "goalkeeper", "midfielder", "defender", "quarterback", "chairperson", "trustee", "sailor":
		return PersonRole
	case "officials", "sources", "aides", "advisers", "lawyers", "experts", "critics", "supporters", "voters",
		"republicans", "democrats", "lawmakers", "senators", "analysts", "economists", "researchers", "scientists",
		"investigators", "prosecutors", "officers", "residents", "witnesses", "people", "others", "activists",
		"campaigners", "doctors", "teachers", "workers", "parents", "leaders", "authorities", "reporters", "respondents":
		return GroupRole
	case "company", "firm", "agency", "department", "ministry", "government", "administration", "campaign", "party",
		"committee", "commission", "council", "court", "group", "organisation", "organization", "union", "university",
		"school", "bank", "police", "team", "club", "league", "association", "foundation", "institute", "network",
		"newspaper", "paper", "magazine", "outlet", "office", "board", "panel", "bureau", "army", "military", "church",
		"charity", "hospital", "house", "congress", "parliament", "senate":
		return OrganRole
	case "account", "handle", "page", "website", "site":
		return AccountRole
	}
	if IsDocument(word) {
		return DocumentRole
	}
	return NoRole
}

// IsAgent reports whether a lower-cased word that is not written with a capital has the
// form of the nouns for what somebody does: "conservationist", "negotiator", "regent".
func IsAgent(word string) bool {
	if len(word) < len("regent") || HasCapital(word) || ClassOf(word) != 0 || IsGivenName(word) {
		return false
	}
	for _, ending := range [...]string{"er", "or", "ist", "ian", "ent", "ant", "man", "woman"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// IsDocument reports whether a lower-cased noun is a thing that is written, so
// that what it "says" was not spoken.
func IsDocument(word string) bool {
	switch word {
	case "report", "reports", "poll", "polls", "survey", "surveys", "study", "studies", "letter", "email", "emails",
		"memo", "document", "documents", "filing", "lawsuit", "article", "editorial", "book", "tweet", "tweets",
		"post", "statement", "data", "figures", "research", "paper", "indictment", "affidavit", "complaint", "message",
		"note", "column", "headline", "website", "transcript", "records", "analysis", "ruling", "legislation",
		"ordinance", "statute", "constitution", "treaty", "audit", "audits", "petition", "leaflet", "leaflets", "manifesto",
		"guidelines", "lawsuits", "filings", "memos", "articles", "letters", "tally":
		return true
	}
	return false
}

// HeadsOrgan reports whether a word heads the names of organisations that go on with
// "of" or "for": "the Department of …", "the Center for …".
func HeadsOrgan(word string) bool {
	switch word {
	case "center", "centre", "centers", "centres", "college", "society", "federation", "authority", "alliance", "division", "academy",
		"museum", "fund", "coalition", "assembly", "chamber", "confederation", "brotherhood", "inspectorate", "directorate",
		"subcommittee", "conference":
		return true
	}
	return RoleOf(word) == OrganRole
}

// Governs reports whether a word of those that head organisations stands for who
// governs or campaigns, and is called after no purpose.
func Governs(word string) bool {
	switch word {
	case "house", "senate", "congress", "parliament", "government", "administration", "campaign", "police", "party", "team", "company":
		return true
	}
	return false
}

// SitsOnTopics reports whether a word names a body that is called after what it sits
// on: "the Committee on Ways and Means".
func SitsOnTopics(word string) bool {
	switch word {
	case "committee", "subcommittee", "commission", "council", "conference", "panel", "center", "centre", "bureau", "institute":
		return true
	}
	return false
}

// SitsInSession reports whether a word names those before whom one testifies.
func SitsInSession(word string) bool {
	switch word {
	case "court", "jury", "jurors", "committee", "subcommittee", "tribunal", "inquest", "inquiry", "mps", "commons", "parliament", "senate", "dáil", "seanad", "senedd":
		return true
	}
	return false
}

// IsCrowd reports whether a word names those who hear a speech.
func IsCrowd(word string) bool {
	switch word {
	case "crowd", "supporters", "audience", "rally", "delegates", "graduates", "congregation", "worshippers", "mourners":
		return true
	}
	return false
}
