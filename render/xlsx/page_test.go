package xlsx

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
)

// broad is a workbook whose sheet takes two pages side by side: two frozen
// columns, five of the tool's, five of the company's.
func broad() *render.Workbook {
	s := &render.Sheet{Name: "Requests", Sides: []string{"Generated", "Company", "Auditor"}, Freeze: 2,
		Columns: []render.SheetColumn{{Head: "ID", Width: 20}, {Head: "Title", Width: 20}}}
	for _, head := range []string{"a", "b", "c", "d", "e"} {
		s.Columns = append(s.Columns, render.SheetColumn{Head: head, Width: 24})
	}
	for _, head := range []string{"f", "g", "h", "i", "j"} {
		s.Columns = append(s.Columns, render.SheetColumn{Head: head, Width: 24, Side: render.CompanySide})
	}
	return &render.Workbook{Name: "request-list", Sheets: []*render.Sheet{s}}
}

func TestStrips(t *testing.T) {
	wb := broad()
	w := &writer{wb: wb}
	s := wb.Sheets[0]
	if got := w.strips(s, widths(s)); !slices.Equal(got, []int{0, 7}) {
		t.Errorf("pages begin with the columns %v", got)
	}
	s.Columns = s.Columns[:5]
	if got := w.strips(s, widths(s)); !slices.Equal(got, []int{0}) {
		t.Errorf("pages of a narrow sheet begin with %v", got)
	}
}

// TestBandOnEveryPage prints who fills the columns at the head of each page,
// even where it begins within a side.
func TestBandOnEveryPage(t *testing.T) {
	wb := broad()
	for x := range wb.Sheets[0].Columns[3:] {
		wb.Sheets[0].Columns[3+x].Side = render.CompanySide
	}
	f := open(t, wb)
	for cell, want := range map[string]string{"A1": "Generated", "B1": "", "D1": "Company", "E1": "", "H1": "Company", "I1": ""} {
		if got, _ := f.GetCellValue("Requests", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if layout, err := f.GetPageLayout("Requests"); err != nil || *layout.FitToWidth != 2 {
		t.Errorf("layout %+v, %v", layout, err)
	}
}

// TestHeightHoldsText keeps rows tall enough for a spreadsheet that takes 15
// points a line, and not much taller.
func TestHeightHoldsText(t *testing.T) {
	for _, n := range []int{1, 3, 10} {
		s := &render.Sheet{Columns: []render.SheetColumn{{Head: "What", Width: 60}},
			Rows: []render.SheetRow{{Cells: []render.SheetCell{{Text: strings.TrimSuffix(strings.Repeat("line\n", n), "\n")}}}}}
		if h := rowHeight(s, s.Rows[0], widths(s)); h < 15*float64(n) || h > 15*float64(n)+6 {
			t.Errorf("%d lines are %v points tall", n, h)
		}
	}
}

// TestIDsStayWhole breaks a list of ids between ids, never at a hyphen within
// one, and holds every id as it is.
func TestIDsStayWhole(t *testing.T) {
	tool := &render.SheetColumn{Links: "Controls"}
	for _, c := range []struct {
		column     *render.SheetColumn
		text, want string
	}{
		{tool, "GV-01, GV-02, GV-03, GV-04, GV-05", "GV-01, GV-02,\nGV-03, GV-04,\nGV-05"},
		{tool, "GV-01, GV-02", "GV-01, GV-02"},
		{tool, "", ""},
		{tool, "A-VERY-LONG-NAME-OF-A-CONTROL, GV-02", "A-VERY-LONG-NAME-OF-A-CONTROL,\nGV-02"},
		{&render.SheetColumn{}, "well-known, long-lived, half-read words", "well-known, long-lived, half-read words"},
		{&render.SheetColumn{Links: "Evidence", Side: render.CompanySide}, "R-001_x.pdf, R-002_y.pdf", "R-001_x.pdf, R-002_y.pdf"},
	} {
		if got := inLines(c.column, c.text, 13); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

// TestRowsGrow lets rows that people fill in grow with what they type; those of
// a board, beside charts, keep their height.
func TestRowsGrow(t *testing.T) {
	var out bytes.Buffer
	w := &rowWriter{out: bufio.NewWriter(&out)}
	w.beginFitted(4, 34)
	w.end()
	w.begin(5, 18)
	w.end()
	w.out.Flush()
	if got, want := out.String(), `<row r="4" ht="34"></row><row r="5" ht="18" customHeight="1"></row>`; got != want {
		t.Errorf("rows are %s, want %s", got, want)
	}
	s := &render.Sheet{Columns: []render.SheetColumn{{Head: "Comment"}}, Rows: []render.SheetRow{{Cells: []render.SheetCell{{Text: "short"}}}}}
	b := &tableBody{sheet: s, wide: []int{20}, looks: make([][4]int, 1), formulas: make([]formula, 1)}
	out.Reset()
	b.rows(w)
	w.out.Flush()
	if strings.Contains(out.String(), "customHeight") {
		t.Errorf("a row of a table keeps its height: %s", out.String())
	}
}
