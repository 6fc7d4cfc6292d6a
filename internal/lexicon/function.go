package lexicon

// A Class is a closed class of function words.
type Class uint16

// The classes. A word may be of several.
const (
	Determiner     Class = 1 << iota // the, a, this, two
	Possessive                       // his, my
	Subject                          // pronouns that can be the subject: he, who, they
	FirstPerson                      // I, we, me, our
	SecondPerson                     // you, your
	Preposition                      // of, in, at
	Conjunction                      // and, but, because
	Auxiliary                        // has, was, would
	Adverb                           // words that slip between a subject and its verb: also, later
	Clitic                           // what an apostrophe leaves: s, t, re, ll, ve, d, m
	Complementizer                   // that, whether, how
	Title                            // mr, president: words that stand before a name
	Number                           // one, two, dozens
)

// Has reports whether the class set c holds any class of set.
func (c Class) Has(set Class) bool { return c&set != 0 }

// IsFunctionWord reports whether a lower-cased word is of a closed class, which
// a title is not: no name is made of it.
func IsFunctionWord(word string) bool { return ClassOf(word)&^Title != 0 }

// ClassOf returns the classes of a lower-cased word, or 0 for a content word.
func ClassOf(word string) Class {
	switch word {
	case "the", "a", "an", "another", "every", "each", "no", "any", "both", "either", "neither":
		return Determiner
	case "this", "these", "those":
		return Determiner | Subject
	case "some", "many", "several", "most", "few", "all", "others":
		return Determiner | Subject
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands":
		return Determiner | Number
	case "his", "its", "their":
		return Possessive
	case "her":
		return Possessive
	case "he", "she", "they", "it", "who", "which":
		return Subject
	case "i", "we":
		return Subject | FirstPerson
	case "me", "us", "myself", "ourselves":
		return FirstPerson
	case "my", "our":
		return Possessive | FirstPerson
	case "you":
		return Subject | SecondPerson
	case "your":
		return Possessive | SecondPerson
	case "of", "in", "at", "on", "for", "from", "with", "by", "to", "about", "after", "before", "against",
		"during", "under", "over", "into", "between", "through", "without", "within", "amid", "among",
		"near", "outside", "inside", "toward", "towards", "until", "despite", "behind", "via", "per",
		"across", "off", "upon", "around", "like", "than", "along":
		return Preposition
	case "and", "or", "but", "because", "as", "if", "while", "when", "where", "since", "although", "though",
		"so", "yet", "nor", "unless", "once", "whereas", "then":
		return Conjunction
	case "that", "whether", "how", "why", "what":
		return Complementizer
	case "has", "had", "have", "was", "were", "is", "are", "be", "been", "being", "do", "does", "did",
		"will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "cannot", "went":
		return Auxiliary
	case "also", "later", "recently", "reportedly", "repeatedly", "previously", "publicly", "often", "already",
		"even", "still", "just", "further", "again", "never", "always", "first", "long", "now",
		"immediately", "initially", "subsequently", "earlier", "simply", "only", "quickly", "angrily",
		"allegedly", "apparently", "reluctantly", "privately", "openly", "strongly", "therefore", "soon":
		return Adverb
	case "s", "t", "re", "ll", "ve", "d", "m":
		return Clitic
	}
	if IsTitle(word) {
		return Title
	}
	return 0
}

// IsClitic reports whether a folded word is what an apostrophe ties to the word
// before it, and nothing else: "s", "ll".
func IsClitic(word string) bool { return ClassOf(word) == Clitic }

// TakesNot reports whether a folded word is what an apostrophe leaves of an
// auxiliary before the "t" of "not": "isn", "can".
func TakesNot(word string) bool {
	switch word {
	case "can", "won":
		return true
	}
	return len(word) > 2 && word[len(word)-1] == 'n' && ClassOf(word[:len(word)-1]).Has(Auxiliary)
}

// IsReflexive reports whether a folded word stands for the one who acts as the object of
// the act: "asks herself".
func IsReflexive(word string) bool {
	switch word {
	case "himself", "herself", "itself", "themselves":
		return true
	}
	return false
}

// IsObjectPronoun reports whether a folded word is a pronoun that stands for the
// one to whom something is done: "told him".
func IsObjectPronoun(word string) bool { return word == "him" || word == "her" || word == "them" }

// IsPastTense reports whether a lower-cased word is the past tense of a common verb
// that does not end in "ed", and is seldom another word.
func IsPastTense(word string) bool {
	switch word {
	case "began", "bought", "broke", "brought", "built", "came", "caught", "chose", "drove", "fell", "flew", "fought", "found", "gave",
		"got", "grew", "heard", "held", "kept", "knew", "led", "left", "lost", "made", "met", "paid", "rang", "ran", "rose", "sat", "saw",
		"sent", "shook", "shot", "sold", "spent", "spoke", "stood", "swore", "taught", "took", "wept", "withdrew", "woke", "won", "wrote":
		return true
	}
	return false
}
