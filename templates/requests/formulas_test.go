package requests

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/xlsx"
	"github.com/xuri/excelize/v2"
)

// everyState is an engagement whose requests have every pair of statuses, each
// due before, on, soon after and long after the day of the draft, and never.
func everyState() Input {
	in := input()
	e := in.Engagement
	e.RequestList = content.RequestList{}
	for _, company := range content.CompanyStatuses {
		for _, auditor := range append([]string{""}, content.AuditorStatuses...) {
			for n, days := range []int{-1, 0, 7, 8, 1000} {
				asked := &content.AskedRequest{ID: text(fmt.Sprintf("R-%03d", len(e.RequestList.Asked)+201)), Title: text("Asked"), What: text("Something."),
					Kind: text("document"), Area: text("Logical access"), OwnerRole: text([]string{"IT Manager", "", "Head of People"}[len(e.RequestList.Asked)%3])}
				if n < 4 {
					asked.DueOn = e.Draft.Date.AddDays(days)
				}
				e.RequestList.Asked = append(e.RequestList.Asked, asked)
				e.RequestList.Answers = append(e.RequestList.Answers, &content.Answer{Request: asked.ID, Status: text(company), AuditorStatus: text(auditor)})
			}
		}
	}
	in.Requests, in.Coverage = derived.Of(e), coverage.Of(e)
	return in
}

// TestFormulasGiveWhatTheCellsHold calculates every formula of the workbook on
// the day of the draft and compares it with the value written for those who do
// not calculate.
func TestFormulasGiveWhatTheCellsHold(t *testing.T) {
	in := everyState()
	data, err := xlsx.Write(Workbook(in), render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 64 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d := in.Engagement.Draft.Date
	held := fix(t, f, fmt.Sprintf("DATE(%d,%d,%d)", d.Year, d.Month, d.Day))
	compared, told := 0, map[string]bool{}
	for at, want := range held {
		sheet, cell, _ := strings.Cut(at, "!")
		got, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
		if err != nil || got != want {
			formula, _ := f.GetCellFormula(sheet, cell)
			t.Errorf("%s holds %q and %s gives %q, %v", at, want, formula, got, err)
		}
		compared++
		told[want] = true
	}
	if compared < 300 || !told[derived.Overdue] || !told[derived.ReturnedOverdue] || !told[derived.DueSoon] || !told[string(derived.Blocked)] {
		t.Errorf("%d formulas gave %d values", compared, len(told))
	}
}

// fix puts the day for today into every formula and returns what the cells of
// formulas hold.
func fix(t *testing.T, f *excelize.File, day string) map[string]string {
	t.Helper()
	held := map[string]string{}
	for _, sheet := range []string{dashboardSheet, requestSheet} {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for y := range rows {
			for x := range 30 {
				cell, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil || formula == "" {
					continue
				}
				value, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				held[sheet+"!"+cell] = value
				if err := f.SetCellFormula(sheet, cell, strings.ReplaceAll(formula, "TODAY()", day)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return held
}
