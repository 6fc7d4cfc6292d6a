package sniff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestContent(t *testing.T) {
	for head, want := range map[string]Kind{
		"<!DOCTYPE html><html>":                                              HTML,
		"\ufeff\n <!doctype HTML PUBLIC \"x\">":                              HTML,
		"<html lang=en>":                                                     HTML,
		"<!-- saved page -->\n<HTML>":                                        HTML,
		"<?xml version=\"1.0\"?><html xmlns=\"x\">":                          HTML,
		"<div class=\"story\"><p>Hello</p></div>":                            HTML,
		"<p>Hello</p>":                                                       HTML,
		"<?xml version=\"1.0\"?>\n<rss version=\"2.0\">":                     RSS,
		"<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"x\">":                 RSS,
		"<feed xmlns=\"http://www.w3.org/2005/Atom\">":                       Atom,
		"<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"x\"><nitf>":          NITF,
		"<nitf uno=\"1\">":                                                   NITF,
		"<?xml version=\"1.0\"?><newsItem>":                                  XML,
		"WEBVTT\n\n00:01.000 --> 00:02.000\nHello":                           WebVTT,
		"WEBVTT - A title\n":                                                 WebVTT,
		"1\r\n00:00:01,000 --> 00:00:02,000\r\nHello":                        SubRip,
		"{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2}":                          JSONLines,
		"{\"id\": 1, \"text\": \"x\"}\n":                                     JSON,
		"{\n  \"uri\": \"urn:x\",\n \"body_html\": \"<p>\"}":                 NINJS,
		"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}": JSONFeed,
		"[{\"text\": \"x\"}]":                                                JSON,
		"Received: from x\r\nSubject: y\r\nDate: z\r\n\r\nHello":             EMail,
		"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n\nx":                 EMail,
		"%PDF-1.7\n":                                      PDF,
		"WARC/1.0\r\nWARC-Type: warcinfo":                 WARC,
		"\x1f\x8b\x08\x00":                                Gzip,
		"BZh91AY&SY\x00":                                  Bzip2,
		"\xfd7zXZ\x00\x00":                                XZ,
		"\x28\xb5\x2f\xfd\x04":                            Zstandard,
		"PK\x03\x04\x14\x00":                              ZIP,
		"\xff\xfeH\x00e\x00":                              UTF16,
		"H\x00e\x00l\x00l\x00o\x00,\x00 \x00y\x00":        UTF16,
		"\x89PNG\r\n\x1a\n\x00\x00":                       Binary,
		"a" + strings.Repeat("\x00", 256) + "ustar\x0000": Tar,
	} {
		if got := Content([]byte(head)); got != want {
			t.Errorf("%.60q is %s, want %s", head, got, want)
		}
	}
}

// TestProse holds texts that only look like something else.
func TestProse(t *testing.T) {
	for _, text := range []string{
		"", " \n", "The tag <html> opens every page, she said.", "<i>The Herald</i> was first to report it.", "<sarcasm> Well done, minister.",
		"{ the brace } was his trademark, the typesetter said.", "{\"All of it,\" he said, \"and more.\"}", "[Music] Good evening and welcome.",
		"[\"I know,\" she said.]", "From: the mayor\nTo: all residents\nSubject: water\n\nDo not drink it.", "Note: this is embargoed\nuntil noon.",
		"BZh was the name on the door.", "WEBVTTs are captions, he said.", "PK was his nickname.", "10 Downing Street\nThe minister said it.",
		"1\nThe first chapter begins.", "<< Go on, >> he said.", "< 5 percent of voters agreed", "Zo\xeb said na\xefve things", "%PDF is a format, he said.",
		"<p", "<html", "<html> is how she began.", "<p> is a tag, he said.", "a\x00b and so on", "<!-- not closed is no page either? -->", "<?", "Content-Type matters, she said.",
	} {
		if got := Content([]byte(text)); got != Prose {
			t.Errorf("%.60q is %s, want prose", text, got)
		}
	}
}

// TestArticlesAreText fails where an article of the golden cases is anything but
// text.
func TestArticlesAreText(t *testing.T) {
	files, err := filepath.Glob("../../testdata/parse/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden cases: ", err)
	}
	for _, file := range files {
		if ext := filepath.Ext(file); ext != ".txt" && ext != ".in" {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if kind := Content(content); !kind.IsText() {
			t.Errorf("%s is %s", file, kind)
		}
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]Kind{"a.csv": CSV, "A.TSV": CSV, "x/readme.md": Markdown, "b.docx": DOCX, "c.txt": Prose, "csv": Prose, "d.ndjson": JSONLines} {
		if got := Named(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// TestNames fails where a kind has no words for a reader.
func TestNames(t *testing.T) {
	for _, k := range []Kind{Prose, HTML, RSS, Atom, NITF, XML, JSON, JSONLines, NINJS, JSONFeed, CSV, Markdown, SubRip, WebVTT, EMail, PDF, DOCX, ZIP, Tar, WARC, Gzip, Zstandard, Bzip2, XZ, UTF16, Binary} {
		if k.Name() == "" {
			t.Errorf("%s has no name", k)
		}
	}
}
