package export_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// An ldNode is a node of any type, as far as the tests look at it.
type ldNode struct {
	Type        any      `json:"@type"`
	ID          string   `json:"@id"`
	Name        string   `json:"name"`
	Text        string   `json:"text"`
	Spoken      *ldNode  `json:"spokenByCharacter"`
	Sender      *ldNode  `json:"sender"`
	Recipient   *ldNode  `json:"recipient"`
	Agent       *ldNode  `json:"agent"`
	Participant *ldNode  `json:"participant"`
	IsPartOf    *ldNode  `json:"isPartOf"`
	Object      *ldNode  `json:"object"`
	HasPart     []ldNode `json:"hasPart"`
	About       []ldNode `json:"about"`
	Mentions    []ldNode `json:"mentions"`
	Index       int      `json:"verbatim:message"`
	Stance      string   `json:"verbatim:stance"`
	Channel     string   `json:"verbatim:channel"`
	Sent        string   `json:"verbatim:sent"`
	Confidence  float64  `json:"verbatim:confidence"`
	Content     string   `json:"verbatim:content"`
	Verbatim    string   `json:"verbatim:verbatim"`
	Source      string   `json:"verbatim:source"`
	Cue         string   `json:"verbatim:cue"`
}

func articlesOf(t *testing.T, data []byte) []ldNode {
	t.Helper()
	var file struct {
		Context []any    `json:"@context"`
		Graph   []ldNode `json:"@graph"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Context) != 2 || file.Context[0] != "https://schema.org" {
		t.Errorf("the context is %v", file.Context)
	}
	return file.Graph
}

func readJSONLD(t *testing.T, data []byte) []fact {
	var facts []fact
	for _, article := range articlesOf(t, data) {
		names := map[string]string{}
		for _, speaker := range article.Mentions {
			names[speaker.ID] = speaker.Name
		}
		nameOf := func(nodes ...*ldNode) string {
			for _, node := range nodes {
				if node != nil {
					return names[node.ID]
				}
			}
			return ""
		}
		said := append(article.HasPart, article.About...)
		slices.SortFunc(said, func(a, b ldNode) int { return cmp.Compare(a.Index, b.Index) })
		for _, node := range said {
			facts = append(facts, fact{
				Content: node.Content, Verbatim: node.Verbatim, Source: node.Source, Cue: node.Cue,
				Speaker: nameOf(node.Sender, node.Agent), Recipient: nameOf(node.Recipient, node.Participant),
				Stance: node.Stance, Channel: node.Channel, Sent: node.Sent, Confidence: node.Confidence,
			})
		}
	}
	return facts
}

func TestJSONLD(t *testing.T) {
	for _, c := range cases(t) {
		if strings.HasPrefix(c.name, "hostile strings") {
			continue
		}
		data := written(t, export.JSONLD, export.Options{}, c)
		if diff := gocmp.Diff(factsOf(c, export.Bytes), readJSONLD(t, data), cmpVisible); diff != "" {
			t.Errorf("%s does not come back (-document +read):\n%s", c.name, diff)
		}
		checkQuotations(t, c, articlesOf(t, data))
	}
}

// checkQuotations finds words that are called a quotation, or said to be sent by
// somebody, though the document has another stance or form for them.
func checkQuotations(t *testing.T, c testCase, articles []ldNode) {
	t.Helper()
	for _, article := range articles {
		for _, node := range article.HasPart {
			m := &c.doc.Messages[node.Index]
			if m.Stance != verbatim.StanceAsserted {
				t.Errorf("%s: a message that is %s is a %v", c.name, m.Stance, node.Type)
			}
			if quotation := slices.Contains(node.Type.([]any), any("Quotation")); quotation != (m.Form == verbatim.FormDirect) {
				t.Errorf("%s: a message that is %s is a %v", c.name, m.Form, node.Type)
			}
			if node.IsPartOf == nil || node.IsPartOf.ID != article.ID {
				t.Errorf("%s: message %d is part of %v", c.name, node.Index, node.IsPartOf)
			}
		}
		for _, node := range article.About {
			if node.Text != "" || node.Spoken != nil || node.Sender != nil || node.Object == nil || node.Object.Spoken != nil || node.Object.Text == "" {
				t.Errorf("%s: message %d, which is %s, is said by somebody: %+v", c.name, node.Index, node.Stance, node)
			}
		}
	}
}

// TestJSONLDInPage finds what would end the script element of a page.
func TestJSONLDInPage(t *testing.T) {
	data := written(t, export.JSONLD, export.Options{}, cases(t)...)
	if at := bytes.IndexAny(data, "<>&"); at >= 0 {
		t.Errorf("%q stands in the file", data[max(0, at-20):at+20])
	}
}

// TestJSONLDNames gives the same article the same names again, and no others of
// the file.
func TestJSONLDNames(t *testing.T) {
	all := cases(t)
	once, twice := articlesOf(t, written(t, export.JSONLD, export.Options{}, all...)), articlesOf(t, written(t, export.JSONLD, export.Options{}, all...))
	seen := map[string]bool{}
	for n := range once {
		if once[n].ID != twice[n].ID {
			t.Errorf("%s is called %s and %s", all[n].name, once[n].ID, twice[n].ID)
		}
		for _, node := range slices.Concat([]ldNode{once[n]}, once[n].HasPart, once[n].About, once[n].Mentions) {
			if seen[node.ID] {
				t.Errorf("%s: %s names two things", all[n].name, node.ID)
			}
			seen[node.ID] = true
		}
	}
}
