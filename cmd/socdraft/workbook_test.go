package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// workbook saves a workbook as somebody leaves it who worked in it: "workbook
// IN OUT EDITS", where a line of EDITS says "sheet | id | head | text". An id
// that begins with "new" is a row below the last, the same for the same id; a
// text that begins with "comment:" is a comment at the cell, and the id "head"
// names the row of the heads.
func workbook(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: workbook IN OUT EDITS")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	added := map[string]int{}
	for line := range strings.Lines(ts.ReadFile(args[2])) {
		parts := strings.SplitN(strings.TrimSpace(line), " | ", 4)
		if len(parts) != 4 {
			ts.Fatalf("not an edit: %s", line)
		}
		sheet, id, text := parts[0], parts[1], parts[3]
		cell := cellOf(ts, f, sheet, id, parts[2], added)
		if comment, ok := strings.CutPrefix(text, "comment:"); ok {
			ts.Check(f.AddComment(sheet, excelize.Comment{Cell: cell, Author: "Ada", Text: strings.TrimSpace(comment)}))
			continue
		}
		ts.Check(f.SetCellStr(sheet, cell, text))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

// cellOf returns the cell of a row and a head of a sheet. A head that is not
// there is written behind the last.
func cellOf(ts *testscript.TestScript, f *excelize.File, sheet, id, head string, added map[string]int) string {
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	top := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Request ID") })
	if top < 0 {
		ts.Fatalf("no heads in %s", sheet)
	}
	x := slices.Index(rows[top], head)
	y := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == id })
	switch {
	case id == "head":
		x, y = len(rows[top]), top
	case strings.HasPrefix(id, "new"):
		if _, ok := added[sheet+id]; !ok {
			added[sheet+id] = len(rows)
		}
		y = added[sheet+id]
	}
	if x < 0 || y < 0 {
		ts.Fatalf("no cell for %s of %s in %s", head, id, sheet)
	}
	cell, err := excelize.CoordinatesToCellName(x+1, y+1)
	ts.Check(err)
	return cell
}

// saying holds what a cell of a workbook says: "saying FILE SHEET ID HEAD TEXT".
func saying(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 5 {
		ts.Fatalf("usage: saying FILE SHEET ID HEAD TEXT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	got, err := f.GetCellValue(args[1], cellOf(ts, f, args[1], args[2], args[3], map[string]int{}))
	ts.Check(err)
	if (got == args[4]) == neg {
		ts.Fatalf("%s of %s in %s is %s, %s wanted", args[3], args[2], args[1], strconv.Quote(got), strconv.Quote(args[4]))
	}
}
