package tracker

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// maxLine is how long a text of one line may be in a source.
const maxLine = 10_000

// linedText are the keys whose text may have several lines.
var linedText = []string{"what", "auditor_comment", "ipe"}

// A misfit is a value of theirs that ours do not know.
type misfit struct {
	column *requests.Column
	value  string
	where  string // first cell
	cells  int
}

// cell translates a cell into what a column of ours holds. It returns false
// where nothing is left of it.
func (t *taker) cell(col *requests.Column, cell returned.Cell, row int) (returned.Cell, bool) {
	if cell.Kind == returned.Fault || cell.Formula && cell.Text == "" {
		return cell, true // reported with what it would have changed
	}
	text := t.value(col.Key, cell.Text)
	if text != cell.Text {
		cell.Kind, cell.Text = returned.Text, text
	}
	where := t.place(cell.Column, row)
	switch {
	case strings.TrimSpace(text) == "":
		return cell, false
	case len(text) > maxLine && !slices.Contains(linedText, col.Key):
		t.report(where, fmt.Sprintf("%s has %d bytes, more than the %d of one line", col.Head, len(text), maxLine), "it is not taken")
		return cell, false
	case col.Value == requests.StatusValue:
		if _, ok := col.ValueOf(text); !ok {
			t.misfit(col, oneLine(text), where)
			return cell, false
		}
	case col.Key == "controls" || col.Key == "criteria":
		cell.Text = strings.Join(t.ids(col, text), ", ")
	case col.Key == "follow_up_of":
		cell.Text = t.requestByRef(text)
	case col.Value == requests.DateValue:
		cell.Text = t.dated(text)
	}
	return cell, cell.Text != ""
}

// ids returns the ids in a text, each once and as ours.
func (t *taker) ids(col *requests.Column, text string) (ids []string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' || r == ',' }) {
		if id := oneLine(t.value(col.Key, part)); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// knownIDs leaves the ids that the project knows in the row of a new request.
func (t *taker) knownIDs(row *returned.Row) {
	for i, cell := range row.Cells {
		col := t.at[cell.Column]
		if col == nil || col.Key != "controls" && col.Key != "criteria" {
			continue
		}
		var left []string
		for _, id := range t.ids(col, cell.Text) {
			if col.Key == "controls" && t.e.Control(id) != nil || col.Key == "criteria" && t.e.Criterion(id) != nil {
				left = append(left, id)
			} else {
				t.misfit(col, id, t.place(cell.Column, row.Number))
			}
		}
		row.Cells[i].Text = strings.Join(left, ", ")
	}
}

// requestByRef returns the id of the request that bears a number of the service
// auditor's, else the text.
func (t *taker) requestByRef(text string) string {
	if t.find(oneLine(text)) != nil {
		return text
	}
	for _, r := range t.list {
		if r.Ref != "" && fold(r.Ref) == fold(text) {
			return r.ID
		}
	}
	return text
}

var threeNumbers = regexp.MustCompile(`^\s*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\s*$`)

// dated writes a date of three numbers so that it is certain, where the map says
// which comes first.
func (t *taker) dated(text string) string {
	m := threeNumbers.FindStringSubmatch(text)
	switch {
	case m == nil || t.dates == "":
		return text
	case t.dates == "day_first":
		return m[3] + "-" + m[2] + "-" + m[1]
	}
	return m[3] + "-" + m[1] + "-" + m[2]
}

// misfit notes a value that does not fit, once for all cells.
func (t *taker) misfit(col *requests.Column, value, where string) {
	for i := range t.strange {
		if m := &t.strange[i]; m.column == col && fold(m.value) == fold(value) {
			m.cells++
			return
		}
	}
	t.strange = append(t.strange, misfit{col, value, where, 1})
}

// maxMisfits is how many values of a column are told of.
const maxMisfits = 30

// misfits reports the values that do not fit.
func (t *taker) misfits() {
	told := map[string]int{}
	for _, m := range t.strange {
		told[m.column.Key]++
		if told[m.column.Key] > maxMisfits {
			continue
		}
		cells := "1 cell is"
		if m.cells > 1 {
			cells = fmt.Sprintf("%d cells are", m.cells)
		}
		help := fmt.Sprintf("%s not taken; say under [values.%s] what it means", cells, m.column.Key)
		if m.column.Value == requests.StatusValue {
			help += ": " + strings.Join(m.column.Choices, ", ")
		}
		t.report(m.where, fmt.Sprintf("%s: %q is none that the project knows", m.column.Head, brief(m.value)), help)
	}
	for _, key := range mappable {
		if n := told[key] - maxMisfits; n > 0 {
			t.report(t.sheet.Name, fmt.Sprintf("%s: %d more values are none that the project knows", requests.ColumnOf(key).Head, n), "is the right column mapped?")
		}
	}
}

// brief returns the beginning of a text for one line.
func brief(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
