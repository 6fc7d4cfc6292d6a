package page

// signup reads "sign up for our daily newsletter".
func (f *finder) signup(i int) int {
	p := i + 1
	if f.fold(i) == "sign" {
		if f.fold(p) != "up" {
			return i
		}
		p++
	}
	if isVerbOpener(f.fold(i-1)) || f.fold(p) != "for" && f.fold(p) != "to" && f.fold(p) != "here" {
		return i
	}
	for q := p; q < min(p+14, len(f.tokens)); q++ {
		switch f.tokens[q].Fold {
		case "newsletter", "newsletters", "inbox", "alerts", "briefing", "podcast", "podcasts":
			return q + 1
		}
	}
	return i
}

// follow reads "follow us on twitter", "follow jane roe on twitter janeroe".
func (f *finder) follow(i int) int {
	if isVerbOpener(f.fold(i - 1)) {
		return i
	}
	object := f.fold(i + 1)
	if f.fold(i) != "follow" && object != "us" {
		return i
	}
	for p := i + 2; p < min(i+7, len(f.tokens)-1); p++ {
		if word := f.tokens[p].Fold; word == "on" || word == "at" {
			switch f.tokens[p+1].Fold {
			case "twitter", "facebook", "instagram", "x", "linkedin", "youtube", "tiktok":
				return p + 2
			}
		}
	}
	return i
}

// signupPhrases ask the reader to come back.
var signupPhrases = kindPhrases{
	kind: Signup,
	anywhere: `click to get the fox news app; get the fox news app; sign up here; thank you for signing up; do you have a story for us; have a
story for us; send us your tips`,
	opening: `sign up; subscribe; newsletter sign up; follow us; follow him on; follow her on; follow them on; like us
on; join us on; find us on; get the latest; get our; get alerts; download the app; download our app; you may opt out;
you also agree to; email us at; contact us at; send tips to; send letters to; write to us; click to get the fox news
app; listen and subscribe; enter your email`,
	label: `newsletter; newsletters; email; twitter; facebook; instagram; follow`,
}
