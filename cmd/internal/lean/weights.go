package lean

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
)

// The sections of words, in the order in which their tables have them.
const (
	vocabularySection = "vocabulary"
	wordsSection      = "words"
	affixesSection    = "affixes"
)

const (
	// A word of middleRank has rows in steps of wordStep; the numbers of all
	// words spread by about 0.25.
	wordStep   = 0.210
	middleRank = 3000
	// Of the rarest words the step is at most this.
	widestStep = 0.55
	// Steps are powers of stepRatio times wordStep, so that there are few of them.
	stepRatio = math.Sqrt2

	affixStep = 0.27

	// matrixMost is the largest of the numbers that a row of a matrix is rounded
	// to; the least is its negative.
	matrixMost = 47
)

// Weights returns a lean set of the weights in file, and its SHA-256 in
// hexadecimal as the provenance of its records is to give it. The same file gives
// the same bytes. The error is [ErrForm].
func Weights(file []byte) (lean []byte, sum string, err error) {
	sections, err := readSections(file)
	if err != nil {
		return nil, "", err
	}
	order, err := orderOfWords(sections)
	if err != nil {
		return nil, "", err
	}
	for k := range sections {
		switch s := &sections[k]; {
		case s.name == vocabularySection:
			*s = s.sortedLines(order)
		case s.name == wordsSection:
			*s = s.rounded(stepOf).sortedRows(order)
		case s.name == affixesSection:
			*s = s.rounded(func(int) float32 { return affixStep })
		case s.kind == kindBytes:
			*s = s.rounded(func(row int) float32 { return s.scales[row] * 127 / matrixMost })
		}
	}
	lean = writeSections(sections)
	digest := sha256.Sum256(lean)
	return lean, hex.EncodeToString(digest[:]), nil
}

// Gists returns the weights of gists in file as weights with another SHA-256 go with
// them. The error is [ErrForm].
func Gists(file []byte, sum string) ([]byte, error) {
	beside, err := hex.DecodeString(sum)
	if err != nil || len(beside) != sha256.Size || len(file) <= sha256.Size {
		return nil, ErrForm
	}
	return append(beside, file[sha256.Size:]...), nil
}

// bandOf returns the power of stepRatio to which the step of a row of the words
// belongs; rows are in the order of rank.
func bandOf(row int) int {
	return int(math.Round(math.Log(float64(row+1)/middleRank) / 2 / math.Log(stepRatio)))
}

// stepOf returns the step to which a row of the words is rounded.
func stepOf(row int) float32 {
	return float32(min(wordStep*math.Pow(stepRatio, float64(bandOf(row))), widestStep))
}

// orderOfWords returns the rows of the words in the order that compresses well:
// by step, then by the alphabet. The first, that of the unknown word, stays.
func orderOfWords(sections []section) ([]int, error) {
	at := slices.IndexFunc(sections, func(s section) bool { return s.name == vocabularySection })
	rows := slices.IndexFunc(sections, func(s section) bool { return s.name == wordsSection })
	if at < 0 || rows < 0 || sections[at].kind != kindText || sections[rows].kind != kindBytes {
		return nil, ErrForm
	}
	lines := bytes.Split(sections[at].data, []byte("\n"))
	if len(lines) != sections[rows].rows {
		return nil, ErrForm
	}
	order := make([]int, len(lines))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order[1:], func(a, b int) int {
		if bandOf(a) != bandOf(b) {
			return bandOf(a) - bandOf(b)
		}
		return bytes.Compare(lines[a], lines[b])
	})
	return order, nil
}

// rounded returns the section with its numbers rounded to multiples of a step for
// each row. A row whose scale is no finer than its step stays as it is.
func (s section) rounded(step func(row int) float32) section {
	out := s
	out.scales, out.data = slices.Clone(s.scales), slices.Clone(s.data)
	for k, scale := range s.scales {
		if step(k) <= scale {
			continue
		}
		out.scales[k] = step(k)
		for j, number := range s.row(k) {
			value := float64(int8(number)) * float64(scale)
			out.row(k)[j] = byte(int8(math.RoundToEven(value / float64(step(k)))))
		}
	}
	return out
}

// sortedRows returns the section with its rows in another order.
func (s section) sortedRows(order []int) section {
	out := s
	out.scales, out.data = nil, make([]byte, 0, len(s.data))
	for _, k := range order {
		out.scales = append(out.scales, s.scales[k])
		out.data = append(out.data, s.row(k)...)
	}
	return out
}

// sortedLines returns the section with its lines in another order.
func (s section) sortedLines(order []int) section {
	out := s
	lines := bytes.Split(s.data, []byte("\n"))
	sorted := make([][]byte, len(order))
	for k, from := range order {
		sorted[k] = lines[from]
	}
	out.data = bytes.Join(sorted, []byte("\n"))
	return out
}
