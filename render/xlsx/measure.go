package xlsx

import (
	"strings"

	"github.com/socdraft/socdraft/render"
)

// Widths are estimated for Calibri, and for Carlito, which has the same ones.
// No renderer is asked: Excel and LibreOffice differ by a pixel here and
// there, which the safety below covers.
const (
	charWidth  = 478  // of a column's width: 7 pixels, of which an em has 14 2/3
	wideWidth  = 1000 // ideographs and other scripts' full-width characters
	otherWidth = 560
	safety     = 103 // percent

	padding = 2.0 // characters that a column's stored width is wider than its text, for margins and the indent

	// lineHeight is in points, for 11 point text. LibreOffice needs 11, Excel
	// 14.4 to 15 by the screen: rowSlack and the safety of the line count make up
	// for the difference up to the height a row can have.
	lineHeight   = 14.5
	rowSlack     = 5.0 // points
	maxRowHeight = 409.0
	contentCap   = 60  // characters: the widest column by content
	readingCap   = 120 // characters: the widest column, where rows would be too tall to read otherwise
)

// ascii holds the widths of the characters from space on, in 1/1000 em.
var ascii = [...]int{
	226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386,
	507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
	894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
	517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
	291, 479, 525, 423, 525, 498, 305, 471, 525, 230, 239, 455, 230, 799, 525, 527,
	525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
}

func runeWidth(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r < 0x7F:
		return ascii[r-' ']
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF00 && r <= 0xFF60, r >= 0x1F000:
		return wideWidth
	}
	return otherWidth
}

// textWidth returns the width of one line of text in 1/1000 em.
func textWidth(text string, bold bool) int {
	w := 0
	for _, r := range text {
		w += runeWidth(r)
	}
	if bold {
		w = w * 104 / 100
	}
	return w * safety / 100
}

// lineCount returns how many lines the text takes in a column of the given
// width in characters: words wrap, words too long for a line break.
func lineCount(text string, width int, bold bool) int {
	room := width * charWidth
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines += paragraphLines(paragraph, room, bold)
	}
	return lines
}

func paragraphLines(text string, room int, bold bool) int {
	lines, used := 1, 0
	space := textWidth(" ", bold)
	for word := range strings.FieldsSeq(text) {
		w := textWidth(word, bold)
		if used > 0 && used+space+w > room {
			lines++
			used = 0
		}
		if used > 0 {
			used += space
		}
		for w > room { // the word breaks
			lines++
			w -= room
			used = 0
		}
		used += w
	}
	return lines
}

const listBreak = ", "

// inLines returns a list of ids that lead to another sheet with a line end
// wherever a line is full: programs would break it at a hyphen, within an id.
func inLines(c *render.SheetColumn, text string, width int) string {
	if c.Links == "" || c.Side != render.ToolSide || !strings.Contains(text, listBreak) || lineCount(text, width, c.Bold) == 1 {
		return text
	}
	var out strings.Builder
	used, room, space := 0, width*charWidth, textWidth(" ", c.Bold)
	for i, id := range strings.Split(text, listBreak) {
		w := textWidth(id+",", c.Bold)
		switch {
		case i == 0:
		case used+space+w > room:
			out.WriteString(",\n")
			used = 0
		default:
			out.WriteString(listBreak)
			used += space
		}
		out.WriteString(id)
		used += w
	}
	return out.String()
}

// widths returns the widths of the sheet's columns in characters: as given, or
// by content up to a cap; wider only where a row would be too tall to be read.
func widths(s *render.Sheet) []int {
	out := make([]int, len(s.Columns))
	for x, c := range s.Columns {
		out[x] = c.Width
		if c.Width == 0 {
			out[x] = contentWidth(s, x)
		}
	}
	for _, row := range s.Rows {
		for x, c := range row.Cells {
			for out[x] < readingCap && float64(lineCount(c.Text, out[x], s.Columns[x].Bold))*lineHeight > maxRowHeight-rowSlack {
				out[x] += 5
			}
		}
	}
	return out
}

func contentWidth(s *render.Sheet, x int) int {
	most := textWidth(s.Columns[x].Head, true) + 3*charWidth // room for the filter button
	for _, row := range s.Rows {
		if x < len(row.Cells) {
			for line := range strings.SplitSeq(row.Cells[x].Text, "\n") {
				most = max(most, textWidth(line, s.Columns[x].Bold))
			}
		}
	}
	return min(max(most/charWidth+2, 10), contentCap)
}

// rowHeight returns the height in points at which the whole row can be read.
func rowHeight(s *render.Sheet, row render.SheetRow, widths []int) float64 {
	lines := 1
	for x, c := range row.Cells {
		column := &s.Columns[x]
		lines = max(lines, lineCount(inLines(column, c.Text, widths[x]), widths[x], column.Bold))
	}
	return min(float64(lines)*lineHeight+rowSlack, maxRowHeight)
}

// headHeight returns the height of the heads. A filter button takes room at a
// head's right; turned heads are as tall as the longest is wide.
func headHeight(s *render.Sheet, widths []int) float64 {
	tallest := 0.0
	for x, c := range s.Columns {
		if turned(s, x) {
			tallest = max(tallest, float64(textWidth(c.Head, true))*11/1000+12)
			continue
		}
		room := widths[x]
		if s.Filter {
			room = max(room-3, 3)
		}
		tallest = max(tallest, float64(lineCount(c.Head, room, true))*lineHeight+6)
	}
	return min(tallest, maxRowHeight)
}
