package speaker

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

const (
	maxSalient    = 4096 // bearers that may be meant as a namesake or the holder of a title
	pronounWindow = 160  // words before a pronoun that may hold what it means
	pronounNames  = 24   // names looked at in that window
	pronounFigure = 6    // figures looked at in that window
	halfWay       = 16.0 // words after which a mention counts half
)

// A candidate is one whom a pronoun or a description may mean, with what speaks for it.
type candidate struct {
	Meaning
	evidence [salienceFeatures]float64
	nearest  token.Range // the words that name or describe the candidate last before the source
}

// A workroom is what weighing candidates takes, kept for the next time.
type workroom struct {
	candidates []candidate
	places     []place
}

// What tells whom a pronoun, or a description in its place, means. How near is a number from 0 to 1.
const (
	nearAny         = iota // how near the last mention is
	nearStart              // how near the last one at the start of a sentence
	nearActive             // how near the last one that a verb follows
	nearObject             // how near the last one after a verb
	nearOblique            // how near the last one after a preposition
	nearQuoted             // how near the last one within somebody's words
	nearPronoun            // how near the last pronoun that means the same
	subjectHere            // a subject of the sentence that the pronoun stands in
	subjectBefore          // a subject of the sentence before
	firstHere              // the first to be named in the sentence before, or in the pronoun's
	headsParagraph         // the first to be named in the pronoun's paragraph
	samePara               // named in the pronoun's paragraph
	lastNamed              // the last to be named
	saidLast               // the last to have spoken
	saidJustNow            // and in this sentence or the one before
	saidInParagraph        // and in this paragraph
	saidSecond             // the last but one
	saidByPronoun          // the last to have spoken, and named by a pronoun there
	inContent              // named within the words that the pronoun says
	frequent               // how often named in the article, up to so often
	genderKnown            // known to have the gender of the pronoun
	isFigure               // introduced without a name, and no speaker yet
	isDescribed            // without a name, and a speaker
	isStranger             // not known to be a person
	salienceFeatures
)

// salient returns the person whom a pronoun or a description at token i most
// likely means; acting leaves out who has neither spoken nor acted and is not
// known to be a person.
func (r *resolver) salient(i int, gender lexicon.Gender, acting bool) Meaning {
	return r.withGender(mostSalient(r.candidates(i, gender, true), acting), gender)
}

// mostSalient returns the one of candidates for whom most speaks, or nobody.
func mostSalient(found []candidate, acting bool) Meaning {
	best, bestScore := Meaning{}, math.Inf(-1)
	for n := range found {
		c := &found[n]
		if acting && c.isNobodyKnown() {
			continue
		}
		if score := c.score(); score > bestScore {
			best, bestScore = c.Meaning, score
		}
	}
	return best
}

// withGender returns a meaning that tells the gender of one of whom none was known.
func (r *resolver) withGender(m Meaning, gender lexicon.Gender) Meaning {
	if gender != lexicon.UnknownGender && !m.IsNobody() && r.genderOf(m.Party, r.said) == lexicon.UnknownGender {
		m.told = &told{m.Party, gender}
	}
	return m
}

// isNobodyKnown reports whether a candidate is not known to be a person and neither
// acts nor speaks.
func (c *candidate) isNobodyKnown() bool {
	return c.evidence[isStranger] > 0 && c.evidence[saidLast]+c.evidence[saidSecond]+c.evidence[nearActive] == 0
}

func (c *candidate) score() float64 {
	score := 0.0
	for f, w := range salienceWeights {
		score += float64(w * c.evidence[f]) // rounded, so that no processor fuses the two
	}
	return score
}

// candidates returns those whom a pronoun or a description at token i may mean, with the
// evidence: whom the article names or introduces in the words before it, and the
// last two who spoke. Things are left out where persons alone are meant. The next call
// takes the same room.
func (r *resolver) candidates(i int, gender lexicon.Gender, persons bool) []candidate {
	p := pronoun{
		i: i, gender: gender, persons: persons, sentence: r.toldBefore(i), places: r.room.places[:0],
		paragraph: r.paragraphStart(i), content: r.contentOf(i),
	}
	found := r.room.candidates[:0]
	r.namedBefore(&p, &found)
	r.figuresFor(&p, &found)
	if i-r.said.at < pronounWindow {
		r.spokeBefore(&p, &found)
	}
	if persons {
		found = slices.DeleteFunc(found, func(c candidate) bool { return r.isThing(c.Meaning) })
	}
	r.weighPronouns(&p, found)
	for n := range found {
		r.weighKind(&found[n], gender)
	}
	r.room.candidates, r.room.places = found, p.places
	return found
}

// weighKind adds what is known of one wherever it is told of.
func (r *resolver) weighKind(c *candidate, gender lexicon.Gender) {
	if gender != lexicon.UnknownGender && r.genderOf(c.Party, r.said) == gender {
		c.evidence[genderKnown] = 1
	}
	switch {
	case c.IsNamed():
		r.weighBearer(c)
	case c.alike:
		c.evidence[isStranger] = 1
	case c.evidence[saidLast]+c.evidence[saidSecond] > 0:
		c.evidence[isDescribed] = 1
	default:
		c.evidence[isFigure] = 1
	}
}

// A pronoun is one at token i, or a description that stands for somebody as one does,
// with where it stands.
type pronoun struct {
	i         int
	gender    lexicon.Gender
	persons   bool          // means a person
	sentence  int           // how many sentences the writer has told before
	places    []place       // of those whom it may mean
	paragraph int           // the first token of its paragraph, or 0
	content   []token.Range // the words whose source it is
}

// paragraphStart returns the first token of the paragraph of token i, as far as
// the window reaches.
func (r *resolver) paragraphStart(i int) int {
	for k := i; k > 0 && i-k < pronounWindow; k-- {
		if r.ParagraphStart(k) {
			return k
		}
	}
	return 0
}

// contentOf returns the words whose source begins with token i.
func (r *resolver) contentOf(i int) []token.Range {
	if n, ok := r.bySource[i]; ok {
		return r.reading.Attributions[n].Content
	}
	return nil
}

// namedBefore adds those whom the article names in the words before a pronoun.
func (r *resolver) namedBefore(p *pronoun, found *[]candidate) {
	seen := 0
	heads := [...]int{-1, -1, -1} // the first to be named in the sentence, in the one before it and in the paragraph
	last := -1
	for n := r.namesBefore(p.i) - 1; n >= 0 && seen < pronounNames && p.i-r.names[n].Last < pronounWindow; n-- {
		k := r.of[n]
		place := r.names[n]
		if !r.quoted[place.First] {
			switch r.toldBefore(place.First) {
			case p.sentence:
				heads[0] = k
			case p.sentence - 1:
				heads[1] = k
			}
			if place.First >= p.paragraph {
				heads[2] = k
			}
		}
		if !r.fits(Party{bearer: k + 1}, p.gender) {
			continue
		}
		seen++
		c := candidateFor(found, r.ofBearer(k))
		r.weighPlace(c, token.Range{First: min(r.startOf(place), withTitles(place)), Last: place.Last}, p)
		if last < 0 && !r.quoted[place.First] {
			last = k
			c.evidence[lastNamed] = 1
		}
	}
	for h, k := range heads {
		if k < 0 || !r.fits(Party{bearer: k + 1}, p.gender) {
			continue
		}
		c := candidateFor(found, r.ofBearer(k))
		if h == 2 {
			c.evidence[headsParagraph] = 1
		} else {
			c.evidence[firstHere] = 1
		}
	}
}

// figuresFor adds those whom the article introduces without a name in the words
// before a pronoun.
func (r *resolver) figuresFor(p *pronoun, found *[]candidate) {
	for n := r.figuresBefore(p.i) - 1; n >= 0 && n >= r.figuresBefore(p.i)-pronounFigure && p.i-r.figures[n].Last < pronounWindow; n-- {
		w := r.figures[n]
		if w.Overlaps(r.said.last.Words) || w.Overlaps(r.said.before.Words) {
			continue // who spoke is added as such
		}
		m := r.described(r.withoutArticle(w)).by(w)
		if r.maySay(m, p.gender) {
			r.weighPlace(candidateFor(found, m), w, p)
		}
	}
}

// spokeBefore adds the last two who spoke.
func (r *resolver) spokeBefore(p *pronoun, found *[]candidate) {
	if last := r.said.last; r.mayMean(p, last) {
		c := candidateFor(found, last)
		c.evidence[saidLast] = 1
		if p.sentence-r.toldBefore(r.said.at) <= 1 {
			c.evidence[saidJustNow] = 1
		}
		if r.said.at > p.paragraph {
			c.evidence[saidInParagraph] = 1
		}
		if r.IsSubjectPronoun(last.Words) {
			c.evidence[saidByPronoun] = 1
		}
		r.weighWords(c, last.Words, p)
	}
	if before := r.said.before; r.mayMean(p, before) {
		c := candidateFor(found, before)
		c.evidence[saidSecond] = 1
		r.weighWords(c, before.Words, p)
	}
}

// mayMean reports whether a pronoun can mean one who spoke before.
func (r *resolver) mayMean(p *pronoun, m Meaning) bool {
	if !p.persons {
		return !m.IsNobody()
	}
	return r.maySay(m, p.gender)
}

// weighWords adds what the words tell by which one who spoke is meant, if they are
// a description: names are weighed in their places.
func (r *resolver) weighWords(c *candidate, w token.Range, p *pronoun) {
	if !c.IsNamed() && !r.IsSubjectPronoun(w) && w.Last <= p.i {
		r.weighPlace(c, w, p)
	}
}

// maySay reports whether one who spoke before can be meant by a pronoun of
// gender.
func (r *resolver) maySay(m Meaning, gender lexicon.Gender) bool {
	isPerson := m.IsNamed() || m.alike || lexicon.RoleOf(r.Head(m.Party)) == lexicon.PersonRole
	return isPerson && r.fits(m.Party, gender)
}

// candidateFor returns the candidate for one who may be meant, which is added
// if it is new.
func candidateFor(found *[]candidate, m Meaning) *candidate {
	if c := knownCandidate(*found, m.Party); c != nil {
		return c
	}
	*found = append(*found, candidate{Meaning: m})
	return &(*found)[len(*found)-1]
}

// knownCandidate returns the candidate that a party is, or nil.
func knownCandidate(found []candidate, p Party) *candidate {
	for n := range found {
		if found[n].Party == p {
			return &found[n]
		}
	}
	return nil
}

// nearness falls from one towards nothing with the distance in words.
func nearness(distance int) float64 { return halfWay / (halfWay + float64(max(0, distance))) }

// raise takes the nearest of several mentions.
func (c *candidate) raise(feature int, near float64) {
	c.evidence[feature] = max(c.evidence[feature], near)
}

// weighPlace adds what words tell that name or describe the candidate.
func (r *resolver) weighPlace(c *candidate, w token.Range, p *pronoun) {
	near := nearness(p.i - w.Last)
	if w.Last <= p.i && w.Last > c.nearest.Last {
		c.nearest = w
	}
	stands := r.standingOf(w)
	if stands == modifier {
		return
	}
	if r.quoted[w.Last-1] {
		c.raise(nearQuoted, near)
		for _, content := range p.content {
			if content.Contains(w.First) {
				c.evidence[inContent] = 1
			}
		}
		return
	}
	c.raise(nearAny, near)
	if r.IsSentenceStart(w.First) {
		c.raise(nearStart, near)
	}
	if w.First >= p.paragraph {
		c.evidence[samePara] = 1
	}
	p.places = append(p.places, place{w, c.Party, stands == subject})
	switch stands {
	case object:
		c.raise(nearObject, near)
	case oblique:
		c.raise(nearOblique, near)
	case subject:
		switch p.sentence - r.toldBefore(w.First) {
		case 0:
			c.evidence[subjectHere] = 1
		case 1:
			c.evidence[subjectBefore] = 1
		}
	}
	if r.acts(w.Last) {
		c.raise(nearActive, near)
	}
}

// A place is where words mean one whom a pronoun may mean.
type place struct {
	token.Range
	party     Party
	isSubject bool
}

// weighPronouns reads the words before a pronoun in order and adds where others of
// its gender stand: each means the last who was the subject of a clause or spoke.
func (r *resolver) weighPronouns(p *pronoun, found []candidate) {
	slices.SortFunc(p.places, func(a, b place) int { return cmp.Compare(a.First, b.First) })
	var told Party
	from := max(0, p.i-pronounWindow)
	if len(p.places) > 0 {
		from = p.places[0].First
	}
	next := 0
	for i := from; i < p.i; i++ {
		for ; next < len(p.places) && p.places[next].First <= i; next++ {
			if x := &p.places[next]; x.isSubject || told.IsNobody() {
				told = x.party
			}
		}
		if r.said.at == i+1 && r.maySay(r.said.last, p.gender) {
			told = r.said.last.Party
		}
		if !r.quoted[i] && r.meansAgain(i, p.gender) {
			if c := knownCandidate(found, told); c != nil {
				c.raise(nearPronoun, nearness(p.i-i))
			}
		}
	}
}

// weighBearer adds what is known of the bearer wherever it is named.
func (r *resolver) weighBearer(c *candidate) {
	c.evidence[frequent] = min(1, math.Log2(float64(r.bearers[c.bearer-1].places))/5)
	if !r.isPerson(c.bearer-1, r.said) {
		c.evidence[isStranger] = 1
	}
}

// isThing reports whether one who may be meant is called like an organisation, a
// place or a people, and nothing tells of a person: "she" is nobody of these.
func (r *resolver) isThing(m Meaning) bool {
	switch {
	case !m.IsNamed():
		return m.alike && isPlaceOrPeople(m.words)
	case r.isPerson(m.bearer-1, r.said):
		return false
	}
	b := &r.bearers[m.bearer-1]
	if r.Cased && b.isOneWord() && r.Tokens[b.fullest.First].Shape == token.ShapeUpper && r.Gap(b.fullest.First).Has(token.GapBracketOpen) {
		return true // "the Selby Port Board (SPBO)"
	}
	return b.isOrgan() || b.isPlace() || isPlaceOrPeople(strings.Join(b.core, " "))
}

// fits reports whether a party can be meant by a pronoun of gender.
func (r *resolver) fits(p Party, gender lexicon.Gender) bool {
	of := r.genderOf(p, r.said)
	return gender == lexicon.UnknownGender || of == lexicon.UnknownGender || of == gender
}
