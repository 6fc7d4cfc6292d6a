package browsertest

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/verbatim-news/verbatim"
)

// How the playground says that it waits for an article, and that it has read one.
const (
	playgroundReady = `document.getElementById("status").textContent.startsWith("Ready")`
	playgroundRead  = `/^Read in/.test(document.getElementById("status").textContent)`
)

// playgroundProgram compiles the command that makes and serves the playground.
func playgroundProgram(t *testing.T) string {
	t.Helper()
	if browser == nil {
		t.Skip("no browser: install Debian's chromium, or say where one is in " + browserVariable)
	}
	program := filepath.Join(t.TempDir(), "verbatim-web")
	if out, err := exec.Command("go", "build", "-C", "../cmd", "-o", program, "./verbatim-web").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// startPlayground starts the command that serves the playground, until the end of
// the test, and returns where it is.
func startPlayground(t *testing.T) (address string) {
	t.Helper()
	command := exec.Command(playgroundProgram(t), "-addr", "127.0.0.1:0")
	command.Dir, command.Stderr = "../cmd", os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := command.Process.Signal(os.Interrupt); err != nil {
			command.Process.Kill()
		}
		if err := command.Wait(); err != nil {
			t.Errorf("the server did not stop in peace: %v", err)
		}
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if address = regexp.MustCompile(`http://[^ ]*`).FindString(lines.Text()); address != "" {
			return address
		}
	}
	t.Fatal("the command does not say where the playground is")
	return ""
}

// openPlayground opens the playground. It may load what is its own and nothing
// else, and shows pages in its frame.
func openPlayground(t *testing.T, s screen, address string) *tab {
	t.Helper()
	tab := newTab(t, s)
	tab.expect("request: "+address+"/", "")
	tab.expect("request: data:image/svg+xml", "") // the browser's own picture beside a date
	tab.expect("navigation: about:srcdoc", "")
	tab.mu.Lock()
	tab.address = address + "/"
	tab.mu.Unlock()
	tab.do(chromedp.Navigate(tab.address), chromedp.Poll[chromedp.Void](playgroundReady))
	return tab
}

// pasteByKeys copies an article and pastes it as people do, by the clipboard.
// Putting so much in as if it were typed takes a browser minutes.
func (t *tab) pasteByKeys(text string) {
	t.Helper()
	script, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	call(t, runtime.Evaluate, runtime.EvaluateParams{UserGesture: &yes, Expression: `{
		const source = document.createElement("textarea");
		source.value = ` + string(script) + `;
		document.body.append(source);
		source.select();
		document.execCommand("copy");
		source.remove();
		document.getElementById("text").focus();
		document.getElementById("text").select();
	}`})
	call(t, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Modifiers: 2, Key: "v", Code: "KeyV", Commands: []string{"paste"}})
	call(t, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Modifiers: 2, Key: "v", Code: "KeyV"})
}

// paste puts an article into the field in place of what is there.
func (t *tab) paste(text string) {
	t.Helper()
	t.run(`document.getElementById("text").focus(); document.getElementById("text").select()`)
	call(t, input.InsertText, input.InsertTextParams{Text: text})
}

// wantRead waits until the playground has read its article.
func (t *tab) wantRead() {
	t.Helper()
	t.do(chromedp.Poll[chromedp.Void](playgroundRead))
	want(t, `document.getElementById("problem").textContent`, "")
}

func TestPlayground(t *testing.T) {
	address := startPlayground(t)
	t.Run("first article", func(t *testing.T) { playgroundFirst(t, address) })
	t.Run("records", func(t *testing.T) { playgroundRecords(t, address) })
	t.Run("options", func(t *testing.T) { playgroundOptions(t, address) })
	t.Run("files", func(t *testing.T) { playgroundFiles(t, address) })
	t.Run("hostile article", func(t *testing.T) { playgroundHostile(t, address) })
	t.Run("megabyte", func(t *testing.T) { playgroundMegabyte(t, address) })
	t.Run("server gone", func(t *testing.T) { playgroundGone(t, address) })
	t.Run("accessible", func(t *testing.T) { playgroundAccessible(t, address) })
}

// TestPlaygroundElsewhere has a server that knows nothing of the playground hand
// it out, as a folder: it compresses nothing, and sends no policy.
func TestPlaygroundElsewhere(t *testing.T) {
	program, dir := playgroundProgram(t), t.TempDir()
	command := exec.Command(program, "build", dir)
	command.Dir = "../cmd"
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var sent sync.Map
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent.Store(r.URL.Path, true)
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	tab := openPlayground(t, wide, server.URL)
	tab.paste("“We will stay,” Ada Holm said.")
	tab.wantRead()
	tab.expect("browser's log: error:", "Content Security Policy")
	want(tab, `fetch("https://example.org/").then(() => "sent", () => "stopped")`, "stopped")
	if _, packed := sent.Load("/verbatim.wasm.gz"); !packed {
		t.Error("the program was not fetched compressed")
	}
}

// playgroundFirst reads a first article and prints how long that took.
func playgroundFirst(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	ready := eval[float64](tab, "performance.now()")
	tab.paste("“We will not close the bridge,” Ada Holm told the Orrin Herald on Monday.")
	tab.wantRead()
	t.Logf("ready within %.0f ms of being opened, its first article read %.0f ms later", ready, eval[float64](tab, "performance.now()")-ready)
	want(tab, `document.getElementById("page").srcdoc.includes("Ada Holm")`, true)
	want(tab, `getComputedStyle(document.getElementById("page")).display !== "none"`, true)
	// The page in the frame is of no origin, and cannot reach the one around it.
	want(tab, `document.getElementById("page").contentDocument === null`, true)
	tab.run(`document.getElementById("clear").click()`)
	tab.do(chromedp.Poll[chromedp.Void](playgroundReady))
	want(tab, `document.activeElement.id + document.getElementById("page").hidden + document.getElementById("download-json").disabled`, "texttruetrue")
}

// playgroundRecords compares records of the module that the page uses with Go's.
func playgroundRecords(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	for _, name := range []string{"harbour-denials-published", "harbour-denials-flat", "direct-messages-published"} {
		text := golden(t, name)
		document, err := json.Marshal((&verbatim.Parser{Light: true, Published: published}).Parse(text))
		if err != nil {
			t.Fatal(err)
		}
		argument, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		got := eval[string](tab, `import("./verbatim.js").then((module) => module.parseToJSON(`+string(argument)+`, {light: true, units: "bytes", published: "2025-03-06"}))`)
		var a, b any
		if json.Unmarshal([]byte(got), &a) != nil || json.Unmarshal(document, &b) != nil || !equalJSON(a, b) {
			t.Errorf("%s: the record is\n%s\nwant\n%s", name, got, document)
		}
	}
	// The page shows the record of the article and hands it out.
	tab.paste(golden(t, "harbour-denials-published"))
	tab.wantRead()
	tab.do(chromedp.Click(chromedp.CSS("#view-json")))
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("json-text").textContent.length > 0`))
	want(tab, `(() => {
		const text = document.getElementById("text").value;
		const record = JSON.parse(document.getElementById("json-text").textContent);
		return record.messages.some((m) => m.stance === "denied" && m.speaker && text.slice(m.source.start, m.source.end).includes(m.speaker.name.split(" ").at(-1)));
	})()`, true)
	tab.run(`window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); fetchBlob = this.href }`)
	tab.run(`document.getElementById("download-page").click(); document.getElementById("download-json").click()`)
	tab.do(chromedp.Poll[chromedp.Void](`saved.length === 2`))
	want(tab, `saved.join()`, "article.html,article.json")
}

func equalJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

// playgroundOptions goes through the controls by the keyboard and by choosing.
func playgroundOptions(t *testing.T, address string) {
	tab := openPlayground(t, phone, address)
	tab.run(`(() => { const sample = document.getElementById("sample"); sample.selectedIndex = 3; sample.dispatchEvent(new Event("change")) })()`)
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("text").value.includes("Harbour chief")`))
	tab.wantRead()
	want(tab, `document.getElementById("published").value`, "2021-11-12")
	tab.run(`document.getElementById("flatten").click()`)
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("text").value.startsWith("harbour chief denies")`))
	tab.wantRead()
	tab.run(`document.querySelector("summary").click(); document.getElementById("light").click()`)
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("page").srcdoc.includes("read by rules alone")`))
	tab.wantRead()
	want(tab, `document.documentElement.scrollWidth <= innerWidth`, true)
}

// playgroundFiles drops and opens files.
func playgroundFiles(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	dir := t.TempDir()
	file := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	article := file("article.txt", []byte("“We will stay,” Åsa Holm said."))
	for _, step := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(tab, input.DispatchDragEvent, input.DispatchDragEventParams{Type: step, X: 900, Y: 500, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: []string{article}, DragOperationsMask: 1}})
	}
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("text").value.includes("Åsa Holm")`))
	tab.wantRead()
	want(tab, `document.body.className`, "")

	open := func(path string) {
		document := call(tab, dom.GetDocument, dom.GetDocumentParams{})
		field := call(tab, dom.QuerySelector, dom.QuerySelectorParams{NodeID: document.Root.NodeID, Selector: "#file"})
		call(tab, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, NodeID: field.NodeID})
	}
	open(file("old.txt", []byte("\x93We will go,\x94 Bo Lind said.")))
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("text").value === "“We will go,” Bo Lind said."`))
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("problem").textContent.includes("Windows-1252")`))
	open(file("picture.txt", []byte("\x89PNG\x00\x00")))
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("problem").textContent.includes("picture.txt is not plain text")`))
	want(tab, `document.getElementById("text").value`, "“We will go,” Bo Lind said.")
}

// playgroundHostile pastes an article that tries to run scripts, to load something
// and to lead elsewhere. The tab fails the test for what it achieves.
func playgroundHostile(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	tab.paste(hostileText)
	tab.wantRead()
	tab.run(`document.getElementById("view-json").click()`)
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("json-text").textContent.includes("messages")`))
	want(tab, `document.scripts.length + document.querySelectorAll("img, base, object, embed, iframe:not(#page)").length`, 1)
	want(tab, `document.getElementById("page").sandbox.contains("allow-same-origin")`, false)
	// Markup that got into the page around would be stopped there.
	tab.expect("browser's log: error:", "Content Security Policy")
	tab.run(`document.getElementById("status").innerHTML = "<img src=x onerror=alert(1)>"; document.body.append(Object.assign(document.createElement("script"), {textContent: "alert(2)"}))`)
	want(tab, `fetch("https://example.org/").then(() => "sent", () => "stopped")`, "stopped")
}

// playgroundMegabyte types on while a megabyte is read.
func playgroundMegabyte(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	text := strings.Repeat(manyArticles(t), 40)[:1_000_000]
	tab.pasteByKeys(strings.ToValidUTF8(text, ""))
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("status").textContent.startsWith("Reading a long article")`))
	tab.run(`window.longest = 0; window.frames = 0; (function next(before) { requestAnimationFrame((now) => { frames++; longest = Math.max(longest, now - before); next(now) }) })(performance.now())`)
	tab.do(chromedp.KeyEvent("typing goes on"))
	want(tab, `document.getElementById("text").value.endsWith("typing goes on")`, true)
	tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("status").textContent.startsWith("This is what rules alone find")`))
	tab.do(chromedp.KeyEvent(" and on"))
	want(tab, `document.getElementById("text").value.endsWith("typing goes on and on")`, true)
	want(tab, `frames > 0`, true)
	t.Logf("%d frames meanwhile, the longest took %.0f ms", eval[int](tab, "frames"), eval[float64](tab, "longest"))
	// What is pasted instead does not wait for the end of it.
	tab.paste("“We will stay,” Ada Holm said.")
	tab.wantRead()
	want(tab, `document.getElementById("page").srcdoc.length < 1e6`, true)
}

// playgroundGone opens the playground where the program cannot be had.
func playgroundGone(t *testing.T, address string) {
	tab := openPlayground(t, wide, address)
	tab.expect("browser's log: error:", "404")
	failure := eval[string](tab, `import("./verbatim.js").then(async ({ Reader }) => {
		const reader = new Reader({ program: "./nothing.wasm" });
		return reader.parse("a text").then(() => "read", (error) => error.name + " " + error.reason + " " + error.message);
	})`)
	if !strings.HasPrefix(failure, "VerbatimError load ") || !strings.Contains(failure, "404") {
		t.Errorf("the failure is told as %q", failure)
	}
}

// playgroundAccessible runs axe-core over the playground, empty and in use.
func playgroundAccessible(t *testing.T, address string) {
	for name, s := range map[string]screen{"wide": wide, "phone": phone, "wide-dark": {1280, 900, true}, "phone-dark": {390, 844, true}} {
		t.Run(name, func(t *testing.T) {
			tab := openPlayground(t, s, address)
			tab.expect("browser's log: warning: Failed to execute 'postMessage'", "") // of axe-core to the frame
			tab.wantAccessible()
			tab.look(name + "-empty")
			tab.run(`document.querySelector("summary").click()`)
			tab.paste(golden(t, "direct-messages-published"))
			tab.wantRead()
			tab.wantAccessible()
			tab.look(name + "-read")
			tab.run(`document.getElementById("result").scrollIntoView()`)
			tab.look(name + "-result")
			tab.run(`document.getElementById("view-json").click()`)
			tab.do(chromedp.Poll[chromedp.Void](`document.getElementById("json-text").textContent.length > 0`))
			tab.wantAccessible()
			tab.look(name + "-json")
		})
	}
}

// look keeps a picture of the playground for people to look at, on demand.
func (t *tab) look(name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*pictures, "playground-"+name+".png"), get(t, chromedp.CaptureScreenshot()), 0o666); err != nil {
		t.Fatal(err)
	}
}
