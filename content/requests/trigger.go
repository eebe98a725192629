package requests

import "github.com/socdraft/socdraft/content"

// An event tells how a trigger reads in a request and what a complete listing
// of its occurrences holds. Listings identify people by a number: a workbook
// travels.
type event struct {
	many   string // "new hires"
	one    string // "new hire"
	all    string // the complete population, in words
	fields []string
}

// events knows every trigger but "other".
var events = map[string]event{
	"hire": {"new hires", "new hire", "employees and contractors whose first working day lies",
		[]string{"personnel number", "employee or contractor", "first working day", "role", "department", "manager’s personnel number"}},
	"transfer": {"transfers", "transfer", "employees and contractors who changed role or department",
		[]string{"personnel number", "date of the change", "old role", "new role"}},
	"termination": {"terminations", "termination", "employees and contractors whose last working day lies",
		[]string{"personnel number", "employee or contractor", "last working day", "voluntary or involuntary", "role"}},
	"access_change": {"access changes", "access change", "grants, changes and removals of access made",
		[]string{"request number", "account number", "system", "role or group", "requested on", "approved on", "made on"}},
	"change": {"changes", "change", "changes put into production (application, infrastructure and configuration)",
		[]string{"change number", "component", "author’s role", "approved on", "put into production on", "standard or emergency"}},
	"emergency_change": {"emergency changes", "emergency change", "emergency changes put into production",
		[]string{"change number", "component", "put into production on", "approved on", "reason"}},
	"incident": {"incidents", "incident", "incidents opened or still open",
		[]string{"incident number", "opened on", "severity", "type", "resolved on", "outcome"}},
	"security_event": {"security events", "security event", "security events that were recorded",
		[]string{"event number", "recorded on", "source", "severity", "incident yes or no", "closed on"}},
	"vulnerability": {"vulnerabilities", "vulnerability", "vulnerabilities found or still open",
		[]string{"ticket number", "found on", "severity", "component", "due on", "fixed on"}},
	"new_vendor": {"new vendors", "new vendor", "vendors engaged",
		[]string{"vendor number", "service", "criticality", "access to customer data yes or no", "approved on", "contract start"}},
	"new_customer": {"new customers", "new customer", "customers whose contract began",
		[]string{"customer number", "contract date", "service", "go-live date"}},
	"customer_exit": {"customer exits", "customer exit", "customers whose contract ended",
		[]string{"customer number", "contract end", "data returned on", "data deleted on"}},
	"deletion_request": {"deletion requests", "deletion request", "requests to delete data received",
		[]string{"request number", "received on", "type of data", "completed on"}},
	"data_subject_request": {"data subject requests", "data subject request", "requests of data subjects received",
		[]string{"request number", "received on", "type (access, correction, deletion, objection)", "answered on", "outcome"}},
	"disclosure": {"disclosures", "disclosure", "disclosures of personal information to third parties made",
		[]string{"disclosure number", "date", "type of recipient", "type of data", "legal basis"}},
	"breach": {"breaches", "breach", "confirmed or suspected breaches of personal or confidential information recorded",
		[]string{"breach number", "found on", "type of data", "notified on", "closed on"}},
	"complaint": {"complaints", "complaint", "complaints received",
		[]string{"complaint number", "received on", "subject", "answered on", "outcome"}},
	"exception_request": {"exception requests", "exception request", "requests for an exception from a policy or standard",
		[]string{"request number", "requested on", "policy or standard", "approved on", "expires on"}},
	"asset_disposal": {"asset disposals", "asset disposal", "assets and media disposed of",
		[]string{"asset number", "type", "disposed of on", "method", "certificate number"}},
}

// eventOf returns how the control's trigger reads.
func eventOf(c *content.Control) event {
	if ev, ok := events[c.Trigger.Value]; ok {
		return ev
	}
	words := inner(c.TriggerWords())
	if words == "" {
		return event{many: "occasions on which " + named(c) + " operated", one: "occasion", all: "occasions on which " + named(c) + " operated",
			fields: []string{"record number", "date", "performer’s role", "outcome"}}
	}
	return event{many: "occurrences: " + words, one: "occurrence (" + words + ")", all: "occurrences (" + words + ")",
		fields: []string{"record number", "date", "performer’s role", "outcome"}}
}
