package verbatimtest_test

import (
	"path/filepath"
	"testing"

	"github.com/verbatim-news/verbatim"
	"github.com/verbatim-news/verbatim/verbatimtest"
)

// TestArticles holds the documents to what Parse gives. To write them, run the
// tests with VERBATIM_UPDATE=1 and read every line that changed beside its text:
// other programs test with them.
func TestArticles(t *testing.T) {
	texts := map[string]string{}
	for _, a := range verbatimtest.Articles() {
		texts[a.Name] = a.Text
		doc := verbatim.Parse(a.Text)
		verbatimtest.Golden(t, doc, filepath.Join("articles", a.Name+".json"))
		if err := a.Document.Validate(a.Text); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
		if difference := verbatimtest.Diff(doc, a.Document); difference != "" {
			t.Errorf("%s: the embedded document is another one:\n%s", a.Name, difference)
		}
	}
	if len(texts) < 6 {
		t.Errorf("%d articles", len(texts))
	}
	if flat := verbatim.Flatten(texts["letter"]).Text; texts["letter-flat"] != flat {
		t.Errorf("letter-flat is not letter flattened, which is:\n%s", flat)
	}
}

// TestArticlesAreTheCallers changes what Articles returns: the next call gives it
// whole again.
func TestArticlesAreTheCallers(t *testing.T) {
	verbatimtest.Articles()[0].Document.Messages[0].Text = "changed"
	if verbatimtest.Articles()[0].Document.Messages[0].Text == "changed" {
		t.Error("two callers share a document")
	}
}

// TestArticlesAreRight says in a few words what a reader of the articles says.
func TestArticlesAreRight(t *testing.T) {
	docs := map[string]*verbatim.Document{}
	for _, a := range verbatimtest.Articles() {
		docs[a.Name] = a.Document
	}
	for _, form := range []string{"letter", "letter-flat"} {
		verbatimtest.Expect(t, docs[form]).Messages(5).
			Message("keep this quiet").From("Tomas Reyes").To("Orrin Water Board").Via(verbatim.ChannelLetter).Sent("2024-02-03").Form(verbatim.FormDirect).
			Message("seen the letter").From("Greta Holm").To("Nadia Costello").Via(verbatim.ChannelInterview).Stance(verbatim.StanceDenied).Sent("2025-03-10").
			Message("on my desk").From("Greta Holm").Stance(verbatim.StanceAsserted).Text("Nobody put it on my desk").
			Message("four copies").From("Reyes").Via(verbatim.ChannelStatement).Mode(verbatim.ModeWriting)
	}
	verbatimtest.Expect(t, docs["stances"]).Messages(6).
		Message("taken money").Stance(verbatim.StanceDenied).
		Message("signed the last invoice").Stance(verbatim.StanceWithheld).
		Message("open the books").Stance(verbatim.StancePromised).
		Message("looked at the accounts").From("Ellen Brodd").Stance(verbatim.StanceAsked).
		Message("resign").From("Ellen Brodd").To("Magnus Torvald").Stance(verbatim.StanceRequested).
		Message("not taken a krone").From("Torvald").Stance(verbatim.StanceAsserted)
	verbatimtest.Expect(t, docs["post"]).Messages(2).
		Message("map of the shelters").From("Adaeze Obi").Via(verbatim.ChannelPost).URLs("https://lakeside.example/evacuation").
		Message("bridges").Via(verbatim.ChannelStatement).URLs()
	verbatimtest.Expect(t, docs["interview"]).Messages(4).Message("Not once").From("Tomas Reyes").To("Greta Holm")
	verbatimtest.Expect(t, docs["captions"]).Messages(3).Message("still at the table").From("Boyd Hathaway")
	if threads := docs["emails"].Threads(); len(threads) != 1 || len(threads[0]) != 3 {
		t.Errorf("the emails are the threads %v", threads)
	}
}
