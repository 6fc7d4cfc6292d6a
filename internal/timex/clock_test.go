package timex

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A second clock in brackets tells the same moment; the words behind it go on
// with the expression before it, whatever else was tried at the same place.
func TestSecondClock(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"It broke off at 0410 GMT (1210 HKT) on 12 October 2016, they say.", []string{"0410 GMT (1210 HKT) on 12 October 2016"}},
		{"It broke off at 0410 GMT (1210 HKT).", []string{"0410 GMT (1210 HKT"}},
		{"It broke off at 9 a.m. Eastern time (1300 GMT) on 12 October 2016.", []string{"9 a.m. Eastern time (1300 GMT) on 12 October 2016"}},
		{"It broke off at 1300 GMT (9 a.m. Eastern time) on 12 October 2016.", []string{"1300 GMT (9 a.m. Eastern time) on 12 October 2016"}},
		{"It broke off at 0410 GMT (0730 HKT), they say.", []string{"0410 GMT", "0730 HKT"}},
		{"It broke off at 0410 GMT (12 October 2016).", []string{"0410 GMT", "12 October 2016"}},
		{"It broke off at 8 p.m. (1700 GMT) on 12 October 2016, they say.", []string{"8 p.m", "1700 GMT) on 12 October 2016"}},
	} {
		var got []string
		for _, ts := range read(c.text, tuesday) {
			got = append(got, ts.In(c.text))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
		}
	}
}
