package main

func Example() {
	main()
	// Output:
	// Jonas Wendt, conditional: that two payments cannot be explained
	// Magnus Torvald, denied: that he had taken money from the ferry company
	// Magnus Torvald, withheld: who had signed the last invoice
	// Ellen Brodd, asserted: Nobody has opened the books in four years
}
