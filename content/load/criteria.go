package load

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/criteria"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// catalogue reads the embedded criteria and editions. What is wrong in them is
// our bug, hence an error.
//
//	[[criterion]] id, category, series, group, coso_component, coso_principle, title, summary,
//	              points_of_focus (counts by kind), privacy_role; the last two are for people
//	trust_services, description, summary_notice
func (l *loader) catalogue() error {
	err := l.embedded("criteria.toml", criteria.Catalogue, func(t *table) {
		for i, c := range t.tables("criterion") {
			c.Require("id", "category", "series", "group", "title", "summary", "points_of_focus")
			c.Table.Table("points_of_focus").Keys()
			c.Has("privacy_role")
			l.e.Criteria = append(l.e.Criteria, &content.Criterion{
				ID:        c.Text("id").Value,
				Order:     i + 1,
				Category:  content.Category(c.Choice("category", append(categoryNames(), string(content.Common))...).Value),
				Series:    c.Text("series").Value,
				Group:     c.Text("group").Value,
				Component: c.Text("coso_component").Value,
				Principle: c.number("coso_principle").Value,
				Title:     c.Text("title").Value,
				Summary:   c.Text("summary").Value,
			})
		}
	})
	if err != nil {
		return err
	}
	return l.embedded("editions.toml", criteria.Editions, func(t *table) {
		t.Require("trust_services", "description", "summary_notice")
		l.e.Editions = content.Editions{
			TrustServices: t.Text("trust_services").Value,
			Description:   t.Text("description").Value,
			SummaryNotice: t.Text("summary_notice").Value,
		}
	})
}

// embedded reads TOML of our own.
func (l *loader) embedded(name string, data []byte, read func(*table)) error {
	var list diag.List
	root, ok := tomlfile.Parse(diag.NewSource("built-in/"+name, data), &list)
	if ok {
		read(&table{Table: root, l: l})
		root.Done()
	}
	if list.Len() == 0 {
		return nil
	}
	f := list.All()[0]
	line, col := f.Span.Position()
	return fmt.Errorf("embedded %s:%d:%d: %s", name, line, col, f.Message)
}

// criteriaFile reads criteria.toml:
//
//	text_overlay     path of a TOML file with the user's licensed text, see overlay
//	[[not_relevant]] criterion, reason (prose)
func (l *loader) criteriaFile(t *table) {
	for _, n := range t.tables("not_relevant") {
		n.Require("criterion") // a missing reason breaks a rule of its own
		entry := &content.NotRelevant{Criterion: n.Text("criterion"), Reason: n.prose("reason"), Span: n.Span()}
		l.knownCriterion("[[not_relevant]]", entry.Criterion)
		l.ids.once(notRelevant, entry.Criterion)
		l.e.NotRelevant = append(l.e.NotRelevant, entry)
	}
	if path := t.Text("text_overlay"); path.Value != "" {
		if name, ok := l.within("", path); ok {
			l.overlayFile(name, path)
		}
	}
}

// overlayFile reads the file that text_overlay names:
//
//	[criteria] a text for each criterion id
func (l *loader) overlayFile(name string, cited content.Text) {
	if !l.files.has(name) {
		l.list.Add(MissingOverlayFile, cited.Span, "file %q does not exist", name).
			Suggest("put the licensed text there, or take text_overlay away: the criteria then print as summaries in our words")
		return
	}
	l.toml(name, func(t *table) {
		l.e.CriteriaText = map[string]content.Text{}
		texts := t.table("criteria")
		for _, id := range texts.Keys() {
			key := whole(id, texts.KeySpan(id))
			l.knownCriterion("[criteria]", key)
			l.e.CriteriaText[id] = texts.LongText(id)
		}
	})
}

// knownCriterion reports a criterion that does not exist.
func (l *loader) knownCriterion(owner string, id content.Text) {
	if id.Value == "" || l.e.Criterion(id.Value) != nil {
		return
	}
	l.list.Add(UnknownCriterion, id.Span, "%s names unknown criterion %q", owner, id.Value).
		Suggest("%s", l.criterionAdvice(id.Value))
}
