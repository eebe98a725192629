package check

import "testing"

func TestPersonsAreToldFromRoles(t *testing.T) {
	for role, want := range map[string]bool{
		"Jane Doe": true, "Wei Zhang": true, "Maria de la Cruz": false, "John Q. Public": true, "Ms. Jane Doe": true, "jane@example.com": true,
		"Security Engineer": false, "Chief Executive Officer": false, "Jane": false, "Head of Operations": false,
		"Frank": false, "Product Owner": false,
	} {
		if got := isPerson(role); got != want {
			t.Errorf("isPerson(%q) is %t", role, got)
		}
	}
}

// The whole name is marked, and nothing behind it.
func TestNameAfter(t *testing.T) {
	for text, want := range map[string]string{
		". Jane Doe of the team": ". Jane Doe", " Chen reviews it": " Chen", ". Chen. The board": ". Chen", ". Ada B. Cole's access": ". Ada B. Cole",
		" Ludwig van Beethoven, the": " Ludwig van Beethoven", ". O’Brien-Smith’s": ". O’Brien-Smith", " site": "", "Chen": "", ". X": "",
	} {
		if got := text[:nameAfter(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
