package load

import "github.com/socdraft/socdraft/content"

// report reads [report] of socdraft.toml:
//
//	type             1 or 2
//	period           { start, end } (dates), type 2
//	as_of            date, type 1
//	categories       list of the trust services categories in scope
//	section_order    "auditor_first" or "assertion_first"
//	layout           "by_process" or "by_criterion"
//	without_security why security is not among the categories
//	commitments_vary whether commitments are standard for all customers
//
// A type or a category that is missing or unknown breaks a rule of its own.
func (l *loader) report(t *table) {
	r := content.Report{
		AsOf:            t.date("as_of"),
		SectionOrder:    t.Choice("section_order", content.AuditorFirst, content.AssertionFirst),
		Layout:          t.Choice("layout", content.ByProcess, content.ByCriterion),
		WithoutSecurity: t.Text("without_security"),
		CommitmentsVary: t.LongText("commitments_vary"),
		Span:            t.Span(),
	}
	n := t.reportType()
	r.Type, r.TypeSpan = content.ReportType(n.Value), n.Span
	if p := t.table("period"); !p.Span().IsZero() {
		p.Require("start", "end")
		r.Period = p.period("start", "end")
		r.Period.Span = t.ValueSpan("period")
	}
	for _, c := range t.Texts("categories") {
		r.Categories = append(r.Categories, content.Category(c.Value))
		r.CategorySpans = append(r.CategorySpans, c.Span)
	}
	l.e.Report = r
}

// reportType returns the key "type": 1, 2, or 0 where it is neither.
func (t *table) reportType() content.Int {
	n := t.number("type")
	if n.Value != 1 && n.Value != 2 {
		n.Value = 0
	}
	if !n.Given() && t.Has("type") {
		n.Span = t.ValueSpan("type")
	}
	return n
}

func categoryNames() []string {
	var names []string
	for _, c := range content.Categories {
		names = append(names, string(c))
	}
	return names
}
