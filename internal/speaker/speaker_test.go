package speaker

import (
	"github.com/verbatim-news/verbatim/internal/article"
	"github.com/verbatim-news/verbatim/internal/attribution"
	"github.com/verbatim-news/verbatim/internal/page"
	"github.com/verbatim-news/verbatim/internal/token"
)

// readingOf reads a text by rules alone, up to its attributions.
func readingOf(text string) (*article.Article, *attribution.Reading) {
	a := article.Read(text, token.Read(text), page.Layout{}, nil)
	return a, attribution.Read(a, nil, nil)
}

// speakersOf returns the speakers of all attributions.
func speakersOf(a *article.Article, reading *attribution.Reading) []Speaker {
	names, said, list := Read(a, reading), new(Said), new(List)
	for _, x := range reading.Attributions {
		m := names.Unnamed(x, said)
		if !x.Source.Empty() {
			m = names.Meant(x.Source, said)
			said.Take(m, x.Source)
		}
		list.Add(m, m.Words)
	}
	return list.Speakers(names)
}
