package verbatim_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/verbatim-news/verbatim"
)

// maxNewsSentences is how many sentences the fuzzer's news has at most.
const maxNewsSentences = 12

// FuzzNews reads news that is put together of parts: the fuzzer chooses which
// sentences stand in which order, with which names, titles, cues, weekdays,
// labels and marks, what is cut, swapped and said twice, which words stand at
// both ends, and whether marks and capitals are left. Bytes by themselves
// seldom make a sentence that rules care for.
func FuzzNews(f *testing.F) {
	for n := range newsSentences {
		f.Add([]byte{byte(n), 1, 0, 0, byte(n), 0, 1, 2, 3, 4, 5, 6, 7, byte(n + 1), 8, 9, 10, 11, 12})
		f.Add([]byte{byte(n), 3, 1, 1, byte(n), 7, 6, 5, 4, 3, 2, 1, byte(n), 0, 2, 4, 6, 8})
	}
	names, err := verbatim.NewNames(newsroom)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		w := newsWriter{choices: choices}
		parser := verbatim.Parser{Explain: true, Light: w.choose(4) != 0, DayFirst: w.choose(2) != 0}
		parser.Published = publications[w.choose(len(publications))]
		if w.choose(3) == 0 {
			parser.Names = names
		}
		text := w.write()
		if !parser.Light && len(text) > maxFuzzedByTagger {
			parser.Light = true
		}
		checkText(t, parser, text)
		checkParts(t, parser, text)
		checkShared(t, parser, text)
		if t.Failed() {
			t.Logf("%+v reads %q", parser, text)
		}
	})
}

// publications are days of publication as databases hold them, unknown ones too.
var publications = []time.Time{
	{}, time.Date(2016, 10, 12, 9, 30, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
	time.Date(1, 1, 1, 0, 0, 1, 0, time.FixedZone("", 14*60*60)), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(0, 0),
}

// A newsWriter writes what the fuzzer chooses, a byte for each choice.
type newsWriter struct{ choices []byte }

// choose returns a number below n; 0 when nothing is left to choose by.
func (w *newsWriter) choose(n int) int {
	if len(w.choices) == 0 {
		return 0
	}
	c := int(w.choices[0]) % n
	w.choices = w.choices[1:]
	return c
}

// one returns one of some words.
func (w *newsWriter) one(words []string) string { return words[w.choose(len(words))] }

// write returns a text in one of the forms in which news is met.
func (w *newsWriter) write() string {
	form, marks := w.choose(6), w.choose(len(quotationMarks))
	var sentences []string
	head, tail := w.end(), w.end()
	for len(w.choices) > 0 && len(sentences) < maxNewsSentences {
		sentence := w.sentence(newsSentences[w.choose(len(newsSentences))])
		switch w.choose(12) {
		case 1: // said twice
			sentences = append(sentences, sentence)
		case 2: // cut, maybe within a character
			sentence = sentence[:w.choose(len(sentence)+1)]
		case 3:
			sentence = sentence[w.choose(len(sentence)+1):]
		case 4: // over and over
			sentence = strings.Repeat(sentence, 1+w.choose(8))
		case 5: // swapped with the one before
			if n := len(sentences); n > 0 {
				sentence, sentences[n-1] = sentences[n-1], sentence
			}
		case 6:
			sentence = w.swapped(sentence)
		}
		sentences = append(sentences, sentence)
	}
	text := head + strings.Join(sentences, w.one(separators)) + tail
	text = strings.NewReplacer("“", quotationMarks[marks][0], "”", quotationMarks[marks][1]).Replace(text)
	switch form {
	case 1, 2:
		return verbatim.Flatten(text).Text
	case 3:
		return strings.ToLower(text)
	case 4:
		return strings.ToUpper(text)
	}
	return text
}

// end returns what stands at one end of the text: nothing, or a word that rules
// ask for, where they find none on its other side.
func (w *newsWriter) end() string {
	if w.choose(2) == 0 {
		return ""
	}
	return w.one([]string{"", " "}) + w.one(wordsAtEnds) + w.one([]string{" ", "", ": ", ". "})
}

// swapped exchanges two words.
func (w *newsWriter) swapped(sentence string) string {
	words := strings.Split(sentence, " ")
	i, k := w.choose(len(words)), w.choose(len(words))
	words[i], words[k] = words[k], words[i]
	return strings.Join(words, " ")
}

// sentence fills the places of a sentence: {name} with one of newsWords["name"].
func (w *newsWriter) sentence(pattern string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		place, after, _ := strings.Cut(rest, "}")
		b.WriteString(w.one(newsWords[place]))
		pattern = after
	}
}

// newsSentences are sentences of news with places for words.
var newsSentences = []string{
	"“{content},” {cue} {title}{name}{day}.",
	"“{content},” {title}{name} {cue}{day}, “{content}.”",
	"{title}{name} {cue} that {content}{day}.",
	"{name} told {name} {channel} that {content}.",
	"According to {title}{name}, {content}.",
	"“{content}.”",
	"{pronoun} {cue}: “{content} ‘{content}’ {content}.”",
	"{pronoun} {cue} {pronoun} {cue} {content}",
	"{pronoun} left the {place} {day}, adding that {content}.",
	"{name} was told by {name} that {content}.",
	"{content}, {pronoun} was quoted as saying.",
	"{name}, {role}, {cue} “{content}” {channel}.",
	"{role} for {name} {cue} {content}",
	"{label}: {content}?\n{label}: {content}.",
	"{label} {content} {label} {content}",
	"By {name}{day}\n\n",
	"{place} ({agency}) — {content}.",
	"{stamp} {date}",
	"{furniture}\n\n",
	"{name} ({handle}) {cue} {address} “{content}”",
	"{content} {address} {content}",
	"{cuetime}\n<v {name}>{content}</v>\n\n",
	">> {content}\n>> {name}: {content}\n",
	"{name} wrote in a letter to {name}{day}: “{content}”",
	"{name} denied that {content}; {pronoun} asked whether {content}.",
	"{date} {date} {number} {day} {number}",
	"{content} — {name} ({handle}) {date}",
	"“{content},” {cue} {name} and {name}, {role} and {role}.",
	"{name}'s {role}'s {role}, {pronoun} {cue}, “{content}”",
	"{cue} {cue} {name} {cue} {title}{title}{name}",
	"{quotedtwice}",
}

// newsWords are the words for the places of a sentence.
var newsWords = map[string][]string{
	"name": {
		"Ottoline Marsh", "Marsh", "Zorvan Plint", "Mr Plint", "Jane Roe", "Roe", "J. D. Pryce", "j d pryce", "Ana Lopez-Wren", "O'Dowd",
		"the Port Union of Selby", "PUS", "CNN", "the White House", "Iowa", "May", "Will", "April March", "de la Cruz", "İnci Öz", "Zoë", "王小明",
		"Roe Jr.", "the elder Roe", "Grace Said", "Tuesday Weld", "a", "", "St. John", "U.S.", "@analopez", "U S",
	},
	"title": {"", "", "Mr. ", "Sen. ", "Dr ", "Prime Minister ", "the mayor, ", "former President ", "Judge ", "Lt. Gov. ", "host ", "Madam Speaker "},
	"cue": {
		"said", "says", "told", "asked", "wrote", "tweeted", "according to", "denied", "was told", "is said to have said", "added", "adding", "did not say",
		"refused to say", "went on to say", "will say", "might have claimed", "posted on Twitter", "testified", "replied", "thinks", "quoted", "declined to comment", "",
	},
	"content": {
		"we cannot keep this quiet much longer now", "I told you so", "the bridge is safe", "it is what he said she said", "you lied to me", "no comment",
		"on Monday we go", "go", "“nested", "‘single", "who who who", "may may may", "nobody said anything", "x", "", "see example dot com", "2016 2017 9 9 9",
		"um uh the the bridge", "Q", "A", "said", "that that", "\x00", "\xff", "e\u0301", "שלום", "The bridge at Lowmark is closed",
	},
	"day":         {"", "", " on Monday", " yesterday", " on 12 October 2016", " at 9:30 p.m. EST on Friday", " last May", " in 9999", " in a tweet on 3/4/2016", " two days later", " on Christmas Day", " the day before"},
	"date":        {"12 October 2016", "October 12, 2016 10:00 BST", "2016-10-12T21:30:05+05:30", "20171114t021000z", "31/12/9999", "February 30 2016", "5 BC", "99999", "Sept. 11", "Wed 12 Oct", "9999-12-31", "1 January 1"},
	"number":      {"9", "2016", "twenty", "a hundred and one", "3.5", "12th", "first", "half", "q1"},
	"pronoun":     {"he", "she", "They", "it", "we", "I", "you", "who", "everyone", "nobody"},
	"channel":     {"in an interview", "by email", "on Fox News", "at a rally", "in a letter", "in court", "by phone on Monday", "during the debate", ""},
	"place":       {"LONDON", "Lowmark, Iowa", "the court", "Washington", "selby"},
	"agency":      {"Reuters", "AP", "AFP"},
	"role":        {"mayor", "the bridge warden", "a lawyer for the family", "spokesman", "brother", "the chief of the head of the union", "44", "host", "moderator", "correspondent"},
	"label":       {"Q", "A", "MARSH", "Ottoline Marsh", "The CHAIRMAN", "p", "interviewer", "SPEAKER 1", "Unidentified Male", "PRESENTER (voiceover)", "Photo", "", "MR. PLINT"},
	"stamp":       {"Published", "Updated:", "First published on", "Last modified", "Posted"},
	"furniture":   {"Read more: the bridge", "Sign up for our newsletter", "Advertisement", "Photo: Ana Lopez/Reuters", "© 2016 Reuters. All rights reserved.", "Share this", "Story continues below", "[laughs] (CROSSTALK)", "Reporting by Jane Roe", "Correction: Marsh said so"},
	"handle":      {"@analopez", "@a", "analopez", "@", "#bridge"},
	"address":     {"https://t.co/A1b2", "https t co a1b2", "www.example.com/a/b/c?d=e", "mara at example dot co dot uk", "a@example.com", "Example.COM/Path", "http://", "hxxp://example[.]com", "example com"},
	"cuetime":     {"00:00:04.000 --> 00:00:06.500 align:start", "1\n00:00:04,000 --> 00:00:06,500", "[00:00:04]", "NOTE", "WEBVTT"},
	"quotedtwice": {"“We cannot keep this quiet much longer now,” Roe said. “We cannot keep this quiet much longer now.”"},
}

// quotationMarks are those that “ and ” may stand for.
var quotationMarks = [][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}, {"''", "''"}, {"«", "»"}, {"”", "“"}, {"", ""}, {"``", "''"}, {"“", ""}, {"", "”"}}

// separators stand between the sentences.
var separators = []string{" ", "\n\n", "\n", "", "  ", " — ", "\r\n\r\n", "\t", "\u2028"}

// wordsAtEnds are words that rules know and look beside.
var wordsAtEnds = []string{
	"said", "told", "according", "to", "by", "the", "who", "that", "adding", "host", "anchor", "correspondent", "interviewer", "moderator", "published", "updated",
	"on", "monday", "may", "2016", "9", "at", "p", "m", "a", "u", "s", "q", "mr", "sen", "st", "jr", "of", "for", "and", "in", "quoted", "as", "saying", "dot", "com", "www",
	"https", "@", "“", "”", "'", "(", ":", "—", ">>", "<v ", "-->", "[", "not", "no", "s", "his", "her", "himself", "last", "next", "ago", "later", "half", "christmas", "reuters", "photo",
}

// TestNewsIsNews checks that what the fuzzer's choices make is read as news, so
// that the invariants do not hold for want of messages.
func TestNewsIsNews(t *testing.T) {
	w := newsWriter{choices: []byte{0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 0, 2, 1, 2, 3, 4, 5, 0}}
	text := w.write()
	if doc := verbatim.Parse(text); !utf8.ValidString(text) || len(doc.Messages) < 2 {
		t.Errorf("%d messages in %q", len(doc.Messages), text)
	}
}
