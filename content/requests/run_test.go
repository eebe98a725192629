package requests

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func runOf(at string, rows int, from, to content.Date) *content.PopulationRun {
	return &content.PopulationRun{RunAt: text(at), Rows: given(rows), From: from, To: to, Proof: text("screenshot of the empty result")}
}

func withRuns(e *content.Engagement, runs ...*content.PopulationRun) *content.Engagement {
	e.Populations = []*content.Population{{ID: text("leavers"), Title: text("Leavers"), Trigger: text("termination"),
		SourceSystem: text("Payroll"), Query: text("report L-4"), Fields: texts("number"), Runs: runs}}
	return e
}

func TestARunWithoutRowsIsNoOccurrence(t *testing.T) {
	e := withRuns(engagement(leaver()), runOf("2026-07-02T09:30:00+02:00", 0, content.Date{}, content.Date{}))
	list := Of(e)
	p := find(t, list, "leavers.population")
	if want := "No occurrence: the run of July 2, 2026, 09:30 UTC+02:00 found none. Proof: screenshot of the empty result."; !strings.Contains(p.What, want) ||
		!strings.Contains(p.What, "Query: report L-4.") {
		t.Errorf("population says %s", p.What)
	}
	if got := ColumnOf("sample").Text(find(t, list, "AC-02.sample")); got != "None: no occurrence" {
		t.Errorf("size of the sample: %q", got)
	}
}

func TestTheLatestRunSizesTheSample(t *testing.T) {
	e := withRuns(engagement(leaver()),
		runOf("2026-07-02T01:00:00+02:00", 60, content.Date{}, content.Date{}), // later than the next by the clock on the wall only
		runOf("2026-07-01T23:30:00Z", 143, day(2025, 7, 1), day(2026, 6, 30)),  //
		runOf("2026-07-03T09:30:00Z", 9, day(2025, 7, 1), day(2025, 12, 31)),   // of another time frame
		runOf("July 4", 7, content.Date{}, content.Date{}))                     // which nobody can place
	r := find(t, Of(e), "AC-02.sample")
	if got := r.sampleWords(); got != "15 of 143; 15 to 25 by risk" {
		t.Errorf("size %q", got)
	}
	r.Risk = "high"
	if got := r.sampleWords(); got != "25 of 143, high risk" {
		t.Errorf("size at high risk %q", got)
	}
	r.SampleSize = 30
	if got := r.sampleWords(); got != "30, set by the service auditor" {
		t.Errorf("size of the service auditor %q", got)
	}
}

// With interim fieldwork the two parts count together, once both were taken.
func TestBothPartsOfAPopulationSizeTheSample(t *testing.T) {
	interim := runOf("2026-03-09T09:00:00Z", 40, day(2025, 7, 1), day(2026, 2, 28))
	rest := runOf("2026-07-02T09:00:00Z", 20, day(2026, 3, 1), day(2026, 6, 30))
	all := runOf("2026-07-02T09:00:00Z", 55, content.Date{}, content.Date{})
	for _, c := range []struct {
		runs []*content.PopulationRun
		want string
	}{
		{[]*content.PopulationRun{interim}, "By population: 1–4: all"},
		{[]*content.PopulationRun{interim, rest}, "15 of 60; 15 to 25 by risk"},
		{[]*content.PopulationRun{all}, "15 of 55; 15 to 25 by risk"}, // answers both
		{[]*content.PopulationRun{interim, all}, "15 of 55; 15 to 25 by risk"},
	} {
		e := withRuns(engagement(leaver()), c.runs...)
		e.Fieldwork.InterimStart = day(2026, 3, 9)
		if got := find(t, Of(e), "AC-02.sample").Sample.Words(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%d runs: %q, want %q", len(c.runs), got, c.want)
		}
	}
}
