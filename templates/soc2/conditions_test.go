package soc2_test

import (
	"slices"
	"strings"
	"testing"
)

// withInclusive adds an included subservice organization.
func (p project) withInclusive() project {
	p["third-parties.toml"] += `
[[party]]
id = "quillhaven"
name = "Quillhaven LLC"
service = "Scanning of paper."
classification = "subservice_organization"
method = "inclusive"
monitoring = ["VM-01"]
portion = "The scanning floor."
`
	return p
}

// withoutConditions removes carve-outs and user entity controls.
func (p project) withoutConditions() project {
	p["third-parties.toml"] = "[[party]]\nid = \"quill\"\nname = \"Quill\"\nservice = \"Tickets.\"\nclassification = \"vendor\"\nreason = \"Own controls.\"\n"
	p["user-entities.toml"] = "cuecs = \"none\"\n"
	p["components.toml"] = ""
	return p
}

// withoutOther removes what Section 5 holds.
func (p project) withoutOther(t *testing.T) project {
	delete(p, "responses.toml")
	delete(p, "other-information/20-outlook.md")
	return p.edit(t, "tests/2026/access.toml", `result = "exception"`, `result = "no_exceptions"`)
}

// conditional are the paragraphs of the service auditor's report and of the
// assertion that stand on a condition, by words that only they hold.
var conditional = []struct {
	id, section, words string
}{
	{"AR-04", "section/auditors-report", "– scope: carve-out of Corvane Cloud, Inc.]"},
	{"AR-05", "section/auditors-report", "– scope: inclusion of Quillhaven LLC]"},
	{"AR-06", "section/auditors-report", "– scope: complementary user entity controls]"},
	{"AR-07", "section/auditors-report", "– scope: other information]"},
	{"AR-09", "section/auditors-report", "– subservice organization’s responsibilities: Quillhaven LLC]"},
	{"AR-12a", "section/auditors-report", "– description of tests of controls]"},
	{"AR-12b", "section/auditors-report", "– other matter: operating effectiveness not examined]"},
	{"AR-12c", "section/auditors-report", "– controls that did not operate during the period]"},
	{"MA-05", "section/assertion", "types of controls assumed at Corvane Cloud, Inc., but not"},
	{"MA-06", "section/assertion", "Management of Quillhaven LLC gives its own assertion"},
	{"MA-07", "section/assertion", "Complementary user entity controls, suitably designed"},
	{"MA-10", "section/assertion", "(c) The controls stated in the description operated effectively"},
	{"conditions", "section/assertion", "is made on the condition that"},
	{"MA-11", "section/assertion", "Management to consider: modification of the assertion"},
	{"Section 5", "section/other-information", "is not covered by the service auditor’s report"},
}

func TestParagraphsStandOnTheirConditions(t *testing.T) {
	tests := []struct {
		name    string
		project project
		want    string
	}{
		{"type 2, carve-out, user entity controls, exception", baseProject(t),
			"AR-04 AR-06 AR-07 AR-12a AR-12c MA-05 MA-07 MA-10 conditions MA-11 Section 5"},
		{"type 1", baseProject(t).asType1(t),
			"AR-04 AR-06 AR-07 AR-12b MA-05 MA-07 conditions Section 5"},
		{"inclusive beside carve-out", baseProject(t).withInclusive(),
			"AR-04 AR-05 AR-06 AR-07 AR-09 AR-12a AR-12c MA-05 MA-06 MA-07 MA-10 conditions MA-11 Section 5"},
		{"neither subservice organization nor user entity control", baseProject(t).withoutConditions(),
			"AR-07 AR-12a AR-12c MA-10 MA-11 Section 5"},
		{"nothing else to say", baseProject(t).withoutOther(t),
			"AR-04 AR-06 AR-12a AR-12c MA-05 MA-07 MA-10 conditions"},
		{"type 1, nothing else to say", baseProject(t, "other-information/20-outlook.md", "").asType1(t),
			"AR-04 AR-06 AR-12b MA-05 MA-07 conditions"},
	}
	for _, tt := range tests {
		d := draftOf(t, tt.project.tolerant(t), "auditor", after)
		var got []string
		for _, c := range conditional {
			if strings.Contains(d.text(c.section), c.words) {
				got = append(got, c.id)
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}

func TestTheAlwaysParagraphsStandInOrder(t *testing.T) {
	want := []string{"title", "addressee", "scope: subject matter", "service organization’s responsibilities",
		"service auditor’s responsibilities", "inherent limitations", "opinion, and basis if modified", "restricted use",
		"signature, city and state, date – at issue only"}
	for _, p := range []project{baseProject(t), baseProject(t).asType1(t), baseProject(t).withInclusive()} {
		at := -1
		asked := draftOf(t, p.tolerant(t), "working", after).texts("section/auditors-report", "placeholder")
		for _, w := range want {
			i := slices.Index(asked, "[SERVICE AUDITOR TO PROVIDE – "+w+"]")
			if i <= at {
				t.Errorf("%q stands at %d, after %d", w, i, at)
			}
			at = i
		}
	}
}

func TestTheTypeDecidesWhatTheReportCovers(t *testing.T) {
	two, one := baseProject(t).build(t), baseProject(t).asType1(t).build(t)
	two.has("cover", "design and operating effectiveness", "throughout the period July 1, 2025 to June 30, 2026", "SOC 2® report – type 2")
	one.has("cover", "suitability of the design of its controls", "as of June 30, 2026", "SOC 2® report – type 1")
	two.has("section/controls", "tests of controls and results of tests", "Tests performed by the service auditor")
	one.lacks("section/controls", "Tests performed", "Results", "[SERVICE AUDITOR", "operating effectiveness")
	two.has("section/description", "Significant changes during the period")
	one.lacks("", "Significant changes during the period", "during the period")
	one.lacks("section/assertion", "(c)")
	if one.doc.Header != "Alder · SOC 2 type 1 · Ledger Platform" {
		t.Errorf("header %q", one.doc.Header)
	}
}

func TestSectionsAreNumberedInEitherOrder(t *testing.T) {
	numbers := func(d *draft) string {
		var all []string
		for i, l := range d.lines {
			if l.kind == "section" && strings.HasPrefix(l.text, "Section ") {
				all = append(all, l.text+" "+strings.TrimPrefix(d.lines[i].section, "section/"))
			}
		}
		return strings.Join(all, ", ")
	}
	auditor := baseProject(t).build(t)
	if got := numbers(auditor); got != "Section 1 auditors-report, Section 2 assertion, Section 3 description, Section 4 controls, Section 5 other-information" {
		t.Error(got)
	}
	auditor.has("section/auditors-report", "“Assertion of the management of Alder & Finch, Inc.” (Section 2)")
	assertion := baseProject(t).edit(t, "socdraft.toml", "categories", "section_order = \"assertion_first\"\ncategories").build(t)
	if got := numbers(assertion); got != "Section 1 assertion, Section 2 auditors-report, Section 3 description, Section 4 controls, Section 5 other-information" {
		t.Error(got)
	}
	assertion.has("section/auditors-report", "“Assertion of the management of Alder & Finch, Inc.” (Section 1)")
	assertion.lacks("section/auditors-report", "(Section 2)")
}

func TestAnIncludedOrganizationAssertsInADocumentOfItsOwn(t *testing.T) {
	p := baseProject(t).withInclusive()
	d := draftOf(t, p.tolerant(t), "auditor", after)
	const section = "section/assertion/quillhaven"
	d.has(section, "[MANAGEMENT OF QUILLHAVEN LLC TO PROVIDE – its assertion]", "Portions of the system: The scanning floor.")
	p["third-parties/quillhaven/assertion.md"] = "Management of Quillhaven says that its controls operated effectively.\n"
	d = draftOf(t, p.tolerant(t), "auditor", after)
	d.has(section, "says that its controls operated effectively")
	for _, l := range d.lines {
		if l.section == section && l.owner.String() != "Included organization" {
			t.Errorf("not the included organization’s: %s", l)
		}
	}
	d = draftOf(t, p.tolerant(t), "auditor", before)
	d.has(section, "[MANAGEMENT TO CONFIRM AFTER June 30, 2026]")
	d.lacks(section, "operated effectively")
}
