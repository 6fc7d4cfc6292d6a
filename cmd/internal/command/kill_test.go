//go:build unix

package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// startBatch starts the command in a process of its own.
func startBatch(t *testing.T, stdin io.Reader, stdout io.Writer, args ...string) (command *exec.Cmd, stderr *bytes.Buffer) {
	t.Helper()
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	stderr = new(bytes.Buffer)
	command = exec.Command(executable, append([]string{"batch"}, args...)...)
	command.Env = append(os.Environ(), asCommand+"=1")
	command.Stdin, command.Stdout, command.Stderr = stdin, stdout, stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	return command, stderr
}

// statusOf is the exit status of a process that has ended; -1 if it was killed.
func statusOf(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	t.Fatal(err)
	return 0
}

// numberFrom is a number from the environment, or another.
func numberFrom(name string, other int) int {
	if number, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return number
	}
	return other
}

// TestBatchSurvivesKills kills the command at random moments, and goes on with the
// same command until it is finished: the output is byte for byte that of a run
// that was not disturbed. KILLS says how many times, SEED repeats one run.
func TestBatchSurvivesKills(t *testing.T) {
	kills, articles := numberFrom("KILLS", 3), numberFrom("ARTICLES", 1000)
	seed := numberFrom("SEED", int(time.Now().UnixNano()))
	t.Logf("KILLS=%d ARTICLES=%d SEED=%d", kills, articles, seed)
	random := rand.New(rand.NewPCG(uint64(seed), 0))
	files := mixedInputs(t, articles)
	args := append([]string{"-light", "-sync", "1ms", "-resume", "-o", "out"}, files...)
	began := time.Now()
	command, stderr := startBatch(t, nil, nil, append([]string{"-light", "-o", "whole"}, files...)...)
	if status := statusOf(t, command.Wait()); status != 3 {
		t.Fatalf("status %d, reported %q", status, stderr)
	}
	whole, pace := readFileOf(t, "whole"), time.Since(began)/time.Duration(kills)
	killed, torn, finished := 0, 0, 0
	for killed < kills {
		command, stderr := startBatch(t, nil, nil, args...)
		time.Sleep(time.Duration(random.Int64N(2 * int64(pace)))) // the random moment
		if err := command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		status := statusOf(t, command.Wait())
		out := readable("out")
		switch {
		case status == -1:
			killed++
		case status == 3 && out == whole: // faster than the kill: once more from the start
			finished++
			removeAll(t, "out", "out.journal")
			continue
		default:
			t.Fatalf("after %d kills: status %d, reported %q", killed, status, stderr)
		}
		if !strings.HasPrefix(whole, out) {
			t.Fatalf("after %d kills the output has %d bytes that are no part of the whole", killed, len(out))
		}
		if out != "" && !strings.HasSuffix(out, "\n") {
			torn++
		}
	}
	command, stderr = startBatch(t, nil, nil, args...)
	if status := statusOf(t, command.Wait()); status != 3 || readFileOf(t, "out") != whole {
		t.Errorf("in the end: status %d, reported %q, %d bytes of output of %d", status, stderr, len(readFileOf(t, "out")), len(whole))
	}
	t.Logf("%d kills, %d of them within a line; %d times finished before", killed, torn, finished)
}

// readable is the content of a file that may not be there yet.
func readable(name string) string {
	content, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	return string(content)
}

func removeAll(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

// TestBatchSignals sends a signal while the input stays open: what was read is
// answered, and the command says where it stopped.
func TestBatchSignals(t *testing.T) {
	for signal, status := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		t.Run(signal.String(), func(t *testing.T) {
			outReader, outWriter, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer outReader.Close()
			executable, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			var stderr bytes.Buffer
			command := exec.Command(executable, "batch", "-light")
			command.Env = append(os.Environ(), asCommand+"=1")
			stdin, err := command.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			command.Stdout, command.Stderr = outWriter, &stderr
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			outWriter.Close()
			if _, err := io.WriteString(stdin, articleLines("a", 3)); err != nil {
				t.Fatal(err)
			}
			// The third answer says that all were read.
			var output strings.Builder
			for buffer := make([]byte, 1<<16); strings.Count(output.String(), "\n") < 3; {
				n, err := outReader.Read(buffer)
				output.Write(buffer[:n])
				if err != nil {
					t.Fatalf("reading the answers: %v after %q", err, output.String())
				}
			}
			if err := command.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			rest, err := io.ReadAll(outReader)
			if err != nil || len(rest) > 0 {
				t.Errorf("after the signal: %q, %v", rest, err)
			}
			err = command.Wait()
			if got := statusOf(t, err); got != status || stderr.String() != fmt.Sprintf("verbatim: %v: stopped after line 3\n", signal) {
				t.Errorf("status %d, reported %q; want %d and where it stopped", got, stderr.String(), status)
			}
		})
	}
}

// shellAndTest returns the paths of a shell and of this test binary, which is the
// command where [asCommand] is set.
func shellAndTest(t *testing.T) (shell, executable string) {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell here")
	}
	executable, err = os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return shell, executable
}

// TestBatchIgnoresHangUps is run under nohup, which has the process ignore what a
// closed terminal sends.
func TestBatchIgnoresHangUps(t *testing.T) {
	shell, executable := shellAndTest(t)
	command := exec.Command(shell, "-c", `trap "" HUP; exec "$0" batch -light`, executable)
	command.Env = append(os.Environ(), asCommand+"=1")
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(stdin, articleLines("a", 1)); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if _, err := io.ReadFull(stdout, first); err != nil {
		t.Fatal(err)
	}
	if err := command.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(stdin, articleLines("b", 1)); err != nil {
		t.Fatal(err)
	}
	stdin.Close()
	rest, err := io.ReadAll(stdout)
	if err != nil || strings.Count(string(rest), "\n") != 2 {
		t.Errorf("output %q, %v; want two answers", rest, err)
	}
	if err := command.Wait(); err != nil {
		t.Error(err)
	}
}

// TestBatchFileTooLarge writes where the system takes no more after some bytes, as
// on a disk that becomes full: what is there ends with a whole line, and with -o a
// later run goes on behind it.
func TestBatchFileTooLarge(t *testing.T) {
	shell, executable := shellAndTest(t)
	writeFiles(t, map[string]string{"in": articleLines("a", 1000)})
	whole := runWith("", "batch", "-light", "in").Stdout
	for _, args := range []string{"-o out in", "in >out"} {
		command := exec.Command(shell, "-c", `trap "" XFSZ; ulimit -f 300; exec "$0" batch -light `+args, executable)
		command.Env = append(os.Environ(), asCommand+"=1")
		report, err := command.CombinedOutput()
		if status := statusOf(t, err); status != 4 || !strings.HasPrefix(string(report), "verbatim: writing: ") || !strings.Contains(string(report), ": stopped after in: line ") {
			t.Fatalf("%s: status %d, reported %q; want 4 and where it stopped", args, status, report)
		}
		part := readFileOf(t, "out")
		if !strings.HasPrefix(whole, part) || !strings.HasSuffix(part, "\n") || len(part) == len(whole) {
			t.Errorf("%s: the output has %d bytes that are no whole lines of %d", args, len(part), len(whole))
		}
		if args == "-o out in" {
			if got := runWith("", "batch", "-light", "-resume", "-o", "out", "in"); got.Status != 0 || readFileOf(t, "out") != whole {
				t.Errorf("with room again: status %d, reported %q, %d bytes", got.Status, got.Stderr, len(readFileOf(t, "out")))
			}
		}
		removeAll(t, "out")
	}
}
