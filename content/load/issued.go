package load

import "github.com/socdraft/socdraft/content"

// issued reads requests/issued.toml, what stood in the workbooks that were
// issued; the tool writes it:
//
//	[[round]]     number, issued_on (date), issue (hash)
//	[[round.row]] sheet, id, values and generated (texts and hashes by column), taken (columns and hashes)
func (l *loader) issued(t *table) {
	for _, r := range t.tables("round") {
		r.Require("number", "issue")
		round := &content.IssuedRound{Number: r.number("number"), On: r.date("issued_on"), Issue: r.Text("issue"), Span: r.Span()}
		for _, x := range r.tables("row") {
			x.Require("sheet", "id")
			round.Rows = append(round.Rows, &content.IssuedRow{
				Sheet: x.Text("sheet"), ID: x.Text("id"), Values: x.cells("values"), Generated: x.cells("generated"), Taken: x.Texts("taken")})
		}
		l.e.RequestList.Issued = append(l.e.RequestList.Issued, round)
	}
}

// cells returns the texts of a table whose keys are columns.
func (t *table) cells(key string) []content.IssuedCell {
	sub := t.Table.Table(key)
	var cells []content.IssuedCell
	for _, column := range sub.Keys() {
		cells = append(cells, content.IssuedCell{Column: column, Text: sub.LongText(column).Value})
	}
	return cells
}

// added reads requests/added.toml, what people added to the workbook; the tool
// writes it:
//
//	[[column]]      sheet, head
//	[[column.cell]] row (id), text
//	[[sheet]]       name
//	[[sheet.row]]   cells (texts)
func (l *loader) added(t *table) {
	list := &l.e.RequestList
	for _, c := range t.tables("column") {
		c.Require("sheet", "head")
		column := &content.AddedColumn{Sheet: c.Text("sheet"), Head: c.Text("head"), Span: c.Span()}
		for _, x := range c.tables("cell") {
			x.Require("row")
			column.Cells = append(column.Cells, content.AddedCell{Row: x.Text("row"), Text: x.LongText("text")})
		}
		list.AddedColumns = append(list.AddedColumns, column)
	}
	for _, s := range t.tables("sheet") {
		s.Require("name")
		sheet := &content.AddedSheet{Name: s.Text("name"), Span: s.Span()}
		for _, row := range s.tables("row") {
			sheet.Rows = append(sheet.Rows, row.LongTexts("cells"))
		}
		list.AddedSheets = append(list.AddedSheets, sheet)
	}
}
