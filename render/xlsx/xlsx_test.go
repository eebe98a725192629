package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

var draftDate = time.Date(2026, 8, 14, 0, 0, 0, 0, time.UTC)

// sample is a workbook with every feature.
func sample() *render.Workbook {
	return &render.Workbook{
		Name: "request-list", Title: "DRAFT – Request list – R&D", Date: draftDate, Status: "DRAFT · working edition", Footer: "3M & Sons",
		Sheets: []*render.Sheet{
			{Name: "Read me", Letter: []render.LetterLine{
				{Kind: render.LetterTitle, Text: "Request list"}, {Kind: render.LetterStatus, Text: "DRAFT"},
				{Kind: render.LetterHeading, Text: "Use"}, {Kind: render.LetterSpace}, {Kind: render.LetterFact, Label: "System", Text: "Ledger"},
				{Kind: render.LetterText, Text: strings.Repeat("many words ", 40)}}},
			{Name: "Requests", Intro: "2 requests", Sides: []string{"Generated", "Company", "Auditor"}, Freeze: 1, Filter: true,
				Columns: []render.SheetColumn{
					{Head: "Request ID", Bold: true, Links: "Controls"}, {Head: "What", Width: 60}, {Head: "Count", Kind: render.NumberCell, Width: 8},
					{Head: "Status", Side: render.CompanySide, List: "Status", Tones: []render.ValueTone{{Value: "Submitted", Tone: render.ToneBlue}}},
					{Head: "Due on", Side: render.AuditorSide, Kind: render.DateCell, Width: 12, Warn: `AND([Due on]<>"",[Due on]<TODAY(),[Status]<>"Accepted")`},
				},
				Rows: []render.SheetRow{
					{Cells: []render.SheetCell{{Text: "AC-02.population"}, {Text: "=HYPERLINK(\"x\")"}, {Number: 7, IsNum: true}, {Text: "Submitted"}, {Date: render.DayOf(draftDate)}}},
					{Cells: []render.SheetCell{{Text: "AC-02, AC-01"}, {Text: strings.Repeat("word ", 100)}}},
				}},
			{Name: "Controls", Freeze: 1, Turned: true, Columns: []render.SheetColumn{{Head: "ID"}, {Head: "AC-02", Kind: render.MarkCell, Width: 4}},
				Rows: []render.SheetRow{{Cells: []render.SheetCell{{Text: "AC-01"}, {Text: "●"}}}, {Cells: []render.SheetCell{{Text: "AC-02"}, {Text: "▲", Alert: true}}}}},
			{Name: "Lists", Columns: []render.SheetColumn{{Head: "Status"}}, Rows: []render.SheetRow{
				{Cells: []render.SheetCell{{Text: "Not started"}}}, {Cells: []render.SheetCell{{Text: "Submitted"}}}}},
		},
	}
}

func open(t *testing.T, wb *render.Workbook) *excelize.File {
	t.Helper()
	data, err := Write(wb, render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestCells(t *testing.T) {
	f := open(t, sample())
	for cell, want := range map[string]string{
		"A1": "Requests", "B1": "2 requests", "A2": "Generated", "D2": "Company", "E2": "Auditor", "A3": "Request ID",
		"A4": "AC-02.population", "B4": "=HYPERLINK(\"x\")", "C4": "7", "D4": "Submitted", "E4": "2026-08-14",
	} {
		if got, err := f.GetCellValue("Requests", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if formula, _ := f.GetCellFormula("Requests", "B4"); formula != "" {
		t.Errorf("B4 became the formula %q", formula)
	}
	if kind, _ := f.GetCellType("Requests", "B4"); kind != excelize.CellTypeInlineString {
		t.Errorf("B4 is of type %d, not a string", kind)
	}
	if raw, _ := f.GetCellValue("Requests", "E4", excelize.Options{RawCellValue: true}); raw != "46248" {
		t.Errorf("E4 holds %q, not a real date", raw)
	}
	if has, target, _ := f.GetCellHyperLink("Requests", "A5"); !has || target != "'Controls'!A3" {
		t.Errorf("A5 links to %q", target)
	}
}

func TestTableRulesAndPanes(t *testing.T) {
	f := open(t, sample())
	tables, err := f.GetTables("Requests")
	if err != nil || len(tables) != 1 || tables[0].Range != "A3:E5" {
		t.Errorf("tables %+v, %v", tables, err)
	}
	dvs, err := f.GetDataValidations("Requests")
	if err != nil || len(dvs) != 2 || dvs[0].Formula1 != "Lists!$A$2:$A$3" || dvs[0].Sqref != "D4:D205" {
		t.Fatalf("validations %+v, %v", dvs, err)
	}
	if dvs[1].Type != "date" || dvs[1].ErrorStyle == nil || *dvs[1].ErrorStyle != "warning" || dvs[1].Sqref != "E4:E205" {
		t.Errorf("dates that people fill in: %+v", dvs[1])
	}
	formats, err := f.GetConditionalFormats("Requests")
	if err != nil || len(formats["D4:D205"]) != 1 || formats["D4:D205"][0].Value != `"Submitted"` {
		t.Errorf("tones %+v, %v", formats, err)
	}
	if due := formats["E4:E205"]; len(due) != 1 || due[0].Criteria != `AND($E4<>"",$E4<TODAY(),$D4<>"Accepted")` {
		t.Errorf("due %+v", due)
	}
	panes, err := f.GetPanes("Requests")
	if err != nil || !panes.Freeze || panes.XSplit != 1 || panes.YSplit != 3 || panes.TopLeftCell != "B4" {
		t.Errorf("panes %+v, %v", panes, err)
	}
}

func TestLook(t *testing.T) {
	f := open(t, sample())
	style := func(sheet, cell string) *excelize.Style {
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if s := style("Requests", "A3"); s.Fill.Color[0] != "0B5563" || s.Font.Color != white || !s.Font.Bold || s.Font.Family != "Calibri" {
		t.Errorf("head %+v %+v", s.Fill, s.Font)
	}
	if s := style("Requests", "E3"); s.Fill.Color[0] != slate {
		t.Errorf("auditor's head %+v", s.Fill)
	}
	if s := style("Requests", "B5"); !s.Alignment.WrapText || s.Alignment.Vertical != "top" || s.Font.Size != 11 {
		t.Errorf("body %+v", s.Alignment)
	}
	if s := style("Controls", "B2"); s.Alignment.TextRotation != 90 && style("Controls", "B1").Alignment.TextRotation != 90 {
		t.Error("heads over marks are not turned")
	}
	if s := style("Controls", "B3"); s.Font.Color != alert {
		t.Errorf("exception mark is %s", s.Font.Color)
	}
	if h, _ := f.GetRowHeight("Requests", 5); h < 7*lineHeight {
		t.Errorf("a row of 500 characters in 60 is %v points tall", h)
	}
}

func TestPrintSetup(t *testing.T) {
	f := open(t, sample())
	layout, err := f.GetPageLayout("Requests")
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.Size != 1 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	hf, err := f.GetHeaderFooter("Requests")
	if err != nil || !strings.Contains(hf.OddHeader, "DRAFT · working edition") || !strings.Contains(hf.OddHeader, "R&&D") ||
		!strings.Contains(hf.OddFooter, "&9 3M && Sons") || !strings.Contains(hf.OddFooter, "Page &P of &N") {
		t.Errorf("header and footer %+v, %v", hf, err)
	}
	titles := ""
	for _, n := range f.GetDefinedName() {
		if n.Scope == "Requests" {
			titles = n.RefersTo
		}
	}
	if titles != "'Requests'!$A:$A,'Requests'!$2:$3" {
		t.Errorf("repeated %q", titles)
	}
}

func TestProperties(t *testing.T) {
	f := open(t, sample())
	props, err := f.GetDocProps()
	if err != nil || props.Created != "2026-08-14T00:00:00Z" || props.Modified != props.Created || props.Title != "DRAFT – Request list – R&D" || props.Creator != "socdraft" {
		t.Errorf("properties %+v, %v", props, err)
	}
	app, err := f.GetAppProps()
	if err != nil || app.Application != "socdraft" {
		t.Errorf("application %+v, %v", app, err)
	}
}

func TestSameBytes(t *testing.T) {
	sums := map[[32]byte]bool{}
	for range 10 {
		data, err := Write(sample(), render.DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		sums[sha256.Sum256(data)] = true
	}
	if len(sums) != 1 {
		t.Errorf("10 builds gave %d files", len(sums))
	}
}

func TestPackage(t *testing.T) {
	data, err := Write(sample(), render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != contentTypes {
		t.Errorf("the first part is %s", z.File[0].Name)
	}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"xuri", "Excelize", "excelize", "externalLink", "vbaProject"} {
			if strings.Contains(string(text), name) || strings.Contains(p.Name, name) {
				t.Errorf("%s holds %q", p.Name, name)
			}
		}
	}
}

func TestOddText(t *testing.T) {
	odd := []string{"+1", "-1", "@x", "\t=1", "_x0041_", "_x0041_x0042_", "_x005F_", "a_x00e9_", "_x00_", "a\x00b\x0bc", "\xff", "line\r\nline\rline", "<&>\"'", "𝔘\uFFFE", " lead and trail ", "'quoted"}
	wb := sample()
	for _, s := range odd {
		wb.Sheets[1].Rows = append(wb.Sheets[1].Rows, render.SheetRow{Cells: []render.SheetCell{{Text: "x"}, {Text: s}}})
	}
	f := open(t, wb)
	for i, s := range odd {
		want := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD", "\x0b", "\uFFFD", "\xff", "\uFFFD", "\uFFFE", "\uFFFD").Replace(s)
		cell := fmt.Sprintf("B%d", 6+i)
		if got, _ := f.GetCellValue("Requests", cell); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
		if formula, _ := f.GetCellFormula("Requests", cell); formula != "" {
			t.Errorf("%q became a formula", s)
		}
	}
}

func TestRefused(t *testing.T) {
	for want, change := range map[string]func(*render.Workbook){
		`sheet Requests: cell B4 holds 40000 characters, and a cell holds 32767 at most`: func(wb *render.Workbook) { wb.Sheets[1].Rows[0].Cells[1].Text = strings.Repeat("x", 40000) },
		`sheet Requests: cell B4 holds 32768 characters, and a cell holds 32767 at most`: func(wb *render.Workbook) { wb.Sheets[1].Rows[0].Cells[1].Text = strings.Repeat("𝔘", 16384) },
		`two sheets are named "requests"`:                                                func(wb *render.Workbook) { wb.Sheets[2].Name = "requests" },
		`"a/b" is no name for a sheet`:                                                   func(wb *render.Workbook) { wb.Sheets[2].Name = "a/b" },
		`sheet Requests: two columns are headed "what"`:                                  func(wb *render.Workbook) { wb.Sheets[1].Columns[2].Head = "what" },
		`sheet Requests: "What " is no head for a column`:                                func(wb *render.Workbook) { wb.Sheets[1].Columns[1].Head = "What " },
		`there are no sheets`:                                                            func(wb *render.Workbook) { wb.Sheets = nil },
		`sheet Lists: there are no columns`:                                              func(wb *render.Workbook) { wb.Sheets[3].Columns, wb.Sheets[3].Rows = nil, nil },
	} {
		wb := sample()
		change(wb)
		if _, err := Write(wb, render.DefaultTheme()); err == nil || err.Error() != "workbook request-list: "+want {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
	wb := sample()
	wb.Sheets[1].Rows[0].Cells[1].Text = strings.Repeat("é", 32767)
	if _, err := Write(wb, render.DefaultTheme()); err != nil {
		t.Errorf("32767 characters are refused: %v", err)
	}
}

func TestTallRowsWiden(t *testing.T) {
	s := &render.Sheet{Columns: []render.SheetColumn{{Head: "What", Width: 60}}, Rows: []render.SheetRow{
		{Cells: []render.SheetCell{{Text: strings.Repeat("several words ", 180)}}}}}
	wide := widths(s)
	if h := rowHeight(s, s.Rows[0], wide); wide[0] <= 60 || h >= maxRowHeight {
		t.Errorf("width %d, height %v: the text cannot be read", wide[0], h)
	}
}

func TestLineCount(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  int
	}{
		{"", 10, 1}, {"short", 10, 1}, {"one\ntwo\n\nfour", 10, 4}, {"word word word word", 10, 2},
		{strings.Repeat("0", 95), 10, 11}, {"漢字漢字漢字", 10, 2},
	} {
		if got := lineCount(c.text, c.width, false); got != c.want {
			t.Errorf("%q takes %d lines in %d, want %d", c.text, got, c.width, c.want)
		}
	}
}

func TestAccent(t *testing.T) {
	for _, accent := range []render.Color{0x6D1A36, 0x000000} {
		p := paletteOf(render.DefaultTheme().WithAccent(accent))
		head := p.look(style{role: headCell})
		if want := strings.ToUpper(accent.Hex()[1:]); head.Fill.Color[0] != want || p.look(style{link: true}).Font.Color != want {
			t.Errorf("%s: head %+v", want, head.Fill)
		}
		if band := p.look(style{role: bandCell}); band.Fill.Color[0] != strings.ToUpper(accent.Tint().Hex()[1:]) {
			t.Errorf("%s: band %+v", accent.Hex(), band.Fill)
		}
	}
}

// TestTextCanBeRead holds what the workbook writes against what it fills with.
// The theme checks the accent.
func TestTextCanBeRead(t *testing.T) {
	pairs := [][2]string{{white, slate}, {slate, paleSlate}}
	for _, fill := range append(slices.Collect(maps.Values(toneFill)), white) {
		pairs = append(pairs, [2]string{ink, fill}, [2]string{alert, fill})
	}
	pairs = append(pairs, [2]string{secondary, white})
	for _, p := range pairs {
		text, err := render.ParseColor("#" + p[0])
		fill, err2 := render.ParseColor("#" + p[1])
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if r := text.Contrast(fill); r < render.TextContrast {
			t.Errorf("%s on %s has a contrast of %.2f", p[0], p[1], r)
		}
	}
}
