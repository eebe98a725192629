package requests

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func chosen(list ...int) []content.Int {
	var out []content.Int
	for _, n := range list {
		out = append(out, content.Int{Value: n})
	}
	return out
}

// switched returns the requests that a project with the switch has more than
// one without.
func switched(e *content.Engagement, on content.TypicalRequests) []*Request {
	e.RequestList.Typical = nil
	known := map[string]bool{}
	for _, r := range Derive(e) {
		known[r.ID] = true
	}
	e.RequestList.Typical = []*content.TypicalRequests{&on}
	var more []*Request
	for _, r := range Derive(e) {
		if !known[r.ID] {
			more = append(more, r)
		}
	}
	return more
}

func ids(list []*Request) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.ID)
	}
	return out
}

func hire() *content.Control {
	return &content.Control{ID: text("HR-01"), Title: text("Background checks"), Area: text("People"), Criteria: texts("CC1.1"),
		OwnerRole: text("People lead"), Frequency: text(string(content.PerOccurrence)), Trigger: text("hire"), Systems: texts("idp")}
}

func TestTypicalRequests(t *testing.T) {
	insurance := content.TypicalRequests{Requests: chosen(55), OwnerRole: text("Finance lead")}
	for name, test := range map[string]struct {
		e    *content.Engagement
		on   content.TypicalRequests
		want string
	}{
		"by number":                     {engagement(hire()), insurance, "LIB.document-55"},
		"by area":                       {engagement(hire()), content.TypicalRequests{Areas: texts("Endpoint")}, "LIB.listing-31 LIB.configuration-31 LIB.sample-31 LIB.configuration-32"},
		"by trigger, nothing yields it": {engagement(hire()), content.TypicalRequests{Triggers: texts("asset_disposal")}, "asset-disposal.population LIB.sample-34"},
		"by trigger, derived already":   {engagement(hire()), content.TypicalRequests{Triggers: texts("hire")}, ""},
		"by system": {engagement(hire()), content.TypicalRequests{Systems: texts("desk")},
			"desk.configuration-20 desk.listing-21 desk.listing-22 desk.configuration-27 desk.configuration-47 desk.configuration-56"},
		"one of a system":                 {engagement(hire()), content.TypicalRequests{Requests: chosen(20), Systems: texts("desk", "idp")}, "desk.configuration-20 idp.configuration-20"},
		"personnel are listed already":    {engagement(hire()), content.TypicalRequests{Requests: chosen(11)}, ""},
		"always asked":                    {engagement(hire()), content.TypicalRequests{Requests: chosen(76, 77, 78)}, ""},
		"no populations of a single date": {type1(engagement(hire())), content.TypicalRequests{Requests: chosen(57)}, "LIB.walkthrough-of-57"},
		"no such number":                  {engagement(hire()), content.TypicalRequests{Requests: chosen(0, 79)}, ""},
	} {
		got := ids(switched(test.e, test.on))
		want := strings.Fields(test.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", name, got, want)
		}
	}
}

func TestATypicalRequestServesControls(t *testing.T) {
	e := engagement(hire())
	for name, test := range map[string]struct {
		on       content.TypicalRequests
		controls string
		whole    bool
	}{
		"those mapped to its criteria": {content.TypicalRequests{Requests: chosen(3)}, "HR-01", false},
		"none":                         {content.TypicalRequests{Requests: chosen(55)}, "", true},
		"those the project names":      {content.TypicalRequests{Requests: chosen(55), Controls: texts("HR-01")}, "HR-01", false},
	} {
		for _, r := range switched(e, test.on) {
			if strings.Join(r.Controls, " ") != test.controls || r.Engagement != test.whole {
				t.Errorf("%s: %s serves %v, engagement %v", name, r.ID, r.Controls, r.Engagement)
			}
		}
	}
}

func TestTheLibrary(t *testing.T) {
	if LibrarySize() != 78 {
		t.Errorf("%d typical requests", LibrarySize())
	}
	titles := map[string]bool{}
	for i, entry := range library {
		if entry.number != i+1 || entry.area == "" || entry.title == "" || titles[entry.title] {
			t.Errorf("entry %d: number %d, area %q, title %q", i, entry.number, entry.area, entry.title)
		}
		titles[entry.title] = true
		if _, ok := events[entry.trigger]; entry.trigger != "" && !ok {
			t.Errorf("%d: unknown trigger %q", entry.number, entry.trigger)
		}
		for _, a := range entry.asks {
			if _, ok := kindSuffix[a.kind]; !ok {
				t.Errorf("%d: kind %q has no suffix", entry.number, a.kind)
			}
			if a.what == "" && (a.kind != Population || entry.trigger == "") {
				t.Errorf("%d: a request of kind %s does not say what is asked", entry.number, a.kind)
			}
			if a.what != "" && !strings.HasSuffix(a.what, ".") && a.kind != Population {
				t.Errorf("%d: %q is no sentence", entry.number, a.what)
			}
		}
		if entry.perSystem && len(entry.asks) == 0 {
			t.Errorf("%d asks nothing of systems", entry.number)
		}
	}
}
