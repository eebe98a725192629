package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/render"
)

// A formula is a column's formula in pieces: a cell of the row stands between
// each two of them.
type formula struct {
	pieces  []string
	columns []int
}

// parseFormula finds the heads in brackets; a head the sheet does not have
// stays as it is.
func parseFormula(s *render.Sheet, text string) formula {
	var f formula
	if text == "" {
		return f
	}
	piece := ""
	for {
		before, rest, ok := strings.Cut(text, "[")
		head, after, closed := strings.Cut(rest, "]")
		if !ok || !closed {
			break
		}
		piece += before
		if x := columnOf(s, head); x >= 0 {
			f.pieces, f.columns, piece = append(f.pieces, piece), append(f.columns, x), ""
		} else {
			piece += "[" + head + "]"
		}
		text = after
	}
	f.pieces = append(f.pieces, piece+text)
	return f
}

func columnOf(s *render.Sheet, head string) int {
	for x, c := range s.Columns {
		if c.Head == head {
			return x
		}
	}
	return -1
}

// at returns the formula for a row of the sheet.
func (f formula) at(row int) string {
	return f.with(func(x int) string { return "$" + column(x) + strconv.Itoa(row) })
}

func (f formula) with(cell func(x int) string) string {
	if len(f.pieces) == 1 {
		return f.pieces[0]
	}
	var b strings.Builder
	for i, p := range f.pieces {
		if i > 0 {
			b.WriteString(cell(f.columns[i-1]))
		}
		b.WriteString(p)
	}
	return b.String()
}

// calculated writes the table with the formulas of its columns, so that the
// application fills them in rows that people add.
func calculated(out io.Writer, table []byte, s *render.Sheet, tableName string) error {
	for x, c := range s.Columns {
		if c.Formula == "" {
			continue
		}
		text := parseFormula(s, c.Formula).with(func(x int) string {
			return fmt.Sprintf("%s[[#This Row],[%s]]", tableName, inBrackets(s.Columns[x].Head))
		})
		from := bytes.Index(table, fmt.Appendf(nil, `<tableColumn id="%d" `, x+1))
		end := bytes.Index(table[max(from, 0):], []byte("></tableColumn>"))
		if from < 0 || end < 0 {
			return fmt.Errorf("the table has no column %d", x+1)
		}
		at := from + end + 1
		entry := "<calculatedColumnFormula>" + escapes.Replace(text) + "</calculatedColumnFormula>"
		table = append(append(append([]byte{}, table[:at]...), entry...), table[at:]...)
	}
	_, err := out.Write(table)
	return err
}

// inBrackets returns a head as a reference to its column names it.
func inBrackets(head string) string {
	return strings.NewReplacer("'", "''", "[", "'[", "]", "']", "#", "'#").Replace(head)
}
