package export_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/export"
)

// A timex is a TIMEX3 element of the text.
type timex struct {
	Attributes map[string]string
	Words      string
}

// readTimeML reads a TimeML file with a strict reader: the text, and its times.
func readTimeML(t *testing.T, data []byte) (text string, dct *timex, times []timex) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(string(data)))
	var path []string
	var open *timex
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return text, dct, times
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Local)
			if token.Name.Local == "TIMEX3" {
				open = &timex{Attributes: map[string]string{}}
				for _, a := range token.Attr {
					open.Attributes[a.Name.Local] = a.Value
				}
			}
		case xml.CharData:
			if open != nil {
				open.Words += string(token)
			}
			if len(path) > 1 && path[1] == "TEXT" {
				text += string(token)
			}
		case xml.EndElement:
			path = path[:len(path)-1]
			if token.Name.Local == "TIMEX3" {
				if path[1] == "DCT" {
					dct = open
				} else {
					times = append(times, *open)
				}
				open = nil
			}
		}
	}
}

// timexAttributes are those of TIMEX3 in TimeML 1.2.1.
var timexAttributes = map[string]bool{
	"tid": true, "type": true, "functionInDocument": true, "beginPoint": true, "endPoint": true, "quant": true, "freq": true,
	"temporalFunction": true, "value": true, "valueFromFunction": true, "mod": true, "anchorTimeID": true, "comment": true,
}

func TestTimeML(t *testing.T) {
	for _, c := range cases(t) {
		text, dct, times := readTimeML(t, written(t, export.TimeML, export.Options{}, c))
		if want := ofXML(c.text); text != want {
			t.Errorf("%s has another text:\n%s", c.name, cmp.Diff(want, text))
		}
		if (dct != nil) != (c.doc.Published != nil) {
			t.Errorf("%s: the time of publication is %v", c.name, dct)
		}
		if len(times) != len(c.doc.Timestamps) {
			t.Fatalf("%s: %d times of %d", c.name, len(times), len(c.doc.Timestamps))
		}
		ids := map[string]bool{"t0": dct != nil}
		for n := range times {
			ids[fmt.Sprintf("t%d", n+1)] = true
		}
		for n, got := range times {
			want := &c.doc.Timestamps[n]
			if got.Attributes["tid"] != fmt.Sprintf("t%d", n+1) || got.Words != ofXML(want.In(c.text)) || seen(got.Attributes["type"]) != seen(string(want.Type)) {
				t.Errorf("%s: time %d is %v; want %v", c.name, n, got, want)
			}
			if want.Value != "" && seen(got.Attributes["value"]) != seen(want.Value) || got.Attributes["value"] == "" {
				t.Errorf("%s: time %d has the value %q; want %q", c.name, n, got.Attributes["value"], want.Value)
			}
			if anchor := got.Attributes["anchorTimeID"]; anchor != "" && !ids[anchor] {
				t.Errorf("%s: time %d is reckoned from %s, which is not there", c.name, n, anchor)
			}
			for name := range got.Attributes {
				if !timexAttributes[name] {
					t.Errorf("%s: TIMEX3 has no attribute %s", c.name, name)
				}
			}
		}
	}
}

// ofXML is what XML can hold of a text.
func ofXML(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && r != '\r' && isHostile(r) {
			return utf8.RuneError
		}
		return r
	}, text)
}
