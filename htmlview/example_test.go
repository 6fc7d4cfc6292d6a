package htmlview_test

import (
	"fmt"
	"strings"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/htmlview"
)

func ExampleWrite() {
	const text = "“We cannot keep this quiet,” Tomas Reyes wrote. Greta Holm denied that she had seen his letter."
	var page strings.Builder
	if err := htmlview.Write(&page, text, verbatim.Parse(text), htmlview.Options{Title: "The letter"}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, `<p class="totals">`) {
			fmt.Print(line)
		}
	}
	// Output:
	// <p class="totals"><b>2</b> messages, <b>1</b> denied</p>
}
