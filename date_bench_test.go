package verbatim

import (
	"strings"
	"testing"
	"time"
)

// plainProse is news prose of our own that holds no time expression.
var plainProse = []string{
	"The harbour commission of Port Ellery voted against the sale of the old fish market, a decision that its chairwoman called a relief for the families who still mend nets there.",
	"Mr Pell, who runs the larger of the two ferry lines, said that he had been told nothing and that his lawyers would read the minutes before anyone else did.",
	"\"We have lived with this smell and with these gulls,\" said Ona Varga, who sells tea at the gate, \"and nobody asked us whether we wanted a hotel instead.\"",
	"The mayor may appeal, but the second reading of the bill has shown how little support there is for him on the benches behind him.",
	"Officials in Tolland did not answer questions about the contract, which was never put out to tender and which a court in Lorne has called remarkable.",
	"According to a report by the port's own auditors, the dredging cost 1,200,000 crowns more than planned, and 14 of the 21 invoices carried no signature.",
	"Residents of the lower town fear that the rising rents will drive them out; the council says that it has set aside 350 flats for them.",
	"The opposition, led by the former judge Mara Lindqvist, has asked for all letters between the commission and the builder to be made public.",
	"She told the Ellery Courier that the papers would show a pattern, and that the pattern would not please the men who sit on the third floor.",
	"Fishermen sat in the sun outside the hall, mended what there was to mend and shrugged when they were asked how they would vote.",
	"A spokesman for the builder denied that any money had changed hands and said the firm had nothing but respect for the people of the bay.",
	"The bridge across the narrows, which carries most of the traffic to the islands, is closed to lorries because of cracks in two of its piers.",
}

// newsText builds at least size bytes of news out of plainProse and the tables
// of expressions: about one sentence of six names a time, as news does.
func newsText(t testing.TB, size int) string {
	var timed []string
	for _, file := range []string{"calendar.txt", "relative.txt", "amounts.txt", "clocks.txt"} {
		for _, c := range readTimeCases(t, file) {
			timed = append(timed, c.text)
		}
	}
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(plainProse[n%len(plainProse)])
		b.WriteByte(' ')
		if n%6 == 5 {
			b.WriteString(timed[(n/6)%len(timed)])
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkFindTimestamps(b *testing.B) {
	published := time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)
	news := newsText(b, 1<<20)
	flat, _ := Flatten(news)
	for _, form := range []struct{ name, text string }{{"published", news}, {"flat", flat}} {
		b.Run(form.name, func(b *testing.B) {
			b.SetBytes(int64(len(form.text)))
			b.ReportAllocs()
			found := 0
			for b.Loop() {
				found = len(FindTimestamps(form.text, published))
			}
			b.ReportMetric(float64(found), "timestamps")
		})
	}
}

// BenchmarkTokenize is the floor under BenchmarkFindTimestamps.
func BenchmarkTokenize(b *testing.B) {
	flat, _ := Flatten(newsText(b, 1<<20))
	b.SetBytes(int64(len(flat)))
	b.ReportAllocs()
	for b.Loop() {
		tokenize(flat)
	}
}

// BenchmarkTimeWords is the work of the first call: building the vocabulary.
func BenchmarkTimeWords(b *testing.B) {
	for b.Loop() {
		buildTimeWords()
	}
}
