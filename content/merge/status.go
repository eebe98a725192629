package merge

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
)

// status draws the consequence of a status that changed and reports a step that
// the course of a request does not know. The step is taken all the same: each
// side's status is its own word.
func (c *comparer) status(change *Change, where string) {
	r := change.row.request
	if r == nil || change.Sheet != requestSheet {
		return
	}
	switch change.Column.Key {
	case "status":
		if why := c.oddCompanyStatus(r, change); why != "" {
			c.report(where, fmt.Sprintf("%s of %s: %s", change.Column.Head, r.ID, why), "it is taken; look at it")
		}
	case "auditor_status":
		if change.value == "returned" {
			c.backToWork(change)
		}
		if why := c.oddAuditorStatus(r, change); why != "" {
			c.report(where, fmt.Sprintf("%s of %s: %s", change.Column.Head, r.ID, why), "it is taken; look at it")
		}
	}
}

// backToWork sets the company's status where the service auditor returned what
// was submitted, unless the company set it in the same file.
func (c *comparer) backToWork(change *Change) {
	const working = "in_progress"
	r := change.row.request
	if c.companyStatus(r) == working || c.changed(r.ID, "status") != nil {
		return
	}
	c.plan.Changes = append(c.plan.Changes, &Change{Sheet: requestSheet, Row: r.ID, Column: requests.ColumnOf("status"), Side: content.CompanySide,
		Old: requests.Words(r.Status()), New: requests.Words(working), Follows: "the service auditor returned it", value: working, row: change.row})
}

// notAccepted takes the date of an acceptance out where the service auditor's
// status says now that there is none, unless the file sets that date itself.
func (c *comparer) notAccepted(row *Row) {
	status := c.changed(row.ID, "auditor_status")
	if status == nil || row.request == nil || slices.Contains(requests.DoneStatuses, status.value) || row.Cells["accepted_on"] == "" || c.changed(row.ID, "accepted_on") != nil {
		return
	}
	c.plan.Changes = append(c.plan.Changes, &Change{Sheet: requestSheet, Row: row.ID, Column: requests.ColumnOf("accepted_on"), Side: content.ServiceAuditorSide,
		Old: row.Cells["accepted_on"], Follows: "it is no longer accepted", row: row})
}

// changed returns the change to a request's cell, or nil.
func (c *comparer) changed(id, key string) *Change {
	for i := len(c.plan.Changes) - 1; i >= 0; i-- {
		change := c.plan.Changes[i]
		if change.Sheet != requestSheet || change.Row != id {
			return nil // those of one row stand together
		}
		if change.Column.Key == key {
			return change
		}
	}
	return nil
}

// companyStatus returns the company's status after the changes so far.
func (c *comparer) companyStatus(r *requests.Request) string {
	if change := c.changed(r.ID, "status"); change != nil {
		return change.value
	}
	return r.Status()
}

func (c *comparer) oddCompanyStatus(r *requests.Request, change *Change) string {
	switch {
	case r.Done():
		return fmt.Sprintf("it goes to %q although the service auditor is done with the request", change.New)
	case change.value == "not_started" && slices.Contains([]string{"internal_review", "submitted"}, r.Status()):
		return fmt.Sprintf("it goes back from %q to %q", change.Old, change.New)
	}
	return ""
}

// sampled are the kinds of requests that items are selected for.
var sampled = []requests.Kind{requests.Population, requests.ListingAsOf, requests.SampleItems}

func (c *comparer) oddAuditorStatus(r *requests.Request, change *Change) string {
	company := c.companyStatus(r)
	switch {
	case change.value == "accepted" && company != "submitted" && r.AuditorStatus() != "sample_selected":
		return fmt.Sprintf("it was accepted although the company's status is %q", requests.Words(company))
	case change.value == "not_applicable_accepted" && company != "not_applicable_proposed":
		return fmt.Sprintf("it was accepted as not applicable although the company's status is %q", requests.Words(company))
	case change.value == "sample_selected" && !slices.Contains(sampled, r.Kind):
		return fmt.Sprintf("a sample is selected from a population, and the request is of the kind %q", r.Kind.Words())
	case r.Done() && slices.Contains([]string{"open", "received"}, change.value):
		return fmt.Sprintf("it goes back from %q to %q", change.Old, change.New)
	}
	return ""
}
