package tomlfile

import "fmt"

// A model is what a file is to say after its edits: each table as a map. The
// edited text is parsed and compared with it, so that no slip in the splicing
// of text can reach a file.
type model struct {
	maps map[*Table]map[string]any
}

func modelOf(root *Table) *model {
	m := &model{map[*Table]map[string]any{}}
	m.table(root)
	return m
}

func (m *model) table(t *Table) map[string]any {
	all := make(map[string]any, len(t.order))
	for _, e := range t.order {
		all[e.name] = m.value(e.value)
	}
	m.maps[t] = all
	return all
}

func (m *model) value(v *value) any {
	switch v.kind {
	case kindString:
		return v.text.Value
	case kindInt:
		return v.int
	case kindBool:
		return v.bool
	case kindDate:
		return plainDate(v.date)
	case kindTable:
		return m.table(v.table)
	case kindArray, kindTables:
		items := make([]any, 0, len(v.items))
		for _, item := range v.items {
			items = append(items, m.value(item))
		}
		return items
	}
	return literalText(v.span.Source.Text[v.span.Start:v.span.End])
}

// A literalText is a decimal number or a time as it stands in a file.
type literalText string

// plainDate is a date without its place.
func plainDate(d Date) Date { return Date{Year: d.Year, Month: d.Month, Day: d.Day} }

func (m *model) append(t *Table, list string, pairs []Pair) {
	items, _ := m.maps[t][list].([]any)
	m.maps[t][list] = append(items, wantedTable(pairs))
}

func wantedTable(pairs []Pair) map[string]any {
	all := map[string]any{}
	for _, p := range pairs {
		if v := wanted(p.Value); v != nil {
			all[p.Key] = v
		}
	}
	return all
}

// wanted returns a value to write as modelOf would read it, nil for an empty
// list of tables, of which nothing is written.
func wanted(v any) any {
	switch v := v.(type) {
	case int:
		return int64(v)
	case Date:
		return plainDate(v)
	case []string:
		items := make([]any, 0, len(v))
		for _, text := range v {
			items = append(items, text)
		}
		return items
	case []Pair:
		return wantedTable(v)
	case [][]Pair:
		items := make([]any, 0, len(v))
		for _, pairs := range v {
			items = append(items, wantedTable(pairs))
		}
		if len(items) == 0 {
			return nil
		}
		return items
	case string, bool:
		return v
	}
	return fmt.Sprintf("%T", v)
}
