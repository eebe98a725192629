package requests

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func TestIncludedOrganization(t *testing.T) {
	monitor, theirs := leaver(), leaver()
	monitor.ID, monitor.Monitors, monitor.Frequency, monitor.Trigger = text("VM-03"), texts("quillhaven"), text("monthly"), text("")
	theirs.ID, theirs.PerformedBy = text("QH-01"), text("quillhaven")
	e := engagement(monitor, theirs)
	e.Parties = []*content.Party{{ID: text("quillhaven"), Name: text("Quillhaven"),
		Classification: text(content.SubserviceOrganization), Method: text(content.Inclusive)}}
	asked, assertion := false, 0
	for _, r := range Derive(e) {
		if r.Kind == ThirdPartyReport || strings.Contains(r.What, "bridge letter") {
			t.Errorf("%s asks an included organization for %s", r.ID, r.What)
		}
		if r.Title == "Quillhaven: evidence and reviews" {
			asked = strings.Contains(r.What, "QH-01") && strings.Contains(r.What, "records of the reviews")
		}
		if strings.Contains(r.What, "written assertion") {
			assertion++
		}
	}
	if !asked || assertion != 1 {
		t.Errorf("the included organization is asked for its part: %t, for its assertion %d times", asked, assertion)
	}
	e.Parties[0].Method = text(content.CarveOut)
	find(t, Derive(e), "quillhaven.report")
}
