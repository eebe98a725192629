package requests

import (
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
)

// addPeoples writes again what people added to the workbook: columns behind
// those of a sheet, and sheets behind ours.
func addPeoples(wb *render.Workbook, e *content.Engagement) {
	for _, a := range e.RequestList.AddedColumns {
		for _, s := range wb.Sheets {
			if s.Name == a.Sheet.Value && s.Sides != nil && free(headsOf(s), a.Head.Value) {
				addColumn(s, a)
			}
		}
	}
	for _, a := range e.RequestList.AddedSheets {
		var names []string
		for _, s := range wb.Sheets {
			names = append(names, s.Name)
		}
		if name := sheetName(a.Name.Value); name != "" && free(names, name) {
			wb.Sheets = append(wb.Sheets, addedSheet(name, a))
		}
	}
}

// free reports whether a name is one, and none of the names whatever the case.
func free(names []string, name string) bool {
	if strings.TrimSpace(name) != name || name == "" || strings.ContainsAny(name, "\r\n\t") {
		return false
	}
	for _, n := range names {
		if strings.EqualFold(n, name) {
			return false
		}
	}
	return true
}

func headsOf(s *render.Sheet) []string {
	var heads []string
	for _, c := range s.Columns {
		heads = append(heads, c.Head)
	}
	return heads
}

// addColumn adds a column with its cells, which belong to the rows of ids.
func addColumn(s *render.Sheet, a *content.AddedColumn) {
	texts := map[string]string{}
	for _, cell := range a.Cells {
		texts[cell.Row.Value] = cell.Text.Value
	}
	s.Columns = append(s.Columns, render.SheetColumn{Head: a.Head.Value, Side: render.AddedSide, Width: 18})
	for i := range s.Rows {
		row := &s.Rows[i]
		for len(row.Cells) < len(s.Columns) {
			row.Cells = append(row.Cells, render.SheetCell{})
		}
		row.Cells[len(s.Columns)-1].Text = texts[row.Cells[0].Text]
	}
}

// sheetName returns the name as a workbook can have it.
func sheetName(name string) string {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return -1
		}
		return r
	}, name))
	for len(name) > 31 {
		_, n := utf8.DecodeLastRuneInString(name)
		name = strings.TrimSpace(name[:len(name)-n])
	}
	return name
}

// addedSheet writes a sheet as it came, below the letters of its columns where
// its first row cannot be the heads of a table.
func addedSheet(name string, a *content.AddedSheet) *render.Sheet {
	s := &render.Sheet{Name: name}
	wide := 1
	for _, row := range a.Rows {
		wide = max(wide, len(row))
	}
	rows := a.Rows
	if heads := rowHeads(rows, wide); heads != nil {
		rows = rows[1:]
		for _, head := range heads {
			s.Columns = append(s.Columns, render.SheetColumn{Head: head})
		}
	} else {
		for x := range wide {
			s.Columns = append(s.Columns, render.SheetColumn{Head: letters(x + 1)})
		}
	}
	for _, texts := range rows {
		var row render.SheetRow
		for _, text := range texts {
			row.Cells = append(row.Cells, render.SheetCell{Text: text.Value})
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// rowHeads returns the first row where all its cells can be heads.
func rowHeads(rows [][]content.Text, wide int) []string {
	if len(rows) == 0 || len(rows[0]) != wide {
		return nil
	}
	var heads []string
	for _, text := range rows[0] {
		if !free(heads, text.Value) || len(text.Value) > 255 {
			return nil
		}
		heads = append(heads, text.Value)
	}
	return heads
}

// letters returns how spreadsheets name a column: A, Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
