package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// dashboardBook is a workbook with a board over a list.
func dashboardBook() *render.Workbook {
	return &render.Workbook{Name: "w", Title: "W", Status: "DRAFT", Properties: []render.Property{{Name: "round", Value: "2"}}, Sheets: []*render.Sheet{
		{Name: "Dashboard", Intro: "Where it stands.", Board: &render.Board{
			Figures: []render.Figure{{Label: "Requests", Formula: "COUNTA(request_id)", Value: 2}, {Label: "Overdue", Formula: "0+1", Value: 1, Warn: true}},
			Tables: []render.CountTable{
				{Title: "By area", Head: "Area", NewPage: true,
					Columns: []render.CountColumn{{Head: "Requests", Formula: `COUNTIFS(request_id,"<>",request_area,"="&[label])`},
						{Head: "Done", Formula: `COUNTIFS(request_area,[label],request_stage,[head])`, Tone: render.ToneGreen, Warn: true}},
					Rows:  []render.CountRow{{Label: "R&D", Values: []int{1, 1}}, {Label: "None", Empty: true, Values: []int{1, 0}}},
					Chart: &render.Chart{Title: "By area", Alt: "Two bars."}},
				{Title: "Empty", Head: "Nothing", Columns: []render.CountColumn{{Head: "n"}}, Chart: &render.Chart{Title: "x", Alt: "y"}},
			}}},
		{Name: "Requests", Filter: true, Printed: 2, Columns: []render.SheetColumn{{Head: "ID", Range: "request_id"}, {Head: "Area", Range: "request_area"},
			{Head: "Stage", Range: "request_stage", Formula: `IF([ID]="","",IF([Area]="R&D","Done",""))`, Warn: `[Stage]="Done"`}, {Head: "N", Kind: render.NumberCell, Formula: "LEN([ID])"}},
			Rows: []render.SheetRow{
				{Cells: []render.SheetCell{{Text: "a"}, {Text: "R&D"}, {Text: "Done"}, {Number: 1, IsNum: true}}},
				{Cells: []render.SheetCell{{Text: "bb"}, {}, {}, {Number: 2, IsNum: true}}}}},
	}}
}

// TestFormulasHoldWhatTheyGive writes values beside formulas with the type they
// have: numbers as numbers, for viewers that do not calculate.
func TestFormulasHoldWhatTheyGive(t *testing.T) {
	f := open(t, dashboardBook())
	for _, c := range []struct {
		sheet, cell, formula, value string
		kind                        excelize.CellType
	}{
		{"Dashboard", "A3", "COUNTA(request_id)", "2", excelize.CellTypeUnset},
		{"Dashboard", "B3", "0+1", "1", excelize.CellTypeUnset},
		{"Dashboard", "B8", `COUNTIFS(request_id,"<>",request_area,"="&$A8)`, "1", excelize.CellTypeUnset},
		{"Dashboard", "C8", `COUNTIFS(request_area,$A8,request_stage,C$7)`, "1", excelize.CellTypeUnset},
		{"Dashboard", "B9", `COUNTIFS(request_id,"<>",request_area,"="&"")`, "1", excelize.CellTypeUnset},
		{"Requests", "C2", `IF($A2="","",IF($B2="R&D","Done",""))`, "Done", excelize.CellTypeFormula},
		{"Requests", "C3", `IF($A3="","",IF($B3="R&D","Done",""))`, "", excelize.CellTypeFormula},
		{"Requests", "D3", `LEN($A3)`, "2", excelize.CellTypeUnset},
	} {
		formula, _ := f.GetCellFormula(c.sheet, c.cell)
		value, _ := f.GetCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true})
		kind, _ := f.GetCellType(c.sheet, c.cell)
		if formula != c.formula || value != c.value || kind != c.kind {
			t.Errorf("%s!%s is %s, %q of type %d", c.sheet, c.cell, formula, value, kind)
		}
		if got, err := f.CalcCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true}); err != nil || got != c.value {
			t.Errorf("%s!%s gives %q, %v", c.sheet, c.cell, got, err)
		}
	}
}

func TestNamesReachBelowTheTable(t *testing.T) {
	f := open(t, dashboardBook())
	want := map[string]string{"request_area": "'Requests'!$B$2:$B$203", "_xlnm.Print_Area": "'Requests'!$A$1:$B$23"}
	for _, n := range f.GetDefinedName() {
		if refers, ok := want[n.Name]; ok && refers == n.RefersTo {
			delete(want, n.Name)
		}
	}
	if len(want) > 0 {
		t.Errorf("missing %v among %+v", want, f.GetDefinedName())
	}
	formats, err := f.GetConditionalFormats("Requests")
	if err != nil || len(formats["C2:C203"]) != 1 || formats["C2:C203"][0].Criteria != `$C2="Done"` {
		t.Errorf("warnings %+v, %v", formats, err)
	}
	formats, err = f.GetConditionalFormats("Dashboard")
	if err != nil || len(formats) != 2 || len(formats["B3"]) != 1 || len(formats["C8:C9"]) != 1 || formats["C8:C9"][0].Value != "0" {
		t.Errorf("warnings of the board %+v, %v", formats, err)
	}
	props, err := f.GetCustomProps()
	if err != nil || len(props) != 1 || props[0].Name != "round" || props[0].Value != "2" {
		t.Errorf("properties %+v, %v", props, err)
	}
}

// TestChart draws what has a tone, with words for those who cannot see it and
// values for viewers that do not calculate, as large as it is meant to be.
func TestChart(t *testing.T) {
	parts := partsOf(t, dashboardBook())
	chart, drawing, table := parts["xl/charts/chart1.xml"], parts["xl/drawings/drawing1.xml"], parts["xl/tables/table1.xml"]
	for _, want := range []string{
		`<f>'Dashboard'!$A$8:$A$9</f><strCache><ptCount val="2"></ptCount><pt idx="0"><v>R&amp;D</v></pt><pt idx="1"><v>None</v></pt></strCache>`,
		`<f>'Dashboard'!$C$8:$C$9</f><numCache><formatCode>General</formatCode><ptCount val="2"></ptCount><pt idx="0"><v>1</v></pt><pt idx="1"><v>0</v></pt></numCache>`,
		`<f>'Dashboard'!$C$7</f><strCache>`,
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart lacks %s:\n%s", want, chart)
		}
	}
	if strings.Count(chart, "<ser>") != 1 || strings.Contains(chart, "smooth") || strings.Contains(chart, "dLbls") {
		t.Errorf("the chart draws something else:\n%s", chart)
	}
	if !strings.Contains(drawing, `descr="Two bars."`) || !strings.Contains(drawing, "<xdr:oneCellAnchor>") || !strings.Contains(drawing, "<xdr:ext cx=") {
		t.Errorf("drawing %s", drawing)
	}
	if _, drawn := parts["xl/charts/chart2.xml"]; drawn {
		t.Error("a table without rows has a chart")
	}
	if want := `name="N"><calculatedColumnFormula>LEN(TableRequests1[[#This Row],[ID]])</calculatedColumnFormula>`; !strings.Contains(table, want) {
		t.Errorf("rows people add have no formula: %s", table)
	}
}

func partsOf(t *testing.T, wb *render.Workbook) map[string]string {
	t.Helper()
	data, err := Write(wb, render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

func TestLinksByText(t *testing.T) {
	wb := sample()
	s := wb.Sheets[1]
	s.Columns[0].To = map[string]string{"see": "AC-01"}
	s.Columns[0].Width = 14
	for _, text := range []string{"AC-01; AC-02", "see", "AC-02\nAC-01", "AC-99", "AC-02, AC-01, AC-02, AC-01"} {
		s.Rows = append(s.Rows, render.SheetRow{Cells: []render.SheetCell{{Text: text}}})
	}
	f := open(t, wb)
	for cell, want := range map[string]string{"A6": "'Controls'!A2", "A7": "'Controls'!A2", "A8": "", "A9": "", "A10": ""} {
		if _, got, _ := f.GetCellHyperLink("Requests", cell); got != want {
			t.Errorf("%s leads to %q, want %q", cell, got, want)
		}
	}
}

// TestNotes writes comments as they are, with the side as their author.
func TestNotes(t *testing.T) {
	wb := sample()
	wb.Sheets[1].Notes = []render.Note{{Row: 0, Column: 1, Author: "Service auditor", Text: "  =1 & <why>?\nline"}, {Row: 1, Column: 0, Author: "Wrenfield", Text: "Done"}}
	comments, err := open(t, wb).GetComments("Requests")
	if err != nil || len(comments) != 2 {
		t.Fatalf("comments %+v, %v", comments, err)
	}
	if c := comments[0]; c.Cell != "B4" || c.Author != "Service auditor" || len(c.Paragraph) != 1 || c.Paragraph[0].Text != "  =1 & <why>?\nline" {
		t.Errorf("comment %+v", c)
	}
	wb.Sheets[1].Notes[0].Text = strings.Repeat("x", 40000)
	if _, err := Write(wb, render.DefaultTheme()); err == nil || !strings.Contains(err.Error(), "the note at cell B4 holds 40000 characters") {
		t.Errorf("a note that is too long: %v", err)
	}
}
