package token

import (
	"strings"
	"testing"
)

// TestTimings reads the words of captions and of transcripts with times: "|" stands
// where a time or a tag was left out, ">" where somebody else begins to speak.
func TestTimings(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"WebVTT", "WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000 align:start\nWe are\nhere.\n\n00:02.000 --> 00:03.000\nYou too.", "|We are here |You too"},
		{"SubRip", "1\n00:00:01,000 --> 00:00:02,000\n- Are you?\n- I am.\n\n2\n00:00:03,000 --> 00:00:04,000\n2 of us.", "|>Are you >I am |2 of us"},
		{"voices", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Jane Roe>It <i>is</i>.</v>", "|>Jane Roe It |is"},
		{"flattened", "webvtt 00 00 01 000 00 00 02 000 align start we are here 00 00 02 000 00 00 03 000 you too", "|we are here |you too"},
		{"offsets", "[00:04] Jane: Hello.\n[00:09] Tom: Hello.", "|Jane Hello |Tom Hello"},
		{"offsets behind a name", "SPEAKER 1 [00:00:04]: Hello.\nSPEAKER 2 [00:00:09]: Hello.", "SPEAKER 1 |Hello SPEAKER 2 |Hello"},
		{"lines of their own", "0:04\nwe are\n0:09\nhere", "|we are |here"},
		{"times of day", "[10:32] Jane: Hello.\n[10:33] Tom: Hello.", "10 32 Jane Hello 10 33 Tom Hello"},
		{"a schedule", "8:00 Doors open\n8:30 The band plays", "8 00 Doors open 8 30 The band plays"},
		{"one time", "He won in [0:58] and left.", "He won in 0 58 and left"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var words []string
			for _, w := range Read(test.text).Tokens {
				word := test.text[w.Start:w.End]
				if w.Gap.Has(GapTurn) {
					word = ">" + word
				}
				if w.Gap.Has(GapCue) {
					word = "|" + word
				}
				words = append(words, word)
			}
			if got := strings.Join(words, " "); got != test.want {
				t.Errorf("words of %q are %q, want %q", test.text, got, test.want)
			}
		})
	}
}
