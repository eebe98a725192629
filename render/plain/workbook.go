package plain

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/render"
)

// Workbook returns the workbook as tab-separated values, a sheet after the
// other, each under a line with its name.
//
// Line ends in cells become " / ", tabs a space. A text that begins as a
// formula does, with = + - or @, gets an apostrophe before it, so that a
// program which opens the text does not run it.
func Workbook(wb *render.Workbook) []byte {
	var out bytes.Buffer
	out.WriteString("# " + flat(wb.Title) + "\n# " + flat(wb.Status) + "\n")
	for _, s := range wb.Sheets {
		out.WriteString("\n## " + flat(s.Name) + "\n")
		switch {
		case s.Letter != nil:
			letter(&out, s)
		case s.Board != nil:
			board(&out, s)
		default:
			sheet(&out, s)
		}
	}
	return out.Bytes()
}

func letter(out *bytes.Buffer, s *render.Sheet) {
	for _, l := range s.Letter {
		switch l.Kind {
		case render.LetterSpace:
			continue
		case render.LetterHeading:
			out.WriteString("\n### " + flat(l.Text) + "\n")
		case render.LetterFact:
			out.WriteString(value(l.Label) + "\t" + value(l.Text) + "\n")
		default:
			out.WriteString(value(l.Text) + "\n")
		}
	}
}

func board(out *bytes.Buffer, s *render.Sheet) {
	out.WriteString(value(s.Intro) + "\n")
	for _, f := range s.Board.Figures {
		out.WriteString(value(f.Label) + "\t" + strconv.Itoa(f.Value) + "\n")
	}
	for _, t := range s.Board.Tables {
		out.WriteString("\n### " + flat(t.Title) + "\n" + value(t.Head))
		for _, c := range t.Columns {
			out.WriteString("\t" + value(c.Head))
		}
		out.WriteString("\n")
		for _, r := range t.Rows {
			out.WriteString(value(r.Label))
			for _, n := range r.Values {
				out.WriteString("\t" + strconv.Itoa(n))
			}
			out.WriteString("\n")
		}
	}
}

func sheet(out *bytes.Buffer, s *render.Sheet) {
	if s.Intro != "" {
		out.WriteString(value(s.Intro) + "\n")
	}
	heads := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		heads[i] = value(c.Head)
	}
	out.WriteString(strings.Join(heads, "\t") + "\n")
	for _, row := range s.Rows {
		cells := make([]string, len(s.Columns))
		for i := range s.Columns {
			if i < len(row.Cells) {
				cells[i] = cellText(s.Columns[i], row.Cells[i])
			}
		}
		out.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
}

func cellText(c render.SheetColumn, cell render.SheetCell) string {
	switch {
	case c.Kind == render.DateCell && cell.Date != 0:
		return cell.Date.Time().Format("2006-01-02")
	case c.Kind == render.NumberCell && cell.IsNum:
		return strconv.Itoa(cell.Number)
	}
	return value(cell.Text)
}

func value(text string) string {
	text = strings.TrimRight(flat(text), " ")
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}
