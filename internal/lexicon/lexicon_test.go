package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestEmbeddedLists(t *testing.T) {
	for name, file := range map[string]string{"names.txt": namesFile, "given.txt": givenFile} {
		lines := strings.Split(strings.TrimSuffix(file, "\n"), "\n")
		words := make([]string, len(lines))
		for i, line := range lines {
			word, class, ok := strings.Cut(line, " ")
			if !ok || word == "" || word != strings.ToLower(word) || len(class) != 1 {
				t.Errorf("%s:%d: %q is no word and class", name, i+1, line)
			}
			words[i] = word
		}
		if !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) {
			t.Errorf("%s is not in order, or a word stands in it twice", name)
		}
	}
}

func TestUsualCase(t *testing.T) {
	for word, want := range map[string]Case{"london": TitleCase, "nato": UpperCase, "table": LowerCase, "whatsapp": MixedCase} {
		if got := UsualCase(word); got != want {
			t.Errorf("UsualCase(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestGivenName(t *testing.T) {
	for word, want := range map[string]Gender{"margaret": Female, "siobhan": Female, "richard": Male, "kwame": Male} {
		if got, ok := GivenName(word); got != want || !ok {
			t.Errorf("GivenName(%q) = %v, %v, want %v", word, got, ok, want)
		}
	}
	if gender, ok := GivenName("kim"); !ok || gender != UnknownGender {
		t.Errorf("GivenName(\"kim\") = %v, %v, want a name of either gender", gender, ok)
	}
	for _, word := range []string{"table", "london"} {
		if IsGivenName(word) {
			t.Errorf("%q is taken for a given name", word)
		}
	}
}

// TestCueGroups finds a word that stands in two groups, where only the first
// would count.
func TestCueGroups(t *testing.T) {
	groups := make(map[string]int)
	for n, group := range cueGroups {
		for word := range strings.FieldsSeq(group.words) {
			if before, taken := groups[word]; taken && before != n {
				t.Errorf("%q stands in groups %d and %d", word, before, n)
			}
			groups[word] = n
		}
	}
	for word, want := range map[string]Act{"insisted": Speaking, "wrote": Writing, "believes": Thinking} {
		if cue, ok := LookupCue(word); !ok || cue.Act != want {
			t.Errorf("LookupCue(%q) = %+v, %v, want act %v", word, cue, ok, want)
		}
	}
}
