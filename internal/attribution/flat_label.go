package attribution

import (
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// What speaks for a label of a transcript at a place in flattened text, beside the
// chance that a sentence ends before it.
const (
	flatCapitals = 0.3  // the tagger would write the name in capitals
	flatOpening  = 0.35 // words follow that open what is said
	flatVocative = -0.4 // words stand before that lead to a name: "thank you mr roe"
	flatPlace    = 0.5  // the least score of a label that makes its voice known
	flatAgain    = 0.3  // the least score of a label of a known voice
	flatForm     = 0.1  // the least score of one of a form that little else has
	flatAlone    = 1    // the least score of a label whose voice speaks once
	flatTitled   = 0.45 // the same for one with a title
)

// labelScore returns what speaks for a label of the words of name. More than the
// name may stand before what is said, up to token end.
func (r *ruleReader) labelScore(name token.Range, end int) float32 {
	switch {
	case r.isLetterQ(name.First):
		return 1
	case r.Fold(end) == r.Fold(name.First), r.isSubject(name, end):
		return -1 // an address before the label of the same one, or a subject
	}
	score := r.turnChance(name.First)
	if score < 0 && lexicon.IsTitle(r.Fold(name.First-1)) {
		return score
	}
	if r.isInCapitals(name) {
		score += flatCapitals
	}
	if r.opensSpeech(end) {
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
	case lexicon.IsTitle(r.Fold(i-1)) && !r.isOffice(i):
		return -1 // the rest of a name
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
	class := lexicon.ClassOf(word)
	return class.Has(lexicon.Preposition|lexicon.Determiner|lexicon.Possessive) && !class.Has(lexicon.Subject|lexicon.Number) && !lexicon.IsObjectPronoun(word)
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
	next := r.Fold(i + 1)
	return r.Fold(i) == "q" && next != "a" && next != "s" && (next != "and" || r.Fold(i+2) != "a") && !lexicon.ClassOf(r.Fold(i-1)).Has(lexicon.Determiner)
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
	for end < min(len(r.Tokens), first+maxFlatName) && r.isLabelWord(end, first) && (end == first || !r.endsBetween(end) && r.Fold(end) != r.Fold(first)) {
		end++
	}
	for end > first && r.isLabelJoint(end-1) {
		end--
	}
	if first == i && end > first+2 && r.surnames[r.Fold(first+1)] && !r.isOffice(first) {
		end = first + 2 // what follows tells more about the speaker
	}
	if r.Fold(end) == "pro" && r.Fold(end+1) == "tempore" {
		end += 2
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
	case i > first && lexicon.IsAddress(word):
		return false
	case i > first && lexicon.IsAddress(r.Fold(i-1)) && len(word) == 1 && i+1 < len(r.Tokens):
		return lexicon.ClassOf(r.Fold(i+1)) == 0
	case i > first && r.Fold(first-1) != "the" && lexicon.IsTitle(r.Fold(i-1)) && !lexicon.IsAddress(r.Fold(i-1)) && lexicon.ClassOf(word) == 0 && !r.isNumber(i) && !r.isOffice(i) && !r.opensSpeech(i):
		return true
	case i > first && (isCourtesy(r.Fold(i-1)) || len(r.Fold(i-1)) == 1 && !r.isNumber(i-1)):
		return !lexicon.ClassOf(word).Has(lexicon.Subject|lexicon.Determiner|lexicon.Auxiliary|lexicon.Clitic|lexicon.Preposition) && !r.isNumber(i) && !lexicon.IsTitle(word)
	case r.isNumber(i):
		return i > first && len(word) < 3 && isFlatVoice(r.Fold(i-1)) || i > first && len(word) < 3 && r.isOffice(i-1)
	case i > first && r.isNumber(i-1), i > first && r.isInitials(i):
		return false
	case r.isOffice(i), isFlatVoice(word):
		return i == first || r.isOffice(i-1) || isFlatVoice(r.Fold(i-1))
	case r.isLabelJoint(i):
		return i > first
	case i > first && r.Fold(i-1) == "of":
		return lexicon.ClassOf(word) == 0
	}
	if lexicon.ClassOf(word) != 0 || len(word) == 1 || isSound(word) || r.opensSpeech(i) {
		return false
	}
	return r.CanName(i) || lexicon.IsGivenName(word) || r.surnames[word] || i == first && r.isInitials(i)
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
	return len(word) == 2 && lexicon.ClassOf(word) == 0 && (r.initials[word] || r.Restored[i].Case == tagger.CaseUpper)
}

// endsBetween reports whether a sentence likely ends before token i.
func (r *ruleReader) endsBetween(i int) bool {
	return r.Restored[i-1].EndChance > likelyFlatEnd && len(r.Fold(i-1)) > 1 && !lexicon.IsTitle(r.Fold(i-1)) && !(isFlatVoice(r.Fold(i-1)) && r.isNumber(i))
}

// likelyFlatEnd is the chance of a sentence's end that parts two names.
const likelyFlatEnd = 0.4

// isCourtesy reports whether a word stands before the name in a label.
func isCourtesy(word string) bool {
	switch word {
	case "sen", "senator", "rep", "representative", "gov", "governor", "congressman", "congresswoman", "gen", "prof", "lt", "col", "capt", "rev":
		return true
	}
	return lexicon.IsAddress(word)
}

func isOfficeAdjective(word string) bool {
	switch word {
	case "deputy", "vice", "acting", "prime", "presiding", "assistant", "attorney", "foreign", "press", "unidentified", "audience", "police", "coach":
		return true
	}
	return false
}

// isFlatVoice reports whether a word alone stands for a voice of a transcript.
func isFlatVoice(word string) bool {
	switch word {
	case "moderator", "reporter", "interviewer", "narrator", "operator", "speaker", "question", "host", "anchor", "caller", "voice", "member", "male", "female", "person", "guest", "dispatcher", "crowd", "witness":
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
	case (r.Fold(i) == "d" || r.Fold(i) == "r") && lexicon.UsualCase(next) == lexicon.TitleCase,
		r.Fold(i) == "voice" && next == "over", (r.Fold(i) == "on" || r.Fold(i) == "off") && next == "camera":
		return i + 2
	}
	for end := i; end < len(r.Tokens) && end < i+maxFlatRemark && !r.endsBetween(max(end, 1)); end++ {
		switch word := r.Fold(end); word {
		case "host", "byline", "anchor", "correspondent", "contributor":
			return end + 1
		default:
			if end == i && lexicon.RoleOf(word) == lexicon.PersonRole && r.opensSpeech(end+1) {
				return end + 1
			}
			if lexicon.ClassOf(word) != 0 {
				return i
			}
		}
	}
	return i
}

// isSubject reports whether a name before token end is the subject or owner of a
// sentence, or a given name before the surname.
func (r *ruleReader) isSubject(name token.Range, end int) bool {
	if name.Len() == 1 && end == name.Last && lexicon.IsGivenName(r.Fold(name.First)) && end < len(r.Tokens) && r.CanName(end) && !r.endsBetween(end) && !r.opensSpeech(end) {
		return true
	}
	return r.isPredicate(end)
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
	case word == "who":
		return i > 1 && !r.Starts[i-1] && !r.Starts[i-2]
	case class == 0 && r.isVerbForm(i), class.Has(lexicon.Adverb) && !r.opensSpeech(i):
		return true
	case class.Has(lexicon.Clitic), word == "whose", word == "which", word == "of", word == "and" && i+1 < len(r.Tokens) && r.CanName(i+1):
		return true
	}
	return false
}

// isVerbForm reports whether the content word at token i looks like the verb of a
// sentence that tells of somebody: "raised", "knows the".
func (r *ruleReader) isVerbForm(i int) bool {
	word := r.Fold(i)
	switch {
	case len(word) < 4 || r.opensSpeech(i):
		return false
	case isRegularPast(word):
		return true
	}
	return strings.HasSuffix(word, "s") && lexicon.ClassOf(r.Fold(i+1)) != 0
}

// isAskedAt reports whether the auxiliary at token i begins a question: "is it".
func (r *ruleReader) isAskedAt(i int) bool {
	next := i + 1
	if r.Fold(next) == "t" || r.Fold(next) == "not" {
		next++
	}
	switch word := r.Fold(next); word {
	case "anybody", "anyone", "somebody", "someone", "everybody", "everyone", "people", "that":
		return true
	default:
		return lexicon.ClassOf(word).Has(lexicon.Subject | lexicon.Determiner | lexicon.Possessive)
	}
}

// opensSpeech reports whether the word at token i is one by which people begin what
// they say.
func (r *ruleReader) opensSpeech(i int) bool {
	switch word := r.Fold(i); word {
	case "well", "yes", "yeah", "no", "thank", "thanks", "okay", "ok", "so", "right", "sure", "good", "please", "look", "let", "absolutely", "exactly", "correct",
		"hello", "hi", "welcome", "oh", "um", "uh", "order", "objection", "sustained", "overruled", "sorry", "maybe", "perhaps", "but", "because", "if", "not", "never", "now", "nothing", "nobody",
		"stay", "come", "go", "tell", "give", "wait", "stop", "take", "hold", "listen", "call", "ask", "keep", "remember", "imagine", "excuse":
		return true
	default:
		class := lexicon.ClassOf(word)
		return class.Has(lexicon.Subject|lexicon.Complementizer|lexicon.FirstPerson|lexicon.SecondPerson|lexicon.Conjunction) && word != "who" && word != "which" && word != "or" && word != "as" || class.Has(lexicon.Auxiliary) && r.isAskedAt(i)
	}
}
