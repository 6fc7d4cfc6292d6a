package export

import (
	"strings"

	"github.com/verbatim-news/verbatim"
)

// unknownSpeaker is what the lists for people call one who is not known.
const unknownSpeaker = "unknown"

// headingOf says in a line who spoke to whom, how and when: "2016-10-12
// WikiLeaks → Donald Trump Jr, message". What the speaker does not assert is
// marked beside the name, so that a denial is not read as a statement: "Bell
// [denied]".
func headingOf(m *verbatim.Message) string {
	parts := headingParts(m)
	return joinedHeading(parts, func(_ headingPart, text string) string { return text })
}

// A headingPart is a piece of a heading.
type headingPart int

const (
	partWhen headingPart = iota
	partWho
	partWhom
	partStance
	partChannel
	headingLength
)

// headingParts returns the pieces of a heading; one that is not known is empty.
func headingParts(m *verbatim.Message) (parts [headingLength]string) {
	if m.Sent != nil {
		parts[partWhen] = Visible(timeForPeople(m.Sent.Value))
	}
	parts[partWho], parts[partWhom] = Visible(nameOf(m.Speaker)), Visible(nameOf(m.Recipient))
	if parts[partWho] == "" {
		parts[partWho] = unknownSpeaker
	}
	if m.Stance != verbatim.StanceAsserted {
		parts[partStance] = Visible(words(m.Stance))
	}
	parts[partChannel] = Visible(words(m.Channel))
	return parts
}

// joinedHeading puts the pieces together, each as shown gives it.
func joinedHeading(parts [headingLength]string, shown func(headingPart, string) string) string {
	heading := ""
	add := func(before string, part headingPart, after string) {
		if parts[part] != "" {
			heading += before + shown(part, parts[part]) + after
		}
	}
	add("", partWhen, "  ")
	add("", partWho, "")
	add(" → ", partWhom, "")
	add(" [", partStance, "]")
	add(", ", partChannel, "")
	return heading
}

// timeForPeople writes a TIMEX3 value with a clock or a part of the day as people
// do: "2016-10-12 evening", "2016-10-12 21:30 UTC". Others stay as they are.
func timeForPeople(value string) string {
	day, clock, found := strings.Cut(value, "T")
	if !found || len(day) != len("2016-10-12") {
		return value
	}
	switch clock {
	case "MO":
		clock = "morning"
	case "AF":
		clock = "afternoon"
	case "EV":
		clock = "evening"
	case "NI":
		clock = "night"
	default:
		if utc, found := strings.CutSuffix(clock, "Z"); found {
			clock = utc + " UTC"
		}
	}
	return day + " " + clock
}
