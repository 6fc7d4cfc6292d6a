package command

import (
	"flag"
	"time"
)

// extract is the subcommand of that name, of programs that open more than plain text.
func (t *Tool) extract() Command {
	return Command{
		Name:    "extract",
		Args:    "[file…]",
		Summary: "print the articles of pages, feeds and archives",
		About: `Extract prints the articles of each file, or of standard input, as lines of JSON
that batch reads:

	{"id": "…", "text": "…", "published": "…", "title": "…", …}

text is what parse and batch read, without headline, byline and the furniture of the
page: the spans of their records are byte offsets into it. path leads to the
document that holds the article, as week.zip!harbour.html or feed.xml#3, and dated
says where the date was found.

With -map there is also source: for each piece of the text [start, end, start, end],
the bytes of the text and those of the document at path that they were made of.
What is between pieces stands for markup. Feeds and Word and PDF documents keep no way
back.

What cannot be read is reported, the rest is still given, and the exit status is 1.`,
		Define: func(flags *flag.FlagSet) func([]string, Streams) int {
			opening := opening{open: t.Open}
			opening.defineFields(flags)
			opening.defineZone(flags, func() error { return nil })
			withMap := flags.Bool("map", false, "give the bytes of the source as well")
			return func(names []string, streams Streams) int {
				status, err := opening.eachArticle(names, streams, func(a Article) error {
					return written(encode(streams.Out, extractOf(a, *withMap), ""))
				})
				if err != nil {
					return streams.written(err)
				}
				return status
			}
		},
	}
}

// An extract is an article as extract prints it.
type extract struct {
	ID        string    `json:"id,omitzero"`
	Text      string    `json:"text"`
	Published time.Time `json:"published,omitzero"`
	Dated     string    `json:"dated,omitzero"`
	Title     string    `json:"title,omitzero"`
	Byline    []string  `json:"byline,omitzero"`
	URL       string    `json:"url,omitzero"`
	Language  string    `json:"language,omitzero"`
	Path      string    `json:"path,omitzero"`
	Source    [][4]int  `json:"source,omitzero"`
}

func extractOf(a Article, withMap bool) extract {
	e := extract{
		ID: a.ID, Text: a.Text, Published: a.Published, Dated: a.Dated, Title: a.Title,
		Byline: a.Byline, URL: a.URL, Language: a.Language, Path: a.Path,
	}
	if withMap && a.Pieces != nil {
		for text, source := range a.Pieces {
			e.Source = append(e.Source, [4]int{text.Start, text.End, source.Start, source.End})
		}
	}
	return e
}
