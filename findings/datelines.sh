#!/usr/bin/env bash
# @mozilla/readability 0.6.0 (npm), readeck/go-readability 2.1.3 (Go): the place with which a news
# story begins is its author, and gone from the story.
#
# A dateline is the place, and by tradition the day, at the head of the first paragraph: "PORTO
# VELAS — Flights from the islands began again on Friday". Sites that set it off put it into an
# element of that name. One expects it to stay where it is, as a part of the sentence.
#
# Instead an element whose class has "dateline" in it is taken for the byline, unless the page
# declares an author: it is removed from the article, and the author of the story is "PORTO
# VELAS —". The first paragraph says no longer where it happened.
#
# Why it matters: agencies' stories have a place and often no author; of these, the place is lost
# to search and to the reader, and lists of authors fill with cities.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

cat >page.html <<'HTML'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Flights resume after ash cloud</title></head><body><article><h1>Flights resume after ash cloud</h1>
<p><span class="dateline">PORTO VELAS —</span> Flights from the islands began again on Friday, nine days after ash had closed the only runway, the airport’s manager said.</p>
<p>“We have swept it five times,” said the manager, Nuno Cabral, who has run the airport since it was opened. He said the first aircraft would bring medicine and bread.</p>
<p>Ships had carried both for a week, but two of them turned back in a storm on Wednesday, the harbour master said. Nobody was hurt, and the cargo was saved.</p>
<p>Schools will open again on Monday. The geologists of the observatory, who had feared a second eruption, said that the mountain was quiet for the first time in a month.</p></article></body></html>
HTML

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.12
node >seen <<'JS'
const { Readability } = require("@mozilla/readability");
const { parseHTML } = require("linkedom");
const { document } = parseHTML(require("fs").readFileSync("page.html", "utf8"));
const article = new Readability(document).parse();
console.log(`readability: author "${article.byline}", text "${article.textContent.trim().slice(0, 28)}"`);
JS

cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
)

func main() {
	page, err := os.Open("page.html")
	if err != nil {
		panic(err)
	}
	article, err := readability.FromReader(page, nil)
	if err != nil {
		panic(err)
	}
	var text strings.Builder
	if err := article.RenderText(&text); err != nil {
		panic(err)
	}
	fmt.Printf("go-readability: author %q, text %q\n", article.Byline(), text.String()[:28])
}
GO
go mod init seen >init 2>&1
go get codeberg.org/readeck/go-readability/v2@v2.1.3 >get 2>&1
go run . >>seen

diff - seen <<'SEEN' || { echo "changed: the dateline is read otherwise"; exit 1; }
readability: author "PORTO VELAS —", text "Flights from the islands beg"
go-readability: author "PORTO VELAS —", text "Flights from the islands beg"
SEEN
echo "as described"
