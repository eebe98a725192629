package xlsx

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// A body writes the rows of a sheet below those the library holds, straight
// into the package: a cell of the library takes more memory than a long list
// has.
type body interface {
	rows(*rowWriter)
	area() string // of cells with text that may look like something else, or ""
}

// A rowWriter writes rows, from the top, and collects their links.
type rowWriter struct {
	out   *bufio.Writer
	row   int
	below string   // the row as the names of its cells end
	cols  []string // letters of the columns so far
	links bytes.Buffer
	count int // links
}

// Where the rows end, and what the links stand before, in a sheet as the
// library writes it.
var (
	rowsEnd   = []byte("</sheetData>")
	linksNext = []byte("<pageMargins ")
	marksNext = regexp.MustCompile(`<drawing |<legacyDrawing |<tableParts |</worksheet>`)
)

// complete writes the sheet with the rows and links of the body, and what the
// application is not to mark in its cells: it marks numbers that are text, as
// ids are, and formulas that name cells where the table names columns.
func complete(out io.Writer, sheet []byte, b body) error {
	end, next, last := bytes.Index(sheet, rowsEnd), bytes.Index(sheet, linksNext), marksNext.FindIndex(sheet)
	if end < 0 || next < end || last == nil || last[0] < next {
		return fmt.Errorf("the sheet has no place for rows")
	}
	w := &rowWriter{out: bufio.NewWriter(out)}
	w.out.Write(sheet[:end])
	b.rows(w)
	w.out.Write(sheet[end:next])
	if w.count > 0 {
		w.out.WriteString("<hyperlinks>")
		w.out.Write(w.links.Bytes())
		w.out.WriteString("</hyperlinks>")
	}
	w.out.Write(sheet[next:last[0]])
	if area := b.area(); area != "" {
		w.out.WriteString(`<ignoredErrors><ignoredError sqref="` + area + `" numberStoredAsText="1" calculatedColumn="1"/></ignoredErrors>`)
	}
	w.out.Write(sheet[last[0]:])
	return w.out.Flush() // tells of an error of any write before it
}

// begin opens a row that keeps its height in points, whatever is typed into it.
func (w *rowWriter) begin(row int, height float64) { w.beginRow(row, height, ` customHeight="1"`) }

// beginFitted opens a row of the height in points, which a program fits to its
// text when that grows.
func (w *rowWriter) beginFitted(row int, height float64) { w.beginRow(row, height, "") }

func (w *rowWriter) beginRow(row int, height float64, keep string) {
	w.row, w.below = row, strconv.Itoa(row)
	w.out.WriteString(`<row r="`)
	w.out.WriteString(w.below)
	w.out.WriteString(`" ht="`)
	w.out.Write(strconv.AppendFloat(w.out.AvailableBuffer(), height, 'f', -1, 64))
	w.out.WriteString(`"`)
	w.out.WriteString(keep)
	w.out.WriteString(`>`)
}

func (w *rowWriter) end() { w.out.WriteString("</row>") }

func (w *rowWriter) open(col, style int) {
	w.out.WriteString(`<c r="`)
	w.out.WriteString(w.letters(col))
	w.out.WriteString(w.below)
	w.out.WriteString(`" s="`)
	w.integer(style)
}

// letters returns the letters of the column, counted from 1.
func (w *rowWriter) letters(col int) string {
	for len(w.cols) < col {
		w.cols = append(w.cols, column(len(w.cols)))
	}
	return w.cols[col-1]
}

func (w *rowWriter) integer(n int) {
	w.out.Write(strconv.AppendInt(w.out.AvailableBuffer(), int64(n), 10))
}

// blank writes a cell that has a look and no value.
func (w *rowWriter) blank(col, style int) {
	w.open(col, style)
	w.out.WriteString(`"/>`)
}

// text writes a string, which never is a formula, whatever it begins with.
func (w *rowWriter) text(col, style int, text string) {
	if text == "" {
		w.blank(col, style)
		return
	}
	w.open(col, style)
	w.out.WriteString(`" t="inlineStr"><is><t xml:space="preserve">`)
	w.escape(literal(text))
	w.out.WriteString(`</t></is></c>`)
}

// number writes a number or, as spreadsheets count days, a date. A formula of
// ours may stand behind it.
func (w *rowWriter) number(col, style, n int, formula string) {
	w.open(col, style)
	w.out.WriteString(`">`)
	w.formula(formula)
	w.out.WriteString("<v>")
	w.integer(n)
	w.out.WriteString("</v></c>")
}

// computed writes a formula of ours with the text it gave.
func (w *rowWriter) computed(col, style int, text, formula string) {
	w.open(col, style)
	w.out.WriteString(`" t="str">`)
	w.formula(formula)
	w.out.WriteString("<v>")
	w.escape(literal(text))
	w.out.WriteString("</v></c>")
}

func (w *rowWriter) formula(f string) {
	if f != "" {
		w.out.WriteString("<f>")
		w.escape(f)
		w.out.WriteString("</f>")
	}
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (w *rowWriter) escape(text string) { escapes.WriteString(w.out, text) }

// link makes the cell lead to the row of another sheet.
func (w *rowWriter) link(col int, sheet string, row int) {
	if w.count == maxLinks {
		return
	}
	w.count++
	fmt.Fprintf(&w.links, `<hyperlink ref="%s" location="%s" tooltip="%s"/>`,
		name(col, w.row), escapes.Replace(place(sheet, row)), escapes.Replace("To sheet "+sheet))
}

// place returns the first cell of a row as a link names it.
func place(sheet string, row int) string { return fmt.Sprintf("'%s'!A%d", sheet, row) }
