package browsertest

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/verbatim-news/verbatim"
)

// void are the elements without an end.
var void = []atom.Atom{atom.Meta, atom.Input, atom.Br}

// TestMarkup reads the page of every golden article, and of a hostile one, as
// HTML: every element that begins ends within the one that it began in, no two
// have the same id, and every link within the page leads somewhere.
func TestMarkup(t *testing.T) {
	paths, err := filepath.Glob("../testdata/parse/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d golden cases: %v", len(paths), err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(name, func(t *testing.T) { checkMarkup(t, pageOf(t, golden(t, name))) })
	}
	t.Run("hostile", func(t *testing.T) {
		text, doc := hostile(t)
		checkMarkup(t, pageOfDocument(t, text, doc))
	})
	t.Run("nothing", func(t *testing.T) { checkMarkup(t, pageOfDocument(t, "", &verbatim.Document{})) })
}

func checkMarkup(t *testing.T, page []byte) {
	t.Helper()
	var open []string
	ids, targets := map[string]bool{}, map[string]bool{}
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatal(z.Err())
			}
			if len(open) > 0 {
				t.Errorf("%v do not end", open)
			}
			for target := range targets {
				if !ids[target] {
					t.Errorf("a link leads to #%s, which is not there", target)
				}
			}
			return
		case html.StartTagToken:
			token := z.Token()
			if !slices.Contains(void, token.DataAtom) {
				open = append(open, token.Data)
			}
			names := map[string]bool{}
			for _, a := range token.Attr {
				if names[a.Key] {
					t.Errorf("<%s> has %s twice", token.Data, a.Key)
				}
				names[a.Key] = true
				switch target, within := strings.CutPrefix(a.Val, "#"); {
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("two elements are called %s", a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "href" && within:
					targets[target] = true
				case strings.HasPrefix(a.Key, "on"), a.Key == "style":
					t.Errorf("<%s> has %s", token.Data, a.Key)
				}
			}
		case html.EndTagToken:
			token := z.Token()
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> ends none of %v", token.Data, open)
			}
			open = open[:len(open)-1]
		case html.CommentToken:
			t.Errorf("a comment: %s", z.Token().Data)
		}
	}
}
