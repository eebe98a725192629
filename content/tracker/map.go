package tracker

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A Map says which columns of somebody's list are which of ours, and what its
// values mean.
type Map struct {
	sheet   diag.Text
	headRow int // 0 where it is to be found
	headAt  diag.Span
	match   string // one of matches
	matchAt diag.Span
	dates   string // one of dateOrders, or "" where only what is certain is read
	columns []mapped
	values  map[string]map[string]string // ours by key of the column and their folded value
}

// A mapped column.
type mapped struct {
	column *requests.Column
	head   diag.Text
}

var (
	matches    = []string{"ref", "id", "title"}
	dateOrders = []string{"day_first", "month_first"}
)

// mappable are the keys of ours that a service auditor's list can fill.
var mappable = []string{"id", "ref", "title", "what", "kind", "area", "controls", "criteria", "covers", "ipe", "format", "source_system", "owner_role",
	"phase", "requested_on", "due_on", "auditor_status", "accepted_on", "auditor_comment", "follow_up_of"}

// ReadMap reads a map:
//
//	sheet, head_row (whole number), match = ref | id | title, dates = day_first | month_first
//	[columns]    key of ours = "their head"
//	[values.key] "their value" = "ours"
//
// Findings go to the list; it returns false where there are any.
func ReadMap(src *diag.Source, list *diag.List) (*Map, bool) {
	root, ok := tomlfile.Parse(src, list)
	if !ok {
		return nil, false
	}
	m := &Map{values: map[string]map[string]string{}}
	m.sheet, m.dates = root.Text("sheet"), root.Choice("dates", dateOrders...).Value
	m.headRow, m.headAt = root.Int("head_row")
	match := root.Choice("match", matches...)
	m.match, m.matchAt = match.Value, root.ValueSpan("match")
	root.Require("columns")
	m.readColumns(root.Table("columns"), list)
	m.readValues(root.Table("values"), list)
	m.settleMatch(list)
	root.Done()
	return m, list.Len() == 0
}

func (m *Map) readColumns(t *tomlfile.Table, list *diag.List) {
	for _, key := range mappable {
		if !t.Has(key) {
			continue
		}
		if head := t.Text(key); fold(head.Value) != "" {
			m.columns = append(m.columns, mapped{requests.ColumnOf(key), head})
		}
	}
	for _, c := range requests.Columns {
		if c.Side == content.CompanySide && !slices.Contains(mappable, c.Key) && t.Has(c.Key) {
			list.Add(tomlfile.UnknownKey, t.KeySpan(c.Key), "%q is for the company to say, not for a list of the service auditor's", c.Key).
				Suggest("take it out of the map")
		}
	}
	for i, c := range m.columns {
		for _, other := range m.columns[:i] {
			if fold(c.head.Value) == fold(other.head.Value) {
				list.Add(tomlfile.UnknownValue, c.head.Span, "%q is mapped to %q already", c.head.Value, other.column.Key).Suggest("map each column once")
			}
		}
	}
	if t != nil && len(m.columns) == 0 {
		list.Add(tomlfile.MissingKey, t.Span(), "no column is mapped").Suggest("write lines like title = \"their head\"; run the import without --map for a beginning")
	}
}

func (m *Map) readValues(t *tomlfile.Table, list *diag.List) {
	for _, key := range mappable {
		values := t.Table(key)
		if values == nil {
			continue
		}
		column := requests.ColumnOf(key)
		m.values[key] = map[string]string{}
		for _, theirs := range values.Keys() {
			ours := values.Text(theirs)
			value := ours.Value
			if column.Value == requests.StatusValue && value != "" {
				known, ok := column.ValueOf(value)
				if !ok {
					list.Add(tomlfile.UnknownValue, ours.Span, "%q is no %s", value, strings.ToLower(column.Head)).Suggest("one of: %s", strings.Join(column.Choices, ", "))
					continue
				}
				value = requests.Words(known)
			}
			m.values[key][fold(theirs)] = value
		}
	}
}

// settleMatch decides how a row finds its request.
func (m *Map) settleMatch(list *diag.List) {
	for _, way := range matches {
		if m.match == "" && m.column(way) != nil {
			m.match = way
		}
	}
	if len(m.columns) > 0 && m.column(m.match) == nil {
		list.Add(tomlfile.MissingKey, m.matchAt, "rows cannot find their requests: no column is mapped to %s", strings.Join(matches, ", ")).
			Suggest("map the column by which match goes")
	}
}

// column returns the column that is mapped to a key of ours, or nil.
func (m *Map) column(key string) *mapped {
	for i := range m.columns {
		if m.columns[i].column.Key == key {
			return &m.columns[i]
		}
	}
	return nil
}

// value returns what a text of theirs means in a column.
func (m *Map) value(key, text string) string {
	if ours, ok := m.values[key][fold(text)]; ok {
		return ours
	}
	return text
}

// fold returns a text as heads and values are compared.
func fold(text string) string { return strings.ToLower(oneLine(text)) }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
