package check

import (
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

func TestTheGateAcceptsWhatItsLinesSay(t *testing.T) {
	line := func(rule string, most int) *content.GateLine {
		at := diag.NewSource("gate.toml", nil).At(0, 0)
		return &content.GateLine{Rule: content.Text{Value: rule, Span: at}, Most: content.Int{Value: most, Span: at}}
	}
	none := line("thin-statement", 9)
	none.Most.Span = diag.Span{} // a value of a wrong type
	e := &content.Engagement{Gate: &content.Gate{
		Working: content.GatePart{Lines: []*content.GateLine{
			line("absolute-wording", 3), line("s2-064", 2), line("Vague-Wording", 4), line("marketing-wording", -1),
			line("no-such-rule", 5), line("invalid-report-type", 6), none,
		}},
		Auditor: content.GatePart{Lines: []*content.GateLine{line("absolute-wording", 7)}},
	}}
	want := map[*diag.Rule]int{absoluteWording.Rule: 2, vagueWording.Rule: 4, marketingWording.Rule: 0}
	got := Accepted(e, false, Rules())
	if len(got) != len(want) {
		t.Errorf("%d rules, want %d", len(got), len(want))
	}
	for rule, n := range want {
		if most, ok := got[rule]; !ok || most.Most != n || most.Span.IsZero() {
			t.Errorf("%s: %d, %v, want %d", rule.Name, most.Most, ok, n)
		}
	}
	if got := Accepted(e, true, Rules()); len(got) != 1 || got[absoluteWording.Rule].Most != 7 {
		t.Errorf("auditor edition: %v", got)
	}
	if Accepted(&content.Engagement{}, false, Rules()) != nil {
		t.Error("no gate accepts something")
	}
}
