package soc2

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// variables returns the values that boilerplate and its overrides may name:
// those of every Markdown file and those that only this template knows.
func (b *builder) variables(party *content.Party) prose.Variables {
	e, r := b.e, b.e.Report
	values := map[string]diag.Text{
		"organization.name":       e.Organization.Name,
		"organization.short_name": {Value: b.short(), Span: e.Organization.ShortName.Span},
		"system.name":             e.System.Name,
		"description.title":       {Value: e.DescriptionTitle(), Span: e.System.DescriptionTitle.Span},
	}
	built := map[string]string{
		"report.time_frame":        r.TimeFrame(),
		"report.period_start":      r.Period.Start.Long(),
		"report.period_end":        r.Period.End.Long(),
		"report.as_of":             r.AsOf.Long(),
		"report.type":              fmt.Sprint(int(r.Type)),
		"report.categories":        r.CategoryWords(),
		"draft.number":             fmt.Sprint(e.Draft.Number.Value),
		"draft.date":               e.Draft.Date.Long(),
		"draft.revision":           orElse(e.Revision, "not recorded"),
		"draft.edition":            string(b.in.Edition),
		"standards.description":    e.Editions.Description,
		"standards.trust_services": e.Editions.TrustServices,
		"time.frame":               b.timeFrame(),
		"time.throughout":          r.Throughout(),
		"time.during":              b.during(),
		"conditions.who":           b.complementors(),
		"conditions.conclusions":   b.conditionalConclusions(),
		"section.controls":         b.number(sectionControls),
		"section.description":      b.number(sectionDescription),
		"section.assertion":        b.number(sectionAssertion),
		"section.other":            b.number(sectionOther),
	}
	for name, value := range built {
		values[name] = diag.Text{Value: value}
	}
	for _, p := range e.Parties {
		values["party."+p.ID.Value+".name"] = p.Name
		values["party."+p.ID.Value+".service"] = proseText(p.Service)
	}
	if party != nil {
		values["subservice.name"] = party.Name
		values["subservice.service"] = proseText(party.Service)
	}
	return prose.Variables{Values: values}
}

func proseText(p content.Prose) diag.Text {
	return diag.Text{Value: p.String(), Span: p.Raw.Span}
}

// timeFrame returns "for the period …" or "as of …".
func (b *builder) timeFrame() string {
	if b.type2() {
		return "for " + b.e.Report.TimeFrame()
	}
	return b.e.Report.Throughout()
}

// during returns "during the period …" or "as of …".
func (b *builder) during() string {
	if b.type2() {
		return "during " + b.e.Report.TimeFrame()
	}
	return b.e.Report.Throughout()
}

// conditional reports whether the conclusions on design and operation
// presuppose controls of others. Description, assertion and report must name
// the same ones.
func (b *builder) conditional() bool { return len(b.e.CarveOuts()) > 0 || b.hasCUECs() }

// complementors names those whose complementary controls are presupposed.
func (b *builder) complementors() string {
	var who []string
	for _, p := range b.e.CarveOuts() {
		who = append(who, p.Name.Value)
	}
	if b.hasCUECs() {
		who = append(who, "user entities")
	}
	return content.Join(who)
}

// conditionalConclusions names the conclusions that have conditions.
func (b *builder) conditionalConclusions() string {
	if b.type2() {
		return "(b) and (c)"
	}
	return "(b)"
}

func orElse(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
