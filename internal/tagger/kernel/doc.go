// Package kernel does the arithmetic of the tagger's layers.
package kernel

//go:generate go run ./gen
