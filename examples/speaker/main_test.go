package main

func Example() {
	main()
	printWordsOf("okafor")
	// Output:
	// Tomas Reyes
	//   asserted: “We cannot keep this quiet much longer”
	//   asserted: “I have the receipts”
	//   asserted: “And the board … knows it very well”
	// nobody is called okafor
}
