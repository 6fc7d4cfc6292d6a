package main

func Example() {
	main()
	// Output:
	// 304–337 Greta Holm (asserted): Nobody put that letter on my desk
	// 422–444 Tomás Reyes (asserted): I’ve kept the receipts
}
