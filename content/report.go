package content

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// ReportType is 1 (design as of a date) or 2 (and operation throughout a
// period); 0 where the author gave none that is valid.
type ReportType int

// The types of a SOC 2 report.
const (
	Type1 ReportType = 1
	Type2 ReportType = 2
)

// Category is a trust services category.
type Category string

// The trust services categories. Common is the series of criteria that apply
// whatever the category; it is never chosen.
const (
	Common              Category = "common"
	Security            Category = "security"
	Availability        Category = "availability"
	ProcessingIntegrity Category = "processing_integrity"
	Confidentiality     Category = "confidentiality"
	Privacy             Category = "privacy"
)

// Categories lists the categories in the order of prose and titles.
var Categories = []Category{Security, Availability, ProcessingIntegrity, Confidentiality, Privacy}

// Words returns the category as prose says it: "processing integrity".
func (c Category) Words() string { return strings.ReplaceAll(string(c), "_", " ") }

// Section orders.
const (
	AuditorFirst   = "auditor_first"
	AssertionFirst = "assertion_first"
)

// Layouts of the controls in Section 4.
const (
	ByProcess   = "by_process"
	ByCriterion = "by_criterion"
)

// Report is the scope of the examination.
type Report struct {
	Type            ReportType
	TypeSpan        diag.Span
	Period          Period // type 2
	AsOf            Date   // type 1
	Categories      []Category
	CategorySpans   []diag.Span
	SectionOrder    Text // AuditorFirst or AssertionFirst; "" is AuditorFirst
	Layout          Text // ByProcess or ByCriterion; "" is ByProcess
	WithoutSecurity Text
	CommitmentsVary Text
	Span            diag.Span // the [report] header
}

// AssertionFirst reports whether the assertion stands before the auditor's report.
func (r Report) AssertionFirst() bool { return r.SectionOrder.Value == AssertionFirst }

// ByCriterion reports whether controls stand under each criterion they are
// mapped to, not once under their area.
func (r Report) ByCriterion() bool { return r.Layout.Value == ByCriterion }

// Has reports whether the category is in scope.
func (r Report) Has(c Category) bool { return slices.Contains(r.Categories, c) }

// Ordered returns the categories in scope in the order of prose.
func (r Report) Ordered() []Category {
	var in []Category
	for _, c := range Categories {
		if r.Has(c) {
			in = append(in, c)
		}
	}
	return in
}

// CategoryWords returns "security, availability, and confidentiality".
func (r Report) CategoryWords() string {
	var words []string
	for _, c := range r.Ordered() {
		words = append(words, c.Words())
	}
	return Join(words)
}

// Join lists words as US prose does: "a", "a and b", "a, b, and c".
func Join(words []string) string { return joined(words, "and") }

// Either lists words of which none is there: "a", "a or b", "a, b, or c".
func Either(words []string) string { return joined(words, "or") }

func joined(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	case 2:
		return words[0] + " " + last + " " + words[1]
	default:
		return strings.Join(words[:n-1], ", ") + ", " + last + " " + words[n-1]
	}
}

// End returns the period's end, or the as-of date.
func (r Report) End() Date {
	if r.Type == Type1 {
		return r.AsOf
	}
	return r.Period.End
}

// TimeFrame returns "the period July 1, 2025 to June 30, 2026" or
// "June 30, 2026", and what is to be stated where the dates are not known yet.
func (r Report) TimeFrame() string {
	switch {
	case r.Type == Type1 && r.AsOf.IsZero():
		return "a date to be stated"
	case r.Type == Type1:
		return r.AsOf.Long()
	case r.Period.Start.IsZero() || r.Period.End.IsZero():
		return "a period to be stated"
	}
	return "the period " + r.Period.String()
}

// Throughout returns "throughout the period July 1, 2025 to June 30, 2026" or
// "as of June 30, 2026".
func (r Report) Throughout() string {
	if r.Type == Type1 {
		return "as of " + r.TimeFrame()
	}
	return "throughout " + r.TimeFrame()
}

// DescriptionTitle returns the exact title of the description, as the
// assertion and the auditor's report cite it.
func (e *Engagement) DescriptionTitle() string {
	if t := e.System.DescriptionTitle.Value; t != "" {
		return t
	}
	return fmt.Sprintf("%s Description of Its %s", Possessive(e.Organization.Name.Value), e.System.Name.Value)
}

// ReportTitle returns the long title of the cover.
func (e *Engagement) ReportTitle() string {
	effectiveness := ""
	if e.Report.Type == Type2 {
		effectiveness = " and operating effectiveness"
	}
	return fmt.Sprintf("Report on %s description of its %s and on the suitability of the design%s of its controls relevant to %s, %s",
		Possessive(e.Organization.Name.Value), e.System.Name.Value, effectiveness, e.Report.CategoryWords(), e.Report.Throughout())
}

// Possessive returns "Wrenfield's" or, after an s, "Cedars'".
func Possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}
