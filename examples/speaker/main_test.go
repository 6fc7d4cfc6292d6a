package main

func Example() {
	main()
	printWordsOf("okafor")
	// Output:
	// Tomas Reyes
	//   “We cannot keep this quiet much longer”
	//   “I have the receipts”
	//   “And the board … knows it very well”
	// nobody is called okafor
}
