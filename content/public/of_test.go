package public

import (
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

func text(s string) content.Text { return content.Text{Value: s} }

func said(s string) content.Prose {
	return content.Prose{Raw: text(s), Blocks: []prose.Block{prose.Para(prose.Inline{Text: s})}}
}

func TestOnlyPrincipalPromisesArePublic(t *testing.T) {
	e := &content.Engagement{
		Commitments: []*content.Commitment{
			{ID: text("SC-1"), Text: said("one"), Principal: true, Categories: []content.Text{text("privacy"), text("security"), text("safety")}},
			{ID: text("SC-2"), Text: said("two")},
		},
		Requirements: []*content.Requirement{{ID: text("SR-1"), Text: said("three")}, {ID: text("SR-2"), Principal: true}},
	}
	f := Of(e)
	if len(f.Commitments) != 1 || f.Commitments[0].ID.Value != "SC-1" || len(f.Requirements) != 1 || f.Requirements[0].ID.Value != "SR-2" {
		t.Fatalf("got %v and %v", f.Commitments, f.Requirements)
	}
	if got := content.Join(f.Commitments[0].Categories); got != "security and privacy" {
		t.Errorf("categories are %q", got)
	}
}

func TestComponentWithoutPublicWordsIsNotPublic(t *testing.T) {
	e := &content.Engagement{Components: content.Components{Software: []*content.Component{
		{Name: text("Identity provider"), Description: said("inside knowledge")},
		{Name: text("Console"), PublicSummary: text("what customers see"), Kind: "software"},
	}}}
	f := Of(e)
	if len(f.Components) != 1 || f.Components[0].Name.Value != "Console" {
		t.Errorf("got %v", f.Components)
	}
}

func TestVendorsAreNotSubserviceOrganizations(t *testing.T) {
	party := func(name, class, method string) *content.Party {
		return &content.Party{Name: text(name), Classification: text(class), Method: text(method)}
	}
	f := Of(&content.Engagement{Parties: []*content.Party{
		party("Mail", content.Vendor, ""),
		party("Host", content.SubserviceOrganization, content.CarveOut),
		party("Desk", content.SubserviceOrganization, content.Inclusive),
	}})
	if len(f.Subservice) != 2 || !f.Subservice[0].CarveOut || f.Subservice[1].CarveOut {
		t.Errorf("got %+v", f.Subservice)
	}
}

func TestTypeOneHasNoPeriod(t *testing.T) {
	day := content.Date{Year: 2026, Month: 6, Day: 30}
	report := content.Report{Type: content.Type1, AsOf: day, Period: content.Period{Start: day, End: day}}
	if p := Of(&content.Engagement{Report: report}).Period; p != (Period{}) {
		t.Errorf("got %+v", p)
	}
	report.Type = content.Type2
	if p := Of(&content.Engagement{Report: report}).Period; p.Words != "June 30, 2026 to June 30, 2026" {
		t.Errorf("got %+v", p)
	}
}

func TestConfidentialListsControlsTestsAndResponses(t *testing.T) {
	host := &content.Party{Classification: text(content.SubserviceOrganization), Method: text(content.CarveOut),
		CSOCs: []*content.CSOC{{ID: text("CSOC-1"), Statement: said("host statement")}}}
	e := &content.Engagement{
		Parties: []*content.Party{host},
		Controls: []*content.Control{{ID: text("AC-01"), Alias: text("C14"), Statement: said("statement"),
			Earlier: []content.EarlierWording{{Statement: said("earlier")}}}},
		TestFiles: []*content.TestFile{{Tests: []*content.Test{{ID: text("T-1"), Procedure: said("procedure"), Text: said("result"), Nature: text("nature")}}}},
		Responses: []*content.Response{{Test: text("T-1"), Text: said("response"), Cause: said("cause")}},
	}
	want := []struct {
		kind Kind
		text string
	}{
		{ControlID, "AC-01"}, {ControlID, "C14"}, {ControlText, "statement"}, {ControlText, "earlier"}, {ControlText, "host statement"},
		{TestText, "procedure"}, {TestText, "result"}, {TestText, "nature"}, {TestText, "response"}, {TestText, "cause"},
	}
	got := Confidential(e)
	if len(got) != len(want) {
		t.Fatalf("got %d secrets, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if got[i].Kind != w.kind || got[i].Text.Value != w.text || got[i].Label == "" {
			t.Errorf("secret %d is %+v, want %+v", i, got[i], w)
		}
	}
}

// D12: exceptions received count as much as a modified opinion; what
// management found itself or has not verified does not reach a general-use
// report.
func TestD12ExceptionsAndModificationsAreToWeigh(t *testing.T) {
	tests := func(source string, hash string) *content.Engagement {
		return &content.Engagement{
			Controls: []*content.Control{{ID: text("AC-01")}},
			TestFiles: []*content.TestFile{{Source: text(source), Received: &content.Received{SHA256: text("ab"), Actual: hash},
				Tests: []*content.Test{{Control: text("AC-01"), Result: text(content.ResultException)}}}},
		}
	}
	for name, c := range map[string]struct {
		e    *content.Engagement
		want bool
	}{
		"nothing":          {&content.Engagement{}, false},
		"exception":        {tests(content.FromServiceAuditor, "ab"), true},
		"unverified":       {tests(content.FromServiceAuditor, "cd"), false},
		"management's own": {tests(content.FromManagement, ""), false},
		"modified opinion": {&content.Engagement{Opinion: content.Opinion{Kind: text("qualified")}}, true},
		"unmodified":       {&content.Engagement{Opinion: content.Opinion{Kind: text("unmodified")}}, false},
	} {
		if got := Of(c.e).Weigh; got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
