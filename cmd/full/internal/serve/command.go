package serve

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

// Command returns the subcommand serve; models are what its -model may name besides
// files.
func Command(models command.Models) command.Command {
	return command.Command{
		Name:    "serve",
		Summary: "answer articles by HTTP",
		About: `Serve answers requests by HTTP, of this machine alone unless -listen says otherwise:

	POST /v1/parse   one article, {"id", "text", "published"} or plain text → its record
	POST /v1/batch   an article a line → a record a line, in order, as batch has it
	GET /healthz     whether it is alive       GET /readyz    whether it takes requests
	GET /metrics     counts for Prometheus     GET /openapi.json    all of this in full

The options of reading are query parameters as well: /v1/parse?light=true. Errors
are problem details (RFC 9457). What is too large is refused with 413, a client with
too many requests under way with 429, and everybody with 503 when there is too much
to do; both of these say after how long to try again.

SIGINT and SIGTERM have what is under way answered, for -grace at most; a second one
ends it at once. There is no authentication and no TLS: put a proxy before it where
others can reach it.`,
		Define: func(flags *flag.FlagSet) func([]string, command.Streams) int {
			reader, limits := command.NewReader(flags, models), DefaultLimits()
			listen := flags.String("listen", "localhost:8080", "answer at an `address`")
			grace := flags.Duration("grace", 30*time.Second, "how long to finish what is under way when stopped")
			flags.IntVar(&limits.Workers, "j", limits.Workers, "read `n` articles at a time")
			flags.IntVar(&limits.Requests, "requests", limits.Requests, "answer `n` requests at a time, and more with 503")
			flags.IntVar(&limits.PerClient, "per-client", limits.PerClient, "answer `n` requests of an address at a time, and more with 429; 0 is any number")
			flags.IntVar(&limits.ArticleBytes, "max-bytes", limits.ArticleBytes, "refuse articles of more than `n` bytes")
			flags.Int64Var(&limits.StreamBytes, "max-stream", limits.StreamBytes, "refuse bodies of /v1/batch of more than `n` bytes")
			flags.DurationVar(&limits.Timeout, "timeout", limits.Timeout, "give up on an article after this `time`")
			flags.DurationVar(&limits.Idle, "idle", limits.Idle, "give up on a client that sends or takes nothing for this `time`")
			return func(_ []string, streams command.Streams) int {
				if err := limits.check(); err != nil {
					streams.Report("serve: %v", err)
					return 2
				}
				return run(New(reader, limits), *listen, *grace, streams)
			}
		},
	}
}

// check returns what is wrong with the limits, if anything.
func (l Limits) check() error {
	if l.Workers < 1 || l.Requests < 1 || l.PerClient < 0 || l.ArticleBytes < 1 || l.StreamBytes < 1 || l.Timeout <= 0 || l.Idle <= 0 {
		return errors.New("a limit is a number from 1, or a time above 0")
	}
	if l.ArticleBytes > maxHeld {
		return fmt.Errorf("-max-bytes is %d at most", maxHeld)
	}
	return nil
}

// run listens and answers until a signal, and returns the exit status.
func run(s *Server, address string, grace time.Duration, streams command.Streams) int {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		streams.Report("serve: %v", err)
		return 1
	}
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	context.AfterFunc(ctx, release) // so that a second signal ends the process
	streams.Report("answering at http://%s", listener.Addr())
	if err := s.Serve(ctx, listener, grace); err != nil {
		streams.Report("serve: %v", err)
		return 1
	}
	return 0
}
