package check

import (
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

var impossibleStatus = Check{
	Rule: diag.SameInBoth("S2-186", "impossible-status", diag.Error,
		"a request has a status that it cannot have come to: accepted or submitted without evidence, dropped without a reason"),
	run: func(p *project) {
		if len(p.RequestList.Answers) == 0 {
			return
		}
		for _, r := range p.requestList() {
			if r.Answer == nil {
				continue
			}
			p.companyStatus(r, r.Answer)
			p.auditorStatus(r, r.Answer)
			p.statusDates(r, r.Answer)
		}
	},
}

// companyStatus reports what the company says too early.
func (p *project) companyStatus(r *requests.Request, a *content.Answer) {
	switch {
	case a.Status.Value == "submitted" && !p.handedIn(r):
		p.add(a.Status.Span, "request %s is submitted, and no evidence is named", calledRequest(r)).
			Suggest("name the files in evidence, or take the status back to in_progress")
	case a.Status.Value == "not_applicable_proposed" && a.NAReason.Value == "":
		p.add(a.Status.Span, "request %s is proposed as not applicable without a reason", calledRequest(r)).
			Suggest("say why in na_reason: the service auditor decides by it")
	case a.Status.Value == "blocked" && a.Comment.Value == "":
		p.add(a.Status.Span, "request %s is blocked, and nothing says by what", calledRequest(r)).
			Suggest("say in comment what is missing and from whom")
	}
}

// auditorStatus reports what the service auditor cannot have come to yet.
func (p *project) auditorStatus(r *requests.Request, a *content.Answer) {
	status, at := a.AuditorStatus.Value, a.AuditorStatus.Span
	proposed := a.Status.Value == "not_applicable_proposed"
	switch {
	case status == "sample_selected" && r.Kind != requests.Population && r.Kind != requests.ListingAsOf && r.Kind != requests.SampleItems:
		p.add(at, "items are selected for request %s, which asks for no population or listing", calledRequest(r)).
			Suggest("set another status, or name the request of the population")
	case status == "not_applicable_accepted" && !proposed:
		p.add(at, "request %s is dropped as not applicable, and the company has not proposed it", calledRequest(r)).
			Suggest("set status to not_applicable_proposed with its reason; a request the service auditor drops is withdrawn = true in requests/auditor.toml")
	case status == "accepted" && a.Status.Value != "submitted":
		p.add(at, "request %s is accepted, and the company has not submitted it", calledRequest(r)).
			Suggest("set status to submitted with the evidence, or auditor_status back to open")
	case status == "sample_selected" && r.Kind == requests.SampleItems: // items are named before there is evidence of them
	case slices.Contains(looked, status) && !p.handedIn(r) && !proposed:
		p.add(at, "request %s is %s by the service auditor, and no evidence is named", calledRequest(r), inWords[status]).
			Suggest("name the files in evidence; without them nobody can tell what was looked at")
	}
}

// looked are the service auditor's statuses that need something to look at.
var looked = []string{"received", "under_review", "accepted", "returned", "sample_selected"}

var inWords = map[string]string{"received": "received", "under_review": "under review", "accepted": "accepted", "returned": "returned",
	"sample_selected": "taken to select items"}

// handedIn reports whether there is something of the request to look at. What is
// said in a meeting leaves no file, and a population that was taken has its run,
// with the hash of its file or the proof that there was nothing.
func (p *project) handedIn(r *requests.Request) bool {
	a := r.Answer
	switch r.Kind {
	case requests.Walkthrough, requests.Observation, requests.Representation:
		return true
	}
	indexed := func(i *content.EvidenceItem) bool { return i.Request.Value == r.ID || i.Request.Value == r.Key }
	return len(a.Evidence) > 0 || r.Run != nil && r.Run.Rows.Given() || slices.ContainsFunc(p.RequestList.Evidence, indexed)
}

// statusDates reports dates that do not go with the status they are of.
func (p *project) statusDates(r *requests.Request, a *content.Answer) {
	switch {
	case !a.SubmittedOn.IsZero() && r.Status() == "not_started":
		p.add(a.SubmittedOn.Span, "request %s was submitted on %s and is not started", calledRequest(r), a.SubmittedOn.Long()).
			Suggest("set status to submitted, or to in_progress where it was returned")
	case !a.AcceptedOn.IsZero() && !r.Done():
		p.add(a.AcceptedOn.Span, "request %s was accepted on %s, and auditor_status does not say so", calledRequest(r), a.AcceptedOn.Long()).
			Suggest("correct auditor_status, or delete the date")
	case !a.AcceptedOn.IsZero() && a.AcceptedOn.Before(a.SubmittedOn):
		p.add(a.AcceptedOn.Span, "request %s was accepted on %s, before it was submitted", calledRequest(r), a.AcceptedOn.Long()).
			Note(a.SubmittedOn.Span, "it was submitted on %s", a.SubmittedOn.Long()).
			Suggest("correct one of the two dates")
	}
}
