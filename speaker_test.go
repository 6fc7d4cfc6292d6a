package verbatim_test

import (
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// messageWith returns the message whose content holds the words.
func messageWith(t *testing.T, text, words string) verbatim.Message {
	t.Helper()
	for _, m := range verbatim.Parse(text).Messages {
		for _, span := range m.Content {
			if strings.Contains(span.In(text), words) {
				return m
			}
		}
	}
	t.Fatalf("no message holds %q", words)
	return verbatim.Message{}
}

func partyName(p *verbatim.Party) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func TestSpeaker(t *testing.T) {
	tests := []struct{ name, text, words, want string }{
		{"a surname stands for the full name",
			"Harriet Olowe, who runs the port, met reporters on Monday. “The cranes are safe,” Olowe said.",
			"cranes", "Harriet Olowe"},
		{"a pronoun stands for the one who spoke last",
			"“The cranes are safe,” said Harriet Olowe. “We checked each of them twice,” she added.",
			"checked", "Harriet Olowe"},
		{"a pronoun follows the gender of a given name",
			"Harriet Olowe met Desmond Pryce at the gate on Monday. “The cranes are safe,” she told him.",
			"cranes", "Harriet Olowe"},
		{"a name in apposition",
			"The harbour's director, Harriet Olowe, said the cranes were safe.",
			"cranes were safe", "Harriet Olowe"},
		{"a description before the name",
			"Former chief inspector Desmond Pryce said the cranes were not safe.",
			"not safe", "Desmond Pryce"},
		{"father and son stay apart",
			"Walter Pruitt Sr. opened the mill in 1961. Walter Pruitt Jr. closed it last year. “It broke my heart,” said Pruitt Jr.",
			"broke my heart", "Walter Pruitt Jr"},
		{"two who share a surname stay apart",
			"Anna Bergqvist and her brother Nils Bergqvist own the mill. “We will sell,” Nils Bergqvist said. “We will not,” Anna Bergqvist said.",
			"will not", "Anna Bergqvist"},
		{"an account speaks for its owner",
			"“The gates are shut,” the Portwatch account wrote on Monday.",
			"gates", "Portwatch"},
		{"whom nobody names keeps the description",
			"“There is nothing to add,” said a lawyer for the port.",
			"nothing to add", "lawyer for the port"},
		{"what belongs to somebody bears the owner's name",
			"Desmond Pryce denied it on Monday. “He was abroad,” his lawyer said.",
			"abroad", "Desmond Pryce's lawyer"},
		{"a pronoun follows the subject of the sentence before",
			"Desmond Pryce opened the yard in 1961. Walter Pruitt met reporters there on Monday. “The cranes are safe,” he said.",
			"cranes", "Walter Pruitt"},
		{"a description stands for the one introduced by its noun",
			"Harriet Olowe, a surveyor and councillor, met Walter Pruitt, a lawyer, on Monday. “The cranes are safe,” the lawyer said.",
			"cranes", "Walter Pruitt"},
		{"a sentence's first word is no given name",
			"Harriet Olowe runs the port. Following Olowe, said the deputy, was a pleasure. “The cranes are safe,” Olowe said.",
			"cranes are", "Harriet Olowe"},
		{"a surname of two is that of the one named first",
			"Harriet Olowe runs the port. Her husband, Desmond Olowe, owns a mill. “The cranes are safe,” Olowe said.",
			"cranes", "Harriet Olowe"},
		{"a third of the name",
			"Walter Pruitt III runs the port. “The cranes are safe,” Pruitt said.",
			"cranes", "Walter Pruitt III"},
		{"a short form of a given name",
			"Kenneth Pruitt runs the port. “The cranes are safe,” Ken Pruitt said.",
			"cranes", "Kenneth Pruitt"},
		{"who says so, and when, behind a comma",
			"Organist Ines Abara will leave the choir in June, the parish said on Tuesday.",
			"will leave the choir", "parish"},
		{"who says so, and how, behind a comma",
			"Drummer Tomas Reyes has left the band, the label said in a statement.",
			"has left the band", "label"},
		{"a number right behind the day of saying",
			"The Fisheries Ministry said on Tuesday nine trawlers were missing.",
			"nine trawlers were missing", "Fisheries Ministry"},
		{"a colon without marks",
			"The tenant answered: I paid the rent in March.",
			"I paid the rent", "tenant"},
		{"a label in captions",
			"1\n00:00:02,000 --> 00:00:05,000\nEMIL STOIAN: The books are in order.\n\n2\n00:00:06,000 --> 00:00:08,000\nHANA KIMORI: Show me.",
			"books are in order", "Emil Stoian"},
		{"a sentence about the words of a quotation",
			"“It was like losing a child.” This is how Noor Haddad remembers the sale.",
			"losing a child", "Noor Haddad"},
		{"how somebody put it",
			"“A sad little tax” is how Emeka Obi put it.",
			"sad little tax", "Emeka Obi"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := messageWith(t, tt.text, tt.words)
			if got := strings.TrimSuffix(partyName(m.Speaker), "."); got != tt.want {
				t.Errorf("%s\nspeaker of %q is %q, want %q", tt.text, tt.words, got, tt.want)
			}
		})
	}
}

func TestRecipientAndChannel(t *testing.T) {
	tests := []struct {
		name, text, words, recipient string
		channel                      verbatim.Channel
	}{
		{"told an outlet", "“The cranes are safe,” Harriet Olowe told the Selby Gazette.", "cranes", "Selby Gazette", verbatim.ChannelInterview},
		{"told a person", "Harriet Olowe told Desmond Pryce that the cranes were safe.", "cranes", "Desmond Pryce", ""},
		{"a statement", "“The cranes are safe,” the company said in a statement on Monday.", "cranes", "", verbatim.ChannelStatement},
		{"a post", "“The cranes are safe,” Harriet Olowe tweeted on Monday.", "cranes", "", verbatim.ChannelPost},
		{"a letter", "“The cranes are safe,” Harriet Olowe wrote in a letter to shareholders.", "cranes", "", verbatim.ChannelLetter},
		{"testimony", "“I saw the crane fall,” Desmond Pryce told the inquest.", "crane fall", "", verbatim.ChannelTestimony},
		{"a news conference", "“The cranes are safe,” Harriet Olowe said at a news conference.", "cranes", "", verbatim.ChannelNewsConference},
		{"a report", "The cranes were not safe, according to a report published on Monday.", "not safe", "", verbatim.ChannelDocument},
		{"plain said tells no channel", "“The cranes are safe,” Harriet Olowe said.", "cranes", "", ""},
		{"a passive names whom it is told to", "Dekker was told by Osei that the pier would close.", "pier would close", "Dekker", ""},
		{"a passive with a title", "Ms Sorel was reminded by the usher that the hall was full.", "hall was full", "Sorel", ""},
		{"the end of a longer phrase is not the one told", "People on Orle have been told to stay at home.", "stay at home", "", ""},
		{"outside a court is not in it", "Outside the court, Leila Moretti said justice had been done.", "justice had been done", "", ""},
		{"an answer goes to the one who asked",
			"“Are the cranes safe?” Desmond Pryce asked Harriet Olowe. “They are as safe as ever,” Olowe replied.", "as safe as ever", "Desmond Pryce", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := messageWith(t, tt.text, tt.words)
			if got := partyName(m.Recipient); tt.recipient != "" && got != tt.recipient {
				t.Errorf("%s\nrecipient is %q, want %q", tt.text, got, tt.recipient)
			}
			if m.Channel != tt.channel {
				t.Errorf("%s\nchannel is %q, want %q", tt.text, m.Channel, tt.channel)
			}
		})
	}
}

func TestSent(t *testing.T) {
	const published = "Published Tue 11 March 2025 09:30 GMT\n\n"
	tests := []struct{ name, text, words, want string }{
		{"a day beside the cue", published + "The cranes are safe, Harriet Olowe said on Monday.", "cranes", "2025-03-10"},
		{"the day of what is said is not the day of saying", published + "Harriet Olowe said the cranes would open on 3 April 2025.", "cranes", ""},
		{"the sentence before tells the day of a message",
			published + "On 3 February 2025 Harriet Olowe sent Desmond Pryce a direct message. “The cranes are safe,” she wrote.", "cranes", "2025-02-03"},
		{"when the next one spoke", published + "“We will appeal,” Harriet Olowe said. On Monday Desmond Pryce said the order stood.", "We will appeal", ""},
		{"when the next one did something", published + "“We will appeal,” Harriet Olowe said. On Friday Desmond Pryce signed the order.", "We will appeal", ""},
		{"since when it is so", published + "Since January, Harriet Olowe says, the cranes have stood still.", "stood still", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := messageWith(t, tt.text, tt.words)
			got := ""
			if m.Sent != nil {
				got = m.Sent.Value
			}
			if got != tt.want {
				t.Errorf("%s\nsent is %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestRelativeClause holds that what somebody asked for in a relative clause ends
// with it.
func TestRelativeClause(t *testing.T) {
	for _, text := range []string{
		"A cook, who asked to stay anonymous, was sent home.",
		"The guard, who asked not to be named, had seen the van twice.",
		"One clerk, who was questioned by the police on Friday, has left town.",
	} {
		if messages := verbatim.Parse(text).Messages; len(messages) != 0 {
			t.Errorf("%s\nmessages %v, want none", text, messages)
		}
	}
}
