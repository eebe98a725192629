package requests

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/prose"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/plain"
)

func text(s string) content.Text { return content.Text{Value: s} }

func words(s string) content.Prose {
	return content.Prose{Raw: text(s), Blocks: []prose.Block{prose.Para(prose.Inline{Text: s})}}
}

// input is a small type 2 engagement with an exception in the service
// auditor's results and a deviation in management's own.
func input() Input {
	cloud := &content.Party{ID: text("cloud"), Name: text("Corvane Cloud, Inc."), Classification: text(content.SubserviceOrganization), Method: text(content.CarveOut)}
	cloud.CSOCs = []*content.CSOC{{Party: cloud, ID: text("CSOC-1"), Criteria: []content.Text{text("CC6.4")}}}
	theirs := &content.TestFile{Source: text(content.FromServiceAuditor), Received: &content.Received{SHA256: text("ab"), Actual: "ab"}}
	theirs.Tests = []*content.Test{{File: theirs, ID: text("T-1"), Control: text("AC-02"), Result: text(content.ResultException)}}
	own := &content.TestFile{Source: text(content.FromManagement)}
	own.Tests = []*content.Test{{File: own, ID: text("M-1"), Control: text("AC-01"), Result: text(content.ResultException),
		Text: words("For 1 of 5 reviews the sign-off was late."), Tested: content.Int{Value: 5}, Deviations: content.Int{Value: 1}}}
	e := &content.Engagement{
		Revision:     "3f9a0c11d2e4",
		Organization: content.Organization{Name: text("Wrenfield, Inc."), ShortName: text("Wrenfield")},
		System:       content.System{Name: text("Ledger System")},
		Draft:        content.Draft{Number: content.Int{Value: 3}, Date: content.Date{Year: 2026, Month: 8, Day: 14}},
		Report: content.Report{Type: content.Type2, Categories: []content.Category{content.Security},
			Period: content.Period{Start: content.Date{Year: 2025, Month: 7, Day: 1}, End: content.Date{Year: 2026, Month: 6, Day: 30}}},
		Criteria: []*content.Criterion{{ID: "CC6.2", Category: content.Common, Title: "User registration and removal"},
			{ID: "CC6.4", Category: content.Common, Title: "Physical access"}, {ID: "CC6.5", Category: content.Common, Title: "Disposal"}},
		NotRelevant: []*content.NotRelevant{{Criterion: text("CC6.5"), Reason: words("No media.")}},
		Components:  content.Components{Software: []*content.Component{{Kind: "software", ID: text("idp"), Name: text("Gatewright")}}},
		Controls: []*content.Control{
			{ID: text("AC-01"), Title: text("Access review"), Area: text("Logical access"), Statement: words("Each quarter the IT Manager reviews the accounts."),
				Criteria: []content.Text{text("CC6.2")}, OwnerRole: text("IT Manager"), Frequency: text("quarterly"), Nature: text("manual"), Systems: []content.Text{text("idp")}},
			{ID: text("AC-02"), Title: text("Removal"), Area: text("Logical access"), Statement: words("=Access is removed."), EffectiveFrom: content.Date{Year: 2025, Month: 9, Day: 1},
				Criteria: []content.Text{text("CC6.2")}, OwnerRole: text("IT Manager"), Frequency: text("per_occurrence"), Trigger: text("termination")},
			{ID: text("AC-09"), Title: text("Retired"), Area: text("Logical access"), RetiredOn: content.Date{Year: 2025, Month: 1, Day: 1}},
		},
		Parties:      []*content.Party{cloud},
		TestFiles:    []*content.TestFile{theirs, own},
		UserEntities: content.UserEntities{CUECs: []*content.CUEC{{ID: text("CUEC-1"), Criteria: []content.Text{text("CC6.2")}}}},
	}
	return Input{Engagement: e, Coverage: coverage.Of(e), Requests: derived.Of(e)}
}

func sheet(t *testing.T, wb *render.Workbook, name string) *render.Sheet {
	t.Helper()
	for _, s := range wb.Sheets {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sheet %s", name)
	return nil
}

// value returns the text of a cell by the key of its row and the head of its
// column.
func value(t *testing.T, s *render.Sheet, key, head string) render.SheetCell {
	t.Helper()
	for _, row := range s.Rows {
		for x, c := range s.Columns {
			if row.Cells[0].Text == key && c.Head == head {
				return row.Cells[x]
			}
		}
	}
	t.Fatalf("sheet %s has no cell %s, %s", s.Name, key, head)
	return render.SheetCell{}
}

func TestSheetsByEdition(t *testing.T) {
	all := []string{"Read me", "Dashboard", "Requests", "Populations", "Samples", "Walkthroughs", "Evidence", "Controls", "Matrix",
		"Open points", "Change log", "Lists"}
	for edition, want := range map[string][]string{
		Working: all, "": all, Auditor: all,
	} {
		in := input()
		in.Edition = edition
		wb := Workbook(in)
		var names []string
		for _, s := range wb.Sheets {
			names = append(names, s.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("edition %q has %v", edition, names)
		}
		if edition == Auditor && strings.Contains(string(plain.Workbook(wb)), "sign-off was late") {
			t.Error("management's own finding stands in the auditor edition")
		}
	}
}

func TestRequestsSheet(t *testing.T) {
	wb := Workbook(input())
	s := sheet(t, wb, "Requests")
	if c := value(t, s, "AC-02.sample", "Company status"); c.Text != "Not started" {
		t.Errorf("company status %q", c.Text)
	}
	if c := value(t, s, "AC-01.sample", "Sample size (planning estimate)"); c.Text != "2 of 4; 2 to 3 by risk" {
		t.Errorf("estimate %q", c.Text)
	}
	if c := value(t, s, "ENG.description", "Criteria"); c.Text != "DC\u00a01 to DC\u00a09" {
		t.Errorf("criteria %q", c.Text)
	}
	for _, row := range s.Rows {
		if len(row.Cells) != len(s.Columns) {
			t.Fatalf("a row of %d cells", len(row.Cells))
		}
		for x, c := range s.Columns {
			if c.Side == render.AuditorSide && (row.Cells[x].Text != "" || row.Cells[x].Date != 0) {
				t.Errorf("the tool filled the auditor's column %s", c.Head)
			}
		}
	}
}

func TestEvidenceIDsAreDefined(t *testing.T) {
	s := sheet(t, Workbook(input()), "Requests")
	for _, c := range s.Columns {
		if c.Head == "Evidence IDs" && !strings.Contains(c.Help, "“File names” in the sheet Read me") {
			t.Errorf("help %q", c.Help)
		}
	}
	if !strings.Contains(string(plain.Workbook(Workbook(input()))), "File names") {
		t.Error("Read me says nothing of file names")
	}
}

func TestControlsAndMatrix(t *testing.T) {
	wb := Workbook(input())
	controls := sheet(t, wb, "Controls")
	if len(controls.Rows) != 2 {
		t.Errorf("%d controls, want the two in scope", len(controls.Rows))
	}
	if c := value(t, controls, "AC-01", "Statement"); c.Text != "Each quarter the IT Manager reviews the accounts." {
		t.Errorf("statement %q", c.Text)
	}
	if c := value(t, controls, "AC-02", "Effective from"); c.Date == 0 {
		t.Error("the effective date is no date")
	}
	if c := value(t, controls, "AC-01", "Request IDs"); !strings.Contains(c.Text, "AC-01.sample") {
		t.Errorf("requests %q", c.Text)
	}
	m := sheet(t, wb, "Matrix")
	for _, c := range []struct{ key, head, want string }{
		{"CC6.2", "AC-01", "●"}, {"CC6.2", "AC-02", "▲"}, {"CC6.2", "CUEC", "CUEC-1"},
		{"CC6.4", "CSOC", "○ CSOC-1"}, {"CC6.4", "AC-01", ""}, {"CC6.5", "Not relevant", "See section 3"},
	} {
		if got := value(t, m, c.key, c.head); got.Text != c.want {
			t.Errorf("%s, %s is %q, want %q", c.key, c.head, got.Text, c.want)
		}
	}
}

func TestListsAreThere(t *testing.T) {
	wb := Workbook(input())
	var names []string
	for _, c := range sheet(t, wb, render.ListSheet).Columns {
		names = append(names, c.Head)
	}
	for _, s := range wb.Sheets {
		for _, c := range s.Columns {
			if c.List != "" && !slices.Contains(names, c.List) {
				t.Errorf("column %s of %s offers list %q, which is not there", c.Head, s.Name, c.List)
			}
		}
	}
}

func TestReadMe(t *testing.T) {
	out := string(plain.Workbook(Workbook(input())))
	for _, want := range []string{"DRAFT · working edition · draft 3 · revision 3f9a0c11d2e4", "Period\tJuly 1, 2025 to June 30, 2026",
		"Corvane Cloud, Inc. (carve-out method)", "Filled in by Wrenfield", "termination.population_AC-02_population_20250701-20260630_01_v1.csv",
		"IT Manager\t", "Service auditor\t[TO BE ADDED"} {
		if !strings.Contains(out, want) {
			t.Errorf("the workbook lacks %q", want)
		}
	}
	if strings.Contains(out, "{{") {
		t.Error("a variable is left in the boilerplate")
	}
}

// TestNoVerdict holds the workbook to the rule that nothing is concluded.
func TestNoVerdict(t *testing.T) {
	verdict := regexp.MustCompile(`(?i)\b(met|meets|passed|passes|compliant|compliance with the criteria|certified|effective controls|no exceptions)\b`)
	if found := verdict.FindString(string(plain.Workbook(Workbook(input())))); found != "" {
		t.Errorf("the workbook says %q", found)
	}
}

func TestEmptyEngagement(t *testing.T) {
	e := &content.Engagement{}
	wb := Workbook(Input{Engagement: e, Coverage: coverage.Of(e), Requests: derived.Of(e)})
	if len(wb.Sheets) != 12 {
		t.Errorf("%d sheets", len(wb.Sheets))
	}
}

func TestWordsOfLists(t *testing.T) {
	list := &prose.List{Ordered: true, Start: 1, Items: []prose.Item{
		{Blocks: []prose.Block{prose.Para(prose.Inline{Text: "one"}), &prose.List{Items: []prose.Item{{Blocks: []prose.Block{prose.Para(prose.Inline{Text: "inner"})}}}}}},
		{Blocks: []prose.Block{prose.Para(prose.Inline{Text: "two"})}},
	}}
	got := Words([]prose.Block{prose.Para(prose.Inline{Text: "lead"}), list})
	if want := "lead\n1. one\n   • inner\n2. two"; got != want {
		t.Errorf("got %s", fmt.Sprintf("%q", got))
	}
}

func TestNotesStandAtTheirCells(t *testing.T) {
	in := input()
	in.Requests[0].Answer = &content.Answer{Notes: []*content.RequestNote{
		{Side: text("service_auditor"), Column: text("Due on"), Text: text("Can this be earlier?")},
		{Side: text("company"), Column: text("Due on"), Text: text("Yes."), Reply: true},
		{Side: text("company"), Column: text("Gone"), Text: text("A column that is no more.")},
	}}
	s := sheet(t, Workbook(in), "Requests")
	if len(s.Notes) != 2 {
		t.Fatalf("notes %+v", s.Notes)
	}
	if n := s.Notes[0]; s.Columns[n.Column].Head != "Due on" || n.Row != 0 || n.Text != "Service auditor:\nCan this be earlier?\n\nWrenfield, reply:\nYes." || n.Author != "Service auditor" {
		t.Errorf("note %+v", n)
	}
	if n := s.Notes[1]; n.Column != 0 || n.Author != "Wrenfield" {
		t.Errorf("note %+v", n)
	}
}

// TestRunsAndDrawsAreShown lists every run of a population, the latest with its
// request, and every item drawn.
func TestRunsAndDrawsAreShown(t *testing.T) {
	in := input()
	e := in.Engagement
	run := func(at string, rows int) *content.PopulationRun {
		return &content.PopulationRun{RunAt: text(at), Rows: content.Int{Value: rows}, RanBy: text("IT Manager"), SHA256: text("ab" + at[:4])}
	}
	e.Populations = []*content.Population{{ID: text("POP-LEAVERS"), Title: text("Leavers"), Trigger: text("termination"),
		Runs: []*content.PopulationRun{run("2026-07-02T09:00:00Z", 12), run("2026-07-09T09:00:00Z", 13)}}}
	e.RequestList.Draws = []*content.Draw{{Engagement: text("Wrenfield 2026"), Request: text("AC-01.sample"), Population: text("POP-LEAVERS"), Seed: text("heron"), Method: text("socdraft-1"),
		Items: []*content.DrawnItem{{Row: content.Int{Value: 7}, Key: text("=7")}, {Row: content.Int{Value: 9}, Key: text("record 9")}}}}
	in.Requests = derived.Of(e)
	wb := Workbook(in)
	var runs []string
	for _, row := range sheet(t, wb, "Populations").Rows {
		if row.Cells[0].Text == "POP-LEAVERS" {
			runs = append(runs, row.Cells[2].Text+" "+row.Cells[6].Text)
		}
	}
	if want := []string{"POP-LEAVERS.population 2026-07-09T09:00:00Z", "POP-LEAVERS.population 2026-07-02T09:00:00Z"}; !slices.Equal(runs, want) {
		t.Errorf("runs %q", runs)
	}
	if c := value(t, sheet(t, wb, "Samples"), "AC-01.sample/2", "Row in the file"); c.Number != 9 {
		t.Errorf("item %+v", c)
	}
	if c := value(t, sheet(t, wb, "Samples"), "AC-01.sample/1", "Engagement"); c.Text != "Wrenfield 2026" {
		t.Errorf("engagement %+v", c)
	}
}

// TestOpenPointsSayWhoseTheyAre keeps management's own tests apart from what
// the two sides raise, and out of the auditor edition.
func TestOpenPointsSayWhoseTheyAre(t *testing.T) {
	in := input()
	in.Engagement.RequestList.OpenPoints = []*content.OpenPoint{{ID: text("OP-1"), Request: text("AC-01.sample"), Control: text("AC-01"), Text: text("Which reviews?"), Side: text("service_auditor")}}
	for edition, want := range map[string][]string{Working: {"Raised by the service auditor", ownTest}, Auditor: {"Raised by the service auditor"}} {
		in.Edition = edition
		var from []string
		for _, row := range sheet(t, Workbook(in), "Open points").Rows {
			from = append(from, row.Cells[1].Text)
		}
		if !slices.Equal(from, want) {
			t.Errorf("%s edition: %q", edition, from)
		}
	}
}

func TestChangesAreLogged(t *testing.T) {
	in := input()
	e := in.Engagement
	in.Requests, in.Round, in.Issue = derived.Of(e), 2, "9f86"
	in.Log = []LogEntry{{What: "Something else"}, {Draft: "Round 1", Side: content.ServiceAuditorSide, What: "Taken over"}, {Side: content.CompanySide, What: "Answered"}}
	in.IssuedOn = content.Date{Year: 2026, Month: 7, Day: 13}
	wb := Workbook(in)
	if got, want := sheet(t, wb, "Change log").Rows[0].Cells[1], dateCell(in.IssuedOn); got != want {
		t.Errorf("the round is of day %v, want %v", got, want)
	}
	var lines []string
	for _, row := range sheet(t, wb, "Change log").Rows {
		lines = append(lines, row.Cells[4].Text+": "+row.Cells[5].Text)
	}
	for _, want := range []string{"Generated: Something else", "Service auditor: Taken over", in.short() + ": Answered"} {
		if !slices.Contains(lines, want) {
			t.Errorf("the log lacks %q: %q", want, lines)
		}
	}
	if want := []render.Property{{Name: "socdraft round", Value: "2"}, {Name: "socdraft revision", Value: "3f9a0c11d2e4"}, {Name: "socdraft issue", Value: "9f86"}}; !slices.Equal(wb.Properties, want) {
		t.Errorf("properties %+v", wb.Properties)
	}
}

// TestPointsHaveTheOwnerOfTheirRequest: who answers the request answers what is
// asked about it, and else the owner of the control.
func TestPointsHaveTheOwnerOfTheirRequest(t *testing.T) {
	in := input()
	letter := in.Requests[slices.IndexFunc(in.Requests, func(r *derived.Request) bool { return r.Key == "ENG.representation-letter" })]
	letter.Owner = "General Counsel"
	in.Engagement.RequestList.OpenPoints = []*content.OpenPoint{
		{ID: text("PT-01"), Request: text(letter.Key), Text: text("Of which day?")},
		{ID: text("PT-02"), Request: text(letter.Key), Control: text("AC-01"), Text: text("Who signs?")},
		{ID: text("PT-03"), Control: text("AC-01"), Text: text("Which reviews?")}, {ID: text("PT-04"), Text: text("When?")}}
	points := sheet(t, Workbook(in), "Open points")
	for id, want := range map[string]string{"PT-01": "General Counsel", "PT-02": "General Counsel", "PT-03": "IT Manager", "PT-04": ""} {
		if got := value(t, points, id, "Owner role").Text; got != want {
			t.Errorf("%s is owned by %q, want %q", id, got, want)
		}
	}
}

// TestPointsAreCounted tells the open points from those that are closed.
func TestPointsAreCounted(t *testing.T) {
	in := input()
	in.Engagement.RequestList.OpenPoints = []*content.OpenPoint{
		{ID: text("OP-01"), Text: text("Why?"), ClosedOn: content.Date{Year: 2026, Month: 7, Day: 13}}, {ID: text("OP-02"), Text: text("When?")}, {ID: text("OP-03"), Text: text("Who?")}}
	if got := sheet(t, Workbook(in), "Open points").Intro; !strings.HasPrefix(got, "Follow-up questions and potential exceptions: 2 open, 1 closed.") {
		t.Errorf("the intro is %q", got)
	}
}

// TestEverySheetStands keeps the sheets of a list that nobody has answered: each
// has its heads and a line that says what comes there.
func TestEverySheetStands(t *testing.T) {
	for _, s := range Workbook(input()).Sheets {
		if s.Letter == nil && (s.Intro == "" || s.Board == nil && len(s.Columns) == 0) {
			t.Errorf("sheet %s says nothing", s.Name)
		}
		if s.Name == "Samples" || s.Name == "Evidence" {
			if len(s.Rows) > 0 || !strings.HasPrefix(s.Intro, "No ") {
				t.Errorf("sheet %s: %q with %d rows", s.Name, s.Intro, len(s.Rows))
			}
		}
	}
}
