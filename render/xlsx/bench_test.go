package xlsx

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
)

// requestBook is a request list of n rows as wide and wordy as real ones.
func requestBook(n int) *render.Workbook {
	s := &render.Sheet{Name: "Requests", Intro: "x", Sides: []string{"a", "b", "c"}, Freeze: 2, Filter: true}
	for x := range 29 {
		s.Columns = append(s.Columns, render.SheetColumn{Head: fmt.Sprintf("Column %d", x), Width: 16})
	}
	s.Columns[3].Formula = `IF([Column 0]="","",IF([Column 1]="Returned","Returned",""))`
	s.Columns[0].Range = "request_id"
	for y := range n {
		row := render.SheetRow{Cells: make([]render.SheetCell, len(s.Columns))}
		for x := range row.Cells {
			row.Cells[x].Text = fmt.Sprintf("value %d of row %d", x, y)
		}
		row.Cells[4].Text = strings.Repeat("What is requested, with its fields and its time frame. ", 10)
		s.Rows = append(s.Rows, row)
	}
	return &render.Workbook{Name: "request-list", Title: "Request list", Sheets: []*render.Sheet{s}}
}

// evidenceBook is an index of n files.
func evidenceBook(n int) *render.Workbook {
	s := &render.Sheet{Name: "Evidence", Intro: "x", Freeze: 1, Filter: true, Rows: make([]render.SheetRow, 0, n), Columns: []render.SheetColumn{
		{Head: "File", Width: 44}, {Head: "Request ID", Width: 16, Links: "Requests"}, {Head: "Control ID", Width: 11},
		{Head: "Covers from", Kind: render.DateCell, Width: 11}, {Head: "Covers to", Kind: render.DateCell, Width: 11},
		{Head: "Captured on", Kind: render.DateCell, Width: 11}, {Head: "Source system", Width: 16}, {Head: "Captured by (role)", Width: 16},
		{Head: "Bytes", Kind: render.NumberCell, Width: 10}, {Head: "SHA-256", Width: 36}}}
	for y := range n {
		s.Rows = append(s.Rows, render.SheetRow{Cells: []render.SheetCell{
			{Text: fmt.Sprintf("R-%03d_AC-01_listing_20250701-20260630_%05d_v1.csv", y%300, y)}, {Text: fmt.Sprintf("R-%03d", y%300)}, {Text: "AC-01"},
			{Date: 45000}, {Date: 45365}, {Date: 45370}, {Text: "Gatewright"}, {Text: "IT Manager"}, {Number: 7 * y, IsNum: true},
			{Text: fmt.Sprintf("%064x", uint64(y)*0x9E3779B97F4A7C15)},
		}})
	}
	book := requestBook(300)
	for y := range book.Sheets[0].Rows {
		book.Sheets[0].Rows[y].Cells[0].Text = fmt.Sprintf("R-%03d", y)
	}
	book.Sheets = append(book.Sheets, s)
	return book
}

func BenchmarkWriteRequests(b *testing.B) {
	book := requestBook(300)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(book, render.DefaultTheme()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWriteEvidence reports the memory taken from the system, the rows
// themselves included.
func BenchmarkWriteEvidence(b *testing.B) {
	book := evidenceBook(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(book, render.DefaultTheme()); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
}
