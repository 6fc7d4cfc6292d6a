package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browserVariable names the browser to test with.
const browserVariable = "BROWSER_UNDER_TEST"

// hang is how long a test may take before it is taken to hang: no check depends
// on it.
const hang = 2 * time.Minute

// browser is the one that all tests share, each with a tab of its own.
var browser context.Context

func TestMain(m *testing.M) {
	path := findBrowser()
	if path == "" {
		os.Exit(m.Run()) // every test skips
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("force-color-profile", "srgb"), chromedp.Flag("disable-lcd-text", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	var end context.CancelFunc
	browser, end = chromedp.NewContext(allocator)
	if err := chromedp.Do(browser); err != nil {
		fmt.Fprintf(os.Stderr, "%s does not start: %v\n", path, err)
		os.Exit(1)
	}
	status := m.Run()
	end()
	stop()
	os.Exit(status)
}

// findBrowser returns the path of a browser, or nothing. One that is asked for and
// not there ends the tests.
func findBrowser() string {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}
	asked := os.Getenv(browserVariable)
	if asked != "" {
		names = []string{asked}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if asked != "" {
		fmt.Fprintf(os.Stderr, "%s: there is no %s\n", browserVariable, asked)
		os.Exit(1)
	}
	return ""
}

// A tab is one tab of the browser. What happens in it that a page of ours must
// not do is a fault; the test fails for it at its end.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	address  string // of the page that is open
	faults   []string
	expected []expected // what is meant
	stopped  int        // requests that a content security policy stopped
}

// An expected fault is told by how it begins and by a part of it.
type expected struct{ kind, part string }

func (t *tab) expect(kind, part string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.expected = append(t.expected, expected{kind, part})
}

// A screen is the window that a tab is shown in.
type screen struct {
	width, height int64
	dark          bool
}

var (
	wide  = screen{width: 1280, height: 900}
	phone = screen{width: 390, height: 844}
)

// newTab opens a tab, which is closed at the end of the test.
func newTab(t *testing.T, s screen) *tab {
	t.Helper()
	if browser == nil {
		t.Skip("no browser: install Debian's chromium, or say where one is in " + browserVariable)
	}
	ctx, end := chromedp.NewContext(browser)
	t.Cleanup(end)
	ctx, cancel := context.WithTimeout(ctx, hang)
	t.Cleanup(cancel)
	tab := &tab{T: t, ctx: ctx}
	if err := chromedp.Listen(ctx, tab.hear); err != nil {
		t.Fatal(err)
	}
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	call(tab, network.Enable, network.EnableParams{})
	tab.do(chromedp.EmulateViewport(s.width, s.height))
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	t.Cleanup(func() {
		tab.mu.Lock()
		defer tab.mu.Unlock()
		for _, fault := range tab.faults {
			t.Error(fault)
		}
	})
	return tab
}

// hear takes note of what a page does.
func (t *tab) hear(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		t.fault("exception: " + e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			t.fault(fmt.Sprintf("console %s: %s", e.Type, e.Args[0].Value))
		}
	case *log.EventEntryAdded:
		t.fault(fmt.Sprintf("browser's log: %s: %s", e.Entry.Level, e.Entry.Text))
	case *network.EventRequestWillBeSent:
		if e.Request.URL != t.address {
			t.fault("request: " + e.Request.URL)
		}
	case *network.EventLoadingFailed:
		if e.BlockedReason == network.BlockedReasonCsp {
			t.stopped++
		}
	case *page.EventJavascriptDialogOpening:
		t.fault("dialog: " + e.Message)
		// Or the page stands still. This may not wait for the answer.
		go chromedp.Call(t.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
	case *page.EventFrameNavigated:
		if to := e.Frame.URL; to != t.address && to != "about:blank" {
			t.fault("navigation: " + to)
		}
	case *page.EventWindowOpen:
		t.fault("window: " + e.URL)
	}
}

// fault keeps a fault that is not meant.
func (t *tab) fault(words string) {
	if !slices.ContainsFunc(t.expected, func(e expected) bool { return strings.HasPrefix(words, e.kind) && strings.Contains(words, e.part) }) {
		t.faults = append(t.faults, words)
	}
}

// do runs actions in the tab.
func (t *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(t.ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// get runs an action in the tab and returns what it gives.
func get[T any](t *tab, action chromedp.Action[T]) T {
	t.Helper()
	value, err := chromedp.Run(t.ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// call sends a command to the tab.
func call[P, R any](t *tab, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(t.ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// open shows a page, as a file of its own.
func (t *tab) open(html []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, html, 0o600); err != nil {
		t.Fatal(err)
	}
	t.mu.Lock()
	t.address = "file://" + filepath.ToSlash(path)
	t.mu.Unlock()
	t.do(chromedp.Navigate(t.address))
}

// run runs JavaScript in the page.
func (t *tab) run(script string) {
	t.Helper()
	t.do(chromedp.Evaluate[chromedp.Void](script))
}

// eval returns what an expression of JavaScript gives in the page.
func eval[T any](t *tab, expression string) T {
	t.Helper()
	return get(t, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// want fails the test unless an expression of JavaScript gives a value.
func want[T comparable](t *tab, expression string, value T) {
	t.Helper()
	if got := eval[T](t, expression); got != value {
		t.Errorf("%s is %v, want %v", expression, got, value)
	}
}
