package soc2_test

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// S2-062: the opinion is on the controls stated in the description, and those
// are the controls of Section 4.
func TestS2062TheDescribedControlsStandInSectionFour(t *testing.T) {
	for _, layout := range layouts {
		for _, name := range []string{"wrenfield", "startup", "allfive"} {
			e := example(t, name)
			e.Report.Layout.Value = layout
			late := *e.Controls[0] // in place after the time frame alone
			late.ID.Value, late.EffectiveFrom = "ZZ-99", content.Date{Year: 2099, Month: 1, Day: 1}
			e.Controls = append(e.Controls, &late)
			var want []string
			for _, c := range e.Controls {
				if e.InScope(c) {
					want = append(want, c.ID.Value)
				}
			}
			slices.Sort(want)
			d := draftOf(t, e, soc2.Auditor, after)
			if rows, marks := controlsShown(d); !slices.Equal(rows, want) || !slices.Equal(marks, want) {
				t.Errorf("%s %s: described are %d controls, %d stand in tables and %d in the matrix", name, layout, len(want), len(rows), len(marks))
			}
			if slices.Contains(want, late.ID.Value) {
				t.Errorf("%s: a control of later is in scope", name)
			}
			d.has("section/description", "The controls listed there are part of this description.")
		}
	}
}

// controlsShown returns the ids of the controls that have rows and of those in
// the matrix, each once and sorted.
func controlsShown(d *draft) (rows, marks []string) {
	for _, b := range d.doc.Blocks {
		switch b := b.(type) {
		case *render.Table:
			for _, row := range b.Rows {
				if b.Columns[0].Head == "Control" && len(row.Across) == 0 && row.Key != "" {
					rows = append(rows, row.Key)
				}
			}
		case *render.Matrix:
			for _, c := range b.Controls {
				marks = append(marks, c.ID)
			}
		}
	}
	slices.Sort(rows)
	slices.Sort(marks)
	return slices.Compact(rows), slices.Compact(marks)
}
