package verbatim_test

import (
	"fmt"
	"time"

	"github.com/verbatim-news/verbatim"
)

func ExampleParser_FindTimestamps() {
	text := "on 20 september 2016 the harbour master wrote to ms orr she replied the following morning and on monday evening the council met"
	parser := verbatim.Parser{Published: time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)}
	for _, t := range parser.FindTimestamps(text) {
		fmt.Printf("%s = %s %s\n", t.In(text), t.Type, t.Value)
	}
	// Output:
	// 20 september 2016 = DATE 2016-09-20
	// the following morning = TIME 2016-09-21TMO
	// monday evening = TIME 2017-11-13TEV
}
