package verbatim_test

import (
	"strconv"
	"strings"

	"github.com/verbatim-news/verbatim"
)

// A textMaker makes a text of about so many bytes.
type textMaker func(size int) string

// repeated is one piece over and over.
func repeated(piece string) textMaker {
	return func(size int) string { return strings.Repeat(piece, size/len(piece)+1) }
}

// counted is a piece over and over, with another name for each % and another
// number for each ^ every time.
func counted(piece string) textMaker {
	return func(size int) string {
		var b strings.Builder
		for n := 0; b.Len() < size; n++ {
			b.WriteString(strings.NewReplacer("%", letters(n), "^", strconv.Itoa(n)).Replace(piece))
		}
		return b.String()
	}
}

// letters writes a number in letters.
func letters(n int) string {
	name := ""
	for ; n >= 26; n /= 26 {
		name += string(rune('a' + n%26))
	}
	return name + string(rune('a'+n))
}

// shuffled is words in an order that does not repeat itself, the same each time.
func shuffled(words string) textMaker {
	return func(size int) string {
		choices := strings.Fields(words)
		var b strings.Builder
		for state := uint32(1); b.Len() < size; {
			state = state*1664525 + 1013904223
			b.WriteString(choices[int(state>>16)%len(choices)])
			b.WriteByte(' ')
		}
		return b.String()
	}
}

// nested opens something over and over and then closes it as often.
func nested(opening, closing string) textMaker {
	return func(size int) string {
		depth := size/(len(opening)+len(closing)) + 1
		return strings.Repeat(opening, depth) + "a" + strings.Repeat(closing, depth)
	}
}

// halves is one text and after it another.
func halves(first, second textMaker) textMaker {
	return func(size int) string { return first(size/2) + second(size/2) }
}

// between is a text with a head and a tail that only stand there once.
func between(head string, middle textMaker, tail string) textMaker {
	return func(size int) string { return head + middle(size) + tail }
}

// flattened is a text without its marks and capitals.
func flattened(published textMaker) textMaker {
	return func(size int) string { return verbatim.Flatten(published(size)).Text }
}

// lines is a text cut into lines of some eighty bytes.
func lines(unbroken textMaker) textMaker {
	return func(size int) string {
		var b strings.Builder
		at := 0
		for word := range strings.SplitAfterSeq(unbroken(size), " ") {
			if b.WriteString(word); b.Len()-at > 80 {
				b.WriteByte('\n')
				at = b.Len()
			}
		}
		return b.String()
	}
}

// hostile are texts that invite work or memory beyond measure.
var hostile = []struct {
	name string
	text textMaker
}{
	// Words that rules ask for.
	{"said", repeated("said ")},
	{"he said", repeated("he said ")},
	{"she said he said they said", repeated("she said he said they said it said ")},
	{"told him", repeated("told him ")},
	{"a chain of told", counted("b% told c% that ")},
	{"according to", repeated("according to ")},
	{"adding that", repeated("adding that ")},
	{"who", repeated("who ")},
	{"that", repeated("that ")},
	{"pronouns", repeated("he she they it his her their we i you ")},
	{"one cue after another", shuffled("said says told asked wrote added warned replied claimed insisted according denied announced tweeted")},
	{"cues and pronouns", shuffled("said he she told him that they wrote asked her i we you adding")},
	{"questions", repeated("Did he say so? ")},
	{"questions and answers", repeated("Q. Did he say so? A. He said so. ")},
	{"denials", repeated("he denied that he had not refused to deny that ")},
	{"flattened speech", repeated("we go he said i told you ")},
	{"passives", repeated("he was told by her that it was said by them ")},
	{"claims denied", repeated("Claims that it is bad were denied by Roe. ")},
	{"accused", repeated("Roe was accused by the mayor of theft. ")},
	{"pledges", repeated("a pledge by the mayor to build ")},
	{"the report said", repeated("the report said it was so ")},
	{"whoever said so behind", repeated("the pool will open soon the council said ")},

	// Words of any kind.
	{"one long word", repeated("x")},
	{"one letter after another", repeated("a ")},
	{"letters in turn", repeated("a b c d e f g h i j k l m n o p q r s t u v w x y z ")},
	{"u s", repeated("u s ")},
	{"initials", repeated("J. R. ")},
	{"flattened initials", repeated("j r ")},
	{"words that are never the same", counted("b% ")},
	{"words of two letters", shuffled("an as at be by do go he if in is it me my no of on or so to up us we")},
	{"capitals", repeated("AN ")},
	{"words that are mixed", repeated("aB ")},

	// Names, and who is meant.
	{"names", repeated("Ana Lopez, ")},
	{"distinct names", counted("“We go,” said B% C% to D%. ")},
	{"distinct names, flattened", flattened(counted("“We go,” said B% C% to D%. "))},
	{"a large family", counted("“We go,” said B% Roe. ")},
	{"one given name, many surnames", counted("“We go,” said Ana R%. ")},
	{"one speaker in many forms", counted("“We go,” said Ana B% Roe. “We go,” said Roe. ")},
	{"pronouns after many names", halves(counted("“We go,” said B% C%. "), repeated("“We go,” she said. "))},
	{"surnames after many names", halves(counted("“We go,” said B% C%. "), counted("“We go,” said C%. "))},
	{"pronouns and names in turn", counted("“We go,” said B% C%. He told her that she left. ")},
	{"speakers of one letter", counted("A said B said ")},
	{"X said Y said", counted("B% said C% said ")},
	{"aliases", counted("Ana “B%” Roe, also known as C%, said so. ")},
	{"names in brackets", counted("the Bureau of B% (BB%) said so. ")},
	{"places", counted("in B%, Iowa, and C%, Ohio, ")},
	{"offices", repeated("the chief of the head of ")},
	{"holders of one office", counted("the mayor, B% C%, said so. the mayor said so. ")},
	{"titles", repeated("Mr. Mrs. Dr. Sen. ")},
	{"titles and names", counted("Sen. B%, Rep. C% and Gov. D% said so. ")},
	{"ages", counted("B% C%, 4^, said so. ")},
	{"owners of owners", counted("B%'s father's brother's ")},
	{"names that are joined", counted("B% C% and D% E% and ")},
	{"hyphens in names", repeated("Ana-")},
	{"descriptions", repeated("a lawyer for the family of a lawyer for ")},
	{"known aliases in a row", repeated("marsh ottie marsh ")},

	// Times.
	{"years", repeated("2016 ")},
	{"distinct years", shuffled("2016 2017 2018 1999 1914 2020 1850")},
	{"digits", repeated("7")},
	{"numbers", repeated("12 ")},
	{"nine nine nine", repeated("9 ")},
	{"nine eleven", repeated("9 11 ")},
	{"numbers in words", shuffled("one two three twenty thirty hundred thousand million and a half")},
	{"twenties", repeated("twenty ")},
	{"dates", repeated("on monday 12 october 2016 at 9 30pm ")},
	{"dates in numbers", repeated("3/4/2016 ")},
	{"months", repeated("may ")},
	{"months in turn", repeated("january february march april may june ")},
	{"weekdays", repeated("monday ")},
	{"weekdays in turn", repeated("on monday tuesday and friday ")},
	{"said on weekdays", repeated("he said on monday ")},
	{"now", repeated("now ")},
	{"yesterday", repeated("yesterday ")},
	{"quarters", repeated("q1 ")},
	{"relative times", repeated("two days after a week before last year ")},
	{"clock times", repeated("9pm ")},
	{"clock times with zones", repeated("at 10 30 a m est ")},
	{"lengths of time", repeated("two years ")},
	{"feasts", repeated("christmas day ")},
	{"decades", repeated("the 1990s ")},
	{"ranges", repeated("from 2016 to 2018 ")},
	{"stamps", repeated("published updated first published on ")},
	{"stamps with dates", repeated("Published 12 October 2016. Updated 13 October 2016. ")},
	{"compact stamps", repeated("20171114t021000z ")},

	// Marks.
	{"full stops", repeated(".")},
	{"full stops and spaces", repeated(". ")},
	{"ellipses", repeated("a … ")},
	{"dots between words", repeated("a ... ")},
	{"dotted letters", repeated("a.")},
	{"hyphens", repeated("a-")},
	{"dashes", repeated("a — ")},
	{"slashes", repeated("a/")},
	{"commas", repeated("a, ")},
	{"colons", repeated("a: ")},
	{"semicolons", repeated("a; ")},
	{"exclamations", repeated("a! ")},
	{"apostrophes", repeated("'")},
	{"apostrophes in words", repeated("a'b'")},
	{"owners", repeated("s’ ‘a ")},
	{"brackets", repeated("(([")},
	{"nested brackets", nested("(a ", ")")},
	{"list items", repeated("- a\n* b\n1. c\n")},

	// Quotation marks.
	{"opening marks", repeated("“")},
	{"closing marks", repeated("”")},
	{"opening and closing marks", repeated("“”")},
	{"straight marks", repeated("\"")},
	{"straight marks and words", repeated("\" a ")},
	{"single opening marks", repeated("‘a ")},
	{"guillemets", repeated("«a» ")},
	{"marks that nest", repeated("“a ‘b ")},
	{"marks nested and closed", nested("“a ‘b ", "’” ")},
	{"quotations left open", repeated("he said “")},
	{"quotations left open before words", repeated("“he said ")},
	{"quotations left open in paragraphs", repeated("“he said.\n\n")},
	{"quotations", repeated("“We go,” he said. ")},
	{"short quotations", repeated("“a” he said ")},
	{"quotations that nobody says", repeated("“We are here now and we stay here today.” ")},
	{"quotations that a cue parts", repeated("“We go,” he said, “and we stay.” ")},
	{"one quotation of all", between("Ana Lopez said: “", repeated("we go and we stay "), "” and left.")},
	{"one content of all", between("ana lopez said that ", repeated("we go and we stay "), "")},

	// Pages, transcripts, captions.
	{"spaces", repeated(" ")},
	{"line feeds", repeated("\n")},
	{"one word a line", repeated("x\n")},
	{"paragraphs", repeated("x\n\n")},
	{"lines of one width", lines(repeated("we go and we stay and we said so "))},
	{"by", repeated("by ana lopez ")},
	{"bylines", counted("By B% C%\n")},
	{"datelines", repeated("LONDON (Reuters) - We go. ")},
	{"datelines, one a paragraph", repeated("LONDON (AP) — We go.\n\n")},
	{"captions of pictures", repeated("Photo: Ana Lopez/Reuters\n\n")},
	{"furniture", repeated("Read more: share this. Sign up for our newsletter. Advertisement\n\n")},
	{"furniture, flattened", repeated("read more share this sign up for our newsletter advertisement ")},
	{"copyrights", repeated("© 2016 Reuters. All rights reserved.\n")},
	{"headlines", counted("B% to C%\n\n")},
	{"labels", counted("B%: ")},
	{"labels, one a line", counted("B% C%: We go.\n")},
	{"two labels in turn", repeated("Q: Did he?\nA: He did.\n")},
	{"labels, flattened", repeated("q did he a he did ")},
	{"labels in capitals", counted("MR. B%. We go.\n")},
	{"stage directions", repeated("(CROSSTALK) [laughs] ")},
	{"WebVTT tags", repeated("<v Ana Lopez>We go</v> <c.yellow>and</c> ")},
	{"WebVTT cues", repeated("00:00:04.000 --> 00:00:06.500 align:start position:10%\nWe go\n\n")},
	{"SubRip cues", counted("^\n00:00:04,000 --> 00:00:06,500\n>> We go\n\n")},
	{"tags left open", repeated("<v ")},
	{"arrows", repeated("--> ")},
	{"chevrons", repeated(">> a ")},
	{"offsets into a recording", repeated("[00:00:04] we go ")},
	{"posts", repeated("We go. — Ana Lopez (@analopez) October 12, 2016\n\n")},

	// Addresses.
	{"ats", repeated("a@")},
	{"www", repeated("www ")},
	{"https", repeated("https t co ")},
	{"com", repeated("example com ")},
	{"dot com", repeated("example dot com ")},
	{"short links", repeated("https://t.co/a1 ")},
	{"addresses", counted("https://www.example.com/b%/c^?d=% ")},
	{"a long path", between("https://www.example.com/", repeated("a/"), "")},
	{"a long path, flattened", between("https www example com ", repeated("a "), "")},
	{"a long host", between("https://", repeated("a."), "com")},
	{"a long query", between("https://www.example.com/?", repeated("a=b&"), "")},
	{"mail addresses", counted("b%@example.com ")},
	{"mail addresses read out", repeated("mara at example dot co dot uk ")},
	{"hashtags", counted("#b% ")},
	{"handles", counted("@b% ")},
	{"percents", repeated("%2f")},

	// Occasions.
	{"interviews", repeated("she told cnn in an interview on monday we are here ")},
	{"occasions", repeated("interview email letter court on fox news with jane roe said monday ")},
	{"calls to say", repeated("roe called pryce to say that he was late and called lee ")},
	{"answers that came", repeated("no came the reply from roe and that is how roe summed it up ")},
	{"what is admitted", repeated("roe denies causing harm and pryce admits stealing a van and ")},
	{"requests", repeated("roe urged pryce to stay and lee begged roe to leave ")},
	{"hearings told", repeated("the road was icy, the inquest was told by Roe, sending it down, ")},
	{"rallies", repeated("Jane Roe said on Monday at a rally. Mr Roe told the crowd that ")},
	{"letters that were sent", counted("B% wrote in a letter to C% on 3 February 2016 that ")},
	{"the same words again", repeated("“We cannot keep this quiet much longer now,” he said. ")},

	// Characters.
	{"one long word beyond ASCII", repeated("é")},
	{"one long word of ideographs", repeated("東")},
	{"ideographs and cues", repeated("東 said 京 ")},
	{"right to left", repeated("אב ")},
	{"right to left marks", repeated("\u202e\u200f")},
	{"full-width letters", repeated("Ａ ")},
	{"combining marks", repeated("\u0301")},
	{"letters with combining marks", repeated("e\u0301 ")},
	{"joiners", repeated("\u200d")},
	{"emoji", repeated("👩\u200d🚀")},
	{"soft hyphens", repeated("\u00ad")},
	{"zero-width spaces", repeated("a\u200b")},
	{"letters that grow in lower case", repeated("İ")},
	{"NUL", repeated("\x00")},
	{"invalid bytes", repeated("\xff")},
	{"invalid bytes and words", repeated("a\xff ")},
}
