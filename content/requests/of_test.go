package requests

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// locked numbers the list of the engagement.
func locked(e *content.Engagement) *content.Engagement {
	for _, n := range Number(e) {
		e.RequestList.Lock = append(e.RequestList.Lock, &content.LockedRequest{ID: text(n.ID), Key: text(n.Key)})
	}
	return e
}

func TestNumbersFollowTheListAndStay(t *testing.T) {
	e := locked(engagement(leaver()))
	before := map[string]string{}
	for i, r := range Of(e) {
		if want := numberText(i + 1); r.ID != want {
			t.Errorf("request %s has number %s, not %s", r.Key, r.ID, want)
		}
		before[r.Key] = r.ID
	}
	first := leaver()
	first.ID, first.Area = text("AA-01"), text("Logical access")
	first.Trigger = text("hire")
	e.Controls = append([]*content.Control{first}, e.Controls...)
	added := Number(e)
	if len(added) == 0 {
		t.Fatal("a further control adds no number")
	}
	for _, n := range added {
		if numberOf(n.ID) <= len(before) {
			t.Errorf("number %s is given again, for %s", n.ID, n.Key)
		}
	}
	for _, r := range Of(locked(e)) {
		if id := before[r.Key]; id != "" && id != r.ID {
			t.Errorf("%s was %s, is %s", r.Key, id, r.ID)
		}
	}
	if again := Number(e); len(again) != 0 {
		t.Errorf("numbered again: %v", again)
	}
}

func TestADroppedRequestKeepsItsNumber(t *testing.T) {
	e := locked(engagement(leaver()))
	last := len(e.RequestList.Lock)
	e.Controls = nil
	e.RequestList.Asked = []*content.AskedRequest{{Title: text("Tenant list"), What: text("All tenants.")}}
	added := Number(e)
	if len(added) == 0 || numberOf(added[0].ID) != last+1 {
		t.Errorf("numbers %v follow R-%03d", added, last)
	}
}

func TestSamplesNameTheNumbersOfTheirPopulations(t *testing.T) {
	list := Of(locked(engagement(leaver())))
	r := Finder(list)("AC-02.sample")
	if len(r.From) != 1 || !IsNumber(r.From[0]) {
		t.Errorf("the sample is selected from %v", r.From)
	}
}

func TestOwnRequestsOfTheServiceAuditor(t *testing.T) {
	e := engagement(leaver())
	e.RequestList.Asked = []*content.AskedRequest{
		{ID: text("R-201"), Ref: text("A-7"), Title: text("Badge log"), What: text("The log."), Kind: text("listing_as_of"),
			Controls: texts("AC-02"), Criteria: texts("CC6.4"), RequestTerms: content.RequestTerms{DueOn: day(2026, 5, 1)}},
		{Ref: text("A-8"), Title: text("Tenant list"), What: text("All tenants.")},
	}
	list := Of(locked(e))
	r := Finder(list)("R-201")
	if r == nil {
		t.Fatal("the request is not in the list")
	}
	if r.Area != "Logical access" || r.Owner != "IT Manager" || !slices.Equal(r.Criteria, []string{"CC6.2", "CC6.3", "CC6.4"}) ||
		r.Origin != ByAuditor || r.Engagement || r.DueOn != day(2026, 5, 1) || r.Ref != "A-7" {
		t.Errorf("got %+v", r)
	}
	whole := Finder(list)("AUD.a-8")
	if whole == nil || numberOf(whole.ID) <= 201 || !whole.Engagement || whole.Area != EngagementArea {
		t.Errorf("got %+v", whole)
	}
}

// A number that stands beside the request holds whatever its words become.
func TestAnOwnRequestKeepsItsNumber(t *testing.T) {
	e := engagement()
	asked := &content.AskedRequest{Title: text("Tenant list"), What: text("All tenants.")}
	e.RequestList.Asked = []*content.AskedRequest{asked}
	r := Finder(Of(locked(e)))("AUD.tenant-list")
	asked.ID, asked.Ref, asked.Title = text(r.ID), text("A-9"), text("All tenants")
	again := Finder(Of(e))(r.ID)
	if again == nil || again.Key != "AUD.tenant-list" || len(Number(e)) != 0 {
		t.Errorf("became %+v, numbers added: %v", again, Number(e))
	}
}

func TestChangesAndAnswers(t *testing.T) {
	e := engagement(leaver())
	e.RequestList.Changes = []*content.RequestChange{{Request: text("AC-02.sample"), Ref: text("14"), Title: text("Leavers, tested"),
		RequestTerms: content.RequestTerms{Phase: text("interim"), Risk: text("high"), SampleSize: content.Int{Value: 30}}},
		{Request: text("idp.listing"), Withdrawn: true}}
	e.RequestList.Answers = []*content.Answer{{Request: text("AC-02.sample"), OwnerRole: text("Head of People"),
		SourceSystem: text("Payroll"), Status: text("in_progress"), AuditorStatus: text("open")}}
	find := Finder(Of(e))
	r := find("AC-02.sample")
	for key, want := range map[string]string{"ref": "14", "title": "Leavers, tested", "phase": "Interim", "owner_role": "Head of People",
		"source_system": "Payroll", "status": "In progress", "auditor_status": "Open", "accepted_on": "", "submitted_on": ""} {
		if got := ColumnOf(key).Text(r); got != want {
			t.Errorf("column %s says %q, not %q", key, got, want)
		}
	}
	if got := find("idp.listing").AuditorStatus(); got != "closed" {
		t.Errorf("a withdrawn request is %q", got)
	}
	if got := find("ENG.fraud").Status(); got != "not_started" {
		t.Errorf("a request without an answer is %q", got)
	}
}

func TestWhatTheServiceAuditorTakesOverIsAsked(t *testing.T) {
	for name, test := range map[string]struct {
		change content.RequestChange
		want   string
	}{
		"a number":     {content.RequestChange{Ref: text("A-7")}, ByAuditor},
		"a date":       {content.RequestChange{RequestTerms: content.RequestTerms{RequestedOn: day(2026, 7, 6)}}, ByAuditor},
		"other words":  {content.RequestChange{What: text("All of it.")}, ByAuditor},
		"a due date":   {content.RequestChange{RequestTerms: content.RequestTerms{DueOn: day(2026, 7, 6)}}, Expected},
		"not wanted":   {content.RequestChange{Withdrawn: true}, Expected},
		"another size": {content.RequestChange{RequestTerms: content.RequestTerms{SampleSize: content.Int{Value: 5}}}, Expected},
	} {
		e := engagement(leaver())
		first := Of(e)[0].Key
		test.change.Request = text(first)
		e.RequestList.Changes = []*content.RequestChange{&test.change}
		if r := Finder(Of(e))(first); r.Origin != test.want {
			t.Errorf("%s: origin %q, want %q", name, r.Origin, test.want)
		}
	}
}
