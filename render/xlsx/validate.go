package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// Limits of the format.
const (
	maxCell    = 32767 // UTF-16 code units of a cell
	maxName    = 31    // of a sheet's name
	maxColumns = 16384
	maxRows    = 1048576
	headRows   = 3 // intro, band and head at most
)

// validate reports the first thing no spreadsheet can hold.
func validate(wb *render.Workbook) error {
	names := map[string]bool{}
	for _, s := range wb.Sheets {
		key := strings.ToLower(s.Name)
		switch {
		case s.Name == "" || len(utf16.Encode([]rune(s.Name))) > maxName || strings.ContainsAny(s.Name, `[]:*?/\'`) || s.Name != clean(s.Name):
			return fmt.Errorf("%q is no name for a sheet", s.Name)
		case names[key]:
			return fmt.Errorf("two sheets are named %q", s.Name)
		}
		names[key] = true
		if err := validateSheet(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("there are no sheets")
	}
	return nil
}

func validateSheet(s *render.Sheet) error {
	if len(s.Columns) > maxColumns || len(s.Rows) > maxRows-headRows {
		return fmt.Errorf("%d columns and %d rows are too many", len(s.Columns), len(s.Rows))
	}
	for i, l := range s.Letter {
		if !Fits(l.Text) {
			return fmt.Errorf("cell B%d holds %d characters, and a cell holds %d at most", i+1, units(literal(l.Text)), maxCell)
		}
	}
	for _, n := range s.Notes {
		if !Fits(n.Text) {
			return fmt.Errorf("the note at cell %s holds %d characters, and a note holds %d at most", name(n.Column+1, headRow(s)+1+n.Row), units(n.Text), maxCell)
		}
	}
	heads := map[string]bool{}
	for _, c := range s.Columns {
		key := strings.ToLower(c.Head)
		if c.Head == "" || strings.TrimSpace(c.Head) != c.Head || strings.ContainsAny(c.Head, "\r\n\t") {
			return fmt.Errorf("%q is no head for a column", c.Head)
		}
		if heads[key] {
			return fmt.Errorf("two columns are headed %q", c.Head)
		}
		heads[key] = true
	}
	first := headRow(s) + 1
	for y, row := range s.Rows {
		if len(row.Cells) > len(s.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", first+y, len(row.Cells), len(s.Columns))
		}
		for x, c := range row.Cells {
			if !Fits(c.Text) {
				return fmt.Errorf("cell %s holds %d characters, and a cell holds %d at most", name(x+1, first+y), units(literal(c.Text)), maxCell)
			}
		}
	}
	return nil
}

// Fits reports whether a cell can hold the text.
func Fits(text string) bool { return units(literal(text)) <= maxCell }

// units counts a text as the format does; the slow count is for texts that
// may be too long.
func units(text string) int {
	if len(text) <= maxCell {
		return len(text)
	}
	return len(utf16.Encode([]rune(text)))
}

// name returns the cell's name: A1.
func name(col, row int) string {
	n, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return fmt.Sprintf("row %d, column %d", row, col)
	}
	return n
}

// clean returns the text as XML can hold it: line ends are "\n", what XML
// forbids is the replacement character.
func clean(text string) string {
	plain := utf8.ValidString(text)
	for i := 0; plain && i < len(text); i++ {
		plain = text[i] >= ' ' && text[i] != 0xEF || text[i] == '\n' || text[i] == '\t'
	}
	if plain {
		return text
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, text)
}

// literal returns clean text as a cell holds it: the format reads _x0041_ as
// the character of that number, so an underscore that would begin one is
// written by its own number.
func literal(text string) string {
	text = clean(text)
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '_' && isEscape(text[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// isEscape reports whether the text begins with _x, four hexadecimal digits
// and _.
func isEscape(text string) bool {
	if len(text) < 7 || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, c := range []byte(text[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}
