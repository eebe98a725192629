package score

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
)

// notOurs is said of what belongs to the service auditor.
const notOurs = "its words are the firm's"

// frame counts what the service auditor's report takes from the project. The
// placeholders of its paragraphs stand in every draft; what the firm writes in
// their place nobody knows here.
func frame(v *view) measured {
	m := measured{what: "facts the firm needs for it are given", reason: notOurs}
	fact := func(given bool, lack string, at diag.Span, rules ...string) {
		it := item{rules: rules}
		if !given {
			it.lacking(v.place(at), "%s", lack)
		}
		m.items = append(m.items, it)
	}
	r := v.Report
	fact(coverage.Written(v.Organization.Name.Value), "the legal name of the organization is not given", v.Organization.Name.Span)
	fact(coverage.Written(v.System.Name.Value), "the name of the system is not given", v.System.Name.Span)
	fact(r.Type != 0, "the type of the report is not given", r.Span, "invalid-report-type")
	fact(v.hasTimeFrame(), "the time frame is not given", r.Span, "invalid-as-of", "invalid-period")
	fact(len(r.Categories) > 0, "no category is chosen", r.Span, "invalid-categories")
	if v.hasSubservice() {
		fact(true, "", diag.Span{}, "missing-method")
	}
	fact(v.UserEntities.Declared, "complementary user entity controls are neither listed nor declared none",
		diag.Span{}, "undeclared-cuecs")
	fact(coverage.Written(v.Distribution.String()), "it is not said who gets the report",
		v.Distribution.Raw.Span, "undefined-distribution")
	return m
}

func (v *view) hasTimeFrame() bool {
	if v.Report.Type == content.Type2 && v.Report.Period.Start.IsZero() {
		return false
	}
	return !v.Report.End().IsZero()
}

func (v *view) hasSubservice() bool {
	for _, p := range v.Parties {
		if p.IsSubservice() {
			return true
		}
	}
	return false
}
