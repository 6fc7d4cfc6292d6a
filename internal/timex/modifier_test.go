package timex

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// What stands beside a value: which part of it is meant, how exact it is, which
// times of a set, and how often.
func TestModifiers(t *testing.T) {
	for _, c := range []struct {
		text                         string
		modifier                     Modifier
		value, quantifier, frequency string
	}{
		{"The mill thrived in the late 1980s.", ModifierEnd, "198", "", ""},
		{"It rained in early March 2016.", ModifierStart, "2016-03", "", ""},
		{"It rained in mid-October 2016.", ModifierMid, "2016-10", "", ""},
		{"It was mended by the end of 2016.", ModifierEnd, "2016", "", ""},
		{"It was begun at the beginning of 2016.", ModifierStart, "2016", "", ""},
		{"He must pay by year's end.", ModifierEnd, "2017", "", ""},
		{"The report is due by the end of the week.", ModifierEnd, "2017-W46", "", ""},
		{"He left about two years ago.", ModifierApprox, "2015", "", ""},
		{"The bells rang around 3 p.m. on 2 May 2016.", ModifierApprox, "2016-05-02T15:00", "", ""},
		{"They quarrelled about 2016.", "", "2016", "", ""},
		{"He was held for more than two years.", ModifierMoreThan, "P2Y", "", ""},
		{"He was held for nearly two years.", ModifierLessThan, "P2Y", "", ""},
		{"He was held for at least 90 minutes.", ModifierEqualOrMore, "PT90M", "", ""},
		{"He was held for no more than ten days.", ModifierEqualOrLess, "P10D", "", ""},
		{"He was held for over a decade.", ModifierMoreThan, "P10Y", "", ""},
		{"He was held for a week or so.", ModifierApprox, "P1W", "", ""},
		{"He left more than a decade ago.", ModifierBefore, "2007", "", ""},
		{"He left less than two months ago.", ModifierAfter, "2017-09", "", ""},
		{"He was held for two years.", "", "P2Y", "", ""},
		{"The choir sings every Tuesday.", "", "XXXX-WXX-2", "EVERY", ""},
		{"The choir sings every other Tuesday.", "", "XXXX-WXX-2", "EVERY OTHER", ""},
		{"The choir sings each month.", "", "P1M", "EACH", ""},
		{"The choir sings twice a week.", "", "P1W", "", "2X"},
		{"The choir sings three times a day.", "", "P1D", "", "3X"},
		{"The choir sings once every two weeks.", "", "P2W", "EVERY", "1X"},
		{"The choir sings five days a week.", "", "P1W", "", "5D"},
		{"The choir sings daily.", "", "P1D", "EVERY", ""},
	} {
		flat, _ := token.Flatten(c.text)
		for _, text := range []string{c.text, flat} {
			got := one(t, text, tuesday)
			if got.Value != c.value || got.Modifier() != c.modifier || got.Quantifier().String() != c.quantifier || got.Frequency().String() != c.frequency {
				t.Errorf("%q: %s mod %q quant %q freq %q, want %s mod %q quant %q freq %q", text, got.Value, got.Modifier(), got.Quantifier(), got.Frequency(),
					c.value, c.modifier, c.quantifier, c.frequency)
			}
		}
	}
}
