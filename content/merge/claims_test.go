package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// retyped changes cells of one row, given as key and text.
func retyped(sheet *returned.Sheet, row int, cells ...string) {
	for i := 0; i < len(cells); i += 2 {
		for x, col := range requests.Columns {
			if col.Key == cells[i] {
				sheet.Rows[row-1].Cells[x].Text = cells[i+1]
			}
		}
	}
}

// copyRow puts a copy of a row behind all others, as row 5 of the list.
func copyRow(sheet *returned.Sheet, row int) {
	sheet.Rows = append(sheet.Rows, &returned.Row{Number: len(sheet.Rows) + 1, Cells: slices.Clone(sheet.Rows[row-1].Cells)})
}

// claimed returns the plan as lines, with its conflicts.
func claimed(t *testing.T, have []*requests.Request, base []*Sheet, sheet *returned.Sheet, sides ...content.RequestSide) (string, *Plan) {
	t.Helper()
	e := &content.Engagement{}
	p := Compare(Input{Engagement: e, Requests: have, Base: base, Sides: sides, Book: &returned.Book{Sheets: []*returned.Sheet{sheet}}})
	var b strings.Builder
	for _, c := range p.Changes {
		b.WriteString(c.Row + " " + c.Column.Key + " = " + c.value + "\n")
	}
	for _, n := range p.Asked {
		b.WriteString(n.ID + " " + n.Title + "\n")
	}
	for _, n := range p.Notes {
		b.WriteString(n.Request + " note " + n.Text + "\n")
	}
	for _, c := range p.Conflicts {
		b.WriteString("conflict " + c.Where + " " + c.What + "\n")
	}
	for _, r := range p.Reports {
		b.WriteString("! " + r.What + "\n")
	}
	return b.String(), p
}

// TestRowsAreKnownByTheirWords where an id stands at the words of another, or
// twice: no word of one row reaches the request of another without a word.
func TestRowsAreKnownByTheirWords(t *testing.T) {
	asks := []string{"title", "Badge log", "what", "The log of the badges.", "ref", "Q-9", "auditor_status", "Under review"}
	for name, test := range map[string]struct {
		edit func(*returned.Sheet)
		from content.RequestSide
		want string
	}{
		"a copy that asks for something else": {func(s *returned.Sheet) {
			copyRow(s, 3)
			retyped(s, 5, asks...)
			s.Notes = []returned.Note{{Row: 3, Column: 1, Text: "Old"}, {Row: 5, Column: 1, Text: "Old"}, {Row: 5, Column: 2, Text: "New"}}
		}, auditor, "R-013 Badge log\nR-002 note Old\nR-013 note New\n! R-002 stands in row 3, and here with other words: the row is taken for a new request\n"},
		"the same above its original": {func(s *returned.Sheet) {
			copyRow(s, 3)
			retyped(s, 3, asks...)
		}, auditor, "R-013 Badge log\n! R-002 stands in row 5, and here with other words: the row is taken for a new request\n"},
		"the same of the company": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 5, append(asks, "status", "Submitted", "ref", "", "auditor_status", "Open")...)
		}, company, "conflict Requests!A5 R-012 stands in row 4, and here with other words: \"Badge log\"\n"},
		"a copy with one of the words alone": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 5, "title", "Chart of 2025", "auditor_status", "Accepted")
			s.Notes = []returned.Note{{Row: 5, Column: 1, Text: "New"}}
		}, auditor, "conflict Requests!A5 R-012 stands in row 4, and here with something else in Auditor status\n! a comment stands at no request: \"New\"\n"},
		"a copy with other answers": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 4, "auditor_comment", "one")
			retyped(s, 5, "auditor_status", "Returned")
		}, auditor, "R-012 auditor_comment = one\nconflict Requests!A5 R-012 stands in row 4, and here with something else in Auditor status\n"},
		"a copy that says nothing": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 4, "auditor_comment", "one")
		}, auditor, "R-012 auditor_comment = one\n! R-012 stands in row 4 too\n"},
		"an id filled down": {func(s *returned.Sheet) {
			retyped(s, 4, "id", "R-002", "auditor_comment", "Who?")
			s.Notes = []returned.Note{{Row: 4, Column: 1, Text: "New"}}
		}, auditor, "R-012 auditor_comment = Who?\nR-012 note New\n! the row has the id R-002 and the words of R-012, and is taken for R-012\n"},
		"ids that were sorted alone": {func(s *returned.Sheet) {
			retyped(s, 2, "id", "R-012", "auditor_comment", "1")
			retyped(s, 4, "id", "R-001", "auditor_comment", "12")
		}, auditor, "R-001 auditor_comment = 1\nR-012 auditor_comment = 12\n" +
			"! the row has the id R-012 and the words of R-001, and is taken for R-001\n! the row has the id R-001 and the words of R-012, and is taken for R-012\n"},
		"an id whose own row is gone": {func(s *returned.Sheet) {
			retyped(s, 4, "id", "R-001", "auditor_comment", "12")
			s.Rows = slices.Delete(s.Rows, 1, 2)
		}, auditor, "conflict Requests!A4 the row has the id R-001 and the words of R-012\n! 2 rows that were issued are not in the file: R-001, R-012\n"},
		"words that stand in another row": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 5, "id", "R-001", "auditor_comment", "12")
		}, auditor, "conflict Requests!A5 the row has the id R-001 and the words of R-012\n"},
		"two rows without the words of their id": {func(s *returned.Sheet) {
			copyRow(s, 4)
			retyped(s, 4, asks...)
			retyped(s, 5, "title", "Vault log", "what", "The log of the vault.", "auditor_status", "Closed")
		}, auditor, "conflict Requests!A4 R-012 stands in 2 rows, and none has its words\nconflict Requests!A5 R-012 stands in 2 rows, and none has its words\n" +
			"! 1 row that was issued is not in the file: R-012\n"},
		"a row that was worded anew": {func(s *returned.Sheet) {
			retyped(s, 4, "title", "Charts", "what", "All charts.", "auditor_comment", "one")
		}, auditor, "R-012 auditor_comment = one\n! Title of R-012 was changed to \"Charts\", and nobody fills this column\n" +
			"! What is requested of R-012 was changed to \"All charts.\", and nobody fills this column\n"},
	} {
		t.Run(name, func(t *testing.T) {
			have := list()
			sheet := sheetOf(have, untouched)
			test.edit(sheet)
			got, _ := claimed(t, have, Present(&content.Engagement{}, have), sheet, test.from)
			// The numbers of new requests follow those of the engagement, which has none here.
			if got = strings.NewReplacer("R-001 Badge", "R-013 Badge", "R-001 note New", "R-013 note New").Replace(got); got != test.want {
				t.Errorf("%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestACopyCarriesNoState of the request it was copied from, and merging the
// file again changes nothing.
func TestACopyCarriesNoState(t *testing.T) {
	have := list()
	have[1].Ref, have[1].Answer.Comment = "Q-2", text("Attached.")
	base := Present(&content.Engagement{}, have)
	sheet := sheetOf(have, untouched)
	copyRow(sheet, 3)
	retyped(sheet, 5, "title", "Badge log", "what", "The log of the badges.", "due_on", "2026-09-01")
	_, plan := claimed(t, have, base, sheet, auditor)
	if len(plan.Asked) != 1 {
		t.Fatalf("%d requests", len(plan.Asked))
	}
	n := plan.Asked[0]
	if n.values["due_on"] != "2026-09-01" || n.values["kind"] != "document" {
		t.Errorf("what is asked is lost: %v", n.values)
	}
	for _, key := range []string{"ref", "auditor_status", "accepted_on", "auditor_comment", "follow_up_of"} {
		if n.values[key] != "" {
			t.Errorf("%s is %q", key, n.values[key])
		}
	}
	have = append(have, &requests.Request{ID: "R-201", Title: "Badge log", What: "The log of the badges.", Kind: requests.Document,
		DueOn: content.Date{Year: 2026, Month: 9, Day: 1}, Asked: &content.AskedRequest{}, Origin: requests.ByAuditor})
	got, _ := claimed(t, have, base, sheet, auditor)
	if want := "! the row has the id R-002 and the words of R-201, and is taken for R-201\n"; got != want {
		t.Errorf("merged again:\n%s", got)
	}
}

// TestACopiedPointIsANewOne, and what settled the old one stays with that.
func TestACopiedPointIsANewOne(t *testing.T) {
	e, _ := recorded(t)
	e.RequestList.OpenPoints[0].Resolution = text("Because.")
	heads := []string{"Point ID", "Request ID", "Point", "Raised on", "Resolution", "Closed on"}
	book := &returned.Book{Sheets: []*returned.Sheet{sheetOf(list(), untouched),
		rowsOf("Open points", heads, []string{"PT-01", "", "Why?", "", "Because."}, []string{"PT-01", "", "When?", "2026-07-01", "Because."})}}
	plan := Compare(Input{Engagement: e, Requests: list(), Base: Present(e, list()), Book: book, Sides: []content.RequestSide{company}})
	if len(plan.Changes) > 0 || len(plan.Points) != 1 || plan.Points[0].Text != "When?" || plan.Points[0].values["resolution"] != "" || plan.Points[0].values["raised_on"] == "" {
		t.Errorf("changes %v, points %+v, reports %v, conflicts %+v", plan.Changes, plan.Points[0], plan.Reports, plan.Conflicts)
	}
}
