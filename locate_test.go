package verbatim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-news/verbatim"
)

// Whether words that are said to be in an article stand there, and what was made of
// them.
func ExampleLocate() {
	const article = "“We will not close the harbour,” Tomas Reyes said on Monday."
	const quotation = "We will close the harbor"
	found, ok := verbatim.Locate(article, quotation)
	if !ok {
		fmt.Println("not in the article")
		return
	}
	fmt.Printf("%s: %q\n", found.Match, found.In(article))
	for _, d := range found.Differences {
		fmt.Printf("%s %q → %q, negation %t\n", d.Kind, d.Text.In(article), d.Quotation.In(quotation), d.Negation)
	}
	// Output:
	// altered: "We will not close the harbour"
	// omitted "not" → "", negation true
	// spelled "harbour" → "harbor", negation false
}

// Quotations that a language model wrote are checked against the article, and who is
// said to have said them against the messages there.
func ExampleLocator() {
	const article = "“We will not close the harbour,” Tomas Reyes said on Monday. “Nobody has asked me,” said Greta Holm."
	written := []struct{ speaker, words string }{
		{"Tomas Reyes", "We will not close the harbour"},
		{"Tomas Reyes", "Nobody has asked me"},
		{"Greta Holm", "I was never asked about this"},
	}
	doc, locator := verbatim.Parse(article), verbatim.NewLocator(article)
	for _, w := range written {
		found, ok := locator.Locate(w.words)
		if !ok {
			fmt.Printf("%q: not in the article\n", w.words)
			continue
		}
		for _, m := range doc.Messages {
			if m.Content[0].Overlaps(found.Span) && m.Speaker != nil {
				fmt.Printf("%q: %s, said by %s: %t\n", w.words, found.Match, m.Speaker.Name, m.Speaker.Name == w.speaker)
			}
		}
	}
	// Output:
	// "We will not close the harbour": exact, said by Tomas Reyes: true
	// "Nobody has asked me": exact, said by Greta Holm: false
	// "I was never asked about this": not in the article
}

// interview is the article of most cases.
const interview = "Harbour board under fire\n\n" +
	"“We don’t want the harbour closed,” Tomas Reyes, who leads the board, said on Monday, “and we will not pay $3 million for twenty-five new boats. " +
	"It is a long-term plan, and about 12% of it is mine.”\n\n" +
	"The mayor did not support the plan. “I think the wall, which has stood since my father was a boy, is safe,” Zoë Holm said. " +
	"“Nobody at Marsh & Lane has organised a defence since 1,250 people left. That’s the truth!”\n\n" +
	"“The ﬁre was small. The first report said so, not the second.”"

// TestLocate looks for quotations in an article as published and flattened.
func TestLocate(t *testing.T) {
	tests := []struct {
		quotation string
		match     verbatim.Match
		place     string   // pieces joined by " … "
		differ    []string // as differencesOf writes them
		flat      []string // the same for the flattened article, where they are others
		flatMatch verbatim.Match
	}{
		{"We don’t want the harbour closed", verbatim.MatchExact, "We don’t want the harbour closed", nil, nil, verbatim.MatchForm},
		{"\"WE DON'T WANT THE HARBOUR CLOSED!\"", verbatim.MatchForm, "We don’t want the harbour closed", nil, nil, ""},
		{"we dont want  the\nharbour closed", verbatim.MatchForm, "We don’t want the harbour closed", []string{"spelled don’t → dont"}, nil, ""},
		{"We do not want the harbor closed", verbatim.MatchForm, "We don’t want the harbour closed", []string{"spelled don’t → do not", "spelled harbour → harbor"}, nil, ""},
		{"We want the harbour closed", verbatim.MatchAltered, "We don’t want the harbour closed", []string{"omitted don’t →  (negation)"}, nil, ""},
		{"We don’t want the bridge closed", verbatim.MatchAltered, "We don’t want the harbour closed", []string{"replaced harbour → bridge"}, nil, ""},
		{"We really don’t want the harbour closed", verbatim.MatchAltered, "We don’t want the harbour closed", []string{"inserted  → really"}, nil, ""},
		{
			"We don’t want the harbour closed and we will not pay three million dollars", verbatim.MatchEdited,
			"We don’t want the harbour closed … and we will not pay $3 million",
			[]string{"interrupted Tomas Reyes, who leads the board, said on Monday → ", "spelled $3 million → three million dollars"},
			[]string{"omitted tomas reyes who leads the board said on monday →  (name)", "spelled 3 → three", "spelled  → dollars (number)"}, verbatim.MatchAltered,
		},
		{"we will not pay $4 million for 25 new boats", verbatim.MatchAltered, "we will not pay $3 million for twenty-five new boats", []string{"replaced 3 → 4 (number)", "spelled twenty-five → 25"}, nil, ""},
		{"we will not pay £3 million for twenty-five new boats", verbatim.MatchAltered, "we will not pay $3 million for twenty-five new boats", []string{"replaced $ → £ (number)"}, []string{}, verbatim.MatchForm},
		{"we will not pay 3,000,000 for 25 new boats", verbatim.MatchForm, "we will not pay $3 million for twenty-five new boats", []string{"spelled $ →  (number)", "spelled 3 million → 3,000,000", "spelled twenty-five → 25"}, []string{"spelled 3 million → 3,000,000", "spelled twenty five → 25"}, ""},
		{"we will not pay … for twenty-five new boats", verbatim.MatchEdited, "we will not pay … for twenty-five new boats", []string{"elided 3 million → "}, nil, ""},
		{"we will ... pay $3 million", verbatim.MatchAltered, "we will … pay $3 million", []string{"elided not →  (negation)"}, nil, ""},
		{"[The council] will not pay [that sum] for twenty-five new boats", verbatim.MatchEdited, "will not pay $3 million for twenty-five new boats", []string{"bracketed  → The council", "bracketed 3 million → that sum"}, nil, ""},
		{"[W]e will not pay $3 million [sic] for twenty-five new boat[s]", verbatim.MatchForm, "we will not pay $3 million for twenty-five new boats", nil, nil, ""},
		{"we will not pa[id] $3 million for twenty-five new boats", verbatim.MatchEdited, "we will not pay $3 million for twenty-five new boats", []string{"bracketed pay → pa[id"}, nil, ""},
		{"It's a longterm plan, and about 12 percent of it is mine", verbatim.MatchForm, "It is a long-term plan, and about 12% of it is mine", []string{"spelled It is → It's", "spelled long-term → longterm", "spelled % → percent"}, []string{"spelled it is → It's", "spelled long term → longterm", "spelled  → percent (number)"}, ""},
		{"support the plan", verbatim.MatchAltered, "support the plan", []string{"omitted not →  (negation)"}, nil, ""},
		{"did not support the plan", verbatim.MatchExact, "did not support the plan", nil, nil, verbatim.MatchExact},
		{"I think the wall is safe", verbatim.MatchAltered, "I think the wall, which has stood since my father was a boy, is safe", []string{"omitted which has stood since my father was a boy → "}, nil, ""},
		{"I think the wall … is safe", verbatim.MatchEdited, "I think the wall … is safe", []string{"elided which has stood since my father was a boy → "}, nil, ""},
		{"Zoe Holm said", verbatim.MatchForm, "Zoë Holm said", nil, nil, ""},
		{"Nobody at Marsh and Lane has organized a defense since 1250 people left", verbatim.MatchForm, "Nobody at Marsh & Lane has organised a defence since 1,250 people left", []string{"spelled & → and", "spelled organised → organized", "spelled defence → defense", "spelled 1,250 → 1250"}, []string{"inserted  → and", "spelled organised → organized", "spelled defence → defense", "spelled 1 250 → 1250"}, verbatim.MatchAltered},
		{"That is the truth", verbatim.MatchForm, "That’s the truth", []string{"spelled That’s → That is"}, nil, ""},
		{"The fire was small. The 1st report said so", verbatim.MatchForm, "The ﬁre was small. The first report said so", []string{"spelled first → 1st"}, nil, ""},
		{"The first report said so", verbatim.MatchExact, "The first report said so", nil, nil, ""},
		{"we will pay for every boat in this town", "", "", nil, nil, ""},
		{"nobody wants the old harbour any more", "", "", nil, nil, ""},
		{"the … wall … boats", "", "", nil, nil, ""},
		{"[He] closed [the] wall [in] boats", "", "", nil, nil, ""},
		{"…", "", "", nil, nil, ""},
		{"[the mayor]", "", "", nil, nil, ""},
		{"", "", "", nil, nil, ""},
	}
	for _, test := range tests {
		want := wantedPlace{test.match, test.place, test.differ}
		t.Run("published/"+test.quotation, func(t *testing.T) { want.check(t, interview, test.quotation) })
		want = want.flattened()
		if test.flat != nil {
			want.differ = test.flat
		}
		if test.flatMatch != "" {
			want.match = test.flatMatch
		}
		if want.match == verbatim.MatchAltered && test.match == verbatim.MatchEdited {
			want.place = "" // what interrupts the words is part of the place
		}
		t.Run("flattened/"+test.quotation, func(t *testing.T) { want.check(t, verbatim.Flatten(interview).Text, test.quotation) })
	}
}

// A wantedPlace is what a test wants of a quotation: an empty match if it is not to be
// found.
type wantedPlace struct {
	match  verbatim.Match
	place  string // pieces joined by " … "; any place if it is empty
	differ []string
}

// flattened returns what is wanted in the flattened text, if that loses marks alone.
func (w wantedPlace) flattened() wantedPlace {
	flat := wantedPlace{match: w.match}
	if flat.match == verbatim.MatchExact {
		flat.match = verbatim.MatchForm
	}
	pieces := strings.Split(w.place, " … ")
	for n := range pieces {
		pieces[n] = verbatim.Flatten(pieces[n]).Text
	}
	flat.place = strings.Join(pieces, " … ")
	for _, d := range w.differ {
		kind, rest, _ := strings.Cut(d, " ")
		was, now, _ := strings.Cut(rest, " → ")
		flat.differ = append(flat.differ, kind+" "+verbatim.Flatten(was).Text+" → "+now)
	}
	return flat
}

func (w wantedPlace) check(t *testing.T, text, quotation string) {
	t.Helper()
	found, ok := verbatim.Locate(text, quotation)
	if ok != (w.match != "") {
		t.Fatalf("found %t, %+v", ok, found)
	}
	if !ok {
		return
	}
	if place := verbatim.Excerpt(text, found.Pieces...); found.Match != w.match || w.place != "" && place != w.place {
		t.Errorf("%s %q; want %s %q", found.Match, place, w.match, w.place)
	}
	if diff := cmp.Diff(w.differ, differencesOf(found, text, quotation), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
}

// differencesOf writes each difference on a line.
func differencesOf(found verbatim.Located, text, quotation string) (lines []string) {
	for _, d := range found.Differences {
		line := string(d.Kind) + " " + d.Text.In(text) + " → " + d.Quotation.In(quotation)
		for _, flag := range []struct {
			name string
			set  bool
		}{{"negation", d.Negation}, {"number", d.Number}, {"name", d.Name}} {
			if flag.set {
				line += " (" + flag.name + ")"
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// TestLocateOthers looks for words that stand in a text more than once.
func TestLocateOthers(t *testing.T) {
	const text = "We go at noon, she wrote. “We go at noon,” she said. We GO at noon! We go at nine."
	for _, test := range []struct {
		quotation string
		start     int   // of the place
		others    []int // starts
	}{
		{"we go at noon", 29, []int{0, 57}}, // in quotation marks
		{"We GO at noon", 57, []int{0, 29}}, // to the letter
		{"we go at nine", 72, nil},
		{"we come at noon", 0, []int{29, 57}}, // with the same words altered
	} {
		found, ok := verbatim.Locate(text, test.quotation)
		if !ok {
			t.Errorf("%q is not found", test.quotation)
			continue
		}
		if diff := cmp.Diff(test.others, startsOf(found.Others), cmpopts.EquateEmpty()); found.Start != test.start || diff != "" {
			t.Errorf("%q is found at %d; want %d; others (-want +got):\n%s", test.quotation, found.Start, test.start, diff)
		}
	}
}

// TestLocateNumbers looks for numbers written otherwise, and for other numbers.
func TestLocateNumbers(t *testing.T) {
	same := [][2]string{
		{"twelve", "12"}, {"twenty-one", "21"}, {"two hundred and ten", "210"}, {"1,250", "1250"}, {"1 250 000", "1,250,000"},
		{"3.5 million", "3,500,000"}, {"£3bn", "£3 billion"}, {"a million", "1,000,000"}, {"one thousand two hundred", "1,200"}, {"first", "1st"},
		{"twenty-third", "23rd"}, {"12 per cent", "12 percent"}, {"$5", "five dollars"}, {"12%", "12 per cent"}, {"9.30", "9:30"},
	}
	for _, pair := range same {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			text, quotation := "They told us, and we wrote it down, that "+order[0]+" stood in the book.", "we wrote it down, that "+order[1]+" stood in the book"
			if found, ok := verbatim.Locate(text, quotation); !ok || found.Match != verbatim.MatchForm {
				t.Errorf("%s for %s: %t, %s, %q", order[1], order[0], ok, found.Match, differencesOf(found, text, quotation))
			}
		}
	}
	other := [][2]string{
		{"twelve", "13"}, {"3.5", "35"}, {"3.5", "3-5"}, {"$5", "€5"}, {"1,250", "1,520"}, {"3 million", "3 billion"}, {"-5", "5"}, {"twenty-one", "20"}, {"first", "1"}, {"0.5", "5"},
	}
	for _, pair := range other {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			text, quotation := "They told us, and we wrote it down, that "+order[0]+" stood in the book.", "we wrote it down, that "+order[1]+" stood in the book"
			found, ok := verbatim.Locate(text, quotation)
			flagged := slices.ContainsFunc(found.Differences, func(d verbatim.Difference) bool { return d.Number })
			if !ok || found.Match != verbatim.MatchAltered || !flagged {
				t.Errorf("%s for %s: %t, %s, %q", order[1], order[0], ok, found.Match, differencesOf(found, text, quotation))
			}
		}
	}
}

// TestLocateNegation takes a negation away, or puts one in: it must be flagged
// whatever its form.
func TestLocateNegation(t *testing.T) {
	for _, pair := range [][2]string{
		{"I did not take the money from the fund", "I did take the money from the fund"},
		{"I didn’t take the money from the fund", "I did take the money from the fund"},
		{"I never took the money from the fund", "I took the money from the fund"},
		{"There was no money left in the fund", "There was money left in the fund"},
		{"We can’t touch the money in the fund", "We can touch the money in the fund"},
		{"It is unlikely that the money comes back", "It is likely that the money comes back"},
		{"Nobody took the money from the fund", "Somebody took the money from the fund"},
		{"I cannot touch the money in the fund", "I can touch the money in the fund"},
		{"I won’t touch the money in the fund", "I will touch the money in the fund"},
		{"He asked whether the money was theirs or not", "He asked whether the money was theirs or"},
	} {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			for _, text := range []string{"“" + order[0] + ",” she said.", verbatim.Flatten(order[0] + ",” she said.").Text} {
				found, ok := verbatim.Locate(text, order[1])
				flagged := slices.ContainsFunc(found.Differences, func(d verbatim.Difference) bool { return d.Negation })
				if !ok || found.Unaltered() || !flagged {
					t.Errorf("%q in %q: %t, %s, %q", order[1], text, ok, found.Match, differencesOf(found, text, order[1]))
				}
			}
		}
	}
}

// TestLocateForms looks for words that Unicode writes in more than one way.
func TestLocateForms(t *testing.T) {
	for _, pair := range [][2]string{
		{"Zoe\u0308 has left", "Zoë has left"},
		{"the co\u00adoperative has won", "the cooperative has won"},
		{"ＴＨＥ ｗａｌｌ ｈｏｌｄｓ", "the wall holds"},
		{"the o\ufb03ce is open", "the office is open"},
		{"DIE STRASSE IST FREI", "die Straße ist frei"},
		{"İstanbul is far away", "istanbul is far away"},
		{"она сказала: мы здесь", "МЫ ЗДЕСЬ"},
		{"他说我们在这里。", "我们在这里"},
		{"there’re 5 l’État", "there're 5 l'Etat"},
		{"exam-\nple of this", "example of this"},
		{"the ’90s are gone", "the '90s are gone"},
		{"U.S. troops left", "US troops left"},
	} {
		for _, order := range [][2]string{pair, {pair[1], pair[0]}} {
			if !strings.Contains(order[0], order[1]) && len([]rune(order[0])) < len([]rune(order[1]))-2 {
				continue // the text is to be the longer one
			}
			text, quotation := "« "+order[0]+" »", order[1]
			if found, ok := verbatim.Locate(text, quotation); !ok || !found.Unaltered() {
				t.Errorf("%q in %q: %t, %+v", quotation, text, ok, found)
			}
		}
	}
}

// TestLocateLong alters a quotation of thousands of words in a few places: each is
// named, and nothing else.
func TestLocateLong(t *testing.T) {
	var words []string
	for n := range 3000 {
		words = append(words, fmt.Sprintf("%c%s%cq", 'a'+n%23, []string{"on", "is", "er", "ale"}[n%4], 'b'+n*n%19))
	}
	text := "Before it, something else. " + strings.Join(words, " ") + ". And after it."
	altered := slices.Clone(words)
	altered[200], altered[1500], altered[2990] = "zebra", "yellow", "xylophone"
	altered = slices.Delete(altered, 2000, 2010)
	altered = slices.Insert(altered, 255, "inserted")
	quotation := strings.Join(altered, " ")
	want := []string{
		"replaced " + words[200] + " → zebra", "inserted  → inserted", "replaced " + words[1500] + " → yellow",
		"omitted " + strings.Join(words[2000:2010], " ") + " → ", "replaced " + words[2990] + " → xylophone",
	}
	found, ok := verbatim.Locate(text, quotation)
	if diff := cmp.Diff(want, differencesOf(found, text, quotation)); !ok || diff != "" {
		t.Errorf("%t (-want +got):\n%s", ok, diff)
	}
	if !strings.HasPrefix(text[found.Start:], words[0]) || !strings.HasPrefix(text[found.End:], ". And after") {
		t.Errorf("found at %v of %d bytes", found.Span, len(text))
	}
}
