package verbatim_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/verbatim-news/verbatim"
)

// Rules look at the words beside the one that they know, and at both ends of a
// text there are none.

// wordTexts are short texts that begin and end with a word: before a name, after
// a verb that takes an object, and alone.
func wordTexts(word string) []string {
	capital := strings.ToUpper(word[:1]) + word[1:]
	return []string{
		capital + ` Ottoline Marsh said: "It was good." She told the ` + word,
		capital + ", Ottoline Marsh said on Monday, was good, and wrote to " + word,
		word,
	}
}

// TestKnownWordsAtBothEnds checks that a text may begin and end with any word
// that a rule asks for, whatever stands beside it.
func TestKnownWordsAtBothEnds(t *testing.T) {
	t.Parallel()
	words := wordsInCode(t)
	if len(words) < 2000 || !slices.Contains(words, "moderator") {
		t.Fatalf("found %d words in the code", len(words))
	}
	for _, word := range words {
		for _, text := range wordTexts(word) {
			checkEnds(t, text, true)
			checkEnds(t, verbatim.Flatten(text).Text, true)
		}
	}
	for _, name := range namesKnown(t) {
		checkEnds(t, name+" said it was good and told "+name, true)
	}
}

// TestKnownWordsAtBothEndsTagged does the same with the tagger, which takes sixty
// times as long, for some of the words.
func TestKnownWordsAtBothEndsTagged(t *testing.T) {
	t.Parallel()
	const every = 40
	for n, word := range wordsInCode(t) {
		if n%every != 0 {
			continue
		}
		text := wordTexts(word)[0]
		checkEnds(t, text, false)
		checkEnds(t, verbatim.Flatten(text).Text, false)
	}
}

// checkEnds reads a text and checks that what is found lies within it.
func checkEnds(t *testing.T, text string, light bool) {
	t.Helper()
	defer func() {
		if fault := recover(); fault != nil {
			t.Errorf("%q: %v", text, fault)
		}
	}()
	reader := verbatim.Parser{Light: light}
	if err := reader.Parse(text).Validate(text); err != nil {
		t.Errorf("%q: %v", text, err)
	}
}

// wordsInCode returns the words of all strings in the code of the rooms: every
// word that a rule compares with is one.
func wordsInCode(t *testing.T) []string {
	t.Helper()
	words := make(map[string]bool)
	err := filepath.WalkDir("internal", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && entry.Name() == "suffix" { // labels of addresses
			return cmp.Or(err, fs.SkipDir)
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if literal, ok := node.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, _ := strconv.Unquote(literal.Value)
				for word := range strings.FieldsSeq(text) {
					words[word] = true
				}
			}
			_, ok := node.(*ast.ImportSpec)
			return !ok
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(words)), func(word string) bool {
		return strings.ContainsFunc(word, func(c rune) bool { return !unicode.IsLower(c) && !unicode.IsDigit(c) })
	})
}

// namesKnown returns the words that the lists of names hold.
func namesKnown(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, file := range []string{"names.txt", "given.txt"} {
		content, err := os.ReadFile(filepath.Join("internal", "lexicon", file))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			name, _, _ := strings.Cut(line, " ")
			names = append(names, name)
		}
	}
	return names
}
