package speaker

import (
	"slices"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A choice is a source that leaves open who is meant: a pronoun, or a description
// of one whom the article may name elsewhere.
type choice struct {
	kind    choiceKind
	words   token.Range
	head    int           // the noun of a description, or the pronoun
	content []token.Range // the words whose source it is
}

// A choiceKind tells what a source is that leaves open who is meant.
type choiceKind int

const (
	noChoice choiceKind = iota
	chooseHe
	chooseShe
	chooseThey
	chooseIt
	choosePerson   // "the lawyer"
	chooseGroup    // "the officials"
	chooseOrgan    // "the agency"
	chooseDocument // "the report"
	chooseOther    // "the watchdog"
	choiceKinds
)

// What tells of one who may be meant, beside the evidence that salience weighs.
const (
	traitNamed     = iota // bears a name
	traitPerson           // known to be a person
	traitOrgan            // called like an organisation
	traitPlace            // called like a place
	traitDescribed        // known by a description alone
	traitSaidLast         // the last to have spoken
	traitRules            // whom rules read, or nobody if they read nobody
	traitNoun             // the noun of the description is a word of the name
	traitNobody           // nobody: the article does not tell
	traits
)

// choiceOf returns the choice that words leave, if they are a source.
func (r *resolver) choiceOf(w token.Range) choice {
	n, isSource := r.bySource[w.First]
	if !isSource || r.Gists == nil || r.reading.Attributions[n].Source != w {
		return choice{}
	}
	c := choice{words: w, head: w.First, content: r.reading.Attributions[n].Content}
	if w.Len() == 1 {
		if r.isAcronymInCapitals(w.First) {
			return c
		}
		switch r.Fold(w.First) {
		case "he":
			c.kind = chooseHe
		case "she":
			c.kind = chooseShe
		case "they":
			c.kind = chooseThey
		case "it":
			c.kind = chooseIt
		}
		return c
	}
	switch r.Fold(w.First) {
	case "the", "that", "this":
	default:
		return c
	}
	bare := r.withoutArticle(w)
	if bare.Empty() {
		return c
	}
	c.head = r.headOf(bare)
	switch lexicon.RoleOf(r.Fold(c.head)) {
	case lexicon.PersonRole:
		c.kind = choosePerson
	case lexicon.GroupRole:
		c.kind = chooseGroup
	case lexicon.OrganRole:
		c.kind = chooseOrgan
	case lexicon.DocumentRole:
		c.kind = chooseDocument
	default:
		c.kind = chooseOther
	}
	return c
}

// genderMeant returns the gender of those who can be meant.
func (r *resolver) genderMeant(c *choice) lexicon.Gender {
	switch c.kind {
	case chooseHe:
		return lexicon.Male
	case chooseShe:
		return lexicon.Female
	case choosePerson:
		return lexicon.GenderOf(r.Fold(c.head))
	}
	return lexicon.UnknownGender
}

// choose returns who is most likely meant: one whom rules read, or another whom the
// network finds likelier.
func (r *resolver) choose(c *choice) Meaning {
	options := r.optionsOf(c)
	if len(options) == 1 {
		return r.withGender(options[0].Meaning, r.genderMeant(c))
	}
	v := r.viewOf(c)
	best, bestScore := 0, v.score(&options[0], r.traitsOf(c, options, 0))
	for n := 1; n < len(options); n++ {
		if score := v.score(&options[n], r.traitsOf(c, options, n)); score > bestScore {
			best, bestScore = n, score
		}
	}
	return r.withGender(options[best].Meaning, r.genderMeant(c))
}

// optionsOf returns those who may be meant; the first is whom rules read. Words
// that name the one leave no choice, and whom they name besides they do not mean: the
// lawyer for Jane Roe is another.
func (r *resolver) optionsOf(c *choice) []candidate {
	gender := r.genderMeant(c)
	if c.kind == chooseHe || c.kind == chooseShe {
		found := withoutNamed(r.candidates(c.words.First, gender, true))
		return r.ruleFirst(found, mostSalient(found, false), gender)
	}
	told := r.resolve(c.words)
	if r.nameIn(told.Party, c.words) >= 0 || r.isOfSeveral(c.words) {
		return []candidate{{Meaning: told}}
	}
	found := r.candidates(c.words.First, gender, c.kind == choosePerson)
	found = slices.DeleteFunc(found, func(o candidate) bool {
		return r.nameIn(o.Party, c.words) >= 0 || c.kind == chooseOrgan && (r.isOtherBody(o.Meaning, r.Fold(c.head)) || r.isOneWithTitle(o.Meaning))
	})
	return r.ruleFirst(found, told, gender)
}

// withoutNamed leaves out those whom the words of a pronoun name themselves, if anybody
// else is left: nobody says their own name.
func withoutNamed(found []candidate) []candidate {
	isNamed := func(o candidate) bool { return o.evidence[inContent] > 0 }
	if !slices.ContainsFunc(found, func(o candidate) bool { return !isNamed(o) && o.evidence[saidLast] > 0 }) {
		return found
	}
	return slices.DeleteFunc(found, isNamed)
}

// isOtherBody reports whether a name tells that its bearer is another kind of body than
// a noun names: Selby Steel Ltd is no union.
func (r *resolver) isOtherBody(m Meaning, noun string) bool {
	if !m.IsNamed() || isAnyOrgan(noun) {
		return false
	}
	core := r.bearers[m.bearer-1].core
	return !slices.Contains(core, noun) && slices.ContainsFunc(core, func(word string) bool {
		return isCompanyForm(word) || lexicon.RoleOf(word) == lexicon.OrganRole
	})
}

// isOneWithTitle reports whether somebody bears a title or a name that persons have: no
// company does.
func (r *resolver) isOneWithTitle(m Meaning) bool {
	return m.IsNamed() && r.bearers[m.bearer-1].person
}

// isOfSeveral reports whether words name those whom they mean: "the surveyors, Jane
// Roe and Desmond Pryce".
func (r *resolver) isOfSeveral(w token.Range) bool {
	bare := r.withoutArticle(w)
	first, last := r.namesIn(bare)
	return last-first > 1 && (r.namesSeveral(bare, first, last) || r.severalSetOff(bare, r.headOf(bare), first, last) != "")
}

// ruleFirst returns candidates with whom rules read as the first.
func (r *resolver) ruleFirst(found []candidate, told Meaning, gender lexicon.Gender) []candidate {
	for n := range found {
		if found[n].Party == told.Party {
			found[0], found[n] = found[n], found[0]
			return found
		}
	}
	first := candidate{Meaning: told}
	if !told.IsNobody() {
		r.weighKind(&first, gender)
	}
	return slices.Insert(found, 0, first)
}

// traitsOf returns what tells of one of the options, as bits.
func (r *resolver) traitsOf(c *choice, options []candidate, n int) uint {
	m := options[n].Meaning
	var has uint
	set := func(trait int, holds bool) {
		if holds {
			has |= 1 << trait
		}
	}
	set(traitRules, n == 0)
	switch {
	case m.IsNobody():
		set(traitNobody, true)
		return has
	case m.IsNamed():
		b := &r.bearers[m.bearer-1]
		set(traitNamed, true)
		set(traitPerson, r.isPerson(m.bearer-1, r.said))
		set(traitOrgan, b.isOrgan())
		set(traitPlace, b.isPlace())
		set(traitNoun, c.words.Len() > 1 && slices.Contains(b.core, r.Fold(c.head)))
	default:
		set(traitDescribed, true)
	}
	set(traitSaidLast, m.Party == r.said.last.Party)
	return has
}
