package load

import "github.com/socdraft/socdraft/content"

// policies reads policies.toml:
//
//	[[policy]] id, title, owner_role, approver_role, version, effective, reviewed_on, review_by (dates)
func (l *loader) policies(t *table) {
	for _, p := range t.tables("policy") {
		p.Require("id", "title")
		l.e.Policies = append(l.e.Policies, &content.Policy{
			ID:           p.id(policy),
			Title:        p.Text("title"),
			OwnerRole:    p.Text("owner_role"),
			ApproverRole: p.Text("approver_role"),
			Version:      p.Text("version"),
			Effective:    p.date("effective"),
			ReviewedOn:   p.date("reviewed_on"),
			ReviewBy:     p.date("review_by"),
			Span:         p.Span(),
		})
	}
}

// risks reads risks.toml:
//
//	[[risk]] id, title, description (prose), assessed_on (date), response, owner_role
func (l *loader) risks(t *table) {
	for _, r := range t.tables("risk") {
		r.Require("id", "title")
		l.e.Risks = append(l.e.Risks, &content.Risk{
			ID:          r.id(risk),
			Title:       r.Text("title"),
			Description: r.prose("description"),
			AssessedOn:  r.date("assessed_on"),
			Response:    r.Text("response"),
			OwnerRole:   r.Text("owner_role"),
			Span:        r.Span(),
		})
	}
}

// populations reads populations.toml:
//
//	[[population]]     id, title, trigger, source_system, query, fields (list)
//	[[population.run]] see run
func (l *loader) populations(t *table) {
	for _, p := range t.tables("population") {
		p.Require("id", "source_system", "query", "fields")
		made := &content.Population{
			ID:           p.id(population),
			Title:        p.Text("title"),
			Trigger:      p.Choice("trigger", content.Triggers...),
			SourceSystem: p.Text("source_system"),
			Query:        p.LongText("query"),
			Fields:       p.Texts("fields"),
			Span:         p.Span(),
		}
		for _, r := range p.tables("run") {
			made.Runs = append(made.Runs, r.run())
		}
		l.e.Populations = append(l.e.Populations, made)
	}
}

// run reads one [[population.run]], a time the population was taken from its
// system:
//
//	source, query, parameters, covers, run_at, recorded_at (times), ran_by (role), rows (whole number), file, sha256, proof
func (t *table) run() *content.PopulationRun {
	t.Require("run_at", "rows")
	r := &content.PopulationRun{
		Source:     t.Text("source"),
		Query:      t.LongText("query"),
		Parameters: t.LongText("parameters"),
		RunAt:      t.moment("run_at"),
		RanBy:      t.Text("ran_by"),
		RecordedAt: t.moment("recorded_at"),
		Rows:       t.number("rows"),
		File:       t.Text("file"),
		SHA256:     t.hash("sha256"),
		Proof:      t.LongText("proof"),
		Span:       t.Span(),
	}
	if r.From, r.To = t.covers(); r.Rows.Given() && r.Rows.Value == 0 {
		t.Require("proof") // that there was none is to be shown like anything else
	}
	return r
}
