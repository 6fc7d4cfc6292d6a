// Package build makes the playground: the library as WebAssembly with lean
// weights, and all that stands around it, as a folder that any web server can
// hand out and that is a package of npm besides.
//
// It needs the go command and the modules of a clone, of which it compiles the
// program ../wasm.
package build
