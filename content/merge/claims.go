package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// tellingKeys are the columns by whose words people know the rows of a sheet. An
// id is typed over or copied with a row; the words are what somebody means.
var tellingKeys = map[string][]string{requestSheet: {"title", "what"}, pointSheet: {"text"}}

// rowsByID returns the rows of a sheet by the id of ours that they are of, and
// those that are of none.
func (c *comparer) rowsByID(s *Sheet, t *table) (byID map[string][]*returned.Row, strange []*returned.Row) {
	byID = map[string][]*returned.Row{}
	for _, row := range t.rows {
		if id, ok := c.rowID(s, t, row); ok {
			byID[id] = append(byID[id], row)
		} else if !t.blank(row) {
			strange = append(strange, row)
		}
	}
	if keys := tellingKeys[s.Name]; keys != nil && !c.partial {
		w := &claims{comparer: c, sheet: s, table: t, keys: keys, byID: byID}
		if copies := w.settle(); len(copies) > 0 {
			strange = append(strange, copies...)
			slices.SortStableFunc(strange, func(a, b *returned.Row) int { return a.Number - b.Number })
		}
	}
	return byID, strange
}

// claims settles which row is of which id where ids and words disagree.
type claims struct {
	*comparer
	sheet *Sheet
	table *table
	keys  []string
	byID  map[string][]*returned.Row

	worded map[string][]string // ids by the words that their rows have or had
}

// A doubt is a row none of whose words are those of its id.
type doubt struct {
	row   *returned.Row
	id    string
	words string // as the key of claims.worded
}

// settle leaves in byID one row for each id, refuses the others that say
// something, and returns copies that ask for something else.
func (w *claims) settle() (copies []*returned.Row) {
	var doubts []*doubt
	for _, ours := range w.sheet.Rows {
		rows := w.byID[ours.ID]
		kept := rows[:0:0]
		for _, row := range rows {
			if w.likeness(row, ours) > 0 {
				kept = append(kept, row)
			} else {
				doubts = append(doubts, &doubt{row, ours.ID, w.words(row)})
			}
		}
		if len(kept) < len(rows) || len(kept) > 1 {
			w.byID[ours.ID] = w.first(ours, kept)
		}
	}
	if len(doubts) == 0 {
		return nil
	}
	slices.SortStableFunc(doubts, func(a, b *doubt) int { return a.row.Number - b.row.Number })
	return w.unworded(w.moved(doubts))
}

// likeness tells how much a row has the words of one of ours, as it was issued
// or as the sources say it now; 0 where all of them are others.
func (w *claims) likeness(row *returned.Row, ours *Row) int {
	base, n := w.bySet[w.sheet.Name].row(ours.ID), 0
	for _, key := range w.keys {
		col := w.column(key)
		value := w.value(col, w.text(w.sheet, w.table, row, key))
		switch {
		case value == "":
			n++ // a row that is begun only, or a column that is gone
		case base != nil && base.issued(key, value, w.comparer) || w.same(col, value, w.value(col, ours.Cells[key])):
			n += 2
		}
	}
	return n
}

func (w *claims) column(key string) *requests.Column {
	for _, col := range w.sheet.Columns {
		if col.Key == key {
			return col
		}
	}
	return &requests.Column{Key: key}
}

// words returns the words of a row as a key.
func (w *claims) words(row *returned.Row) string {
	var all []string
	for _, key := range w.keys {
		all = append(all, hash(w.value(w.column(key), w.text(w.sheet, w.table, row, key))))
	}
	return strings.Join(all, " ")
}

// ids returns the ids whose words a doubtful row has.
func (w *claims) ids(d *doubt) []string {
	if w.worded == nil {
		w.worded = map[string][]string{}
		for _, ours := range w.sheet.Rows {
			now, then := []string{}, []string{}
			base := w.bySet[w.sheet.Name].row(ours.ID)
			for _, key := range w.keys {
				now = append(now, hash(w.value(w.column(key), ours.Cells[key])))
				if base != nil && base.Hashes[key] != "" {
					then = append(then, base.Hashes[key])
				} else if base != nil {
					then = append(then, hash(w.value(w.column(key), base.Cells[key])))
				}
			}
			for _, words := range []string{strings.Join(now, " "), strings.Join(then, " ")} {
				if !slices.Contains(w.worded[words], ours.ID) {
					w.worded[words] = append(w.worded[words], ours.ID)
				}
			}
		}
	}
	return w.worded[d.words]
}

// first returns the row that is most like the one of ours, of equal ones the
// upper, since a copy goes below. What another says that it does not is for
// somebody to decide.
func (w *claims) first(ours *Row, rows []*returned.Row) []*returned.Row {
	if len(rows) < 2 {
		return rows
	}
	own := rows[0]
	for _, row := range rows[1:] {
		if w.likeness(row, ours) > w.likeness(own, ours) {
			own = row
		}
	}
	for _, row := range rows {
		if row == own {
			continue
		}
		if heads := w.news(row, own, ours.ID); len(heads) > 0 {
			w.refuse(row, ours.ID, fmt.Sprintf("%s stands in row %d, and here with something else in %s", ours.ID, own.Number, someOf(heads)),
				fmt.Sprintf("nothing is taken from row %d; write what is meant into row %d and delete it; what is asked anew needs words of its own and no id", row.Number, own.Number))
			continue
		}
		w.report(w.where(row), fmt.Sprintf("%s stands in row %d too", ours.ID, own.Number), "delete one of them")
	}
	return []*returned.Row{own}
}

// news returns the heads of the columns in which a row says what neither the own
// row of the id says nor what was issued.
func (w *claims) news(row, own *returned.Row, id string) []string {
	base := w.bySet[w.sheet.Name].row(id)
	var heads []string
	for _, col := range w.sheet.Columns[1:] {
		x, ok := w.table.at[col]
		if !ok || !col.Filled() && !isAdded(col) || row.Cell(x).Text == "" || plain(row.Cell(x).Text) == plain(own.Cell(x).Text) {
			continue
		}
		value, problem, _ := w.typed(col, row.Cell(x))
		if problem == "" && (value == "" || base != nil && w.same(col, value, w.value(col, base.Cells[col.Key]))) {
			continue
		}
		if other, problem, _ := w.typed(col, own.Cell(x)); problem != "" || !w.same(col, value, other) {
			heads = append(heads, col.Head)
		}
	}
	return heads
}

// moved gives the doubtful rows that have the words of another id to that one,
// and returns those with words of their own. A row of neither is certain only
// where the id is at home elsewhere.
func (w *claims) moved(doubts []*doubt) (rest []*doubt) {
	home := map[string]bool{} // ids whose words some doubtful row has
	for _, d := range doubts {
		for _, id := range w.ids(d) {
			home[id] = true
		}
	}
	for _, d := range doubts {
		ids := w.ids(d)
		if len(ids) == 0 {
			rest = append(rest, d)
			continue
		}
		free := slices.IndexFunc(ids, func(id string) bool { return len(w.byID[id]) == 0 })
		if free < 0 || !home[d.id] && len(w.byID[d.id]) == 0 {
			w.refuse(d.row, d.id, fmt.Sprintf("the row has the id %s and the words of %s", d.id, strings.Join(ids, ", ")),
				"nothing is taken from it; correct its id or delete it, and merge again")
			continue
		}
		id := ids[free]
		w.report(w.where(d.row), fmt.Sprintf("the row has the id %s and the words of %s, and is taken for %s", d.id, id, id), "")
		if own := w.byID[d.id]; len(own) > 0 && w.bySet[w.sheet.Name].row(id) == nil {
			w.table.copied[d.row.Number] = &copied{own[0], d.id} // asked anew in this file, and merged before
		}
		w.byID[id] = []*returned.Row{d.row}
	}
	return rest
}

// unworded deals with rows whose words nobody of ours has: beside the own row of
// the id such a row is a copy; alone, it is the row with other words.
func (w *claims) unworded(doubts []*doubt) (copies []*returned.Row) {
	alone := map[string]int{}
	for _, d := range doubts {
		alone[d.id]++
	}
	own := map[string]*returned.Row{}
	for id, rows := range w.byID {
		if len(rows) > 0 {
			own[id] = rows[0]
		}
	}
	for _, d := range doubts {
		at := own[d.id]
		switch {
		case at == nil && alone[d.id] == 1:
			w.byID[d.id] = []*returned.Row{d.row}
		case at == nil:
			w.refuse(d.row, d.id, fmt.Sprintf("%s stands in %d rows, and none has its words", d.id, alone[d.id]),
				"nothing is taken from them; take the id out of those that ask for something else, and merge again")
		case w.sheet.Name == requestSheet && !w.from(content.ServiceAuditorSide):
			w.refuse(d.row, d.id, fmt.Sprintf("%s stands in row %d, and here with other words: %q", d.id, at.Number, brief(w.text(w.sheet, w.table, d.row, w.keys[0]))),
				"nothing is taken from it: the service auditor asks; delete the row, or raise an open point")
		default:
			w.table.copied[d.row.Number] = &copied{at, d.id}
			copies = append(copies, d.row)
		}
	}
	return copies
}

func (w *claims) where(row *returned.Row) string {
	return place(w.table.sheet.Name, w.table.at[w.sheet.Columns[0]], row.Number)
}

// refuse leaves a row out for somebody to decide.
func (w *claims) refuse(row *returned.Row, id, what, help string) {
	w.table.owner[row.Number] = ""
	w.plan.Conflicts = append(w.plan.Conflicts, &Conflict{Where: w.where(row), Row: id, What: what, Help: help})
}
