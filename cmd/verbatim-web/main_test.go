package main

import (
	"net"
	"strings"
	"testing"
)

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		args     string
		status   int
		out, err string
	}{
		{"-h", 0, "usage: verbatim-web", ""},
		{"build -help", 0, "usage: verbatim-web", ""},
		{"build", 2, "", "takes one folder"},
		{"build a b", 2, "", "takes one folder"},
		{"weights", 2, "", "takes one folder"},
		{"serve", 2, "", `unexpected argument "serve"`},
		{"-port 1", 2, "", "not defined: -port"},
	} {
		var out, problems strings.Builder
		status := run(t.Context(), strings.Fields(c.args), &out, &problems)
		if status != c.status || !strings.Contains(out.String(), c.out) || !strings.Contains(problems.String(), c.err) {
			t.Errorf("%q: status %d, %q, %q", c.args, status, out.String(), problems.String())
		}
		if c.status == 2 && !strings.Contains(problems.String(), "usage:") {
			t.Errorf("%q: no usage", c.args)
		}
	}
}

// TestTakenAddress is told before anything is compiled.
func TestTakenAddress(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skipf("there is no loopback: %v", err)
	}
	defer listener.Close()
	var out, problems strings.Builder
	if status := run(t.Context(), []string{"-addr", listener.Addr().String()}, &out, &problems); status != 1 || !strings.Contains(problems.String(), "listen tcp") {
		t.Errorf("status %d, %q", status, problems.String())
	}
	if out.Len() > 0 {
		t.Errorf("printed %q", out.String())
	}
}
