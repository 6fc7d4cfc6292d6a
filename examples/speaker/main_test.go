package main

func Example() {
	main()
	// Output:
	// We cannot keep this quiet much longer
	// I have the receipts
}
