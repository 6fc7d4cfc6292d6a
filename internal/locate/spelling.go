package locate

import "strings"

// Where British and American English spell a word in two ways, both get the
// American form. The rules below may make forms that are no words, which does no
// harm: what counts is that no two words get the same one.

// spellings are words that no rule
// covers.
var spellings = map[string]string{
	"grey": "gray", "programme": "program", "programmes": "programs", "judgement": "judgment", "judgements": "judgments",
	"ageing": "aging", "aluminium": "aluminum", "skilful": "skillful", "fulfil": "fulfill", "fulfils": "fulfills",
	"enrol": "enroll", "enrolment": "enrollment", "instalment": "installment", "instalments": "installments",
	"mould": "mold", "moulds": "molds", "moustache": "mustache", "plough": "plow", "ploughed": "plowed", "ploughs": "plows",
	"sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical", "scepticism": "skepticism", "pyjamas": "pajamas",
	"manoeuvre": "maneuver", "manoeuvres": "maneuvers", "manoeuvred": "maneuvered", "manoeuvring": "maneuvering",
	"paediatric": "pediatric", "paediatrician": "pediatrician", "anaesthetic": "anesthetic", "foetus": "fetus", "oestrogen": "estrogen",
	"centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater", "theatres": "theaters",
	"metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers", "centimetre": "centimeter",
	"centimetres": "centimeters", "millimetre": "millimeter", "millimetres": "millimeters", "litre": "liter", "litres": "liters",
	"fibre": "fiber", "fibres": "fibers", "calibre": "caliber", "sombre": "somber", "spectre": "specter", "meagre": "meager",
	"defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses", "licence": "license",
	"licences": "licenses", "pretence": "pretense", "catalogue": "catalog", "catalogues": "catalogs", "dialogue": "dialog",
	"dialogues": "dialogs", "analogue": "analog",
}

// shortestRuled is how long a word is at least that the rules may change: below
// it both forms are often words, as "prise" and "prize", "four" and "for".
const shortestRuled = 6

// american returns the American spelling of a folded word.
func american(folded string) string {
	if s, ok := spellings[folded]; ok {
		return s
	}
	if len(folded) < shortestRuled {
		return folded
	}
	if at := strings.LastIndex(folded, "our"); at >= 3 { // colour, favourite
		return folded[:at] + "or" + folded[at+3:]
	}
	for _, ending := range [...]string{"e", "es", "ed", "er", "ers", "ing", "ation", "ations"} {
		stem, ok := strings.CutSuffix(folded, ending)
		if !ok {
			continue
		}
		switch {
		case len(stem) > 4 && (strings.HasSuffix(stem, "is") || strings.HasSuffix(stem, "ys")): // organise, analysing
			return stem[:len(stem)-1] + "z" + ending
		case doublesL(stem) && ending[0] != 'a' && ending != "e" && ending != "es": // travelled, modelling
			return stem[:len(stem)-1] + ending
		}
	}
	return folded
}

// doublesL reports whether a stem is that of a verb whose l is doubled in British
// English alone.
func doublesL(stem string) bool {
	switch stem {
	case "cancell", "channell", "counsell", "diall", "fuell", "initiall", "jewell", "labell", "levell", "marvell", "modell", "quarrell", "rivall",
		"signall", "totall", "towell", "travell", "tunnell", "unravell":
		return true
	}
	return false
}
