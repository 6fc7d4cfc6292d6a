#!/usr/bin/env bash
# @recogito/text-annotator 4.1.1 (npm): a Web Annotation marks other words than it names, from the
# first character beyond the Basic Multilingual Plane on.
#
# The Web Annotation Data Model (W3C 2017, Text Position Selector) has start and end count code
# points and not code units, and the package reads and writes annotations of that model through
# its W3CTextFormat. So an annotation that another program made is expected to mark the same
# words in it, and its own to mark the same words elsewhere: @apache-annotator/dom 0.2.0 counts
# code points.
#
# Instead it takes the numbers for UTF-16 units. Each such character in front moves the mark one
# unit to the left: with one, "Ben Okafor" is marked as " Ben Okafo". The TextQuoteSelector, which
# stands beside it and names the words, is read and not compared with what is marked. There is
# no warning.
#
# Why it matters: names have such characters (the 𠮷 of Yoshino), and so has every quoted post
# with a symbol in it. A mark that is off by a letter is seen; one that is off by some dozens
# gives a speaker the words of another.
#
# Seen: the lines that end this script, of one annotation and one text in both packages.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @recogito/text-annotator@4.1.1 @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0 >/dev/null

cat >mark.mjs <<'JS'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><body><div id="article"></div></body>');
Object.assign(globalThis, { window, document: window.document, Node: window.Node, NodeFilter: window.NodeFilter, Element: window.Element,
	HTMLElement: window.HTMLElement, Range: window.Range, Text: window.Text, MutationObserver: window.MutationObserver,
	ResizeObserver: class { observe() {} unobserve() {} disconnect() {} } });
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
const { W3CTextFormat, reviveAnnotation } = await import('@recogito/text-annotator');
const { createTextPositionSelectorMatcher } = await import('@apache-annotator/dom');

const article = window.document.getElementById('article');
for (const text of ['Yoshino said the bridge was safe. Ben Okafor denied it.', '𠮷野 said the bridge was safe. Ben Okafor denied it.']) {
	article.textContent = text;
	const words = 'Ben Okafor', start = [...text.slice(0, text.indexOf(words))].length; // code points
	const position = { type: 'TextPositionSelector', start, end: start + [...words].length };
	const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:example:1', type: 'Annotation', body: [],
		target: { source: 'urn:example:article', selector: [position, { type: 'TextQuoteSelector', exact: words, prefix: 'safe. ', suffix: ' denied' }] } };
	const { parsed, error } = W3CTextFormat('urn:example:article', article).parse(annotation);
	const marked = error ? error : reviveAnnotation(parsed, article).target.selector[0].range.toString();
	for await (const range of createTextPositionSelectorMatcher(position)(article)) {
		console.log(`${start}-${position.end} apache "${range}" recogito "${marked}"`);
	}
}
JS
node mark.mjs >marked

diff - marked <<'SEEN' || { echo "changed: the packages mark other words"; exit 1; }
34-44 apache "Ben Okafor" recogito "Ben Okafor"
29-39 apache "Ben Okafor" recogito " Ben Okafo"
SEEN
echo "as described"
