package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/verbatim-news/verbatim"
)

const (
	shortestText = 10_000 // bytes
	doublings    = 9      // of it: 5 MB is the longest
	lengthRounds = 3
	longTake     = 3 // seconds after which a text is not read again
)

// plotLength times one article of growing length, flattened, under the fastest
// kernel and the slowest and by rules alone. It prints a table and draws it into
// the file that the command line names.
func plotLength() error {
	if len(os.Args) != 3 {
		return errors.New("length: no file for the plot")
	}
	readers, remove, err := articleReaders()
	if err != nil {
		return err
	}
	defer remove()
	readers = endsOf(readers)
	table, err := readTable(timexData)
	if err != nil {
		return err
	}
	paragraphs, err := newsText(timexData, table, shortestText<<doublings)
	if err != nil {
		return err
	}
	text := verbatim.Flatten(strings.Join(paragraphs, "\n\n")).Text

	fmt.Print("| bytes |")
	for _, r := range readers {
		fmt.Printf(" %s, s |", r.name)
	}
	fmt.Println("\n| ---: |" + strings.Repeat(" ---: |", len(readers)))
	p := plot{seconds: make([][]float64, len(readers))}
	for n := range doublings + 1 {
		size := min(shortestText<<n, len(text))
		article, err := json.Marshal([]string{text[:size]})
		if err != nil {
			return err
		}
		p.sizes = append(p.sizes, float64(size))
		fmt.Printf("| %d |", size)
		for k := range readers {
			start, err := readers[k].least([]byte("[]"))
			if err != nil {
				return err
			}
			took, err := readers[k].least(article)
			if err != nil {
				return err
			}
			// The program starts what it is compared with too.
			took = max(took-start, 0.001)
			p.seconds[k] = append(p.seconds[k], took)
			fmt.Printf(" %.3f |", took)
		}
		fmt.Println()
	}
	for _, r := range readers {
		p.names = append(p.names, r.name)
	}
	return os.WriteFile(os.Args[2], []byte(p.draw()), 0o666)
}

// least runs a reader a few times and returns the least that it took.
func (r *reader) least(articles []byte) (float64, error) {
	r.takes = nil
	for range lengthRounds {
		if err := r.read(articles); err != nil {
			return 0, err
		}
		if r.takes[0] > longTake {
			break
		}
	}
	return slices.Min(r.takes), nil
}

// endsOf keeps the first and the last kernel, and the rules alone.
func endsOf(readers []reader) []reader {
	var kernels, kept []reader
	for _, r := range readers {
		switch {
		case strings.HasPrefix(r.name, "verbatim, kernel"):
			kernels = append(kernels, r)
		case strings.HasPrefix(r.name, "verbatim"):
			kept = append(kept, r)
		}
	}
	return append(kept, kernels[0], kernels[len(kernels)-1])
}

// A plot is time against length, both by powers of ten.
type plot struct {
	names   []string
	sizes   []float64
	seconds [][]float64 // for each name, of each size
}

const (
	plotWidth, plotHeight = 640, 400
	plotMargin            = 60
)

// draw returns the plot as SVG. A straight line that climbs one decade in one is
// linear time.
func (p *plot) draw() string {
	low, high := math.Inf(1), 0.0
	for _, row := range p.seconds {
		for _, s := range row {
			low, high = min(low, s), max(high, s)
		}
	}
	bottom, top := math.Floor(math.Log10(low)), math.Ceil(math.Log10(high))
	left, right := math.Log10(p.sizes[0]), math.Log10(p.sizes[len(p.sizes)-1])
	x := func(size float64) float64 {
		return plotMargin + (math.Log10(size)-left)/(right-left)*(plotWidth-2*plotMargin)
	}
	y := func(seconds float64) float64 {
		return plotHeight - plotMargin - (math.Log10(seconds)-bottom)/(top-bottom)*(plotHeight-2*plotMargin)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", plotWidth, plotHeight)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="white"/>`+"\n", plotWidth, plotHeight)
	for e := bottom; e <= top; e++ {
		at := y(math.Pow(10, e))
		fmt.Fprintf(&b, `<path d="M%d %.0fH%d" stroke="#ddd"/><text x="%d" y="%.0f" text-anchor="end">%g s</text>`+"\n", plotMargin, at, plotWidth-plotMargin, plotMargin-6, at+4, math.Pow(10, e))
	}
	for e := math.Ceil(left); e <= right; e++ {
		at := x(math.Pow(10, e))
		fmt.Fprintf(&b, `<path d="M%.0f %dV%d" stroke="#ddd"/><text x="%.0f" y="%d" text-anchor="middle">%.0f kB</text>`+"\n", at, plotMargin, plotHeight-plotMargin, at, plotHeight-plotMargin+18, math.Pow(10, e)/1000)
	}
	for k, row := range p.seconds {
		colour := []string{"#1b7837", "#762a83", "#2166ac"}[k%3]
		var line strings.Builder
		for n, s := range row {
			fmt.Fprintf(&line, "%s%.1f %.1f", map[bool]string{true: "M", false: "L"}[n == 0], x(p.sizes[n]), y(s))
		}
		fmt.Fprintf(&b, `<path d="%s" fill="none" stroke="%s" stroke-width="2"/><text x="%d" y="%d" fill="%s">%s</text>`+"\n", line.String(), colour, plotMargin+12, plotMargin+16+18*k, colour, p.names[k])
	}
	b.WriteString("</svg>\n")
	return b.String()
}
