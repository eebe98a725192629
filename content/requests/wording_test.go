package requests

import (
	"strings"
	"testing"
)

func TestArticle(t *testing.T) {
	for words, want := range map[string]string{"incident": "an incident", "change": "a change", "access change": "an access change",
		"new hire": "a new hire", "occasion": "an occasion", "": "a "} {
		if got := article(words); got != want {
			t.Errorf("%q became %q", words, got)
		}
	}
	first, second := leaver(), leaver()
	second.ID = text("AC-03")
	first.Trigger, second.Trigger = text("incident"), text("incident")
	if r := find(t, Derive(type1(engagement(first, second))), "AC-02.example"); !strings.HasPrefix(r.Title, "One example of an incident") {
		t.Errorf("title %q", r.Title)
	}
}
