package verbatim_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// The record of a flattened article, shown on the page that it was published on.
func ExampleDocument_MovedTo() {
	const page = "“Nobody put a letter on my desk,” Greta Holm told the Orrin Herald."
	flat := verbatim.Flatten(page)
	doc := verbatim.Parse(flat.Text).MovedTo(page, flat.Original)
	for _, m := range doc.Messages {
		fmt.Printf("%s: %s\n", m.Source.In(page), verbatim.Excerpt(page, m.Content...))
	}
	// Output:
	// Greta Holm: Nobody put a letter on my desk
}

// TestMovedBack flattens every published golden article, reads it and carries
// the record back: every span lies in the published text, on rune boundaries,
// and has the words that it had; and from there on to a page that the article was
// taken from.
func TestMovedBack(t *testing.T) {
	for _, c := range readCases(t) {
		if !strings.HasSuffix(c.name, "-published") {
			continue
		}
		flat := verbatim.Flatten(c.text)
		parser := c.parser
		parser.Explain = true
		doc := parser.Parse(flat.Text)
		before := fmt.Sprint(spansIn(doc))

		const head, foot = "<html><p>", "</p>"
		page := head + c.text + foot
		onPage := func(s verbatim.Span) verbatim.Span {
			return verbatim.Span{Start: s.Start + len(head), End: s.End + len(head)}
		}
		back := doc.MovedTo(c.text, flat.Original)
		paged := back.MovedTo(page, onPage)
		atOnce := doc.MovedTo(page, func(s verbatim.Span) verbatim.Span { return onPage(flat.Original(s)) })
		if diff := cmp.Diff(paged, atOnce); diff != "" {
			t.Errorf("%s: moved twice and at once differ (-twice +once):\n%s", c.name, diff)
		}
		for name, moved := range map[string]struct {
			doc  *verbatim.Document
			text string
		}{"published": {back, c.text}, "page": {paged, page}} {
			if err := moved.doc.Validate(moved.text); err != nil {
				t.Errorf("%s, %s: %v", c.name, name, err)
			}
			was := spansIn(doc)
			for n, s := range spansIn(moved.doc) {
				if s.Start < 0 || s.End > len(moved.text) || s.Len() <= 0 || !utf8.ValidString(s.In(moved.text)) {
					t.Fatalf("%s, %s: %v moved to %v", c.name, name, was[n], s)
				}
				if words := verbatim.Flatten(s.In(moved.text)).Text; words != was[n].In(flat.Text) {
					t.Errorf("%s, %s: %q became %q", c.name, name, was[n].In(flat.Text), words)
				}
			}
			if p := moved.doc.Provenance; p.SHA256 == doc.Provenance.SHA256 || p.ReadSHA256 != doc.Provenance.SHA256 {
				t.Errorf("%s, %s: the provenance is %+v; that of what was read %+v", c.name, name, p, doc.Provenance)
			}
		}
		if fmt.Sprint(spansIn(doc)) != before {
			t.Errorf("%s: moving changed the document itself", c.name)
		}
	}
}

func spansIn(doc *verbatim.Document) (spans []verbatim.Span) {
	for s := range doc.AllSpans() {
		spans = append(spans, *s)
	}
	return spans
}

// TestMovedSharesNothing moves documents nowhere: the copy is equal, and not one
// list or pointer of it is that of the other.
func TestMovedSharesNothing(t *testing.T) {
	var kinds []string
	for _, c := range readCases(t) {
		parser := c.parser
		parser.Light, parser.Explain = true, true
		doc := parser.Parse(c.text)
		moved := doc.MovedTo(c.text, func(s verbatim.Span) verbatim.Span { return s })
		if diff := cmp.Diff(doc, moved, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: moved nowhere (-before +after):\n%s", c.name, diff)
		}
		shared(reflect.ValueOf(doc).Elem(), reflect.ValueOf(moved).Elem(), "Document", func(path string, same bool) {
			if same {
				t.Errorf("%s: %s is shared", c.name, path)
			}
			if !slices.Contains(kinds, path) {
				kinds = append(kinds, path)
			}
		})
	}
	if len(kinds) < 20 {
		t.Errorf("only %q were looked at", kinds)
	}
}

// shared calls found for every pointer and list within two equal values, with
// whether both lead to the same memory.
func shared(a, b reflect.Value, path string, found func(path string, same bool)) {
	switch a.Kind() {
	case reflect.Pointer:
		if !a.IsNil() {
			found(path, a.Pointer() == b.Pointer())
			shared(a.Elem(), b.Elem(), path, found)
		}
	case reflect.Slice:
		if a.Len() > 0 {
			found(path, a.Pointer() == b.Pointer())
		}
		for i := range a.Len() {
			shared(a.Index(i), b.Index(i), path+"[]", found)
		}
	case reflect.Struct:
		if a.Type().String() == "time.Time" {
			return // never changes
		}
		for i := range a.NumField() {
			shared(a.Field(i), b.Field(i), path+"."+a.Type().Field(i).Name, found)
		}
	}
}
