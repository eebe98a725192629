package requests

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func TestStage(t *testing.T) {
	for _, c := range []struct {
		company, auditor string
		want             Stage
	}{
		{"", "", NotStarted},
		{"not_started", "open", NotStarted},
		{"in_progress", "open", InProgress},
		{"internal_review", "", InProgress},
		{"blocked", "open", Blocked},
		{"submitted", "", WithAuditor},
		{"submitted", "received", WithAuditor},
		{"not_applicable_proposed", "open", WithAuditor},
		{"submitted", "returned", Returned}, // whatever the company's column still says
		{"submitted", "sample_selected", InProgress},
		{"submitted", "accepted", Done},
		{"not_started", "closed", Done},
		{"not_applicable_proposed", "not_applicable_accepted", Done},
	} {
		r := &Request{Answer: &content.Answer{Status: content.Text{Value: c.company}, AuditorStatus: content.Text{Value: c.auditor}}}
		if got := r.Stage(); got != c.want {
			t.Errorf("%q and %q are at %q, want %q", c.company, c.auditor, got, c.want)
		}
	}
	for _, company := range content.CompanyStatuses {
		for _, auditor := range append([]string{""}, content.AuditorStatuses...) {
			r := &Request{Answer: &content.Answer{Status: content.Text{Value: company}, AuditorStatus: content.Text{Value: auditor}}}
			if !slices.Contains(Stages, r.Stage()) {
				t.Errorf("%s and %s are at no stage", company, auditor)
			}
		}
	}
}

func TestAttention(t *testing.T) {
	today := content.Date{Year: 2026, Month: 8, Day: 14}
	for _, c := range []struct {
		company, auditor string
		due              int // days from today
		want             string
	}{
		{"not_started", "open", -1, Overdue},
		{"not_started", "open", 0, DueSoon},
		{"blocked", "open", 7, DueSoon},
		{"blocked", "open", 8, ""},
		{"submitted", "", -1, ""}, // the company has done its part
		{"submitted", "returned", -1, ReturnedOverdue},
		{"in_progress", "returned", 3, ReturnedOnly},
		{"submitted", "sample_selected", -1, ""}, // the population was delivered
		{"in_progress", "accepted", -1, ""},
	} {
		r := &Request{DueOn: today.AddDays(c.due), Answer: &content.Answer{Status: content.Text{Value: c.company}, AuditorStatus: content.Text{Value: c.auditor}}}
		if got := r.Attention(today); got != c.want {
			t.Errorf("%s and %s, due in %d days: %q, want %q", c.company, c.auditor, c.due, got, c.want)
		}
	}
	r := &Request{DueOn: today.AddDays(-1)}
	if got := r.Attention(content.Date{}); got != "" {
		t.Errorf("on no day: %q", got)
	}
	if (&Request{}).Attention(today) != "" {
		t.Error("without a due date something is due")
	}
}
