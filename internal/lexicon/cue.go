package lexicon

import (
	"strings"
	"sync"
)

// An Act is what a cue says was done.
type Act uint8

// The acts.
const (
	Speaking Act = iota + 1
	Writing
	Thinking
)

// A Frame says what follows a cue.
type Frame uint8

// The frames.
const (
	// Clause cues take someone's words or a clause: "she said (that) …", also
	// after the words themselves: "…, she said".
	Clause Frame = iota + 1
	// Addressee cues name who is addressed before the clause: "told him that".
	Addressee
	// Object cues take a topic or an infinitive: "criticised the plan",
	// "vowed to appeal".
	Object
)

// A Cue is a word that signals an attribution.
type Cue struct {
	Act   Act
	Frame Frame
	// Weight is the share of the places in the training part of PolNeAR in
	// which the group that the word belongs to is a cue.
	Weight float64
}

// cueGroups lists the cues by act, frame and reliability. A verb stands with
// all of its forms; words were chosen by counting over the training part of
// PolNeAR and completed with verbs of their kind.
var cueGroups = []struct {
	cue   Cue
	words string
}{
	{Cue{Speaking, Clause, 0.9}, `
		said says saying added adds adding noted noting argued argues arguing insisted insists insisting
		explained explaining explains warned warning warns asserted asserts asserting stressed stressing
		emphasized emphasised conceded concedes conceding remarked remarking joked joking quipped recalled
		recalling recalls lamented lamenting observed mused cautioned cautions contended contends contending
		commented replied replies replying retorted countered acknowledged acknowledges acknowledging admitted
		admits admitting claimed claims claiming alleged alleges alleging declared declares declaring
		stated states stating suggested suggests suggesting complained complains complaining announced announces
		announcing predicted predicts predicting vowed vows vowing proclaimed reiterated reiterates testified
		testifies maintained maintains reckoned exclaimed shouted yelled chanted whispered interjected volunteered
		speculated confessed boasted boasts bragged promised promises pointed revealed reveals disclosed
		responded responds continued confirmed confirms denied denies denying concluded concludes stipulated
		ventured intoned opined enthused implored pleaded thundered murmured muttered snapped recounted
		elaborated protested`},
	{Cue{Speaking, Clause, 0.5}, `say reported reports agreed agrees indicated indicates signaled signalled
		asked asks asking answered repeated `},
	{Cue{Speaking, Addressee, 0.8}, `told telling tells informed informs informing assured assures assuring reminded
		reminding reminds notified advised`},
	{Cue{Writing, Clause, 0.85}, `wrote writes tweeted tweets tweeting posted emailed texted messaged blogged
		retweeted captioned titled`},
	{Cue{Writing, Clause, 0.5}, `show shows showed shown found finds reads writing estimates estimated`},
	{Cue{Thinking, Clause, 0.45}, `believes believe believed believing thinks think thought hopes hope hoped hoping
		fear fears feared fearing worry worried worries doubt doubts doubted suspect suspects suspected reckon reckons feel expects expected realizes realized
		realises realised knows knew wonders wondered imagines feels felt considers learned learnt
		predict assume assumes assumed`},
	{Cue{Speaking, Object, 0.8}, `accused accuses accusing criticized criticised criticizing criticising described
		describing describes urged urging urges blamed blames blaming praised praises praising defended defending
		denounced denouncing condemned condemns condemning cited citing cites questioned questioning dismissed
		dismissing dismisses rejected rejects rejecting slammed slams blasted blasts blasting referring referred
		mocked declined declines refused refuses refusing offered pledged pledging called calling calls touted
		lambasted derided decried likened dubbed labeled labelled mentioned mentions discussed discussing thanked
		welcomed hailed echoed echoing voiced expressed expresses expressing attacked questions endorsed endorses
		apologized apologised demanded demands insinuated hinted hints alluded`},
	{Cue{Thinking, Object, 0.5}, `wants wanted sought seeking seeks supports supported supporting opposed opposes
		favored favoured prefers preferred sees regards regarded backs intends intended decided`},
}

var cues = sync.OnceValue(func() map[string]Cue {
	table := make(map[string]Cue, 512)
	for _, group := range cueGroups {
		for word := range strings.FieldsSeq(group.words) {
			if _, taken := table[word]; !taken {
				table[word] = group.cue
			}
		}
	}
	return table
})

// LookupCue returns the cue that a lower-cased word is, if it is one.
func LookupCue(word string) (Cue, bool) {
	cue, ok := cues()[word]
	return cue, ok
}
