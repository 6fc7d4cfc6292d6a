package main

import (
	"errors"
	"io"
	"iter"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
	"github.com/verbatim-news/verbatim/ingest"
)

// open reads the articles of pages, feeds, archives and documents.
func open(in io.Reader, from command.Source) iter.Seq2[command.Article, error] {
	reader := ingest.Reader{
		Fields: ingest.Fields{ID: from.Fields.ID, Text: from.Fields.Text, Published: from.Fields.Published},
		Zone:   from.Zone,
		Limits: ingest.Limits{Document: from.Limit},
	}
	return func(yield func(command.Article, error) bool) {
		for a, err := range reader.Open(in, ingest.Hint{Name: from.Name}) {
			if !yield(articleOf(a), errorOf(err)) {
				return
			}
		}
	}
}

func articleOf(a *ingest.Article) command.Article {
	if a == nil {
		return command.Article{}
	}
	return command.Article{
		Article: a.Verbatim(), Path: a.Path, Title: a.Title, Byline: a.Byline, Dated: a.Dated,
		URL: a.URL, Language: a.Language, Remarks: a.Remarks, Pieces: a.Source.Pieces(),
	}
}

// errorOf tells the command which part of the source an error is about.
func errorOf(err error) error {
	var part *ingest.Error
	if !errors.As(err, &part) {
		return err
	}
	path := part.Path
	if path == "" {
		path = "standard input"
	}
	return &command.OpenError{Path: path, Err: part.Err}
}
