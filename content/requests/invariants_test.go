package requests

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

// eachRequest calls f with every request of the example projects.
func eachRequest(t *testing.T, f func(*testing.T, *content.Engagement, *Request)) {
	t.Helper()
	for _, name := range []string{"wrenfield", "startup", "allfive"} {
		t.Run(name, func(t *testing.T) {
			result, err := load.Project(os.DirFS("../../examples/"+name), &diag.List{})
			if err != nil {
				t.Fatal(err)
			}
			list := Derive(result.Engagement)
			if len(list) < 20 {
				t.Fatalf("%d requests", len(list))
			}
			for _, r := range list {
				f(t, result.Engagement, r)
			}
		})
	}
}

func TestS2180EachRequestIsOfControlsOrOfTheEngagement(t *testing.T) {
	eachRequest(t, func(t *testing.T, e *content.Engagement, r *Request) {
		if (len(r.Controls) > 0) == r.Engagement {
			t.Errorf("%s has controls %q, of the engagement is %v", r.ID, r.Controls, r.Engagement)
		}
		for _, id := range r.Controls {
			if !slices.ContainsFunc(e.Controls, func(c *content.Control) bool { return c.ID.Value == id }) {
				t.Errorf("%s is of unknown control %q", r.ID, id)
			}
		}
	})
}

func TestS2182PopulationsSayPeriodSourceAndFields(t *testing.T) {
	eachRequest(t, func(t *testing.T, e *content.Engagement, r *Request) {
		if r.Kind != Population {
			return
		}
		if !r.Covers.IsPeriod() || r.SourceSystem == "" && !strings.Contains(r.What, "System of record: [") || len(r.Fields) == 0 {
			t.Errorf("%s covers %v, comes from %q, has fields %q:\n%s", r.ID, r.Covers, r.SourceSystem, r.Fields, r.What)
		}
	})
}

func TestS2184PopulationsAndListingsAskForTheirProof(t *testing.T) {
	eachRequest(t, func(t *testing.T, e *content.Engagement, r *Request) {
		if (r.Kind == Population || r.Kind == ListingAsOf) && r.IPE == "" {
			t.Errorf("%s asks for nothing that shows it complete", r.ID)
		}
	})
}

// Populations are asked for over the whole period, where an interim visit parts
// it in two that leave no day out.
func TestS2126PopulationsCoverThePeriod(t *testing.T) {
	for _, interim := range []content.Date{{}, day(2026, 2, 9), day(2025, 7, 2)} {
		e := engagement(leaver())
		e.Fieldwork.InterimStart = interim
		period := e.Report.Period
		days := map[string]int{}
		for _, r := range Derive(e) {
			if r.Kind != Population {
				continue
			}
			if !period.Contains(r.Covers.Start) || !period.Contains(r.Covers.End) {
				t.Errorf("%s covers %s", r.ID, r.Covers)
			}
			name, _, _ := strings.Cut(r.ID, ".")
			days[name] += r.Covers.Start.DaysUntil(r.Covers.End) + 1
		}
		if len(days) == 0 {
			t.Fatal("no population")
		}
		for name, n := range days {
			if want := period.Start.DaysUntil(period.End) + 1; n != want {
				t.Errorf("interim visit on %s: population %s covers %d of %d days", interim, name, n, want)
			}
		}
	}
}
