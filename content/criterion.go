package content

import "github.com/socdraft/socdraft/content/diag"

// A Criterion is one of the trust services criteria. Title and Summary are in
// our words, never the AICPA's text.
type Criterion struct {
	ID        string // "CC6.1"
	Order     int    // 1 to 61, in table order
	Category  Category
	Series    string // "CC6"
	Group     string // "Logical and physical access controls"
	Component string // COSO component, common criteria only
	Principle int    // COSO principle 1 to 17, or 0
	Title     string
	Summary   string
}

// Editions names the documents the criteria come from, as reports cite them.
type Editions struct {
	TrustServices string // TSP section 100 …
	Description   string // DC section 200 …
	SummaryNotice string // printed with every table of criteria: these are summaries in our words
}

// NotRelevant declares a criterion not relevant to the system (DC 8).
type NotRelevant struct {
	Criterion Text
	Reason    Prose
	Span      diag.Span
}

// Criterion returns the criterion of the id, or nil.
func (e *Engagement) Criterion(id string) *Criterion {
	for _, c := range e.Criteria {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Applies reports whether the criterion belongs to the categories in scope,
// relevant or not. The common criteria apply whatever the category.
func (e *Engagement) Applies(c *Criterion) bool {
	return c.Category == Common || e.Report.Has(c.Category)
}

// ApplicableCriteria returns the criteria of the categories in scope in table
// order, those declared not relevant among them.
func (e *Engagement) ApplicableCriteria() []*Criterion {
	var in []*Criterion
	for _, c := range e.Criteria {
		if e.Applies(c) {
			in = append(in, c)
		}
	}
	return in
}

// NotRelevantEntry returns the DC 8 entry of the criterion, or nil.
func (e *Engagement) NotRelevantEntry(id string) *NotRelevant {
	for _, n := range e.NotRelevant {
		if n.Criterion.Value == id {
			return n
		}
	}
	return nil
}
