package verbatim_test

import (
	"fmt"

	"github.com/verbatim-news/verbatim"
)

func ExampleFindURLs() {
	text := "the mayor posted the plan https t co ab3de5fg7h and the site norviklines com went down"
	for _, u := range verbatim.FindURLs(text) {
		fmt.Printf("%d-%d %s %s %v\n", u.Start, u.End, u.Address, u.Kind, u.Lossy)
	}
	// Output:
	// 26-47 https://t.co/ab3de5fg7h shortener [case]
	// 61-76 norviklines.com page []
}

func ExampleFindURLs_published() {
	text := "See (https://alder.example.org/ferry_(2019)), or write to tips[at]alder[.]org."
	for _, u := range verbatim.FindURLs(text) {
		fmt.Println(u.Kind, u.Address)
	}
	// Output:
	// page https://alder.example.org/ferry_(2019)
	// email tips@alder.org
}

func ExampleURL_Published() {
	text := "council backs ferry plan https alderpost com 2019 03 12 council backs ferry plan html"
	for _, u := range verbatim.FindURLs(text) {
		fmt.Println(u.Address)
		fmt.Println(u.Published())
	}
	// Output:
	// https://alderpost.com/2019/03/12/council-backs-ferry-plan.html
	// 2019 March 12 true
}
