// Command addresses measures how addresses are found in news, as published and
// flattened, by verbatim and by xurls, on the same texts in one run.
//
//	go run ./addresses measure  accuracy and speed of verbatim, xurls strict and xurls relaxed
//	go run ./addresses join     writes the measuring articles as one JSON object a line, for score.py
//	go run ./addresses false    counts addresses found in articles that have none
//	go run ./addresses pairs       counts words and top-level domains next to each other in the training articles
//	go run ./addresses confidence  what the confidence of an address is worth
//
// With -training, measure, join and confidence read polnear-train and the rest
// of news instead of the measuring articles.
//
// The measuring articles are those of polnear-dev and the first 3,000 of news
// by identifier. Nothing was fitted on them.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// measuringCount is how many articles of news, by identifier, are kept for measuring.
const measuringCount = 3000

func main() {
	log.SetFlags(0)
	log.SetPrefix("addresses: ")
	corpora := flag.String("corpora", "../corpora", "folder of the corpora")
	count := flag.Int("count", 10_000, "articles without an address to read, for false")
	training := flag.Bool("training", false, "read the training articles instead of the measuring articles")
	flag.Parse()
	measuring, rest, err := readArticles(*corpora)
	if err != nil {
		log.Fatal(err)
	}
	chosen := measuring
	if *training || flag.Arg(0) == "pairs" {
		polnear, err := readGzip(filepath.Join(*corpora, "polnear-train.jsonl.gz"))
		if err != nil {
			log.Fatal(err)
		}
		chosen = append(polnear, rest...)
	}
	switch flag.Arg(0) {
	case "measure":
		err = measure(os.Stdout, chosen, filepath.Join(*corpora, "urls", "twitter-text-extract.yml"))
	case "join":
		err = join(chosen)
	case "false":
		countFalse(os.Stdout, append(measuring, rest...), *count)
	case "pairs":
		more, err := readGzip(filepath.Join(*corpora, "news2.jsonl.gz"))
		if err != nil {
			log.Fatal(err)
		}
		countPairs(os.Stdout, append(chosen, more...))
	case "confidence":
		printConfidence(os.Stdout, chosen)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		log.Fatal(err)
	}
}

type article struct {
	ID        string `json:"id"`
	Published string `json:"published"`
	Text      string `json:"text"`
}

// readArticles returns the measuring articles and the others of news.
func readArticles(corpora string) (measuring, rest []article, err error) {
	measuring, err = readGzip(filepath.Join(corpora, "polnear-dev.jsonl.gz"))
	if err != nil {
		return nil, nil, err
	}
	news, err := readGzip(filepath.Join(corpora, "news.jsonl.gz"))
	if err != nil {
		return nil, nil, err
	}
	slices.SortStableFunc(news, func(a, b article) int { return strings.Compare(a.ID, b.ID) })
	cut := min(measuringCount, len(news))
	return append(measuring, news[:cut]...), news[cut:], nil
}

func readGzip(path string) ([]article, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(reader)
	lines.Buffer(nil, 1<<26)
	var articles []article
	for number := 1; lines.Scan(); number++ {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number, err)
		}
		articles = append(articles, a)
	}
	return articles, lines.Err()
}

// join writes articles to standard output as score.py reads them.
func join(articles []article) error {
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, a := range articles {
		if err := encoder.Encode(a); err != nil {
			return err
		}
	}
	return out.Flush()
}
