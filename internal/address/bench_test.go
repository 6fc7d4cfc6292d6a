package address

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

// newsParagraph is of the kind the benchmarks measure on: prose with few
// addresses. See bench/ for the same measure on real articles.
const newsParagraph = `Officials in Port Alder said on Tuesday that the ferry would sail again by June 2019. "We have heard the complaints," Mayor Ines Kolbe told the Alder Courier, "and we are acting on them." The council's plan, published at https://www.portalder.example.org/2019/03/12/ferry-plan.html, sets aside $4.5 million. Ms. Kolbe added that the U.S. operator, Norvik Lines Inc., had been slow to answer; its site, norviklines.com, did not list the sailings. A spokesman for the line, reached at press@norviklines.com, said repairs took longer than planned.

It was the third time this year that the 1,200-seat vessel had been taken out of service. Passengers had to travel by road, a detour of some 80 miles. "It is what it is," said one of them, who gave her name as Tova. The union that represents the crew has called for an inquiry, and the region's two members of parliament have backed it. A hearing is expected in the autumn.

`

func BenchmarkFind(b *testing.B) {
	published := strings.Repeat(newsParagraph, 1_000_000/len(newsParagraph))
	flat, _ := token.Flatten(published)
	for _, form := range []struct{ name, text string }{{"published", published}, {"flattened", flat}} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(int64(len(form.text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(form.text)
			}
		})
	}
}
