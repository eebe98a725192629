package load

import "github.com/socdraft/socdraft/content"

// parties reads third-parties.toml:
//
//	[[party]]
//	id, name, classification, service, reason (prose), method, criteria (list)
//	monitoring (control ids), portion (prose), signatories (list), public_summary
//	[party.report]       kind, period_start, period_end, reviewed_on (dates; of a list of reviews the latest counts)
//	[[party.csoc]]       id, statement (prose), criteria (list)
//	[[party.their_cuec]] text (prose), controls (ids)
func (l *loader) parties(t *table) {
	for _, p := range t.tables("party") {
		p.Require("id", "name", "classification")
		made := &content.Party{
			ID:             p.id(party),
			Name:           p.Text("name"),
			Service:        p.prose("service"),
			Classification: p.Choice("classification", content.Vendor, content.SubserviceOrganization),
			Reason:         p.prose("reason"),
			Method:         p.Choice("method", content.CarveOut, content.Inclusive),
			Criteria:       p.criteria("criteria"),
			Monitoring:     p.refs("monitoring", control),
			Portion:        p.prose("portion"),
			Signatories:    p.Texts("signatories"),
			PublicSummary:  p.Text("public_summary"),
			Span:           p.Span(),
		}
		report := p.table("report")
		made.Report = content.PartyReport{
			Kind:       report.Text("kind"),
			Period:     report.period("period_start", "period_end"),
			ReviewedOn: report.latest("reviewed_on"),
		}
		p.duties(made)
		l.e.Parties = append(l.e.Parties, made)
	}
}

// duties reads what is assumed at the third party, and what it expects.
func (t *table) duties(of *content.Party) {
	for _, c := range t.tables("csoc") {
		c.Require("id", "statement", "criteria")
		of.CSOCs = append(of.CSOCs, &content.CSOC{
			Party:     of,
			ID:        c.id(csoc),
			Statement: c.prose("statement"),
			Criteria:  c.criteria("criteria"),
			Span:      c.Span(),
		})
	}
	for _, c := range t.tables("their_cuec") {
		c.Require("text")
		c.owner = "their_cuec of " + t.owner
		of.TheirCUECs = append(of.TheirCUECs, &content.TheirCUEC{
			Text:     c.prose("text"),
			Controls: c.refs("controls", control),
			Span:     c.Span(),
		})
	}
}
