package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/internal/tagger/kernel"
)

const (
	articleSize   = 5000 // bytes of an article, some 900 words
	articleRounds = 5
)

// A reader is a program that reads a JSON array of articles from its standard
// input and finds who said what in them.
type reader struct {
	name    string
	command []string
	takes   []float64 // seconds of the processor for each round
}

// compareArticles times whole programs on a megabyte of news in both forms, one
// after the other in each round, on one core.
func compareArticles() error {
	readers, remove, err := articleReaders()
	if err != nil {
		return err
	}
	defer remove()
	fmt.Println("| program | form | MB/s of the processor's time: least | median | most |")
	fmt.Println("| --- | --- | ---: | ---: | ---: |")
	for _, form := range []string{"published", "flattened"} {
		articles, size, err := newsArticles(form == "flattened")
		if err != nil {
			return err
		}
		for range articleRounds {
			for k := range readers {
				if err := readers[k].read(articles); err != nil {
					return err
				}
			}
		}
		for k := range readers {
			r := &readers[k]
			slices.Sort(r.takes)
			speed := func(n int) float64 { return float64(size) / 1e6 / r.takes[n] }
			fmt.Printf("| %s | %s | %.3g | %.3g | %.3g |\n", r.name, form, speed(articleRounds-1), speed(articleRounds/2), speed(0))
			r.takes = nil
		}
	}
	return nil
}

// read runs a reader once.
func (r *reader) read(articles []byte) error {
	c := exec.Command(r.command[0], r.command[1:]...)
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	c.Stdin, c.Stderr = bytes.NewReader(articles), os.Stderr
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", r.name, err)
	}
	took := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	r.takes = append(r.takes, took.Seconds())
	return nil
}

// articleReaders builds verbatim for each kernel that the processor has, and
// looks for the others. Remove is to be called in the end.
func articleReaders() (readers []reader, remove func(), err error) {
	dir, err := os.MkdirTemp("", "articles")
	if err != nil {
		return nil, nil, err
	}
	remove = func() { os.RemoveAll(dir) }
	var program string
	for _, k := range kernel.All() {
		program = filepath.Join(dir, k.Name())
		flag := "-ldflags=-X=github.com/verbatim-news/verbatim/internal/tagger/kernel.forced=" + k.Name()
		if out, err := exec.Command("go", "build", flag, "-o", program, ".").CombinedOutput(); err != nil {
			remove()
			return nil, nil, fmt.Errorf("%w\n%s", err, out)
		}
		readers = append(readers, reader{name: "verbatim, kernel " + k.Name(), command: []string{program, "read"}})
	}
	readers = append(readers, reader{name: "verbatim by rules alone", command: []string{program, "read-light"}})
	if _, err := os.Stat("compromise/node_modules"); err == nil {
		readers = append(readers, reader{name: "compromise 14.17.0, quotations", command: []string{"node", "compromise/quotations.mjs"}})
	} else {
		fmt.Fprintln(os.Stderr, "bench: compromise is left out: run npm install in compromise/")
	}
	return readers, remove, nil
}

// newsArticles is a megabyte of news as a JSON array, and its size as text.
func newsArticles(flat bool) (articles []byte, size int, err error) {
	table, err := readTable(timexData)
	if err != nil {
		return nil, 0, err
	}
	paragraphs, err := newsText(timexData, table, 1<<20)
	if err != nil {
		return nil, 0, err
	}
	var list []string
	article := ""
	for k, p := range paragraphs {
		article += p + "\n\n"
		if len(article) < articleSize && k < len(paragraphs)-1 {
			continue
		}
		if flat {
			article = verbatim.Flatten(article).Text
		}
		list = append(list, article)
		size += len(article)
		article = ""
	}
	articles, err = json.Marshal(list)
	return articles, size, err
}

// readArticles is what a built program does.
func readArticles(light bool) error {
	var articles []string
	if err := json.NewDecoder(os.Stdin).Decode(&articles); err != nil {
		return err
	}
	parser := verbatim.Parser{Light: light, Published: time.Date(2017, 11, 14, 0, 0, 0, 0, time.UTC)}
	found := 0
	for _, article := range articles {
		found += len(parser.Parse(article).Messages)
	}
	fmt.Println(found)
	return nil
}
