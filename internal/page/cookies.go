package page

// maxCookies is how many words a notice of cookies may have.
const maxCookies = 60

// cookies reads the notice that a site shows to whoever comes for the first time:
// "we use cookies to improve your experience … you agree to our cookie policy". It
// ends with the last of the words that only such a notice has; i if there is none.
func (f *finder) cookies(i int) int {
	n := cookieOpeners().at(f.tokens, i)
	if n == 0 {
		return i
	}
	end := i + n
	for p := end; p < min(i+maxCookies, len(f.tokens)); p++ {
		if n := cookieClosers().at(f.tokens, p); n > 0 {
			end = p + n
		}
	}
	return end
}

var cookieOpeners = phrasesOf(`we use cookies; we and our partners use cookies; this website uses cookies; this site
uses cookies; our website uses cookies; our site uses cookies`)

var cookieClosers = phrasesOf(`cookie policy; privacy policy; use of cookies; our use of cookies; cookie settings;
accept all; accept all cookies; reject all; manage preferences; manage cookies; improve your experience; give you the
best experience`)
