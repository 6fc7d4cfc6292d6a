package verbatim_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// A want is what somebody who has read an article says that one field of one of
// its messages should be.
type want struct {
	line                int
	words, field, value string
}

// noMessage is the field of a want that has nobody say its words.
const noMessage = "no message"

// wantFields give the fields of a message as a want writes them: absent ones are
// empty, and the parts of a content are joined as Excerpt does.
var wantFields = map[string]func(text string, m *verbatim.Message) string{
	"form":    func(_ string, m *verbatim.Message) string { return string(m.Form) },
	"mode":    func(_ string, m *verbatim.Message) string { return string(m.Mode) },
	"stance":  func(_ string, m *verbatim.Message) string { return m.Stance.String() },
	"channel": func(_ string, m *verbatim.Message) string { return string(m.Channel) },
	"content": func(text string, m *verbatim.Message) string { return oneLine(verbatim.Excerpt(text, m.Content...)) },
	"cue":     func(text string, m *verbatim.Message) string { return oneLine(verbatim.Excerpt(text, m.Cue...)) },
	"source": func(text string, m *verbatim.Message) string {
		if m.Source == nil {
			return ""
		}
		return oneLine(m.Source.In(text))
	},
	"speaker":   func(_ string, m *verbatim.Message) string { return partyName(m.Speaker) },
	"recipient": func(_ string, m *verbatim.Message) string { return partyName(m.Recipient) },
	"sent": func(_ string, m *verbatim.Message) string {
		if m.Sent == nil {
			return ""
		}
		return m.Sent.Value
	},
}

// oneLine writes words as they stand in a want, where a line ends the value.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

// TestWants counts how many wants of each case hold. The count in the file is
// how many held before: fewer is a loss, and more a gain to be noted there.
func TestWants(t *testing.T) {
	for _, c := range readCases(t) {
		content, err := os.ReadFile(c.path(".want"))
		if os.IsNotExist(err) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			if err != nil {
				t.Fatal(err)
			}
			file, err := readWants(string(content))
			if err != nil {
				t.Fatalf("%s: %v", c.path(".want"), err)
			}
			checkWants(t, c, file)
		})
	}
}

// checkWants compares the count of a file with how many of its wants hold.
func checkWants(t *testing.T, c parseCase, file wantFile) {
	var missed []string
	for _, w := range file.wants {
		got, err := w.read(c.document(), c.text)
		if err != nil {
			t.Errorf("%s:%d: %v", c.path(".want"), w.line, err)
		} else if got != w.value {
			missed = append(missed, fmt.Sprintf("line %d: %q: %s %q, not %q", w.line, w.words, w.field, got, w.value))
		}
	}
	right, listed := len(file.wants)-len(missed), len(file.wants)
	switch {
	case right < file.right:
		t.Errorf("%d of %d wants hold, and %d did; those that do not:\n%s", right, listed, file.right, strings.Join(missed, "\n"))
	case (right > file.right || listed != file.listed) && updating():
		if err := os.WriteFile(c.path(".want"), []byte(fmt.Sprintf(wantHeader, right, listed)+file.rest), 0o666); err != nil {
			t.Error(err)
		}
	case right > file.right || listed != file.listed:
		t.Errorf("%d of %d wants hold, and the file says %d of %d\n%s", right, listed, file.right, file.listed, howToUpdate)
	}
}

// read returns what the document has for the want, of the message whose content
// holds most of the words.
func (w want) read(doc *verbatim.Document, text string) (string, error) {
	if strings.Count(text, w.words) != 1 {
		return "", fmt.Errorf("the article has the words %q %d times, not once", w.words, strings.Count(text, w.words))
	}
	at := strings.Index(text, w.words)
	m := messageAt(doc, verbatim.Span{Start: at, End: at + len(w.words)})
	switch {
	case w.field == noMessage && m == nil:
		return "", nil
	case w.field == noMessage:
		return oneLine(verbatim.Excerpt(text, m.Content...)), nil
	case m == nil:
		return noMessage, nil
	}
	return wantFields[w.field](text, m), nil
}

// messageAt returns the message whose content holds most of a span, if any does.
func messageAt(doc *verbatim.Document, words verbatim.Span) (message *verbatim.Message) {
	most := 0
	for i := range doc.Messages {
		for _, span := range doc.Messages[i].Content {
			if shared := min(span.End, words.End) - max(span.Start, words.Start); shared > most {
				message, most = &doc.Messages[i], shared
			}
		}
	}
	return message
}

// A wantFile is what a file of wants says.
type wantFile struct {
	right, listed int // by its first line
	wants         []want
	rest          string // what follows the first line
}

// wantHeader is the first line of a file of wants.
const wantHeader = "right: %d of %d\n"

// readWants reads the format that testdata/parse/README.md describes.
func readWants(content string) (file wantFile, err error) {
	header, rest, _ := strings.Cut(content, "\n")
	if _, err := fmt.Sscanf(header+"\n", wantHeader, &file.right, &file.listed); err != nil {
		return file, fmt.Errorf("the first line is %q, not \"right: 3 of 4\"", header)
	}
	file.rest = rest
	words := ""
	for i, line := range strings.Split(rest, "\n") {
		number := i + 2
		value := strings.TrimSpace(line)
		switch {
		case value == "" || value[0] == '#':
		case line[0] != ' ':
			words = value
		case words == "":
			return file, fmt.Errorf("line %d: %q belongs to no words", number, value)
		default:
			wants, err := readWant(value)
			if err != nil {
				return file, fmt.Errorf("line %d: %w", number, err)
			}
			for _, w := range wants {
				w.line, w.words = number, words
				file.wants = append(file.wants, w)
			}
		}
	}
	return file, nil
}

// readWant reads an indented line: "no message", "field: value", or
// "none: field field" for those that should be absent.
func readWant(line string) (wants []want, err error) {
	if line == noMessage {
		return []want{{field: noMessage}}, nil
	}
	field, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	if field != "none" {
		wants = []want{{field: field, value: value}}
	} else {
		for absent := range strings.FieldsSeq(value) {
			wants = append(wants, want{field: absent})
		}
	}
	for _, w := range wants {
		if wantFields[w.field] == nil {
			return nil, fmt.Errorf("unknown field %q", w.field)
		}
	}
	if len(wants) == 0 || field != "none" && value == "" {
		return nil, fmt.Errorf("%q wants nothing", line)
	}
	return wants, nil
}

func TestReadWants(t *testing.T) {
	const content = "right: 2 of 4\n\n# A note.\nwe go home\n  content: we go home\n  none: recipient sent\n\nhe said\n  no message\n"
	got, err := readWants(content)
	want := []want{
		{5, "we go home", "content", "we go home"}, {6, "we go home", "recipient", ""}, {6, "we go home", "sent", ""}, {9, "he said", noMessage, ""},
	}
	if err != nil || got.right != 2 || got.listed != 4 || !slices.Equal(got.wants, want) {
		t.Errorf("readWants = %+v, %v", got, err)
	}
	for _, bad := range []string{
		"", "right: all\n", "right: 1 of 1\n  content: no words\n", "right: 1 of 1\nwe go\n  mood: good\n", "right: 1 of 1\nwe go\n  none:\n",
		"right: 1 of 1\nwe go\n  sent:\n", "right: 1 of 1\nwe go\n  content we go\n",
	} {
		if got, err := readWants(bad); err == nil {
			t.Errorf("readWants(%q) = %+v; want an error", bad, got)
		}
	}
}
