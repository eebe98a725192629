package load

import "github.com/socdraft/socdraft/content"

// commitments reads commitments.toml:
//
//	[[commitment]]  id, text (prose), categories (list), sources (list), principal (default true)
//	[[requirement]] the same, and commitments (ids)
func (l *loader) commitments(t *table) {
	for _, c := range t.tables("commitment") {
		c.Require("id", "text", "categories")
		l.e.Commitments = append(l.e.Commitments, &content.Commitment{
			ID:         c.id(commitment),
			Text:       c.prose("text"),
			Categories: c.Choices("categories", categoryNames()...),
			Sources:    c.Texts("sources"),
			Principal:  c.Bool("principal", true),
			Span:       c.Span(),
		})
	}
	for _, r := range t.tables("requirement") {
		r.Require("id", "text", "categories")
		l.e.Requirements = append(l.e.Requirements, &content.Requirement{
			ID:          r.id(requirement),
			Text:        r.prose("text"),
			Categories:  r.Choices("categories", categoryNames()...),
			Commitments: r.refs("commitments", commitment),
			Sources:     r.Texts("sources"),
			Principal:   r.Bool("principal", true),
			Span:        r.Span(),
		})
	}
}
