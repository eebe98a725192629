package check

import "testing"

// What is looked at first must let through all that the expressions match.
func TestNothingIsPassedOverBeforeTheExpressions(t *testing.T) {
	for _, text := range []string{"TODO", "see TODOs", "a tbd.", "(TBD)", "Fixme", "Lorem ipsum", "XXXX", "what???", "- [ ] x", "{{x}}", "’tbd"} {
		if !placeholder.MatchString(text) || !cued(text) && !marked(text) {
			t.Errorf("%q is passed over", text)
		}
	}
	for _, text := range []string{"In our opinion", "we have\u00a0Examined", "“Fairly stated”", "presents fairly", "FAIRLY PRESENTED"} {
		if !conclusion.MatchString(text) || !cued(text) {
			t.Errorf("%q is passed over", text)
		}
	}
	if plain := "the table of xx? and [x] {a}"; marked(plain) || cued(plain) || hasWord("unfairly", "fairly") {
		t.Error("plain text is held back")
	}
}

func cued(text string) bool {
	g := []passage{{text: text}}
	read(g, standardLexicon(), nil)
	return g[0].cue
}

func TestAStepIsToldByItsBeginning(t *testing.T) {
	for text, want := range map[string]string{
		" 3: the promise. More": " 3: the promise",
		" 3: two\nlines":        " 3: two lines",
		" 10: one two three four five six seven eight nine ten eleven twelve thirteen fourteen": " 10: one two three four five six seven eight nine ten eleven twelve thirteen …",
		": the password is 4711": "",
		" 3 of 4":                "",
		" 3: ":                   "",
		"":                       "",
	} {
		if got := step(text); got != want {
			t.Errorf("step(%q) is %q, want %q", text, got, want)
		}
	}
}
