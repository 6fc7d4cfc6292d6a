package main

func Example() {
	main()
	// Output:
	// by Ines Moreau
	//
	// direct writing, asserted: We cannot keep this quiet much longer
	//   speaker:   Tomas Reyes
	//   recipient: water board
	//   channel:   letter
	//   sent:      2024-02-03
	//   cue:       "wrote"
	//
	// indirect speech, asserted: that she had never seen it
	//   speaker:   Greta Holm
	//   recipient: Orrin Herald
	//   channel:   interview
	//   sent:      2025-03-10
	//   cue:       "told"
	//
	// direct speech, asserted: Nobody put that letter on my desk
	//   speaker:   Greta Holm
	//   recipient: Orrin Herald
	//   channel:   interview
	//   sent:      2025-03-10
	//   cue:       "said"
	//
	// indirect writing, asserted: that he had sent four copies
	//   speaker:   Tomas Reyes
	//   channel:   statement
	//   sent:      2025-03-11
	//   cue:       "said"
	//
	// direct writing, asserted: I have the receipts
	//   speaker:   Tomas Reyes
	//   channel:   statement
	//   sent:      2025-03-11
	//   cue:       "said"
}
