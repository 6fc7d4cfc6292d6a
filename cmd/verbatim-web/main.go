// Command verbatim-web is the playground: the library in a browser, where nothing
// that is pasted leaves the machine. Without arguments it compiles the library to
// WebAssembly and serves the page on this machine; "verbatim-web build DIR" writes
// it as a folder for any web server, which is a package of npm as well.
//
// It is run in a clone of verbatim, and needs the go command:
//
//	go run -C cmd ./verbatim-web
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/verbatim-news/verbatim/cmd/verbatim-web/build"
	"github.com/verbatim-news/verbatim/cmd/verbatim-web/serve"
)

const usage = `usage: verbatim-web [-addr host:port]
       verbatim-web build [-best] DIR
       verbatim-web weights DIR

Verbatim-web compiles the library to WebAssembly and serves the playground on
this machine. Build writes it into a folder instead, for any web server; the
folder is a package of npm too. Weights writes the weights that the playground
reads with, so that a command can be built with them and measured. All of them run
in the folder cmd of a clone of verbatim and need the go command.

  -addr host:port   where to serve (default localhost:8077)
  -best             compress as well as possible, which takes minutes
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run runs the command line and returns the exit status: 0, 1 if something
// failed, 2 if the command line is wrong.
func run(ctx context.Context, args []string, out, problems io.Writer) int {
	work, err := commandOf(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(out, usage)
		return 0
	case err != nil:
		fmt.Fprintf(problems, "verbatim-web: %v\n%s", err, usage)
		return 2
	}
	if err := work(ctx, out); err != nil && ctx.Err() == nil {
		fmt.Fprintf(problems, "verbatim-web: %v\n", err)
		return 1
	}
	return 0
}

// commandOf reads the command line and returns what it wants done.
func commandOf(args []string) (func(context.Context, io.Writer) error, error) {
	flags := flag.NewFlagSet("verbatim-web", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if len(args) > 0 && args[0] == "build" {
		best := flags.Bool("best", false, "")
		if err := flags.Parse(args[1:]); err != nil {
			return nil, err
		}
		if flags.NArg() != 1 {
			return nil, errors.New("build takes one folder")
		}
		quality := build.QuickBrotli
		if *best {
			quality = build.BestBrotli
		}
		return func(ctx context.Context, out io.Writer) error { return write(ctx, out, flags.Arg(0), quality) }, nil
	}
	if len(args) > 0 && args[0] == "weights" {
		if err := flags.Parse(args[1:]); err != nil {
			return nil, err
		}
		if flags.NArg() != 1 {
			return nil, errors.New("weights takes one folder")
		}
		return func(ctx context.Context, out io.Writer) error { return weights(ctx, out, flags.Arg(0)) }, nil
	}
	address := flags.String("addr", "localhost:8077", "")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	return func(ctx context.Context, out io.Writer) error { return playground(ctx, out, *address) }, nil
}

// site makes the files of the site and says how large the program is.
func site(ctx context.Context, out io.Writer, quality int) (map[string][]byte, error) {
	fmt.Fprintln(out, "Compiling the library for browsers; the first time this takes a minute …")
	cache := ""
	if dir, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(dir, "verbatim-web")
	}
	files, err := build.Site(ctx, build.Options{Brotli: quality, Cache: cache})
	if err != nil {
		return nil, err
	}
	const million = 1e6
	fmt.Fprintf(out, "The program with its model is %.2f MB, %.2f MB as a browser fetches it.\n",
		float64(len(files["verbatim.wasm"]))/million, float64(len(files["verbatim.wasm.br"]))/million)
	return files, nil
}

func write(ctx context.Context, out io.Writer, dir string, quality int) error {
	files, err := site(ctx, out, quality)
	if err != nil {
		return err
	}
	if err := build.Write(files, dir); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d files are in %s.\n", len(files), dir)
	return nil
}

func weights(ctx context.Context, out io.Writer, dir string) error {
	overlay, err := build.Weights(ctx, "", dir)
	if err == nil {
		fmt.Fprintf(out, "To build a command with these weights: go build -overlay=%s\n", overlay)
	}
	return err
}

func playground(ctx context.Context, out io.Writer, address string) error {
	// First, so that whoever has it already is told at once.
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return err
	}
	files, err := site(ctx, out, build.QuickBrotli)
	if err != nil {
		listener.Close()
		return err
	}
	fmt.Fprintf(out, "The playground is at http://%s – stop it with Ctrl+C.\n", listener.Addr())
	return serve.Until(ctx, listener, serve.Handler(files, build.Policy()))
}
