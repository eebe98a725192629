package soc2_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

func TestResultsPrintTheWordsThatCame(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		tests := []struct {
			result, extra, want string
		}{
			{"no_exceptions", "", "Words of the firm."},
			{"exception", "tested = 25\ndeviations = 2\nnature = \"late\"\n", "Words of the firm."},
			{"no_occurrence", "trigger = \"t\"\nbasis = \"b\"\n", "Words of the firm."},
			{"not_in_period", "last_operated = 2025-05-01\n", "Words of the firm."},
			{"not_tested_carved_out", "subservice = \"corvane\"\n", "Words of the firm."},
			{"pending", "", "[SERVICE AUDITOR TO COMPLETE]"},
		}
		for _, tt := range tests {
			p := baseProject(t, "responses.toml", "")
			head, _, _ := strings.Cut(p["tests/2026/access.toml"], "[[test]]")
			text := "text = \"Words of the firm.\"\n"
			if tt.result == "pending" {
				text = ""
			}
			p["tests/2026/access.toml"] = head + "[[test]]\nid = \"T-9\"\ncontrol = \"AC-01\"\nmethods = [\"inspection\"]\nprocedure = \"Inspected it.\"\nresult = \"" +
				tt.result + "\"\n" + text + tt.extra
			d := p.buildAs(t, soc2.Auditor, after)
			row := controlRow(d, "AC-01")
			if got := cellText(row.Bands[0][1]); !strings.HasPrefix(got, tt.want) {
				t.Errorf("%s: result %q, want %q", tt.result, got, tt.want)
			}
			exception := tt.result == "exception"
			if cell := row.Bands[0][1]; cell.Bar != exception || (cell.ID == "exception-T-9") != exception {
				t.Errorf("%s: bar %t, anchor %q", tt.result, cell.Bar, cell.ID)
			}
			if exception {
				d.has("section/other-information", "[MANAGEMENT TO PROVIDE – response to exception T-9")
			}
		}
	})
}

// controlRow returns the row of a control.
func controlRow(d *draft, id string) render.Row {
	d.t.Helper()
	for _, b := range d.doc.Blocks {
		if table, ok := b.(*render.Table); ok {
			for _, row := range table.Rows {
				if row.ID == id {
					return row
				}
			}
		}
	}
	d.t.Fatalf("no row %s", id)
	return render.Row{}
}

func cellText(c render.Cell) string {
	f := &flattener{}
	for _, b := range c.Blocks {
		f.block(b)
	}
	var texts []string
	for _, l := range f.lines {
		texts = append(texts, l.text)
	}
	return strings.Join(texts, "\n")
}

func TestSeveralTestsStandSideBySideWithTheirResults(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		row := controlRow(baseProject(t).build(t), "AC-02")
		if len(row.Bands) != 2 {
			t.Fatalf("%d bands", len(row.Bands))
		}
		for i, want := range []string{"Inspected the tickets", "Reperformed one removal"} {
			if got := cellText(row.Bands[i][0]); !strings.Contains(got, want) {
				t.Errorf("band %d: %q", i, got)
			}
		}
		if got := cellText(row.Bands[1][1]); got != "No exceptions noted." {
			t.Errorf("second result %q", got)
		}
	})
}

func TestControlsShowTheirHistory(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		want := "AC-02 Removal of access\nWording since January 1, 2026\nThe service desk removes access within one business day.\n" +
			"Wording from January 1, 2024 to December 31, 2025\nThe service desk removes access within two business days.\n" +
			"IT Manager, performed by Service Desk\u00a0· Per occurrence (termination)\u00a0· CC6.2"
		if got := cellText(controlRow(d, "AC-02").Lead[0]); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if got := cellText(controlRow(d, "AC-03").Lead[0]); !strings.HasSuffix(got, "Introduced September 1, 2025") {
			t.Errorf("got %s", got)
		}
	})
}

func TestAssumedControlsStandInTheOrderOfTheirNumbers(t *testing.T) {
	p := baseProject(t)
	csoc := "[[party.csoc]]\nid = \"CSOC-1\"\n"
	more := ""
	for _, id := range []string{"CSOC-10", "CSOC-9"} {
		more += "[[party.csoc]]\nid = \"" + id + "\"\nstatement = \"Guards are on duty.\"\ncriteria = [\"CC6.4\"]\n\n"
	}
	p["third-parties.toml"] = strings.Replace(p["third-parties.toml"], csoc, more+csoc, 1)
	row := controlRow(p.build(t), "criterion/CC6.4")
	if got, want := cellText(row.Bands[0][2]), "CSOC-1, CSOC-9, CSOC-10, CUEC-1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCriteriaSayThroughWhomTheyAreAddressed(t *testing.T) {
	d := baseProject(t).build(t)
	for id, want := range map[string]string{
		"criterion/CC6.2": "AC-01, AC-02 ▲ exception",
		"criterion/CC6.4": "Corvane Cloud, Inc. is responsible for the controls assumed there; see CSOC-1; monitored by VM-01\nCSOC-1, CUEC-1",
		"criterion/CC6.5": "Not relevant – see Section 3, page p.not-relevant/CC6.5",
		"criterion/CC1.1": "[MANAGEMENT TO PROVIDE – controls for CC1.1]",
	} {
		row := controlRow(d, id)
		if got := cellText(row.Bands[0][1]) + "\n" + cellText(row.Bands[0][2]); strings.TrimSpace(got) != want {
			t.Errorf("%s:\n got %q\nwant %q", id, got, want)
		}
	}
}

func TestCriteriaAreLabelledAsSummariesOrAsSupplied(t *testing.T) {
	const summaries = "The criteria are shown as summaries in our own words"
	d := baseProject(t).build(t)
	d.has("section/controls", summaries)
	d.has("section/description", summaries)
	p := baseProject(t, "criteria-text.toml", "[criteria]\n\"CC6.1\" = \"Licensed words.\"\n")
	p["criteria.toml"] = "text_overlay = \"criteria-text.toml\"\n" + p["criteria.toml"]
	d = p.build(t)
	if got := cellText(controlRow(d, "criterion/CC6.1").Bands[0][0]); got != "CC6.1 Logical access security\nLicensed words.\ntext as supplied" {
		t.Errorf("got %q", got)
	}
	d.has("section/controls", "was supplied by the service organization under its own license", summaries)
}

func TestTheMatrixFlagsExceptions(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		for _, b := range d.doc.Blocks {
			m, ok := b.(*render.Matrix)
			if !ok {
				continue
			}
			i := slices.IndexFunc(m.Rows, func(r render.MatrixRow) bool { return r.ID == "CC6.2" })
			if got := m.Rows[i].Marks; !slices.Equal(got, []render.Mark{render.Mapped, render.Exception, render.NoMark, render.NoMark}) {
				t.Errorf("marks of CC6.2: %v", got)
			}
			return
		}
		t.Error("no matrix")
	})
}

// TestLinksLeadSomewhere holds for every draft: no link and no page reference
// names an anchor the document does not have, and no anchor stands twice.
func TestLinksLeadSomewhere(t *testing.T) {
	for name, d := range everyDraft(t) {
		a := anchorsOf(d.doc)
		for id, n := range a.stand {
			if n > 1 {
				t.Errorf("%s: anchor %q stands %d times", name, id, n)
			}
		}
		for _, id := range a.asked {
			if a.stand[id] == 0 {
				t.Errorf("%s: nothing stands at %q", name, id)
			}
		}
		if d.list.Len() > 0 {
			t.Errorf("%s: finding %q", name, d.list.All()[0].Message)
		}
	}
}

func TestTheSameInputMakesTheSameDraft(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		p := baseProject(t)
		if a, b := p.build(t), p.build(t); !reflect.DeepEqual(a.lines, b.lines) {
			t.Error("two builds differ")
		}
		e := p.engagement(t)
		first := draftOf(t, e, soc2.Working, after)
		if again := draftOf(t, e, soc2.Working, after); !reflect.DeepEqual(first.lines, again.lines) {
			t.Error("a build changes the engagement")
		}
	})
}

func TestWordingIsManagementsToOverride(t *testing.T) {
	p := baseProject(t, "wording/assertion-carve-out.md", "We rely on {{ subservice.name }}.\n",
		"wording/incidents-none.md", "Nothing of note {{ time.during }}.\n")
	d := p.build(t)
	d.has("section/assertion", "We rely on Corvane Cloud, Inc..")
	d.has("section/description", "Nothing of note during the period July 1, 2025 to June 30, 2026.")
	if d.list.Len() > 0 {
		t.Errorf("finding %q", d.list.All()[0].Message)
	}
}

func TestWordingThatIsNotManagementsIsRefused(t *testing.T) {
	for name, rule := range map[string]*diag.Rule{
		"notice": soc2.ForbiddenOverride, "opinion": soc2.ForbiddenOverride, "results": soc2.ForbiddenOverride,
		"other-information-label": soc2.ForbiddenOverride, "mark": soc2.ForbiddenOverride,
		"assertion-purposes": soc2.UnknownWording,
	} {
		d := baseProject(t, "wording/"+name+".md", "Issued report.\n").build(t)
		if !d.list.Has(rule) {
			t.Errorf("%s: no finding %s", name, rule.Name)
		}
		d.lacks("", "Issued report.")
	}
	if d := baseProject(t, "wording/soc3-assertion.md", "Ours.\n").build(t); d.list.Len() > 0 {
		t.Errorf("finding %q", d.list.All()[0].Message)
	}
}

func TestFilesKeepTheirHeadingsAndFootnotesApart(t *testing.T) {
	const text = "Words.[^1]\n\n## History\n\nSee [above](#history).\n\n[^1]: Note.\n"
	d := baseProject(t, "description/boundaries.md", text, "description/data.md", text).build(t)
	var ids []string
	for _, b := range d.doc.Blocks {
		if h, ok := b.(*render.Heading); ok && prose.Text(h.Text) == "History" {
			ids = append(ids, h.ID)
		}
	}
	if !slices.Equal(ids, []string{"overview/history", "boundaries/history", "data/history"}) {
		t.Errorf("headings %q", ids)
	}
}
