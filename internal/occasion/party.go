package occasion

import "github.com/verbatim-news/verbatim/internal/speaker"

// A party is the number of one who says something or is spoken to.
type party int32

// nobody is the party that the text does not tell.
const nobody party = 0

// parties number those who are meant in an article, in the order in which they
// are first asked for.
type parties struct {
	named    []party                 // by the index of the bearer; nobody for one not asked for
	unnamed  map[speaker.Party]party // those who bear no name
	meanings []speaker.Meaning       // of each party, as it was first meant
}

func newParties(names *speaker.Names) *parties {
	return &parties{named: make([]party, names.Bearers()), unnamed: make(map[speaker.Party]party), meanings: make([]speaker.Meaning, 1)}
}

// number returns the party that is meant.
func (p *parties) number(m speaker.Meaning) party {
	if m.IsNobody() {
		return nobody
	}
	next := party(len(p.meanings))
	if k, named := m.Bearer(); named {
		if known := p.named[k]; known != nobody {
			return known
		}
		p.named[k] = next
	} else {
		if known, ok := p.unnamed[m.Party]; ok {
			return known
		}
		p.unnamed[m.Party] = next
	}
	p.meanings = append(p.meanings, m)
	return next
}

// of returns who a party is.
func (p *parties) of(n party) speaker.Party { return p.meanings[n].Party }
