//go:build js && wasm

// Command wasm is the library for JavaScript: it hands its functions to the
// program that runs it, in the worker of ../site/verbatim-worker.js, and answers
// until that ends.
package main

import (
	"errors"
	"syscall/js"

	"github.com/verbatim-news/verbatim/cmd/verbatim-web/reading"
)

// receiver is the global function that gets the functions.
const receiver = "receiveVerbatim"

func main() {
	var reader reading.Reader
	js.Global().Call(receiver, map[string]any{
		"parse":   function(func(args []string) (string, error) { return reader.Parse(args[0], args[1]) }),
		"page":    function(func(args []string) (string, error) { return reader.Page(args[0], args[1]) }),
		"flatten": function(func(args []string) (string, error) { return reader.Flatten(args[0]) }),
		"version": function(func([]string) (string, error) { return reader.Version(), nil }),
	})
	select {} // the functions are called from outside
}

// function makes a function of JavaScript of do. It takes two strings, of which
// either may be missing, and returns an object with a value, or with an error
// and whether the options are to blame for it: an exception would end the program.
func function(do func(args []string) (string, error)) js.Func {
	return js.FuncOf(func(_ js.Value, given []js.Value) any {
		args := make([]string, 2)
		for k := range min(len(args), len(given)) {
			if given[k].Type() == js.TypeString {
				args[k] = given[k].String()
			}
		}
		value, err := do(args)
		if err != nil {
			return map[string]any{"error": err.Error(), "options": errors.As(err, new(*reading.OptionError))}
		}
		return map[string]any{"value": value}
	})
}
