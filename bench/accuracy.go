package main

import (
	"errors"
	"fmt"
	"html"
	"os"
	"strconv"
	"strings"
)

// accuracyPage holds the table that is drawn.
const accuracyPage = "../docs/accuracy.md"

// plotAccuracy draws the table of docs/accuracy.md that sets verbatim beside
// published figures, into the file that the command line names.
func plotAccuracy() error {
	if len(os.Args) != 3 {
		return errors.New("accuracy: no file for the plot")
	}
	page, err := os.ReadFile(accuracyPage)
	if err != nil {
		return err
	}
	drawing, err := drawPeers(string(page))
	if err != nil {
		return err
	}
	return os.WriteFile(os.Args[2], []byte(drawing), 0o666)
}

// The columns of the table that are drawn, and what they are called there.
var peerMeasures = []struct{ column, title string }{
	{"source", "source: who speaks"}, {"cue", "cue: the words that say so"}, {"content", "content: what is said"},
}

// A peer is a program of the table, with its F1 for each measure in per cent.
type peer struct {
	name, part, text string
	f1               []float64
}

// isOurs reports whether the figures are verbatim's own.
func (p *peer) isOurs() bool { return strings.HasPrefix(p.name, "verbatim") }

// peersOf reads the table of a page. Rows of the rules alone are left out: they
// compare verbatim with itself.
func peersOf(page string) ([]peer, error) {
	_, table, begun := strings.Cut(page, "<!-- table peers -->")
	table, _, ended := strings.Cut(table, "<!-- end of table -->")
	if !begun || !ended {
		return nil, fmt.Errorf("%s has no table of peers", accuracyPage)
	}
	var columns map[string]int
	var peers []peer
	for line := range strings.Lines(strings.TrimSpace(table)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case columns == nil:
			columns = map[string]int{}
			for i, title := range cells {
				columns[title] = i
			}
		case strings.HasPrefix(cells[0], "---"), strings.Contains(cells[0], "rules alone"):
		default:
			p := peer{name: cells[columns["program"]], part: cells[columns["part"]], text: cells[columns["text"]]}
			for _, m := range peerMeasures {
				f1, err := strconv.ParseFloat(cells[columns[m.column]], 64)
				if err != nil {
					return nil, fmt.Errorf("%s of %s in %s: %w", m.column, p.name, accuracyPage, err)
				}
				p.f1 = append(p.f1, f1)
			}
			peers = append(peers, p)
		}
	}
	return peers, nil
}

// Sizes of the drawing, in dots.
const (
	barHeight, barGap = 16, 8
	namesWidth        = 190
	measureWidth      = 170
	measureGap        = 30
	headHeight        = 44
	footHeight        = 52
)

// drawPeers returns the drawing of a page's table as SVG: for each measure a bar
// for each program, ours in colour.
func drawPeers(page string) (string, error) {
	peers, err := peersOf(page)
	if err != nil {
		return "", err
	}
	width := namesWidth + len(peerMeasures)*(measureWidth+measureGap)
	height := headHeight + len(peers)*(barHeight+barGap) + footHeight
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">`+"\n", width, height)
	b.WriteString("<title>F1 of verbatim beside published figures</title>\n")
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="white"/>`+"\n", width, height)
	for k, m := range peerMeasures {
		left := namesWidth + k*(measureWidth+measureGap)
		fmt.Fprintf(&b, `<text x="%d" y="24" font-weight="bold">%s</text>`+"\n", left, m.title)
		for n, p := range peers {
			top := headHeight + n*(barHeight+barGap)
			fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="#eee"/><rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>`,
				left, top, measureWidth, barHeight, left, top, p.f1[k]*measureWidth/100, barHeight, p.colour())
			fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="end" fill="white">%.1f</text>`+"\n", float64(left)+p.f1[k]*measureWidth/100-4, top+barHeight-4, p.f1[k])
		}
	}
	for n, p := range peers {
		name := p.name + ", " + p.text
		weight := ""
		if p.isOurs() {
			weight = ` font-weight="bold"`
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end"%s>%s</text>`+"\n", namesWidth-8, headHeight+n*(barHeight+barGap)+barHeight-4, weight, html.EscapeString(name))
	}
	foot := headHeight + len(peers)*(barHeight+barGap)
	fmt.Fprintf(&b, `<text x="8" y="%d" fill="#444" font-size="11">F1 in per cent, right to the word, on PolNeAR. Grey: published (CofeNet paper), on its test part. Blue: measured by us, on its dev part;</text>`+"\n", foot+18)
	fmt.Fprintf(&b, `<text x="8" y="%d" fill="#444" font-size="11">so rows differ by more than the program. “flattened” has lost its marks and capitals; we know of no published figures for it.</text>`+"\n", foot+34)
	b.WriteString("</svg>\n")
	return b.String(), nil
}

func (p *peer) colour() string {
	switch {
	case !p.isOurs():
		return "#767676"
	case p.text == "flattened":
		return "#3f6fae"
	}
	return "#1b4f94"
}
