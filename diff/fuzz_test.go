package diff_test

import (
	"encoding/json"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/diff"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// FuzzDocuments compares any two records, valid or not: a record does not differ
// from itself, and what differs one way differs the other.
func FuzzDocuments(f *testing.F) {
	articles := verbatimtest.Articles()
	for n, a := range articles {
		one, err := json.Marshal(a.Document)
		if err != nil {
			f.Fatal(err)
		}
		other, err := json.Marshal(articles[(n+1)%len(articles)].Document)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(one), string(other))
	}
	f.Add(`{"messages":[{"speaker":{"id":-1},"urls":[9],"repeats":3,"content":[{"start":5,"end":-2}]}]}`, `{"speakers":[{"id":7}],"timestamps":[{"anchor":{}}]}`)
	f.Fuzz(func(t *testing.T, one, other string) {
		var a, again, b verbatim.Document
		if json.Unmarshal([]byte(one), &a) != nil || json.Unmarshal([]byte(one), &again) != nil || json.Unmarshal([]byte(other), &b) != nil {
			return
		}
		if changes := diff.Documents(&a, &again); changes != nil {
			t.Errorf("a record differs from itself:\n%s", diff.Format(changes))
		}
		there, back := diff.Documents(&a, &b), diff.Documents(&b, &a)
		if (len(there) == 0) != (len(back) == 0) {
			t.Errorf("%d changes one way, and %d the other", len(there), len(back))
		}
		if (diff.Format(there) == "") != (len(there) == 0) {
			t.Errorf("%d changes read %q", len(there), diff.Format(there))
		}
	})
}
