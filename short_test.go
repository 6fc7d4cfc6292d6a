package verbatim_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim"
)

// toldShort returns the messages of a text published on 15 May 2024 as lines: who says what
// to whom, then how, when and with which stance, where the text tells.
func toldShort(text string) []string {
	parser := verbatim.Parser{Published: time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)}
	var lines []string
	for _, m := range parser.Parse(text).Messages {
		line := nameOrDash(m.Speaker) + " > " + nameOrDash(m.Recipient) + ": " + m.Text
		if m.Channel != "" {
			line += " | " + string(m.Channel)
		}
		if m.Sent != nil {
			line += " | " + m.Sent.Value
		}
		if m.Stance != "" {
			line += " [" + string(m.Stance) + "]"
		}
		lines = append(lines, line)
	}
	return lines
}

// TestShortTexts reads texts of a sentence or two, in which nothing around helps.
func TestShortTexts(t *testing.T) {
	tests := []shortTest{
		{"what the subject of the sentence had written", "The town's auditor, Ana Lopez, had written in April that the fund was empty.",
			[]string{"Ana Lopez > -: that the fund was empty | document | 2024-04"}},
		{"what is testified", "Bookkeeper Tom Okafor testified before the grand jury that he had locked the shed.",
			[]string{"Tom Okafor > grand jury: that he had locked the shed | testimony"}},
		{"what one is due to tell", "Dr Carlos Lopez is due to tell the inquest today that the alarm was off.",
			[]string{"Carlos Lopez > inquest: that the alarm was off | testimony | 2024-05-15 [conditional]"}},
		{"what one will tell", "Sir Tom Okafor will tell farmers in Selby on Thursday that the tax is wrong.",
			[]string{"Tom Okafor > farmers: that the tax is wrong [conditional]"}},
		{"a surname like an adverb", "The pool will reopen on Friday, head teacher Ana Tully told parents in an email.",
			[]string{"Ana Tully > parents: The pool will reopen on Friday | email"}},
		{"a judge, on a day", "Justice Ana Lopez of the Selby High Court on Tuesday asked the council to reply.",
			[]string{"Ana Lopez > council: the council to reply | 2024-05-14 [requested]"}},
		{"more of the subject between commas", "Neighbour Ana Lopez, 72, who has lived there for years, recalled hearing a bang.",
			[]string{"Ana Lopez > -: hearing a bang"}},
		{"one in the dock, with the address", "Okafor, 44, of Mill Lane, Selby, denies two counts of theft.",
			[]string{"Okafor > -: two counts of theft [denied]"}},
		{"hearsay is nobody's", "A baker is alleged to have hidden the letters.",
			[]string{"- > -: A baker to have hidden the letters"}},
		{"hearsay of what one told", "Okafor is said to have told friends that he would never sing again.",
			[]string{"Okafor > friends: that he would never sing again"}},
		{"claims dismissed", "Claims that the mill was unsafe have been dismissed by Selby Steel.",
			[]string{"Selby Steel > -: that the mill was unsafe [denied]"}},
		{"reports denied in marks", "Reports that the mill was for sale were “flatly denied” by Ana Lopez on Monday.",
			[]string{"Ana Lopez > -: that the mill was for sale | 2024-05-13 [denied]"}},
		{"worries voiced", "Concerns that the dam could fail were raised by engineers.",
			[]string{"engineers > -: that the dam could fail"}},
		{"denials behind a noun", "Queues grew despite denials from the ministry that fuel was running short.",
			[]string{"ministry > -: that fuel was running short [denied]"}},
		{"a pledge, before its verb", "A pledge by Transport Minister Ana Lopez to double the number of night trains has still not been kept.",
			[]string{"Ana Lopez > -: to double the number of night trains [promised]"}},
		{"as somebody put it", "As the cook Ana Lopez once put it, “salt is never the problem”.",
			[]string{"Ana Lopez > -: salt is never the problem"}},
		{"in the words of its maker", "The hall is, in the words of its architect, Ana Lopez, “a room for the town”.",
			[]string{"Ana Lopez > -: a room for the town"}},
		{"begged", "“Please bring her home,” begged the girl's mother, Ana Lopez, on Monday.",
			[]string{"Ana Lopez > -: Please bring her home | 2024-05-13 [requested]"}},
		{"promised to those named", "“We will rebuild every house,” Governor Ana Lopez promised survivors.",
			[]string{"Ana Lopez > -: We will rebuild every house [promised]"}},
		{"those who were ordered", "Villagers near Mount Orle have been ordered by fire chiefs to leave their homes.",
			[]string{"fire chiefs > Villagers near Mount Orle: to leave their homes [requested]"}},
		{"told in a message from", "Supporters were instructed in a text message from the party to bring a form.",
			[]string{"party > Supporters: to bring a form | message [requested]"}},
		{"notified by email", "About 300 pupils were notified by email last night that their results were wrong.",
			[]string{"- > 300 pupils: that their results were wrong | email | 2024-05-14TNI"}},
		{"the jury was told", "The jury was told that Tom Okafor had bought the knife in March.",
			[]string{"- > jury: that Tom Okafor had bought the knife in March | testimony"}},
		{"told the magistrates", "Tom Okafor told magistrates he had drunk two pints.",
			[]string{"Tom Okafor > magistrates: he had drunk two pints | testimony"}},
		{"on the stand, behind", "Okafor denied that he had ever owned a gun, testifying on Thursday.",
			[]string{"Okafor > -: that he had ever owned a gun | testimony | 2024-05-09 [denied]"}},
		{"on the stand, before", "Testifying before the committee in March, Ana Lopez said the drug was untested.",
			[]string{"Ana Lopez > committee: the drug was untested | testimony | 2024-03"}},
		{"a message to his sister", "Tom Okafor sent his sister a text message saying he was lost.",
			[]string{"Tom Okafor > Tom Okafor's sister: he was lost | message"}},
		{"a letter that the paper has seen", "In a letter seen by the Gazette, Ana Lopez said the force was broke.",
			[]string{"Ana Lopez > -: the force was broke | letter"}},
		{"wrote to ask", "Tom Okafor wrote to Selby Council in March asking for the posts to be moved.",
			[]string{"Tom Okafor > Selby Council: the posts to be moved | letter [requested]"}},
		{"called to say", "Skipper Tom Okafor radioed the coastguard to say the engine was on fire.",
			[]string{"Tom Okafor > coastguard: the engine was on fire | call"}},
		{"briefed", "Inspector Ana Lopez briefed the media on Friday, saying two men were held.",
			[]string{"Ana Lopez > media: two men were held | 2024-05-10"}},
		{"apologised", "Coach Tom Okafor apologised to the travelling fans, saying the display was poor.",
			[]string{"Tom Okafor > travelling fans: the display was poor"}},
		{"ordered to pay", "Judge Ana Lopez ordered Okafor to pay his tenants within 30 days.",
			[]string{"Ana Lopez > Okafor: Okafor to pay his tenants within 30 days [requested]"}},
		{"a counterpart from elsewhere", "President Ana Lopez told her Peruvian counterpart by telephone that the border would open.",
			[]string{"Ana Lopez > Ana Lopez's Peruvian counterpart: that the border would open | call"}},
		{"who replies to a question", "Replying to a question from Tom Okafor TD, the Minister for Health said beds were closed.",
			[]string{"Minister for Health > Tom Okafor: beds were closed"}},
		{"of a party and a place", "Senator Ana Lopez opposed it. The Ohio Republican said it would ruin small towns.",
			[]string{"Ana Lopez > -: it", "Ana Lopez > -: it would ruin small towns"}},
		{"a report and its author", "Oxfam published a report on farms on Monday. The report said prices had doubled.",
			[]string{"Oxfam > -: prices had doubled | document | 2024-05-13"}},
		{"another's report", "The Selby Gazette saw a report. The report said prices had doubled.",
			[]string{"report > -: prices had doubled | document"}},
		{"a company is no person", "In April chief executive Ana Lopez said no jobs would go. On Tuesday the company announced cuts.",
			[]string{"Ana Lopez > -: no jobs would go | 2024-04", "company > -: cuts | 2024-05-14"}},
		{"an office with a hyphen", "Widow and mother-of-three Kelly-Ann Lopez claimed the insurer had left her nothing.",
			[]string{"Kelly-Ann Lopez > -: the insurer had left her nothing"}},
		{"a point won", "Selby claimed all three points with a late goal.",
			nil},
		{"a goal kept out", "Goalkeeper Tom Okafor denied the visitors a late equaliser.",
			nil},
		{"what promises to be", "The match promises to be the tightest in years.",
			nil},
		{"what is said to be worth", "A dresser said to be worth £8,000 was among the items taken.",
			nil},
		{"expected to speak", "Governor Ana Lopez is expected to speak at the opening on Friday.",
			nil},
		{"given word", "The bank has given its word that no branch will shut.",
			[]string{"bank > -: that no branch will shut [promised]"}},
		{"due to argue", "Lawyers are due to argue on Monday that Okafor was asleep.",
			[]string{"Lawyers > -: that Okafor was asleep | 2024-05-13 [conditional]"}},
		{"no comment on whether", "The studio had no comment on whether a sequel was planned.",
			[]string{"studio > -: whether a sequel was planned [withheld]"}},
		{"a clock of the event", "Crews were called to the mill shortly before 6am on Monday, a spokeswoman said.",
			[]string{"spokeswoman > -: Crews were called to the mill shortly before 6am on Monday"}},
		{"a letter, and later", "In a letter to staff on April 22, Tom Okafor said no jobs were at risk. On Tuesday he said two mills would close.",
			[]string{"Tom Okafor > staff: no jobs were at risk | letter | 2024-04-22", "Tom Okafor > -: two mills would close | 2024-05-14"}},
		{"flattened, who said so behind", "the pool will open in june chief executive ana lopez said",
			[]string{"Ana Lopez > -: The pool will open in June"}},
		{"flattened, behind with a letter", "the school will remain closed until friday headteacher ana lopez wrote in a letter to parents",
			[]string{"Ana Lopez > parents: The school will remain closed until Friday | letter"}},
		{"flattened, for whom one speaks", "the blaze started in the kitchen a spokesman for selby fire and rescue said",
			[]string{"spokesman for Selby Fire and Rescue > -: The blaze started in the kitchen"}},
	}
	for _, test := range tests {
		t.Run(test.name, test.run)
	}
}

// A shortTest is a text of a sentence or two and what a reader finds in it.
type shortTest struct {
	name, text string
	want       []string // as toldShort tells it
}

func (test shortTest) run(t *testing.T) {
	if diff := cmp.Diff(test.want, toldShort(test.text)); diff != "" {
		t.Errorf("Parse(%q) (-want +got):\n%s", test.text, diff)
	}
}
