package page

import (
	"github.com/verbatim-news/verbatim/internal/lexicon"
	"github.com/verbatim-news/verbatim/internal/token"
)

// A label is what a transcript sets before the words of a speaker: "MR. ROE:",
// "Jane Roe (voice-over):", "Q.".
type label struct {
	token.Range             // all of it, up to the first word that is said
	name        token.Range // the words that stand for the speaker; empty behind a mark alone
	voice       token.Range // the words that name the speaker, once they are known
	opens       bool        // a paragraph begins with it, or a mark for a new speaker
	proof       int         // how much its form alone speaks for a transcript
}

// How much the form of a label speaks for a transcript.
const (
	noProof   = iota // a word or two with capitals: "Result:", "London:"
	someProof        // a person's full name
	sureProof        // what only transcripts set before words: "MR. ROE:", "Q.", ">>"
)

const (
	maxLabelName   = 7  // words that name the speaker in a label
	maxLabelRemark = 10 // words that tell more about the speaker: ", HOST", "(D-Ohio)"
)

// labelAt reads the label that begins at token i.
func (f *finder) labelAt(i int) (l label, ok bool) {
	turn := f.tokens[i].Gap.Has(token.GapTurn)
	opens := turn || i == 0 || f.words.StartsParagraph(i)
	if g := f.tokens[i].Gap; !opens && (!g.Has(token.GapSpace) || !g.Has(token.GapFullStop|token.GapQuestion|token.GapDash|token.GapBracketClose|token.GapDoubleClose)) {
		return label{}, false
	}
	first := f.afterClock(i)
	if l, ok = f.letterLabel(first, opens); !ok {
		l, ok = f.nameLabel(first, opens)
	}
	if ok && l.name.Len() > 0 && isNoVoice(f.fold(l.name.Last-1)) {
		ok = false
	}
	if !ok && !turn {
		return label{}, false
	}
	if !ok {
		l = label{Range: token.Range{First: i, Last: first}, name: token.Range{First: first, Last: first}}
	}
	if turn {
		l.proof = sureProof
	}
	l.First, l.opens, l.voice = i, opens, l.name
	return l, true
}

// maxClock is how many tokens a time before a label may have: "12/03/2021, 18:04:30".
const maxClock = 7

// afterClock returns the token after the time of day, with the date, that stands
// before a label, "[10:32] Jane Roe:", or i.
func (f *finder) afterClock(i int) int {
	end := i
	for end < len(f.tokens) && end < i+maxClock && f.tokens[end].Shape == token.ShapeNumber &&
		(end == i || f.tokens[end].Gap.BareBut(token.GapColon|token.GapSlash|token.GapHyphen|token.GapFullStop|token.GapComma) && !f.tokens[end].Gap.Has(token.GapLine)) {
		end++
	}
	if end < i+2 {
		return i
	}
	if word := f.fold(end); word == "am" || word == "pm" {
		end++
	}
	if end < len(f.tokens) && f.tokens[end].Gap.Has(token.GapSpace) && !f.tokens[end].Gap.Has(token.GapLine) {
		return end
	}
	return i
}

// letterLabel reads the letter that stands for who asks or answers: "Q.", "A:",
// and "Q" alone.
func (f *finder) letterLabel(i int, opens bool) (label, bool) {
	if i+1 >= len(f.tokens) {
		return label{}, false
	}
	word, g, next := f.fold(i), f.tokens[i+1].Gap, f.tokens[i+1].Shape
	if word != "q" && word != "a" || f.tokens[i].Shape != token.ShapeTitle || next == token.ShapeLower && word == "a" {
		return label{}, false
	}
	l := label{Range: token.Range{First: i, Last: i + 1}, name: token.Range{First: i, Last: i + 1}, proof: sureProof}
	switch {
	case !g.Has(token.GapSpace) || g.Has(token.GapHyphen|token.GapApostrophe|token.GapComma|token.GapSlash|token.GapOther):
		return label{}, false
	case g.Has(token.GapFullStop | token.GapColon | token.GapDash):
		return l, opens || !g.Has(token.GapDash) && len(f.fold(i-1)) > 1 // but "of L. A. The"
	}
	return l, opens && next != token.ShapeLower
}

// nameLabel reads a name or office that a colon, or in a record of Congress a
// full stop, sets apart from what is said.
func (f *finder) nameLabel(i int, opens bool) (label, bool) {
	for end := i + 1; end <= min(i+maxLabelName, len(f.tokens)-1); end++ {
		if !f.canLabel(end-1, i) {
			return label{}, false
		}
		g, name := f.tokens[end].Gap, token.Range{First: i, Last: end}
		switch {
		case g.Has(token.GapColon):
			return f.labelOf(name, end)
		case g.Has(token.GapLine):
			return label{}, false
		case g.Has(token.GapFullStop):
			if opens && f.isRecordLabel(name) {
				return label{Range: name, name: name, proof: sureProof}, true
			}
			if lexicon.AbbreviationOf(f.fold(end-1)) == lexicon.AbbreviationNone {
				return label{}, false
			}
		case g.Has(token.GapComma | token.GapBracketOpen):
			if last := f.remarkEnd(end); last > end {
				return f.labelOf(name, last)
			}
			return label{}, false
		case !g.BareBut(token.GapHyphen | token.GapApostrophe | token.GapOther):
			return label{}, false
		}
	}
	return label{}, false
}

// labelOf makes a label of the name whose colon stands before token end.
func (f *finder) labelOf(name token.Range, end int) (label, bool) {
	g := f.tokens[end].Gap
	last := f.fold(name.Last - 1)
	if !g.Has(token.GapSpace) && (f.tokens[end].Shape == token.ShapeLower || f.tokens[end].Shape == token.ShapeNumber) || g.Has(token.GapSlash) ||
		lexicon.IsNameJoint(last) && name.Len() == 1 && f.tokens[name.First].Shape != token.ShapeUpper {
		return label{}, false
	}
	return label{Range: token.Range{First: name.First, Last: end}, name: name, proof: f.proofOf(name)}, true
}

// canLabel reports whether token i can be a word of a label that begins at token
// first.
func (f *finder) canLabel(i, first int) bool {
	t := f.tokens[i]
	switch {
	case t.Shape == token.ShapeNumber:
		return i > first && len(t.Fold) < 4
	case lexicon.IsSureWeekday(t.Fold), lexicon.IsMonth(t.Fold) && i+1 < len(f.tokens) && f.tokens[i+1].Shape == token.ShapeNumber:
		return false
	case i == first && lexicon.IsFunctionWord(t.Fold) && len(t.Fold) > 1:
		return t.Fold == "the"
	case t.Shape == token.ShapeUpper, t.Shape == token.ShapeMixed:
		return true
	case t.Shape == token.ShapeTitle:
		return !lexicon.IsFunctionWord(t.Fold) || i > first
	case f.words.Cased:
		return i > first && isLabelJoint(t.Fold)
	}
	return i-first < maxPlainLabel && !lexicon.IsFunctionWord(t.Fold)
}

// maxPlainLabel is how many words a label has at most that is written in small
// letters.
const maxPlainLabel = 3

// isLabelJoint reports whether a word in small letters stands within a name or
// office: "the MINISTER of FINANCE", "The SPEAKER pro tempore".
func isLabelJoint(word string) bool {
	switch word {
	case "of", "for", "the", "and", "pro", "tempore", "al", "bin", "el", "y":
		return true
	}
	return lexicon.IsParticle(word) || lexicon.IsNameJoint(word)
}

// isRecordLabel reports whether a name before a full stop is a label as records
// of Congress set it: "Mr. ROE", "The PRESIDING OFFICER", "Ms. ROE of Ohio",
// "Senator Roe".
func (f *finder) isRecordLabel(name token.Range) bool {
	first := f.fold(name.First)
	if name.Len() < 2 || !f.words.Cased || first != "the" && !isAddressing(first) && !lexicon.IsTitle(first) && lexicon.RoleOf(first) != lexicon.PersonRole {
		return false
	}
	if f.tokens[name.Last].Shape == token.ShapeLower || f.tokens[name.Last].Shape == token.ShapeUpper && len(f.fold(name.Last)) > 1 {
		return false
	}
	upper := 0
	for i := name.First + 1; i < name.Last; i++ {
		if f.tokens[i].Shape == token.ShapeUpper {
			upper++
		}
	}
	if len(f.fold(name.Last-1)) < 2 {
		return false
	}
	if upper > 0 {
		return f.tokens[name.First].Shape == token.ShapeTitle && (first != "the" || f.hasOffice(name))
	}
	if first == "the" {
		return name.Len() == 2 && lexicon.RoleOf(f.fold(name.Last-1)) == lexicon.PersonRole && f.tokens[name.Last-1].Shape == token.ShapeTitle
	}
	last := f.tokens[name.Last-1]
	return name.Len() <= 3 && last.Shape == token.ShapeTitle && len(last.Fold) > 1 && !lexicon.IsTitle(last.Fold)
}

// hasOffice reports whether a word of a name tells what its bearer is.
func (f *finder) hasOffice(name token.Range) bool {
	for i := name.First; i < name.Last; i++ {
		if word := f.fold(i); lexicon.IsTitle(word) || lexicon.RoleOf(word) == lexicon.PersonRole || isVoiceNoun(word) {
			return true
		}
	}
	return false
}

// remarkEnd returns the token after the colon that ends what follows the name of
// a label, ", HOST:", "(voice-over):", or i.
func (f *finder) remarkEnd(i int) int {
	bracket := f.tokens[i].Gap.Has(token.GapBracketOpen)
	for end := i + 1; end < len(f.tokens) && end-i <= maxLabelRemark; end++ {
		g := f.tokens[end].Gap
		if bracket && g.Has(token.GapBracketClose) {
			bracket = false
		}
		switch {
		case bracket && !g.Has(token.GapLine):
			continue
		case g.Has(token.GapColon) && g.Has(token.GapSpace|token.GapLine):
			return end
		case g.Has(token.GapSemicolon | token.GapQuestion | token.GapLine | token.GapDash | token.GapDoubleOpen),
			g.Has(token.GapFullStop) && !f.isDotted(end-1),
			f.tokens[i].Gap.Has(token.GapComma) && f.words.Cased && f.tokens[end-1].Shape == token.ShapeLower && !isLabelJoint(f.fold(end-1)):
			return i
		}
	}
	return i
}

// isDotted reports whether token i is an abbreviation.
func (f *finder) isDotted(i int) bool {
	return lexicon.AbbreviationOf(f.fold(i)) != lexicon.AbbreviationNone
}

// proofOf returns how much a name before a colon speaks for a transcript.
func (f *finder) proofOf(name token.Range) int {
	first, last := f.fold(name.First), f.fold(name.Last-1)
	upper, offices := 0, 0
	for i := name.First; i < name.Last; i++ {
		if f.tokens[i].Shape == token.ShapeUpper || isLabelJoint(f.fold(i)) {
			upper++
		}
		if lexicon.IsTitle(f.fold(i)) || lexicon.RoleOf(f.fold(i)) == lexicon.PersonRole {
			offices++
		}
	}
	switch {
	case name.Len() > 1 && (isAddressing(first) || first != "the" && upper == name.Len() && offices > 0),
		first == "the" && offices > 0 && upper > 0,
		f.words.Timed && f.words.Cased && upper == name.Len(), // captions
		name.Len() == 2 && f.isNumber(name.Last-1) && isNumberedVoice(first):
		return sureProof
	case name.Len() > 1 && name.Len() <= 4 && (lexicon.IsGivenName(first) || lexicon.IsTitle(first)) && lexicon.RoleOf(last) == lexicon.NoRole,
		name.Len() == 1 && f.words.Cased && isVoiceNoun(first):
		return someProof
	}
	return noProof
}

// isNumber reports whether token i tells one voice from another: "Speaker 1",
// "Speaker B".
func (f *finder) isNumber(i int) bool {
	return f.tokens[i].Shape == token.ShapeNumber || len(f.fold(i)) == 1 && isCapital(f.tokens[i].Shape)
}

// isAddressing reports whether a word addresses a person before the surname.
func isAddressing(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "hon", "chairman", "chairwoman":
		return true
	}
	return false
}

// isNumberedVoice reports whether a word with a number stands for a voice.
func isNumberedVoice(word string) bool {
	return word == "speaker" || word == "voice" || isVoiceNoun(word)
}

// isVoiceNoun reports whether a word alone stands for a voice of a transcript.
func isVoiceNoun(word string) bool {
	switch word {
	case "moderator", "reporter", "interviewer", "interviewee", "host", "narrator", "operator", "announcer", "anchor", "witness", "question", "answer",
		"speaker", "audience", "caller", "interpreter", "chair", "clerk", "court", "staff", "student", "voice":
		return true
	}
	return false
}

// isNoVoice reports whether a label that ends with a word names no speaker but
// what follows: "Photo:", "Read More:", "Editor's Note:".
func isNoVoice(last string) bool {
	switch last {
	case "note", "notes", "update", "updates", "updated", "photo", "photos", "photograph", "photographs", "picture", "image", "images", "video", "videos", "audio", "gallery", "graphic",
		"illustration", "credit", "credits", "source", "sources", "result", "results", "correction", "clarification", "more", "related", "story", "stories", "article", "articles",
		"read", "watch", "listen", "see", "live", "breaking", "exclusive", "opinion", "analysis", "review", "poll", "quiz", "map", "chart", "date", "dates", "time", "times", "where",
		"when", "what", "who", "why", "how", "place", "location", "venue", "address", "phone", "telephone", "tel", "fax", "email", "mail", "website", "web", "contact", "price", "prices", "cost",
		"tickets", "admission", "total", "totals", "score", "scores", "tip", "tips", "step", "fact", "facts", "myth", "claim", "claims", "verdict", "rating", "ruling", "truth", "reality", "pro", "pros",
		"con", "cons", "subject", "re", "from", "to", "cc", "bcc", "sent", "topic", "title", "headline", "key", "background", "summary", "conclusion", "overview", "introduction", "example", "examples",
		"questions", "answers", "lead", "bottom", "line", "age", "born", "died", "education", "occupation", "family", "hometown", "residence", "party", "record", "position", "ingredients", "directions",
		"method", "serves", "stars", "starring", "cast", "director", "genre", "rated", "runtime", "release", "author", "publisher", "isbn", "pages", "target", "attacker", "attackers", "incident", "made", "kept", "broken",
		"outcome", "wisdom", "goals", "goal", "winner", "winners", "loser", "losers", "referee", "attendance", "warning", "caution", "alert", "advice", "reminder", "ps", "psst", "mr", "mrs", "ms", "dr",
		"http", "https", "of", "and", "the", "for", "category", "tags", "tag", "topics", "filed", "file", "caption", "data", "table", "figure", "group", "round", "day", "week", "year", "chapter",
		"part", "section", "item", "act", "rule", "lesson", "option", "problem", "solution", "reasons", "issue", "issues", "transcript", "coverage", "ad", "ads", "speech", "scene", "case",
		"need", "needs", "avoid", "upside", "downside", "votes", "stage", "name", "company", "amount", "client", "service", "snags", "outlook", "plan", "highlights", "details", "status", "effect", "risk", "impact", "says", "said":
		return true
	}
	return lexicon.IsDocument(last)
}
