// Package serve hands the files of a site out over HTTP, to browsers on the same
// machine as a rule: each in the smallest form that the browser takes, and not
// again where it has the file already.
package serve
