package speaker

import (
	"math"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

const (
	maxSalient    = 4096 // bearers that may be meant as a namesake or the holder of a title
	pronounWindow = 160  // words before a pronoun that may hold what it means
	pronounNames  = 24   // names looked at in that window
	halfWay       = 16.0 // words after which a mention counts half
)

// A candidate is one whom a pronoun may mean, with what speaks for it.
type candidate struct {
	Meaning
	evidence [salienceFeatures]float64
}

// What tells whom a pronoun means. How near is a number from 0 to 1.
const (
	nearAny       = iota // how near the last mention is
	nearStart            // how near the last one at the start of a sentence
	nearActive           // how near the last one that a verb follows
	nearObject           // how near the last one after a preposition
	nearQuoted           // how near the last one within somebody's words
	subjectBefore        // a subject of the sentence before
	saidLast             // the last to have spoken
	saidJustNow          // and in this sentence or the one before
	saidSecond           // the last but one
	genderKnown          // known to have the gender of the pronoun
	isStranger           // not known to be a person
	isOrgan              // and named like an organisation
	salienceFeatures
)

// salienceWeights were fitted to two thirds of 1,900 pronouns of 544 articles,
// as published and flattened, checked on the rest, and fitted again to all:
// docs/model.md.
var salienceWeights = [salienceFeatures]float64{
	nearAny: 3.19, nearStart: 2.54, nearActive: 1.37, nearObject: -1.50, nearQuoted: -1.30, subjectBefore: 1.06,
	saidLast: 1.72, saidJustNow: 0.39, saidSecond: 0.93, genderKnown: 0.27, isStranger: -1.49, isOrgan: -1.42,
}

// salient returns the person whom a pronoun or a description at token i most
// likely means; acting leaves out who has neither spoken nor acted and is not
// known to be a person.
func (r *resolver) salient(i int, gender lexicon.Gender, acting bool) Meaning {
	best, bestScore := Meaning{}, math.Inf(-1)
	for _, c := range r.candidates(i, gender) {
		if acting && c.evidence[isStranger] > 0 && (c.evidence[isOrgan] > 0 || c.evidence[saidLast]+c.evidence[saidSecond]+c.evidence[nearActive] == 0) {
			continue
		}
		if score := c.score(); score > bestScore {
			best, bestScore = c.Meaning, score
		}
	}
	if gender != lexicon.UnknownGender && best.IsNamed() && r.genderOf(best.bearer-1, r.said) == lexicon.UnknownGender {
		best.told = told{best.bearer - 1, gender}
	}
	return best
}

func (c *candidate) score() float64 {
	score := 0.0
	for f, w := range salienceWeights {
		score += w * c.evidence[f]
	}
	return score
}

// candidates returns those whom a pronoun at token i may mean, with the
// evidence: whom the article names in the words before it, and the last two
// who spoke.
func (r *resolver) candidates(i int, gender lexicon.Gender) []candidate {
	var found []candidate
	sentence := r.SentenceOf(i)
	seen := 0
	for n := r.namesBefore(i) - 1; n >= 0 && seen < pronounNames && i-r.names[n].Last < pronounWindow; n-- {
		if k := r.of[n]; r.fits(k, gender) {
			seen++
			r.weighName(candidateFor(&found, r.ofBearer(k)), n, i, sentence)
		}
	}
	if i-r.said.at < pronounWindow {
		if r.maySay(r.said.last, gender) {
			c := candidateFor(&found, r.said.last)
			c.evidence[saidLast] = 1
			if sentence-r.SentenceOf(r.said.at) <= 1 {
				c.evidence[saidJustNow] = 1
			}
		}
		if r.maySay(r.said.before, gender) {
			candidateFor(&found, r.said.before).evidence[saidSecond] = 1
		}
	}
	for n := range found {
		if found[n].IsNamed() {
			r.weighBearer(&found[n], gender)
		}
	}
	return found
}

// maySay reports whether one who spoke before can be meant by a pronoun of
// gender.
func (r *resolver) maySay(m Meaning, gender lexicon.Gender) bool {
	if m.IsNamed() {
		return r.fits(m.bearer-1, gender)
	}
	return !m.IsNobody() && r.describesPerson(m.Party, gender)
}

// candidateFor returns the candidate for one who may be meant, which is added
// if it is new.
func candidateFor(found *[]candidate, m Meaning) *candidate {
	for n := range *found {
		if c := &(*found)[n]; c.Party == m.Party {
			return c
		}
	}
	*found = append(*found, candidate{Meaning: m})
	return &(*found)[len(*found)-1]
}

// nearness falls from one towards nothing with the distance in words.
func nearness(distance int) float64 { return halfWay / (halfWay + float64(distance)) }

// raise takes the nearest of several mentions.
func (c *candidate) raise(feature int, near float64) {
	c.evidence[feature] = max(c.evidence[feature], near)
}

// weighName adds what the name numbered n tells.
func (r *resolver) weighName(c *candidate, n, i, sentence int) {
	place := r.names[n]
	near := nearness(i - place.Last)
	if r.quoted[place.First] {
		c.raise(nearQuoted, near)
		return
	}
	c.raise(nearAny, near)
	first := r.startOf(place)
	if !place.Titles.Empty() {
		first = min(first, place.Titles.First)
	}
	before := lexicon.ClassOf(r.Fold(first - 1))
	starts := r.IsSentenceStart(first)
	if starts {
		c.raise(nearStart, near)
	}
	owner := r.Fold(place.Last) == "s" && place.Last < i && (!r.Marked || r.Gap(place.Last).Has(token.GapApostrophe))
	switch {
	case owner:
	case starts || before.Has(lexicon.Conjunction|lexicon.Complementizer) || r.BreaksPhrase(first):
		if sentence-r.SentenceOf(place.First) == 1 {
			c.evidence[subjectBefore] = 1
		}
	case before.Has(lexicon.Preposition):
		c.raise(nearObject, near)
	}
	if r.isVerbLike(place.Last) {
		c.raise(nearActive, near)
	}
}

// isVerbLike reports whether the word at token i has the form of a verb that
// follows its subject.
func (r *resolver) isVerbLike(i int) bool {
	word := r.Fold(i)
	_, cue := lexicon.LookupCue(word)
	return cue || lexicon.ClassOf(word).Has(lexicon.Auxiliary) || len(word) > 4 && strings.HasSuffix(word, "ed")
}

// weighBearer adds what is known of the bearer wherever it is named.
func (r *resolver) weighBearer(c *candidate, gender lexicon.Gender) {
	k := c.bearer - 1
	if r.genderOf(k, r.said) == gender && gender != lexicon.UnknownGender {
		c.evidence[genderKnown] = 1
	}
	if r.isPerson(k, r.said) {
		return
	}
	c.evidence[isStranger] = 1
	if r.bearers[k].isOrgan() {
		c.evidence[isOrgan] = 1
	}
}

// fits reports whether bearer k can be meant by a pronoun of gender.
func (r *resolver) fits(k int, gender lexicon.Gender) bool {
	of := r.genderOf(k, r.said)
	return gender == lexicon.UnknownGender || of == lexicon.UnknownGender || of == gender
}

// describesPerson reports whether a party without a name can be one person of
// the gender.
func (r *resolver) describesPerson(p Party, gender lexicon.Gender) bool {
	head := r.Head(p)
	of := lexicon.GenderOf(head)
	return lexicon.RoleOf(head) == lexicon.PersonRole && (of == lexicon.UnknownGender || gender == lexicon.UnknownGender || of == gender)
}
