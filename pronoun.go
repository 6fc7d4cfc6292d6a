package verbatim

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
)

// resolvePronoun resolves the pronoun at token i.
func (r *roster) resolvePronoun(i int) int {
	switch r.fold(i) {
	case "he", "him", "his":
		return r.salient(i, lexicon.Male)
	case "she", "her":
		return r.salient(i, lexicon.Female)
	case "who", "which", "that":
		return r.antecedent(i)
	case "they", "them", "their", "it", "its":
		return r.lastGroup(i)
	}
	return noParty
}

const (
	maxSalient     = 4096 // bearers looked through for a namesake or the holder of a title
	pronounWindow  = 120  // words before a pronoun that may hold what it means
	pronounNames   = 24   // names looked at in that window
	groupWindow    = 60
	speakerBonus   = 2.5
	subjectBonus   = 1.5
	genderBonus    = 1.0
	wordsPerPoint  = 20.0
	verbatimMalus  = 3.0
	strangerMalus  = 1.5 // for a bearer not known to be a person
	minimumSalient = -3.0
)

// salient returns the person whom a pronoun at token i most likely means: near,
// named as the subject of a sentence, or the last to have spoken.
func (r *roster) salient(i int, gender lexicon.Gender) int {
	_, last := r.namesIn(words{0, i})
	best, bestScore := -1, minimumSalient
	seen := 0
	for n := last - 1; n >= 0 && seen < pronounNames && i-r.names[n].last < pronounWindow; n-- {
		seen++
		k := r.of[n]
		score, ok := r.salience(n, k, i, gender)
		if ok && score > bestScore {
			best, bestScore = k, score
		}
	}
	if len(r.lastSaid) > 0 && i-r.lastToken < pronounWindow {
		id := r.lastSaid[len(r.lastSaid)-1]
		if k := r.bearerOf[id]; k < 0 {
			if lexicon.RoleOf(r.headWord(id)) == lexicon.PersonRole && best < 0 {
				return id
			}
		} else if r.fits(k, gender) && speakerBonus-float64(i-r.lastToken)/wordsPerPoint > bestScore && r.bearers[k].person {
			best = k
		}
	}
	if best < 0 {
		return noParty
	}
	if b := &r.bearers[best]; b.gender == lexicon.UnknownGender {
		b.gender = gender // who was "she" once does not become "he"
	}
	return r.ofBearer(best)
}

// headWord returns the head of a described speaker, folded: "owner" of "gallery
// owner in Leith".
func (r *roster) headWord(id int) string {
	head := ""
	for word := range strings.FieldsSeq(strings.ToLower(r.speakers[id].Name)) {
		if lexicon.ClassOf(word).Has(lexicon.Preposition) {
			break
		}
		head = word
	}
	return head
}

// fits reports whether bearer k can be meant by a pronoun of gender.
func (r *roster) fits(k int, gender lexicon.Gender) bool {
	b := &r.bearers[k]
	return gender == lexicon.UnknownGender || b.gender == lexicon.UnknownGender || b.gender == gender
}

// salience scores the name numbered n as what a pronoun at token i means.
func (r *roster) salience(n, k, i int, gender lexicon.Gender) (float64, bool) {
	if !r.fits(k, gender) {
		return 0, false
	}
	b := &r.bearers[k]
	place := r.names[n]
	score := -float64(i-place.last) / wordsPerPoint
	if b.gender == gender && gender != lexicon.UnknownGender {
		score += genderBonus
	}
	if !b.person {
		score -= strangerMalus
		if place.len() == 1 && place.titles.empty() {
			score -= strangerMalus
		}
	}
	if r.verbatim[place.first] {
		score -= verbatimMalus
	}
	if r.isSentenceStart(place.first) || r.isSentenceStart(place.titles.first) && !place.titles.empty() {
		score += subjectBonus
	}
	if len(r.lastSaid) > 0 && r.bearerOf[r.lastSaid[len(r.lastSaid)-1]] == k {
		score += speakerBonus
	}
	if place.last < i && r.fold(place.last) == "s" && r.gap(place.last).has(gapApostrophe) {
		score -= subjectBonus
	}
	return score, true
}

// antecedent resolves a relative pronoun by the phrase right before it.
func (r *roster) antecedent(i int) int {
	first := r.phraseStart(i, words{max(0, i-maxSource), i})
	if first == i {
		return noParty
	}
	return r.resolvePhrase(words{first, i})
}

// lastGroup resolves "they" and "it" by the last organisation, document or
// group that spoke.
func (r *roster) lastGroup(i int) int {
	if len(r.lastSaid) == 0 || i-r.lastToken > groupWindow {
		return noParty
	}
	id := r.lastSaid[len(r.lastSaid)-1]
	if k := r.bearerOf[id]; k >= 0 && r.bearers[k].person {
		return noParty
	}
	return id
}

func isObjectPronoun(word string) bool { return word == "him" || word == "her" || word == "them" }
