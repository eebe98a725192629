package soc2_test

import (
	"slices"
	"strings"
	"testing"
)

// rowsOf returns the rows of a table, its cells parted by bars.
func rowsOf(d *draft, id string) []string {
	d.t.Helper()
	var rows []string
	for _, cells := range d.tableCells(id) {
		rows = append(rows, strings.Join(cells, " | "))
	}
	return rows
}

func TestCoverageShowsGapsFirst(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		rows := rowsOf(baseProject(t).build(t), "table/criteria-coverage")
		if want := "CC1.1 Integrity and ethical values | nothing mapped | – | – | "; rows[0] != want {
			t.Errorf("first row\n got %q\nwant %q", rows[0], want)
		}
		for _, want := range []string{
			"CC6.2 User registration and removal | AC-01, AC-02 | 3 | 1 | ",
			"CC6.4 Physical access | – | – | – | CSOC-1; CUEC-1",
			"CC6.5 Disposal of physical assets | – | – | – | not relevant",
		} {
			i := slices.Index(rows, want)
			if i < 0 {
				t.Errorf("no row %q in\n%s", want, strings.Join(rows, "\n"))
			}
			if slices.ContainsFunc(rows[max(i, 0):], func(row string) bool { return strings.Contains(row, "nothing mapped") }) {
				t.Errorf("a gap stands behind %q", want)
			}
		}
	})
}

func TestCoverageShowsUnansweredDescriptionCriteriaFirst(t *testing.T) {
	p := baseProject(t)
	delete(p, "changes.toml")
	for name := range p {
		if strings.HasPrefix(name, "description/") && strings.Contains(name, "changes") {
			delete(p, name)
		}
	}
	rows := rowsOf(p.build(t), "table/description-criteria")
	if want := "DC 9 Significant changes during the period | nothing yet"; !slices.Contains(rows[:2], want) {
		t.Errorf("want %q before the answered ones, got\n%s", want, strings.Join(rows, "\n"))
	}
}
