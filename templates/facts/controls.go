package facts

import (
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// prints reports whether the control stands in the report.
func (t *teller) prints(c *content.Control) bool {
	return t.e.InScope(c) || len(t.tests[c.ID.Value]) > 0
}

// printed returns the controls that stand in the report, in authored order.
func (t *teller) printed() []*content.Control {
	var in []*content.Control
	for _, c := range t.e.Controls {
		if t.prints(c) {
			in = append(in, c)
		}
	}
	return in
}

func (t *teller) controls() []control {
	all := []control{}
	for _, c := range t.printed() {
		one := control{
			ID: c.ID.Value, Title: c.Title.Value, Statement: words(c.Statement),
			Earlier: []wording{}, Criteria: values(c.Criteria), OwnerRole: c.OwnerRole.Value,
			Frequency: c.FrequencyWords(), Nature: content.Nature(c.Nature.Value).Words(),
			Retired: c.RetiredOn.String(), AuditorsID: c.Alias.Value, Tests: t.testsOf(c),
		}
		if !t.e.Report.ByCriterion() {
			one.Area = c.Area.Value
		}
		if c.PerformerRole.Value != c.OwnerRole.Value {
			one.PerformerRole = c.PerformerRole.Value
		}
		if p := t.e.Party(c.PerformedBy.Value); p != nil {
			one.PerformedBy = p.Name.Value
		}
		if t.type2() {
			t.addHistory(&one, c)
		}
		all = append(all, one)
	}
	return all
}

// addHistory tells how the control came and was reworded within the period.
func (t *teller) addHistory(one *control, c *content.Control) {
	if from := c.Introduced(); from.After(t.e.Report.Period.Start) {
		one.Introduced, one.Replaces = from.String(), c.Replaces.Value
	}
	for _, w := range t.e.EarlierWordings(c) {
		one.Earlier = append(one.Earlier, wording{words(w.Statement), w.EffectiveFrom.String(), w.EffectiveUntil.String()})
	}
}

// testsOf returns the service auditor's tests of the control as received.
func (t *teller) testsOf(c *content.Control) []test {
	all := []test{}
	for _, in := range t.tests[c.ID.Value] {
		one := test{Methods: values(in.Methods), Procedure: words(in.Procedure),
			Population: given(in.Population), Tested: given(in.Tested), Result: result(in), Exception: in.IsException()}
		if in.IsException() {
			one.ID, one.Deviations = in.ID.Value, given(in.Deviations)
		}
		all = append(all, one)
	}
	return all
}

// result returns the words of a result. A code alone never becomes words.
func result(t *content.Test) string {
	if t.Result.Value == content.ResultPending {
		return ""
	}
	return words(t.Text)
}

// received returns the files in which the service auditor's words came, each
// once.
func (t *teller) received() []received {
	all := []received{}
	if !t.type2() {
		return all
	}
	for _, f := range t.e.TestFiles {
		if !f.Auditors() {
			continue
		}
		one := received{path.Base(f.Received.File.Value), f.Received.Actual, f.Received.ReceivedOn.String(),
			f.Received.Firm.Value, f.TranscribedBy.Value}
		same := func(r received) bool {
			return r.SHA256 == one.SHA256 && r.ReceivedOn == one.ReceivedOn && r.TranscribedBy == one.TranscribedBy
		}
		if !slices.ContainsFunc(all, same) {
			all = append(all, one)
		}
	}
	return all
}

func (t *teller) exceptions() []exception {
	all := []exception{}
	for _, c := range t.printed() {
		for _, in := range t.tests[c.ID.Value] {
			if in.IsException() {
				all = append(all, exception{in.ID.Value, c.ID.Value, result(in), responseTo(t.e.Response(in.ID.Value))})
			}
		}
	}
	return all
}

func responseTo(r *content.Response) *response {
	if r == nil {
		return nil
	}
	return &response{Text: words(r.Text), Cause: words(r.Cause), Effect: words(r.Effect), Correction: words(r.Correction),
		OwnerRole: r.OwnerRole.Value, Status: strings.ReplaceAll(r.Status.Value, "_", " "), CorrectedOn: r.CorrectedOn.String()}
}
