// Package reading is what the JavaScript module asks the library for: articles
// and options come in as JavaScript has them, records and pages go out as text.
//
// The program in ../wasm puts it into a browser; the package itself runs
// anywhere, so that it can be tested where Go is.
package reading
