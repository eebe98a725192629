package requests

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// TestSampleOfAutomatedControls holds text and size of a sample together.
func TestSampleOfAutomatedControls(t *testing.T) {
	for f, want := range map[content.Frequency]struct{ lead, size string }{
		content.Daily:     {"(daily, 365 expected)", "25 of 365; 15 to 40 by risk"},
		content.Weekly:    {"(weekly, 52 expected)", "8 of 52; 5 to 15 by risk"},
		content.Quarterly: {"(quarterly, 4 expected)", "2 of 4; 2 to 3 by risk"},
	} {
		r := find(t, Derive(engagement(automated(f))), "MO-05.sample")
		if r.Sample.Words() != want.size || !strings.Contains(r.What, want.lead) || !strings.Contains(r.What, "For each occurrence the service auditor selects") {
			t.Errorf("%s: %s\n%s", f, r.Sample.Words(), r.What)
		}
	}
	c := automated(content.PerOccurrence)
	c.Trigger = text("change")
	r := find(t, Derive(engagement(c)), "MO-05.sample")
	if r.Sample.Words() != "1 for each configuration" || !strings.HasPrefix(r.What, "For one change that is selected under each configuration:") {
		t.Errorf("%s\n%s", r.Sample.Words(), r.What)
	}
}

// TestCampaign takes the items of the population a yearly control names.
func TestCampaign(t *testing.T) {
	c := leaver()
	c.Frequency, c.Trigger = text("annual"), text("")
	if r := find(t, Derive(engagement(c)), "AC-02.sample"); r.Sample.Words() != "1" {
		t.Errorf("without a population: %s", r.Sample.Words())
	}
	c.Population = text("POP-STAFF")
	e := engagement(c)
	e.Populations = []*content.Population{{ID: text("POP-STAFF"), Title: text("Training assignments"), SourceSystem: text("Payroll"),
		Fields: texts("number")}}
	list := Derive(e)
	r := find(t, list, "AC-02.sample")
	if len(r.Sample.Bands) == 0 || !strings.HasPrefix(r.What, "For each item selected from the listing of training assignments:") {
		t.Errorf("%s\n%s", r.Sample.Words(), r.What)
	}
	if p := find(t, list, r.From[0]); !strings.HasPrefix(p.What, "The complete listing of training assignments of the period July 1, 2025 to June 30, 2026,") {
		t.Errorf("population: %s", p.What)
	}
}

func TestAccountsOfStaff(t *testing.T) {
	r := find(t, Derive(engagement(leaver())), "idp.listing")
	if !strings.HasPrefix(r.What, "The accounts of employees and contractors in Identity provider") ||
		!strings.Contains(r.What, "service accounts") || !strings.Contains(r.What, "customers and their users are not asked for") {
		t.Errorf("asks %s", r.What)
	}
}

func TestFewestItems(t *testing.T) {
	year := content.Period{Start: day(2025, 7, 1), End: day(2026, 6, 30)}
	for _, c := range []struct {
		frequency  content.Frequency
		nature     content.Nature
		population int
		want       int
	}{
		{content.Annual, "", 0, 1},
		{content.Weekly, content.Manual, 0, 5},
		{content.Weekly, content.Manual, 3, 3},
		{content.Daily, content.Automated, 0, 1},
		{content.PerOccurrence, content.Manual, 0, 0},
		{content.PerOccurrence, content.Manual, 4, 4},
		{content.PerOccurrence, content.Manual, 5, 3},
		{content.PerOccurrence, content.Manual, 250, 15},
		{content.PerOccurrence, content.Manual, 100000, 25},
		{"nonsense", "", 0, 0},
	} {
		control := &content.Control{Frequency: text(string(c.frequency)), Nature: text(string(c.nature))}
		if got := Fewest(&content.Engagement{}, control, year, c.population); got != c.want {
			t.Errorf("%s %s of %d: got %d, want %d", c.nature, c.frequency, c.population, got, c.want)
		}
	}
}
