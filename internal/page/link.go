package page

// linkPhrases lead to other pages.
var linkPhrases = kindPhrases{
	kind: Link,
	anywhere: `continue reading the main story; continue reading below; read the full story here; read more about this
story; see full web article; click here to read more; click here for more; scroll down for video; media playback is
unsupported on your device; don t see the graphic above click here; watch the latest video at; related articles; read
or share this story; more on this story; you may also like; you might also like; scroll down to read more`,
	opening: `read more; read also; read the full; see also; click here; click to; click for; full coverage; continue
reading; see full web article; source link; more from; more on this; you may also like; also read; view gallery; don t
miss; related articles; related stories; related content; related coverage; related links; most read; watch the
latest; watch live; recommended for you; editors picks; editor s picks; more news; read here; go deeper; recommended
stories; trending now; top stories; special coverage; related video; scroll down for video; video loading; media
playback is unsupported; don t see the graphic; just watched; visit business insider s homepage; read or share this story`,
	label: `related; more; watch; video; photos; listen; read; gallery; see; also; live updates; explainer; online;
further reading; quiz; read next; up next; more information; latest; in pictures; on topic; key points;
trending; watch video; watch now; recommended reading; must read; icymi; in case you missed it; you might also like`,
}
