package attribution

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/tagger"
	"github.com/verbatim-news/verbatim/internal/token"
)

// sourceOf returns the words that name the source of some words, as the tagger and
// the rules after it read them, and whether any attribution holds the words.
func sourceOf(text, words string) (source string, found bool) {
	a := article.Read(text, token.Read(text), page.Layout{}, tagger.Embedded(), nil)
	wanted := token.Read(words).Tokens
	for _, x := range Read(a, nil, nil).Attributions {
		for _, content := range x.Content {
			for i := content.First; i+len(wanted) <= content.Last; i++ {
				if sameFolds(a.Tokens[i:i+len(wanted)], wanted) {
					if x.Source.Empty() {
						return "", true
					}
					return a.Span(x.Source).In(text), true
				}
			}
		}
	}
	return "", false
}

func sameFolds(a, b []token.Token) bool {
	for n := range a {
		if a[n].Fold != b[n].Fold {
			return false
		}
	}
	return true
}

func TestWhoseWords(t *testing.T) {
	tests := []struct{ name, text, words, source string }{
		{"goes on before somebody acts", "“The road is open,” Mr Vale said. “It never closed.” Ms Orme shook her head. “It was shut for a week,” she said.", "It never closed", "Mr Vale"},
		{"goes on before somebody disagrees", "“We paid them,” Ines Hart said. “All of it.” Paul Dray disagreed. “Not a penny,” he said.", "All of it", "Ines Hart"},
		{"goes on past one who is only mentioned", "“We will appeal,” lawyer Greta Moss told reporters on Friday, while prosecutor Dan Birch has not commented. “This is not the end of the matter.”", "This is not the end", "lawyer Greta Moss"},
		{"nobody's before somebody acts", "Tomas Reed leaned towards Ruth Vail. “We should leave before the rain.” Vail laughed.", "We should leave", ""},
		{"two voices", "The captain told him that the engine had failed, and the mate told her the boats were gone.", "the boats were gone", "the mate"},
		{"two voices without a comma", "Nora Bligh said the school would close and Hugh Penn said it would stay open.", "it would stay open", "Hugh Penn"},
		{"two voices, flattened", "nora bligh said the school would close and hugh penn said it would stay open", "it would stay open", "hugh penn"},
		{"two who say one thing", "A survey showed most teachers and school nurses said they were tired.", "they were tired", "A survey"},
		{"a pronoun goes on", "Nora Bligh said the school would close and she said it was a shame.", "it was a shame", "Nora Bligh"},
		{"at the end of its paragraph", "“We are done,” Ines Hart told Paul Dray. “The mill will close.”\n\nUnion secretary Ruth Vail had asked for a year.", "The mill will close", "Ines Hart"},
		{"marks left open", "“I loved that clock,” said Ruth Vail.\n\n“It never stopped.\n\n“Everyone knew it.”\n\nA council spokesman said: “The clock is gone.”", "Everyone knew it", "Ruth Vail"},
		{"behind the colon of a dateline", "TARNFORD, Queensland: Fire chief Dan Birch said the smoke could be seen from the road.", "the smoke could be seen", "Fire chief Dan Birch"},
		{"a colon behind a sentence", "Her husband, Jonas, was calm: “We will rebuild the house.”", "We will rebuild", "Her husband, Jonas"},
		{"a reply", "“Not in my lifetime,” came the reply from Hans Ebert.", "Not in my lifetime", "Hans Ebert"},
		{"an answer", "“We will see you in court,” was the answer from Ulf Berg.", "We will see you", "Ulf Berg"},
		{"the manner", "“It was chaos.” That was how Ben Tully remembered the night.", "It was chaos", "Ben Tully"},
		{"a colon behind a later sentence", "The flood took the barn. Her husband, Jonas, was calm: “We will rebuild the house.”", "We will rebuild", "Her husband, Jonas"},
		{"a heading with a colon", "The flood took the barn.\n\nJonas Petersen on the flood: “The house can wait”\n\nThe barn is gone.", "The house can wait", ""},
		{"those were the words", "“Not on my land.” Those were the words of Hans Ebert when the surveyors first called.", "Not on my land", "Hans Ebert"},
		{"a noun and a question mark", "Hans Ebert spent a night there. His verdict? “Never again.”", "Never again", "His"},
		{"is how somebody sums it up", "“Hopeless” is how youth worker Ines Hart sums up the plan.", "Hopeless", "youth worker Ines Hart"},
		{"in the words of, within a sentence", "The bridge is “one winter from collapse”, in the words of surveyor Noel Barrow.", "one winter from collapse", "surveyor Noel Barrow"},
		{"quoted by an agency", "The ministry denied it. Minister Hans Ebert was quoted by the state news agency on Friday as saying there was no need for new loans.", "there was no need", "Minister Hans Ebert"},
		{"quoted by an agency, flattened", "the ministry denied it minister hans ebert was quoted by the state news agency on friday as saying there was no need for new loans", "there was no need", "minister hans ebert"},
		{"cited as saying, at the end", "“We never asked for it,” Hans Ebert was cited as saying by the agency.", "We never asked", "Hans Ebert"},
		{"heard on a tape", "The tape is short. “Get them out of here,” Ines Hart can be heard saying.", "Get them out", "Ines Hart"},
		{"with and a participle", "The talks ended late, with Hans Ebert saying the offer had not changed.", "the offer had not changed", "Hans Ebert"},
		{"a condition before the source", "If the river rises, Mayor Ines Hart said, the school will close.", "If the river rises", "Mayor Ines Hart"},
		{"what happened besides", "The airport will close at noon, officials in Selby said on Friday, as the storm came near.", "The airport will close", "officials in Selby"},
		{"told a news conference", "Rates were still too high, Governor Hans Ebert told a news conference on Friday.", "Rates were still too high", "Governor Hans Ebert"},
		{"per a report", "Per the police report, the car hit a pole before it turned over.", "the car hit a pole", "the police report"},
		{"the inner source of two", "“We will sign it if it passes,” Nora Bligh told reporters on Friday, according to the Selby Post. “It is a fair bill.”", "It is a fair bill", "Nora Bligh"},
		{"the inner source of two, flattened", "we will sign it if it passes nora bligh told reporters on friday according to the selby post the vote is in may", "We will sign it", "nora bligh"},
		{"no inner source", "Two ships left the port on Friday, according to the harbour master.", "Two ships left", "the harbour master"},
		{"in the words of, before", "In the words of Noel Barrow, “the party is over.”", "the party is over", "Noel Barrow"},
		{"in the words of, after", "“The party is over,” in the words of Noel Barrow.", "The party is over", "Noel Barrow"},
		{"a verdict", "The verdict of Elsa Grimm was short: “Rubbish, all of it.”", "Rubbish", "Elsa Grimm"},
		{"who said so at the end", "The pool will reopen in May, the trust has announced.", "The pool will reopen", "the trust"},
		{"an office, the name and a perfect", "“The wall will not last,” the borough surveyor, Hilda Crane, had written to the owners in 1991.", "The wall will not last", "the borough surveyor, Hilda Crane"},
		{"a passive", "Hart was accused by Dray of hiding the letters.", "hiding the letters", "Dray"},
		{"a passive, flattened", "the mayor was urged by residents to reopen the pool", "reopen the pool", "residents"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			source, found := sourceOf(tt.text, tt.words)
			if !found || source != tt.source {
				t.Errorf("%q\nsource of %q is %q (found: %t), want %q", tt.text, tt.words, source, found, tt.source)
			}
		})
	}
}

func TestNobodysWords(t *testing.T) {
	tests := []struct{ name, text, words string }{
		{"a noun that looks like a verb", "Nothing is dearer than politics in the United States.", "dearer than politics"},
		{"a passive denied", "Hart has never been accused by the police of hiding anything.", "hiding anything"},
		{"the name of a page", "The “Back to Selby” page said nothing.", "Back to Selby"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if source, found := sourceOf(tt.text, tt.words); found && source != "" {
				t.Errorf("%q\n%q is said by %q", tt.text, tt.words, source)
			}
		})
	}
}

// TestNoWords reads what is nobody's words at all, and what is so like it that it is told
// beside it.
func TestNoWords(t *testing.T) {
	tests := []struct {
		text, words string
		told        bool
	}{
		{"Mr Dray is expected to name a new board on Friday.", "to name a new board", false},
		{"mr dray is expected to name a new board on friday", "to name a new board", false},
		{"Mr Dray is expected to speak at the fair on Friday.", "to speak at the fair", false},
		{"Mr Dray is expected to tell the council on Friday that the mill will close.", "the mill will close", true},
		{"The mill, which opened in 1934, was once known as “the Palace of the North”.", "the Palace of the North", false},
	}
	for _, tt := range tests {
		if _, found := sourceOf(tt.text, tt.words); found != tt.told {
			t.Errorf("%q\n%q told: %t, want %t", tt.text, tt.words, found, tt.told)
		}
	}
}
