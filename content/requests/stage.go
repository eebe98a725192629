package requests

import (
	"slices"

	"github.com/socdraft/socdraft/content"
)

// A Stage says with one word of both statuses where a request stands. Every
// request is at exactly one.
type Stage string

// The stages.
const (
	NotStarted  Stage = "Not started"
	InProgress  Stage = "In progress"
	Blocked     Stage = "Blocked"
	WithAuditor Stage = "With the service auditor"
	Returned    Stage = "Returned"
	Done        Stage = "Done"
)

// Stages lists the stages in the order in which a request passes them, those
// that go back where they lead.
var Stages = []Stage{NotStarted, InProgress, Blocked, Returned, WithAuditor, Done}

// The statuses behind each stage. What the service auditor says goes first:
// something the service auditor returned or selected items of is with the
// company, whatever the company's own status still says.
var (
	auditorHas = []string{"received", "under_review"}
	companyHas = []string{"submitted", "not_applicable_proposed"}
	begun      = []string{"in_progress", "internal_review"}
)

// Stage returns where the request stands.
func (r *Request) Stage() Stage {
	status, auditor := r.Status(), r.AuditorStatus()
	switch {
	case r.Done():
		return Done
	case auditor == "returned":
		return Returned
	case auditor == "sample_selected":
		return InProgress
	case slices.Contains(auditorHas, auditor), slices.Contains(companyHas, status):
		return WithAuditor
	case status == "blocked":
		return Blocked
	case slices.Contains(begun, status):
		return InProgress
	}
	return NotStarted
}

// What a request needs attention for. The words stand in the list, where a
// color doubles them.
const (
	Overdue         = "Overdue"
	ReturnedOnly    = "Returned"
	ReturnedOverdue = "Returned, overdue"
	DueSoon         = "Due within 7 days"
)

// Attention returns what the request needs attention for on the day, or "". On
// no day nothing is due.
func (r *Request) Attention(today content.Date) string {
	stage := r.Stage()
	late := !today.IsZero() && !r.DueOn.IsZero() && r.DueOn.Before(today)
	switch {
	case stage == Returned && late:
		return ReturnedOverdue
	case stage == Returned:
		return ReturnedOnly
	case stage == Done, stage == WithAuditor, r.AuditorStatus() == "sample_selected":
		return ""
	case late:
		return Overdue
	case !today.IsZero() && !r.DueOn.IsZero() && today.DaysUntil(r.DueOn) <= 7:
		return DueSoon
	}
	return ""
}

// Late reports whether the attention is for a date that has passed.
func Late(attention string) bool { return attention == Overdue || attention == ReturnedOverdue }
