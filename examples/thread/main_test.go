package main

func Example() {
	main()
	// Output:
	// 0 Greta Holm → Tomas Reyes, email (asked): Have you measured the crack again?
	// 1 Tomas Reyes → Greta Holm, email (asserted, answers 0): Twice, and it has grown
	// 2 Greta Holm → Tomas Reyes, email (asserted, answers 1): Then close the gate
}
