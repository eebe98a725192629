package load

import "github.com/socdraft/socdraft/content"

// userEntities reads user-entities.toml:
//
//	cuecs              "none", where there are no complementary user entity controls
//	[[cuec]]           id, text (prose), criteria (list), why (prose), commitments (ids)
//	[[responsibility]] id, text (prose)
func (l *loader) userEntities(t *table) {
	u := &l.e.UserEntities
	u.None = t.none("cuecs", "cuec")
	for _, c := range t.tables("cuec") {
		c.Require("id", "text") // missing criteria break a rule of its own
		u.CUECs = append(u.CUECs, &content.CUEC{
			ID:          c.id(cuec),
			Text:        c.prose("text"),
			Criteria:    c.criteria("criteria"),
			Commitments: c.refs("commitments", commitment, requirement),
			Why:         c.prose("why"),
			Span:        c.Span(),
		})
	}
	for _, r := range t.tables("responsibility") {
		r.Require("id", "text")
		u.Responsibilities = append(u.Responsibilities, &content.UserEntityResponsibility{
			ID:   r.id(responsibility),
			Text: r.prose("text"),
			Span: r.Span(),
		})
	}
	u.Declared = u.None.Value == "none" || len(u.CUECs) > 0
	u.File = t.Span()
}
