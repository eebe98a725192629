package coverage

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func text(s string) content.Text { return content.Text{Value: s} }

func texts(list ...string) []content.Text {
	var out []content.Text
	for _, s := range list {
		out = append(out, text(s))
	}
	return out
}

// sample is a type 2 engagement on security and availability with five
// criteria in its catalogue, one of which does not apply.
func sample() *content.Engagement {
	aws := &content.Party{ID: text("cloud"), Classification: text(content.SubserviceOrganization), Method: text(content.CarveOut)}
	aws.CSOCs = []*content.CSOC{
		{Party: aws, ID: text("CSOC-1"), Criteria: texts("CC6.4", "CC9.9")},
		{Party: aws, ID: text("CSOC-2"), Criteria: texts("CC6.4")},
	}
	file := &content.TestFile{Source: text(content.FromServiceAuditor), Received: &content.Received{SHA256: text("ab"), Actual: "ab"}}
	file.Tests = []*content.Test{{File: file, ID: text("T1"), Control: text("AC-02"), Result: text(content.ResultException)}}
	own := &content.TestFile{Source: text(content.FromManagement)}
	own.Tests = []*content.Test{{File: own, ID: text("M1"), Control: text("AC-01"), Result: text(content.ResultException)}}
	return &content.Engagement{
		Report: content.Report{
			Type:       content.Type2,
			Period:     content.Period{Start: content.Date{Year: 2025, Month: 7, Day: 1}, End: content.Date{Year: 2026, Month: 6, Day: 30}},
			Categories: []content.Category{content.Security, content.Availability},
		},
		Criteria: []*content.Criterion{
			{ID: "CC6.1", Category: content.Common}, {ID: "CC6.4", Category: content.Common},
			{ID: "CC6.5", Category: content.Common}, {ID: "A1.1", Category: content.Availability},
			{ID: "C1.1", Category: content.Confidentiality},
		},
		Controls: []*content.Control{
			{ID: text("AC-01"), Criteria: texts("CC6.1", "CC6.1", "C1.1")},
			{ID: text("AC-02"), Criteria: texts("CC6.1")},
			{ID: text("AC-03"), Criteria: texts("A1.1"), RetiredOn: content.Date{Year: 2025, Month: 6, Day: 30}},
		},
		Parties:      []*content.Party{aws},
		UserEntities: content.UserEntities{CUECs: []*content.CUEC{{ID: text("CUEC-1"), Criteria: texts("A1.1")}}},
		NotRelevant:  []*content.NotRelevant{{Criterion: text("CC6.5")}},
		TestFiles:    []*content.TestFile{file, own},
		Incidents:    content.Incidents{Declared: true},
		Description:  content.Description{Known: map[string]*content.Document{"boundaries": {}}},
	}
}

func TestOf(t *testing.T) {
	c := Of(sample())
	var got []string
	for _, n := range c.Entries {
		got = append(got, n.Criterion.ID)
	}
	if want := []string{"CC6.1", "CC6.4", "CC6.5", "A1.1"}; !slices.Equal(got, want) {
		t.Fatalf("criteria %v, want %v", got, want)
	}
	if n := c.Entry("CC6.1"); len(n.Controls) != 2 || !n.HasException || !n.Maps("AC-02") || n.Maps("AC-03") {
		t.Errorf("CC6.1: controls %d, exception %v", len(n.Controls), n.HasException)
	}
	if c.Exception["AC-01"] || !c.Exception["AC-02"] {
		t.Error("exceptions must come from the service auditor's results alone")
	}
	if n := c.Entry("CC6.4"); !n.ThroughOnly() || len(n.CSOCs) != 2 || len(n.Parties()) != 1 {
		t.Error("CC6.4 stands on two controls assumed at one party")
	}
	if n := c.Entry("A1.1"); n.Addressed() || len(n.CUECs) != 1 {
		t.Error("a retired control and a user entity control are no basis")
	}
	if open := c.Unaddressed(); len(open) != 1 || open[0].Criterion.ID != "A1.1" {
		t.Errorf("unaddressed: %d", len(open))
	}
	if c.Entry("C1.1") != nil {
		t.Error("C1.1 does not apply")
	}
}

func TestDescription(t *testing.T) {
	e := sample()
	all := Description(e)
	if len(all) != 9 {
		t.Fatalf("%d description criteria for type 2, want 9", len(all))
	}
	if !slices.Equal(all[0].Where, []string{"description/boundaries.md"}) || !all[3].Answered() || all[5].Answered() {
		t.Errorf("where: %v, %v, %v", all[0].Where, all[3].Where, all[5].Where)
	}
	e.Report.Type = content.Type1
	if n := len(Description(e)); n != 8 {
		t.Errorf("%d description criteria for type 1, want 8", n)
	}
}
