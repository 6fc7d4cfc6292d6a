package page

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/lineartest"
	"github.com/verbatim-news/verbatim/internal/timex"
	"github.com/verbatim-news/verbatim/internal/token"
)

// furnitureCase is an article and what Read must see in it. Time
// expressions of the text stand in braces: … published, … updated,
// … of no role.
type furnitureCase struct {
	name    string
	text    string
	pieces  []string // "kind: words"
	authors []string // as they stand
	place   string
	agency  string
	body    string // the first words of the prose
}

var furnitureCases = []furnitureCase{{
	name: "guardian flattened",
	text: "minister s sister sold harbour land days before vote letters show deal was agreed in spring " +
		"nadia brandreth in port elwyn tue 14 nov 2017 02 10gmt first published on mon 13 nov 2017 23 40gmt " +
		"the sister of the fisheries minister sold land to the harbour board the letters show",
	pieces: []string{
		"headline: minister s sister sold harbour land days before vote letters show deal was agreed in spring",
		"byline: nadia brandreth in port elwyn",
		"stamp: tue 14 nov 2017 02 10gmt",
		"stamp: first published on mon 13 nov 2017 23 40gmt",
	},
	authors: []string{"nadia brandreth"}, place: "port elwyn", body: "the sister of",
}, {
	name: "guardian published",
	text: "Minister’s sister sold harbour land days before vote\n\nLetters show deal was agreed in spring, and that the board knew of it.\n\n" +
		"Nadia Brandreth in New York\n\nTue 14 Nov 2017 02.10 GMT\n\nFirst published on Mon 13 Nov 2017 23.40 GMT\n\n" +
		"The sister of the fisheries minister sold land to the harbour board. “We knew,” she said.",
	pieces: []string{
		"headline: Minister’s sister sold harbour land days before vote",
		"standfirst: Letters show deal was agreed in spring, and that the board knew of it",
		"byline: Nadia Brandreth in New York",
		"stamp: Tue 14 Nov 2017 02.10 GMT",
		"stamp: First published on Mon 13 Nov 2017 23.40 GMT",
	},
	authors: []string{"Nadia Brandreth"}, place: "New York", body: "The sister of",
}, {
	name: "two authors flattened",
	text: "council drops tram plan by nadia brandreth and owen mc tavish in glasgow last updated fri 3 mar 2017 14 05 gmt " +
		"the council has dropped its tram plan",
	pieces: []string{
		"headline: council drops tram plan",
		"byline: by nadia brandreth and owen mc tavish in glasgow",
		"stamp: last updated fri 3 mar 2017 14 05 gmt",
	},
	authors: []string{"nadia brandreth", "owen mc tavish"}, place: "glasgow", body: "the council has",
}, {
	name: "bbc flattened",
	text: "ferry fares to rise again by clara ashdale bbc transport correspondent passengers on the northern islands face " +
		"higher fares from may the operator said",
	pieces:  []string{"headline: ferry fares to rise again", "byline: by clara ashdale bbc transport correspondent"},
	authors: []string{"clara ashdale"}, body: "passengers on the",
}, {
	name: "bbc published",
	text: "Ferry fares to rise again\n\nBy Clara Ashdale\nTransport correspondent, BBC News\n\n3 March 2015\n\nShare this with Facebook\n\n" +
		"Image copyright Getty Images\nImage caption The ferry at the northern pier\n\n" +
		"Passengers on the northern islands face higher fares, the operator said.\n\nRead more: how the fares came about\n\nOne passenger said he would walk.",
	pieces: []string{
		"headline: Ferry fares to rise again",
		"byline: By Clara Ashdale",
		"byline: Transport correspondent, BBC News",
		"stamp: 3 March 2015",
		"share: Share this with Facebook",
		"caption: Image copyright Getty Images",
		"caption: Image caption The ferry at the northern pier",
		"link: Read more: how the fares came about",
	},
	authors: []string{"Clara Ashdale"}, body: "Passengers on the",
}, {
	name: "ap published",
	text: "Dam repairs delayed as rains return\n\nBy CLARA ASHDALE\n\nNAIROBI, Kenya (AP) — Repairs to the dam are late, officials said Monday.\n\n" +
		"___\n\nAshdale reported from Mombasa. Associated Press writer June Tallow contributed to this report.\n\n" +
		"Copyright 2016 The Associated Press. All rights reserved.",
	pieces: []string{
		"headline: Dam repairs delayed as rains return",
		"byline: By CLARA ASHDALE",
		"dateline: NAIROBI, Kenya (AP",
		"credit: Ashdale reported from Mombasa. Associated Press writer June Tallow contributed to this report",
		"copyright: Copyright 2016 The Associated Press. All rights reserved",
	},
	authors: []string{"CLARA ASHDALE"}, place: "NAIROBI, Kenya", agency: "ap", body: "Repairs to the",
}, {
	name:   "ap flattened",
	text:   "dam repairs delayed as rains return nairobi kenya ap repairs to the dam are late officials said monday",
	pieces: []string{"headline: dam repairs delayed as rains return", "dateline: nairobi kenya ap"},
	place:  "nairobi kenya", agency: "ap", body: "repairs to the",
}, {
	name: "guardian with its case, without its marks",
	text: "Council drops tram plan By Nadia Brandreth and Owen McTavish in Glasgow last updated Fri 3 Mar 2017 14 05 GMT " +
		"The council has dropped its tram plan Sign up for our daily newsletter Nobody was told",
	pieces: []string{
		"headline: Council drops tram plan",
		"byline: By Nadia Brandreth and Owen McTavish in Glasgow",
		"stamp: last updated Fri 3 Mar 2017 14 05 GMT",
		"signup: Sign up for our daily newsletter",
	},
	authors: []string{"Nadia Brandreth", "Owen McTavish"}, place: "Glasgow", body: "The council has",
}, {
	name: "lines cut at a width",
	text: "Dam repairs delayed as rains return and the river\nrises in the north\n\nNAIROBI, Kenya (AP) — Repairs to the dam are late,\n" +
		"officials said Monday, and the river goes on rising\nin the north.\n\nEditor's note: the dam was named after the wrong\nriver.",
	pieces: []string{
		"headline: Dam repairs delayed as rains return and the river\nrises in the north",
		"dateline: NAIROBI, Kenya (AP",
		"note: Editor's note: the dam was named after the wrong\nriver",
	},
	place: "NAIROBI, Kenya", agency: "ap", body: "Repairs to the",
}, {
	name: "byline and dateline flattened",
	text: "dam repairs delayed by clara ashdale associated press fort tarrow okla ap repairs to the dam are late",
	pieces: []string{
		"headline: dam repairs delayed", "byline: by clara ashdale associated press", "dateline: fort tarrow okla ap",
	},
	authors: []string{"clara ashdale"}, place: "fort tarrow okla", agency: "ap", body: "repairs to the",
}, {
	name: "reuters published",
	text: "LONDON, Nov 3 (Reuters) - The bank kept its rate on Thursday, saying prices had settled.\n\n" +
		"“We are patient,” its governor said.\n\n(Reporting by Clara Ashdale; Editing by June Tallow)",
	pieces: []string{
		"dateline: LONDON, Nov 3 (Reuters", "credit: Reporting by Clara Ashdale; Editing by June Tallow",
	},
	place: "LONDON", agency: "reuters", body: "The bank kept",
}, {
	name: "reuters flattened",
	text: "london nov 3 reuters the bank kept its rate on thursday saying prices had settled we are patient its governor " +
		"said reporting by clara ashdale editing by june tallow",
	pieces: []string{"dateline: london nov 3 reuters", "credit: reporting by clara ashdale editing by june tallow"},
	place:  "london", agency: "reuters", body: "the bank kept",
}, {
	name: "two cities",
	text: "SEOUL/WASHINGTON (Reuters) - Envoys met on Friday.",
	pieces: []string{
		"dateline: SEOUL/WASHINGTON (Reuters",
	},
	place: "SEOUL/WASHINGTON", agency: "reuters", body: "Envoys met on",
}, {
	name: "cnn published",
	text: "Story highlights Orchard fire spreads overnight\n\nThree villages were emptied\n\n(CNN) Firefighters fought a blaze in the orchards on Sunday.\n\n" +
		"CNN's June Tallow contributed to this report.",
	pieces: []string{
		"standfirst: Story highlights Orchard fire spreads overnight",
		"standfirst: Three villages were emptied",
		"dateline: CNN",
		"credit: CNN's June Tallow contributed to this report",
	},
	agency: "cnn", body: "Firefighters fought a",
}, {
	name:   "cnn flattened",
	text:   "cnn the orchards burned all night a chief said",
	pieces: []string{"dateline: cnn"},
	agency: "cnn", body: "the orchards burned",
}, {
	name: "nyt published",
	text: "Orchard Towns Weigh a Return\n\nBy JUNE TALLOW and ROWAN O’DELL NOV. 3, 2015\n\n" +
		"WASHINGTON — The senators who own orchards want a law, they said.\n\nAdvertisement\n\nContinue reading the main story\n\n" +
		"“We will vote,” one said.\n\nFollow The Daily Orchard on Twitter and sign up for the newsletter.\n\nCorrection: November 5, 2015\n\nAn earlier version of this article gave the wrong town.",
	pieces: []string{
		"headline: Orchard Towns Weigh a Return",
		"byline: By JUNE TALLOW and ROWAN O’DELL NOV. 3, 2015",
		"dateline: WASHINGTON",
		"advertisement: Advertisement",
		"link: Continue reading the main story",
		"signup: Follow The Daily Orchard on Twitter",
		"note: Correction: November 5, 2015",
		"note: An earlier version of this article gave the wrong town",
	},
	authors: []string{"JUNE TALLOW", "ROWAN O’DELL"}, place: "WASHINGTON", body: "The senators who",
}, {
	name:   "two cities flattened",
	text:   "hartlow washington reuters envoys met on friday",
	pieces: []string{"dateline: hartlow washington reuters"},
	place:  "hartlow washington", agency: "reuters", body: "envoys met on",
}, {
	name: "a reporter on no list",
	text: "council drops tram plan oyelaran brandreth in glasgow fri 3 mar 2017 14 05 gmt the council has dropped its tram plan",
	pieces: []string{
		"headline: council drops tram plan", "byline: oyelaran brandreth in glasgow", "stamp: fri 3 mar 2017 14 05 gmt",
	},
	authors: []string{"oyelaran brandreth"}, place: "glasgow", body: "the council has",
}, {
	name: "no reporter",
	text: "council drops tram plan in glasgow fri 3 mar 2017 14 05 gmt the council has dropped its tram plan",
	pieces: []string{
		"headline: council drops tram plan in glasgow", "stamp: fri 3 mar 2017 14 05 gmt",
	},
	body: "the council has",
}, {
	name:   "a day and an agency",
	text:   "Oct 3 (Reuters) - The bank kept its rate on Thursday.",
	pieces: []string{"dateline: Oct 3 (Reuters"}, agency: "reuters", body: "The bank kept",
}, {
	name:   "indian agency",
	text:   "Hartlowgaon, July 9 (PTI) Two men were held here on Sunday, police said.",
	pieces: []string{"dateline: Hartlowgaon, July 9 (PTI"}, place: "Hartlowgaon", agency: "pti", body: "Two men were",
}, {
	name: "live page",
	text: "port strike live interview by clara ashdale the kestrel ledger posted 5 15 a m thursday october 24 2024 updated 8 40 a m " +
		"hartlow n c hours after the strike began the tugs left",
	pieces: []string{
		"headline: port strike live",
		"byline: interview by clara ashdale the kestrel ledger",
		"stamp: posted 5 15 a m thursday october 24 2024",
		"stamp: updated 8 40 a m",
	},
	authors: []string{"clara ashdale"}, body: "hartlow n c",
}, {
	name: "post of a part of the country",
	text: "Ferry fares to rise again\n\nOyelaran Brandreth Northern correspondent\n\nSat 14 Jan 2023 06.00 GMT\n\nThe fares go up in May.",
	pieces: []string{
		"headline: Ferry fares to rise again", "byline: Oyelaran Brandreth Northern correspondent", "stamp: Sat 14 Jan 2023 06.00 GMT",
	},
	authors: []string{"Oyelaran Brandreth"}, body: "The fares go",
}, {
	name:   "place and clause flattened",
	text:   "washington the senators who own orchards want a law they said",
	pieces: []string{"dateline: washington"},
	place:  "washington", body: "the senators who",
}, {
	name: "state in the dateline",
	text: "HARTLOW, Conn. — The mill is shut.",
	pieces: []string{
		"dateline: HARTLOW, Conn",
	},
	place: "HARTLOW, Conn", body: "The mill is",
}, {
	name: "title as a first paragraph with a full stop",
	text: "Poll: Most Voters Doubt Mill Plan.\n\nMost voters doubt the plan for the mill, a poll found. It asked 900 people.\n\nThe mayor would not comment.",
	pieces: []string{
		"headline: Poll: Most Voters Doubt Mill Plan",
	},
	body: "Most voters doubt",
}, {
	name: "labels in flattened prose",
	text: "the mill is shut story continues below advertisement the mayor said so share this story sign up for our daily " +
		"mill newsletter photograph june tallow getty images follow us on twitter this story has been updated",
	pieces: []string{
		"advertisement: story continues below advertisement",
		"share: share this story",
		"signup: sign up for our daily mill newsletter",
		"caption: photograph june tallow getty images",
		"signup: follow us on twitter",
		"note: this story has been updated",
	},
	body: "the mill is",
}, {
	name: "captions published",
	text: "FILE - In this April 5, 2017, file photo, the mill is seen at dawn. (AP Photo/June Tallow, File)\n\n" +
		"WASHINGTON (AP) — The mill is shut, the mayor said.\n\nThe mill at night. Photograph: June Tallow/Reuters\n\nRelated: Mills of the north\n\nIt will not open again.",
	pieces: []string{
		"caption: FILE - In this April 5, 2017, file photo, the mill is seen at dawn. (AP Photo/June Tallow, File",
		"dateline: WASHINGTON (AP",
		"caption: The mill at night. Photograph: June Tallow/Reuters",
		"link: Related: Mills of the north",
	},
	place: "WASHINGTON", agency: "ap", body: "The mill is",
}}

// furnitureProse are texts without furniture.
var furnitureProse = []string{
	"",
	"the mill is shut the mayor of london said on tuesday",
	"police in london reuters reported had shut the mill",
	"a mill worker told ap the gates were locked in nairobi ap has learned",
	"officials told ap that the mill is shut",
	"fire at a railway station in seoul january 2 2020 burned down a mill and the mayor said so",
	"the mayor speaks about the mill live on 3 march 2015 9 00am et and then answers questions",
	"the mayor speaks at the mill friday may 29 2020 in hartlow where the gates are locked",
	"they were asked to sign up for a newsletter and told to follow june tallow on twitter",
	"cnn reported that the mill is shut and cnn s june tallow said so",
	"washington gov june tallow said the mill is shut",
	"london is quiet the mayor said",
	"the play by june tallow was seen in paris in may and the reporting by its critics was kind but the play went on for years " +
		"and was taken off only when the house closed its doors and the players went home to the villages they had come from",
	"a letter from june tallow in paris dated 3 may 1911 was sold and the buyer a collector kept it in a drawer",
	"The mill is shut. The mayor said so on Tuesday.\n\nHe would not say why.",
	"“Follow us on Twitter,” the mayor said.\n\n“Share this story,” she told them.",
	"The mayor (R-Conn.) shut the mill – against advice – on Friday.\n\nNobody spoke.",
	"Sen. June Tallow, D-Conn., shut the mill.\n\nNobody spoke.",
}

// readPage reads the layout of a text with the time expressions found in it.
func readPage(text string) ([]token.Token, Layout) {
	words := token.Read(text)
	return words.Tokens, Read(words, timex.Scan(words.Tokens, nil))
}

func TestRead(t *testing.T) {
	for _, c := range furnitureCases {
		t.Run(c.name, func(t *testing.T) {
			tokens, l := readPage(c.text)
			got := furnitureCase{name: c.name, text: c.text, agency: l.agency, authors: wordsOf(c.text, tokens, l.Authors)}
			for _, p := range l.Pieces {
				got.pieces = append(got.pieces, string(p.Kind)+": "+p.Span(tokens).In(c.text))
			}
			if !l.place.Empty() {
				got.place = l.place.Span(tokens).In(c.text)
			}
			if l.body < len(tokens) {
				body := token.Range{First: l.body, Last: min(l.body+3, len(tokens))}
				got.body = body.Span(tokens).In(c.text)
			}
			if diff := cmp.Diff(c, got, cmp.AllowUnexported(furnitureCase{})); diff != "" {
				t.Errorf("in %q\n(-want +got)\n%s", c.text, diff)
			}
		})
	}
}

// wordsOf gives the pieces of text that ranges cover.
func wordsOf(text string, tokens []token.Token, ranges []token.Range) (pieces []string) {
	for _, r := range ranges {
		pieces = append(pieces, r.Span(tokens).In(text))
	}
	return pieces
}

func TestReadLeavesProse(t *testing.T) {
	for _, text := range furnitureProse {
		tokens, l := readPage(text)
		for _, p := range l.Pieces {
			t.Errorf("%s %q taken from the prose %q", p.Kind, p.Span(tokens).In(text), text)
		}
		if l.body != 0 || l.agency != "" || len(l.Authors) > 0 {
			t.Errorf("body %d, agency %q, authors %v in the prose %q", l.body, l.agency, l.Authors, text)
		}
	}
}

// kinds are all that a piece may be.
var kinds = []Kind{
	Headline, Standfirst, Byline, Dateline, Stamp, Caption, Link, Signup, Share, Advertisement, Credit, Copyright, Note,
}

// checkLayout reports what no layout may have: pieces out of order, out of
// bounds or overlapping, and names and places that are none of the text's.
func checkLayout(t *testing.T, text string, tokens []token.Token, l *Layout) {
	t.Helper()
	reached := 0
	for _, p := range l.Pieces {
		if p.First < reached || p.Empty() || p.Last > len(tokens) {
			t.Fatalf("piece %v after token %d of %d", p, reached, len(tokens))
		}
		if !slices.Contains(kinds, p.Kind) {
			t.Fatalf("unknown kind %q", p.Kind)
		}
		if utf8.ValidString(text) && !utf8.ValidString(p.Span(tokens).In(text)) {
			t.Fatalf("piece %v cuts a rune", p)
		}
		reached = p.Last
	}
	if l.body < 0 || l.body > len(tokens) {
		t.Fatalf("body at token %d of %d", l.body, len(tokens))
	}
	for _, a := range l.Authors {
		if a.Empty() || a.First < 0 || a.Last > len(tokens) {
			t.Fatalf("author %v of %d tokens", a, len(tokens))
		}
	}
	if !l.place.Empty() && (l.place.First < 0 || l.place.Last > len(tokens)) {
		t.Fatalf("place %v of %d tokens", l.place, len(tokens))
	}
}

// spreadTimes puts a time expression on every few tokens.
func spreadTimes(n, width int, role timex.StampRole) []timex.Expression {
	var expressions []timex.Expression
	for i := 0; width > 0 && i+width <= n; i += 2 * width {
		expressions = append(expressions, timex.Expression{First: i, Last: i + width, Role: role})
	}
	return expressions
}

func FuzzRead(f *testing.F) {
	for _, c := range furnitureCases {
		f.Add(c.text, uint8(3), true)
		flat, _ := token.Flatten(c.text)
		f.Add(flat, uint8(0), false)
	}
	f.Fuzz(func(t *testing.T, text string, width uint8, stamps bool) {
		words := token.Read(text)
		tokens, expressions := words.Tokens, timex.Scan(words.Tokens, nil)
		if width > 0 {
			role := timex.RoleNone
			if stamps {
				role = timex.RoleBare
			}
			expressions = spreadTimes(len(tokens), int(width%8), role)
		}
		l := Read(words, expressions)
		checkLayout(t, text, tokens, &l)
		again := Read(words, expressions)
		if diff := cmp.Diff(l, again, cmp.AllowUnexported(Layout{})); diff != "" {
			t.Fatalf("another answer the second time:\n%s", diff)
		}
	})
}

// TestReadIsLinear reads texts that repeat what rules begin with.
func TestReadIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	type page struct {
		words token.Text
		times []timex.Expression
	}
	for _, unit := range []string{
		"by ", "reporting by ", "sign up for ", "follow ", "photograph ", "copyright 2019 ", "new york ap ", "(CNN) ", "A\n\n",
		"By Jane Roe\n\n", "WASHINGTON (", "jane roe and ", "story continues ", "Share\n", "3 march 2015 ", "Photo/\n", "a",
		"this material may not be published broadcast ", "getty ", "the associated press ",
	} {
		t.Run(unit, func(t *testing.T) {
			lineartest.Check(t, 512<<10, func(size int) page {
				words := token.Read(strings.Repeat(unit, size/len(unit)))
				return page{words, spreadTimes(len(words.Tokens), 3, timex.RoleBare)}
			}, func(p page) { Read(p.words, p.times) })
		})
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("the mill is shut the mayor said and nobody asked her why the gates were locked ", 60)
	words := token.Read(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(words, nil)
	}
}
