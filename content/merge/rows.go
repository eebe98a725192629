package merge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// requestOf returns the request that a text names by its id or key, also where
// it was typed with spaces, in another case or without its zeros; else nil.
func (c *comparer) requestOf(text string) *requests.Request {
	text = oneLine(strings.Map(space, text))
	if r := c.find(text); r != nil {
		return r
	}
	squeezed := strings.ToUpper(strings.ReplaceAll(text, " ", ""))
	if m := typedID.FindStringSubmatch(squeezed); m != nil {
		digits := strings.TrimLeft(m[1], "0")
		for len(digits) < 3 {
			digits = "0" + digits
		}
		if r := c.find("R-" + digits); r != nil {
			return r
		}
	}
	for _, r := range c.Requests {
		if strings.EqualFold(r.ID, squeezed) || strings.EqualFold(r.Key, squeezed) {
			return r
		}
	}
	return nil
}

var typedID = regexp.MustCompile(`^R[-–—_.]?0*([0-9]{1,9})$`)

// sheet compares one sheet.
func (c *comparer) sheet(s *Sheet, t *table) {
	byID, strange := c.rowsByID(s, t)
	c.strangers(s, t, byID, strange)
	var gone []string
	base := c.bySet[s.Name]
	for _, row := range s.Rows {
		rows := byID[row.ID]
		if len(rows) == 0 {
			if base.row(row.ID) != nil {
				gone = append(gone, row.ID)
			}
			continue
		}
		c.twins(t, row.ID, rows)
		for _, col := range s.Columns[1:] {
			c.cell(t, row, base.row(row.ID), col, rows)
		}
		c.notAccepted(row)
	}
	if len(gone) > 0 {
		c.report(t.sheet.Name, fmt.Sprintf("%s not in the file: %s", isOrAre(len(gone)), someOf(gone)), "nothing is removed")
	}
	if s.Name == requestSheet {
		for id, rows := range byID {
			for _, row := range rows {
				t.owner[row.Number] = id
			}
		}
	}
	c.notes(s, t)
}

func isOrAre(n int) string {
	if n == 1 {
		return "1 row that was issued is"
	}
	return fmt.Sprintf("%d rows that were issued are", n)
}

// someOf joins ids, of many the first.
func someOf(ids []string) string {
	const most = 12
	if len(ids) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
	}
	return strings.Join(ids, ", ")
}

// rowID returns the id of the row of ours that a row is, and reports one that
// was typed anew.
func (c *comparer) rowID(s *Sheet, t *table, row *returned.Row) (string, bool) {
	at := t.at[s.Columns[0]]
	text := row.Cell(at).Text
	if s.row(text) != nil {
		return text, true
	}
	id := oneLine(strings.Map(space, text))
	if s.Name == pointSheet {
		id = strings.ToUpper(strings.ReplaceAll(id, " ", ""))
	} else if r := c.requestOf(id); r != nil {
		id = r.ID
	}
	if id == "" || s.row(id) == nil {
		return "", false
	}
	c.report(place(t.sheet.Name, at, row.Number), fmt.Sprintf("%q is taken for %s", text, id), "")
	return id, true
}

// blank reports whether a row says nothing in our columns.
func (t *table) blank(row *returned.Row) bool {
	for _, cell := range row.Cells {
		if t.columns[cell.Column] != nil && strings.TrimSpace(cell.Text) != "" {
			return false
		}
	}
	return true
}

// twins reports an id that stands in several rows.
func (c *comparer) twins(t *table, id string, rows []*returned.Row) {
	if len(rows) < 2 {
		return
	}
	var at []string
	for _, row := range rows {
		at = append(at, fmt.Sprint(row.Number))
	}
	c.report(t.sheet.Name, fmt.Sprintf("%s stands in rows %s", id, strings.Join(at, ", ")), "what only one of them changed is taken; delete the others")
}

// A typedCell is what a cell that came back says.
type typedCell struct {
	value   string
	where   string
	formula bool
}

// cell compares one cell of ours with what came back in its row or rows.
func (c *comparer) cell(t *table, row, base *Row, col *requests.Column, rows []*returned.Row) {
	x, ok := t.at[col]
	if !ok {
		return
	}
	if !col.Filled() && !isAdded(col) {
		c.generated(t, row, base, col, rows, x)
		return
	}
	ours := c.value(col, row.Cells[col.Key])
	issued := ours
	if base != nil {
		issued = c.value(col, base.Cells[col.Key])
	}
	var changed []typedCell
	for _, r := range rows {
		if t.merged[[2]int{r.Number, x}] || c.carried(t, r, col) {
			continue
		}
		where := place(t.sheet.Name, x, r.Number)
		in := r.Cell(x)
		if in.Text == "" && !in.Formula && len(rows) > 1 {
			continue // of several rows, one may be begun only
		}
		value, problem, help := c.typed(col, in)
		if problem == "" && (c.same(col, value, issued) || (base == nil || c.partial) && value == "") {
			continue
		}
		if problem != "" {
			c.report(where, fmt.Sprintf("%s of %s: %s", col.Head, row.ID, problem), help)
			continue
		}
		if base.took(col, value) {
			if !c.same(col, value, ours) {
				c.report(where, fmt.Sprintf("%s of %s says %q, which was merged before; the sources say %q by now", col.Head, row.ID, shown(col, value), shown(col, ours)),
					"it is not taken again; where it is news, write it into the sources")
			}
			continue
		}
		if known(changed, plain(value)) {
			continue
		}
		changed = append(changed, typedCell{value, where, in.Formula})
	}
	switch {
	case len(changed) > 1:
		c.report(changed[1].where, fmt.Sprintf("%s of %s differs in two rows of the file: %q and %q", col.Head, row.ID, changed[0].value, changed[1].value),
			"neither is taken; delete one of the rows")
	case len(changed) == 1:
		c.take(t, row, base, col, changed[0], issued, ours)
	}
}

func known(cells []typedCell, value string) bool {
	for _, cell := range cells {
		if plain(cell.value) == value {
			return true
		}
	}
	return false
}

// same reports whether a value that came back is the one that was issued, which
// may have been cut to fit into its cell.
func (c *comparer) same(col *requests.Column, value, issued string) bool {
	value, issued = plain(value), plain(issued)
	if value == issued {
		return true
	}
	head, cut := strings.CutSuffix(value, plain(c.Cut))
	return cut && c.Cut != "" && strings.HasPrefix(issued, strings.TrimSpace(head))
}

// take decides about a cell that somebody changed.
func (c *comparer) take(t *table, row, base *Row, col *requests.Column, cell typedCell, issued, ours string) {
	side := c.ownerOf(col, row.raiser())
	if c.same(col, cell.value, ours) {
		return
	}
	was, now := shown(col, ours), shown(col, cell.value)
	switch {
	case !c.from(side):
		c.report(cell.where, fmt.Sprintf("%s of %s was changed from %q to %q, which is for %s to say", col.Head, row.ID, shown(col, issued), now, sideWords(side)),
			"it is not taken; where both sides worked in the file, merge it with --from both")
		return
	case plain(issued) != plain(ours) && !base.took(col, ours) || base == nil && ours != "":
		c.plan.Conflicts = append(c.plan.Conflicts, &Conflict{Where: cell.where, Row: row.ID, Column: col, Issued: shown(col, issued), File: now, Ours: was})
		return
	case cell.value == "" && !row.own(col):
		c.report(cell.where, fmt.Sprintf("%s of %s was emptied, and the sources say %q by themselves", col.Head, row.ID, was), "it stays; write another value over it")
		return
	}
	if cell.formula {
		c.report(cell.where, fmt.Sprintf("%s of %s is a formula; its value %q is taken", col.Head, row.ID, now), "")
	}
	change := &Change{Sheet: t.name, Row: row.ID, Column: col, Side: side, Old: was, New: now, value: cell.value, row: row}
	c.plan.Changes = append(c.plan.Changes, change)
	c.status(change, cell.where)
}

// raiser returns the side that raised the point of the row.
func (r *Row) raiser() content.RequestSide {
	if r.point == nil {
		return ""
	}
	return content.RequestSide(r.point.Side.Value)
}

// took reports whether a merge of the same round took the value before: people
// go on in the file that they sent once.
func (r *Row) took(col *requests.Column, value string) bool {
	return r != nil && slices.Contains(r.taken, takenMark(col, value))
}

func takenMark(col *requests.Column, value string) string { return col.Key + " " + hash(value) }

func sideWords(side content.RequestSide) string {
	if side == content.CompanySide {
		return "the company"
	}
	return "the service auditor"
}

// own reports whether the sources hold a value of the row's own in a column,
// which can be taken out; what follows from elsewhere stays.
func (r *Row) own(col *requests.Column) bool {
	if r.request == nil || r.meeting != nil || isAdded(col) {
		return true
	}
	a := r.request.Answer
	switch col.Key {
	case "status":
		return false
	case "owner_role":
		return a != nil && a.OwnerRole.Value != ""
	case "source_system":
		return a != nil && a.SourceSystem.Value != ""
	case "auditor_status":
		return a != nil && a.AuditorStatus.Value != ""
	}
	return true
}

// generated reports a cell that nobody fills and somebody changed.
func (c *comparer) generated(t *table, row, base *Row, col *requests.Column, rows []*returned.Row, x int) {
	if col.Computed || base == nil {
		return
	}
	for _, r := range rows {
		in := r.Cell(x)
		text := in.Text
		if text == "" && len(rows) > 1 {
			continue
		}
		if col.Value == requests.DateValue {
			text, _, _ = dateOf(in)
		}
		value := c.value(col, text)
		if t.merged[[2]int{r.Number, x}] || base.issued(col.Key, value, c) || c.same(col, value, c.value(col, row.Cells[col.Key])) {
			continue
		}
		c.report(place(t.sheet.Name, x, r.Number), fmt.Sprintf("%s of %s was changed to %q, and nobody fills this column", col.Head, row.ID, brief(whole(text))),
			"it is not taken; what the service auditor words anew stands in requests/auditor.toml, as [[change]] with its request")
	}
}

// issued reports whether a generated cell holds what was issued.
func (r *Row) issued(key, value string, c *comparer) bool {
	if h, ok := r.Hashes[key]; ok {
		return h == hash(value) || c.Cut != "" && strings.HasSuffix(value, plain(c.Cut))
	}
	col := requests.ColumnOf(key)
	if col == nil {
		col = &requests.Column{Key: key}
	}
	return c.same(col, value, c.value(col, r.Cells[key]))
}

// brief returns the beginning of a text for one line.
func brief(text string) string {
	const most = 80
	text = oneLine(text)
	if len(text) <= most {
		return text
	}
	cut := most
	for cut > 0 && text[cut]&0xC0 == 0x80 {
		cut--
	}
	return text[:cut] + "…"
}
