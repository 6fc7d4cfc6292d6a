package speaker

import "testing"

// TestPronouns asks whom the last source of a text means.
func TestPronouns(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"he who told", "Kessler told Dahl that the bank would close. “There is no money left,” he said.", "Kessler"},
		{"he who told, flattened", "kessler told dahl that the bank would close there is no money left he said", "Kessler"},
		{"she who told her", "Ruth Bell told Ida Crane that the play was cancelled. “Nobody bought a ticket,” she said.", "Ruth Bell"},
		{"he who criticised", "Hobbs criticised Nash over the delay. “It is a disgrace,” he said.", "Hobbs"},
		{"she who wrote to her", "Rosa Oakes wrote to Nora Marsh on Monday. The roof, she said, leaked.", "Rosa Oakes"},
		{"she who met her in a town", "Clara Voss met Petra Boyle in Selby on Friday. “It is far away,” she said.", "Clara Voss"},
		{"the niece by name", "Cora Voight never printed it. Her niece, Adele Simms, found the box. “I read it standing up,” she said.", "Adele Simms"},
		{"not the last of a list", "Otto Crane has a lead over Paul Dray and Hugh Penn. “I will win,” he said.", "Otto Crane"},
		{"another woman", "Clara Voss said the lights were broken. Another woman said she was followed home. “He knew my name,” she said.", "Another woman"},
		{"a place is nobody", "The rain in Selby was heavy. “It never stops,” she said.", ""},
		{"a building is nobody", "They met at the Crandall Center. “It never stops,” he said.", ""},
		{"a country is nobody", "Harriet Olowe came home. Turkey, said officials, closed the border. “It never stops,” she said.", "Harriet Olowe"},
		{"a country that spoke is nobody", "Turkey said that the border was closed. “It never stops,” she said.", ""},
		{"a people is nobody", "Otto Crane spoke of the fall in prices. Americans say that they pay more. “It never stops,” he said.", "Otto Crane"},
		{"a newspaper is nobody", "The Selby Tribune said that the port would close. “It never stops,” he said.", ""},
		{"a given name like a country's", "Georgia came late. Georgia said that the port would close. “It never stops,” she said.", "Georgia"},
		{"a company is nobody", "Otto Crane runs the yard. Vessling Ltd of Selby said that the price was high. “It never falls,” he said.", "Otto Crane"},
		{"an acronym is nobody", "Otto Crane spoke. The port joined the Open Quays Pact (OQPA). OQPA said that the price was high. “It never falls,” he said.", "Otto Crane"},
		{"the age beside the name", "Nils Brandt, 34, won the race. Karl Ohm, 41, came second. “It was cold,” said the 41-year-old.", "Karl Ohm"},
		{"the age in a description", "Emma Lind, a 41-year-old teacher, ran against Tom Hart, 60. “I will win,” said the 41-year-old teacher.", "Emma Lind"},
		{"the age told of nobody", "Emma Lind ran against nobody. “I will win,” said the 41-year-old.", "Emma Lind"},
		{"the nurse is not the doctor", "The doctor said that the scan was clear. “Go home,” said the nurse.", "nurse"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, reading := readingOf(tt.text, 0)
			names, said := Read(a, reading), new(Said)
			var last Meaning
			for _, x := range reading.Attributions {
				last = names.Meant(x.Source, said)
				said.Take(last, x.Source)
			}
			if got := names.NameOf(last); !(last.IsNobody() && tt.want == "") && got != tt.want {
				t.Errorf("%q\nthe last to speak is %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// TestSetOff asks who is meant by a description and a name between commas.
func TestSetOff(t *testing.T) {
	tests := []struct{ text, first, last, want string }{
		{"“Nobody asked us,” the borough surveyor, Hilda Crane, said.", "the", "crane", "Hilda Crane"},
		{"“Nobody asked us,” his sister, Marta Reed, said.", "his", "reed", "Marta Reed"},
		{"“Nobody asked us,” the port of Selby, Ohio, said.", "the", "ohio", "port of Selby"},
	}
	for _, tt := range tests {
		a, reading := readingOf(tt.text, 0)
		names, w := Read(a, reading), wordOf(t, a, tt.first)
		w.Last = wordOf(t, a, tt.last).Last
		if got := names.NameOf(names.Meant(w, new(Said))); got != tt.want {
			t.Errorf("%q\nit is %q who says it, want %q", tt.text, got, tt.want)
		}
	}
}
