package occasion

import "github.com/verbatim-news/verbatim/internal/speaker"

// A party is the number of one who says something or is spoken to.
type party int32

// nobody is the party that the text does not tell.
const nobody party = 0

// parties number those who are meant in an article, in the order in which they
// are first asked for.
type parties struct {
	numbers  map[speaker.Party]party
	meanings []speaker.Meaning // of each party, as it was first meant
}

func newParties() *parties {
	return &parties{numbers: make(map[speaker.Party]party), meanings: make([]speaker.Meaning, 1)}
}

// number returns the party that is meant.
func (p *parties) number(m speaker.Meaning) party {
	if m.IsNobody() {
		return nobody
	}
	n, ok := p.numbers[m.Party]
	if !ok {
		n = party(len(p.meanings))
		p.numbers[m.Party] = n
		p.meanings = append(p.meanings, m)
	}
	return n
}

// of returns who a party is.
func (p *parties) of(n party) speaker.Party { return p.meanings[n].Party }
