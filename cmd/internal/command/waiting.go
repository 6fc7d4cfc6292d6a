package command

import "github.com/verbatim-news/verbatim"

// A waitingRoom holds the records of one file that the other has not given yet.
type waitingRoom struct {
	byID  map[string][]*verbatim.Document // those of one ID in their order
	order []string                        // the IDs as they came; some may have left
	held  int
}

// slack is how many more IDs than records are kept before those who left are
// taken off the list.
const slack = 64

func (w *waitingRoom) put(doc *verbatim.Document) {
	if w.byID == nil {
		w.byID = make(map[string][]*verbatim.Document)
	}
	w.byID[doc.ID] = append(w.byID[doc.ID], doc)
	w.order = append(w.order, doc.ID)
	w.held++
	if len(w.order) > 2*w.held+slack {
		w.order = w.ids()
	}
}

// take gives the first record of an ID, or nil.
func (w *waitingRoom) take(id string) *verbatim.Document {
	list := w.byID[id]
	if len(list) == 0 {
		return nil
	}
	if len(list) == 1 {
		delete(w.byID, id)
	} else {
		w.byID[id] = list[1:]
	}
	w.held--
	return list[0]
}

// ids gives the IDs of those who wait, each once for every record, the last of
// those that came under one ID.
func (w *waitingRoom) ids() []string {
	came := make(map[string]int, len(w.byID))
	for _, id := range w.order {
		came[id]++
	}
	var list []string
	for _, id := range w.order {
		if came[id] <= len(w.byID[id]) {
			list = append(list, id)
		}
		came[id]--
	}
	return list
}
