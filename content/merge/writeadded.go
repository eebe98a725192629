package merge

import (
	"maps"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/tomlfile"
)

// columns writes the cells of columns that people added.
func (w *writer) columns() error {
	type added struct{ sheet, head string }
	var order []added
	cells := map[added][]tomlfile.Pair{}
	add := func(sheet, head, row, text string) {
		key := added{sheet, head}
		if cells[key] == nil {
			order = append(order, key)
		}
		cells[key] = append(cells[key], tomlfile.Pair{Key: row, Value: text})
	}
	for _, c := range w.plan.Changes {
		if isAdded(c.Column) {
			add(c.Sheet, c.Column.Head, c.Row, c.value)
		}
	}
	for _, n := range w.plan.Asked {
		for _, key := range slices.Sorted(maps.Keys(n.values)) {
			if head, ok := strings.CutPrefix(key, addedPrefix); ok {
				add(requestSheet, head, n.ID, n.values[key])
			}
		}
	}
	for _, key := range order {
		e, err := w.edit(addedFile)
		if err != nil {
			return err
		}
		w.column(e, key.sheet, key.head, cells[key])
	}
	return nil
}

func (w *writer) column(e *tomlfile.Editor, sheet, head string, cells []tomlfile.Pair) {
	var have *tomlfile.Table
	for _, t := range e.Root().Tables("column") {
		if t.Text("sheet").Value == sheet && t.Text("head").Value == head {
			have = t
		}
	}
	var fresh [][]tomlfile.Pair
	for _, cell := range cells {
		var old *tomlfile.Table
		for _, t := range have.Tables("cell") {
			if t.Text("row").Value == cell.Key {
				old = t
			}
		}
		pairs := []tomlfile.Pair{{Key: "row", Value: cell.Key}, {Key: "text", Value: cell.Value}}
		switch {
		case old != nil:
			e.Set(old, "text", cell.Value)
		case have != nil:
			e.Append(have, "cell", pairs)
		default:
			fresh = append(fresh, pairs)
		}
	}
	if have == nil {
		e.Append(e.Root(), "column", []tomlfile.Pair{{Key: "sheet", Value: sheet}, {Key: "head", Value: head}, {Key: "cell", Value: fresh}})
	}
}

// sheets writes the sheets that people added.
func (w *writer) sheets() error {
	for _, s := range w.plan.Sheets {
		e, err := w.edit(addedFile)
		if err != nil {
			return err
		}
		var rows [][]tomlfile.Pair
		for _, row := range s.Rows {
			rows = append(rows, []tomlfile.Pair{{Key: "cells", Value: append([]string{}, row...)}})
		}
		if s.have == nil {
			e.Append(e.Root(), "sheet", []tomlfile.Pair{{Key: "name", Value: s.Name}, {Key: "row", Value: rows}})
			continue
		}
		t := e.At("sheet", s.have.Span)
		old := t.Tables("row")
		for i, row := range rows {
			if i < len(old) {
				e.Set(old[i], "cells", row[0].Value)
			} else {
				e.Append(t, "row", row)
			}
		}
		for _, t := range old[min(len(rows), len(old)):] {
			e.Set(t, "cells", []string{})
		}
	}
	return nil
}
