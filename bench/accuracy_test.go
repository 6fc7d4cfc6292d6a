package main

import (
	"os"
	"testing"
)

// TestPeersAreDrawn holds the plot to the table that it is drawn from.
func TestPeersAreDrawn(t *testing.T) {
	page, err := os.ReadFile(accuracyPage)
	if err != nil {
		t.Fatal(err)
	}
	want, err := drawPeers(string(page))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../docs/accuracy.svg")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/accuracy.svg does not show the table of docs/accuracy.md: go run -C bench . accuracy ../docs/accuracy.svg")
	}
}
