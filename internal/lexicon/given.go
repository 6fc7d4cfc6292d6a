package lexicon

import (
	"strings"
	"sync"
)

// A Gender is what a given name or a title tells about its bearer.
type Gender uint8

const (
	UnknownGender Gender = iota
	Female
	Male
)

// The commonest given names of the United States, Britain and of people in
// world news, by the gender that nearly all of their bearers have; names that
// both bear often (Alex, Chris, Jordan, Kim, Pat, Sam, Taylor) are left out.
// Written for this package from general knowledge: 237 and 268 names.
const (
	femaleNames = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
		margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia
		dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel
		carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan
		evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail
		sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa
		diana brittany doris kayla alexis lori marie hillary melania ivanka michele angelique angie ellen elena irene jane
		jill kate katie kathy kirsten kristen laurie leah liz lucy lynn maggie marcia margot maureen meg molly monica naomi
		nina nora norma paula peggy penny phyllis priscilla rita roberta rosa rose sally sheila sonia stacy sue suzanne
		sylvia tammy tara tina tracy valerie vanessa veronica wendy yvonne zoe aisha amina fatima leila layla noor mariam
		priya anjali sunita indira sonia kamala nikki condoleezza madeleine theresa nicola angela ursula christine marine
		annalena olena yulia svetlana natalia tatiana olga irina ekaterina maria ana carmen lucia isabel pilar gabriela
		alejandra daniela camila valentina mei yuki akiko ngozi chimamanda adaeze thandiwe nomsa wanjiru achieng siobhan
		niamh aoife fiona eilidh isla gwen rhiannon bronwyn imogen harriet georgina gemma claire clare chloe ella ava mia
		lily freya poppy beth bethany hayley kirsty joanne joanna gillian alison lesley tessa ingrid astrid greta`
	maleNames = `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony
		mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
		nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond
		jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian
		keith roger terry austin sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan albert
		willie alan juan wayne elijah randy roy vincent ralph eugene russell bobby mason philip louis harry billy howard fred
		bernie bernard bill bob jim joe tom tim ted rob ron rick mike mitt mitch marco jeb ben barack newt rand lindsey paul
		chuck harvey hugh ian ivan jared jeff jon josh julian karl ken kurt lee leo leon lloyd luis luke malcolm manuel
		marcus mario martin max miguel neil nigel norman oliver omar oscar pedro pete ray ricardo rod rodrigo ross rudy
		rupert salvador sergei sidney simon stan stanley steve stuart theodore todd tony trevor victor vladimir warren wesley
		xavier ahmed ali hassan hussein ibrahim mohamed mohammed muhammad mustafa omar yusuf abdul karim khalid tariq arjun
		narendra rahul rajesh sanjay vikram amit anil imran emmanuel francois jean-claude olaf boris keir rishi nick gordon
		dmitry alexei mikhail nikolai volodymyr viktor andrei igor oleg carlos diego fernando francisco javier jorge pablo
		rafael santiago xi wei hiroshi kenji shinzo kwame kofi chinedu emeka tunde sipho thabo jomo kamau otieno liam conor
		seamus declan callum hamish angus alistair alasdair gareth rhys dafydd owen euan finlay graham geoffrey gavin craig
		darren duncan elliot ewan giles hector jasper jeremy lewis nathaniel piers quentin reginald toby tobias eduardo
		enrique ernesto gustavo hugo ignacio lars magnus nils sven erik johan klaus dieter wolfgang giuseppe giovanni luca`
)

var givenNames = sync.OnceValue(func() map[string]Gender {
	table := make(map[string]Gender, 640)
	for name := range strings.FieldsSeq(femaleNames) {
		table[name] = Female
	}
	for name := range strings.FieldsSeq(maleNames) {
		if table[name] == Female {
			table[name] = UnknownGender
			continue
		}
		table[name] = Male
	}
	return table
})

// GivenName returns the gender of those who mostly bear a lower-cased given
// name, and whether the word is a known given name at all.
func GivenName(word string) (Gender, bool) {
	gender, ok := givenNames()[word]
	return gender, ok
}

// GenderOf returns the gender that a pronoun, title or role word implies.
func GenderOf(word string) Gender {
	switch word {
	case "he", "him", "his", "himself", "mr", "sir", "lord", "king", "prince", "father", "son", "brother", "husband",
		"man", "boy", "uncle", "grandfather", "congressman", "businessman", "spokesman", "chairman", "widower", "nephew":
		return Male
	case "she", "her", "hers", "herself", "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "mother", "daughter",
		"sister", "wife", "woman", "girl", "aunt", "grandmother", "congresswoman", "businesswoman", "spokeswoman",
		"chairwoman", "widow", "niece":
		return Female
	}
	return UnknownGender
}

// Role says what kind of bearer a common noun names.
type Role uint8

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
		"imam", "pastor", "priest", "official", "expert", "critic", "operative", "veteran", "star", "comedian", "artist":
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
