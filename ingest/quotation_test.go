package ingest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// texts reads sources of one article each and compares the text.
func texts(t *testing.T, name string, cases map[string]string) {
	t.Helper()
	for source, want := range cases {
		n := 0
		for a, err := range Open(strings.NewReader(source), Hint{Name: name}) {
			n++
			switch {
			case err != nil:
				t.Errorf("%.80q: %v", source, err)
			case a.Text != want:
				t.Errorf("%.80q is\n%q, want\n%q", source, a.Text, want)
			}
		}
		if n != 1 {
			t.Errorf("%.80q: %d articles", source, n)
		}
	}
}

// story is a page around a body, of which enough is left to be an article.
func story(body string) string {
	return "<!DOCTYPE html><html><body><article>" + body + "<p>" + filler + "</p></article></body></html>"
}

const filler = "The harbour board will meet again on Monday, and the fishermen, who have waited since the spring, say that they will wait no longer than that, whatever the engineers find below the quay."

// TestMarks gives elements that quote the marks that a reader sees, and no second ones.
func TestMarks(t *testing.T) {
	cases := map[string]string{
		`<p>She said it was <q>a very good day</q> for the town.</p>`:                                              "She said it was “a very good day” for the town.",
		`<p>She said it was <q>“a very good day”</q> for the town.</p>`:                                            "She said it was “a very good day” for the town.",
		`<p>He wrote: <q>They call it <q>the wall</q> here</q>.</p>`:                                               "He wrote: “They call it ‘the wall’ here”.",
		`<blockquote><p>We came back.</p><p>We stayed.</p></blockquote>`:                                           "“We came back.\n\n“We stayed.”",
		`<blockquote>We came <b>back</b>.</blockquote>`:                                                            "“We came back.”",
		`<blockquote><p>“We came back.”</p></blockquote>`:                                                          "“We came back.”",
		`<blockquote><p>They call it “the wall”.</p></blockquote>`:                                                 "“They call it ‘the wall’.”",
		`<blockquote><p>We came back.</p><footer>— Mara Quill</footer></blockquote>`:                               "“We came back.”\n— Mara Quill",
		`<blockquote><p>We came back.</p><cite>Mara Quill</cite></blockquote>`:                                     "“We came back.”\nMara Quill",
		`<p><span class="dateline">PORTO VELAS —</span> The board met in the harbour hall, its chair said.</p>`:    "PORTO VELAS — The board met in the harbour hall, its chair said.",
		`<p>The rain, which fell all night,<br>did not stop, she said.</p>`:                                        "The rain, which fell all night,\ndid not stop, she said.",
		`<p>Tea &amp; cake, caf&eacute; and &ldquo;buns&rdquo;, co&shy;operation, she&nbsp;said to the paper.</p>`: "Tea & cake, café and “buns”, cooperation, she said to the paper.",
		`<p>One line of the story, she said,` + "\n   " + `and the next one of it.</p>`:                            "One line of the story, she said, and the next one of it.",
	}
	pages := map[string]string{}
	for body, want := range cases {
		pages[story(body)] = want + "\n\n" + filler
	}
	texts(t, "page.html", pages)
}

// TestMarkdownText reads what Markdown has beside plain paragraphs.
func TestMarkdownText(t *testing.T) {
	texts(t, "a.md", map[string]string{
		"One *two* **three** `four` [five](https://x.example).":    "One two three four five.",
		"1\\. Not a list, she \\*said\\* &amp; left.":              "1. Not a list, she *said* & left.",
		"> We came back.\n> We stayed.\n\nShe left.":               "“We came back. We stayed.”\n\nShe left.",
		"- One\n- Two\n\nThree":                                    "One\nTwo\n\nThree",
		"One  \ntwo\nthree ![a picture](p.png)":                    "One\ntwo three",
		"One\n\n<div>two</div>\n\nthree <b>four</b>":               "One\n\ntwo\n\nthree four",
		"---\r\ntitle: A\r\ndate: 2024-02-03\r\n---\r\nOne\r\ntwo": "One two",
	})
}

// TestWordText reads a document as it stands after the changes that are marked in it: a
// "not" that was typed in is in the text, and what was taken out is not.
func TestWordText(t *testing.T) {
	run := func(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
	for body, want := range map[string]string{
		`<w:p>` + run("“We ") + `<w:ins>` + run("did not ") + `</w:ins><w:del><w:r><w:delText>did </w:delText></w:r></w:del>` + run("take it,” said ") + `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + run("Jane Roe") + `</w:sdtContent></w:sdt>` + run(".") + `</w:p>`: "“We did not take it,” said Jane Roe.",
		`<w:sdt><w:sdtContent><w:p>` + run("One.") + `</w:p></w:sdtContent></w:sdt><w:p>` + run("Two") + `<w:r><w:tab/></w:r>` + run("three") + `</w:p>`:                                                                                                                                    "One.\n\nTwo three",
		`<w:p>` + run("four") + `<w:r><w:noBreakHyphen/></w:r>` + run("day") + `</w:p><w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>` + run("Go on.") + `</w:p>`:                                                                                                                             "four‑day\n\n“Go on.”",
		`<w:tbl><w:tr><w:tc><w:p>` + run("A") + `</w:p></w:tc><w:tc><w:p>` + run("B") + `</w:p></w:tc></w:tr></w:tbl>`:                                                                                                                                                                      "A\n\nB",
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `<w:sectPr/></w:body></w:document>`)); err != nil {
			t.Fatal(err)
		}
		z.Close()
		texts(t, "a.docx", map[string]string{b.String(): want})
	}
}

// TestMailText reads the body of a message, and nothing of what is around it.
func TestMailText(t *testing.T) {
	head := "MIME-Version: 1.0\r\nSubject: Water\r\nFrom: a@b.example\r\nDate: Sat, 3 Feb 2024 14:05:00 +0000\r\n"
	texts(t, "a.eml", map[string]string{
		head + "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nDo not \r\ndrink it.\r\n\r\nBoil it.\r\n-- \r\nThe board\r\n": "Do not drink it.\n\nBoil it.",
		head + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=E9 closed.":          "Café closed.",
		head + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Do not <b>drink</b> it.</p>":                                               "Do not drink it.",
		"From a@b.example Sat Feb  3 14:05:00 2024\n" + strings.ReplaceAll(head, "\r\n", "\n") + "\nDo not drink it.\n":                     "Do not drink it.\n",
	})
}

// TestEncodings reads pages whose encoding is declared, wrongly declared or not at all.
func TestEncodings(t *testing.T) {
	body := "<p>“Café”, she said to the paper on the quay in the rain.</p>"
	latin := strings.NewReplacer("“", "\x93", "”", "\x94", "é", "\xe9")
	late := strings.Repeat("<!-- nothing here -->", 100)
	want := "“Café”, she said to the paper on the quay in the rain.\n\n" + filler
	meta := func(charset string) string { return `<meta charset="` + charset + `">` }
	texts(t, "page.html", map[string]string{
		meta("utf-8") + story(body):                       want,
		meta("iso-8859-1") + story(body):                  want,
		late + story(body):                                want,
		"\ufeff" + story(body):                            want,
		latin.Replace(meta("windows-1252") + story(body)): want,
		latin.Replace(meta("utf-8") + story(body)):        want,
		latin.Replace(late + story(body)):                 want,
	})
}
