package export_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// A webAnnotation is one as far as the tests look at it.
type webAnnotation struct {
	Context    string `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []struct {
		Type, Purpose, Value, Source string
	} `json:"body"`
	Target []struct {
		Source   struct{ ID, Type, Format string }
		Selector []struct {
			Type                  string
			Start, End            int
			Exact, Prefix, Suffix string
		}
	} `json:"target"`
}

// tags are the tags of an annotation, by what stands before the colon.
func (a *webAnnotation) tags() map[string]string {
	tags := map[string]string{}
	for _, body := range a.Body {
		if body.Purpose == "tagging" {
			name, value, _ := strings.Cut(body.Value, ":")
			tags[name] = value
		}
	}
	return tags
}

func TestAnnotations(t *testing.T) {
	for _, c := range cases(t) {
		var all []webAnnotation
		if err := json.Unmarshal(written(t, export.Annotations, export.Options{Units: export.UTF16}, c), &all); err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, a := range all {
			known[a.ID] = true
		}
		runes, messages := []rune(c.text), 0
		for _, a := range all {
			checkAnnotation(t, c.name, &a, runes, known)
			tags := a.tags()
			if _, is := tags["message"]; !is {
				continue
			}
			m := &c.doc.Messages[messages]
			if strings.HasPrefix(c.name, "hostile strings") {
				continue
			}
			if tags["stance"] != m.Stance.String() || len(a.Target) != len(m.Content) {
				t.Errorf("%s: message %d is %s in %d pieces; want %s in %d", c.name, messages, tags["stance"], len(a.Target), m.Stance, len(m.Content))
			}
			if described := a.Body[5].Value; m.Stance != verbatim.StanceAsserted && !strings.Contains(described, "["+string(m.Stance)+"]") {
				t.Errorf("%s: what is %s is described as %q", c.name, m.Stance, described)
			}
			messages++
		}
		if messages != len(c.doc.Messages) && !strings.HasPrefix(c.name, "hostile strings") {
			t.Errorf("%s: %d annotations for %d messages", c.name, messages, len(c.doc.Messages))
		}
	}
}

// checkAnnotation checks what the Web Annotation Data Model asks for, and that both
// selectors mean the same words.
func checkAnnotation(t *testing.T, name string, a *webAnnotation, runes []rune, known map[string]bool) {
	t.Helper()
	if a.Context != "http://www.w3.org/ns/anno.jsonld" || a.Type != "Annotation" || !strings.HasPrefix(a.ID, "urn:uuid:") || len(a.Body) == 0 || len(a.Target) == 0 {
		t.Errorf("%s: no annotation: %+v", name, a)
	}
	for _, body := range a.Body {
		switch {
		case body.Type == "TextualBody" && body.Value != "" && body.Source == "":
		case body.Type == "SpecificResource" && body.Value == "" && known[body.Source]:
		default:
			t.Errorf("%s: no body, or one that leads nowhere: %+v", name, body)
		}
	}
	for _, target := range a.Target {
		if source, err := url.Parse(target.Source.ID); err != nil || !source.IsAbs() {
			t.Errorf("%s: the source %q is no IRI", name, target.Source.ID)
		}
		at, quote := target.Selector[0], target.Selector[1]
		if at.Type != "TextPositionSelector" || quote.Type != "TextQuoteSelector" {
			t.Fatalf("%s: selectors %s and %s", name, at.Type, quote.Type)
		}
		if got := string(runes[at.Start:at.End]); got != quote.Exact {
			t.Errorf("%s: at %d-%d stands %q; the quote is %q", name, at.Start, at.End, got, quote.Exact)
		}
		before, after := string(runes[max(0, at.Start-32):at.Start]), string(runes[at.End:min(len(runes), at.End+32)])
		if before != quote.Prefix || after != quote.Suffix {
			t.Errorf("%s: around %d-%d stand %q and %q; the quote has %q and %q", name, at.Start, at.End, before, after, quote.Prefix, quote.Suffix)
		}
	}
}

// TestAnnotationsSource takes an ID for the address of the text only if it is one.
func TestAnnotationsSource(t *testing.T) {
	for id, want := range map[string]string{
		"https://news.example/a?b=c": "https://news.example/a?b=c",
		"a1":                         "ni:///sha-256;",
		"javascript:alert(1)":        "ni:///sha-256;",
		"https://news.example/ a":    "ni:///sha-256;",
	} {
		doc := verbatim.Parse("“We are here,” said Ana Lopez.")
		doc.ID = id
		var all []webAnnotation
		if err := json.Unmarshal(written(t, export.Annotations, export.Options{}, testCase{id, "“We are here,” said Ana Lopez.", doc}), &all); err != nil {
			t.Fatal(err)
		}
		if got := all[0].Target[0].Source.ID; !strings.HasPrefix(got, want) {
			t.Errorf("the source of %q is %q; want %q", id, got, want)
		}
	}
}
