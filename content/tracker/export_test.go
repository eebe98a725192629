package tracker

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/requests"
)

func sampleList() []*requests.Request {
	return []*requests.Request{
		{ID: "R-001", Ref: "=7", Kind: requests.Population, Title: "=SUM(A1) of changes", What: "All changes.\n“Every” one", Controls: []string{"CM-01"},
			Criteria: []string{"CC8.1"}, DueOn: content.Date{Year: 2026, Month: 8, Day: 1},
			Covers: requests.TimeFrame{Start: content.Date{Year: 2025, Month: 7, Day: 1}, End: content.Date{Year: 2026, Month: 6, Day: 30}}},
		{ID: "R-002", Kind: requests.Walkthrough, Title: "Walk", What: "Walk through it", Withdrawn: true},
		{ID: "R-003", Kind: requests.Document, Title: "Policy", What: "The policy", Covers: requests.TimeFrame{End: content.Date{Year: 2026, Month: 6, Day: 30}}},
	}
}

func TestCSVHoldsTheListAndNoFormula(t *testing.T) {
	out, err := PresetOf("csv").Export(sampleList(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(out.Data), "\xEF\xBB\xBFRequest ID,") || out.Rows != 3 {
		t.Errorf("%d rows, beginning %.20q", out.Rows, out.Data)
	}
	book, err := CSV("x", out.Data)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range book.Sheets[0].Rows[1:] {
		r := sampleList()[row.Number-2]
		for x, c := range requests.Columns {
			if got, want := row.Cell(x+1).Text, c.Text(r); got != want {
				t.Errorf("%s of %s came back as %q, not %q", c.Key, r.ID, got, want)
			}
		}
	}
	for _, bad := range []string{",=", "\n=", "\"=", ",+", ",@"} {
		if strings.Contains(string(out.Data), bad) {
			t.Errorf("a cell begins with %q", bad[1:])
		}
	}
}

func TestGuardComesOffAndOnlyTheGuard(t *testing.T) {
	for _, text := range []string{"=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "'quoted'", "'", "", "plain", "it's"} {
		if got := unguarded(guarded(text)); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

func TestHyperproofHasItsHeadings(t *testing.T) {
	out, err := PresetOf("hyperproof").Export(sampleList(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "ID,Reference,Summary,Assignee\n,'=7,\"'=SUM(A1) of changes\nAll changes.\n“Every” one\nControl IDs: CM-01\nAuditor ref: =7\",\n,R-003,\"Policy\nThe policy\",\n"
	if string(out.Data) != want {
		t.Errorf("got  %q\nwant %q", out.Data, want)
	}
}

func TestHeadsOfAFileAreFilledIn(t *testing.T) {
	out, err := PresetOf("hyperproof").Export(sampleList()[:1], []string{"Due date", "ID", "Reference", "Summary", "Assignee", "Description", "Moon"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Due date,ID,Reference,Summary,Assignee,Description,Moon\n2026-08-01,,'=7,'=SUM(A1) of changes,,\"All changes.\n“Every” one\",\n"; string(out.Data) != want {
		t.Errorf("got  %q\nwant %q", out.Data, want)
	}
	if got := strings.Join(out.Empty, " "); got != "ID Assignee Moon" {
		t.Errorf("said to be empty: %s", got)
	}
	if _, err := PresetOf("hyperproof").Export(nil, []string{"ID", "Reference", "summary", "Assignee"}); err == nil || !strings.Contains(err.Error(), `no column "Summary"`) {
		t.Errorf("a heading in another case is not reported: %v", err)
	}
	if _, err := PresetOf("vanta").Export(nil, []string{"ID"}); err == nil {
		t.Error("vanta takes heads")
	}
}

func TestVantaBodies(t *testing.T) {
	out, err := PresetOf("vanta").Export(sampleList(), nil)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out.Data)), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d bodies, want 2: withdrawn requests are not asked", len(lines))
	}
	var body map[string]any
	if err := json.Unmarshal([]byte(lines[0]), &body); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{"uniqueId": "R-001", "requestType": "POPULATION", "dueDate": "2026-08-01T00:00:00.000Z", "evidenceCaptureDate": "2025-07-01T00:00:00.000Z"} {
		if body[key] != want {
			t.Errorf("%s is %v, want %v", key, body[key], want)
		}
	}
	if want := `{"uniqueId":"R-003","title":"Policy","requestType":"POINT_IN_TIME","description":"The policy","frameworkCodes":[]}`; lines[1] != want {
		t.Errorf("got  %s\nwant %s", lines[1], want)
	}
	if strings.Contains(string(out.Data), "additionalControlIds") {
		t.Error("ids of ours are sent as ids of Vanta")
	}
}

func TestPresetsNameTheirPage(t *testing.T) {
	for _, p := range Presets {
		if p.Fields != nil && !strings.HasPrefix(p.Page, "https://") {
			t.Errorf("%s follows no page", p.Name)
		}
		for _, f := range append(p.Fields, p.Maybe...) {
			switch f.From {
			case "", fromNumber, fromDescription, fromCriteria, fromStart:
			default:
				if requests.ColumnOf(f.From) == nil {
					t.Errorf("%s: %s comes from %q, which is nothing", p.Name, f.Head, f.From)
				}
			}
		}
	}
}
