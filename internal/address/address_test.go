package address

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-news/verbatim/internal/lineartest"
	"github.com/verbatim-news/verbatim/internal/token"
)

// addresses returns the addresses of text, each as "address (kind)" or, where
// flattening destroyed something, "address (kind; losses)".
func addresses(text string) []string {
	found := []string{}
	for _, u := range Find(text) {
		s := u.Written + " (" + string(u.Kind)
		for i, loss := range u.Lossy {
			if i == 0 {
				s += ";"
			}
			s += " " + string(loss)
		}
		found = append(found, s+")")
	}
	return found
}

func TestFindPublished(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"none", "The mayor said so. It was late.", []string{}},
		{"empty", "", []string{}},
		{"scheme", "See https://alder.example.org/a/b?c=d#e.", []string{"https://alder.example.org/a/b?c=d#e (page)"}},
		{"bare", "The site, norviklines.com, was down.", []string{"norviklines.com (page)"}},
		{"capitals", "She told AlderCourier.com and PORTALDER.ORG and NORVIK.CO.UK.", []string{"AlderCourier.com (page)", "PORTALDER.ORG (page)", "NORVIK.CO.UK (page)"}},
		{"www", "visit www.alder.museum now", []string{"www.alder.museum (page)"}},
		{"public suffix", "(norvik.co.uk/news/ferry)", []string{"norvik.co.uk/news/ferry (page)"}},
		{"suffix alone", "Registries sell names under co.uk and com.au.", []string{}},
		{"sentence after", "on norvik.com.The ferry, at alder.org.Fans", []string{"norvik.com (page)", "alder.org (page)"}},
		{"sentence before", "What an evening.https://norvik.com/a", []string{"https://norvik.com/a (page)"}},
		{"trade mark", "the Norvik.com™ site", []string{"Norvik.com (page)"}},
		{"abbreviation without a space", "Lind Jr.at the helm of Norvik Corp.to sail in 2022.US", []string{}},
		{"joined to a tag", "#ferrypic.twitter.com/aB3dE5fG7h", []string{"pic.twitter.com/aB3dE5fG7h (image)"}},
		{"possessive", "https://norvik.com/ferry's timetable", []string{"https://norvik.com/ferry (page)"}},
		{"curly quotes", "“https://norvik.com/ferry”", []string{"https://norvik.com/ferry (page)"}},
		{"em dash", "https://norvik.com/ferry—late", []string{"https://norvik.com/ferry (page)"}},
		{"brackets", "https://norvik.com/a_(b) and (https://norvik.com/c) and [https://norvik.com/d]).", []string{"https://norvik.com/a_(b) (page)", "https://norvik.com/c (page)", "https://norvik.com/d (page)"}},
		{"marks again and again", "Really? https://norvik.com/a?!?...", []string{"https://norvik.com/a (page)"}},
		{"entity", "https://norvik.com/a&quot; and https://norvik.com/b&amp;c", []string{"https://norvik.com/a (page)", "https://norvik.com/b&amp;c (page)"}},
		{"port", "norvik.com:8080/a and http://norvik.com:99999/a", []string{"norvik.com:8080/a (page)"}},
		{"user", "ftp://user:secret@norvik.com/a", []string{"ftp://user:secret@norvik.com/a (page)"}},
		{"percent", "https://norvik.com/%C3%A9t%C3%A9", []string{"https://norvik.com/%C3%A9t%C3%A9 (page)"}},
		{"IPv4", "http://192.0.2.7/a and 192.0.2.7:80 but not 192.0.2.777 or 1.2.3", []string{"http://192.0.2.7/a (page)", "192.0.2.7:80 (page)"}},
		{"IPv6", "http://[2001:db8::7]:8080/a and http://[nonsense]/a", []string{"http://[2001:db8::7]:8080/a (page)"}},
		{"international", "Lesen Sie grün-weiß.de und пример.рф!", []string{"grün-weiß.de (page)", "пример.рф (page)"}},
		{"Punycode", "http://xn--e1afmkfd.xn--p1ai/a", []string{"http://xn--e1afmkfd.xn--p1ai/a (page)"}},
		{"no space after a full stop", "That was his.It ended there.The end it.is this.is", []string{}},
		{"files", "Open README.md, run.sh and main.py; see photo.jpg.", []string{}},
		{"abbreviations", "The U.S. and the U.N.in 5 p.m. i.e. will.i.am e.g.", []string{}},
		{"exchange codes", "Norvik <NVK.AS> and Alder (ALD.PA) rose.", []string{}},
		{"handles and tags", "@norvik.com #norvik.com $NVK.CO", []string{}},
		{"defanged", "192[.]0[.]2[.]7:80/a hxxps://bad[.]example[.]com/a and bad(dot)example(dot)net and hxxp[:]//bad[.]example[.]org", []string{"192.0.2.7:80/a (page)", "https://bad.example.com/a (page)", "bad.example.net (page)", "http://bad.example.org (page)"}},
		{"brackets that are not defanged dots", "three applications. [To be read] and so [.] on", []string{}},
		{"mail", "Write to mara.lind+news@mail.norvik.co.uk, or MAILTO:tips@norvik.com.", []string{"mara.lind+news@mail.norvik.co.uk (email)", "MAILTO:tips@norvik.com (email)"}},
		{"mail, defanged", "tips[at]norvik[.]com or tips [at] norvik [dot] com", []string{"tips@norvik.com (email)", "tips@norvik.com (email)"}},
		{"kinds", "https://t.co/aB3dE5fG7h https://twitter.com/mara/status/123 https://twitter.com/mara pic.twitter.com/aB3dE5fG7h https://norvik.com/a.JPG", []string{
			"https://t.co/aB3dE5fG7h (shortener)", "https://twitter.com/mara/status/123 (post)", "https://twitter.com/mara (page)", "pic.twitter.com/aB3dE5fG7h (image)", "https://norvik.com/a.JPG (image)",
		}},
		{"a public suffix that is a site", "On gov.uk/ferry-times, GOV.UK and www.gov.uk; from police.uk and govt.nz/ferries.", []string{"gov.uk/ferry-times (page)", "GOV.UK (page)", "www.gov.uk (page)", "police.uk (page)", "govt.nz/ferries (page)"}},
		{"a public suffix that is none", "Names end in co.uk/org.uk, .gov.uk, *.gov.uk or @gov.uk; they asked the gov.to call.", []string{}},
		{"mail at a public suffix", "Write to ferries@gov.uk or desk@NHS.UK, not to desk@co.uk.", []string{"ferries@gov.uk (email)", "desk@NHS.UK (email)"}},
		{"names under a public suffix", "See alder.gov.uk, www2.alder.ac.uk/~lind and lind@port.alder.govt.nz.", []string{"alder.gov.uk (page)", "www2.alder.ac.uk/~lind (page)", "lind@port.alder.govt.nz (email)"}},
		{"emphasis", "_norvik.com_ __www.norvik.com/a__ _https://norvik.com/a_b_ _http://norvik.com_ **norvik.org** *https://norvik.com/c* ~~norvik.net~~", []string{
			"norvik.com (page)", "www.norvik.com/a (page)", "https://norvik.com/a_b (page)", "http://norvik.com (page)", "norvik.org (page)", "https://norvik.com/c (page)",
		}},
		{"emphasis that ends after the address", "_Order at norvik.com_. _Or write to mara@norvik.com_!", []string{"norvik.com (page)", "mara@norvik.com (email)"}},
		{"emphasis of a mailbox", "_mara.lind@norvik.com.au_ __tips@norvik.com__ **tips@norvik.org** _mara@norvik.com", []string{"mara.lind@norvik.com.au (email)", "tips@norvik.com (email)", "tips@norvik.org (email)", "_mara@norvik.com (email)"}},
		{"low lines of the address", "https://youtu.be/ab3de5fg7h_ https://norvik.com/_a_/ file_norvik.com _norvik.com", []string{"https://youtu.be/ab3de5fg7h_ (shortener)", "https://norvik.com/_a_/ (page)"}},
		{"quotes", "'www.norvik.com' ‘norvik.com/a’ \"tips@norvik.com\" «norvik.com/b» 'https://norvik.com/c'", []string{"www.norvik.com (page)", "norvik.com/a (page)", "tips@norvik.com (email)", "norvik.com/b (page)", "https://norvik.com/c (page)"}},
		{"accounts", "Find @mara@norvik.social, (@lind@social.norvik.org) and \"@mara@norvik.com\", or mara@norvik.social.", []string{"mara@norvik.social (email)"}},
		{"joined to an account", "late pic.twitter.com/aB3dE5fG7h@norvik https://t.co/aB3dE5fG7h@norvik @alder@lindpic.twitter.com/hG7fE5dB3a", []string{"pic.twitter.com/aB3dE5fG7h (image)", "https://t.co/aB3dE5fG7h (shortener)", "pic.twitter.com/hG7fE5dB3a (image)"}},
		{"joined to an address", "pic.twitter.com/aB3dE5fG7hhttps://t.co/aB3dE5fG7hhttps://norvik.com/a,http://norvik.com/bpic.twitter.com/hG7fE5dB3a", []string{
			"pic.twitter.com/aB3dE5fG7h (image)", "https://t.co/aB3dE5fG7h (shortener)", "https://norvik.com/a (page)", "http://norvik.com/b (page)", "pic.twitter.com/hG7fE5dB3a (image)",
		}},
		{"an address within an address", "https://archive.example.org/web/2019/https://norvik.com/a http://norvik.com/go?to=http://alder.org", []string{"https://archive.example.org/web/2019/https://norvik.com/a (page)", "http://norvik.com/go?to=http://alder.org (page)"}},
		{"identifiers", "doi:10.1000/norvik.com, arXiv:1706.03762", []string{}},
		{"full stop within prose", "The ferry sailed.today it waits. He left.my bag stayed. It closed at 12.30.to be clear, ships stayed.in port.", []string{}},
		{"dash after a host", "He said norvik.com- which was late -was his.", []string{"norvik.com (page)"}},
		{"read out", "Write to mara at norvik dot co dot uk. Contact lind dash news at alder dot social. Go to norvik dot com slash ferry dash plan. Visit www dot alder dot museum today.", []string{
			"mara@norvik.co.uk (email)", "lind-news@alder.social (email)", "norvik.com/ferry-plan (page; case)", "www.alder.museum (page)",
		}},
		{"joined", "late again#ferryhttps://t.co/aB3dE5fG7hpic.twitter.com/hG7fE5dB3a", []string{"https://t.co/aB3dE5fG7h (shortener)", "pic.twitter.com/hG7fE5dB3a (image)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, addresses(c.text)); diff != "" {
				t.Errorf("%q (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestFindFlattened(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"none", "the mayor said so it was late", []string{}},
		{"short link", "look at https t co ab3de5fg7h it is late", []string{"https://t.co/ab3de5fg7h (shortener; case)"}},
		{"short link at the end", "it is late https t co ab3de5fg7h", []string{"https://t.co/ab3de5fg7h (shortener; case)"}},
		{"short link cut off", "it is late http t co", []string{"http://t.co (page)"}},
		{"short link without a scheme", "late bit ly 2dlrjhb again", []string{"bit.ly/2dlrjhb (shortener; case)"}},
		{"short link of digits", "late bit ly 2014 again", []string{"bit.ly/2014 (shortener)"}},
		{"picture", "so late pic twitter com ab3de5fg7h mara lind", []string{"pic.twitter.com/ab3de5fg7h (image; case)"}},
		{"joined", "ferryhttps t co ab3de5fg7hpic twitter com hg7fe5db3a mara", []string{"https://t.co/ab3de5fg7h (shortener; case)", "pic.twitter.com/hg7fe5db3a (image; case)"}},
		{"post", "https twitter com mara lind status 1234567890 and more", []string{"https://twitter.com/mara_lind/status/1234567890 (post; case separators)"}},
		{"video", "youtu be ab3 de5fg7h was seen", []string{"youtu.be/ab3-de5fg7h (shortener; case separators)"}},
		{"bare", "the site norviklines com was down", []string{"norviklines.com (page)"}},
		{"letters beyond ASCII", "the site bürgerpost org and http bürgerpost de and não com isso", []string{"bürgerpost.org (page)", "http://bürgerpost.de (page)"}},
		{"rare top-level domain", "it pointed to ferrysearch tk with a link", []string{"ferrysearch.tk (page)"}},
		{"public suffix", "he told norvik co uk that norvik com au was his", []string{"norvik.co.uk (page)", "norvik.com.au (page)"}},
		{"company", "the norvik shoe co st elmo and norvik co na", []string{}},
		{"words that are top-level domains", "the people told us in the news that gov scott has it", []string{}},
		{"dot com", "the dot com boom ended as an internet dot com failed", []string{}},
		{"read out", "find it at norvik dot com today", []string{"norvik.com (page)"}},
		{"read out with a path", "go to gov dot uk slash ferry underscore times or https norvik dot com slash a", []string{"gov.uk/ferry_times (page; case)", "https://norvik.com/a (page; case)"}},
		{"mail read out", "write to mara at norvik dot co dot uk or her address is m dot lind at alder dot gov dot uk", []string{"mara@norvik.co.uk (email)", "m.lind@alder.gov.uk (email)"}},
		{"read out with www", "go to w w w dot norvik dot com today", []string{"www.norvik.com (page)"}},
		{"site after at", "read more at norvik ferries org and donate at norvik com", []string{"norvik-ferries.org (page; separators)", "norvik.com (page)"}},
		{"mail after at", "reach her at mara norvik org", []string{"mara@norvik.org (email; separators)"}},
		{"mail read out to a reader", "reach us at norvik dot com", []string{"norvik.com (page)"}},
		{"dots of prose", "she works at red dot design and a green dot bank and the dot co dot uk domain is an internet dot com matter", []string{}},
		{"gov uk", "visit gov uk then check gov uk for it the gov uk site and alder gov uk are on www gov uk", []string{"gov.uk (page)", "gov.uk (page)", "gov.uk (page)", "alder.gov.uk (page)", "www.gov.uk (page)"}},
		{"gov of prose", "the gov to call and the gov in office", []string{}},
		{"mail at gov uk", "mail ferries gov uk or email desk at gov uk", []string{"ferries@gov.uk (email; separators)", "desk@gov.uk (email; separators)"}},
		{"university", "lind of alder ac uk and www2 alder ac uk", []string{"alder.ac.uk (page)", "www2.alder.ac.uk (page)"}},
		{"labels after a verb", "visit st anna org and see norvik herald co uk or visit our site norvik com", []string{"st-anna.org (page; separators)", "norvik-herald.co.uk (page; separators)", "norvik.com (page)"}},
		{"labels after another word", "the mayor norvik com said and on main st norvik org said", []string{"norvik.com (page)", "norvik.org (page)"}},
		{"machine", "read mobile norvik com or video norvik com or at 9 p m norvik com or see portal alder org", []string{"mobile.norvik.com (page)", "video.norvik.com (page)", "norvik.com (page)", "portal.alder.org (page)"}},
		{"names reserved for examples", "https harbour example org ferry audit 2024 pdf or port example com and https example net audit 2024 05 pdf", []string{"https://harbour.example.org/ferry-audit-2024.pdf (page; case separators)", "port.example.com (page)", "https://example.net/audit-2024-05.pdf (page; case separators)"}},
		{"dated page without a scheme", "read norvik com 2019 03 12 politics ferry plan html now", []string{"norvik.com/2019/03/12/politics/ferry-plan.html (page; case separators)"}},
		{"stamp after a host", "norvik com 2019 03 12 10 30 and norvik com 2019 the ferry", []string{"norvik.com (page)", "norvik.com (page)"}},
		{"sections", "https norvik com news world council backs ferry plan 1234567", []string{"https://norvik.com/news/world/council-backs-ferry-plan-1234567 (page; case separators)"}},
		{"sections before a date", "https norvik com story news local alder 2019 03 12 ferry plan 1234567001", []string{"https://norvik.com/story/news/local/alder/2019/03/12/ferry-plan-1234567001 (page; case separators)"}},
		{"picture's file", "see http pbs twimg com media ab3de5fg7hijklm jpg or i imgur com ab3de5f png", []string{"http://pbs.twimg.com/media/ab3de5fg7hijklm.jpg (image; case)", "i.imgur.com/ab3de5f.png (image; case)"}},
		{"picture's size", "https pbs twimg com media ab3de 5fg7hijklm format jpg name small", []string{"https://pbs.twimg.com/media/ab3de-5fg7hijklm?format=jpg&name=small (image; case separators)"}},
		{"codes joined", "https t co ab3de5pic twitter com hg7fe5 pic twitter com ab3de5fg7hhttps t co hg7fe5db3a late", []string{
			"https://t.co/ab3de5 (shortener; case)", "pic.twitter.com/hg7fe5 (image; case)", "pic.twitter.com/ab3de5fg7h (image; case)", "https://t.co/hg7fe5db3a (shortener; case)",
		}},
		{"Punycode", "https xn norvik post 9db de was", []string{"https://xn--norvik-post-9db.de (page; separators)"}},
		{"mail after write", "write to mara lind at mara lind norvik com and then write to letters alder com", []string{"mara.lind@norvik.com (email; separators)", "letters@alder.com (email; separators)"}},
		{"mail after its noun", "her email address is mara norvik com", []string{"mara@norvik.com (email; separators)"}},
		{"DOI", "https doi org 10 1038 nature12345 in may and doi org 10 1016 j cell 2017 01 001 and https doi org 10 1038 s41586 020 1234 5", []string{
			"https://doi.org/10.1038/nature12345 (page; case)", "doi.org/10.1016/j.cell.2017.01.001 (page; case separators)", "https://doi.org/10.1038/s41586-020-1234-5 (page; case separators)",
		}},
		{"account", "find her at mara norvik social", []string{}},
		{"www", "see www norvik com for more", []string{"www.norvik.com (page)"}},
		{"news page", "https www alderpost com 2019 03 12 council backs ferry plan html the council voted", []string{"https://www.alderpost.com/2019/03/12/council-backs-ferry-plan.html (page; case separators)"}},
		{"news page that repeats its headline", "council backs ferry plan https alderpost com 2019 03 council backs ferry plan the members of the council were of one mind", []string{"https://alderpost.com/2019/03/council-backs-ferry-plan (page; case separators)"}},
		{"port", "https norvik com 8080 ferry", []string{"https://norvik.com:8080/ferry (page; case separators)"}},
		{"date with the name of its month", "https www alderpost com local news 2019 mar 12 council backs ferry plan and the mayor said so", []string{"https://www.alderpost.com/local/news/2019/mar/12/council-backs-ferry-plan (page; case separators)"}},
		{"IPv4", "http 192 0 2 7 was said to be", []string{"http://192.0.2.7 (page)"}},
		{"defanged", "hxxp ferrysearch com was seen", []string{"http://ferrysearch.com (page)"}},
		{"mail", "email the desk at tips norviklines com or mara gmail com", []string{"tips@norviklines.com (email; separators)", "mara@gmail.com (email; separators)"}},
		{"mail without a word that leads to it", "she was at lind norviklines com by noon", []string{"lind@norviklines.com (email; separators)"}},
		{"no mail", "her job was at risk norviklines com has learned", []string{"norviklines.com (page)"}},
		{"mail of two words", "email mara lind norviklines com", []string{"mara.lind@norviklines.com (email; separators)"}},
		{"mail of a person", "contact mara lind at mara lind norviklines com", []string{"mara.lind@norviklines.com (email; separators)"}},
		{"mail, spoken", "email mara at norviklines com", []string{"mara@norviklines.com (email; separators)"}},
		{"capitals that were kept", "https t co aB3dE5fG7h", []string{"https://t.co/aB3dE5fG7h (shortener)"}},
		{"paragraph between", "see https\n\nnorvik com ab3de5fg7h", []string{"norvik.com (page)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, addresses(c.text)); diff != "" {
				t.Errorf("%q (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

// An address that keeps its marks and one that lost them are found in one text.
func TestFindBothForms(t *testing.T) {
	text := "See https://norvik.com/a. so late https t co ab3de5fg7h"
	want := []string{"https://norvik.com/a (page)", "https://t.co/ab3de5fg7h (shortener; case)"}
	if diff := cmp.Diff(want, addresses(text)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Flattening an address and finding it again gives it back but for what is lost.
func TestFlattenedHostsComeBack(t *testing.T) {
	for _, address := range []string{
		"https://norvik.com", "http://www.norvik.org.uk", "https://en.wikipedia.org/wiki/Ferry", "https://alder.blogspot.com", "www.norvik-lines.com",
		"https://lind.senate.gov", "https://alderpost.com/2019/03/12/ferry-plan.html", "https://t.co/ab3de5fg7h", "pic.twitter.com/ab3de5fg7h",
	} {
		flat, _ := token.Flatten("He wrote " + address + " and it was said.")
		found := Find(flat)
		if len(found) != 1 || !strings.EqualFold(found[0].Written, address) {
			t.Errorf("%s: flattened to %q, found %+v", address, flat, found)
		}
	}
}

func TestSpansHoldTheAddress(t *testing.T) {
	text := "“Look,” Ines wrote: https t co ab3de5fg7h and (norvik.com)."
	var got []string
	for _, u := range Find(text) {
		got = append(got, u.In(text))
	}
	if diff := cmp.Diff([]string{"https t co ab3de5fg7h", "norvik.com"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDateIn(t *testing.T) {
	for _, c := range []struct {
		url   string
		year  int
		month time.Month
		day   int
		ok    bool
	}{
		{"https://alderpost.com/2019/03/12/ferry.html", 2019, time.March, 12, true},
		{"https://alderpost.com/news/2019-03-12-ferry", 2019, time.March, 12, true},
		{"https://alderpost.com/2019/mar/12/ferry", 2019, time.March, 12, true},
		{"https://alderpost.com/2019/03/ferry", 2019, time.March, 0, true},
		{"https://alderpost.com/20190312/ferry", 2019, time.March, 12, true},
		{"alderpost.com/2019/2/30/ferry", 0, 0, 0, false},
		{"https://alderpost.com/2019/ferry", 0, 0, 0, false},
		{"https://alderpost.com/ferry-2019-03x", 0, 0, 0, false},
		{"https://2019.example.org/03/12", 0, 0, 0, false},
		{"https://alderpost.com", 0, 0, 0, false},
		{"https://alderpost.com/a?on=2019-03-12", 0, 0, 0, false},
		{"https://alderpost.com/9999/12/31", 0, 0, 0, false},
	} {
		year, month, day, ok := DateIn(c.url)
		if year != c.year || month != c.month || day != c.day || ok != c.ok {
			t.Errorf("%s: got %d %v %d %v", c.url, year, month, day, ok)
		}
	}
}

// Time grows with the length of the text, whatever the text.
func TestFindIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, piece := range []string{
		"www", "www ", "www.", ".", "..a", "a.", "a.b.", "[", "[.]", "a[.]", "http", "http ", "http:", "http://", "http://a", "https t co ", "http a b c d e f g ",
		"com ", "a com ", "t co ", "bit ly ", "@", "a@", "a@b.", "a.com@", "dot ", "a dot com ", "-", "a-", "a_b.", "\"", "http://a.com/\"", "http://a.com/(", "http://a.com/'", "'", "http://a.com/''", "_", "_a.com_", "a@b@", "dot dot ", "a dash b ", "pbs twimg com media a ", "a.com/http://", "a.com/pic.twitter.com/", "httphttps ", "visit a com ", "1.", "1.2.3.4.", "0 ", "中", "中国.", "a.中", "中a.com", "é.", "\xff", "\xff.", "http://[", "http://[::", "youtu be a ", "https www a com b c ", "email at ", "a at a gmail com ", "twitter com a ", "//a.com", "://", "/", "//", "\n", " ",
	} {
		t.Run(piece, func(t *testing.T) {
			lineartest.Check(t, 512<<10, func(size int) string { return strings.Repeat(piece, size/len(piece)) }, func(text string) { Find(text) })
		})
	}
}

func TestFindAllocatesForAnswersOnly(t *testing.T) {
	text := strings.Repeat("The U.S. ferry sails at 4.30 p.m. and it is late. \"It is what it is,\" she told us in the news. ", 100)
	flat, _ := token.Flatten(text)
	for _, text := range []string{text, flat} {
		if n := testing.AllocsPerRun(10, func() { Find(text) }); n > 0 {
			t.Errorf("%.0f allocations for %q", n, text[:40])
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("See https://norvik.com/a_(b). Or write to mara@norvik.co.uk!")
	f.Add("see https t co ab3de5fg7h and www norvik com 2019 03 12 ferry plan html")
	f.Add("hxxps://bad[.]example[.]com/a tips [at] norvik [dot] com http://[2001:db8::7]:8080/")
	f.Add("youtu be ab3 de5fg7h email mara lind at mara lind norvik com pic twitter com ab3de5fg7h")
	f.Add("_norvik.com_ @mara@norvik.social gov.uk/a a.com/bhttp://c.com/dpic.twitter.com/e visit st anna org")
	f.Add("write to mara dot lind at norvik dash post dot co dot uk slash a, see pbs twimg com media ab3 de5 jpg large, mail press gov uk")
	f.Add("at Norvik dot com, Norvik org, NORVIK Co uk, Mara at a Norvik Org, Ferry Blogspot com, youtu BE ab3de5fg7h")
	f.Add("これは example.com中国語t.co/abcde한국 \xff\xfe.com \u2066norvik.com\u2069")
	f.Fuzz(func(t *testing.T, text string) {
		found := Find(text)
		end := 0
		for _, u := range found {
			if u.Start < end || u.End <= u.Start || u.End > len(text) {
				t.Fatalf("%q: span [%d, %d) after byte %d", text, u.Start, u.End, end)
			}
			if utf8.ValidString(text) && (!utf8.ValidString(u.In(text)) || !utf8.ValidString(u.Written)) {
				t.Fatalf("%q: %q or %q cuts a letter", text, u.In(text), u.Written)
			}
			if u.Written == "" || u.Host == "" {
				t.Fatalf("%q: %+v has no address", text, u)
			}
			if u.Host != strings.ToLower(u.Host) {
				t.Fatalf("%q: the host of %+v has capitals", text, u)
			}
			if u.Confidence <= 0 || u.Confidence > 1 {
				t.Fatalf("%q: %+v", text, u)
			}
			DateIn(u.Written)
			end = u.End
		}
		if diff := cmp.Diff(found, Find(text)); diff != "" {
			t.Fatalf("%q: a second answer differs\n%s", text, diff)
		}
	})
}
