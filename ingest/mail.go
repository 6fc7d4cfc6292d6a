package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
	"golang.org/x/net/html/charset"
)

// readMail reads an e-mail: a press release, a newsletter, a statement.
func (d *document) readMail() (*Article, error) {
	content := d.content
	if bytes.HasPrefix(content, []byte("From ")) { // the line of a mailbox
		_, content, _ = bytes.Cut(content, []byte("\n"))
	}
	entity, err := message.ReadWithOptions(bytes.NewReader(content), &message.ReadOptions{MaxHeaderBytes: maxMailHeader})
	if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return nil, fmt.Errorf("the message cannot be read: %w", err)
	}
	a := d.article(FormatEMail)
	header := mail.Header{Header: entity.Header}
	a.Title, _ = decodeWords.DecodeHeader(header.Get("Subject"))
	if id, err := header.MessageID(); err == nil && id != "" {
		a.ID = id
	}
	if from, err := header.AddressList("From"); err == nil {
		for _, address := range from {
			a.Byline = append(a.Byline, first(address.Name, address.Address))
		}
	}
	a.Language = header.Get("Content-Language")
	// time.Parse takes a zone in letters that it does not know for UTC, so the date is
	// read as all others are.
	a.date([]declaration{{header.Get("Date"), "Date of the message"}}, d.zone)
	var body mailBody
	if err := body.collect(entity, 0); err != nil {
		if body.plain == "" && body.html == "" {
			return nil, err
		}
		a.Remarks = append(a.Remarks, err)
	}
	if err := a.readBody(body); err != nil {
		return nil, err
	}
	if at := bytes.Index(content, []byte(body.plain)); body.html == "" && body.asWritten && at >= 0 && strings.HasPrefix(body.plain, a.Text) {
		a.Source = whole(a.Text).shifted(at + len(d.content) - len(content))
	}
	return a, nil
}

const (
	maxMailHeader = 1 << 20
	maxMailDepth  = 20
)

var decodeWords = mime.WordDecoder{CharsetReader: charset.NewReaderLabel}

// A mailBody is what a message says, in plain text and HTML.
type mailBody struct {
	plain, html string
	flowed      bool
	asWritten   bool // the plain text stands in the message as it is
}

// collect goes through the parts of a message. Files that are sent with it are none.
func (b *mailBody) collect(e *message.Entity, depth int) error {
	if depth > maxMailDepth {
		return &LimitError{"parts in one another", maxMailDepth}
	}
	if parts := e.MultipartReader(); parts != nil {
		for {
			part, err := parts.NextPart()
			switch {
			case errors.Is(err, io.EOF):
				return nil
			case err != nil && (part == nil || !message.IsUnknownCharset(err)):
				return unpacking(err)
			}
			if err := b.collect(part, depth+1); err != nil {
				return err
			}
		}
	}
	mediaType, parameters, err := e.Header.ContentType()
	if err != nil {
		mediaType = "text/plain"
	}
	if disposition, _, _ := e.Header.ContentDisposition(); disposition == "attachment" || !strings.HasPrefix(mediaType, "text/") && mediaType != "" {
		return nil
	}
	content, err := io.ReadAll(e.Body)
	if err != nil {
		return unpacking(err)
	}
	text, _ := decode(content, charsetOf(parameters))
	switch {
	case mediaType == "text/html" && b.html == "":
		b.html = text
	case mediaType != "text/html" && b.plain == "":
		encoding := strings.ToLower(e.Header.Get("Content-Transfer-Encoding"))
		b.plain, b.flowed = text, strings.EqualFold(parameters["format"], "flowed")
		b.asWritten = (encoding == "" || encoding == "7bit" || encoding == "8bit") && !b.flowed && text == string(content)
	}
	return nil
}

func charsetOf(parameters map[string]string) string {
	if label := parameters["charset"]; label != "" {
		return "text/plain; charset=" + label
	}
	return "text/plain"
}

// readBody takes the text of a message: the plain one, unless it is a mere note beside the
// HTML.
func (a *Article) readBody(body mailBody) error {
	if body.html != "" {
		t, err := parseTree(body.html)
		if err != nil && body.plain == "" {
			return err
		}
		if err == nil {
			removeFurniture(t.root, &declared{})
			text, _ := t.compose(t.root)
			if len(text) > 2*len(body.plain) {
				a.Text = text
				return nil
			}
		}
	}
	text := strings.ReplaceAll(body.plain, "\r\n", "\n")
	if body.flowed {
		text = unflowed(text)
	}
	if !strings.Contains(body.plain, "\r") {
		text = body.plain
		if body.flowed {
			text = unflowed(text)
		}
	}
	// What stands behind the line of two dashes is the signature.
	text, _, _ = strings.Cut(text, "\n-- \n")
	a.Text = text
	return nil
}

// unflowed joins the lines of text in format=flowed (RFC 3676), which end with a space
// where the paragraph goes on.
func unflowed(text string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		b.WriteString(strings.TrimPrefix(l, " "))
		if !strings.HasSuffix(l, " ") || l == "-- " {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
