#!/usr/bin/env bash
# nlnwa/gowarc 3.1.0 (Go): a web archive has one record if it was compressed as a whole, and records
# without content if they are not to be checked.
#
# The reader takes archives that are compressed record by record, as crawlers write them, or not at
# all. "gzip crawl.warc" makes a third kind, which zcat and every reader of gzip gives back whole.
# One expects all its records or an error. WithNoValidation is documented as "parsing as fast as
# possible and being as lenient as possible", so one expects the same records with less checking.
#
# Instead the reader gives the first record of the archive that was compressed as a whole, passes
# over all others while it looks for the end of the compressed stream, and ends as after the last
# one, with io.EOF. And with WithNoValidation every record comes with its header, its true length
# and a block of which nothing can be read: what Next does not need itself it has thrown away
# before it returns. Neither has an error.
#
# Why it matters: whoever counts or searches an archive finds next to nothing in it, and takes that
# for what the archive holds.
#
# Seen: the lines that end this script.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

record() {
	printf 'WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%s>\r\nWARC-Date: 2024-02-03T14:05:00Z\r\nWARC-Target-URI: https://news.example/%s\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nArticle %s.\n\r\n\r\n' "$1" "$1" "$1"
}
for n in 1 2 3; do
	record $n >>plain.warc
	record $n | gzip -n >>records.warc.gz
done
gzip -n <plain.warc >whole.warc.gz

cat >main.go <<'GO'
package main

import (
	"fmt"
	"io"

	"github.com/nlnwa/gowarc/v3"
)

func main() {
	for _, name := range []string{"plain.warc", "records.warc.gz", "whole.warc.gz"} {
		show(name, "as it is")
		show(name, "WithNoValidation", gowarc.WithNoValidation())
	}
}

func show(name, how string, options ...gowarc.WarcRecordOption) {
	file, err := gowarc.NewWarcFileReader(name, 0, options...)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	fmt.Printf("%s, %s:", name, how)
	for record, err := range file.Records() {
		if err != nil {
			fmt.Print(" ", err)
			break
		}
		length, _ := record.WarcRecord.ContentLength()
		block, err := record.WarcRecord.Block().RawBytes()
		if err != nil {
			panic(err)
		}
		content, err := io.ReadAll(block)
		fmt.Printf(" %d of %d bytes %v", len(content), length, err)
	}
	fmt.Println()
}
GO
go mod init seen >init 2>&1
go get github.com/nlnwa/gowarc/v3@v3.1.0 >get 2>&1
go run . >seen

diff - seen <<'SEEN' || { echo "changed: gowarc gives other records"; exit 1; }
plain.warc, as it is: 11 of 11 bytes <nil> 11 of 11 bytes <nil> 11 of 11 bytes <nil>
plain.warc, WithNoValidation: 0 of 11 bytes <nil> 0 of 11 bytes <nil> 0 of 11 bytes <nil>
records.warc.gz, as it is: 11 of 11 bytes <nil> 11 of 11 bytes <nil> 11 of 11 bytes <nil>
records.warc.gz, WithNoValidation: 0 of 11 bytes <nil> 0 of 11 bytes <nil> 0 of 11 bytes <nil>
whole.warc.gz, as it is: 11 of 11 bytes <nil>
whole.warc.gz, WithNoValidation: 0 of 11 bytes <nil>
SEEN
echo "as described"
