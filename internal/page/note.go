package page

// notePhrases are what the editors say about the article.
var notePhrases = kindPhrases{
	kind: Note,
	anywhere: `this story has been updated with additional information; this story has been updated with additional
details; this story has been updated with additional reporting; this story has been updated with additional
developments; this story has been updated; this article has been updated; this post has been updated; this is a
breaking news story; this is a developing story; this article was amended on`,
	opening: `this story has been updated; this article has been updated; this post has been updated; this report has
been updated; this story was updated; this article was updated; this story has been corrected; this article has been
corrected; an earlier version of this; a previous version of this; this is a breaking news story; this is a developing
story; this article was amended; this article originally appeared; this story originally appeared; this article was
originally published; this story was originally published; this article is more than; this report may be updated; this
post originally appeared`,
	label: `editor s note; editors note; correction; corrections; clarification; correction and clarification;
corrections and clarifications; corrections amplifications; note to readers; notice`,
}
