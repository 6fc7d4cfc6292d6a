package verbatim_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

func TestTimestampJSON(t *testing.T) {
	parser := verbatim.Parser{Published: time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)}
	text := "the day after 12 october 2016 he wrote again two days later and on christmas day 2016 for three days"
	found := parser.FindTimestamps(text)
	data, err := json.Marshal(found)
	if err != nil {
		t.Fatal(err)
	}
	var back []verbatim.Timestamp
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(found, back); diff != "" {
		t.Errorf("after JSON (-want +got)\n%s", diff)
	}
	if s := string(data); !strings.Contains(s, `"anchor":{"source":"timestamp","timestamp":0}`) || strings.Contains(s, `"0001-01-01`) {
		t.Errorf("JSON = %s", s)
	}
	data, err = json.Marshal(parser.FindTimestamps("it sank yesterday"))
	if err != nil || !strings.Contains(string(data), `"anchor":{"source":"published"}`) {
		t.Errorf("JSON = %s, %v", data, err)
	}
}
