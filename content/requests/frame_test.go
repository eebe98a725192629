package requests

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// automated returns a control a system performs at the frequency.
func automated(f content.Frequency) *content.Control {
	return &content.Control{ID: text("MO-05"), Title: text("Check of settings"), Area: text("Monitoring"), OwnerRole: text("Security Architect"),
		Criteria: texts("CC8.1"), Frequency: text(string(f)), Nature: text(string(content.Automated)), Systems: texts("idp"),
		Evidence: texts("check settings", "result of the run")}
}

func TestFrameBeginsWithFirstWording(t *testing.T) {
	earlier := func(from, until content.Date) []content.EarlierWording {
		return []content.EarlierWording{{EffectiveFrom: from, EffectiveUntil: until}}
	}
	for _, c := range []struct {
		name    string
		earlier []content.EarlierWording
		start   content.Date
	}{
		{"reworded only", nil, day(2026, 2, 1)},
		{"in force all along", earlier(day(2024, 3, 1), day(2026, 1, 31)), day(2025, 7, 1)},
		{"since a day nobody names", earlier(content.Date{}, day(2026, 1, 31)), day(2025, 7, 1)},
		{"introduced within the period", earlier(day(2025, 10, 1), day(2026, 1, 31)), day(2025, 10, 1)},
		{"given up before the period", earlier(day(2024, 3, 1), day(2025, 6, 30)), day(2026, 2, 1)},
	} {
		control := automated(content.Continuous)
		control.EffectiveFrom, control.Earlier = day(2026, 2, 1), c.earlier
		r := find(t, Derive(engagement(control)), "MO-05.configuration")
		if r.Covers.Start != c.start || !r.Covers.AtEnds {
			t.Errorf("%s: asked %s", c.name, r.Covers)
		}
		reworded := c.start.Before(day(2026, 2, 1))
		if strings.Contains(r.What, "worded differently until January 31, 2026: the settings under each wording") != reworded {
			t.Errorf("%s: %s", c.name, r.What)
		}
	}
}

func TestFirstDayInUse(t *testing.T) {
	const want = "as of July 1, 2025, or the first day in use where later, and as of June 30, 2026"
	list := Derive(engagement(automated(content.Continuous), leaver()))
	for _, id := range []string{"MO-05.configuration", "idp.listing"} {
		if r := find(t, list, id); !strings.Contains(r.What, want) || r.Covers.String() != "A"+want[1:] {
			t.Errorf("%s covers %s: %s", id, r.Covers, r.What)
		}
	}
	if r := find(t, list, "personnel.listing"); r.Covers.FirstUse {
		t.Errorf("personnel is asked %s", r.Covers)
	}
}
