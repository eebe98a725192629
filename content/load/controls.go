package load

import "github.com/socdraft/socdraft/content"

// controls reads one file of controls/:
//
//	[[control]]
//	id, title, area, statement (prose), criteria (list)
//	commitments (ids of commitments or requirements), risks, policies (ids)
//	owner_role, performer_role, performed_by (third party)
//	frequency, trigger, trigger_text, population (id), nature, kind
//	systems (ids of components), uses_reports (list), monitors (third parties), evidence (list)
//	effective_from, retired_on (dates), replaces (control), alias
//	[[control.earlier]] statement (prose), effective_from, effective_until (dates)
func (l *loader) controls(t *table) {
	for _, c := range t.tables("control") {
		if len(l.e.Controls) == maxControls {
			l.tooMany(c.Span(), maxControls, "controls")
		}
		// The absence of an id is reported with the other faults of control ids,
		// that of criteria, owner_role and frequency by the rules about them.
		c.Has("id")
		c.Require("title", "area", "statement")
		l.e.Controls = append(l.e.Controls, &content.Control{
			ID:            c.id(control),
			Title:         c.Text("title"),
			Area:          c.Text("area"),
			Statement:     c.prose("statement"),
			Criteria:      c.criteria("criteria"),
			Commitments:   c.refs("commitments", commitment, requirement),
			Risks:         c.refs("risks", risk),
			Policies:      c.refs("policies", policy),
			OwnerRole:     c.Text("owner_role"),
			PerformerRole: c.Text("performer_role"),
			PerformedBy:   c.ref("performed_by", party),
			Frequency:     c.Text("frequency"),
			Trigger:       c.Choice("trigger", content.Triggers...),
			TriggerText:   c.Text("trigger_text"),
			Population:    c.ref("population", population),
			Nature: c.Choice("nature", string(content.Manual), string(content.Automated),
				string(content.ITDependentManual)),
			Kind: c.Choice("kind", string(content.Preventive), string(content.Detective),
				string(content.Corrective)),
			Systems:       c.refs("systems", component),
			UsesReports:   c.Texts("uses_reports"),
			Monitors:      c.refs("monitors", party),
			Evidence:      c.Texts("evidence"),
			EffectiveFrom: c.date("effective_from"),
			RetiredOn:     c.date("retired_on"),
			Replaces:      c.ref("replaces", control),
			Alias:         c.Text("alias"),
			Earlier:       c.earlier(),
			Span:          c.Span(),
		})
	}
}

func (t *table) earlier() []content.EarlierWording {
	var all []content.EarlierWording
	for _, w := range t.tables("earlier") {
		w.Require("statement", "effective_until")
		all = append(all, content.EarlierWording{
			Statement:      w.prose("statement"),
			EffectiveFrom:  w.date("effective_from"),
			EffectiveUntil: w.date("effective_until"),
		})
	}
	return all
}
