package serve

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"github.com/verbatim-news/verbatim/cmd/internal/command"
)

var update = flag.Bool("update", false, "write the schemas of the record into openapi.json")

// TestDescribesTheRecord compares the schemas of the description with those of the
// record. They stand in the description once more, so that it is whole by itself.
func TestDescribesTheRecord(t *testing.T) {
	content, err := os.ReadFile("../../../../docs/document.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(bytes.ReplaceAll(content, []byte(`"#/$defs/`), []byte(`"#/components/schemas/`)), &document); err != nil {
		t.Fatal(err)
	}
	schemas := document["$defs"].(map[string]any)
	for _, name := range []string{"$defs", "$schema", "$id"} {
		delete(document, name)
	}
	schemas["document"] = document

	var whole map[string]any
	if err := json.Unmarshal(description, &whole); err != nil {
		t.Fatal(err)
	}
	described := whole["components"].(map[string]any)["schemas"].(map[string]any)
	for _, name := range []string{"article", "failure", "problem"} {
		schemas[name] = described[name]
	}
	whole["components"].(map[string]any)["schemas"] = schemas
	var want bytes.Buffer
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(whole); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("openapi.json", want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(description, want.Bytes()) {
		t.Error("openapi.json and docs/document.schema.json differ; go test ./internal/serve -run Describes -update writes the former")
	}
}

// described loads the description and what finds the operation of a request in it.
func described(t *testing.T) (*openapi3.T, routers.Router) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(description)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	doc.Servers = openapi3.Servers{{URL: "http://verbatim"}}
	router, err := legacy.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, router
}

// TestAnswersAsDescribed sends requests of all kinds, and checks them and the answers
// against the description.
func TestAnswersAsDescribed(t *testing.T) {
	doc, router := described(t)
	openapi3filter.RegisterBodyDecoder("application/x-ndjson", openapi3filter.FileBodyDecoder)
	limits := fewLimits()
	limits.ArticleBytes, limits.PerClient = 300, 1
	s := New(command.NewReader(flag.NewFlagSet("", flag.ContinueOnError), nil), limits)
	handler := s.Handler()
	article := `{"id":7,"text":"“The harbour is open,” said Ana Lopez on Friday.","published":"2016-10-12"}`
	tests := []struct {
		method, path, kind, body string
		status                   int
		undescribed              bool // the request is not as described, and refused
	}{
		{"POST", "/v1/parse", "application/json", article, 200, false},
		{"POST", "/v1/parse?light=true&explain=true&prefer=future&day-first=false&published=2016-10-12", "application/json", article, 200, false},
		{"POST", "/v1/parse", "text/plain", "“The harbour is open,” said Ana Lopez.", 200, false},
		{"POST", "/v1/parse", "application/json", `{"text":"","published":"soon"}`, 200, false},
		{"POST", "/v1/parse", "application/json", `{"text":7}`, 400, true},
		{"POST", "/v1/parse?prefer=left", "text/plain", "", 400, true},
		{"POST", "/v1/parse", "application/xml", "<text/>", 415, true},
		{"POST", "/v1/parse", "text/plain", strings.Repeat("word ", 100), 413, false},
		{"POST", "/v1/batch", "application/x-ndjson", article + "\n{}\n\n" + article, 200, false},
		{"POST", "/v1/batch", "application/xml", "", 415, true},
		{"GET", "/healthz", "", "", 200, false},
		{"GET", "/readyz", "", "", 200, false},
		{"GET", "/metrics", "", "", 200, false},
		{"GET", "/openapi.json", "", "", 200, false},
	}
	answered := map[string]bool{}
	for _, test := range tests {
		request := httptest.NewRequest(test.method, "http://verbatim"+test.path, strings.NewReader(test.body))
		if test.kind != "" {
			request.Header.Set("Content-Type", test.kind)
		}
		route, parameters, err := router.FindRoute(request)
		if err != nil {
			t.Fatalf("%s %s: %v", test.method, test.path, err)
		}
		answered[route.Method+" "+route.Path] = true
		input := &openapi3filter.RequestValidationInput{Request: request, PathParams: parameters, Route: route}
		if err := openapi3filter.ValidateRequest(t.Context(), input); (err != nil) != test.undescribed {
			t.Errorf("%s %s: the request: %v", test.method, test.path, err)
		}
		request.Body = io.NopCloser(strings.NewReader(test.body))
		checkAnswer(t, handler, request, input, test.status)
		if strings.HasPrefix(test.path, "/v1/batch") && test.status == 200 {
			request.Body = io.NopCloser(strings.NewReader(test.body))
			checkLines(t, doc, handler, request)
		}
	}
	for path, item := range doc.Paths.Map() {
		for method := range item.Operations() {
			if !answered[method+" "+path] {
				t.Errorf("%s %s is described and not tested", method, path)
			}
		}
	}
}

// checkAnswer has a request answered and checks the answer against the description.
func checkAnswer(t *testing.T, handler http.Handler, request *http.Request, input *openapi3filter.RequestValidationInput, status int) {
	t.Helper()
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	response := recorder.Result()
	if response.StatusCode != status {
		t.Errorf("%s %s: status %d, %s; want %d", request.Method, request.URL, response.StatusCode, recorder.Body, status)
	}
	err := openapi3filter.ValidateResponse(t.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: response.StatusCode, Header: response.Header, Body: response.Body,
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	})
	if err != nil {
		t.Errorf("%s %s: the answer: %v", request.Method, request.URL, err)
	}
}

// checkLines checks each line of a stream: it is a document or a failure, and never
// both.
func checkLines(t *testing.T, doc *openapi3.T, handler http.Handler, request *http.Request) {
	t.Helper()
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	kinds := ""
	for line := range strings.Lines(recorder.Body.String()) {
		var value any
		if err := json.Unmarshal([]byte(line), &value); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		var is []string
		for _, name := range []string{"document", "failure"} {
			if err := doc.Components.Schemas[name].Value.VisitJSON(value, openapi3.EnableJSONSchema2020(), openapi3.VisitAsResponse()); err == nil {
				is = append(is, name)
			}
		}
		kinds += strings.Join(is, " and ") + "\n"
	}
	if kinds != "document\nfailure\ndocument\n" {
		t.Errorf("the lines are\n%swant a document, a failure and a document", kinds)
	}
}
