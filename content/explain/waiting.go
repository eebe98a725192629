package explain

// A document is what a waiting rule is about, which is not made or read yet.
type document string

const (
	auditorsReport       document = "the service auditor's report, imported"
	representationLetter document = "the representation letter"
	bridgeLetter         document = "the bridge letter"
	priorControls        document = "the list of controls of the prior report"
)

// waiting lists the rules that judge nothing until their document exists.
var waiting = []struct {
	number, name string
	document     document
	title        string
}{
	{"S2-079", "reused-control-id", priorControls, "the id of a control named another control in the prior report"},
	{"S2-150", "missing-type-paragraph", auditorsReport, "a type 1 report lacks the paragraph that operation was not examined, or a type 2 report that on tests"},
	{"S2-151", "missing-scope-paragraph", auditorsReport, "carve-outs or user entity controls are described but neither scope nor opinion mentions them"},
	{"S2-152", "missing-other-information-paragraph", auditorsReport, "Section 5 exists without a paragraph on other information, or the reverse"},
	{"S2-153", "missing-restricted-use", auditorsReport, "a SOC 2 report has no paragraph that restricts its use"},
	{"S2-154", "unpaired-basis", auditorsReport, "an opinion is modified without a basis, or a basis stands beside an unmodified opinion"},
	{"S2-155", "unexplained-clean-opinion", auditorsReport, "exceptions exist, the opinion is unmodified, and nothing explains it"},
	{"S2-156", "unexplained-modification", auditorsReport, "the opinion is modified but no exception, misstatement or limitation is on record"},
	{"S2-157", "unfitting-opinion", auditorsReport, "the kind of opinion does not fit its cause"},
	{"S2-158", "impossible-report-date", auditorsReport, "the report is dated before the time frame ended or before the representation letter"},
	{"S2-159", "late-report", auditorsReport, "the report is dated more than 90 days after the period"},
	{"S2-160", "missing-independence", auditorsReport, "the report does not say that the service auditor is independent"},
	{"S2-161", "certifying-words", auditorsReport, "the service auditor's text speaks of certifying, guarantees or compliance"},
	{"S2-162", "unknown-license", auditorsReport, "license and peer review of the firm are not known"},
	{"S2-193", "differing-representation", representationLetter, "names, period or categories of the letter differ from the report"},
	{"S2-194", "misdated-representation", representationLetter, "the letter is not dated as of the report"},
	{"S2-195", "incomplete-representation", representationLetter, "a known incident, deviation or change is not in the letter"},
	{"S2-196", "long-bridge", bridgeLetter, "the gap that the letter covers is longer than three months"},
	{"S2-197", "misplaced-bridge", bridgeLetter, "the letter does not begin on the day after the period, or follows a type 1 report"},
	{"S2-198", "assuring-bridge", bridgeLetter, "the letter claims assurance of the service auditor"},
	{"S2-199", "contradictory-bridge", bridgeLetter, "the letter denies changes or incidents that the sources record"},
}
