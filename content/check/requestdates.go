package check

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

// requestList returns the request list, which is derived once and only where something
// stands in requests/.
func (p *project) requestList() []*requests.Request {
	if p.asked == nil {
		if p.asked = p.facts.Requests; p.asked == nil {
			p.asked = requests.Of(p.Engagement)
		}
	}
	return p.asked
}

var impossibleDueDate = Check{
	Rule: diag.SameInBoth("S2-185", "impossible-due-date", diag.Warning,
		"a request is due after fieldwork begins or before it was made, or has no owner"),
	run: func(p *project) {
		if len(p.RequestList.Changes)+len(p.RequestList.Asked) == 0 {
			return
		}
		var ownerless []*requests.Request
		for _, r := range p.requestList() {
			if r.Done() || r.DueOn.IsZero() && r.RequestedOn.IsZero() {
				continue
			}
			if r.Owner == "" {
				ownerless = append(ownerless, r)
			}
			if r.DueOn.IsZero() {
				continue
			}
			limit, what := p.lastDue(r)
			switch {
			case !r.RequestedOn.IsZero() && r.DueOn.Before(r.RequestedOn):
				p.add(r.DueOn.Span, "request %s is due on %s, before it was made", calledRequest(r), r.DueOn.Long()).
					Note(r.RequestedOn.Span, "it was made on %s", r.RequestedOn.Long()).
					Suggest("correct one of the two dates")
			case !limit.IsZero() && r.DueOn.After(limit):
				p.add(r.DueOn.Span, "request %s is due on %s, after %s", calledRequest(r), r.DueOn.Long(), what).
					Note(limit.Span, "that is on %s", limit.Long()).
					Suggest("agree on a date before that, so that the service auditor has it in time")
			}
		}
		p.ownerless(ownerless)
	},
}

// ownerless reports requests that nobody is asked to answer: at once, since who
// names the owner of one names those of all.
func (p *project) ownerless(list []*requests.Request) {
	if len(list) == 0 {
		return
	}
	at := list[0].RequestedOn.Span
	if at.IsZero() {
		at = list[0].DueOn.Span
	}
	const most = 12
	var all []string
	for _, r := range list[:min(most, len(list))] {
		all = append(all, calledRequest(r))
	}
	if more := len(list) - most; more > 0 {
		all = append(all, fmt.Sprintf("%d more", more))
	}
	p.add(at, "requests were made that no role owns: %s", content.Join(all)).
		Suggest("name a role for each: owner_role in its [[answer]] in requests/answers.toml")
}

// lastDue returns the day by which a request is to be answered, zero where any
// day will do: what is read or selected from when fieldwork begins, what is
// looked at or asked for in its course when it ends. Letters come at the end.
func (p *project) lastDue(r *requests.Request) (content.Date, string) {
	f := p.Fieldwork
	begins, ends := f.Start, f.End
	if r.Phase == "interim" {
		begins, ends = f.InterimStart, f.InterimEnd
	}
	switch r.Kind {
	case requests.Representation:
		return content.Date{}, ""
	case requests.SampleItems, requests.Walkthrough, requests.Observation:
		return ends, "fieldwork ends"
	}
	// What the service auditor adds without saying when is asked in its course.
	inItsCourse := !r.RequestedOn.IsZero() && !r.RequestedOn.Before(begins) || r.FollowUpOf != "" || r.Asked != nil && r.RequestedOn.IsZero()
	if begins.IsZero() || inItsCourse || r.Covers.Open {
		return ends, "fieldwork ends"
	}
	return begins, "fieldwork begins"
}

// calledRequest names a request as findings do.
func calledRequest(r *requests.Request) string {
	return called(content.Text{Value: r.ID}, content.Text{Value: r.Title})
}
