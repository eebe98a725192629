package strict_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/xlsx"
	"github.com/socdraft/socdraft/render/xlsx/strict"
)

// workbook has something of everything.
func workbook(t *testing.T) []byte {
	t.Helper()
	board := &render.Board{Figures: []render.Figure{{Label: "Requests", Formula: "COUNTA(request_id)", Value: 1}}, Tables: []render.CountTable{{
		Title: "By status", Head: "Status", Columns: []render.CountColumn{{Head: "Requests", Formula: "COUNTIFS(request_status,[label])", Tone: render.ToneBlue}},
		Rows:  []render.CountRow{{Label: "Submitted", Values: []int{1}}},
		Chart: &render.Chart{Title: "Requests", Alt: "One bar."},
	}}}
	data, err := xlsx.Write(&render.Workbook{Name: "w", Title: "W", Status: "DRAFT", Sheets: []*render.Sheet{
		{Name: "Read me", Letter: []render.LetterLine{{Kind: render.LetterTitle, Text: "Title"}}},
		{Name: "Dashboard", Board: board},
		{Name: "Requests", Intro: "one", Freeze: 1, Filter: true, Columns: []render.SheetColumn{
			{Head: "ID", Range: "request_id", Links: "Controls"}, {Head: "Status", List: "Status", Help: "Choose.", Range: "request_status",
				Tones: []render.ValueTone{{Value: "Submitted", Tone: render.ToneBlue}}}, {Head: "State", Formula: `IF([ID]="","",[Status])`}},
			Rows:  []render.SheetRow{{Cells: []render.SheetCell{{Text: "AC-01"}, {Text: "Submitted"}, {Text: "Submitted"}}}},
			Notes: []render.Note{{Column: 1, Author: "Auditor", Text: "Why?"}}},
		{Name: "Controls", Filter: true, Columns: []render.SheetColumn{{Head: "ID"}}, Rows: []render.SheetRow{{Cells: []render.SheetCell{{Text: "AC-01"}}}}},
		{Name: "Lists", Columns: []render.SheetColumn{{Head: "Status"}}, Rows: []render.SheetRow{{Cells: []render.SheetCell{{Text: "Submitted"}}}}},
	}, Properties: []render.Property{{Name: "round", Value: "1"}}}, render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAGoodWorkbookPasses(t *testing.T) {
	if problems := strict.Check(workbook(t)); len(problems) > 0 {
		t.Error(strings.Join(problems, "\n"))
	}
}

// TestProblemsAreFound breaks the workbook in one place at a time.
func TestProblemsAreFound(t *testing.T) {
	good := workbook(t)
	long := strings.Repeat("x", 300)
	const sheet, table, book, drawing = "xl/worksheets/sheet3.xml", "xl/tables/table1.xml", "xl/workbook.xml", "xl/drawings/drawing1.xml"
	for _, c := range []struct{ part, old, new, want string }{
		{"[Content_Types].xml", `PartName="/xl/tables/table1.xml"`, `PartName="/xl/tables/table9.xml"`, "gives a type to xl/tables/table9.xml, which is not there"},
		{"[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml", "macroEnabled"},
		{"[Content_Types].xml", `Extension="rels"`, `Extension="slur"`, "part _rels/.rels has no type"},
		{"xl/worksheets/_rels/sheet3.xml.rels", "../tables/table1.xml", "../tables/table7.xml", "leads to xl/tables/table7.xml, which is not there"},
		{"xl/worksheets/_rels/sheet3.xml.rels", `Target="../tables/table1.xml"`, `Target="file:///x" TargetMode="External"`, "leads outside to file:///x"},
		{"xl/_rels/workbook.xml.rels", "worksheets/sheet3.xml", "worksheets/sheet2.xml", "Requests and Dashboard are one part"},
		{book, `name="Requests"`, `name="requests"`, `looks at the sheet "Requests", which is not there`},
		{book, `name="Requests"`, `name="Lists"`, "two sheets are named Lists"},
		{book, `name="request_id"`, `name="request_status"`, "the name request_status is given twice"},
		{book, `name="request_id"`, `name="A1"`, `"A1" is no name`},
		{book, "Requests&#39;!$A$3:$A$203", "Requests&#39;!#REF!", "which is no area"},
		{sheet, `<sheetData>`, `<mergeCells><mergeCell ref="A2:B2"/></mergeCells><sheetData>`, "sheetData stands where no application looks for it"},
		{sheet, `<row r="3"`, `<row r="2"`, "row 2 follows row 2"},
		{sheet, `r="B3"`, `r="A3"`, "cell A3 stands in row 3 after column 1"},
		{sheet, `t="str"`, `t="s"`, "holds shared text Submitted"},
		{sheet, `t="str"`, ``, `holds "Submitted", which is no number`},
		{sheet, `>AC-01<`, ">" + strings.Repeat("x", 32768) + "<", "cell A3 holds 32768 characters"},
		{sheet, `<c r="A3" s="`, `<c r="A3" s="99`, "has style 99"},
		{sheet, `dxfId="0"`, `dxfId="12"`, "a conditional format has look 12"},
		{sheet, `Lists!$A$2:$A$2`, `&#34;` + long + `&#34;`, "are longer than 255"},
		{sheet, `Lists!$A$2:$A$2`, `Gone!$A$2:$A$2`, `looks at the sheet "Gone", which is not there`},
		{sheet, `prompt="Choose."`, `prompt="` + long + `"`, `the hint "Status" is too long`},
		{sheet, `location="'Controls'!A2"`, `location="'Gone'!A2"`, `looks at the sheet "Gone", which is not there`},
		{sheet, `location="'Controls'!A2"`, ``, "the link in A3 leads nowhere"},
		{sheet, `<f>IF(`, `<f>'[1]x'!A1+IF(`, "the formula of C3 looks outside"},
		{sheet, `</row>`, ``, "is no XML"},
		{table, `name="Status"`, `name="id"`, `two columns are headed "id"`},
		{table, `name="Status"`, `name="Statuss"`, `column "Statuss" is headed "Status" in the sheet`},
		{table, `displayName="TableRequests1"`, `displayName="TableControls2"`, "two tables or names are called TableControls2"},
		{table, `displayName="TableRequests1"`, `displayName="request_id"`, "two tables or names are called request_id"},
		{table, `ref="A2:C3"`, `ref="A2:D3"`, "3 columns for A2:D3"},
		{drawing, `descr="One bar."`, `descr=""`, "has no words"},
		{drawing, `<xdr:ext `, `<xdr:to><xdr:col>3</xdr:col><xdr:row>5</xdr:row></xdr:to><xdr:ext `, "a drawing ends in the cell in which it begins"},
		{"xl/charts/chart1.xml", "Dashboard'!$A", "Gone'!$A", `looks at the sheet "Gone", which is not there`},
	} {
		problems := strict.Check(edit(t, good, c.part, c.old, c.new))
		if !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, c.want) }) {
			t.Errorf("%s: %.40q for %.40q gives %q\nwant %s", c.part, c.new, c.old, problems, c.want)
		}
	}
	if strict.Check([]byte("PK")) == nil {
		t.Error("what is no package passes")
	}
}

// edit returns the package with the first of the old text in a part replaced.
func edit(t *testing.T, data []byte, part, from, to string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			changed := strings.Replace(string(content), from, to, 1)
			if changed == string(content) {
				t.Fatalf("%s does not hold %s: %.3000s", part, from, content)
			}
			content = []byte(changed)
		}
		p, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
