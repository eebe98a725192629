package requests

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// thirdParties asks for the report of each third party the control monitors,
// of an included organization for its own part, and, where no occurrences of the control are asked for, for the record of
// the review.
func (b *builder) thirdParties(c *content.Control) {
	for _, p := range b.e.Parties {
		monitors := func(ids []content.Text, id string) bool {
			return slices.ContainsFunc(ids, func(t content.Text) bool { return t.Value == id })
		}
		if !monitors(c.Monitors, p.ID.Value) && !monitors(p.Monitoring, c.ID.Value) {
			continue
		}
		switch {
		case p.IsInclusive():
			b.included(c, p)
		case p.IsSubservice() || p.Report.Kind.Value != "":
			b.thirdPartyReport(c, p)
		}
		if f := content.Frequency(c.Frequency.Value); !f.Periodic() && f != content.Daily {
			b.reviewRecord(c, p)
		}
	}
}

func (b *builder) thirdPartyReport(c *content.Control, p *content.Party) {
	d := b.at(ThirdPartyReport, ident{p.ID.Value, "report"}, "report of "+p.ID.Value, p.Name.Value, b.whole())
	if !d.fresh {
		d.need(c, "")
		return
	}
	kind := p.Report.Kind.Value
	if kind == "" {
		kind = "assurance"
	}
	if !strings.Contains(kind, "report") {
		kind += " report"
	}
	d.Title = p.Name.Value + ": " + kind
	d.Format = filedFormat + ", as received, under the provider’s terms of use"
	d.DC = []string{"DC 7"}
	d.lead = "The latest " + kind + " of " + p.Name.Value + ", complete, "
	if b.operating() {
		d.lead += "covering as much as there is of " + b.e.Report.TimeFrame() + "."
	} else {
		d.lead += "nearest to " + until(b.whole()) + "."
	}
	if r := p.Report.Period; !r.IsZero() {
		d.tail = append(d.tail, "The sources name a report for "+r.String()+".")
	}
	if b.operating() {
		d.tail = append(d.tail, "If it ends before the period does: the provider’s bridge letter for the rest.")
	}
	if ids := csocIDs(p); len(ids) > 0 {
		d.tail = append(d.tail, "With management’s comparison of the report with "+content.Join(ids)+
			", of its exceptions, and of the user entity controls the provider expects.")
	}
	d.need(c, "")
}

// included asks for what an included organization gives: it is examined
// itself, so no report of another auditor and no bridge letter stand for it.
func (b *builder) included(c *content.Control, p *content.Party) {
	d := b.at(Document, ident{p.ID.Value, "included"}, "included "+p.ID.Value, p.Name.Value, b.whole())
	if d.fresh {
		d.Title = p.Name.Value + ": evidence and reviews"
		d.Format = recordFormat
		d.DC = []string{"DC 7"}
		d.lead = "The records of the reviews of " + p.Name.Value + " " + b.whole().Words() + ", with date, role of the reviewer, findings and follow-up."
		if ids := b.performedBy(p); len(ids) > 0 {
			d.tail = append(d.tail, "With the evidence of the controls it performs, under their own requests: "+content.Join(ids)+".")
		}
	}
	d.need(c, evidence(c))
}

// performedBy returns the ids of the in-scope controls an included
// organization performs.
func (b *builder) performedBy(p *content.Party) []string {
	var ids []string
	for _, c := range b.e.Controls {
		if c.PerformedBy.Value == p.ID.Value && c.ID.Value != "" && b.e.InScope(c) {
			ids = append(ids, c.ID.Value)
		}
	}
	return ids
}

func csocIDs(p *content.Party) []string {
	var ids []string
	for _, c := range p.CSOCs {
		ids = append(ids, c.ID.Value)
	}
	return ids
}

func (b *builder) reviewRecord(c *content.Control, p *content.Party) {
	d := b.at(Document, ident{p.ID.Value, "review"}, "review of "+p.ID.Value, "", b.whole())
	if d.fresh {
		d.Title = "Review record: " + p.Name.Value
		d.Format = recordFormat
		d.lead = "The record of the review of " + p.Name.Value + " " + b.whole().Words() + ", with date, role of the reviewer, findings and follow-up."
	}
	d.need(c, evidence(c))
}
