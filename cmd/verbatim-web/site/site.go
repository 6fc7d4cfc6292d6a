// Package site holds the files of the playground as they are written by hand:
// the page, the JavaScript module with its types, and the description of it as a
// package of npm. What has to be built beside them is in ../build.
package site

import "embed"

// Files are the files, without folders. The page is a template of html/template.
//
//go:embed index.html playground.css playground.js verbatim.js verbatim-worker.js verbatim.d.ts document.d.ts package.json README.md
var Files embed.FS
