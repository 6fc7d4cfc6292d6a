package export_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/export"
	"github.com/verbatim-news/verbatim/internal/lineartest"
)

// TestLinear holds what each form costs against the length of the text.
func TestLinear(t *testing.T) {
	const sentence = "“Wir sind ‘hier’ – 🦊 –,” said Ana López at t.co/a1b2c3 on 3 February 2024.\nBen Okafor denied that he left on Monday. "
	parser := verbatim.Parser{Light: true}
	prepare := func(size int) testCase {
		text := strings.Repeat(sentence, size/len(sentence)+1)
		return testCase{"", text, parser.Parse(text)}
	}
	for _, format := range export.Formats() {
		t.Run(string(format), func(t *testing.T) {
			lineartest.Check(t, 32<<10, prepare, func(c testCase) { discarded(t, format, c.text, c.doc) })
		})
	}
}
