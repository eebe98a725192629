package socdraft_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/render/xlsx/strict"
)

// A desk is a project whose request list travels.
type desk struct {
	t   *testing.T
	dir string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("examples/startup")); err != nil {
		t.Fatal(err)
	}
	return &desk{t, dir}
}

func (d *desk) open() *socdraft.Project {
	d.t.Helper()
	p, err := socdraft.Open(d.dir)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { p.Close() })
	return p
}

func (d *desk) write(edits socdraft.Edits) {
	d.t.Helper()
	if len(edits.Findings) > 0 {
		d.t.Fatal(edits.Findings[0].Message)
	}
	for _, f := range edits.Files {
		name := filepath.Join(d.dir, f.Path)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			d.t.Fatal(err)
		}
	}
}

func (d *desk) issue() ([]byte, *socdraft.Issued) {
	d.t.Helper()
	return d.issueIn(socdraft.Auditor)
}

// issueIn issues the list in an edition: in the working one with statuses too
// that check finds impossible.
func (d *desk) issueIn(edition socdraft.Edition) ([]byte, *socdraft.Issued) {
	d.t.Helper()
	issued, err := d.open().IssueRequests(socdraft.Options{Edition: edition})
	if err != nil {
		d.t.Fatal(err)
	}
	d.write(issued.Edits)
	return issued.Workbook.Data, issued
}

// merge takes a workbook and returns its plan, one line each, with the kind of
// the line in front.
func (d *desk) merge(in socdraft.Return) []string {
	d.t.Helper()
	merged, err := d.open().MergeRequests(socdraft.Options{}, in)
	if err != nil {
		d.t.Fatal(err)
	}
	d.write(merged.Edits)
	var lines []string
	for _, l := range merged.Changes {
		lines = append(lines, l.Where+" "+l.What)
	}
	for _, l := range merged.Conflicts {
		lines = append(lines, "conflict "+l.Where+" "+l.What)
	}
	for _, l := range merged.Reports {
		lines = append(lines, "note "+l.Where+" "+l.What)
	}
	return lines
}

// A bookEdit changes a workbook; at names the cell of a row's id and a head.
type bookEdit func(f *excelize.File, at func(id, head string) string)

const requestsSheet = "Requests"

// reworked returns the workbook after a change.
func reworked(t *testing.T, data []byte, change bookEdit) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(requestsSheet)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "Request ID" })
	change(f, func(id, name string) string {
		x := slices.Index(rows[head], name)
		y := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == id })
		if id == "new" {
			y = len(rows)
		} else if id == "" {
			y = head
		}
		cell, err := excelize.CoordinatesToCellName(x+1, y+1)
		if err != nil || x < 0 || y < 0 {
			t.Fatalf("no cell for %q of %q", name, id)
		}
		return cell
	})
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// fill sets text cells of one row.
func fill(id string, cells ...string) bookEdit {
	return func(f *excelize.File, at func(id, head string) string) {
		for i := 0; i < len(cells); i += 2 {
			_ = f.SetCellStr(requestsSheet, at(id, cells[i]), cells[i+1]) // the sheet is there
		}
	}
}

func together(edits ...bookEdit) bookEdit {
	return func(f *excelize.File, at func(id, head string) string) {
		for _, e := range edits {
			e(f, at)
		}
	}
}

func TestAnUntouchedWorkbookMergesToNothing(t *testing.T) {
	d := newDesk(t)
	data, issued := d.issue()
	if issued.Round != 1 || issued.Again || issued.Numbered != issued.Requests {
		t.Errorf("issued as %+v", issued)
	}
	for _, from := range socdraft.Senders {
		if lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: data, From: from}); len(lines) > 0 {
			t.Errorf("from %s: %s", from, strings.Join(lines, "\n"))
		}
	}
	again, issued := d.issue()
	if !issued.Again || issued.Round != 1 || len(issued.Files) > 0 || !bytes.Equal(again, data) {
		t.Errorf("issued again as round %d with %d files", issued.Round, len(issued.Files))
	}
}

// TestWhatTheServiceAuditorWritesSurvives makes any edits of the service
// auditor's columns, in any order of the rows, and expects to read them in the
// next workbook, character by character.
func TestWhatTheServiceAuditorWritesSurvives(t *testing.T) {
	texts := []string{"=1+1", "+44 20", "-", "@SUM(A1)", "'quoted", "a\nb", "\"q\" \\n \\", "a\u00a0b", "🔑 ключ", "0012", "1e5", "TRUE", "# no comment",
		"\"\"\"", "'''", "x\t\ty", "=HYPERLINK(\"http://a\")", strings.Repeat("word ", 500) + "end", "2026-06-30", "[[answer]]", "\u202eright"}
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 7))
		d := newDesk(t)
		data, _ := d.issueIn(socdraft.Working)
		want := map[string]string{}
		returned := reworked(t, data, func(f *excelize.File, at func(id, head string) string) {
			rows, _ := f.GetRows(requestsSheet)
			first := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "Request ID" }) + 1
			for _, row := range rows[first:] {
				id := row[0]
				for head, values := range map[string][]string{
					"Auditor comment": texts, "Auditor ref": {"A-1", "=A-2", "17"}, "Due on": {"2026-09-01", "2026-10-15"}, "Priority / phase": {"Interim", "Phase “b”"},
					"Auditor status": {"Open", "Received", "Under review", "Returned", "Accepted", "Closed"}} {
					if random.IntN(3) > 0 {
						continue
					}
					value := values[random.IntN(len(values))]
					want[id+" "+head] = value
					_ = f.SetCellStr(requestsSheet, at(id, head), value)
				}
			}
			shuffle(f, random, first)
		})
		lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: returned, From: "auditor"})
		for _, l := range lines {
			if strings.HasPrefix(l, "conflict") || strings.HasPrefix(l, "note") && !strings.Contains(l, "was accepted although") {
				t.Errorf("seed %d: %s", seed, l)
			}
		}
		if again := d.merge(socdraft.Return{Name: "r.xlsx", Data: returned, From: "auditor"}); slices.ContainsFunc(again, func(l string) bool { return !strings.HasPrefix(l, "note") }) {
			t.Errorf("seed %d: merged again: %s", seed, strings.Join(again, "\n"))
		}
		next, issued := d.issueIn(socdraft.Working)
		if issued.Round != 2 {
			t.Errorf("seed %d: issued as round %d", seed, issued.Round)
		}
		reworked(t, next, func(f *excelize.File, at func(id, head string) string) {
			for cell, value := range want {
				id, head, _ := strings.Cut(cell, " ")
				if got, _ := f.GetCellValue(requestsSheet, at(id, head)); got != value {
					t.Errorf("seed %d: %s of %s came back as %q, was %q", seed, head, id, got, value)
				}
				if formula, _ := f.GetCellFormula(requestsSheet, at(id, head)); formula != "" {
					t.Errorf("seed %d: %s of %s became the formula %q", seed, head, id, formula)
				}
			}
		})
		if lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: next, From: "auditor"}); len(lines) > 0 {
			t.Errorf("seed %d: the next round is not untouched: %s", seed, strings.Join(lines, "\n"))
		}
	}
}

// shuffle puts the rows from the given one on in another order.
func shuffle(f *excelize.File, random *rand.Rand, first int) {
	rows, _ := f.GetRows(requestsSheet)
	width := len(rows[first-1])
	order := random.Perm(len(rows) - first)
	for to, from := range order {
		for x := range width {
			text := ""
			if x < len(rows[first+from]) {
				text = rows[first+from][x]
			}
			cell, _ := excelize.CoordinatesToCellName(x+1, first+to+1)
			_ = f.SetCellFormula(requestsSheet, cell, "")
			_ = f.SetCellStr(requestsSheet, cell, text)
		}
	}
}

func TestEachSideOwnsItsColumns(t *testing.T) {
	both := together(fill("R-001", "Company status", "Submitted", "Evidence IDs", "a.pdf\nb.pdf", "Auditor status", "Accepted"), fill("R-002", "What is requested", "Else"))
	tests := map[string][]string{
		"auditor": {`R-001 Auditor status "Accepted"`, "for the company to say", "nobody fills this column", "was accepted although"},
		"company": {`R-001 Company status "Not started" → "Submitted"`, `R-001 Evidence IDs "a.pdf\nb.pdf"`,
			"for the service auditor to say", "nobody fills this column"},
		"both": {`Company status (company)`, `Evidence IDs (company)`, `Auditor status (service auditor)`, "nobody fills this column"},
	}
	for from, want := range tests {
		d := newDesk(t)
		data, _ := d.issue()
		lines := strings.Join(d.merge(socdraft.Return{Name: "r.xlsx", Data: reworked(t, data, both), From: from}), "\n")
		for _, w := range want {
			if !strings.Contains(lines, w) {
				t.Errorf("from %s: no %q in\n%s", from, w, lines)
			}
		}
		if from != "both" && strings.Count(lines, "to say") == 0 {
			t.Errorf("from %s:\n%s", from, lines)
		}
	}
}

// TestConflictsStopTheirCell: the file and the sources changed one cell, and
// only that one stays.
func TestConflictsStopTheirCell(t *testing.T) {
	d := newDesk(t)
	data, _ := d.issue()
	mine := "# mine\n[[answer]]\nrequest = \"R-001\" # kept\nauditor_comment = \"ours\"\n"
	if err := os.WriteFile(filepath.Join(d.dir, "requests/answers.toml"), []byte(mine), 0o644); err != nil {
		t.Fatal(err)
	}
	returned := reworked(t, data, fill("R-001", "Auditor comment", "theirs", "Auditor status", "Received"))
	lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: returned, From: "auditor"})
	want := []string{`R-001 Auditor status "Received"`,
		`conflict Requests!Q4 Auditor comment of R-001: issued (empty), the file says "theirs", the sources say "ours"`}
	if len(lines) != 2 || lines[0] != want[0] || !strings.HasPrefix(lines[1], "conflict Requests!") || !strings.HasSuffix(lines[1], want[1][len("conflict Requests!Q4"):]) {
		t.Errorf("%q", lines)
	}
	got, _ := os.ReadFile(filepath.Join(d.dir, "requests/answers.toml"))
	if want := strings.Replace(mine, "\"ours\"\n", "\"ours\"\nauditor_status = \"received\"\n", 1); string(got) != want {
		t.Errorf("the answers are\n%s\nwant\n%s", got, want)
	}
}

// TestTwoFilesOfOneRound are merged one after the other.
func TestTwoFilesOfOneRound(t *testing.T) {
	d := newDesk(t)
	data, _ := d.issueIn(socdraft.Working)
	one := reworked(t, data, fill("R-001", "Auditor status", "Received"))
	two := reworked(t, data, fill("R-001", "Company status", "Submitted"))
	d.merge(socdraft.Return{Name: "1.xlsx", Data: one, From: "auditor"})
	lines := d.merge(socdraft.Return{Name: "2.xlsx", Data: two, From: "company"})
	if len(lines) != 1 || lines[0] != `R-001 Company status "Not started" → "Submitted"` {
		t.Errorf("%q", lines)
	}
	// An older round is compared with what was issued then, also after another issue.
	d.issueIn(socdraft.Working)
	three := reworked(t, data, fill("R-002", "Due on", "2026-09-01"))
	lines = d.merge(socdraft.Return{Name: "3.xlsx", Data: three, From: "auditor"})
	if len(lines) != 1 || lines[0] != `R-002 Due on "2026-09-01"` {
		t.Errorf("%q", lines)
	}
}

// TestOneFileThatGrows: people go on in the file that they sent once, and send
// it again.
func TestOneFileThatGrows(t *testing.T) {
	d := newDesk(t)
	data, _ := d.issueIn(socdraft.Working)
	early := reworked(t, data, together(fill("R-001", "Auditor status", "Received"), fill("R-002", "Auditor comment", "one")))
	later := reworked(t, early, together(fill("R-001", "Auditor status", "Under review"), fill("R-002", "Auditor comment", "one\ntwo")))
	d.merge(socdraft.Return{Name: "1.xlsx", Data: early, From: "auditor"})
	d.issueIn(socdraft.Working)
	want := []string{`R-001 Auditor status "Received" → "Under review"`, `R-002 Auditor comment "one" → "one\ntwo"`}
	if lines := d.merge(socdraft.Return{Name: "2.xlsx", Data: later, From: "auditor"}); !slices.Equal(lines, want) {
		t.Errorf("%q", lines)
	}
	want = []string{`note Requests!K4 Auditor status of R-001 says "Received", which was merged before; the sources say "Under review" by now`}
	if lines := d.merge(socdraft.Return{Name: "1.xlsx", Data: early, From: "auditor"}); len(lines) != 2 || lines[0] != want[0] {
		t.Errorf("%q", lines)
	}
	if lines := d.merge(socdraft.Return{Name: "2.xlsx", Data: later, From: "auditor"}); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
}

func TestReturnedSetsTheCompanyBackToWork(t *testing.T) {
	d := newDesk(t)
	data, _ := d.issue()
	d.merge(socdraft.Return{Name: "1.xlsx", Data: reworked(t, data, fill("R-001", "Company status", "Submitted")), From: "company"})
	data, _ = d.issueIn(socdraft.Working)
	lines := d.merge(socdraft.Return{Name: "2.xlsx", Data: reworked(t, data, fill("R-001", "Auditor status", " returned ")), From: "auditor"})
	if len(lines) != 2 || lines[1] != `R-001 Company status "Submitted" → "In progress", since the service auditor returned it` {
		t.Errorf("%q", lines)
	}
}

// TestTheRoundIsKnown also where a program dropped the properties, and even
// where somebody took the sheet out that says it too.
func TestTheRoundIsKnown(t *testing.T) {
	d := newDesk(t)
	first, _ := d.issueIn(socdraft.Working)
	d.merge(socdraft.Return{Name: "1.xlsx", Data: reworked(t, first, fill("R-001", "Auditor status", "Received")), From: "auditor"})
	d.issueIn(socdraft.Working)
	plain := func(f *excelize.File, _ func(string, string) string) {
		for _, name := range []string{"socdraft round", "socdraft issue", "socdraft revision"} {
			if err := f.SetCustomProps(excelize.CustomProperty{Name: name}); err != nil {
				t.Fatal(err)
			}
		}
	}
	merged := func(edits ...bookEdit) *socdraft.Merged {
		m, err := d.open().MergeRequests(socdraft.Options{}, socdraft.Return{Name: "r.xlsx", Data: reworked(t, first, together(edits...)), From: "auditor"})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	if m := merged(plain); m.Round != 1 || len(m.Changes)+len(m.Reports) > 0 {
		t.Errorf("without properties: %+v", m)
	}
	bare := merged(plain, func(f *excelize.File, _ func(string, string) string) { _ = f.DeleteSheet("Read me") })
	if bare.Round != 2 || len(bare.Reports) != 1 || !strings.Contains(bare.Reports[0].What, "does not say of which round it is") {
		t.Errorf("without any word: %+v", bare)
	}
}

func TestWorkbooksOfAnotherIssue(t *testing.T) {
	d := newDesk(t)
	data, _ := d.issue()
	changed := reworked(t, data, fill("R-001", "Auditor ref", "A-7"))
	if err := os.Remove(filepath.Join(d.dir, "requests/issued.toml")); err != nil {
		t.Fatal(err)
	}
	merge := func(in socdraft.Return) error {
		_, err := d.open().MergeRequests(socdraft.Options{}, in)
		return err
	}
	if err := merge(socdraft.Return{Name: "r.xlsx", Data: changed}); err == nil || !strings.Contains(err.Error(), "--base") {
		t.Error(err)
	}
	if lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: changed, Base: data, From: "auditor"}); len(lines) != 1 || lines[0] != `R-001 Auditor ref "A-7"` {
		t.Errorf("%q", lines)
	}
	d.issue()
	if err := merge(socdraft.Return{Name: "r.xlsx", Data: data}); err == nil || !strings.Contains(err.Error(), "is of another issue of round 1") {
		t.Error(err)
	}
	if err := merge(socdraft.Return{Name: "r.xlsx", Data: data[:500], From: "auditor"}); err == nil || err.Error() != "cannot read r.xlsx: it is cut off or damaged; ask for it again" {
		t.Error(err)
	}
}

// TestBadRows: nothing that people do to rows and columns loses a word or takes
// one that nobody wrote.
func TestBadRows(t *testing.T) {
	set := func(cell, value string) bookEdit {
		return func(f *excelize.File, _ func(string, string) string) { _ = f.SetCellStr(requestsSheet, cell, value) }
	}
	tests := map[string]struct {
		change bookEdit
		want   []string // beginnings or parts of the lines, in order
	}{
		"id with spaces": {fill("R-002", "Auditor ref", "A", "Request ID", " r - 2 "), []string{`R-002 Auditor ref`, `" r - 2 " is taken for R-002`}},
		"an unknown id":  {fill("R-002", "Auditor ref", "A", "Request ID", "R-999"), []string{`R-002 Auditor ref`, `the row has the words of R-002 and is taken for it, whatever its id "R-999"`}},
		"dates in styles": {together(fill("R-001", "Due on", "30.06.2026"), fill("R-002", "Due on", "6/30/2026"), fill("R-003", "Due on", "June 30, 2026"),
			fill("R-004", "Due on", "30 Jun 2026"), fill("R-005", "Due on", " 2026-06-30\u00a0"), fill("R-006", "Due on", "6/7/2026"), fill("R-007", "Due on", "soon")),
			[]string{"R-001", "R-002", "R-003", "R-004", "R-005", "can mean June 7, 2026 or July 6, 2026", `"soon" is no date`}},
		"a serial number": {func(f *excelize.File, at func(string, string) string) {
			_ = f.SetCellValue(requestsSheet, at("R-001", "Due on"), 46203)
		}, []string{`R-001 Due on "2026-06-30"`}},
		"a renamed column": {together(fill("", "Auditor comment", "Auditor coment"), fill("R-001", "Auditor status", "Open")), []string{"R-001 Auditor status", `the column "Auditor coment" is taken for "Auditor comment"`}},
		"a removed column": {func(f *excelize.File, at func(string, string) string) {
			col := strings.TrimRight(at("R-001", "Auditor ref"), "0123456789")
			if err := f.RemoveCol(requestsSheet, col); err != nil {
				panic(err)
			}
		}, []string{`the column "Auditor ref" is not there`}},
		"a missing sheet": {func(f *excelize.File, _ func(string, string) string) { _ = f.DeleteSheet("Walkthroughs") }, []string{"the sheet is not in the file"}},
		"a renamed sheet": {together(fill("R-001", "Auditor ref", "A"), func(f *excelize.File, _ func(string, string) string) { _ = f.SetSheetName(requestsSheet, "PBC list") }),
			[]string{"R-001 Auditor ref", `the sheet is taken for "Requests"`}},
		"a duplicated row": {together(fill("R-001", "Auditor ref", "A"), fill("new", "Request ID", "R-001", "Auditor ref", "A")), []string{"R-001 Auditor ref", "R-001 stands in row 4 too"}},
		"two rows that differ": {together(fill("R-001", "Auditor ref", "A"), fill("new", "Request ID", "R-001", "Auditor ref", "B")),
			[]string{"R-001 Auditor ref", "conflict Requests!A84 R-001 stands in row 4, and here with something else in Auditor ref"}},
		"a row that was copied to ask anew": {fill("new", "Request ID", "R-001", "Title", "Badge log", "What is requested", "The log", "Auditor ref", "B", "Auditor status", "Open", "Company status", "Not started"),
			[]string{"new request of the service auditor: Badge log", "R-001 stands in row 4, and here with other words: the row is taken for a new request"}},
		"an id that was filled down": {fill("R-002", "Auditor ref", "A", "Request ID", "R-001"),
			[]string{"R-002 Auditor ref", "the row has the id R-001 and the words of R-002, and is taken for R-002"}},
		"removed rows": {func(f *excelize.File, at func(string, string) string) { _ = f.RemoveRow(requestsSheet, 4) }, []string{"1 row that was issued is not in the file: R-001"}},
		"hidden rows": {together(fill("R-001", "Auditor ref", "A"), func(f *excelize.File, _ func(string, string) string) { _ = f.SetRowVisible(requestsSheet, 4, false) }),
			[]string{"R-001 Auditor ref"}},
		"a merged cell": {func(f *excelize.File, at func(string, string) string) {
			fill("R-001", "Auditor comment", "for all")(f, at)
			_ = f.MergeCell(requestsSheet, at("R-001", "Auditor comment"), at("R-003", "Auditor comment"))
		}, []string{"R-001 Auditor comment"}},
		"formulas": {func(f *excelize.File, at func(string, string) string) {
			_ = f.SetCellInt(requestsSheet, at("R-001", "Auditor comment"), 12)
			_ = f.SetCellFormula(requestsSheet, at("R-001", "Auditor comment"), "6*2")
		}, []string{`R-001 Auditor comment "12"`, "is a formula; its value"}},
		"an emptied status":  {fill("R-001", "Company status", ""), []string{"for the company to say"}},
		"an unknown status":  {fill("R-001", "Auditor status", "acepted"), []string{`"acepted" is no auditor status`}},
		"an unknown request": {fill("R-001", "Follow-up of", "R-777"), []string{`"R-777" is no request of the list`}},
		"an added column":    {set("AZ3", "x"), nil},
		"a new request": {fill("new", "Title", "Badge log", "What is requested", "=The log", "Request kind", "Configuration", "Auditor ref", "Q-9"),
			[]string{"new request of the service auditor: Badge log"}},
		"a long title": {fill("new", "Title", strings.Repeat("title ", 2000), "What is requested", "The log"),
			[]string{"new request of the service auditor: title title"}},
		"a long reference":     {fill("R-001", "Auditor ref", strings.Repeat("ref ", 3000)), []string{"the text has 11999 bytes, more than the 10000 of one line"}},
		"words below the list": {fill("new", "Auditor comment", "Total"), []string{"has no id of the list and asks for nothing"}},
		"a comment": {func(f *excelize.File, at func(string, string) string) {
			_ = f.AddComment(requestsSheet, excelize.Comment{Cell: at("R-002", "Due on"), Author: "Ada", Text: "Ada:\nearlier?"})
		}, []string{`R-002 comment at Due on: "earlier?"`}},
		"a sheet nobody fills in": {func(f *excelize.File, _ func(string, string) string) {
			_ = f.SetCellStr("Samples", "A40", "R-003")
			_ = f.SetCellStr("Samples", "B40", "ticket 17")
		}, []string{`the row is not as it was issued, and nobody fills this sheet in: "R-003 · ticket 17"`}},
		"an added sheet": {func(f *excelize.File, _ func(string, string) string) {
			_, _ = f.NewSheet("Our notes")
			_ = f.SetCellStr("Our notes", "B2", "=1+1")
		}, []string{`the sheet "Our notes" is kept, with 2 rows`}},
		"an added sheet that ends in a formula": {func(f *excelize.File, _ func(string, string) string) {
			_, _ = f.NewSheet("Our notes")
			_ = f.SetCellStr("Our notes", "A1", "Total")
			_ = f.SetCellFormula("Our notes", "B3", "1+1")
		}, []string{`the sheet "Our notes" is kept, with 1 row`, "a formula whose value was not saved"}},
	}
	first := newDesk(t)
	data, _ := first.issue()
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := &desk{t, t.TempDir()}
			if err := os.CopyFS(d.dir, os.DirFS(first.dir)); err != nil {
				t.Fatal(err)
			}
			returned := reworked(t, data, test.change)
			lines := d.merge(socdraft.Return{Name: "r.xlsx", Data: returned, From: "auditor"})
			if len(lines) != len(test.want) && test.want != nil {
				t.Fatalf("%s\nwant %q", strings.Join(lines, "\n"), test.want)
			}
			for i, w := range test.want {
				if !strings.Contains(lines[i], w) {
					t.Errorf("line %q, want %q", lines[i], w)
				}
			}
			for _, l := range d.merge(socdraft.Return{Name: "r.xlsx", Data: returned, From: "auditor"}) {
				if !strings.HasPrefix(l, "note") && !slices.Contains(lines, l) || strings.HasPrefix(l, "R-") {
					t.Errorf("merged again: %s", l)
				}
			}
			next, issued := d.issue()
			if len(issued.Findings) > 0 {
				t.Error(issued.Findings[0].Message)
			}
			for _, problem := range strict.Check(next) {
				t.Error(problem)
			}
			if lines := d.merge(socdraft.Return{Name: "n.xlsx", Data: next, From: "both"}); len(lines) > 0 {
				t.Errorf("the next issue is not untouched: %s", strings.Join(lines, "\n"))
			}
		})
	}
}
