package tagger

import "github.com/verbatim-news/verbatim/internal/tagger/kernel"

// An attention is what the heads of a layer need for a window.
type attention struct {
	queries quantised // a row for each head of each
	query   quantised // of one head
	rounded []byte    // keys or values of one head, output by output
	scales  []float32 // of these
	column  []float32 // one number of all values
	key     *kernel.Matrix
	value   *kernel.Matrix
	chances []float32 // exponentials of some queries' scores
	weights quantised // these
	sums    []float32
}

const (
	attentionRows = 2 * kernel.Tile // queries that are answered at once
	wholeKeys     = 48              // keys come in so many, which are whole vectors and panels on every processor
	far           = -1e4            // the score of a key that only fills up: it counts for nothing
)

// attend writes for each query the values of the keys that it asks for.
func (a *attention) attend(k kernel.Kernel, found, queries, keys, values []float32, width, rows, count int) {
	heads, bytes := width/headWidth, k.RowBytes(headWidth)
	full := (rows + wholeKeys - 1) / wholeKeys * wholeKeys
	a.queries.take(k, queries, headWidth, count*heads)
	resize(&a.query.bytes, tiled(count)*bytes)
	resize(&a.query.scales, tiled(count))
	for h := range heads {
		for q := range count {
			copy(a.query.bytes[q*bytes:(q+1)*bytes], a.queries.bytes[(q*heads+h)*bytes:])
			a.query.scales[q] = a.queries.scales[q*heads+h]
		}
		a.packKeys(k, keys[h*headWidth:], width, rows, full)
		a.packValues(k, values[h*headWidth:], width, rows, full)
		a.answer(k, found[h*headWidth:], width, rows, full, count)
	}
}

// packKeys makes the keys of a head, which stand width apart, a matrix.
func (a *attention) packKeys(k kernel.Kernel, keys []float32, width, rows, full int) {
	resize(&a.rounded, full*headWidth)
	resize(&a.scales, full)
	for r := range rows {
		a.scales[r] = kernel.Round(a.rounded[r*headWidth:(r+1)*headWidth], keys[r*width:][:headWidth])
	}
	clear(a.rounded[rows*headWidth:])
	clear(a.scales[rows:])
	a.key = k.Pack(a.key, a.rounded, a.scales, headWidth, full, 1)
}

// packValues makes the values of a head a matrix, with a column of ones.
func (a *attention) packValues(k kernel.Kernel, values []float32, width, rows, full int) {
	const columns = headWidth + 1
	resize(&a.rounded, full*columns)
	resize(&a.scales, columns)
	resize(&a.column, full)
	clear(a.column[rows:])
	for c := range headWidth {
		for r := range rows {
			a.column[r] = values[r*width+c]
		}
		a.scales[c] = kernel.Round(a.rounded[c*full:(c+1)*full], a.column)
	}
	ones := a.rounded[headWidth*full:]
	for r := range ones {
		ones[r] = 1
	}
	a.scales[headWidth] = 1
	a.value = k.Pack(a.value, a.rounded, a.scales, full, columns, 1)
}

// answer writes what the queries of a head find, which stands width apart.
func (a *attention) answer(k kernel.Kernel, found []float32, width, rows, full, count int) {
	resize(&a.chances, attentionRows*full)
	resize(&a.sums, attentionRows*a.value.Width)
	for first := 0; first < count; first += attentionRows {
		some := min(attentionRows, count-first)
		k.Multiply(a.key, 0, a.chances, full, a.query.bytes[first*k.RowBytes(headWidth):], a.query.scales[first:first+some])
		for q := range some {
			row := a.chances[q*full : (q+1)*full]
			lower(row[:rows])
			for r := rows; r < full; r++ {
				row[r] = far
			}
		}
		k.Exponentiate(a.chances[:some*full])
		a.weights.take(k, a.chances, full, some)
		a.weights.multiply(k, a.value, 0, a.sums, a.value.Width, some)
		for q := range some {
			sums, to := a.sums[q*a.value.Width:][:headWidth+1], found[(first+q)*width:][:headWidth]
			inverse := 1 / sums[headWidth]
			for c := range to {
				to[c] = sums[c] * inverse
			}
		}
	}
}

// lower takes the highest score of a row off all, where exponentials of the scores
// themselves would be too large or too small to be told apart.
func lower(row []float32) {
	highest := row[0]
	for _, v := range row {
		if v > highest {
			highest = v
		}
	}
	const low, high = -50, 80
	if highest > low && highest < high {
		return
	}
	for k := range row {
		row[k] -= highest
	}
}
