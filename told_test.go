package verbatim_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// nameOrDash returns the name of one end of a message, or a dash where nobody is told.
func nameOrDash(p *verbatim.Party) string {
	if p == nil {
		return "-"
	}
	return p.Name
}

// told returns the messages of a text as lines: who says what to whom, and the stance if
// that is no plain assertion.
func told(text string) []string {
	doc := verbatim.Parse(text)
	var lines []string
	for _, m := range doc.Messages {
		line := fmt.Sprintf("%s > %s: %s", nameOrDash(m.Speaker), nameOrDash(m.Recipient), m.Text)
		if m.Stance != "" {
			line += " [" + string(m.Stance) + "]"
		}
		lines = append(lines, line)
	}
	return lines
}

// TestWhoTellsWhom reads who speaks and who is told in constructions in which the two
// are easily mistaken.
func TestWhoTellsWhom(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"asked, and the answer", "Asked by reporters whether the mill would close, Ana Lopez shrugged.",
			[]string{"reporters > Ana Lopez: whether the mill would close [asked]"}},
		{"asked, and the answer by one described", "Asked about the flood, the farmer's uncle, Tom Okafor, said it was over.",
			[]string{"- > Tom Okafor: the flood [asked]", "Tom Okafor > -: it was over"}},
		{"asked, flattened", "asked if he would resign mr okafor said no",
			[]string{"- > Okafor: If he would resign [asked]", "Okafor > -: No"}},
		{"when asked, and the answer", "On Monday, when asked about the leak, Ana Lopez said she had slept.",
			[]string{"- > Ana Lopez: the leak [asked]", "Ana Lopez > -: she had slept"}},
		{"when asked, behind", "Ana Lopez shrugged when asked if the mill would close.",
			[]string{"- > Ana Lopez: if the mill would close [asked]"}},
		{"he who was told tells him who told", "Tom Okafor told Carlos Lopez that the boiler was leaking. Lopez told him to go home.",
			[]string{"Tom Okafor > Carlos Lopez: that the boiler was leaking", "Carlos Lopez > Tom Okafor: him to go home [requested]"}},
		{"a verb that ends the sentence", "“Why not?” Ana Lopez prodded. “Because,” retorted Tom Okafor.",
			[]string{"Ana Lopez > -: Why not? [asked]", "Tom Okafor > Ana Lopez: Because"}},
		{"words that somebody had", "Ana Lopez had a short answer for her critics: “Come and see it for yourselves.”",
			[]string{"Ana Lopez > -: Come and see it for yourselves. [requested]"}},
		{"words that somebody had from others", "Ana Lopez had an answer from the board: “We will see to it soon.”",
			[]string{"- > -: We will see to it soon."}},
		{"what some say", "Some say the bridge is too old. Others want to keep it, said Ana Lopez.",
			[]string{"Some > -: the bridge is too old", "Ana Lopez > -: Others want to keep it"}},
		{"the statement goes on", "The Selby Trust said in a statement that the mill would close. “We are sorry,” the statement said.",
			[]string{"Selby Trust > -: that the mill would close", "Selby Trust > -: We are sorry"}},
		{"encouraged", "Ana Lopez encouraged residents to stay at home.",
			[]string{"Ana Lopez > residents: residents to stay at home [requested]"}},
		{"the one asked answers", "“Was the gate open?” Ana Lopez asked Tom Okafor. “It was,” he said.",
			[]string{"Ana Lopez > Tom Okafor: Was the gate open? [asked]", "Tom Okafor > Ana Lopez: It was"}},
		{"a question put to one described", "“Is the boat for sale?” Ms Lopez asked the harbour agent.",
			[]string{"Lopez > harbour agent: Is the boat for sale? [asked]"}},
		{"told by a judge", "“You have let them down,” the driver was told by Judge Ana Lopez.",
			[]string{"Ana Lopez > driver: You have let them down"}},
		{"told by one described", "Ana Lopez was told by the county surveyor that the wall would fall.",
			[]string{"county surveyor > Ana Lopez: that the wall would fall"}},
		{"texted", "Parents were texted by the school on Tuesday to say that the boiler had failed.",
			[]string{"school > Parents: to say that the boiler had failed"}},
		{"told when and by whom", "Shareholders were assured last year by the chairman that the dam was sound.",
			[]string{"chairman > Shareholders: that the dam was sound"}},
		{"expected to tell", "Tom Okafor is expected to tell the inquest that the gate was shut.",
			[]string{"Tom Okafor > inquest: that the gate was shut [conditional]"}},
		{"a participle has the subject of its sentence", "Ana Lopez wrote to the minister last week warning that the bridge would fall.",
			[]string{"Ana Lopez > minister: that the bridge would fall"}},
		{"two verbs of one subject", "Ana Lopez turned to the mayor and said: “You sold the harbour.”",
			[]string{"Ana Lopez > mayor: You sold the harbour."}},
		{"promised to some", "Ana Lopez promised voters that the toll would fall.",
			[]string{"Ana Lopez > voters: that the toll would fall [promised]"}},
		{"promised something", "Ana Lopez promised a new bridge by May.",
			[]string{"Ana Lopez > -: a new bridge by May [promised]"}},
		{"called on", "Ana Lopez called on the council to close the bridge.",
			[]string{"Ana Lopez > council: the council to close the bridge [requested]"}},
		{"what is urged", "Ana Lopez urged patience.",
			[]string{"Ana Lopez > -: patience [requested]"}},
		{"a name behind a description", "“It is over,” Ana Lopez told the farmer's lawyer, Tom Okafor.",
			[]string{"Ana Lopez > Tom Okafor: It is over"}},
		{"those who hear, and not where", "Ana Lopez told jurors at Selby Crown Court that the gate was shut.",
			[]string{"Ana Lopez > jurors: that the gate was shut"}},
		{"an occasion is nobody", "Ana Lopez told a news conference that the gate was shut.",
			[]string{"Ana Lopez > -: that the gate was shut"}},
		{"a station with a number", "Ana Lopez told Radio 4's Today programme that the gate was shut.",
			[]string{"Ana Lopez > Radio 4's Today programme: that the gate was shut"}},
		{"a number of hearers", "Ana Lopez told 2,000 miners that the gate was shut.",
			[]string{"Ana Lopez > 2,000 miners: that the gate was shut"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, told(test.text)); diff != "" {
				t.Errorf("%s (-want +got)\n%s", test.text, diff)
			}
		})
	}
}

// TestWordsAround reads cues that stand around a quotation, and what only seems to be
// said.
func TestWordsAround(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"how one summed it up", "“It is a circus,” is how Ana Lopez, a juror, summed up the trial.", "Ana Lopez > -: It is a circus"},
		{"the last words", "“Shame on you” were the last words that Mrs Lopez spoke.", "Lopez > -: Shame on you"},
		{"those were the words", "“Not on my watch” – those were the words of Sheriff Ana Lopez.", "Ana Lopez > -: Not on my watch"},
		{"out of one's mouth", "“We were lucky,” were the first words out of Ana Lopez’s mouth.", "Ana Lopez > -: We were lucky"},
		{"according to, however", "According to the ministry, however, the stores are full.", "ministry > -: however, the stores are full"},
		{"dismissed as nonsense", "Orrin Water dismissed as “nonsense” suggestions that it had hidden the spill.", "Orrin Water > -: as “nonsense” suggestions that it had hidden the spill [denied]"},
		{"does not accept", "The treasurer does not accept that he misled the auditors.", "treasurer > -: that he misled the auditors [denied]"},
		{"no comment while", "The firm declined to comment further while the trial was under way.", ""},
		{"known to some as", "Ana Lopez, known to friends as “the Crane”, left the field.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(told(test.text), "\n"); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}
