package requests

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
)

// populationList has a row for each time a population was taken from its
// system, with what proves that it is complete and accurate, and one for each
// population that still has to be taken.
func populationList(in Input) *render.Sheet {
	sheet := &render.Sheet{
		Name: populationSheet,
		Intro: "What each population is and what it was taken by (IPE), run by run. " + in.short() +
			" takes each population from its system and records the run; the files are handed over beside this workbook.",
		Columns: []render.SheetColumn{
			{Head: "Population", Bold: true, Width: 17}, {Head: "Title", Bold: true, Width: 22},
			{Head: "Request ID", Width: 16, Links: requestSheet}, {Head: "Covers", Width: 16},
			{Head: "Source system", Width: 16}, {Head: "Query or report", Width: 44},
			{Head: "Run at", Width: 22}, {Head: "Run by (role)", Width: 16}, {Head: "Rows", Kind: render.NumberCell, Width: 8},
			{Head: "Parameters", Width: 24}, {Head: "Fields", Width: 60}, {Head: "File", Width: 24}, {Head: "SHA-256", Width: 72}, {Head: "Hash recorded at", Width: 22}, {Head: "Proof that there were none", Width: 26},
		},
		Freeze:  2,
		Printed: 9,
		Filter:  true,
	}
	shown := map[*content.PopulationRun]bool{}
	for _, r := range in.Requests {
		shown[r.Run] = true
	}
	for _, r := range in.Requests {
		if r.Kind != derived.Population {
			continue
		}
		p, run := populationOf(in.Engagement, r), r.Run
		if run == nil {
			run = &content.PopulationRun{}
		}
		sheet.Rows = append(sheet.Rows, populationRow(in.Engagement, r, p, run))
		if p == nil {
			continue
		}
		for _, other := range p.Runs { // earlier ones, and those over another time frame
			if !shown[other] {
				shown[other] = true
				sheet.Rows = append(sheet.Rows, populationRow(in.Engagement, r, p, other))
			}
		}
	}
	return sheet
}

// populationOf returns the authored population a request asks for, or nil: its
// key begins with the id.
func populationOf(e *content.Engagement, r *derived.Request) *content.Population {
	for _, p := range e.Populations {
		if strings.HasPrefix(r.Key, p.ID.Value+".") {
			return p
		}
	}
	return nil
}

func populationRow(e *content.Engagement, r *derived.Request, p *content.Population, run *content.PopulationRun) render.SheetRow {
	key, source, query := stem(r.Key), r.SourceSystem, r.Query
	title := r.Title
	if p != nil {
		key, title = p.ID.Value, p.Title.Value
	}
	if run.Source.Value != "" {
		source = run.Source.Value
	}
	if run.Query.Value != "" {
		query = run.Query.Value
	}
	covers := r.Covers
	if run.RunAt.Value != "" {
		covers = derived.RunCovers(run, derived.Whole(e))
	}
	out := row(key, title, r.ID, covers.String(), source, query, run.RunAt.Value, run.RanBy.Value)
	out.Cells = append(out.Cells, number(run.Rows))
	out.Cells = append(out.Cells, row(run.Parameters.Value, strings.Join(r.Fields, ", "), run.File.Value, run.SHA256.Value, run.RecordedAt.Value, run.Proof.Value).Cells...)
	return out
}

// stem returns what a key is about.
func stem(key string) string {
	before, _, _ := strings.Cut(key, ".")
	return before
}
