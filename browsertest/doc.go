// Package browsertest has no code of its own: its tests open what the library
// and its programs show in a browser, and look at it there. They need Chromium
// or Chrome on the PATH, or where BROWSER_UNDER_TEST says, and are skipped where
// there is none.
package browsertest
