package page

// maxCredit is how many words before the end of a text its credit may begin.
const maxCredit = 70

// credit reads who reported, wrote and edited at the end of a text: "reporting
// by jane roe editing by john smith".
func (f *finder) credit(i int) int {
	if len(f.tokens)-i > maxCredit {
		return i
	}
	p := i + 1
	if f.fold(i) == "additional" {
		if f.fold(p) != "reporting" {
			return i
		}
		p++
	}
	if f.fold(p) != "by" || cannotName(f.fold(p+1)) || isVerbOpener(f.fold(i-1)) {
		return i
	}
	if _, ok := f.nameAt(p+1, len(f.tokens)); ok || f.editingFollows(p) || len(f.tokens)-i <= 12 {
		return len(f.tokens)
	}
	return i
}

// editingFollows reports whether another part of the credit stands behind i.
func (f *finder) editingFollows(i int) bool {
	for ; i < len(f.tokens)-1; i++ {
		if f.tokens[i+1].Fold == "by" && (f.tokens[i].Fold == "editing" || f.tokens[i].Fold == "writing") {
			return true
		}
	}
	return false
}

// contributes reports whether the paragraph says who else worked on the
// article: "… contributed to this report."
func (f *finder) contributes(b paragraph) bool {
	for i := b.First; i < b.Last; i++ {
		switch f.tokens[i].Fold {
		case "contributed", "contributing":
			if contributions().at(f.tokens[:b.Last], i) > 0 {
				return true
			}
		}
	}
	return false
}

// creditPhrases say who else worked on the article.
var creditPhrases = kindPhrases{
	kind: Credit,
	anywhere: `contributed to this report; the associated press contributed to this report; reuters contributed to this
report; associated press writers contributed to this report`,
	opening: `reporting by; additional reporting; writing by; editing by; with reporting by; with reporting from;
compiled by; with assistance from; with files from; contributing the; contributing associated; with post wires;
associated press writer; associated press writers; the associated press contributed; reuters contributed; this article
is based in part on wire; article posted with permission`,
	label: `source; sources; contributing; authors; contributors; associated press; reuters; ap`,
}

// contributions are how a paragraph says that somebody worked on the article.
var contributions = phrasesOf(`contributed to this report; contributed to this story; contributed to this article;
contributed to this post; contributed reporting; contributed from; contributed research; contributed to this dispatch;
contributing to this report`)
