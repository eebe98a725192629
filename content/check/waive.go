package check

import "slices"

// neverWaived lists, by number, the rules that no waiver can silence, because a
// draft that breaks them could pass for what it is not:
//
//   - D1, D2, D4, D5: a draft that looks issued, or speaks for the service
//     auditor (S2-146 to S2-149, D11, WD-001).
//   - D3, provenance: words in the service auditor's columns that did not come
//     from the service auditor, or a type 1 report with results of tests
//     (S2-106, S2-107, S2-119, S2-130, S2-131, S2-163, S2-164).
//   - D9: what a public SOC 3 may not hold or claim (S2-167 to S2-171, S2-173
//     to S2-175, S2-178).
//   - D10: no rule of the sources guards it; tests hold it of every output.
//   - D12: conclusions before the time frame has ended (S2-008), or that the
//     type of the report does not allow (S2-138).
//   - Structure: what every other rule builds on, such as the type, the time
//     frame, the categories, known criteria and the ids of controls (S2-001 to
//     S2-004, S2-010, S2-012, S2-078). A source that cannot be read has nothing
//     to waive, so the errors of reading are here as well (LD, MD, PR, WD).
//   - The rules about waivers and the gate themselves (WV, GT).
//
// All others are questions of judgment, which an organization may answer with a
// reason, a role and a date.
var neverWaived = []string{
	"D11",
	"GT-001", "GT-002", "GT-003",
	"LD-001", "LD-002", "LD-003", "LD-004", "LD-005", "LD-006", "LD-007", "LD-008", "LD-009", "LD-010",
	"LD-020", "LD-021", "LD-022", "LD-025", "LD-030", "LD-031", "LD-032", "LD-035",
	"LD-040", "LD-041", "LD-042", "LD-043", "LD-044", "LD-045", "LD-047", "LD-048", "LD-050",
	"MD-001", "MD-003", "MD-004", "MD-005", "MD-006", "MD-007", "MD-012",
	"PR-001", "PR-002", "PR-003",
	"S2-001", "S2-002", "S2-003", "S2-004", "S2-008", "S2-010", "S2-012",
	"S2-078",
	"S2-106", "S2-107", "S2-119", "S2-130", "S2-131", "S2-138",
	"S2-146", "S2-147", "S2-148", "S2-149", "S2-163", "S2-164", "S2-167", "S2-168", "S2-169",
	"S2-170", "S2-171", "S2-173", "S2-174", "S2-175", "S2-178",
	"WD-001", "WD-002",
	"WV-001", "WV-002", "WV-003", "WV-004",
}

// NeverWaived reports whether findings of the rule with the number stand
// whatever a waiver says.
func NeverWaived(number string) bool {
	_, found := slices.BinarySearch(neverWaived, number)
	return found
}

// NeverWaivedNumbers returns the numbers of these rules.
func NeverWaivedNumbers() []string { return slices.Clone(neverWaived) }
