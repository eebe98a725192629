package requests

import (
	"cmp"
	"slices"

	"github.com/socdraft/socdraft/content"
)

// Of returns the request list in its order: the requests expected for the
// engagement and those of the service auditor's own, each with what the service
// auditor set for it and with its answer.
func Of(e *content.Engagement) []*Request {
	list := withAsked(e, Derive(e))
	find := Finder(list)
	for _, c := range e.RequestList.Changes {
		if r := find(c.Request.Value); r != nil && r.Change == nil {
			r.change(c)
		}
	}
	for _, a := range e.RequestList.Answers {
		if r := find(a.Request.Value); r != nil && r.Answer == nil {
			r.answer(a)
		}
	}
	return list
}

// Finder returns what finds a request of the list by its id or its key, nil
// where there is none.
func Finder(list []*Request) func(name string) *Request {
	byName := map[string]*Request{}
	for _, r := range list {
		byName[r.Key] = r
	}
	for _, r := range list {
		byName[r.ID] = r
	}
	return func(name string) *Request { return byName[name] }
}

// change takes over what the service auditor says of the request.
func (r *Request) change(c *content.RequestChange) {
	r.Change = c
	r.Ref = cmp.Or(c.Ref.Value, r.Ref)
	r.Title = cmp.Or(c.Title.Value, r.Title)
	r.What = cmp.Or(c.What.Value, r.What)
	r.Withdrawn = c.Withdrawn
	r.terms(&c.RequestTerms)
	if r.Ref != "" || !r.RequestedOn.IsZero() || c.What.Value != "" {
		r.Origin = ByAuditor // a number, a date or words of the service auditor's own: it is asked, not only expected
	}
}

// terms takes over what the service auditor sets for any request.
func (r *Request) terms(t *content.RequestTerms) {
	r.Phase = cmp.Or(t.Phase.Value, r.Phase)
	r.FollowUpOf = cmp.Or(t.FollowUpOf.Value, r.FollowUpOf)
	r.Risk = cmp.Or(t.Risk.Value, r.Risk)
	r.SampleSize = cmp.Or(t.SampleSize.Value, r.SampleSize)
	if !t.RequestedOn.IsZero() {
		r.RequestedOn = t.RequestedOn
	}
	if !t.DueOn.IsZero() {
		r.DueOn = t.DueOn
	}
}

func (r *Request) answer(a *content.Answer) {
	r.Answer = a
	r.Owner = cmp.Or(a.OwnerRole.Value, r.Owner)
	r.SourceSystem = cmp.Or(a.SourceSystem.Value, r.SourceSystem)
}

// Status returns the company's status: a request nobody has answered is not
// started.
func (r *Request) Status() string {
	if r.Answer == nil {
		return content.CompanyStatuses[0]
	}
	return cmp.Or(r.Answer.Status.Value, content.CompanyStatuses[0])
}

// AuditorStatus returns the service auditor's status, "" where none was given.
func (r *Request) AuditorStatus() string {
	if r.Answer != nil && r.Answer.AuditorStatus.Value != "" {
		return r.Answer.AuditorStatus.Value
	}
	if r.Withdrawn {
		return "closed"
	}
	return ""
}

// Done reports whether the service auditor needs nothing more.
func (r *Request) Done() bool { return slices.Contains(DoneStatuses, r.AuditorStatus()) }

// DoneStatuses are the service auditor's statuses by which nothing is due any
// more.
var DoneStatuses = []string{"accepted", "not_applicable_accepted", "closed"}
