package attribution

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What speaks for a label of a transcript at a place in flattened text, beside the
// chance that a sentence ends before it.
const (
	flatCapitals  = 0.3  // the tagger would write the name in capitals
	flatOpening   = 0.35 // words follow that open what is said
	flatPredicate = -1   // a verb follows of which the name is the subject
	flatVocative  = -0.4 // words stand before that lead to a name: "thank you mr roe"
	flatPlace     = 0.5  // the least score of a label that makes its voice known
	flatAgain     = 0.3  // the least score of a label of a known voice
	flatAlone     = 1.2  // the least score of a label whose voice speaks once
)

// labelScore returns what speaks for a label of the words of name. More than the
// name may stand before what is said, up to token end.
func (r *ruleReader) labelScore(name token.Range, end int) float32 {
	if r.isLetterQ(name.First) {
		return 1
	}
	score := r.turnChance(name.First)
	if r.isInCapitals(name) {
		score += flatCapitals
	}
	switch {
	case r.isPredicate(end):
		score += flatPredicate
	case r.opensSpeech(end):
		score += flatOpening
	}
	return score
}

// turnChance returns the chance that a sentence, and with it a turn, begins at
// token i.
func (r *ruleReader) turnChance(i int) float32 {
	switch {
	case i == 0 || r.Gap(i).Has(token.GapTurn):
		return 1
	case isCourtesy(r.Fold(i - 1)):
		return 0
	}
	chance := r.Restored[i-1].EndChance
	if i > 1 && r.Fold(i) == r.Fold(i-1) {
		chance = max(chance, r.Restored[i-2].EndChance, flatPlace) // "thank you jane | jane roe"
	}
	if chance < sureFlatEnd && leadsToName(r.Fold(i-1), r.Fold(i-2)) {
		chance += flatVocative
	}
	return chance
}

// sureFlatEnd is the chance of a sentence's end from which on what stands before a
// name is no lead to it.
const sureFlatEnd = 0.8

// leadsToName reports whether a word before a name leads to it, as in an address;
// what people thank for, and "it is so", end a sentence.
func leadsToName(word, before string) bool {
	switch word {
	case "you":
		return before == "thank" || before == "with"
	case "thanks", "sir", "morning", "afternoon", "evening", "okay", "and", "or", "but":
		return true
	}
	return lexicon.ClassOf(word).Has(lexicon.Preposition | lexicon.Determiner | lexicon.Possessive)
}

// isInCapitals reports whether the tagger would write all words in capitals.
func (r *ruleReader) isInCapitals(name token.Range) bool {
	for i := name.First; i < name.Last; i++ {
		if r.Restored[i].Case != tagger.CaseUpper {
			return false
		}
	}
	return true
}

// isLetterQ reports whether token i is the letter before a question, and none of
// "Q and A".
func (r *ruleReader) isLetterQ(i int) bool {
	return r.Fold(i) == "q" && r.Fold(i+1) != "and" && r.Fold(i+1) != "a" && r.Fold(i+1) != "s" && !lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Determiner)
}

// maxFlatName is how many words name a speaker in a label at the most.
const maxFlatName = 6

// labelEnds returns the token after the shortest and the one after the longest
// label that may stand at token i: "mr roe", "president jane roe", "the minister
// of finance", "speaker 1". They are the same, i, if there is none.
func (r *ruleReader) labelEnds(i int) (shortest, longest int) {
	if r.isLetterQ(i) {
		return i + 1, i + 1
	}
	first := i
	if r.Fold(i) == "the" {
		first++
	}
	end := first
	for end < min(len(r.Tokens), first+maxFlatName) && r.isLabelWord(end, first) && (end == first || !r.endsBetween(end)) {
		end++
	}
	for end > first && r.isLabelJoint(end-1) {
		end--
	}
	shortest = first + 1
	for shortest < end && (isCourtesy(r.Fold(shortest-1)) || isOfficeAdjective(r.Fold(shortest-1)) || r.isLabelJoint(shortest-1) || r.isLabelJoint(shortest)) {
		shortest++
	}
	switch {
	case end == first, end < shortest:
		return i, i
	case first == i && end == i+1 && isCourtesy(r.Fold(i)):
		return i, i
	case first > i && !r.isOffice(first):
		return i, i
	case first > i:
		return min(shortest, end), end
	}
	return min(shortest, end), end
}

// isLabelWord reports whether token i can be a word of a label that begins at
// token first.
func (r *ruleReader) isLabelWord(i, first int) bool {
	word := r.Fold(i)
	switch {
	case i > first && isAddress(r.Fold(i-1)):
		return !lexicon.ClassOf(word).Has(lexicon.Subject|lexicon.Determiner|lexicon.Auxiliary|lexicon.Clitic|lexicon.Preposition) && !r.isNumber(i) && !lexicon.IsTitle(word)
	case r.isNumber(i):
		return i > first && len(word) < 3
	case r.isOffice(i), isOfficeAdjective(word), isFlatVoice(word), lexicon.IsTitle(word):
		return true
	case r.isLabelJoint(i):
		return i > first
	case i > first && r.Fold(i-1) == "of":
		return lexicon.ClassOf(word) == 0
	}
	return r.CanName(i) && len(word) > 1 && !r.opensSpeech(i) || i == first && r.isInitials(i)
}

func (r *ruleReader) isNumber(i int) bool { return r.Tokens[i].Shape == token.ShapeNumber }

// isLabelJoint reports whether token i stands within a name or office.
func (r *ruleReader) isLabelJoint(i int) bool {
	return r.Fold(i) == "of" && i > 0 && r.isOffice(i-1) || lexicon.IsParticle(r.Fold(i)) && r.Fold(i) != "the"
}

// isOffice reports whether the word at token i tells what a speaker is.
func (r *ruleReader) isOffice(i int) bool {
	word := r.Fold(i)
	return lexicon.IsTitle(word) || lexicon.RoleOf(word) == lexicon.PersonRole || isOfficeAdjective(word) || word == "court" || word == "clerk" || word == "chair"
}

// isInitials reports whether token i may be the initials of a name.
func (r *ruleReader) isInitials(i int) bool {
	word := r.Fold(i)
	return len(word) == 2 && r.Restored[i].Case == tagger.CaseUpper && lexicon.ClassOf(word) == 0
}

// endsBetween reports whether a sentence likely ends before token i.
func (r *ruleReader) endsBetween(i int) bool {
	return r.Restored[i-1].EndChance > likelyFlatEnd && !isCourtesy(r.Fold(i-1))
}

// likelyFlatEnd is the chance of a sentence's end that parts two names.
const likelyFlatEnd = 0.4

// isAddress reports whether a word is a form of address, which a surname follows.
func isAddress(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr":
		return true
	}
	return false
}

// isCourtesy reports whether a word stands before the name in a label.
func isCourtesy(word string) bool {
	switch word {
	case "sen", "senator", "rep", "representative", "gov", "governor", "congressman", "congresswoman", "gen", "prof", "lt", "col", "capt", "rev":
		return true
	}
	return isAddress(word)
}

func isOfficeAdjective(word string) bool {
	switch word {
	case "deputy", "vice", "acting", "prime", "presiding", "assistant", "attorney", "foreign", "press", "unidentified", "audience", "police":
		return true
	}
	return false
}

// isFlatVoice reports whether a word alone stands for a voice of a transcript.
func isFlatVoice(word string) bool {
	switch word {
	case "moderator", "reporter", "interviewer", "narrator", "operator", "speaker", "question", "host", "anchor", "caller", "voice", "member", "male", "female":
		return true
	}
	return false
}

// maxFlatRemark is how many words a remark behind a name has at most.
const maxFlatRemark = 5

// pastRemark returns the token after the words behind the name of a label that
// tell more about the speaker: "jane roe host", "jane roe d ohio".
func (r *ruleReader) pastRemark(i int) int {
	switch next := r.Fold(i + 1); {
	case (r.Fold(i) == "d" || r.Fold(i) == "r") && lexicon.UsualCase(next) == lexicon.TitleCase, r.Fold(i) == "voice" && next == "over":
		return i + 2
	}
	for end := i; end < len(r.Tokens) && end < i+maxFlatRemark && !r.endsBetween(max(end, 1)); end++ {
		switch word := r.Fold(end); word {
		case "host", "byline", "anchor", "correspondent", "contributor":
			return end + 1
		default:
			if lexicon.ClassOf(word) != 0 {
				return i
			}
		}
	}
	return i
}

// isPredicate reports whether token i goes on with a sentence of which the name
// before it is the subject or owner.
func (r *ruleReader) isPredicate(i int) bool {
	word := r.Fold(i)
	if cue, ok := lexicon.LookupCue(word); ok && cue.Weight > 0.3 {
		return true
	}
	class := lexicon.ClassOf(word)
	switch {
	case class.Has(lexicon.Auxiliary):
		return !r.isAskedAt(i)
	case class.Has(lexicon.Clitic), word == "who", word == "whose", word == "which", word == "of", word == "and" && i+1 < len(r.Tokens) && r.CanName(i+1):
		return true
	}
	return false
}

// isAskedAt reports whether the auxiliary at token i begins a question: "is it".
func (r *ruleReader) isAskedAt(i int) bool {
	next := i + 1
	if r.Fold(next) == "t" || r.Fold(next) == "not" {
		next++
	}
	return lexicon.ClassOf(r.Fold(next)).Has(lexicon.Subject | lexicon.Determiner | lexicon.Possessive)
}

// opensSpeech reports whether the word at token i is one by which people begin what
// they say.
func (r *ruleReader) opensSpeech(i int) bool {
	switch word := r.Fold(i); word {
	case "well", "yes", "yeah", "no", "thank", "thanks", "okay", "ok", "so", "right", "sure", "good", "please", "look", "let", "absolutely", "exactly", "correct",
		"hello", "hi", "welcome", "oh", "um", "uh", "order", "objection", "sustained", "overruled", "sorry", "maybe", "perhaps", "but", "because", "if", "not", "never", "now", "nothing", "nobody", "and":
		return true
	default:
		class := lexicon.ClassOf(word)
		return class.Has(lexicon.Subject|lexicon.Complementizer|lexicon.FirstPerson|lexicon.SecondPerson) && word != "who" && word != "which" || class.Has(lexicon.Auxiliary) && r.isAskedAt(i)
	}
}
