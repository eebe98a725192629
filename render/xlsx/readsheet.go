package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/socdraft/socdraft/content/returned"
	"github.com/xuri/excelize/v2"
)

// sheet reads one sheet. What the file says of its dimension is not looked at.
func (r *reader) sheet(s *returned.Sheet, part string) error {
	relations, err := r.relations(part)
	if err != nil {
		return err
	}
	links := map[[2]int]string{}
	row := 0
	err = r.archive.read(part, func(m *markup, el xml.StartElement) error {
		switch el.Name.Local {
		case "col":
			return hiddenColumns(s, el)
		case "row":
			return r.row(s, m, el, &row)
		case "filterColumn":
			s.Filtered = true
		case "mergeCell":
			if area, ok := areaOf(attr(el, "ref")); ok {
				s.Merged = append(s.Merged, area)
			}
		case "hyperlink":
			link(links, relations, el)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("sheet %q: %w", s.Name, err)
	}
	slices.SortStableFunc(s.Rows, func(a, b *returned.Row) int { return a.Number - b.Number })
	for _, row := range s.Rows {
		for i := range row.Cells {
			row.Cells[i].Link = links[[2]int{row.Number, row.Cells[i].Column}]
		}
	}
	if err := r.notes(s, relations); err != nil {
		return fmt.Errorf("sheet %q: %w", s.Name, err)
	}
	return nil
}

func hiddenColumns(s *returned.Sheet, el xml.StartElement) error {
	first, _ := strconv.Atoi(attr(el, "min"))
	last, _ := strconv.Atoi(attr(el, "max"))
	if !truth(el, "hidden") || first < 1 {
		return nil
	}
	for x := first; x <= min(last, maxColumns) && len(s.HiddenColumns) <= maxColumns; x++ {
		s.HiddenColumns = append(s.HiddenColumns, x)
	}
	return nil
}

// row reads a row with its cells. A row or cell that does not say where it is
// follows the one before it.
func (r *reader) row(s *returned.Sheet, m *markup, el xml.StartElement, at *int) error {
	*at++
	if number, err := strconv.Atoi(attr(el, "r")); err == nil {
		*at = number
	}
	if *at < 1 || *at > maxRows {
		return fmt.Errorf("row %d is not in any sheet", *at)
	}
	row := &returned.Row{Number: *at, Hidden: truth(el, "hidden")}
	column := 0
	err := m.inside(func(el xml.StartElement) error {
		if el.Name.Local != "c" {
			return nil
		}
		column++
		if x, _, err := excelize.CellNameToCoordinates(attr(el, "r")); err == nil {
			column = x
		}
		if column > maxColumns {
			return errors.New("it has more columns than any sheet")
		}
		cell, empty, err := r.cell(m, el)
		if err != nil || empty {
			return err
		}
		if r.cells++; r.cells > maxCells {
			return fmt.Errorf("the workbook has more than the %d cells that are read", maxCells)
		}
		cell.Column = column
		row.Cells = append(row.Cells, cell)
		return nil
	})
	if len(row.Cells) > 0 {
		slices.SortStableFunc(row.Cells, func(a, b returned.Cell) int { return a.Column - b.Column })
		s.Rows = append(s.Rows, row)
	}
	return err
}

// cell reads a cell. One without a value is empty, whatever its look.
func (r *reader) cell(m *markup, el xml.StartElement) (cell returned.Cell, empty bool, err error) {
	var value, text string
	has := false
	err = m.inside(func(in xml.StartElement) (err error) {
		switch in.Name.Local {
		case "f":
			cell.Formula = true
		case "v":
			has = true
			value, err = m.chars()
		case "is":
			has = true
			text, err = m.rich()
		}
		return err
	})
	if err != nil || !has {
		return cell, !cell.Formula, err
	}
	switch attr(el, "t") {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(r.strings) {
			return cell, false, fmt.Errorf("cell %s names a text that is not there", attr(el, "r"))
		}
		cell.Text = r.strings[i]
	case "str":
		cell.Text = unescape(value)
	case "inlineStr":
		cell.Text = text
	case "b":
		cell.Kind, cell.Text = returned.Truth, "FALSE"
		if strings.TrimSpace(value) == "1" {
			cell.Text = "TRUE"
		}
	case "e":
		cell.Kind, cell.Text = returned.Fault, value
	case "d":
		writtenDate(&cell, value)
	default:
		style, _ := strconv.Atoi(attr(el, "s"))
		r.number(&cell, value, style)
	}
	return cell, cell.Text == "" && !cell.Formula, nil
}

// writtenDate takes a date that is written as one, as newer programs may.
func writtenDate(cell *returned.Cell, value string) {
	value = strings.TrimSpace(value)
	cell.Text = value
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", time.RFC3339} {
		if t, err := time.Parse(layout, value); err == nil {
			cell.Kind, cell.Date, cell.Text = returned.Date, day(t), t.Format(time.DateOnly)
			return
		}
	}
}

// number takes a number, which is a date where its style shows one.
func (r *reader) number(cell *returned.Cell, value string, style int) {
	value = strings.TrimSpace(value)
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		cell.Text = value
		return
	}
	cell.Kind, cell.Number, cell.Text = returned.Number, n, strconv.FormatFloat(n, 'f', -1, 64)
	if r.dates[style] && n >= 1 && n < maxSerial {
		cell.Kind, cell.Date = returned.Date, r.serial(n)
		cell.Text = cell.Date.Format(time.DateOnly)
	}
}

// maxSerial is the day after the last of the format, in 9999.
const maxSerial = 2958466

// serial returns the day of a number of days. Those before March 1900 are off
// by one, since the format has a February 29 in that year.
func (r *reader) serial(n float64) time.Time {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if r.since04 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, int(n))
}

// day returns the day of a time, as it was written.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// styles finds out which styles show numbers as dates.
func (r *reader) styles(part string) error {
	r.dates = map[int]bool{}
	formats := map[int]bool{}
	style := 0
	return r.archive.read(part, func(m *markup, el xml.StartElement) error {
		switch el.Name.Local {
		case "numFmt":
			id, err := strconv.Atoi(attr(el, "numFmtId"))
			if err == nil && showsDate(attr(el, "formatCode")) {
				formats[id] = true
			}
		case "cellXfs":
			return m.inside(func(el xml.StartElement) error {
				if el.Name.Local != "xf" {
					return nil
				}
				id, _ := strconv.Atoi(attr(el, "numFmtId"))
				if formats[id] || builtinDate(id) {
					r.dates[style] = true
				}
				style++
				return nil
			})
		}
		return nil
	})
}

// builtinDate reports whether a number format that has no code is one of days.
func builtinDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
}

// showsDate reports whether a format's code shows the day of a year.
func showsDate(code string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket && strings.IndexByte("yYdD", c) >= 0:
			return true
		}
	}
	return false
}

// link records where a link leads. It is text to us.
func link(links map[[2]int]string, relations map[string]relation, el xml.StartElement) {
	area, ok := areaOf(attr(el, "ref"))
	if !ok {
		return
	}
	to := ""
	if location := attr(el, "location"); location != "" {
		to = "#" + location
	}
	if rel := relations[attr(el, "id")]; rel.out {
		to = rel.target + to
	}
	links[[2]int{area.FirstRow, area.FirstColumn}] = to
}

// areaOf reads "A1" or "A1:C3".
func areaOf(ref string) (returned.Area, bool) {
	first, last, two := strings.Cut(ref, ":")
	if !two {
		last = first
	}
	x1, y1, err1 := excelize.CellNameToCoordinates(first)
	x2, y2, err2 := excelize.CellNameToCoordinates(last)
	return returned.Area{FirstRow: min(y1, y2), FirstColumn: min(x1, x2), LastRow: max(y1, y2), LastColumn: max(x1, x2)}, err1 == nil && err2 == nil
}
