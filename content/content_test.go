package content_test

import (
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

func date(y, m, d int) content.Date { return content.Date{Year: y, Month: m, Day: d} }

func TestPeriodMonthsCountsWholeMonths(t *testing.T) {
	tests := []struct {
		start, end content.Date
		want       int
	}{
		{date(2025, 7, 1), date(2026, 6, 30), 12},
		{date(2025, 7, 15), date(2025, 10, 14), 3},
		{date(2025, 7, 15), date(2025, 10, 13), 2},
		{date(2024, 2, 29), date(2025, 2, 28), 12},
	}
	for _, tt := range tests {
		p := content.Period{Start: tt.start, End: tt.end}
		if got := p.Months(); got != tt.want {
			t.Errorf("%s: got %d months, want %d", p, got, tt.want)
		}
	}
}

func TestAddMonthsKeepsTheLastDay(t *testing.T) {
	if got := date(2026, 1, 31).AddMonths(1).String(); got != "2026-02-28" {
		t.Errorf("got %s", got)
	}
	if got := date(2025, 11, 30).AddMonths(3).String(); got != "2026-02-28" {
		t.Errorf("got %s", got)
	}
}

func TestReportTitleFollowsTypeAndScope(t *testing.T) {
	e := &content.Engagement{
		Organization: content.Organization{Name: diag.Text{Value: "Cedars"}},
		System:       content.System{Name: diag.Text{Value: "Claims System"}},
	}
	e.Report = content.Report{Type: content.Type1, AsOf: date(2026, 3, 31),
		Categories: []content.Category{content.Privacy, content.Security, content.ProcessingIntegrity}}
	want := "Report on Cedars’ description of its Claims System and on the suitability of the design of its controls " +
		"relevant to security, processing integrity, and privacy, as of March 31, 2026"
	if got := e.ReportTitle(); got != want {
		t.Errorf("type 1:\n got %s\nwant %s", got, want)
	}
	e.Report = content.Report{Type: content.Type2, Categories: []content.Category{content.Security},
		Period: content.Period{Start: date(2025, 7, 1), End: date(2026, 6, 30)}}
	want = "Report on Cedars’ description of its Claims System and on the suitability of the design and operating " +
		"effectiveness of its controls relevant to security, throughout the period July 1, 2025 to June 30, 2026"
	if got := e.ReportTitle(); got != want {
		t.Errorf("type 2:\n got %s\nwant %s", got, want)
	}
	if got := e.DescriptionTitle(); got != "Cedars’ Description of Its Claims System" {
		t.Errorf("description title: %s", got)
	}
}

func TestInScopeLooksAtTheTimeFrame(t *testing.T) {
	e := &content.Engagement{Report: content.Report{Type: content.Type2,
		Period: content.Period{Start: date(2025, 7, 1), End: date(2026, 6, 30)}}}
	tests := []struct {
		name    string
		control content.Control
		want    bool
	}{
		{"no dates", content.Control{}, true},
		{"retired before", content.Control{RetiredOn: date(2025, 6, 30)}, false},
		{"retired within", content.Control{RetiredOn: date(2025, 12, 31)}, true},
		{"introduced within", content.Control{EffectiveFrom: date(2026, 1, 1)}, true},
		{"introduced after", content.Control{EffectiveFrom: date(2026, 7, 1)}, false},
	}
	for _, tt := range tests {
		if got := e.InScope(&tt.control); got != tt.want {
			t.Errorf("%s: got %t", tt.name, got)
		}
	}
}

func TestAuditorsColumnsNeedAMatchingReceivedFile(t *testing.T) {
	file := func(source, recorded, actual string) *content.TestFile {
		return &content.TestFile{Source: diag.Text{Value: source},
			Received: &content.Received{SHA256: diag.Text{Value: recorded}, Actual: actual}}
	}
	tests := []struct {
		name string
		file *content.TestFile
		want bool
	}{
		{"matching", file(content.FromServiceAuditor, "ab", "ab"), true},
		{"hash differs", file(content.FromServiceAuditor, "ab", "cd"), false},
		{"file missing", file(content.FromServiceAuditor, "", ""), false},
		{"management", file(content.FromManagement, "ab", "ab"), false},
		{"no received table", &content.TestFile{Source: diag.Text{Value: content.FromServiceAuditor}}, false},
	}
	for _, tt := range tests {
		if got := tt.file.Auditors(); got != tt.want {
			t.Errorf("%s: got %t", tt.name, got)
		}
	}
}

func TestDaysBetweenFarDates(t *testing.T) {
	from, to := content.Date{Year: 1, Month: 1, Day: 1}, content.Date{Year: 9999, Month: 12, Day: 31}
	if got := from.DaysUntil(to); got != 3652058 {
		t.Errorf("%d days", got)
	}
	if got := to.DaysUntil(from); got != -3652058 {
		t.Errorf("%d days back", got)
	}
}

func TestTriggersReadWithinTheFrequency(t *testing.T) {
	for text, want := range map[string]string{
		"Visit to the office": "Per occurrence (visit to the office)",
		"visit":               "Per occurrence (visit)",
		"HR notice":           "Per occurrence (HR notice)",
		"Über":                "Per occurrence (über)",
		"X":                   "Per occurrence (X)",
		"":                    "Per occurrence",
	} {
		c := &content.Control{Frequency: content.Text{Value: "per_occurrence"}, Trigger: content.Text{Value: "other"}, TriggerText: content.Text{Value: text}}
		if got := c.FrequencyWords(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAnUnknownTimeFrameIsToBeStated(t *testing.T) {
	day := content.Date{Year: 2026, Month: 6, Day: 30}
	for _, tt := range []struct {
		report content.Report
		want   string
	}{
		{content.Report{Type: content.Type1}, "as of a date to be stated"},
		{content.Report{Type: content.Type1, AsOf: day}, "as of June 30, 2026"},
		{content.Report{Type: content.Type2}, "throughout a period to be stated"},
		{content.Report{Type: content.Type2, Period: content.Period{End: day}}, "throughout a period to be stated"},
		{content.Report{Type: content.Type2, Period: content.Period{Start: day, End: day}}, "throughout the period June 30, 2026 to June 30, 2026"},
	} {
		if got := tt.report.Throughout(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.report, got, tt.want)
		}
	}
}
