package lexicon

// IsTitle reports whether a lower-cased word stands before a person's name: a
// form of address, a rank or an office, whole or cut short as in print.
func IsTitle(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", // forms of address
		"king", "queen", "prince", "princess", "pope", "cardinal", "rev", "reverend", "professor", "prof",
		"capt", "captain", "col", "colonel", "gen", "general", "lt", "sgt", "sergeant", "adm", "admiral", "cmdr", "maj", "brig", "cpl", "supt", "insp", "dci",
		"cllr", "cllrs", "coun", "ald", "taoiseach",
		"president", "chancellor", "premier", "secretary", "minister", "ambassador",
		"sen", "senator", "rep", "representative", "congressman", "congresswoman", "gov", "governor",
		"sens", "reps", "govs": // before the first of several
		return true
	}
	return IsLocalOffice(word)
}

// IsAddress reports whether a lower-cased word is a form of address that a surname
// follows.
func IsAddress(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr":
		return true
	}
	return false
}

// IsLocalOffice reports whether a lower-cased word is the title of an office that
// a town has, so that the town's name goes before it: "London Mayor Jane Roe".
func IsLocalOffice(word string) bool {
	switch word {
	case "mayor", "councillor", "sheriff", "commissioner", "chief", "superintendent", "inspector", "constable", "detective",
		"officer", "judge", "justice", "archbishop", "bishop":
		return true
	}
	return false
}

// IsStateOffice reports whether the name of a state goes before a lower-cased
// word that tells what a politician is: "Ohio Gov. Jane Roe", "Texas Republican".
func IsStateOffice(word string) bool {
	switch word {
	case "gov", "governor", "sen", "senator", "rep", "representative", "congressman", "congresswoman", "attorney",
		"secretary", "state", "republican", "democrat", "democratic":
		return true
	}
	return false
}
