package occasion

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/channel"
)

// decideTogether gives messages of speakers the channel with the highest score, and
// then settles them by weights.
func decideTogether(speakers []party, scores []map[channel.Channel]float32, weights [agreements]float32) (alone, together []channel.Channel) {
	drafts := make([]draft, len(speakers))
	a := agreement{round: true}
	for n, from := range speakers {
		drafts[n].from = from
		options := []option{{value: noValue}}
		for k, c := range channel.All {
			if score, ok := scores[n][c]; ok {
				options = append(options, option{value: int32(k), score: score})
			}
		}
		alone = append(alone, channelAt(a.add(options)))
	}
	together = append(together, alone...)
	newSettling(drafts).settle(&a, &[2][agreements]float32{weights, weights}, 0, func(n int, o option) { together[n] = channelAt(o) })
	return alone, together
}

func TestAgreement(t *testing.T) {
	sure := map[channel.Channel]float32{channel.Interview: 5}
	unsure := map[channel.Channel]float32{channel.Interview: -0.5}
	against := map[channel.Channel]float32{channel.Interview: -9}
	tests := []struct {
		name     string
		speakers []party
		scores   []map[channel.Channel]float32
		weights  [agreements]float32
		want     channel.Channel // of the message in the middle
	}{
		{"each by itself", []party{1, 1, 1}, []map[channel.Channel]float32{sure, unsure, sure}, [agreements]float32{byItself: 1}, ""},
		{"with the speaker's others", []party{1, 1, 1}, []map[channel.Channel]float32{sure, unsure, sure}, [agreements]float32{byItself: 1, bySpeakers: 1}, channel.Interview},
		{"not with those of others", []party{1, 2, 1}, []map[channel.Channel]float32{sure, unsure, sure}, [agreements]float32{byItself: 1, bySpeakers: 1}, ""},
		{"nobody has no others", []party{nobody, nobody, nobody}, []map[channel.Channel]float32{sure, unsure, sure}, [agreements]float32{byItself: 1, bySpeakers: 1}, ""},
		{"with the one before", []party{1, 2, 1}, []map[channel.Channel]float32{sure, unsure, against}, [agreements]float32{byItself: 1, byMessageBefore: 1}, channel.Interview},
		{"with the one after", []party{1, 2, 1}, []map[channel.Channel]float32{against, unsure, sure}, [agreements]float32{byItself: 1, byMessageAfter: 1}, channel.Interview},
		{"with the speaker's last", []party{2, 2, 1}, []map[channel.Channel]float32{sure, unsure, against}, [agreements]float32{byItself: 1, bySpeakersBefore: 1}, channel.Interview},
		{"with the speaker's next", []party{1, 2, 2}, []map[channel.Channel]float32{against, unsure, sure}, [agreements]float32{byItself: 1, bySpeakersAfter: 1}, channel.Interview},
		{"with the article", []party{1, 2, 3}, []map[channel.Channel]float32{sure, unsure, sure}, [agreements]float32{byItself: 1, byArticle: 1}, channel.Interview},
		{"against what it tells itself", []party{1, 1, 1}, []map[channel.Channel]float32{sure, against, sure}, [agreements]float32{byItself: 1, bySpeakers: 1}, ""},
		{"no channel that nothing speaks for", []party{1, 1, 1}, []map[channel.Channel]float32{sure, {}, sure}, [agreements]float32{byItself: 1, bySpeakers: 9}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			alone, together := decideTogether(test.speakers, test.scores, test.weights)
			if alone[1] != "" {
				t.Fatalf("by itself it is already %q", alone[1])
			}
			if together[1] != test.want {
				t.Errorf("it is %q, not %q", together[1], test.want)
			}
			if together[0] != alone[0] || together[2] != alone[2] {
				t.Errorf("the others were %q and %q, and are %q and %q", alone[0], alone[2], together[0], together[2])
			}
		})
	}
}

// Several expressions may name one day: their chances add up.
func TestChancesOfOneDayAddUp(t *testing.T) {
	a := agreement{round: true}
	a.add([]option{{value: 7, index: 1}, {value: 7, index: 2}, {value: noValue, index: -1, score: 0.2}})
	if got := chanceOf(a.of(0), 7); got < 0.6 || got > 0.7 {
		t.Errorf("the day has a chance of %v", got)
	}
	if a.of(-1) != nil || a.of(1) != nil {
		t.Error("there are options of messages that are not there")
	}
}
