package soc2_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// tableRows returns the rows of a table as text, the cells of a row separated
// by bars.
func (d *draft) tableRows(id string) []string {
	d.t.Helper()
	var rows []string
	for _, cells := range d.tableCells(id) {
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// tableCells returns the texts of a table's cells, row by row.
func (d *draft) tableCells(id string) [][]string {
	d.t.Helper()
	for _, b := range d.doc.Blocks {
		table, ok := b.(*render.Table)
		if !ok || table.ID != id {
			continue
		}
		var rows [][]string
		for _, row := range table.Rows {
			var cells []string
			for _, band := range append([][]render.Cell{row.Lead}, row.Bands...) {
				for _, c := range band {
					cells = append(cells, cellText(c))
				}
			}
			rows = append(rows, cells)
		}
		return rows
	}
	d.t.Fatalf("no table %q", id)
	return nil
}

// D3: the figures beside the service auditor's words are the firm's, too.
func TestD3PopulationsAndItemsAreSaidToComeFromTheFile(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		d.has("section/controls", "populations and numbers of items and of exceptions beside them come from the same file")
	})
}

func TestS2149TheAgreementTableNamesThePageOfTheParagraph(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := draftOf(t, baseProject(t).withInclusive().tolerant(t), soc2.Working, after)
		want := []string{
			"Carve-out: Corvane Cloud, Inc.|Present, page p.corvane|Present, page p.section/assertion/about/corvane|" +
				"Placeholder, page p.report/ar-04/corvane|Placeholder, page p.report/ar-14",
			"Inclusive: Quillhaven LLC|Present, page p.quillhaven|Present, page p.section/assertion/about/quillhaven|" +
				"Placeholder, page p.report/ar-05/quillhaven|Placeholder, page p.report/ar-14",
			"Complementary user entity controls|Present, page p.table/cuecs|Present, page p.section/assertion/about/user-entities|" +
				"Placeholder, page p.report/ar-06|Placeholder, page p.report/ar-14",
		}
		if got := d.tableRows("table/agreement"); !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		stand := anchorsOf(d.doc).stand
		for _, id := range []string{"corvane", "quillhaven", "user-entities"} {
			if stand["section/assertion/about/"+id] != 1 {
				t.Errorf("nothing stands at the paragraph about %s", id)
			}
		}
	})
}

// Whose paragraph of an authored assertion speaks of a condition cannot be
// told, so no page is claimed.
func TestS2149AnAuthoredAssertionIsNotGivenAPage(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t, "assertion.md", "Corvane Cloud, Inc. hosts us.\n").build(t)
		if row := d.tableRows("table/agreement")[0]; !strings.Contains(row, "|Present, Section 2|") {
			t.Errorf("got %s", row)
		}
	})
}

func TestS2149TheOpinionIsToldOfIncludedOrganizations(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const fact = "Also covers: the assertion of Quillhaven LLC, and its portions, components and controls (inclusive method)"
		baseProject(t).build(t).lacks("section/auditors-report", "Also covers")
		draftOf(t, baseProject(t).withInclusive().tolerant(t), soc2.Working, after).has("section/auditors-report", fact)
	})
}

func TestDC8NotRelevantLeadsToTheRowOfItsReason(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		d := baseProject(t).build(t)
		if stand := anchorsOf(d.doc).stand; stand["not-relevant/CC6.5"] != 1 {
			t.Error("the reason for CC6.5 has no anchor of its own")
		}
	})
}

func TestD7AnIncludedOrganizationHasNotSigned(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const section, sign = "section/assertion/quillhaven", "[MANAGEMENT OF QUILLHAVEN LLC TO SIGN – at issue only]"
		p := baseProject(t).withInclusive()
		p["third-parties/quillhaven/assertion.md"] = "We assert it. Given by the Site Manager.\n"
		p.edit(t, "third-parties.toml", `portion = "The scanning floor."`, "portion = \"The scanning floor.\"\nsignatories = [\"Site Manager\"]")
		for _, today := range []string{"before", "after"} {
			when := after
			if today == "before" {
				when = before
			}
			d := draftOf(t, p.tolerant(t), soc2.Auditor, when)
			d.has(section, sign, "For: Quillhaven LLC", "Role: Site Manager – unsigned", "not yet approved by its management")
			d.has("section/navigation", sign)
			open := "1 included organization"
			if today == "before" {
				open = "2 included organization"
			}
			d.has("navigation/glance", open)
		}
		delete(p, "third-parties/quillhaven/assertion.md")
		p.edit(t, "third-parties.toml", "signatories = [\"Site Manager\"]", "")
		draftOf(t, p.tolerant(t), soc2.Auditor, after).has(section, sign, "Roles, unsigned: not stated")
	})
}

// Controls that an included organization performs are not the service
// organization's own.
func TestDC7TheControlsBelongToTheSystem(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		for _, p := range []project{baseProject(t), baseProject(t).withInclusive()} {
			d := draftOf(t, p.tolerant(t), soc2.Auditor, after)
			d.lacks("", "our controls", "the controls of Alder")
		}
	})
}

func TestD12ManagementsOwnDeviationsPromptIt(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const notice, own = "Management to consider: modification of the assertion", "Exceptions found by management’s own testing (internal): OWN-1 (AC-01)"
		p := baseProject(t, "responses.toml", "").edit(t, "tests/2026/access.toml", `result = "exception"`, `result = "no_exceptions"`)
		d := p.build(t)
		d.has("section/assertion", notice, own)
		d.lacks("section/assertion", "Exceptions received")
		p.buildAs(t, soc2.Auditor, after).lacks("", notice, "OWN-1")
		p["tests/2026/own.toml"] = ""
		p.build(t).lacks("", notice)
	})
}

func TestAR15NamesWhatThePartiesNeedToKnow(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const complementary = "complementary controls at subservice organizations and user entities and how they combine with the controls of the system"
		two := baseProject(t).build(t)
		two.has("section/auditors-report", "Knowledge they need: the services", complementary, "the tests in Section 4", "user entity responsibilities")
		one := baseProject(t).asType1(t).build(t)
		one.has("section/auditors-report", complementary)
		one.lacks("section/auditors-report", "the tests in Section 4")
		none := draftOf(t, baseProject(t).withoutConditions().tolerant(t), soc2.Working, after)
		none.lacks("section/auditors-report", "complementary controls at", "user entity responsibilities")
	})
}

func TestAR02TheAddresseeIsTheManagement(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		baseProject(t).build(t).has("section/auditors-report", "Customary addressee: the management of Alder & Finch, Inc.")
	})
}

func TestPriorExceptionsAreWhatManagementStates(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		p := baseProject(t)
		p["socdraft.toml"] += "[prior_report]\ntype = 2\nexceptions = [\"Late removals, none since.\"]\n"
		draftOf(t, p.tolerant(t), soc2.Auditor, after).has("section/navigation",
			"Exceptions of the prior report, as management states them", "Late removals, none since.")
	})
}

func TestTheDraftDoesNotSpeakOfTools(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		p := baseProject(t)
		p["socdraft.toml"] += opinions[2]
		for _, edition := range editions {
			p.buildAs(t, edition, after).lacks("", "tool’s", "The tool")
		}
	})
}

// What DC 4 discloses bears on the conclusions as much as an exception does.
func TestD12DisclosedIncidentsPromptIt(t *testing.T) {
	inEachLayout(t, func(t *testing.T, baseProject base) {
		const incident = `[[incident]]
id = "INC-7"
title = "Outage"
nature = "Availability. A change lowered a limit."
started = 2025-11-18
resolved = 2025-11-18
effect = "Sign-in failed for three hours."
disposition = "The change was withdrawn."
`
		const notice = "Management to consider: modification of the assertion"
		p := baseProject(t, "responses.toml", "", "tests/2026/own.toml", "").edit(t, "tests/2026/access.toml", `result = "exception"`, `result = "no_exceptions"`)
		p["incidents.toml"] = "incidents = \"none\"\n"
		p.buildAs(t, soc2.Auditor, after).lacks("", notice)
		p["incidents.toml"] = incident
		p.buildAs(t, soc2.Auditor, after).has("section/assertion", notice, "System incidents disclosed: INC-7")
	})
}
