package requests

import (
	"fmt"
	"strings"

	derived "github.com/socdraft/socdraft/content/requests"
)

// The formulas by which a spreadsheet says what Stage and Attention of a
// request say here. A row without an id is nobody's.
var (
	stageFormula = ifs(quoted(derived.NotStarted),
		when(`[Request ID]=""`, `""`),
		when(isOneOf("[Auditor status]", inWords(derived.DoneStatuses)...), quoted(derived.Done)),
		when(isOneOf("[Auditor status]", "Returned"), quoted(derived.Returned)),
		when(isOneOf("[Auditor status]", "Sample selected"), quoted(derived.InProgress)),
		when(isOneOf("[Auditor status]", "Received", "Under review"), quoted(derived.WithAuditor)),
		when(isOneOf("[Company status]", "Submitted", "Not applicable proposed"), quoted(derived.WithAuditor)),
		when(isOneOf("[Company status]", "Blocked"), quoted(derived.Blocked)),
		when(isOneOf("[Company status]", "In progress", "Internal review"), quoted(derived.InProgress)))

	attentionFormula = ifs(quoted(derived.DueSoon),
		when(`[Request ID]=""`, `""`),
		when(`AND([Stage]="Returned",[Due on]<>"",[Due on]<TODAY())`, quoted(derived.ReturnedOverdue)),
		when(isOneOf("[Stage]", string(derived.Returned)), quoted(derived.ReturnedOnly)),
		when(isOneOf("[Stage]", string(derived.Done), string(derived.WithAuditor)), `""`),
		when(isOneOf("[Auditor status]", "Sample selected"), `""`),
		when(`[Due on]=""`, `""`),
		when("[Due on]<TODAY()", quoted(derived.Overdue)),
		when("[Due on]>TODAY()+7", `""`))

	lateCondition = isOneOf("[Attention]", derived.Overdue, derived.ReturnedOverdue)
)

// A branch is what a formula gives under a condition.
type branch struct{ condition, value string }

func when(condition, value string) branch { return branch{condition, value} }

// ifs nests the branches: the first whose condition holds counts.
func ifs(otherwise string, branches ...branch) string {
	formula := otherwise
	for i := len(branches) - 1; i >= 0; i-- {
		formula = fmt.Sprintf("IF(%s,%s,%s)", branches[i].condition, branches[i].value, formula)
	}
	return formula
}

// isOneOf compares a cell with texts.
func isOneOf(cell string, values ...string) string {
	var tests []string
	for _, v := range values {
		tests = append(tests, cell+"="+quoted(v))
	}
	if len(tests) == 1 {
		return tests[0]
	}
	return "OR(" + strings.Join(tests, ",") + ")"
}

// quoted returns a text as formulas write it.
func quoted[T ~string](s T) string { return `"` + strings.ReplaceAll(string(s), `"`, `""`) + `"` }
