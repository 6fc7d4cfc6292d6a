package verbatim_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/verbatim-news/verbatim"
)

// checkVocabulary checks the text form of a closed vocabulary: every known
// value there and back, and every other value an UnknownValueError that leaves
// what it was read into alone.
func checkVocabulary[T interface {
	~string
	encoding.TextMarshaler
}, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, typeName string, known ...T) {
	t.Helper()
	t.Run(typeName, func(t *testing.T) {
		for _, value := range known {
			encoded, err := json.Marshal([]T{value})
			if want := `["` + string(value) + `"]`; err != nil || string(encoded) != want {
				t.Errorf("json.Marshal = %s, %v; want %s", encoded, err, want)
			}
			var decoded []T
			if err := json.Unmarshal(encoded, &decoded); err != nil || len(decoded) != 1 || decoded[0] != value {
				t.Errorf("json.Unmarshal(%s) = %q, %v", encoded, decoded, err)
			}
		}
		for _, unknown := range []string{"sideways", strings.ToUpper(string(known[0])) + " ", " " + string(known[0])} {
			var wrong *verbatim.UnknownValueError
			value := known[0]
			err := P(&value).UnmarshalText([]byte(unknown))
			if !errors.As(err, &wrong) || wrong.Type != typeName || wrong.Value != unknown {
				t.Errorf("UnmarshalText(%q): %#v; want an UnknownValueError of %s", unknown, err, typeName)
			}
			if value != known[0] {
				t.Errorf("UnmarshalText(%q) changed the value to %q", unknown, value)
			}
			if err != nil && (!strings.Contains(err.Error(), unknown) || !strings.Contains(err.Error(), typeName)) {
				t.Errorf("UnmarshalText(%q): %v; want the value and the type in the message", unknown, err)
			}
			if encoded, err := T(unknown).MarshalText(); !errors.As(err, &wrong) {
				t.Errorf("MarshalText of %q = %q, %v; want an UnknownValueError", unknown, encoded, err)
			}
		}
	})
}

func TestVocabularies(t *testing.T) {
	checkVocabulary(t, "Form", verbatim.Direct, verbatim.Indirect, verbatim.Mixed)
	checkVocabulary(t, "Mode", verbatim.Speech, verbatim.Writing, verbatim.Thought)
	checkVocabulary(t, "Channel",
		verbatim.ChannelSpeech, verbatim.ChannelInterview, verbatim.ChannelStatement, verbatim.ChannelPost, verbatim.ChannelMessage,
		verbatim.ChannelEmail, verbatim.ChannelLetter, verbatim.ChannelCall, verbatim.ChannelDocument, verbatim.ChannelNewsConference,
		verbatim.ChannelDebate, verbatim.ChannelTestimony, verbatim.ChannelConversation)
	checkVocabulary(t, "TimestampType", verbatim.Date, verbatim.Time, verbatim.Duration, verbatim.Set)
	checkVocabulary(t, "Granularity",
		verbatim.BySecond, verbatim.ByMinute, verbatim.ByDayPart, verbatim.ByDay, verbatim.ByWeekend, verbatim.ByWeek, verbatim.ByMonth,
		verbatim.BySeason, verbatim.ByQuarter, verbatim.ByHalf, verbatim.ByYear, verbatim.ByYearRange, verbatim.ByDecade, verbatim.ByCentury, "")
	checkVocabulary(t, "Direction", verbatim.PreferPast, verbatim.PreferFuture, verbatim.PreferNearest, "")
	checkVocabulary(t, "AnchorSource", verbatim.AnchorPublished, verbatim.AnchorTimestamp)
	checkVocabulary(t, "URLKind", verbatim.WebPage, verbatim.SocialPost, verbatim.ShortLink, verbatim.ImageLink, verbatim.Email)
	checkVocabulary(t, "Loss", verbatim.LossCase, verbatim.LossSeparators)
	checkVocabulary(t, "FurnitureKind",
		verbatim.FurnitureHeadline, verbatim.FurnitureStandfirst, verbatim.FurnitureByline, verbatim.FurnitureDateline, verbatim.FurnitureStamp,
		verbatim.FurnitureCredit, verbatim.FurnitureCaption, verbatim.FurnitureLink, verbatim.FurnitureShare, verbatim.FurnitureSignup,
		verbatim.FurnitureCopyright, verbatim.FurnitureNote, verbatim.FurnitureAdvertisement)
}
