package main

func Example() {
	main()
	// Output:
	// Greta Holm (denied): That she had seen the letter
	// Tomas Reyes (asserted): He had sent it twice
}
