package soc2_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// byCriterion returns the drafts of the base project and the examples, all by
// criterion, with their engagements.
func byCriterion(t *testing.T) map[*draft]*content.Engagement {
	t.Helper()
	one := baseProject(t).asType1(t).engagement(t)
	drafts := map[*draft]*content.Engagement{}
	for _, e := range []*content.Engagement{baseProject(t).engagement(t), one, example(t, "wrenfield"), example(t, "startup"), example(t, "allfive")} {
		e.Report.Layout.Value = content.ByCriterion
		for _, edition := range editions {
			drafts[draftOf(t, e, edition, after)] = e
		}
	}
	return drafts
}

// A statedRow is a row of a control and the criterion it stands under.
type statedRow struct {
	criterion string // "" where it stands under none
	row       render.Row
}

// stated returns the rows of controls in Section 4, in printed order, and the
// criteria with what their rows say.
func stated(d *draft) (controls []statedRow, criteria []string, says map[string]string) {
	says = map[string]string{}
	for _, b := range d.doc.Blocks {
		table, ok := b.(*render.Table)
		if !ok || !strings.HasPrefix(table.ID, "table/series/") {
			continue
		}
		criterion := ""
		for _, row := range table.Rows {
			if len(row.Across) == 0 {
				controls = append(controls, statedRow{criterion, row})
				continue
			}
			criterion = strings.TrimPrefix(row.Across[0].(*render.Heading).ID, "criterion/")
			criteria = append(criteria, criterion)
			says[criterion] = cellText(render.Cell{Blocks: row.Across})
		}
	}
	return controls, criteria, says
}

// cellsOf returns the cells of a row with the owners of their words.
func cellsOf(row render.Row) []string {
	f := &flattener{}
	for _, band := range append([][]render.Cell{row.Lead}, row.Bands...) {
		for _, c := range band {
			f.add(0, "cell", "|")
			for _, b := range c.Blocks {
				f.block(b)
			}
			if c.Bar {
				f.add(0, "bar", "!")
			}
		}
	}
	var texts []string
	for _, l := range f.lines {
		texts = append(texts, l.String())
	}
	return texts
}

// S2-130: a control that stands in several rows says the same in each.
func TestS2130RepeatsAreIdentical(t *testing.T) {
	repeats := 0
	for d := range byCriterion(t) {
		first := map[string]statedRow{}
		controls, _, _ := stated(d)
		for _, c := range controls {
			was, again := first[c.row.Key]
			if !again {
				first[c.row.Key] = c
				if c.row.ID != c.row.Key {
					t.Errorf("nothing stands at the first row of %s", c.row.Key)
				}
				continue
			}
			repeats++
			if got, want := cellsOf(c.row), cellsOf(was.row); !slices.Equal(got, want) {
				t.Errorf("%s under %s\n%s\nunder %s\n%s", c.row.Key, c.criterion, strings.Join(got, "\n"), was.criterion, strings.Join(want, "\n"))
			}
			id := c.row.Lead[0].Blocks[0].(*render.Prose).Blocks[0].(*prose.Paragraph).Inlines[0]
			if c.row.ID != "" || id.Link != "#"+c.row.Key {
				t.Errorf("%s under %s: anchor %q, link %q", c.row.Key, c.criterion, c.row.ID, id.Link)
			}
		}
	}
	if repeats < 100 {
		t.Errorf("only %d repeats seen", repeats)
	}
}

func TestEachCriterionStandsOnceInOrder(t *testing.T) {
	for d, e := range byCriterion(t) {
		var want []string
		for _, c := range e.ApplicableCriteria() {
			want = append(want, c.ID)
		}
		if _, got, _ := stated(d); !slices.Equal(got, want) {
			t.Errorf("%s: criteria %v, want %v", d.doc.Title, got, want)
		}
	}
}

func TestEachControlStandsUnderItsCriteria(t *testing.T) {
	for d, e := range byCriterion(t) {
		under := map[string][]string{}
		controls, _, _ := stated(d)
		for _, c := range controls {
			under[c.row.Key] = append(under[c.row.Key], c.criterion)
		}
		for _, c := range e.Controls {
			if !e.InScope(c) {
				continue
			}
			var want []string
			for _, criterion := range e.ApplicableCriteria() {
				mapped := slices.ContainsFunc(c.Criteria, func(id content.Text) bool { return id.Value == criterion.ID })
				if mapped && e.NotRelevantEntry(criterion.ID) == nil {
					want = append(want, criterion.ID)
				}
			}
			if got := under[c.ID.Value]; !slices.Equal(got, want) {
				t.Errorf("%s: %s under %v, want %v", d.doc.Title, c.ID.Value, got, want)
			}
		}
	}
}

// A control that no relevant criterion is mapped to is not lost.
func TestOtherControlsStandInTheLastGroup(t *testing.T) {
	p := baseProject(t).laidOut(t, content.ByCriterion)
	p.buildAs(t, soc2.Auditor, after).lacks("", "Other controls")
	p.edit(t, "controls/10-access.toml", "criteria = [\"CC6.1\"]", "criteria = []\ncommitments = [\"SC-1\"]")
	p.edit(t, "controls/10-access.toml", "criteria = [\"CC9.2\"]", "criteria = [\"CC6.5\"]")
	d := draftOf(t, p.tolerant(t), soc2.Auditor, after)
	d.has("section/controls", "Other controls", "These controls are part of the system.")
	controls, _, _ := stated(d)
	var last []string
	for _, c := range controls {
		if c.criterion == "" {
			last = append(last, c.row.Key)
		}
	}
	if !slices.Equal(last, []string{"AC-03", "VM-01"}) {
		t.Errorf("other controls %v", last)
	}
	d.has("navigation/glance", "Controls: 4")
}

func TestExceptionsShowUnderEachCriterion(t *testing.T) {
	p := baseProject(t).laidOut(t, content.ByCriterion).edit(t, "controls/10-access.toml",
		"criteria = [\"CC6.2\"]", "criteria = [\"CC6.2\", \"CC6.3\", \"CC1.1\"]")
	d := p.build(t)
	var under []string
	controls, _, _ := stated(d)
	for _, c := range controls {
		if c.row.Key != "AC-02" {
			continue
		}
		result := c.row.Bands[0][1]
		if !result.Bar || !strings.Contains(cellText(result), "Exception T-2") {
			t.Errorf("under %s: %q, bar %t", c.criterion, cellText(result), result.Bar)
		}
		if first := len(under) == 0; first != (result.ID == "exception-T-2") {
			t.Errorf("under %s: anchor %q", c.criterion, result.ID)
		}
		under = append(under, c.criterion)
	}
	if !slices.Equal(under, []string{"CC1.1", "CC6.2", "CC6.3"}) {
		t.Errorf("AC-02 under %v", under)
	}
	d.has("navigation/glance", "Controls: 4", "Tests of controls: 4", "Exceptions: 1")
	if rows := d.tableRows("table/exceptions"); len(rows) != 1 {
		t.Errorf("list of exceptions %q", rows)
	}
}

// Exceptions are listed as Section 4 first states their controls.
func TestExceptionsAreListedInPrintedOrder(t *testing.T) {
	p := baseProject(t, "tests/2026/own.toml", "").laidOut(t, content.ByCriterion)
	p.edit(t, "controls/10-access.toml", "criteria = [\"CC9.2\"]", "criteria = [\"CC1.1\"]")
	p["tests/2026/access.toml"] += `
[[test]]
id = "T-5"
control = "VM-01"
methods = ["inspection"]
procedure = "Inspected the review."
result = "exception"
tested = 1
deviations = 1
nature = "not signed"
text = "Exception noted. The review was not signed."
`
	rows := p.build(t).tableRows("table/exceptions")
	if len(rows) != 2 || !strings.HasPrefix(rows[0], "T-5|") || !strings.HasPrefix(rows[1], "T-2|") {
		t.Errorf("list of exceptions %q", rows)
	}
}

func TestCriterionRowsSayThroughWhomTheyAreAddressed(t *testing.T) {
	_, _, says := stated(baseProject(t).laidOut(t, content.ByCriterion).build(t))
	for id, want := range map[string]string{
		"CC6.4": "Corvane Cloud, Inc. is responsible for the controls assumed there; see CSOC-1; monitored by VM-01\n" +
			"Complementary controls: CSOC-1, CUEC-1",
		"CC6.5": "Not relevant – see Section 3, page p.not-relevant/CC6.5",
		"CC1.1": "[MANAGEMENT TO PROVIDE – controls for CC1.1]",
		"CC6.1": "CC6.1 Logical access security\nAccess-control software, infrastructure and architecture",
	} {
		if got := says[id]; !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q", id, got, want)
		}
	}
	for _, unwanted := range []string{"[MANAGEMENT", "Not relevant", "Complementary"} {
		if strings.Contains(says["CC6.1"], unwanted) {
			t.Errorf("CC6.1 says %q", says["CC6.1"])
		}
	}
}

func TestSuppliedCriteriaAreLabelledByCriterion(t *testing.T) {
	p := baseProject(t, "criteria-text.toml", "[criteria]\n\"CC6.1\" = \"Licensed words.\"\n").laidOut(t, content.ByCriterion)
	p["criteria.toml"] = "text_overlay = \"criteria-text.toml\"\n" + p["criteria.toml"]
	d := p.build(t)
	if _, _, says := stated(d); says["CC6.1"] != "CC6.1 Logical access security\nLicensed words.\ntext as supplied" {
		t.Errorf("got %q", says["CC6.1"])
	}
	d.has("section/controls", "was supplied by the service organization under its own license", "The criteria are shown as summaries in our own words")
}

// Placeholders for tests are counted once for each control, whatever the
// layout.
func TestOpenPlaceholdersAreCountedOnce(t *testing.T) {
	var counts []string
	for _, layout := range layouts {
		p := baseProject(t, "tests/2026/access.toml", "", "responses.toml", "").laidOut(t, layout)
		for _, text := range p.build(t).texts("navigation/glance", "") {
			if strings.HasPrefix(text, "Open placeholders") {
				counts = append(counts, text)
			}
		}
	}
	if len(counts) != 2 || counts[0] != counts[1] {
		t.Errorf("counts %q", counts)
	}
}

func TestTypeOneByCriterionHasNoResults(t *testing.T) {
	d := baseProject(t).asType1(t).laidOut(t, content.ByCriterion).build(t)
	d.lacks("section/controls", "Tests performed", "Results", "SERVICE AUDITOR TO COMPLETE")
	controls, _, _ := stated(d)
	if len(controls) != 5 {
		t.Errorf("%d rows of controls, want 5", len(controls))
	}
}

func TestTheIntroductionSaysHowControlsStand(t *testing.T) {
	const byArea, byCriterion = "each once, grouped by area", "stands under each of them, in the same words"
	p := baseProject(t).laidOut(t, content.ByCriterion)
	d := p.build(t)
	d.has("section/controls", byCriterion)
	d.lacks("", byArea, "stated once")
	d = baseProject(t).build(t)
	d.has("section/controls", byArea)
	d.lacks("", byCriterion)
	p["wording/controls-introduction.md"] = "Our own words.\n"
	d = p.build(t)
	d.has("section/controls", "Our own words.")
	d.lacks("", byCriterion)
}

func TestSeriesStandInTheContentsAndCriteriaDoNot(t *testing.T) {
	d := baseProject(t).laidOut(t, content.ByCriterion).build(t)
	series := 0
	for _, b := range d.doc.Blocks {
		if h, ok := b.(*render.Heading); ok && strings.HasPrefix(h.ID, "series/") {
			series++
			if h.Level != 2 {
				t.Errorf("%s has level %d", h.ID, h.Level)
			}
		}
	}
	if series != 9 {
		t.Errorf("%d series, want 9", series)
	}
}
