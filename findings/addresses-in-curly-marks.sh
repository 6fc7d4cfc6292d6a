#!/usr/bin/env bash
# urlextract 1.10.0 (PyPI), mvdan.cc/xurls/v2 v2.6.0 (Go), get-urls 12.1.0 (npm): a closing
# curly mark is part of the address.
#
# An address quoted in running text ends before the mark that closes the quotation: all three
# end it so at a straight mark, and urlextract's manual names quotes among the characters that
# end one. One expects the same of the curly marks that print has.
#
# Instead the curly mark belongs to the address, and with it a full stop that stands before
# the mark, which xurls and get-urls leave out where it ends the text. get-urls writes the
# mark as %E2%80%9D, so that it no longer looks like one. A long dash does the same and takes
# the next word along. linkify-it 6.1.0 (npm), which is run beside them, ends the address
# before the mark and before the dash.
#
# Why it matters: the addresses of quoted tweets and statements lead nowhere, and the same
# address counts as two according to the typography of the paper.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >sentences <<'TEXT'
He wrote "read https://example.com/well" today.
He wrote “read https://example.com/well” today.
He wrote “read https://example.com/well.” She did.
He saw https://example.com/well.
He saw https://example.com/well—twice.
TEXT

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check urlextract==1.10.0
env/bin/python >seen <<'PY'
from urlextract import URLExtract

extract = URLExtract()
for sentence in open("sentences"):
    print("urlextract:", *extract.find_urls(sentence))
PY

cat >go.mod <<'MOD'
module example.org/addresses

go 1.26
MOD
cat >main.go <<'GO'
package main

import (
	"bufio"
	"fmt"
	"os"

	"mvdan.cc/xurls/v2"
)

func main() {
	address := xurls.Strict()
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println("xurls:", address.FindString(lines.Text()))
	}
}
GO
export GOFLAGS=-mod=mod
go get mvdan.cc/xurls/v2@v2.6.0
go run . <sentences >>seen

npm init -y >/dev/null
npm install --silent --no-audit --no-fund get-urls@12.1.0 linkify-it@6.1.0
cat >addresses.mjs <<'JS'
import { readFileSync } from "node:fs";
import getUrls from "get-urls";
import { LinkifyIt } from "linkify-it";

const links = new LinkifyIt();
const sentences = readFileSync("sentences", "utf8").trim().split("\n");
for (const sentence of sentences) console.log("get-urls:", ...getUrls(sentence));
for (const sentence of sentences) console.log("linkify-it:", links.match(sentence)[0].url);
JS
node addresses.mjs >>seen

diff - seen <<'SEEN' || { echo "changed: one of the packages ends addresses elsewhere"; exit 1; }
urlextract: https://example.com/well
urlextract: https://example.com/well”
urlextract: https://example.com/well.”
urlextract: https://example.com/well.
urlextract: https://example.com/well—twice.
xurls: https://example.com/well
xurls: https://example.com/well”
xurls: https://example.com/well.”
xurls: https://example.com/well
xurls: https://example.com/well—twice
get-urls: https://example.com/well
get-urls: https://example.com/well%E2%80%9D
get-urls: https://example.com/well.%E2%80%9D
get-urls: https://example.com/well
get-urls: https://example.com/well%E2%80%94twice
linkify-it: https://example.com/well
linkify-it: https://example.com/well
linkify-it: https://example.com/well.
linkify-it: https://example.com/well
linkify-it: https://example.com/well
SEEN
echo "as described"
