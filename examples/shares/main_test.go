package main

func Example() {
	main()
	// Output:
	//  59 %  Tomas Reyes: 3 messages, 20 words, 56 of 101 bytes verbatim
	//  41 %  Greta Holm: 2 messages, 14 words, 30 of 63 bytes verbatim
}
