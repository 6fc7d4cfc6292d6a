package main

import (
	"os"
	"testing"
)

func TestPunycode(t *testing.T) {
	// The names that the root zone gives its own internationalised labels.
	for label, want := range map[string]string{
		"com": "com", "рф": "xn--p1ai", "中国": "xn--fiqs8s", "みんな": "xn--q9jyb4c", "پاکستان": "xn--mgbai9azgqp6j", "vermögensberater": "xn--vermgensberater-ctb",
	} {
		if got := punycode(label); got != want {
			t.Errorf("punycode(%q) = %q, want %q", label, got, want)
		}
	}
}

func TestTableIsCurrent(t *testing.T) {
	list, err := readList("testdata/public_suffix_list.dat.gz")
	if err != nil {
		t.Fatal(err)
	}
	want, err := generate(list)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../table.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("table.go differs from what its list gives; run: go generate ./internal/suffix")
	}
}

func TestListWithoutICANNPart(t *testing.T) {
	if _, err := generate([]byte("com\n")); err == nil {
		t.Error("generate took a list without an ICANN part")
	}
}
