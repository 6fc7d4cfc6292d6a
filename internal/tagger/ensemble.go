package tagger

// An ensemble gives each word the weighed mean of an encoder's scores and those of
// the network beside it. The two were trained on the same words and are wrong in
// different places.
type ensemble struct {
	encoder *encoder
	network *network
	share   [headColumns]float32 // of the encoder
}

// newEnsemble makes an ensemble in which the encoder has so much of what follows a
// word and its capitals, and so much of the labels.
func newEnsemble(e *encoder, n *network, side, tags float32) *ensemble {
	both := &ensemble{encoder: e, network: n}
	for k := range both.share {
		both.share[k] = side
		if k >= tagColumn {
			both.share[k] = tags
		}
	}
	return both
}

// eachBlock calls use with every word's scores, in order, some words at once.
func (e *ensemble) eachBlock(words []Word, use func(first int, b *block)) {
	a := ahead{pass: e.network.begin(words)}
	defer a.pass.end()
	e.encoder.eachBlock(words, func(first int, b *block) {
		a.reach(first, first+b.rows)
		for k := range b.rows {
			row, other := b.row(k), a.row(first+k)
			for c, share := range e.share {
				row[c] = float32(share*row[c]) + float32((1-share)*other[c])
			}
		}
		b.gists = a.gists[:min(b.rows, len(a.gists))]
		b.rare = a.rare[:b.rows]
		use(first, b)
	})
}

// ahead holds the network's scores of the words [first, last), which it reads as
// far ahead as its windows are long.
type ahead struct {
	pass        *pass
	first, last int
	scores      []float32 // headColumns each
	gists       []Gist    // none where the network makes none
	rare        []bool
}

// reach has the words [first, last) read, and lets go of those before.
func (a *ahead) reach(first, last int) {
	a.scores = a.scores[:copy(a.scores, a.scores[(first-a.first)*headColumns:])]
	a.gists = a.gists[:copy(a.gists, a.gists[min(first-a.first, len(a.gists)):])]
	a.rare = a.rare[:copy(a.rare, a.rare[first-a.first:])]
	a.first = first
	for a.last < last {
		a.last = a.pass.window(a.last, func(_ int, b *block) {
			for k := range b.rows {
				a.scores = append(a.scores, b.row(k)...)
			}
			a.gists = append(a.gists, b.gists...)
			a.rare = append(a.rare, b.rare...)
		})
	}
}

// row is a word's scores.
func (a *ahead) row(k int) []float32 { return a.scores[(k-a.first)*headColumns:][:headColumns] }
