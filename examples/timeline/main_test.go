package main

func Example() {
	main()
	// Output:
	// 3 Feb 2024  Tomas Reyes: We cannot keep this quiet much longer
	// 10 Mar 2025  Greta Holm: that she had never seen a warning
	// 10 Mar 2025  Greta Holm: Nobody put a letter on my desk
	// 11 Mar 2025  Tomas Reyes: that he had warned the water board four times
	// 11 Mar 2025  Tomas Reyes: I have the receipts
}
