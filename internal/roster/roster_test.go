package roster

import (
	"testing"

	"github.com/verbatim-news/verbatim/internal/token"
)

var known = New([]Entry{
	{Name: "Ottoline Marsh", Aliases: []string{"Marsh", "Ottie Marsh"}, Roles: []string{"mayor", "bridge warden"}},
	{Name: "Desmond Pryce", Aliases: []string{"Marsh"}, Roles: []string{"mayor"}},
	{Name: "Orrin Herald-Post"},
})

func TestFormAt(t *testing.T) {
	for text, want := range map[string]int{
		"ottoline marsh said": 2, "Ottoline said": 0, "marsh said": 1, "the herald": 0, "orrin herald post": 3, "Orrin Herald-Post": 3, "ottie marsh": 2,
	} {
		if got := known.FormAt(token.Read(text).Tokens, 0); got != want {
			t.Errorf("%q: a form of %d words, want %d", text, got, want)
		}
	}
	var empty *Roster
	if got := empty.FormAt(token.Read("marsh").Tokens, 0); got != 0 {
		t.Errorf("the nil roster has a form of %d words", got)
	}
}

func TestNamed(t *testing.T) {
	for text, want := range map[string]string{
		"OTTOLINE MARSH": "Ottoline Marsh", "ottie marsh": "Ottoline Marsh", "marsh": "", "marsh said": "", "desmond": "", "": "", "orrin herald post": "Orrin Herald-Post",
	} {
		got := ""
		if n, ok := known.Named(token.Read(text).Tokens); ok {
			got = known.Entry(n).Name
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestHolder(t *testing.T) {
	if n, ok := known.Holder("bridge warden"); !ok || n != 0 {
		t.Errorf("the bridge warden is %d, %v", n, ok)
	}
	for _, role := range []string{"mayor", "warden", ""} {
		if n, ok := known.Holder(role); ok {
			t.Errorf("%q is held by %d", role, n)
		}
	}
}
