package tracker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/merge"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

const plainMap = `[columns]
ref = "PBC #"
title = "Request"
what = "Details"
kind = "Type"
due_on = "Due"
auditor_status = "Status"
`

// imported returns the plan for a list, or the findings at the map.
func imported(t *testing.T, mapText string, list []*requests.Request, book *returned.Book) (*merge.Plan, []*diag.Finding) {
	t.Helper()
	var found diag.List
	e := &content.Engagement{Controls: []*content.Control{{ID: content.Text{Value: "CM-01"}}}}
	m, ok := ReadMap(diag.NewSource("map.toml", []byte(mapText)), &found)
	if !ok {
		return nil, found.All()
	}
	taken, err := m.Take(book, e, list, &found)
	if err != nil {
		t.Fatal(err)
	}
	if taken == nil {
		return nil, found.All()
	}
	plan := merge.Listed(merge.Input{Engagement: e, Requests: list, Book: book, Sides: []content.RequestSide{content.ServiceAuditorSide}}, taken.List)
	plan.Reports = append(taken.Reports, plan.Reports...)
	return plan, found.All()
}

func csvBook(t *testing.T, text string) *returned.Book {
	t.Helper()
	book, err := CSV("pbc", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// told joins what a plan does, a line each.
func told(plan *merge.Plan) string {
	var b strings.Builder
	for _, n := range plan.Asked {
		fmt.Fprintf(&b, "new %s %s\n", n.ID, n.Title)
	}
	for _, c := range plan.Changes {
		fmt.Fprintf(&b, "%s %s: %s\n", c.Row, c.Column.Key, c.New)
	}
	for _, r := range plan.Reports {
		fmt.Fprintf(&b, "note %s %s\n", r.Where, r.What)
	}
	return b.String()
}

func TestRowsChangeWhatTheirNumberNames(t *testing.T) {
	list := []*requests.Request{{ID: "R-001", Ref: "A 7", Kind: requests.Document, Title: "Old", What: "Old words", DueOn: content.Date{Year: 2026, Month: 1, Day: 2}},
		{ID: "R-002", Kind: requests.Document, Title: "Second", What: "Two"}}
	plan, found := imported(t, plainMap, list, csvBook(t, "PBC #,Request,Details,Type,Due,Status\n a  7 ,New,Old words,,,under review\nR-002,Second,Two,,,\n"))
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	if got, want := told(plan), "R-001 title: New\nR-001 ref: a 7\nR-001 auditor_status: Under review\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDatesAreReadAsPeopleWriteThem(t *testing.T) {
	list := []*requests.Request{{ID: "R-001", Ref: "1", Kind: requests.Document, Title: "T", What: "W"}}
	for _, tt := range []struct{ order, typed, want string }{
		{"", "2026-08-31", "2026-08-31"}, {"", "31.08.2026", "2026-08-31"}, {"", "August 31, 2026", "2026-08-31"}, {"", "31-Aug-2026", "2026-08-31"},
		{"", "8/31/2026", "2026-08-31"}, {"", "03/04/2026", "can mean March 4, 2026 or April 3, 2026"}, {"day_first", "03/04/2026", "2026-04-03"},
		{"month_first", "03/04/2026", "2026-03-04"}, {"month_first", "31/08/2026", "is no date"}, {"", "soon", "is no date"},
	} {
		text := plainMap
		if tt.order != "" {
			text = "dates = \"" + tt.order + "\"\n" + text
		}
		plan, _ := imported(t, text, list, csvBook(t, "PBC #\tRequest\tDetails\tType\tDue\tStatus\n1\tT\tW\t\t"+tt.typed+"\t\n"))
		if got := told(plan); !strings.Contains(got, tt.want) {
			t.Errorf("%s %s: got %s", tt.order, tt.typed, got)
		}
	}
}

func TestWhatDoesNotFitIsToldOnce(t *testing.T) {
	plan, _ := imported(t, plainMap+"controls = \"Ctl\"\n[values.kind]\nPBC = \"document\"\n", nil, csvBook(t, `PBC #,Request,Details,Type,Due,Status,Ctl,Who
1,A,a,PBC,,Done,"CM-01, X-1",J. Doe
2,B,b,pbc,,done,X-1,
2,C,c,,,,,
,D,d,,,,,
`))
	want := `new R-001 A
note pbc!H1 the column "Who" is not mapped
note pbc!A3 "2" stands in rows 3, 4
note pbc!5 without "PBC #": rows 5
note pbc!F2 Auditor status: "Done" is none that the project knows
note pbc!G2 Control IDs: "X-1" is none that the project knows
`
	if got := strings.Replace(told(plan), "note pbc without", "note pbc!5 without", 1); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestFormulasGiveTheirValueAndFaultsNothing(t *testing.T) {
	head := &returned.Row{Number: 4}
	for i, text := range []string{"PBC #", "Request", "Details", "Type", "Due", "Status"} {
		head.Cells = append(head.Cells, returned.Cell{Column: i + 1, Text: text})
	}
	row := func(n int, ref string, cell returned.Cell) *returned.Row {
		return &returned.Row{Number: n, Cells: []returned.Cell{{Column: 1, Text: ref}, cell}}
	}
	book := &returned.Book{Sheets: []*returned.Sheet{{Name: "Cover"}, {Name: "PBC", Rows: []*returned.Row{
		{Number: 1, Cells: []returned.Cell{{Column: 1, Text: "Request list"}}}, head,
		row(5, "1", returned.Cell{Column: 2, Text: "Summed", Formula: true}),
		row(6, "2", returned.Cell{Column: 2, Text: "#REF!", Kind: returned.Fault}),
		row(7, "3", returned.Cell{Column: 6, Formula: true}),
		{Number: 8, Cells: []returned.Cell{{Column: 1, Text: "4"}, {Column: 2, Text: "Fresh"}, {Column: 5, Formula: true}}},
	}}}}
	list := []*requests.Request{{ID: "R-001", Key: "a", Ref: "1", Kind: requests.Document, Title: "T1"}, {ID: "R-002", Key: "b", Ref: "2", Kind: requests.Document, Title: "T2"}, {ID: "R-003", Key: "c", Ref: "3", Kind: requests.Document, Title: "T3"}}
	plan, _ := imported(t, plainMap, list, book)
	want := "new R-001 Fresh\nR-001 title: Summed\n" +
		"note PBC!E8 Due on of the new request R-001: the cell has a formula whose value was not saved\n" +
		"note PBC!B5 Title of R-001 is a formula; its value \"Summed\" is taken\n" +
		"note PBC!B6 Title of R-002: the cell shows the error #REF!\n" +
		"note PBC!F7 Auditor status of R-003: the cell has a formula whose value was not saved\n"
	if got := told(plan); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestTheMapIsHeldAgainstTheFile(t *testing.T) {
	for _, tt := range []struct{ name, mapText, file, want string }{
		{"missing column", plainMap, "PBC #,Request,Detials,Type,Due,Status\n", `the file has no column "Details"`},
		{"two same heads", plainMap, "PBC #,Request,Details,Type,Due,Status,status\n", `2 columns of the file are headed "Status": pbc!F1 and pbc!G1`},
		{"no heads", plainMap, "a,b\n", "none of the heads that are mapped"},
		{"empty", plainMap, "", "none of the heads that are mapped"},
		{"sheet", "sheet = \"PCB\"\n" + plainMap, "PBC #\n", `the file has no sheet "PCB"`},
		{"row", "head_row = 2\n" + plainMap, "PBC #\nx\n", "row 2 holds none of the heads"},
		{"company's", "[columns]\nref = \"a\"\nstatus = \"b\"\n", "a,b\n", `"status" is for the company to say`},
		{"unknown key", "[columns]\nref = \"a\"\ntitel = \"b\"\n", "a,b\n", `unknown key "titel"`},
		{"unknown value", plainMap + "[values.kind]\nx = \"pop\"\n", "PBC #\n", `"pop" is no request kind`},
		{"twice", "[columns]\nref = \"a\"\ntitle = \"A\"\n", "a\n", `"A" is mapped to "ref" already`},
		{"no way to match", "[columns]\nwhat = \"a\"\n", "a\n", "rows cannot find their requests"},
		{"no columns", "sheet = \"x\"\n", "a\n", `file has no "columns"`},
	} {
		_, found := imported(t, tt.mapText, nil, csvBook(t, tt.file))
		if len(found) == 0 || !strings.Contains(found[0].Message, tt.want) {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
}

func TestLongTextIsTakenWhereThereIsRoom(t *testing.T) {
	long := strings.Repeat("x", maxLine+1)
	plan, _ := imported(t, plainMap, nil, csvBook(t, "PBC #,Request,Details,Type,Due,Status\n1,"+long+","+long+","+long+",,"+long+"\n2,T,W,,"+long+",\n"))
	if len(plan.Asked) != 2 || len(plan.Reports) != 4 {
		t.Fatalf("%d new requests, %d reports", len(plan.Asked), len(plan.Reports))
	}
	for _, r := range plan.Reports {
		if len(r.What) > 200 || !strings.Contains(r.What, "more than the 10000 of one line") {
			t.Errorf("%.300s", r.What)
		}
	}
}

func TestAPopulationIsNoList(t *testing.T) {
	var b strings.Builder
	b.WriteString("PBC #,Request,Details,Type,Due,Status\n")
	for i := range 100_000 {
		fmt.Fprintf(&b, "%d,t,,,,\n", i)
	}
	var found diag.List
	m, _ := ReadMap(diag.NewSource("map.toml", []byte(plainMap)), &found)
	if _, err := m.Take(csvBook(t, b.String()), &content.Engagement{}, nil, &found); err == nil || !strings.Contains(err.Error(), "100000 new requests") {
		t.Errorf("100,000 rows: %v", err)
	}
}

func TestASketchIsAMap(t *testing.T) {
	book := csvBook(t, "\"Our \"\"list\"\"\";;\n;;\nRef;Moon phases;Descripton;Type;Status;Needed by;\x1b[2J\n1;x;y;Samples;AUDITOR_FLAGGED;;\n")
	text, err := Sketch("pbc list.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"sheet = \"pbc\"\nhead_row = 3\nmatch = \"ref\"", "ref = \"Ref\"\n", "what = \"Descripton\"\n", "due_on = \"Needed by\"\n",
		"# not mapped: \"Moon phases\", ", "\"Samples\" = \"sample\"\n", "\"AUDITOR_FLAGGED\" = \"returned\"\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "\x1b") {
		t.Error("the sketch holds an escape")
	}
	if _, found := imported(t, text, nil, book); len(found) > 0 {
		t.Errorf("the sketch is no map: %s", found[0].Message)
	}
	if _, err := Sketch("x", &returned.Book{}); err == nil {
		t.Error("a file without heads has a sketch")
	}
}
