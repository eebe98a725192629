package merge

import (
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

func TestDates(t *testing.T) {
	june := "2026-06-30"
	for _, test := range []struct {
		cell          returned.Cell
		want, problem string
	}{
		{returned.Cell{}, "", ""},
		{returned.Cell{Kind: returned.Date, Date: time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC)}, june, ""},
		{returned.Cell{Kind: returned.Number, Number: 46203, Text: "46203"}, june, ""},
		{returned.Cell{Kind: returned.Number, Number: 30, Text: "30"}, "", `"30" is no date`},
		{returned.Cell{Kind: returned.Truth, Text: "TRUE"}, "", `"TRUE" is no date`},
		{returned.Cell{Text: "2026-06-30"}, june, ""},
		{returned.Cell{Text: "\u00a0 2026-6-30 "}, june, ""},
		{returned.Cell{Text: "2026/06/30"}, june, ""},
		{returned.Cell{Text: "30.06.2026"}, june, ""},
		{returned.Cell{Text: "30.6.2026"}, june, ""},
		{returned.Cell{Text: "6/30/2026"}, june, ""},
		{returned.Cell{Text: "30/6/2026"}, june, ""},
		{returned.Cell{Text: "06-30-2026"}, june, ""},
		{returned.Cell{Text: "June 30, 2026"}, june, ""},
		{returned.Cell{Text: "june  30 2026"}, june, ""},
		{returned.Cell{Text: "30 Jun 2026"}, june, ""},
		{returned.Cell{Text: "30-Jun-26"}, june, ""},
		{returned.Cell{Text: "2026-06-30T00:00:00"}, june, ""},
		{returned.Cell{Text: "7/7/2026"}, "2026-07-07", ""},
		{returned.Cell{Text: "6/7/2026"}, "", `"6/7/2026" can mean June 7, 2026 or July 6, 2026`},
		{returned.Cell{Text: "31/6/2026"}, "", `"31/6/2026" is no date`},
		{returned.Cell{Text: "2026-02-30"}, "", `"2026-02-30" is no date`},
		{returned.Cell{Text: "6/30/26"}, june, ""},
		{returned.Cell{Text: "6-30-26"}, june, ""},
		{returned.Cell{Text: "6/6/70"}, "2070-06-06", ""},
		{returned.Cell{Text: "6-Jun-70"}, "2070-06-06", ""},
		{returned.Cell{Text: "6/7/26"}, "", `"6/7/26" can mean June 7, 2026 or July 6, 2026`},
		{returned.Cell{Text: "26-6-30"}, "", `"26-6-30" can mean June 26, 2030 or June 30, 2026`},
		{returned.Cell{Text: "31/6/26"}, "", `"31/6/26" is no date`},
		{returned.Cell{Text: "20260630"}, june, ""},
		{returned.Cell{Kind: returned.Number, Number: 20260630, Text: "20260630"}, june, ""},
		{returned.Cell{Kind: returned.Number, Number: 20260631, Text: "20260631"}, "", `"20260631" is no date`},
		{returned.Cell{Text: "10101010"}, "", `"10101010" is no date`},
		{returned.Cell{Text: "Sept 8, 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "8 sept. 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "8th September 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "8th of September, 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "September 8th,2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "Tue, 8 Sep 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "Tuesday September 8, 2026"}, "2026-09-08", ""},
		{returned.Cell{Text: "Mon, 8 Sep 2026"}, "", `"Mon, 8 Sep 2026" names a day that is a Tuesday`},
		{returned.Cell{Text: "Tue"}, "", `"Tue" is no date`},
		{returned.Cell{Text: "Sept 2026"}, "", `"Sept 2026" is no date`},
		{returned.Cell{Text: "soon"}, "", `"soon" is no date`},
	} {
		got, problem, help := dateOf(test.cell)
		if got != test.want || problem != test.problem || (problem != "") != (help != "") {
			t.Errorf("%+v: %q, %q, %q", test.cell, got, problem, help)
		}
	}
}

func text(s string) content.Text { return content.Text{Value: s} }

// list are three requests: a population that was submitted, one that was
// accepted, and one nobody answered.
func list() []*requests.Request {
	return []*requests.Request{
		{ID: "R-001", Key: "A.population", Kind: requests.Population, Title: "Leavers", What: "All leavers.", Origin: requests.Expected,
			Answer: &content.Answer{Status: text("submitted"), Notes: []*content.RequestNote{
				{Column: text("Due on"), Text: text("Earlier?")}, {Column: text("Due on"), Text: text("Yes.\nSoon.")}, {Column: text("Gone"), Text: text("Old")}}}},
		{ID: "R-002", Key: "B.document", Kind: requests.Document, Title: "Policy", What: "The policy.", Origin: requests.Expected,
			Answer: &content.Answer{Status: text("submitted"), AuditorStatus: text("accepted"), AcceptedOn: content.Date{Year: 2026, Month: 7, Day: 20}}},
		{ID: "R-012", Key: "C.document", Kind: requests.Document, Title: "Chart", What: "The chart.", Owner: "CEO", Origin: requests.Expected},
	}
}

// sheetOf makes the sheet of the requests as it would come back.
func sheetOf(list []*requests.Request, change func(id string, col *requests.Column, cell *returned.Cell)) *returned.Sheet {
	s := &returned.Sheet{Name: "Requests", Rows: []*returned.Row{{Number: 1}}}
	for x, col := range requests.Columns {
		s.Rows[0].Cells = append(s.Rows[0].Cells, returned.Cell{Column: x + 1, Text: col.Head})
	}
	for y, r := range list {
		row := &returned.Row{Number: y + 2}
		for x, col := range requests.Columns {
			cell := returned.Cell{Column: x + 1, Text: col.Text(r)}
			change(r.ID, col, &cell)
			row.Cells = append(row.Cells, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// compared returns the plan for a sheet that came back, as lines.
func compared(sheet *returned.Sheet, sides ...content.RequestSide) string {
	e := &content.Engagement{}
	p := Compare(Input{Engagement: e, Requests: list(), Base: Present(e, list()), Sides: sides,
		Book: &returned.Book{Sheets: []*returned.Sheet{sheet}}})
	var b strings.Builder
	for _, c := range p.Changes {
		b.WriteString(c.Row + " " + c.Column.Key + " = " + c.value + "\n")
	}
	for _, n := range p.Asked {
		b.WriteString(n.ID + " " + n.Title + "\n")
	}
	for _, n := range p.Notes {
		b.WriteString(n.Request + " note " + string(n.Side) + " " + n.Text + "\n")
	}
	for _, r := range p.Reports {
		b.WriteString("! " + r.What + "\n")
	}
	return b.String()
}

const (
	company = content.CompanySide
	auditor = content.ServiceAuditorSide
)

func TestStatuses(t *testing.T) {
	for _, test := range []struct {
		id, key, words string
		want           string
	}{
		{"R-001", "auditor_status", "under  REVIEW", "R-001 auditor_status = under_review\n"},
		{"R-001", "auditor_status", "Accepted", "R-001 auditor_status = accepted\n"},
		{"R-001", "auditor_status", "sample_selected", "R-001 auditor_status = sample_selected\n"},
		{"R-001", "auditor_status", "Returned", "R-001 auditor_status = returned\nR-001 status = in_progress\n"},
		{"R-002", "auditor_status", "Open", "R-002 auditor_status = open\nR-002 accepted_on = \n! Auditor status of R-002: it goes back from \"Accepted\" to \"Open\"\n"},
		{"R-002", "auditor_status", "Returned", "R-002 auditor_status = returned\nR-002 status = in_progress\nR-002 accepted_on = \n"},
		{"R-002", "auditor_status", "Closed", "R-002 auditor_status = closed\n"},
		{"R-002", "auditor_status", "", "R-002 auditor_status = \nR-002 accepted_on = \n"},
		{"R-012", "auditor_status", "Accepted", "R-012 auditor_status = accepted\n! Auditor status of R-012: it was accepted although the company's status is \"Not started\"\n"},
		{"R-012", "auditor_status", "Sample selected", "R-012 auditor_status = sample_selected\n! Auditor status of R-012: a sample is selected from a population, and the request is of the kind \"Document\"\n"},
		{"R-012", "auditor_status", "Not applicable accepted", "R-012 auditor_status = not_applicable_accepted\n! Auditor status of R-012: it was accepted as not applicable although the company's status is \"Not started\"\n"},
		{"R-012", "status", "Accepted", "! Company status of R-012: \"Accepted\" is no company status\n"},
		{"R-012", "status", "", "! Company status of R-012 was emptied, and the sources say \"Not started\" by themselves\n"},
		{"R-012", "owner_role", "", "! Owner (role) of R-012 was emptied, and the sources say \"CEO\" by themselves\n"},
		{"R-001", "status", "Not started", "R-001 status = not_started\n! Company status of R-001: it goes back from \"Submitted\" to \"Not started\"\n"},
		{"R-002", "status", "Blocked", "R-002 status = blocked\n! Company status of R-002: it goes to \"Blocked\" although the service auditor is done with the request\n"},
		{"R-012", "evidence", "a.pdf; b.pdf,\n a.pdf", "R-012 evidence = a.pdf\nb.pdf\n"},
		{"R-012", "follow_up_of", "r-1", "R-012 follow_up_of = R-001\n"},
		{"R-012", "comment", "a\u00a0b \r\nc ", "R-012 comment = a\u00a0b \nc\n"},
		{"R-012", "stage", "Done", ""},
	} {
		got := compared(sheetOf(list(), func(id string, col *requests.Column, cell *returned.Cell) {
			if id == test.id && col.Key == test.key {
				cell.Text = test.words
			}
		}), company, auditor)
		if got != test.want {
			t.Errorf("%s %s %q:\n%swant\n%s", test.id, test.key, test.words, got, test.want)
		}
	}
}

func untouched(string, *requests.Column, *returned.Cell) {}

// TestCommentsOfOneCell: the workbook shows all comments of a cell in one note,
// and what somebody wrote below them is what is new.
func TestCommentsOfOneCell(t *testing.T) {
	due := 0
	for x, col := range requests.Columns {
		if col.Key == "due_on" {
			due = x + 1
		}
	}
	for _, test := range []struct {
		note returned.Note
		want string
	}{
		{returned.Note{Row: 2, Column: due, Text: "Earlier?\n\nYes.\nSoon."}, ""},
		{returned.Note{Row: 2, Column: due, Text: "Earlier?\n\nYes.\nSoon.\n\nThanks"}, "R-001 note service_auditor Thanks\n"},
		{returned.Note{Row: 2, Column: due, Text: "Service auditor, July 14, 2026:\nEarlier?\n\nThe company, reply, resolved:\nYes.\nSoon."}, ""},
		{returned.Note{Row: 2, Column: due, Text: "Service auditor:\nEarlier?\n\nThe company:\nYes.\nSoon.\n\nService auditor:\nThanks"}, "R-001 note service_auditor Thanks\n"},
		{returned.Note{Row: 2, Column: due, Text: "Earlier? No"}, "R-001 note service_auditor Earlier? No\n"},
		{returned.Note{Row: 2, Column: 1, Text: "Old"}, ""},
		{returned.Note{Row: 4, Column: due, Text: "Earlier?"}, "R-012 note service_auditor Earlier?\n"},
		{returned.Note{Row: 2, Column: due, Text: "Earlier?", Resolved: true}, "R-001 note service_auditor Earlier?\n"},
		{returned.Note{Row: 1, Column: due, Text: "When?"}, "! a comment stands at no request: \"When?\"\n"},
	} {
		sheet := sheetOf(list(), untouched)
		sheet.Notes = []returned.Note{test.note}
		if got := compared(sheet, auditor); got != test.want {
			t.Errorf("%q: %q, want %q", test.note.Text, got, test.want)
		}
	}
}

func TestTheCompanyAsksNothing(t *testing.T) {
	sheet := sheetOf(list(), untouched)
	sheet.Rows = append(sheet.Rows, &returned.Row{Number: 9, Cells: []returned.Cell{{Column: 2, Text: "More"}}})
	if got, want := compared(sheet, company), "! the new request \"More\" comes from the company\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := compared(sheet, auditor), "R-001 More\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestIDsThatWereTyped(t *testing.T) {
	c := &comparer{Input: &Input{Requests: list()}, find: requests.Finder(list())}
	for text, want := range map[string]string{"R-001": "R-001", " r - 12": "R-012", "R12": "R-012", "R-0012": "R-012", "R–012": "R-012", "b.document": "R-002", "R-013": "", "12": "", "": ""} {
		got := ""
		if r := c.requestOf(text); r != nil {
			got = r.ID
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestRefusedCells: what cannot be taken says so and is not taken.
func TestRefusedCells(t *testing.T) {
	for _, test := range []struct {
		cell returned.Cell
		want string
	}{
		{returned.Cell{Kind: returned.Fault, Text: "#REF!"}, "! Auditor comment of R-012: the cell shows the error #REF!\n"},
		{returned.Cell{Formula: true}, "! Auditor comment of R-012: the cell has a formula whose value was not saved\n"},
		{returned.Cell{Formula: true, Text: "6"}, "R-012 auditor_comment = 6\n! Auditor comment of R-012 is a formula; its value \"6\" is taken\n"},
	} {
		got := compared(sheetOf(list(), func(id string, col *requests.Column, cell *returned.Cell) {
			if id == "R-012" && col.Key == "auditor_comment" {
				x := cell.Column
				*cell = test.cell
				cell.Column = x
			}
		}), auditor)
		if got != test.want {
			t.Errorf("%+v: %q, want %q", test.cell, got, test.want)
		}
	}
}

// TestACutCellIsNoChange: what was too long for its cell came back as it was
// shown.
func TestACutCellIsNoChange(t *testing.T) {
	c := &comparer{Input: &Input{Cut: " … [cut]"}}
	col := requests.ColumnOf("comment")
	if !c.same(col, "first words … [cut]", "first words and more") || c.same(col, "other words … [cut]", "first words and more") || c.same(col, "first words", "first words and more") {
		t.Error("a cut text is compared as a whole")
	}
}
