package main

func Example() {
	main()
	// Output:
	// 3 Feb 2024  Tomas Reyes (asserted): We cannot keep this quiet much longer
	// 10 Mar 2025  Greta Holm (asserted): that she had never seen a warning
	// 10 Mar 2025  Greta Holm (asserted): Nobody put a letter on my desk
	// 11 Mar 2025  Tomas Reyes (asserted): that he had warned the water board four times
	// 11 Mar 2025  Tomas Reyes (asserted): I have the receipts
}
