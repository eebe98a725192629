package requests

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func text(s string) content.Text { return content.Text{Value: s} }

func texts(list ...string) []content.Text {
	var out []content.Text
	for _, s := range list {
		out = append(out, text(s))
	}
	return out
}

func day(year, month, day int) content.Date { return content.Date{Year: year, Month: month, Day: day} }

// engagement returns a type 2 engagement with the given controls.
func engagement(controls ...*content.Control) *content.Engagement {
	var criteria []*content.Criterion
	for i, id := range []string{"CC1.1", "CC6.1", "CC6.2", "CC6.3", "CC6.4", "CC7.4", "CC8.1", "CC9.2"} {
		criteria = append(criteria, &content.Criterion{ID: id, Order: i + 1, Category: content.Common})
	}
	return &content.Engagement{
		Organization: content.Organization{Name: text("Wrenfield, Inc."), ShortName: text("Wrenfield")},
		System:       content.System{Name: text("Ledger System")},
		Report: content.Report{Type: content.Type2, Categories: []content.Category{content.Security},
			Period: content.Period{Start: day(2025, 7, 1), End: day(2026, 6, 30)}},
		Criteria: criteria,
		Components: content.Components{Software: []*content.Component{
			{Kind: "software", ID: text("idp"), Name: text("Identity provider")},
			{Kind: "software", ID: text("desk"), Name: text("Ticket desk")},
		}},
		Controls: controls,
	}
}

func type1(e *content.Engagement) *content.Engagement {
	e.Report.Type, e.Report.AsOf, e.Report.Period = content.Type1, day(2026, 3, 31), content.Period{}
	return e
}

func find(t *testing.T, list []*Request, id string) *Request {
	t.Helper()
	for _, r := range list {
		if r.ID == id {
			return r
		}
	}
	var ids []string
	for _, r := range list {
		ids = append(ids, r.ID)
	}
	t.Fatalf("no request %s among %v", id, ids)
	return nil
}

func leaver() *content.Control {
	return &content.Control{ID: text("AC-02"), Title: text("Access removed at termination"), Area: text("Logical access"),
		Criteria: texts("CC6.2", "CC6.3"), OwnerRole: text("IT Manager"), Frequency: text("per_occurrence"), Trigger: text("termination"),
		Systems: texts("idp"), Evidence: texts("removal ticket", "directory log"), Nature: text("manual")}
}

func TestTerminationInPeriod(t *testing.T) {
	e := engagement(leaver())
	e.Populations = []*content.Population{{ID: text("leavers"), Title: text("Leavers"), Trigger: text("termination"),
		SourceSystem: text("Payroll"), Query: text("report L-4"), Fields: texts("number", "last day")}}
	list := Derive(e)
	p := find(t, list, "leavers.population")
	if p.SourceSystem != "Payroll" || !strings.Contains(p.What, "Query: report L-4.") || !strings.Contains(p.IPE, "row count") {
		t.Errorf("population: %+v", p)
	}
	if want := "Fields: number; last day."; !strings.Contains(p.What, want) || !strings.Contains(p.What, "July 1, 2025 to June 30, 2026") {
		t.Errorf("population asks: %s", p.What)
	}
	s := find(t, list, "AC-02.sample")
	if !slices.Equal(s.From, []string{"leavers.population"}) || !strings.Contains(s.What, "Removal ticket; directory log.") {
		t.Errorf("sample asks: %s", s.What)
	}
	if !strings.Contains(s.Sample.Words(), "5–12: 3") {
		t.Errorf("estimate: %s", s.Sample.Words())
	}
	l := find(t, list, "idp.listing")
	if l.Covers.String() != "As of July 1, 2025, or the first day in use where later, and as of June 30, 2026" || l.SourceSystem != "Identity provider" {
		t.Errorf("listing: %+v", l)
	}
	find(t, list, "personnel.listing")
}

func TestType1AsksForNoPopulation(t *testing.T) {
	list := Derive(type1(engagement(leaver())))
	for _, r := range list {
		if r.Kind == Population || r.Covers.IsPeriod() {
			t.Errorf("%s covers %s", r.ID, r.Covers)
		}
		if strings.Contains(r.What, "period") && r.ID != "AC-02.example" {
			t.Errorf("%s speaks of a period: %s", r.ID, r.What)
		}
	}
	if x := find(t, list, "AC-02.example"); !strings.Contains(x.What, "on or before March 31, 2026") {
		t.Errorf("example: %s", x.What)
	}
}

func TestMergeBySourceAndOwner(t *testing.T) {
	first, second, third := leaver(), leaver(), leaver()
	second.ID, second.Title, second.Evidence = text("AC-03"), text("Assets returned"), texts("return slip")
	third.ID, third.OwnerRole = text("HR-01"), text("Head of People")
	list := Derive(engagement(first, second, third))
	if p := find(t, list, "termination.population"); !slices.Equal(p.Controls, []string{"AC-02", "AC-03", "HR-01"}) {
		t.Errorf("population serves %v", p.Controls)
	}
	if s := find(t, list, "AC-02.sample"); !slices.Equal(s.Controls, []string{"AC-02", "AC-03"}) ||
		!strings.Contains(s.What, "• AC-03 Assets returned: return slip") {
		t.Errorf("sample of one owner: %v\n%s", s.Controls, s.What)
	}
	find(t, list, "HR-01.sample")
}

func TestMergedControlGetsNoRecord(t *testing.T) {
	first, second := leaver(), leaver()
	second.ID = text("AC-03")
	first.Criteria, second.Criteria = texts("CC1.1"), texts("CC1.1")
	for _, r := range Derive(type1(engagement(first, second))) {
		if r.Kind == Document && !r.Engagement {
			t.Errorf("%s asks again for what another request holds", r.ID)
		}
	}
}

// TestManyControls keeps requests short enough to be read in one row.
func TestManyControls(t *testing.T) {
	var controls []*content.Control
	for i := range 200 {
		c := leaver()
		c.ID = text(fmt.Sprintf("AC-%03d", i))
		controls = append(controls, c)
	}
	for _, e := range []*content.Engagement{engagement(controls...), type1(engagement(controls...))} {
		for _, r := range Derive(e) {
			if n := strings.Count(r.What, "\n"); n > 24 {
				t.Errorf("%s asks in %d lines", r.ID, n)
			}
		}
	}
}

func TestInterimFieldworkSplitsPopulations(t *testing.T) {
	e := engagement(leaver())
	e.Fieldwork.InterimStart, e.Fieldwork.InterimEnd = day(2026, 3, 9), day(2026, 3, 20)
	list := Derive(e)
	if p := find(t, list, "termination.population-interim"); p.Covers.String() != "July 1, 2025 to February 28, 2026" {
		t.Errorf("interim covers %s", p.Covers)
	}
	if p := find(t, list, "termination.population-rollforward"); p.Covers.String() != "March 1, 2026 to June 30, 2026" {
		t.Errorf("roll-forward covers %s", p.Covers)
	}
	if s := find(t, list, "AC-02.sample"); len(s.From) != 2 {
		t.Errorf("sample comes from %v", s.From)
	}
}

func TestEngagementRequestsWithoutControls(t *testing.T) {
	list := Derive(engagement())
	for _, id := range []string{"ENG.description", "ENG.assertion", "ENG.prior-report", "ENG.contracts", "ENG.component-inventory",
		"ENG.incident-register", "incident.population", "change.population", "ENG.significant-changes", "ENG.fraud",
		"ENG.compliance", "ENG.deficiencies", "ENG.subsequent-events", "ENG.representation-letter", "ENG.assertion-signed"} {
		if r := find(t, list, id); !r.Engagement {
			t.Errorf("%s is not for the engagement", id)
		}
	}
}

// TestEveryControlHasARequest goes through all combinations an author can
// write, valid or not.
func TestEveryControlHasARequest(t *testing.T) {
	var controls []*content.Control
	for _, f := range append([]content.Frequency{"", "nonsense"}, content.Frequencies...) {
		for _, nature := range []content.Nature{"", content.Manual, content.Automated, content.ITDependentManual} {
			triggers := []string{""}
			if f == content.PerOccurrence {
				triggers = append(triggers, content.Triggers...)
			}
			for _, trigger := range triggers {
				c := leaver()
				c.ID = text(fmt.Sprintf("X-%03d", len(controls)))
				c.Frequency, c.Nature, c.Trigger = text(string(f)), text(string(nature)), text(trigger)
				switch len(controls) % 4 {
				case 1:
					c.Criteria, c.Systems, c.Evidence = texts("CC8.1"), nil, nil
				case 2:
					c.Criteria, c.Evidence, c.UsesReports = texts("CC6.4"), texts("recovery plan"), texts("list of users")
				case 3:
					c.EffectiveFrom, c.Area = day(2026, 2, 1), text("Other")
				}
				controls = append(controls, c)
			}
		}
	}
	for _, e := range []*content.Engagement{engagement(controls...), type1(engagement(controls...)), {Controls: controls}} {
		list := Derive(e)
		served := map[string]int{}
		ids := map[string]bool{}
		for _, r := range list {
			if ids[r.ID] {
				t.Errorf("id %s stands twice", r.ID)
			}
			ids[r.ID] = true
			if r.Title == "" || r.What == "" || r.Format == "" || r.Origin != Expected || !slices.Contains(Kinds, r.Kind) {
				t.Errorf("incomplete request %+v", r)
			}
			if !r.Engagement && len(r.Controls) == 0 {
				t.Errorf("%s serves no control", r.ID)
			}
			if r.Kind == Population && (r.IPE == "" || len(r.Fields) == 0) {
				t.Errorf("%s asks for no proof or fields", r.ID)
			}
			if r.Kind == SampleItems && r.Sample == nil {
				t.Errorf("%s has no estimate", r.ID)
			}
			if strings.HasSuffix(r.ID, ".walkthrough") {
				continue // every control has that one
			}
			for _, id := range r.Controls {
				served[id]++
			}
		}
		for _, c := range controls {
			if e.InScope(c) && served[c.ID.Value] == 0 {
				t.Errorf("type %d: no request but the walkthrough for %s (%s, %s, %s)", e.Report.Type, c.ID, c.Frequency, c.Nature, c.Trigger)
			}
		}
		for i, again := range Derive(e) {
			if first := list[i]; first.ID != again.ID || first.What != again.What || first.IPE != again.IPE {
				t.Errorf("two derivations differ at %s", first.ID)
			}
		}
	}
}

func TestPeriodicEstimates(t *testing.T) {
	year := content.Period{Start: day(2025, 7, 1), End: day(2026, 6, 30)}
	half := content.Period{Start: day(2026, 1, 1), End: day(2026, 6, 30)}
	for _, c := range []struct {
		f                           content.Frequency
		window                      content.Period
		expected, low, normal, high int
	}{
		{content.Annual, year, 1, 1, 1, 1},
		{content.Annual, half, 0, 0, 0, 0},
		{content.Semiannual, year, 2, 1, 2, 2},
		{content.Quarterly, year, 4, 2, 2, 3},
		{content.Quarterly, half, 2, 1, 2, 2},
		{content.Monthly, year, 12, 2, 3, 5},
		{content.Monthly, half, 6, 2, 3, 5},
		{content.Semimonthly, year, 24, 3, 5, 8},
		{content.Weekly, year, 52, 5, 8, 15},
		{content.Daily, year, 250, 15, 25, 40},
		{content.ManyPerDay, year, 0, 25, 40, 60},
	} {
		s := byDefault.periodic(c.f, c.window)
		if s.Expected != c.expected || s.Low != c.low || s.Normal != c.normal || s.High != c.high {
			t.Errorf("%s over %s: %+v", c.f, c.window, s)
		}
	}
}
