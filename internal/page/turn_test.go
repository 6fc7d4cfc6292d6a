package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/token"
)

// TestTurns reads texts with colons: who is read as a speaker, and what as said. A
// turn is written "label [voice]: words", the voice only where it is another.
func TestTurns(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"capitals", "MR. ROE: It holds.\nMS. DOE: Does it?", []string{"MR ROE: It holds", "MS DOE: Does it"}},
		{"record", "Mr. ROE of Ohio. It holds.\nThe PRESIDING OFFICER. Without objection.", []string{"Mr ROE of Ohio: It holds", "The PRESIDING OFFICER: Without objection"}},
		{"remark", "JANE ROE, HOST: Hello.\nROE (voice-over): You are late.\nTOM DOE: I know.", []string{"JANE ROE: Hello", "ROE: You are late", "TOM DOE: I know"}},
		{"directions", "MR. ROE: (Laughter.) I am [applause] glad.\nMS. DOE: (APPLAUSE)", []string{"MR ROE: I am … glad"}},
		{"several paragraphs", "MR. ROE: I came.\n\nI saw.\nMS. DOE: And you?\nMR. ROE: I left.", []string{"MR ROE: I came I saw", "MS DOE: And you", "MR ROE: I left"}},
		{"letters", "DEPOSITION OF JANE ROE\nEXAMINATION BY MR. DOE:\nQ. Were you there?\nA. I was.", []string{"Q [MR DOE]: Were you there", "A [JANE ROE]: I was"}},
		{"letters without a head", "Q: Were you there?\nA: I was.", []string{"Q: Were you there", "A: I was"}},
		{"initials", "Jane Roe: Are you well?\nTom Doe: I am.\nJR: Truly?\nTD: I said so.", []string{"Jane Roe: Are you well", "Tom Doe: I am", "JR [Jane Roe]: Truly", "TD [Tom Doe]: I said so"}},
		{"marks alone", ">> JANE ROE: We won. >> Did you?", []string{"JANE ROE: We won", ": Did you"}},
		{"quoted claims", "ROE: \u201cWe won.\u201d\nThey did not.\nROE: \u201cBy a mile.\u201d\nBy less.", []string{"ROE: We won", "ROE: By a mile"}},

		{"a result", "The result: nobody came.\nNote: The hall was closed.\nUpdate: It is open.", nil},
		{"rubrics", "TARGET: Two ferries.\nWHEN: Monday.\nTARGET: A pier.\nWHEN: Friday.", nil},
		{"pictures", "Photo: Jane Roe\nPhoto: Tom Doe\nPhoto: Jane Roe", nil},
		{"for and against", "Pros: You save money.\nCons: You wait.\nPros: It is near.\nCons: It is cold.", nil},
		{"links", "JUST WATCHED Mayor Roe: I won\nMUST WATCH Mayor Roe: I won", nil},
		{"an article", "Q came first.\nA mayor was there.\nA clerk was not.", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words := token.Read(test.text)
			written := func(w token.Range) string {
				list := make([]string, 0, w.Len())
				for _, word := range words.Tokens[w.First:w.Last] {
					list = append(list, test.text[word.Start:word.End])
				}
				return strings.Join(list, " ")
			}
			var got []string
			for _, turn := range Read(words, nil).Turns {
				var said []string
				for _, w := range turn.Words {
					said = append(said, written(w))
				}
				line := written(turn.Label)
				if turn.Voice != turn.Label && !turn.Voice.Empty() {
					line += " [" + written(turn.Voice) + "]"
				}
				got = append(got, line+": "+strings.Join(said, " … "))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("turns of %q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}
