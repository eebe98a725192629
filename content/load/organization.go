package load

import (
	"strconv"

	"github.com/socdraft/socdraft/content"
)

// organization reads socdraft.toml:
//
//	[organization]       name, short_name
//	[system]             name, description_title
//	[[service]]          id, name, summary (prose), user_entities, public_summary
//	[[excluded_service]] name, reason (prose)
//	[report]             see report
//	[draft]              number (whole number), date
//	[service_auditor]    firm
//	[prior_report]       type, period_start, period_end, as_of, exceptions (list)
//	[fieldwork]          interim_start, interim_end, start, end (dates)
//	[distribution]       terms (prose)
//	[[signatory]]        role
//	[[approval]]         part, role, on (date), sha256
//	[opinion]            kind, matter (prose), criteria (list)
//	[branding]           see branding
//	[description]        order (list), read with the parts
//	[words]              see words
func (l *loader) organization(t *table) {
	t.Require("organization", "system", "report") // a missing service breaks a rule of its own
	o := t.table("organization")
	o.Require("name", "short_name")
	l.e.Organization = content.Organization{Name: o.Text("name"), ShortName: o.Text("short_name"), Span: o.Span()}
	l.system(t)
	l.report(t.table("report"))
	l.engagement(t)
	l.e.Opinion = opinion(t.table("opinion"))
	l.e.Branding = t.table("branding").branding()
	l.order = t.table("description").Set("order")
	l.e.Words = t.table("words").words()
}

// system reads [system], [[service]] and [[excluded_service]].
func (l *loader) system(t *table) {
	s := t.table("system")
	s.Require("name")
	l.e.System = content.System{Name: s.Text("name"), DescriptionTitle: s.Text("description_title"), Span: s.Span()}
	for _, s := range t.tables("service") {
		s.Require("id", "name", "summary", "user_entities")
		l.e.Services = append(l.e.Services, &content.Service{
			ID:            s.id(service),
			Name:          s.Text("name"),
			Summary:       s.prose("summary"),
			UserEntities:  s.Text("user_entities"),
			PublicSummary: s.Text("public_summary"),
			Span:          s.Span(),
		})
	}
	for _, s := range t.tables("excluded_service") {
		s.Require("name", "reason")
		l.e.ExcludedServices = append(l.e.ExcludedServices, &content.ExcludedService{
			Name:   s.Text("name"),
			Reason: s.prose("reason"),
			Span:   s.Span(),
		})
	}
}

// engagement reads the tables about drafts, people and dates.
func (l *loader) engagement(t *table) {
	draft := t.table("draft")
	l.e.Draft = content.Draft{Number: draft.number("number"), Date: draft.date("date")}
	l.e.ServiceAuditor.Firm = t.table("service_auditor").Text("firm")

	prior := t.table("prior_report")
	l.e.PriorReport = content.PriorReport{
		Type:       prior.priorType(),
		Period:     prior.period("period_start", "period_end"),
		AsOf:       prior.date("as_of"),
		Exceptions: prior.Texts("exceptions"),
		Span:       prior.Span(),
	}
	work := t.table("fieldwork")
	l.e.Fieldwork = content.Fieldwork{
		InterimStart: work.date("interim_start"),
		InterimEnd:   work.date("interim_end"),
		Start:        work.date("start"),
		End:          work.date("end"),
	}
	l.e.Distribution = t.table("distribution").prose("terms")
	for _, s := range t.tables("signatory") {
		s.Require("role")
		l.e.Signatories = append(l.e.Signatories, s.Text("role"))
	}
	for _, a := range t.tables("approval") {
		a.Require("part", "role", "on", "sha256")
		l.e.Approvals = append(l.e.Approvals, &content.Approval{
			Part:   a.Choice("part", "assertion", "description", "controls", "other-information"),
			Role:   a.Text("role"),
			On:     a.date("on"),
			SHA256: a.Text("sha256"),
			Span:   a.Span(),
		})
	}
}

// priorType returns the key "type" of [prior_report].
func (t *table) priorType() content.Int {
	n := t.number("type")
	if n.Given() && n.Value != 1 && n.Value != 2 {
		t.WrongValue("type", strconv.Itoa(n.Value), "1", "2")
		n.Value = 0
	}
	return n
}

func opinion(t *table) content.Opinion {
	return content.Opinion{
		Kind:     t.Choice("kind", "unmodified", "qualified", "adverse", "disclaimer"),
		Matter:   t.prose("matter"),
		Criteria: t.criteria("criteria"),
	}
}
