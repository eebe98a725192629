package check

import "testing"

// What is looked at first must let through all that the expressions match.
func TestNothingIsPassedOverBeforeTheExpressions(t *testing.T) {
	for _, text := range []string{"TODO", "see TODOs", "a tbd.", "(TBD)", "Fixme", "Lorem ipsum", "XXXX", "what???", "- [ ] x", "{{x}}", "’tbd"} {
		if placeholder.MatchString(text) != leftover(text) {
			t.Errorf("%q: leftover says %t", text, leftover(text))
		}
	}
	for _, text := range []string{"In our opinion", "we have\u00a0Examined", "“Fairly stated”", "presents fairly", "FAIRLY PRESENTED"} {
		if !conclusion.MatchString(text) || !hasWord(text, "opinion", "examined", "fairly") {
			t.Errorf("%q is passed over", text)
		}
	}
	if leftover("the table of xx? and [x] {a}") || hasWord("unfairly", "fairly") {
		t.Error("plain text is held back")
	}
}
