package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim"
)

const (
	jsonldHead = `{"@context": ["https://schema.org", {"verbatim": "https://github.com/verbatim-news/verbatim/blob/main/docs/exports.md#"}], "@graph": [` + "\n"
	jsonldFoot = "]}\n"
)

// The nodes of JSONLD. What schema.org has no word for bears the prefix verbatim,
// and is called and written as in the record.
type (
	ldReference struct {
		ID string `json:"@id"`
	}

	ldArticle struct {
		Type          string      `json:"@type"`
		ID            string      `json:"@id"`
		Identifier    string      `json:"identifier,omitzero"`
		DatePublished string      `json:"datePublished,omitzero"`
		DateModified  string      `json:"dateModified,omitzero"`
		Author        []ldAuthor  `json:"author,omitzero"`
		Unit          Unit        `json:"verbatim:unit"`
		HasPart       []ldMessage `json:"hasPart"`
		About         []ldAction  `json:"about,omitzero"`
		Mentions      []ldSpeaker `json:"mentions"`
	}

	ldAuthor struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}

	ldSpeaker struct {
		Type            string               `json:"@type"`
		ID              string               `json:"@id"`
		Name            string               `json:"name"`
		AlternateName   []string             `json:"alternateName,omitzero"`
		HonorificPrefix []string             `json:"honorificPrefix,omitzero"`
		Description     []string             `json:"description,omitzero"`
		Kind            verbatim.SpeakerKind `json:"verbatim:kind,omitzero"`
		Spans           string               `json:"verbatim:mentions,omitzero"`
	}

	// ldSaid is what messages and actions both have.
	ldSaid struct {
		ID         string           `json:"@id"`
		Index      int              `json:"verbatim:message"`
		Stance     string           `json:"verbatim:stance"`
		Form       verbatim.Form    `json:"verbatim:form"`
		Mode       verbatim.Mode    `json:"verbatim:mode"`
		Channel    verbatim.Channel `json:"verbatim:channel,omitzero"`
		Sent       string           `json:"verbatim:sent,omitzero"`
		Confidence float64          `json:"verbatim:confidence"`
		Content    string           `json:"verbatim:content"`
		Verbatim   string           `json:"verbatim:verbatim,omitzero"`
		Source     string           `json:"verbatim:source,omitzero"`
		Cue        string           `json:"verbatim:cue,omitzero"`
	}

	ldMessage struct {
		Type []string `json:"@type"`
		ldSaid
		Text              string       `json:"text"`
		SpokenByCharacter *ldReference `json:"spokenByCharacter,omitzero"`
		Sender            *ldReference `json:"sender,omitzero"`
		Recipient         *ldReference `json:"recipient,omitzero"`
		DateSent          string       `json:"dateSent,omitzero"`
		TemporalCoverage  string       `json:"temporalCoverage,omitzero"`
		IsPartOf          ldReference  `json:"isPartOf"`
		IsBasedOn         *ldReference `json:"isBasedOn,omitzero"`
		Citation          []ldLink     `json:"citation,omitzero"`
	}

	// An ldAction is a message that the speaker does not assert. Its words stand
	// in a work that nobody is said to have spoken.
	ldAction struct {
		Type string `json:"@type"`
		ldSaid
		Status      string       `json:"actionStatus,omitzero"`
		Agent       *ldReference `json:"agent,omitzero"`
		Recipient   *ldReference `json:"recipient,omitzero"`
		Participant *ldReference `json:"participant,omitzero"` // what a DisagreeAction has for a recipient
		Object      ldWork       `json:"object"`
	}

	ldWork struct {
		Type             string       `json:"@type"`
		Text             string       `json:"text"`
		TemporalCoverage string       `json:"temporalCoverage,omitzero"`
		IsPartOf         ldReference  `json:"isPartOf"`
		IsBasedOn        *ldReference `json:"isBasedOn,omitzero"`
		Citation         []ldLink     `json:"citation,omitzero"`
	}

	ldLink struct {
		Type  string          `json:"@type"`
		Name  string          `json:"name"`
		URL   string          `json:"url,omitzero"`
		Lossy []verbatim.Loss `json:"verbatim:lossy,omitzero"`
	}
)

// jsonldRecord makes the node of an article, in which all others stand.
func jsonldRecord(a *article) ([]byte, error) {
	x := ldWriter{a, newNamer(a)}
	node := ldArticle{
		Type: "Article", ID: x.names.urn("article", 0), Identifier: a.ID, Unit: a.unit,
		DatePublished: dateOf(a.Published), DateModified: dateOf(a.Updated),
		HasPart: []ldMessage{}, Mentions: []ldSpeaker{},
	}
	for _, author := range a.Byline {
		node.Author = append(node.Author, ldAuthor{"Person", author.Name})
	}
	for n := range a.Messages {
		if a.Messages[n].Stance == verbatim.StanceAsserted {
			node.HasPart = append(node.HasPart, x.message(n))
		} else {
			node.About = append(node.About, x.action(n))
		}
	}
	for n := range a.Speakers {
		node.Mentions = append(node.Mentions, x.speaker(n))
	}
	return linked(node)
}

// linked returns a node as JSON that may stand in a script element of a page.
func linked(node any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(node); err != nil {
		return nil, err
	}
	return escapedActive(out.Bytes()), nil
}

// An ldWriter makes the nodes of one article.
type ldWriter struct {
	*article
	names *namer
}

func (x *ldWriter) said(n int) ldSaid {
	m := &x.Messages[n]
	said := ldSaid{
		ID: x.names.urn("message", n), Index: n, Stance: m.Stance.String(), Form: m.Form, Mode: m.Mode, Channel: m.Channel,
		Confidence: m.Confidence, Content: x.ranges(m.Content...), Verbatim: x.ranges(m.Verbatim...), Cue: x.ranges(m.Cue...),
	}
	if m.Sent != nil {
		said.Sent = m.Sent.Value
	}
	if m.Source != nil {
		said.Source = x.ranges(*m.Source)
	}
	return said
}

// message is a Message; it is a Quotation too where the words are the speaker's
// own throughout.
func (x *ldWriter) message(n int) ldMessage {
	m := &x.Messages[n]
	node := ldMessage{
		Type: []string{"Message"}, ldSaid: x.said(n), Text: m.Text, Sender: x.party(m.Speaker), Recipient: x.party(m.Recipient),
		IsPartOf: ldReference{x.names.urn("article", 0)}, IsBasedOn: x.repeated(m), Citation: x.links(m),
	}
	if m.Form == verbatim.FormDirect {
		node.Type, node.SpokenByCharacter = []string{"Quotation", "Message"}, node.Sender
	}
	if node.DateSent = momentOf(m.Sent); node.DateSent == "" {
		node.TemporalCoverage = periodOf(m.Sent)
	}
	return node
}

// action is what the speaker does with words that they do not assert, in the
// nearest word of schema.org.
func (x *ldWriter) action(n int) ldAction {
	m := &x.Messages[n]
	node := ldAction{
		Type: "CommunicateAction", ldSaid: x.said(n), Agent: x.party(m.Speaker), Recipient: x.party(m.Recipient),
		Object: ldWork{
			Type: "CreativeWork", Text: m.Text, TemporalCoverage: periodOf(m.Sent),
			IsPartOf: ldReference{x.names.urn("article", 0)}, IsBasedOn: x.repeated(m), Citation: x.links(m),
		},
	}
	switch m.Stance {
	case verbatim.StanceDenied:
		node.Type, node.Recipient, node.Participant = "DisagreeAction", nil, node.Recipient
	case verbatim.StanceAsked, verbatim.StanceRequested:
		node.Type = "AskAction"
	case verbatim.StanceConditional:
		node.Status = "https://schema.org/PotentialActionStatus"
	case verbatim.StanceWithheld:
		node.Status = "https://schema.org/FailedActionStatus"
	}
	return node
}

func (x *ldWriter) speaker(n int) ldSpeaker {
	s := &x.Speakers[n]
	node := ldSpeaker{
		Type: "Thing", ID: x.names.urn("speaker", n), Name: s.Name, AlternateName: s.Aliases,
		Description: s.Roles, Kind: s.Kind, Spans: x.ranges(s.Mentions...),
	}
	if s.Kind == verbatim.SpeakerPerson {
		node.HonorificPrefix = s.Titles
	} else {
		node.Description = append(slices.Clone(s.Titles), s.Roles...)
	}
	switch s.Kind {
	case verbatim.SpeakerPerson:
		node.Type = "Person"
	case verbatim.SpeakerOrganisation:
		node.Type = "Organization"
	case verbatim.SpeakerDocument:
		node.Type = "CreativeWork"
	}
	return node
}

// party refers to one end of a message.
func (x *ldWriter) party(p *verbatim.Party) *ldReference {
	if p == nil {
		return nil
	}
	return &ldReference{x.names.urn("speaker", p.ID)}
}

// repeated refers to the message whose words m gives again.
func (x *ldWriter) repeated(m *verbatim.Message) *ldReference {
	if m.Repeats == nil {
		return nil
	}
	return &ldReference{x.names.urn("message", *m.Repeats)}
}

// links are the addresses of a message. Only what can be followed as it stands is
// a URL: a processor would take any other for one within the page itself.
func (x *ldWriter) links(m *verbatim.Message) []ldLink {
	var links []ldLink
	for _, n := range m.URLs {
		u := &x.URLs[n]
		link := ldLink{Type: "WebPage", Name: u.Address, Lossy: u.Lossy}
		if len(u.Lossy) == 0 && isWebAddress(u.Address) {
			link.URL = u.Address
		}
		links = append(links, link)
	}
	return links
}

// dateOf is a stamp as schema.org has a Date or DateTime; empty where the text
// does not fix one.
func dateOf(t *verbatim.Timestamp) string {
	if t == nil {
		return ""
	}
	return moment(t.From, t.To, t.Zoned)
}

// momentOf is dateOf for the time of a message. Whether it has a zone is told by
// its value.
func momentOf(sent *verbatim.MessageTime) string {
	if sent == nil {
		return ""
	}
	return moment(sent.From, sent.To, isZoned(sent.Value))
}

// isZoned reports whether a TIMEX3 value ends with a time zone: Z or an offset.
func isZoned(value string) bool {
	clock := bytes.IndexByte([]byte(value), 'T')
	return clock >= 0 && bytes.ContainsAny([]byte(value[clock:]), "Z+-")
}

// moment is a day, or a minute or second of one; empty for any other interval.
func moment(from, to time.Time, zoned bool) string {
	layout := "2006-01-02T15:04:05"
	if zoned {
		layout = time.RFC3339
	}
	switch length := to.Sub(from); {
	case from.IsZero():
		return ""
	case length == 24*time.Hour && from.Equal(from.Truncate(24*time.Hour)):
		return from.Format(time.DateOnly)
	case length > 0 && length <= time.Minute:
		return from.Format(layout)
	}
	return ""
}

// periodOf is the interval of a time as ISO 8601 has it.
func periodOf(sent *verbatim.MessageTime) string {
	if sent == nil || sent.From.IsZero() || sent.To.IsZero() {
		return ""
	}
	const layout = "2006-01-02T15:04:05"
	zone := ""
	if isZoned(sent.Value) {
		zone = "Z"
	}
	return sent.From.UTC().Format(layout) + zone + "/" + sent.To.UTC().Format(layout) + zone
}
