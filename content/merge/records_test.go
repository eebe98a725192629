package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// rowsOf makes a sheet of text cells.
func rowsOf(name string, rows ...[]string) *returned.Sheet {
	s := &returned.Sheet{Name: name}
	for y, texts := range rows {
		row := &returned.Row{Number: y + 1}
		for x, text := range texts {
			if text != "" {
				row.Cells = append(row.Cells, returned.Cell{Column: x + 1, Text: text})
			}
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

// recorded is an engagement with an open point, a meeting and what people
// added, all from one file, and that file.
func recorded(t *testing.T) (*content.Engagement, map[string]string) {
	t.Helper()
	answers := "[[open_point]]\nid = \"PT-01\"\ntext = \"Why?\" # asked\nside = \"service_auditor\"\n\n[[walkthrough]]\nrequest = \"R-012\"\nheld_on = 2026-04-01\n"
	added := "[[column]]\nsheet = \"Requests\"\nhead = \"Tester\"\n\n[[column.cell]]\nrow = \"R-001\"\ntext = \"A\"\n\n[[sheet]]\nname = \"Notes\"\n\n[[sheet.row]]\ncells = [\"a\"]\n\n[[sheet.row]]\ncells = [\"b\"]\n"
	at := func(text, part string) diag.Span {
		return diag.NewSource("x", []byte(text)).At(strings.Index(text, part), strings.Index(text, part)+1)
	}
	e := &content.Engagement{}
	e.RequestList.OpenPoints = []*content.OpenPoint{{ID: text("PT-01"), Text: text("Why?"), Side: text("service_auditor"), Span: at(answers, "[[open_point")}}
	e.RequestList.Walkthroughs = []*content.WalkthroughRecord{{Request: text("R-012"), HeldOn: content.Date{Year: 2026, Month: 4, Day: 1}, Span: at(answers, "[[walk")}}
	e.RequestList.AddedColumns = []*content.AddedColumn{{Sheet: text("Requests"), Head: text("Tester"), Cells: []content.AddedCell{{Row: text("R-001"), Text: text("A")}}, Span: at(added, "[[column]]")}}
	e.RequestList.AddedSheets = []*content.AddedSheet{{Name: text("Notes"), Rows: [][]content.Text{{text("a")}, {text("b")}}, Span: at(added, "[[sheet]]")}}
	return e, map[string]string{answerFile: answers, addedFile: added}
}

// TestRecordsAreWritten: points, meetings, and columns and sheets of people go
// where they stand, behind what is there.
func TestRecordsAreWritten(t *testing.T) {
	e, files := recorded(t)
	main := sheetOf(list(), untouched)
	width := len(requests.Columns)
	main.Rows[0].Cells = append(main.Rows[0].Cells, returned.Cell{Column: width + 1, Text: "Tester"}, returned.Cell{Column: width + 2, Text: "Room"})
	main.Rows[1].Cells = append(main.Rows[1].Cells, returned.Cell{Column: width + 1, Text: "B"}, returned.Cell{Column: width + 2, Text: "=7"})
	main.Rows[2].Cells = append(main.Rows[2].Cells, returned.Cell{Column: width + 1, Text: "C"})
	book := &returned.Book{Sheets: []*returned.Sheet{main,
		rowsOf("Open points", []string{"Point ID", "Request ID", "Point", "Raised on", "Resolution", "Closed on"},
			[]string{"pt-01", "", "Why?", "", "Because.", "2.5.2026"}, []string{"", "r-1", "When?", "May 4, 2026"}, []string{"", "R-9", "Where?"}),
		rowsOf("Walkthroughs", []string{"Request ID", "Walkthrough", "Held on", "Attendees (roles)", "Outcome"},
			[]string{"R-012", "x", "2026-04-01", "CEO, CTO", "As described."}),
		rowsOf("Notes", []string{"a2"}), rowsOf("More", []string{"", "+1"}),
	}}
	in := Input{Engagement: e, Requests: list(), Base: Present(e, list()), Book: book, Sides: []content.RequestSide{company, auditor}}
	plan := Compare(in)
	if len(plan.Conflicts) > 0 || len(plan.Reports) != 2 {
		t.Errorf("conflicts %v, reports %v", plan.Conflicts, plan.Reports)
	}
	out, err := plan.Write(func(name, head string) (*diag.Source, []byte) {
		return diag.NewSource(name, []byte(files[name])), []byte(files[name])
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		answerFile: `[[open_point]]
id = "PT-01"
text = "Why?" # asked
side = "service_auditor"
resolution = "Because."
closed_on = 2026-05-02

[[open_point]]
id = "PT-02"
request = "R-001"
text = "When?"
side = "service_auditor"
raised_on = 2026-05-04

[[open_point]]
id = "PT-03"
text = "Where?"
side = "service_auditor"

[[walkthrough]]
request = "R-012"
held_on = 2026-04-01
attendees = ["CEO", "CTO"]
outcome = "As described."
`,
		addedFile: `[[column]]
sheet = "Requests"
head = "Tester"

[[column.cell]]
row = "R-001"
text = "B"

[[column.cell]]
row = "R-002"
text = "C"

[[column]]
sheet = "Requests"
head = "Room"

[[column.cell]]
row = "R-001"
text = "=7"

[[sheet]]
name = "Notes"

[[sheet.row]]
cells = ["a2"]

[[sheet.row]]
cells = []

[[sheet]]
name = "More"

[[sheet.row]]
cells = ["", "+1"]
`,
	}
	if len(out) != len(want) {
		t.Errorf("%d files", len(out))
	}
	for _, f := range out {
		if string(f.Data) != want[f.Name] {
			t.Errorf("%s\n%s\nwant\n%s", f.Name, f.Data, want[f.Name])
		}
	}
}

// TestWhoRaisedAPointClosesIt: each side says how a point is answered, and only
// the side that raised it that it is settled, in a new row too.
func TestWhoRaisedAPointClosesIt(t *testing.T) {
	for _, c := range []struct {
		raised, from content.RequestSide
		closed       bool
	}{
		{auditor, auditor, true}, {auditor, company, false}, {company, company, true}, {company, auditor, false},
	} {
		e, _ := recorded(t)
		e.RequestList.OpenPoints[0].Side = text(string(c.raised))
		book := &returned.Book{Sheets: []*returned.Sheet{sheetOf(list(), untouched),
			rowsOf("Open points", []string{"Point ID", "Request ID", "Point", "Raised on", "Resolution", "Closed on"},
				[]string{"PT-01", "", "Why?", "", "Because.", "2026-05-02"}, []string{"", "", "Who?", "", "The owner.", "2026-05-03"})}}
		plan := Compare(Input{Engagement: e, Requests: list(), Base: Present(e, list()), Book: book, Sides: []content.RequestSide{c.from}})
		var taken []string
		for _, change := range plan.Changes {
			taken = append(taken, change.Column.Key+" "+string(change.Side))
		}
		want, reports := []string{"resolution " + string(c.from), "closed_on " + string(c.from)}, 0
		if !c.closed {
			want, reports = want[:1], 1
		}
		said := 0
		for _, r := range plan.Reports {
			if strings.Contains(r.What, "Closed on of PT-01") && strings.Contains(r.What, "which is for "+sideWords(c.raised)+" to say") {
				said++
			}
		}
		if !slices.Equal(taken, want) || said != reports {
			t.Errorf("a point of %s in a file of %s: taken %q, reports %v", c.raised, c.from, taken, plan.Reports)
		}
		if len(plan.Points) != 1 || plan.Points[0].values["closed_on"] != "2026-05-03" || plan.Points[0].values["resolution"] != "The owner." {
			t.Errorf("new points of %s: %+v", c.from, plan.Points)
		}
	}
}
