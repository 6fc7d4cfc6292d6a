package tagger

import "github.com/verbatim-news/verbatim/internal/tagger/kernel"

const blockWords = 2 * kernel.Tile // words whose products are computed at once

// A block is the heads' scores of some words.
type block struct {
	rows   int
	scores []float32 // width a row, of which headColumns count
	width  int
	states []float32 // as the heads see them; nil where no network is read
	gists  []Gist    // nil where none are made
	rare   []bool    // which words are none of the frequent ones
	side   [blockWords * sideColumns]float32
}

// row is a word's scores.
func (b *block) row(k int) []float32 { return b.scores[k*b.width:][:headColumns] }

// exponentiateRestored takes the exponentials of the scores of what follows the
// words and of their capitals, less the highest of each.
func (b *block) exponentiateRestored(k kernel.Kernel) {
	for r := range b.rows {
		from, to := b.row(r), b.restored(r)
		lessHighest(to[:follows], from[followColumn:])
		lessHighest(to[follows:], from[caseColumn:])
	}
	k.Exponentiate(b.side[:b.rows*sideColumns])
}

// restored is a word's exponentials.
func (b *block) restored(k int) []float32 { return b.side[k*sideColumns:][:sideColumns] }

// lessHighest writes values less the highest of as many as go into to.
func lessHighest(to, values []float32) {
	values = values[:len(to)]
	most := values[0]
	for _, v := range values {
		if v > most {
			most = v
		}
	}
	for k, v := range values {
		to[k] = v - most
	}
}
