package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// errNoPDFText tells of a PDF that is pictures of pages.
var errNoPDFText = errors.New("there is no text in it; it may be a scan")

// readPDF reads the text of a PDF document, page by page, in the order in which the
// file has it, which is that of reading in what newsrooms and authorities print to
// PDF. The file does not tell which words are running heads, captions or tables:
// they are a part of the text.
func (d *document) readPDF() (*Article, error) {
	file, err := pdf.NewReader(bytes.NewReader(d.content), int64(len(d.content)))
	if err != nil {
		return nil, fmt.Errorf("the PDF cannot be read: %w", err)
	}
	plain, err := file.GetPlainText()
	if err != nil {
		return nil, fmt.Errorf("the PDF cannot be read: %w", err)
	}
	content, err := io.ReadAll(io.LimitReader(plain, defaultDocument))
	if err != nil {
		return nil, err
	}
	text := strings.TrimSpace(ligatures.Replace(strings.ToValidUTF8(string(content), "\ufffd")))
	if text == "" {
		return nil, errNoPDFText
	}
	a := d.article(FormatPDF)
	about := file.Trailer().Key("Info")
	a.Title = clean(about.Key("Title").Text())
	a.Byline = people(clean(about.Key("Author").Text()))
	a.Text = withoutHeadline(text, a.Title)
	a.readOpening(d.zone)
	if a.Published.IsZero() {
		a.date([]declaration{{pdfDate(about.Key("CreationDate").Text()), "CreationDate of the file"}}, d.zone)
	}
	return a, nil
}

// ligatures are single characters that stand for several letters of a word.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// withoutHeadline takes the headline from the beginning of the text, over however many
// lines it goes.
func withoutHeadline(text, title string) string {
	rest := text
	for _, word := range strings.Fields(title) {
		var ok bool
		if rest, ok = strings.CutPrefix(strings.TrimSpace(rest), word); !ok {
			return text
		}
	}
	return strings.TrimSpace(rest)
}

// pdfDate turns "D:20240203140500+01'00'" (ISO 32000-1, 7.9.4) into ISO 8601.
func pdfDate(date string) string {
	date = strings.TrimPrefix(date, "D:")
	if len(date) < len("20060102150405") {
		return ""
	}
	day, rest := date[:8], date[8:]
	return day + "T" + strings.ReplaceAll(rest, "'", "")
}
