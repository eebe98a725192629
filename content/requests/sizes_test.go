package requests

import (
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// given returns a number that an author wrote.
func given(n int) content.Int {
	return content.Int{Value: n, Span: diag.NewSource("requests/auditor.toml", []byte("0")).At(0, 1)}
}

func TestTheAuditFirmsTableReplacesTheDefault(t *testing.T) {
	weekly := leaver()
	weekly.ID, weekly.Frequency, weekly.Trigger = text("AC-07"), text("weekly"), text("")
	e := engagement(leaver(), weekly)
	if SizesOf(e) != DefaultSizes || OwnSizes(e) {
		t.Errorf("without a table %q applies", SizesOf(e))
	}
	e.RequestList.Sizes = &content.SampleSizes{Name: text("Table 4"),
		Periodic:    []content.SampleRow{{Most: given(12), Low: given(1), Normal: given(2), High: given(3)}, {Low: given(6), Normal: given(7), High: given(9)}},
		Occurrences: []content.SampleBand{{From: given(1), To: given(10)}, {From: given(11), Normal: given(12), High: given(20)}}}
	if SizesOf(e) != "Table 4" || !OwnSizes(e) {
		t.Errorf("%q applies", SizesOf(e))
	}
	list := Of(e)
	if got := find(t, list, "AC-07.sample").Sample.Words(); got != "7 of 52; 6 to 9 by risk" {
		t.Errorf("weekly: %q", got)
	}
	if got := find(t, list, "AC-02.sample").Sample.Words(); got != "By population: 1–10: all; over 10: 12" {
		t.Errorf("by occurrence: %q", got)
	}
	if got := Fewest(e, leaver(), e.Report.Period, 11); got != 11 {
		t.Errorf("fewest of 11: %d", got)
	}
}

func TestRiskChoosesTheSize(t *testing.T) {
	bands := &Sample{Bands: byDefault.bands}
	monthly := &Sample{Expected: 12, Low: 2, Normal: 3, High: 5}
	for _, c := range []struct {
		s          *Sample
		risk, want string
	}{
		{monthly, "low", "2 of 12, low risk"},
		{monthly, "normal", "3 of 12, normal risk"},
		{monthly, "high", "5 of 12, high risk"},
		{bands, "high", "By population, high risk: 1–4: all; 5–12: 5; 13–52: 10; 53–250: 25; over 250: 40"},
		{bands, "low", "By population, low risk: 1–4: all; 5–12: 3; 13–52: 5; 53–250: 15; over 250: 25"},
		{&Sample{PerSetting: true}, "high", "1 for each configuration"},
		{nil, "high", ""},
	} {
		if got := c.s.at(c.risk); got != c.want {
			t.Errorf("%s: %q, want %q", c.risk, got, c.want)
		}
	}
}
