package export_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
)

// conllColumns are those that the first line names, in order.
const conllColumns = "ID FORM VERBATIM:START VERBATIM:END VERBATIM:QUOTE VERBATIM:MESSAGE VERBATIM:STANCE VERBATIM:SPEAKER VERBATIM:TIME VERBATIM:ADDRESS"

// A conllReader reads a CoNLL-U Plus file of one article.
type conllReader struct {
	t     *testing.T
	facts []fact
	open  map[string]*verbatim.Span // by message and role
	spans map[string][]*verbatim.Span
}

func readCoNLL(t *testing.T, data []byte) []fact {
	t.Helper()
	r := conllReader{t: t, open: map[string]*verbatim.Span{}, spans: map[string][]*verbatim.Span{}}
	lines := strings.Split(string(data), "\n")
	if lines[0] != "# global.columns = "+conllColumns {
		t.Fatalf("the first line is %q", lines[0])
	}
	number := 0
	for _, line := range lines[1:] {
		switch {
		case line == "":
			number = 0
		case strings.HasPrefix(line, "# verbatim_message_"):
			_, comment, _ := strings.Cut(line, " = ")
			r.message(comment)
		case strings.HasPrefix(line, "#"):
		default:
			cells := strings.Split(line, "\t")
			number++
			if len(cells) != len(strings.Fields(conllColumns)) || cells[0] != strconv.Itoa(number) || cells[1] == "" {
				t.Fatalf("no line of tokens: %q", line)
			}
			r.token(cells)
		}
	}
	for n := range r.facts {
		of := func(role string) string {
			var spans []verbatim.Span
			for _, s := range r.spans[role+strconv.Itoa(n)] {
				spans = append(spans, *s)
			}
			return rangesOf(spans...)
		}
		r.facts[n].Content, r.facts[n].Verbatim, r.facts[n].Cue, r.facts[n].Source = of("content"), of("verbatim"), of("cue"), of("source")
	}
	return r.facts
}

func (r *conllReader) message(comment string) {
	var said struct {
		Stance, Channel, Sent string
		Speaker, Recipient    struct{ Name string }
		Confidence            float64
	}
	if err := json.Unmarshal([]byte(comment), &said); err != nil {
		r.t.Errorf("the comment %q: %v", comment, err)
	}
	r.facts = append(r.facts, fact{
		Stance: said.Stance, Channel: said.Channel, Sent: said.Sent, Speaker: said.Speaker.Name, Recipient: said.Recipient.Name,
		Confidence: said.Confidence,
	})
}

// token reads the labels of a token.
func (r *conllReader) token(cells []string) {
	start, _ := strconv.Atoi(cells[2])
	end, _ := strconv.Atoi(cells[3])
	if cells[4] == "O" {
		if cells[5] != "_" || cells[6] != "_" {
			r.t.Errorf("a message without a label: %q", cells)
		}
		return
	}
	labels, messages, stances := strings.Split(cells[4], "|"), strings.Split(cells[5], "|"), strings.Split(cells[6], "|")
	if len(labels) != len(messages) || len(labels) != len(stances) {
		r.t.Fatalf("%d labels, %d messages, %d stances: %q", len(labels), len(messages), len(stances), cells)
	}
	for n, l := range labels {
		position, role, _ := strings.Cut(l, "-")
		key := role + messages[n]
		switch {
		case position == "B":
			s := &verbatim.Span{Start: start, End: end}
			r.open[key], r.spans[key] = s, append(r.spans[key], s)
		case position == "I" && r.open[key] != nil:
			r.open[key].End = end
		default:
			r.t.Errorf("%q goes on with what has not begun", cells)
		}
		if index, _ := strconv.Atoi(messages[n]); r.facts[index].Stance != stances[n] {
			r.t.Errorf("message %d is %s and %s", index, r.facts[index].Stance, stances[n])
		}
	}
}

func TestCoNLL(t *testing.T) {
	for _, c := range cases(t) {
		if strings.HasPrefix(c.name, "hostile strings") {
			continue
		}
		if diff := cmp.Diff(factsOf(c, export.Bytes), readCoNLL(t, written(t, export.CoNLL, export.Options{}, c)), cmpVisible); diff != "" {
			t.Errorf("%s does not come back (-document +read):\n%s", c.name, diff)
		}
	}
}

// TestCoNLLTokens has the tokens be all of the text but its white space.
func TestCoNLLTokens(t *testing.T) {
	for _, c := range cases(t) {
		reached := 0
		for line := range strings.Lines(string(written(t, export.CoNLL, export.Options{}, c))) {
			cells := strings.Split(line, "\t")
			if len(cells) < 4 {
				continue
			}
			start, _ := strconv.Atoi(cells[2])
			end, _ := strconv.Atoi(cells[3])
			if start < reached || end <= start || strings.TrimSpace(c.text[reached:start]) != "" {
				t.Fatalf("%s: between the tokens stands %q", c.name, c.text[reached:start])
			}
			reached = end
		}
		if rest := strings.TrimSpace(c.text[reached:]); rest != "" {
			t.Errorf("%s: no token has %q", c.name, rest)
		}
	}
}
