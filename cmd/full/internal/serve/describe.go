package serve

import (
	_ "embed"
	"net/http"
)

// description is the OpenAPI description of what the server answers. Its schemas of
// the record are those of docs/document.schema.json: go test -run Describes -update
// writes them.
//
//go:embed openapi.json
var description []byte

func describe(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(description) // whoever asked has gone
}
