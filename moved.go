package verbatim

import "slices"

// MovedTo returns a copy of the document whose spans are those of another text:
// move gives for a span of the text of d that of text. Nothing else changes but
// the provenance, whose SHA256 and Bytes are those of text then, and whose
// ReadSHA256 is that of the text which was read. The copy shares nothing with d.
//
// It carries the record of flattened text back to the published one:
//
//	flat := verbatim.Flatten(page)
//	doc := verbatim.Parse(flat.Text).MovedTo(page, flat.Original)
//
// and, where the published text was itself taken from another, from there to that
// one; article.Original stands for any function that leads from a span of the
// article's text to its source:
//
//	doc = doc.MovedTo(source, article.Original)
//
// [Offsets.UTF16] and [Offsets.Runes] are such functions too, with the same text.
// move is called once for each span and must keep their order: the copy is valid
// ([Document.Validate]) if d is and no span becomes empty or leaves the text.
func (d *Document) MovedTo(text string, move func(Span) Span) *Document {
	moved := d.clone()
	for s := range moved.AllSpans() {
		*s = move(*s)
	}
	if sum := sha256Of(text); sum != moved.Provenance.SHA256 {
		if moved.Provenance.ReadSHA256 == "" {
			moved.Provenance.ReadSHA256 = moved.Provenance.SHA256
		}
		moved.Provenance.SHA256, moved.Provenance.Bytes = sum, len(text)
	}
	return moved
}

// clone returns a copy that shares nothing with d.
func (d *Document) clone() *Document {
	c := *d
	c.Published, c.Updated = d.Published.clone(), d.Updated.clone()
	c.Byline = slices.Clone(d.Byline)
	c.Furniture = slices.Clone(d.Furniture)
	c.Messages = slices.Clone(d.Messages)
	for n := range c.Messages {
		c.Messages[n].unshare()
	}
	c.Speakers = slices.Clone(d.Speakers)
	for n := range c.Speakers {
		s := &c.Speakers[n]
		s.Titles, s.Roles, s.Aliases, s.Mentions = slices.Clone(s.Titles), slices.Clone(s.Roles), slices.Clone(s.Aliases), slices.Clone(s.Mentions)
	}
	c.Timestamps = slices.Clone(d.Timestamps)
	for n := range c.Timestamps {
		c.Timestamps[n].Anchor = c.Timestamps[n].Anchor.clone()
	}
	c.URLs = slices.Clone(d.URLs)
	for n := range c.URLs {
		c.URLs[n].Lossy = slices.Clone(c.URLs[n].Lossy)
	}
	return &c
}

// unshare gives a copied message its own lists and pointers.
func (m *Message) unshare() {
	m.Content, m.Verbatim, m.Cue = slices.Clone(m.Content), slices.Clone(m.Verbatim), slices.Clone(m.Cue)
	m.Source = copyOf(m.Source)
	m.Speaker, m.Recipient = copyOf(m.Speaker), copyOf(m.Recipient)
	if m.Sent = copyOf(m.Sent); m.Sent != nil {
		m.Sent.Timestamp = copyOf(m.Sent.Timestamp)
	}
	m.URLs, m.Repeats, m.Why = slices.Clone(m.URLs), copyOf(m.Repeats), slices.Clone(m.Why)
	for n := range m.Why {
		m.Why[n].Span, m.Why[n].Message = copyOf(m.Why[n].Span), copyOf(m.Why[n].Message)
	}
}

func (t *Timestamp) clone() *Timestamp {
	c := copyOf(t)
	if c != nil {
		c.Anchor = c.Anchor.clone()
	}
	return c
}

func (a *Anchor) clone() *Anchor {
	c := copyOf(a)
	if c != nil {
		c.Timestamp = copyOf(c.Timestamp)
	}
	return c
}

// copyOf returns a pointer to a copy of what p points to; nil for nil.
func copyOf[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
